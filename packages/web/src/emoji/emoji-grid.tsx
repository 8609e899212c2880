import { type RefObject, type SyntheticEvent, useDeferredValue, useEffect, useRef } from "react";
import { useKeptFocus } from "../ui/use-kept-focus.ts";
import { useWords } from "../words/use-words.ts";
import type { Emoji } from "./emoji-data.ts";
import styles from "./emoji-grid.module.css";
import { EmojiSection } from "./emoji-section.tsx";
import { firstCell, focusCell, focusFirstCell, keepReachable, onGridKey } from "./grid-keys.ts";
import type { EmojiSection as Section, SectionId } from "./sections.ts";
import type { SkinTone } from "./skin-tones.ts";
import type { Goal } from "./use-emoji-picker.ts";

export interface EmojiGridProps {
  id: string;
  sections: readonly Section[];
  tone: SkinTone;
  goal: Goal | null;
  /** What had the focus when another grid stood here. */
  kept: RefObject<HTMLElement | null>;
  onPick: (emoji: Emoji) => void;
  /** The one under the pointer or with the focus. */
  onShow: (emoji: Emoji) => void;
  onScrolledTo: (section: SectionId) => void;
  /** A key that is for the search. */
  onLeave: () => void;
}

/** Everything there is, in rows under headings. Two thousand buttons listen in one place. */
export function EmojiGrid(props: EmojiGridProps) {
  const { id, sections, tone, goal, kept, onPick, onShow, onScrolledTo, onLeave } = props;
  const { emoji: words } = useWords();
  const grid = useRef<HTMLDivElement>(null);
  // What is seen first stands at once; the rest follows when there is time.
  const rendered = useDeferredValue(sections, sections.slice(0, 2));
  useGoal(grid, goal, rendered);
  useKeptFocus(grid, kept, focusFirstCell);
  useEffect(() => {
    if (grid.current && rendered) keepReachable(grid.current, null);
  }, [rendered]);
  const emojiAt = (target: EventTarget): Emoji | undefined => {
    const at = cellOf(target)?.dataset.at;
    return at === undefined ? undefined : rendered.flatMap(({ emoji }) => emoji)[Number(at)];
  };
  const show = (event: SyntheticEvent) => {
    const emoji = emojiAt(event.target);
    if (emoji) onShow(emoji);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table does not promise that arrows move in it.
    <div
      ref={grid}
      id={id}
      role="grid"
      aria-label={words.title}
      // Reached by Tab through one of its cells.
      tabIndex={-1}
      className={styles.grid}
      onClick={(event) => {
        const emoji = emojiAt(event.target);
        if (emoji) onPick(emoji);
      }}
      onPointerOver={show}
      onFocus={(event) => {
        const cell = cellOf(event.target);
        if (cell) keepReachable(event.currentTarget, cell);
        show(event);
      }}
      onKeyDown={(event) => {
        if (onGridKey(event)) return;
        if (event.key === "ArrowUp") event.preventDefault();
        if (event.key === "ArrowUp" || isWritten(event)) onLeave();
      }}
      onScroll={(event) => {
        const section = sectionAtTop(event.currentTarget);
        if (section) onScrolledTo(section);
      }}
    >
      {rendered.map((section, at) => (
        <EmojiSection key={section.id} section={section} tone={tone} from={countBefore(rendered, at)} />
      ))}
    </div>
  );
}

function cellOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-at]") : null;
}

function countBefore(sections: readonly Section[], at: number): number {
  return sections.slice(0, at).reduce((count, { emoji }) => count + emoji.length, 0);
}

/** A letter goes on with the search; Space picks. */
function isWritten(event: { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean }): boolean {
  const isText = event.key.length === 1 && event.key !== " ";
  return (isText || event.key === "Backspace") && !event.ctrlKey && !event.metaKey && !event.altKey;
}

function sectionAtTop(grid: HTMLElement): SectionId | undefined {
  const sections = [...grid.querySelectorAll<HTMLElement>("[data-section]")];
  const top = sections.findLast(({ offsetTop }) => offsetTop <= grid.scrollTop + 1);
  return top?.dataset.section as SectionId | undefined;
}

/** Goes to a section as soon as it is there. */
function useGoal(
  grid: { readonly current: HTMLElement | null },
  goal: Goal | null,
  rendered: readonly Section[],
): void {
  const reached = useRef<Goal | null>(null);
  useEffect(() => {
    if (goal === null || goal === reached.current || !rendered.some(({ id }) => id === goal.id)) return;
    const section = grid.current?.querySelector(`[data-section="${goal.id}"]`);
    const cell = firstCell(section ?? null);
    if (!cell) return;
    reached.current = goal;
    section?.scrollIntoView({ block: "start" });
    focusCell(cell);
  }, [grid, goal, rendered]);
}
