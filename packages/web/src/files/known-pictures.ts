import type { RoomWindow } from "@parley/client";
import type { Output } from "@parley/contract";
import type { ShownPicture } from "./show-file.ts";

/** A stretch of a room, `low` ≤ seq ≤ `high`, of which all pictures are known. */
export interface Known {
  readonly pictures: readonly ShownPicture[];
  readonly low: number;
  readonly high: number;
  readonly isStart: boolean;
  /** It reaches to where new ones come. */
  readonly isEnd: boolean;
}

type Page = Output<"file:list">;

/** One file may be in several messages. */
export function keyOf({ messageId, file }: Pick<ShownPicture, "messageId" | "file">): string {
  return `${messageId} ${file.id}`;
}

/** What is known at first: what the conversation has loaded, if the picture is there; else of its own message nothing more. */
export function knownAround(shown: ShownPicture, local: readonly ShownPicture[], window: RoomWindow | null): Known {
  const [first, last] = [window?.messages[0]?.seq, window?.messages.at(-1)?.seq];
  const isThere = local.some((one) => keyOf(one) === keyOf(shown));
  if (!isThere || window === null) {
    const at = { low: shown.seq + 1, high: shown.seq };
    return { pictures: [shown], ...at, isStart: false, isEnd: false };
  }
  const { isStart, isEnd } = window;
  return {
    pictures: local.filter(({ isStored }) => isStored),
    low: first ?? 1,
    high: last ?? 0,
    isStart,
    isEnd,
  };
}

export function withOlder(known: Known, page: Page): Known {
  const pictures = [...picturesOf(page), ...known.pictures];
  return { ...known, pictures, low: page.entries.at(-1)?.seq ?? 1, isStart: page.isEnd };
}

export function withNewer(known: Known, page: Page): Known {
  const pictures = [...known.pictures, ...picturesOf(page)];
  return { ...known, pictures, high: page.entries[0]?.seq ?? known.high, isEnd: page.isEnd };
}

/** In order, with what the conversation has besides: what is new, and what waits. */
export function withLocal(known: Known, local: readonly ShownPicture[]): ShownPicture[] {
  const { low, high, isEnd, pictures } = known;
  const joining = local.filter(({ seq, isStored }) => (isStored ? seq >= low && (isEnd || seq <= high) : isEnd));
  const all = new Map([...pictures, ...joining].map((one) => [keyOf(one), one]));
  return [...all.values()].sort((one, other) => (one.seq || LAST) - (other.seq || LAST));
}

/** What waits has no number yet. */
const LAST = Number.MAX_SAFE_INTEGER;

/** Pages come newest first, and the files of one message in their order. */
function picturesOf({ entries }: Page): ShownPicture[] {
  const messages = Map.groupBy(entries, ({ seq }) => seq);
  return [...messages.values()].reverse().flatMap((files) => files.map((entry) => ({ ...entry, isStored: true })));
}
