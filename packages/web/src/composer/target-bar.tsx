import { Pencil, Reply, X } from "lucide-react";
import type { ComposerTarget } from "../messages/conversation-context.ts";
import { previewOf } from "../messages/parsed.ts";
import { IconButton } from "../ui/button.tsx";
import { usePerson } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./target-bar.module.css";

export interface TargetBarProps {
  target: ComposerTarget;
  onCancel: () => void;
}

/** What is being answered or edited, above the text, and a way out of it. */
export function TargetBar({ target, onCancel }: TargetBarProps) {
  const words = useWords();
  const person = usePerson(target.message.senderId);
  const isReply = target.kind === "reply";
  return (
    <div className={styles.bar}>
      <span className={styles.icon} aria-hidden="true">
        {isReply ? <Reply size={18} /> : <Pencil size={18} />}
      </span>
      <div className={styles.words}>
        <span className={styles.title}>
          {isReply ? words.deeds.replyingTo(person?.name ?? words.messages.unknownPerson) : words.deeds.editing}
        </span>
        <span className={styles.text} dir="auto">
          {previewOf(words, target.message)}
        </span>
      </div>
      <IconButton
        isSmall
        label={isReply ? words.deeds.cancelReply : words.deeds.cancelEdit}
        keys="Esc"
        icon={<X size={18} />}
        onClick={onCancel}
      />
    </div>
  );
}
