import type { Input } from "@parley/contract";
import { useCallback, useState } from "react";
import { useClient } from "../client-context.ts";
import { Section } from "../settings/section.tsx";
import { Banner } from "../ui/banner.tsx";
import { Switch } from "../ui/switch.tsx";
import { useToast } from "../ui/toast.tsx";
import { useLoad } from "../use-load.ts";
import { failureText } from "../words/failure-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";

/** What administrators decide for everybody on this server. */
export function ServerSections() {
  const words = useWords();
  const language = useLanguage();
  const client = useClient();
  const toast = useToast();
  const { data, error } = useLoad(useCallback(() => client.call("server:settings", {}), [client]));
  const [changed, setChanged] = useState<Input<"server:change">>({});
  const text = words.links;
  const { own } = words.emoji;
  if (error !== null) return <Banner kind="danger">{failureText(words, language, error)}</Banner>;
  // Its place is kept until it is known.
  const { isOn, isFixed } = data?.linkPreviews ?? { isOn: false, isFixed: false };
  const isForAll = (changed.emojiBy ?? data?.emojiBy) === "everyone";
  const change = (next: Input<"server:change">) => {
    setChanged({ ...changed, ...next });
    client.call("server:change", next).catch((failure: unknown) => {
      setChanged({});
      toast({ text: failureText(words, language, failure) });
    });
  };
  return (
    <Section title={text.server} hint={text.serverHint}>
      <Switch
        label={text.previews}
        hint={isFixed ? text.fixed : text.serverPreviewsHint}
        isOn={changed.linkPreviews ?? isOn}
        isDisabled={data === null || isFixed}
        onChange={(linkPreviews) => change({ linkPreviews })}
      />
      <Switch
        label={own.everyone}
        hint={own.everyoneHint}
        isOn={isForAll}
        isDisabled={data === null}
        onChange={(isOnNow) => change({ emojiBy: isOnNow ? "everyone" : "administrators" })}
      />
    </Section>
  );
}
