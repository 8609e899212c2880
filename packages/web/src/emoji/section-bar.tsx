import {
  Clock,
  Flag,
  Hand,
  Leaf,
  Lightbulb,
  type LucideIcon,
  Plane,
  Shapes,
  Smile,
  Sparkles,
  Trophy,
  Utensils,
} from "lucide-react";
import type { KeyboardEvent } from "react";
import { classes } from "../ui/classes.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./section-bar.module.css";
import type { EmojiSection, SectionId } from "./sections.ts";

const icons: Readonly<Record<Exclude<SectionId, "found">, LucideIcon>> = {
  recent: Clock,
  own: Sparkles,
  faces: Smile,
  people: Hand,
  nature: Leaf,
  food: Utensils,
  travel: Plane,
  activities: Trophy,
  objects: Lightbulb,
  symbols: Shapes,
  flags: Flag,
};

export interface SectionBarProps {
  sections: readonly EmojiSection[];
  /** The one that is looked at; none while one searches. */
  current: SectionId | null;
  onGo: (section: SectionId) => void;
}

/** The headings as pictures, to go there. One stop of Tab; arrows move within. */
export function SectionBar({ sections, current, onGo }: SectionBarProps) {
  const { emoji: words } = useWords();
  const reachable = sections.some(({ id }) => id === current) ? current : sections[0]?.id;
  return (
    <div role="toolbar" aria-label={words.headings} className={styles.bar} onKeyDown={onBarKey}>
      {sections.map(({ id }) => {
        if (id === "found") return null;
        const Icon = icons[id];
        return (
          <button
            key={id}
            type="button"
            tabIndex={id === reachable ? 0 : -1}
            aria-label={words.sections[id]}
            aria-current={id === current}
            className={classes(styles.section, id === current && styles.current)}
            onClick={() => onGo(id)}
          >
            <Icon size={18} />
          </button>
        );
      })}
    </div>
  );
}

/** Arrows move within a bar of buttons. */
export function onBarKey(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const now = buttons.indexOf(event.target as HTMLButtonElement);
  const next = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  buttons.at(next % buttons.length)?.focus();
}
