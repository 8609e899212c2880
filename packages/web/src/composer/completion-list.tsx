import { Hash } from "lucide-react";
import { useEffect } from "react";
import { EmojiSign } from "../emoji/emoji-sign.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { classes } from "../ui/classes.ts";
import { useWords } from "../words/use-words.ts";
import type { Completion } from "./completion.ts";
import styles from "./completion-list.module.css";
import { optionId } from "./option-id.ts";

export interface CompletionListProps {
  id: string;
  found: readonly Completion[];
  chosen: Completion | undefined;
  onAccept: (completion: Completion) => void;
}

/** The suggestions over the box. The focus stays in the text, which names the active one. */
export function CompletionList({ id, found, chosen, onAccept }: CompletionListProps) {
  const words = useWords();
  const chosenId = optionId(id, chosen);
  useEffect(() => {
    if (chosenId) document.getElementById(chosenId)?.scrollIntoView({ block: "nearest" });
  }, [chosenId]);
  return (
    <div id={id} role="listbox" aria-label={words.deeds.completions} className={styles.list}>
      {found.map((completion) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text, which names the active option.
        <div
          key={completion.key}
          id={optionId(id, completion)}
          role="option"
          aria-selected={completion === chosen}
          className={classes(styles.option, completion === chosen && styles.chosen)}
          // Before the text loses the focus.
          onPointerDown={(event) => {
            event.preventDefault();
            onAccept(completion);
          }}
        >
          <Sign completion={completion} />
          <span dir="auto">{completion.label}</span>
          <span className={styles.detail} dir="auto">
            {completion.detail}
          </span>
        </div>
      ))}
    </div>
  );
}

function Sign({ completion: { sign, label, key, picture, text } }: { completion: Completion }) {
  switch (sign) {
    case "@":
      return <Avatar name={label} seed={key} picture={picture} size={24} />;
    case "#":
      return <Avatar isSquare name={label} seed={key} size={24} icon={<Hash size={13} />} />;
    case ":":
      return (
        <span className={styles.emoji} aria-hidden="true">
          <EmojiSign emoji={text} />
        </span>
      );
  }
}
