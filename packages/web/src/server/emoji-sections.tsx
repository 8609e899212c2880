import type { Output } from "@parley/contract";
import { useCallback, useState } from "react";
import { useClient } from "../client-context.ts";
import { EmojiSign } from "../emoji/emoji-sign.tsx";
import { Section } from "../settings/section.tsx";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { ItemRow } from "../ui/item-row.tsx";
import { Late, Skeleton } from "../ui/skeleton.tsx";
import { useToast } from "../ui/toast.tsx";
import { useAction } from "../use-action.ts";
import { useClientState } from "../use-client-state.ts";
import { useLoad } from "../use-load.ts";
import { useNow } from "../use-now.ts";
import { failureText } from "../words/failure-text.ts";
import { relativeTime } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { AddEmoji } from "./add-emoji.tsx";
import styles from "./emoji-sections.module.css";

type Listed = Output<"emoji:list">;

/** The emoji of this server's own: for everybody to see, and for those who may, to add and remove. */
export function EmojiSections() {
  const words = useWords();
  const text = words.emoji.own;
  const language = useLanguage();
  const client = useClient();
  // Loaded anew with every change, whoever made it.
  const known = useClientState((state) => state.emoji);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  const { data, error } = useLoad(useCallback(() => client.call("emoji:list", {}), [client, known]));
  if (data === null && error !== null) return <Banner kind="danger">{failureText(words, language, error)}</Banner>;
  if (data === null)
    return (
      <Late label={words.app.loading}>
        <Skeleton width="100%" height="180px" />
      </Late>
    );
  return (
    <>
      {data.mayAdd && <AddEmoji />}
      <div className={styles.here}>
        <Section title={text.here(data.emoji.length)} hint={data.mayAdd ? text.hereHint : text.mayNot}>
          {data.emoji.length === 0 ? <p className={styles.none}>{text.none}</p> : <EmojiList listed={data} />}
        </Section>
      </div>
    </>
  );
}

function EmojiList({ listed: { emoji, people } }: { listed: Listed }) {
  const words = useWords();
  const text = words.emoji.own;
  const language = useLanguage();
  const now = useNow(60_000);
  const [removed, setRemoved] = useState<string | null>(null);
  return (
    <>
      <ul className={styles.list}>
        {emoji.map(({ name, addedBy, addedAt, mayRemove }) => (
          <ItemRow
            key={name}
            picture={
              <span className={styles.sign} aria-hidden="true">
                <EmojiSign emoji={`:${name}:`} />
              </span>
            }
            name={`:${name}:`}
            facts={text.added(
              people.find(({ id }) => id === addedBy)?.name ?? words.messages.unknownPerson,
              relativeTime(addedAt, now, language),
            )}
            actions={
              mayRemove && (
                <Button isSmall aria-label={text.removeNamed(name)} onClick={() => setRemoved(name)}>
                  {text.remove}
                </Button>
              )
            }
          />
        ))}
      </ul>
      {removed !== null && <Removal name={removed} onClose={() => setRemoved(null)} />}
    </>
  );
}

function Removal({ name, onClose }: { name: string; onClose: () => void }) {
  const { app, emoji } = useWords();
  const text = emoji.own;
  const client = useClient();
  const toast = useToast();
  const action = useAction();
  const remove = async () => {
    await client.call("emoji:remove", { name });
    onClose();
    toast({ text: text.removed(name) });
  };
  return (
    <ConfirmDialog
      title={text.removeSure(name)}
      text={text.removeText}
      confirmLabel={text.remove}
      cancelLabel={app.cancel}
      isBusy={action.isBusy}
      error={action.error}
      onConfirm={() => void action.run(remove)}
      onClose={onClose}
    />
  );
}
