import { TextSearch } from "lucide-react";
import { Avatar } from "../ui/avatar.tsx";
import { Badge } from "../ui/badge.tsx";
import { classes } from "../ui/classes.ts";
import { useClientState } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import type { Candidate } from "./candidates.ts";
import { partnerOf } from "./room-look.ts";
import { RoomAvatar } from "./room-row.tsx";
import styles from "./switcher.module.css";

export interface SwitcherOptionProps {
  id: string;
  candidate: Candidate;
  isChosen: boolean;
  onSelect: () => void;
}

export function SwitcherOption({ id, candidate, isChosen, onSelect }: SwitcherOptionProps) {
  const words = useWords();
  const partner = useClientState((state) =>
    candidate.kind === "room" ? partnerOf(state, candidate.entry) : undefined,
  );
  const unread = candidate.kind === "room" ? candidate.entry.state.unread : 0;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option.
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same.
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      className={classes(styles.option, isChosen && styles.chosen)}
      onClick={onSelect}
    >
      {candidate.kind === "search" && <TextSearch size={20} className={styles.sign} aria-hidden="true" />}
      {candidate.kind === "room" && (
        <RoomAvatar state={candidate.entry.state} partner={partner} title={candidate.title} size={28} />
      )}
      {candidate.kind === "person" && (
        <Avatar name={candidate.title} seed={candidate.key} picture={candidate.person.avatar} size={28} />
      )}
      <span className={styles.title}>
        <bdi>{candidate.kind === "search" ? words.search.fromSwitcher(candidate.title) : candidate.title}</bdi>
      </span>
      <Badge count={unread} label={words.rooms.unread(unread)} />
    </div>
  );
}
