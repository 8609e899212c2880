import { limits } from "@parley/contract";
import { Hash } from "lucide-react";
import { TextArea, TextField } from "../ui/text-field.tsx";
import type { Action } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./room-fields.module.css";

export interface RoomFieldsProps {
  action: Action;
  name: string;
  topic: string;
  onName: (name: string) => void;
  onTopic: (topic: string) => void;
}

const NEARLY_FULL = 50;

/** What a room is called and what it is for. */
export function RoomFields({ action, name, topic, onName, onTopic }: RoomFieldsProps) {
  const { directory } = useWords();
  const left = limits.topicCharacters - topic.length;
  const isNearlyFull = left <= NEARLY_FULL;
  return (
    <>
      <TextField
        label={directory.nameLabel}
        value={name}
        maxLength={limits.roomNameCharacters}
        autoComplete="off"
        required
        data-autofocus
        placeholder={directory.namePlaceholder}
        before={<Hash size={16} className={styles.hash} aria-hidden="true" />}
        error={action.field === "name" ? action.error : null}
        onChange={(event) => onName(event.target.value)}
      />
      <TextArea
        label={directory.topicLabel}
        value={topic}
        rows={2}
        maxLength={limits.topicCharacters}
        hint={isNearlyFull ? directory.topicLeft(left) : directory.topicHint}
        error={action.field === "topic" ? action.error : null}
        onChange={(event) => onTopic(event.target.value)}
      />
    </>
  );
}
