import { limits, type RoomId } from "@parley/contract";
import { X } from "lucide-react";
import { useRef, useState } from "react";
import { useClient } from "../client-context.ts";
import { Banner } from "../ui/banner.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Switch } from "../ui/switch.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import { type DraftedPoll, emptyPoll, pollIn, withAnswer, withoutAnswer } from "./drafted-poll.ts";
import styles from "./poll-dialog.module.css";

export interface PollDialogProps {
  roomId: RoomId;
  onSent: () => void;
  onClose: () => void;
}

/** Asks the room something. */
export function PollDialog({ roomId, onSent, onClose }: PollDialogProps) {
  const { app, polls: words } = useWords();
  const client = useClient();
  const action = useAction();
  const [draft, setDraft] = useState(emptyPoll);
  const submit = () => {
    const made = pollIn(draft);
    if (typeof made === "string") return action.fail(words.missing[made]);
    void action.run(async () => {
      await client.sendPoll(roomId, made.question, made.poll);
      onClose();
      onSent();
    });
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button look="primary" type="submit" isBusy={action.isBusy}>
            {words.send}
          </Button>
        </>
      }
    >
      <TextField
        label={words.question}
        maxLength={limits.questionCharacters}
        value={draft.question}
        data-autofocus
        onChange={(event) => setDraft({ ...draft, question: event.target.value })}
      />
      <Answers draft={draft} onChange={setDraft} />
      <div>
        <Switch
          label={words.several}
          isOn={draft.isMultiple}
          onChange={(isMultiple) => setDraft({ ...draft, isMultiple })}
        />
        <Switch
          label={words.anonymous}
          hint={words.anonymousHint}
          isOn={draft.isAnonymous}
          onChange={(isAnonymous) => setDraft({ ...draft, isAnonymous })}
        />
      </div>
      {action.error !== null && <Banner kind="danger">{action.error}</Banner>}
    </Dialog>
  );
}

function Answers({ draft, onChange }: { draft: DraftedPoll; onChange: (draft: DraftedPoll) => void }) {
  const { polls: words } = useWords();
  const list = useRef<HTMLFieldSetElement>(null);
  const left = limits.pollAnswers - draft.answers.filter((answer) => answer.trim() !== "").length;
  return (
    <fieldset ref={list} className={styles.answers}>
      <legend className={styles.legend}>{words.answers}</legend>
      {draft.answers.map((answer, at) => (
        <TextField
          // biome-ignore lint/suspicious/noArrayIndexKey: a field is its place.
          key={at}
          isLabelHidden
          label={words.answer(at + 1)}
          placeholder={words.answer(at + 1)}
          maxLength={limits.answerCharacters}
          value={answer}
          onChange={(event) => onChange(withAnswer(draft, at, event.target.value))}
          onKeyDown={(event) => {
            const next = list.current?.querySelectorAll("input")[at + 1];
            // From one to the next; from the last one it is sent.
            if (event.key !== "Enter" || event.nativeEvent.isComposing || answer === "" || !next) return;
            event.preventDefault();
            next.focus();
          }}
          after={
            answer !== "" && (
              <IconButton
                isSmall
                label={words.remove(at + 1)}
                icon={<X size={16} />}
                onClick={() => onChange(withoutAnswer(draft, at))}
              />
            )
          }
        />
      ))}
      <p className={styles.note}>{words.left(left)}</p>
    </fieldset>
  );
}
