import { type FileId, type StickerOfSet, type StickerSetId, stickerLimits } from "@parley/contract";
import { useState } from "react";
import { useClient } from "../client-context.ts";
import { stillUrl } from "../stickers/sticker-urls.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useToast } from "../ui/toast.tsx";
import { useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import { EmojiChoice } from "./emoji-choice.tsx";
import styles from "./sticker-dialog.module.css";

/** Says anew what a sticker stands for, or takes it away. */
export function StickerDialog({ sticker, onClose }: { sticker: StickerOfSet; onClose: () => void }) {
  const { app, stickers } = useWords();
  const text = stickers.own;
  const client = useClient();
  const toast = useToast();
  const action = useAction();
  const [emoji, setEmoji] = useState(sticker.emoji);
  const [words, setWords] = useState(sticker.words ?? "");
  const place = { setId: sticker.setId as StickerSetId, stickerId: sticker.stickerId as FileId };
  const save = async () => {
    if (await action.run(() => client.call("sticker:change", { ...place, emoji, words }))) onClose();
  };
  const remove = async () => {
    if (!(await action.run(() => client.call("sticker:remove", place)))) return;
    onClose();
    toast({ text: text.stickerRemoved });
  };
  return (
    <Dialog
      title={text.sticker}
      onClose={onClose}
      onSubmit={() => void save()}
      footer={
        <>
          <Button look="danger" className={styles.apart} disabled={action.isBusy} onClick={() => void remove()}>
            {text.remove}
          </Button>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button type="submit" look="primary" isBusy={action.isBusy}>
            {app.save}
          </Button>
        </>
      }
    >
      <div className={styles.head}>
        <img src={stillUrl(sticker)} alt="" className={styles.picture} />
        <div className={styles.stands}>
          <span className={styles.label}>{text.emojiLabel}</span>
          <EmojiChoice
            label={text.chooseEmoji(emoji)}
            emoji={emoji}
            onChoose={(picked) => (picked === undefined ? action.fail(text.notThat) : setEmoji(picked))}
          />
        </div>
      </div>
      <TextField
        label={text.words}
        value={words}
        maxLength={stickerLimits.wordsCharacters}
        autoComplete="off"
        onChange={(event) => setWords(event.target.value)}
      />
      {action.error !== null && <Banner kind="danger">{action.error}</Banner>}
    </Dialog>
  );
}
