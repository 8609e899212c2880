import { emojiLimits, emojiNameOf, type FileId, newId } from "@parley/contract";
import { ImagePlus } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { useClient } from "../client-context.ts";
import { Section } from "../settings/section.tsx";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useToast } from "../ui/toast.tsx";
import { useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./emoji-sections.module.css";
import { PictureInput } from "./picture-input.tsx";
import { uploadDrawn } from "./upload-drawn.ts";
import { useObjectUrl } from "./use-object-url.ts";

/** A picture, its name, and it is everybody's. */
export function AddEmoji() {
  const text = useWords().emoji.own;
  const client = useClient();
  const toast = useToast();
  const action = useAction();
  const [picture, setPicture] = useState<File | null>(null);
  const [name, setName] = useState("");
  const add = async () => {
    if (picture === null) return action.fail(text.choose, "picture");
    if (picture.size > emojiLimits.sourceBytes) return action.fail(text.tooLarge, "picture");
    if (emojiNameOf(name) !== name) return action.fail(text.nameHint, "name");
    const isAdded = await action.run(async () => {
      const id = newId<FileId>(Date.now());
      await uploadDrawn({ id, picture, use: "emoji" });
      await client.call("emoji:add", { name, id });
    });
    if (!isAdded) return;
    toast({ text: text.wasAdded(name) });
    setPicture(null);
    setName("");
  };
  const isNameBad = action.field === "name";
  return (
    <Section title={text.add} hint={text.addHint}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void add();
        }}
      >
        <PictureChoice
          picture={picture}
          onChoose={(file) => {
            setPicture(file);
            if (name === "") setName(emojiNameOf(file.name.replace(/\.[^.]*$/, "")));
          }}
        />
        <div className={styles.fields}>
          <TextField
            label={text.name}
            hint={text.nameHint}
            error={isNameBad ? action.error : null}
            value={name}
            maxLength={32}
            autoCapitalize="off"
            autoComplete="off"
            spellCheck={false}
            dir="ltr"
            before={<Colon />}
            after={<Colon />}
            onChange={(event) => setName(event.target.value.toLowerCase())}
          />
          {action.error !== null && !isNameBad && <Banner kind="danger">{action.error}</Banner>}
          <Button type="submit" look="primary" isBusy={action.isBusy}>
            {text.add}
          </Button>
        </div>
      </form>
    </Section>
  );
}

function Colon() {
  return (
    <span className={styles.colon} aria-hidden="true">
      :
    </span>
  );
}

function PictureChoice({ picture, onChoose }: { picture: File | null; onChoose: (file: File) => void }) {
  const text = useWords().emoji.own;
  const input = useRef<HTMLInputElement>(null);
  const url = useObjectUrl(picture);
  return (
    <>
      <button
        type="button"
        className={styles.choice}
        aria-label={picture === null ? text.choose : text.chosen(picture.name)}
        onClick={() => input.current?.click()}
      >
        {url === null ? (
          <ImagePlus size={28} aria-hidden="true" />
        ) : (
          <img className={styles.preview} src={url} alt="" />
        )}
      </button>
      <PictureInput ref={input} label={text.choose} onChoose={([file]) => file && onChoose(file)} />
    </>
  );
}
