import { foldHandle, foldRoomName } from "@parley/contract";

/** What Tab may complete to. */
export interface CompletionSources {
  /** With their slash. */
  readonly commands: readonly string[];
  readonly rooms: readonly string[];
  readonly handles: readonly string[];
}

export interface Completion {
  /** Characters that the candidate replaces. */
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly string[];
}

/**
 * What the word before the cursor may become: a command at the beginning, `#room` and `@person` anywhere. Undefined
 * when the word is none of these, or nothing fits it.
 */
export function complete(
  characters: readonly string[],
  cursor: number,
  sources: CompletionSources,
): Completion | undefined {
  let start = cursor;
  while (start > 0 && !/^\s/.test(characters[start - 1] ?? " ")) start -= 1;
  const word = characters.slice(start, cursor).join("");
  const candidates = matching(word, { isFirst: start === 0, sources });
  return candidates.length > 0 ? { start, end: cursor, candidates } : undefined;
}

function matching(word: string, context: { isFirst: boolean; sources: CompletionSources }): string[] {
  const { isFirst, sources } = context;
  const rest = word.slice(1);
  if (word.startsWith("/") && isFirst) return sources.commands.filter((name) => name.startsWith(word));
  if (word.startsWith("#")) {
    const prefix = foldRoomName(rest);
    return sources.rooms
      .filter((name) => foldRoomName(name).startsWith(prefix))
      .map((name) => `#${foldRoomName(name)}`);
  }
  if (word.startsWith("@")) {
    const prefix = foldHandle(rest);
    return sources.handles.filter((handle) => handle.startsWith(prefix)).map((handle) => `@${handle}`);
  }
  return [];
}
