import { Clock } from "lucide-react";
import { onBarKey } from "../emoji/section-bar.tsx";
import { classes } from "../ui/classes.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./set-bar.module.css";
import type { StickerSection } from "./sticker-sections.ts";
import { smallUrl } from "./sticker-urls.ts";
import { useSetName } from "./use-set-name.ts";

export interface SetBarProps {
  sections: readonly StickerSection[];
  /** The one that is looked at; none while one searches. */
  current: string | null;
  onGo: (section: string) => void;
}

/** The sets by their first stickers, to go there. One stop of Tab; arrows move within. */
export function SetBar({ sections, current, onGo }: SetBarProps) {
  const { stickers: words } = useWords();
  const nameOf = useSetName();
  const reachable = sections.some(({ id }) => id === current) ? current : sections[0]?.id;
  return (
    <div role="toolbar" aria-label={words.headings} className={styles.bar} onKeyDown={onBarKey}>
      {sections.map((section) => {
        const [first] = section.stickers;
        return (
          <button
            key={section.id}
            type="button"
            tabIndex={section.id === reachable ? 0 : -1}
            aria-label={nameOf(section)}
            aria-current={section.id === current}
            className={classes(styles.set, section.id === current && styles.current)}
            onClick={() => onGo(section.id)}
          >
            {section.id === "recent" || !first ? (
              <Clock size={18} />
            ) : (
              <img src={smallUrl(first)} alt="" width={24} height={24} />
            )}
          </button>
        );
      })}
    </div>
  );
}
