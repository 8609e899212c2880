import { stickerLimits } from "@parley/contract";
import { Check, X } from "lucide-react";
import { useState } from "react";
import { Button, IconButton } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useToast } from "../ui/toast.tsx";
import { useWords } from "../words/use-words.ts";
import styles from "./add-stickers-dialog.module.css";
import { type Candidate, useCandidates } from "./candidates.ts";
import { EmojiChoice } from "./emoji-choice.tsx";
import type { OwnSet } from "./own-set.ts";
import { useObjectUrl } from "./use-object-url.ts";

export interface AddStickersDialogProps {
  set: Pick<OwnSet, "id" | "name">;
  pictures: readonly File[];
  /** How many more the set took when they were chosen. */
  room: number;
  onClose: () => void;
}

/** Says what each picture stands for, and puts them into the set. What is refused stays to be seen. */
export function AddStickersDialog({ set, pictures, room, onClose }: AddStickersDialogProps) {
  const { app, stickers } = useWords();
  const text = stickers.own;
  const toast = useToast();
  const [isCut] = useState(pictures.length > room);
  const [chosen] = useState(() => pictures.slice(0, room));
  const { candidates, waiting, say, leaveOut, add, isBusy } = useCandidates(set, chosen);
  const addAll = async () => {
    const added = await add();
    if (added > 0) toast({ text: text.wereAdded(added) });
    if (added === candidates.length) onClose();
  };
  return (
    <Dialog
      title={text.addTo(set.name)}
      isWide
      onClose={onClose}
      onSubmit={() => void addAll()}
      footer={
        <>
          <Button onClick={onClose}>{candidates.some(isAdded) ? app.done : app.cancel}</Button>
          <Button type="submit" look="primary" isBusy={isBusy} disabled={waiting === 0}>
            {text.addSome(candidates.filter(({ state }) => state !== "unfit").length)}
          </Button>
        </>
      }
    >
      <p className={styles.hint}>{isCut ? text.full(stickerLimits.stickers) : text.addHint}</p>
      <ul className={styles.list}>
        {candidates.map((candidate) => (
          <Row
            key={candidate.picture.name + candidate.picture.lastModified}
            candidate={candidate}
            onSay={(said) => say(candidate.picture, said)}
            onLeaveOut={() => leaveOut(candidate.picture)}
          />
        ))}
      </ul>
    </Dialog>
  );
}

interface RowProps {
  candidate: Candidate;
  onSay: (said: Partial<Pick<Candidate, "emoji" | "words" | "error" | "state">>) => void;
  onLeaveOut: () => void;
}

/** As high as its picture, whatever there is to say. */
function Row({ candidate, onSay, onLeaveOut }: RowProps) {
  const text = useWords().stickers.own;
  const { picture, emoji, words, error, state } = candidate;
  const url = useObjectUrl(picture);
  return (
    <li className={styles.row}>
      {url === null || state === "unfit" ? (
        <span className={styles.preview} />
      ) : (
        <img
          src={url}
          alt=""
          className={styles.preview}
          onError={() => onSay({ state: "unfit", error: text.noPicture })}
        />
      )}
      <EmojiChoice
        label={text.emoji(picture.name, emoji)}
        emoji={emoji}
        isDisabled={state !== "waiting"}
        onChoose={(picked) => onSay(picked === undefined ? { error: text.notThat } : { emoji: picked, error: null })}
      />
      {error === null ? (
        <TextField
          label={text.wordsFor(picture.name)}
          isLabelHidden
          placeholder={text.words}
          value={words}
          maxLength={stickerLimits.wordsCharacters}
          autoComplete="off"
          disabled={state !== "waiting"}
          onChange={(event) => onSay({ words: event.target.value })}
        />
      ) : (
        <p className={styles.error} role="alert">
          {picture.name}: {error}
        </p>
      )}
      {isAdded(candidate) ? (
        <Check className={styles.done} size={20} role="img" aria-label={text.wereAdded(1)} />
      ) : (
        <IconButton label={text.leaveOut(picture.name)} icon={<X size={18} />} onClick={onLeaveOut} />
      )}
    </li>
  );
}

function isAdded({ state }: Candidate): boolean {
  return state === "added";
}
