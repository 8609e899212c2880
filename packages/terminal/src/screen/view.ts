import type { MessageId, RoomId } from "@parley/contract";
import type { Line } from "../text/spans.ts";
import { type Composer, emptyComposer } from "./composer.ts";
import { newest, type Scroll } from "./scroll.ts";

/** What Enter will do with what is written. */
export type Mode =
  | { readonly kind: "new" }
  | { readonly kind: "edit"; readonly messageId: MessageId; readonly seq: number }
  | { readonly kind: "reply"; readonly seq: number; readonly name: string }
  | Question;

/** Something that a command asks. What is typed is its answer; null when it is given up. */
export interface Question {
  readonly kind: "question";
  readonly text: string;
  /** Neither shown nor remembered. */
  readonly isHidden: boolean;
  readonly answer: (text: string | null) => void;
}

/** Something to read above the composer, until Esc or the next thing. */
export interface Panel {
  readonly lines: readonly Line[];
  /** Lines of it that are scrolled away above. */
  readonly offset: number;
}

/** Tab going through its candidates. */
export interface Cycle {
  readonly start: number;
  readonly candidates: readonly string[];
  readonly at: number;
}

/** What this screen shows of the client's state, and what is being written. */
export interface View {
  readonly roomId: RoomId | null;
  readonly composer: Composer;
  readonly mode: Mode;
  readonly scroll: Scroll;
  readonly panel: Panel | null;
  readonly cycle: Cycle | null;
  readonly isRevealed: boolean;
}

export const firstView: View = {
  roomId: null,
  composer: emptyComposer,
  mode: { kind: "new" },
  scroll: newest,
  panel: null,
  cycle: null,
  isRevealed: false,
};
