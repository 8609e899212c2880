import { newId, type StickerSetId, stickerLimits } from "@parley/contract";
import { type FormEvent, useState } from "react";
import { useClient } from "../client-context.ts";
import { Section } from "../settings/section.tsx";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./sticker-sections.module.css";

/** A name, and there is a set to put stickers into. */
export function NewSet({ count }: { count: number }) {
  const text = useWords().stickers.own;
  const client = useClient();
  const action = useAction();
  const [name, setName] = useState("");
  const isFull = count >= stickerLimits.sets;
  const make = async () => {
    const setId = newId<StickerSetId>(Date.now());
    if (!(await action.run(() => client.call("sticker:create-set", { setId, name })))) return;
    setName("");
  };
  return (
    <Section title={text.make} hint={isFull ? text.full(stickerLimits.sets) : text.makeHint}>
      <form
        className={styles.make}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void make();
        }}
      >
        <TextField
          label={text.name}
          value={name}
          maxLength={stickerLimits.nameCharacters}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" look="primary" isBusy={action.isBusy} disabled={isFull || name.trim() === ""}>
          {text.create}
        </Button>
      </form>
      {action.error !== null && <Banner kind="danger">{action.error}</Banner>}
    </Section>
  );
}
