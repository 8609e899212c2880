import { limits } from "@parley/contract";
import { useState } from "react";
import { useClient } from "../client-context.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useAction } from "../use-action.ts";
import { useMe } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import { EmojiField } from "./emoji-field.tsx";
import styles from "./status-dialog.module.css";
import { endOf, type Term, terms } from "./status-until.ts";

/** What I am about, for a while. */
export function StatusDialog({ onClose }: { onClose: () => void }) {
  const { app, status: words } = useWords();
  const client = useClient();
  const action = useAction();
  const before = useMe()?.status;
  const [emoji, setEmoji] = useState(before?.emoji ?? "");
  const [text, setText] = useState(before?.text ?? "");
  const [term, setTerm] = useState<Term>("fourHours");
  const put = (status: { emoji: string; text: string; until: number | null } | null) =>
    void action.run(async () => {
      await client.call("profile:change", { status });
      onClose();
    });
  const submit = () => {
    if (emoji === "" && text.trim() === "") action.fail(words.empty);
    else put({ emoji, text: text.trim(), until: endOf(term, Date.now()) });
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          {before && <Button onClick={() => put(null)}>{words.clear}</Button>}
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button look="primary" type="submit" isBusy={action.isBusy}>
            {words.save}
          </Button>
        </>
      }
    >
      <Suggestions
        onPick={(pick) => {
          setEmoji(pick.emoji);
          setText(pick.text);
          setTerm(pick.term);
        }}
      />
      <TextField
        label={words.text}
        hint={words.textHint}
        maxLength={limits.statusCharacters}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <EmojiField value={emoji} onChange={setEmoji} />
      <SelectField<Term>
        label={words.until}
        value={term}
        options={terms.map((value) => ({ value, label: words[value] }))}
        onChange={setTerm}
      />
      {action.error !== null && <Banner kind="danger">{action.error}</Banner>}
    </Dialog>
  );
}

const suggestions = [
  { emoji: "🗓️", word: "meeting", term: "hour" },
  { emoji: "🎯", word: "focus", term: "fourHours" },
  { emoji: "🥪", word: "lunch", term: "hour" },
  { emoji: "🤒", word: "ill", term: "today" },
  { emoji: "🏖️", word: "holiday", term: "week" },
] as const;

function Suggestions({ onPick }: { onPick: (pick: { emoji: string; text: string; term: Term }) => void }) {
  const { status: words } = useWords();
  return (
    <fieldset className={styles.suggestions} aria-label={words.suggestions}>
      {suggestions.map(({ emoji, word, term }) => (
        <Button key={word} onClick={() => onPick({ emoji, text: words[word], term })}>
          {emoji} {words[word]}
        </Button>
      ))}
    </fieldset>
  );
}
