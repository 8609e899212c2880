import { foldHandle, foldRoomName } from "@parley/contract";

/** What Tab may complete to. */
export interface CompletionSources {
  /** With their slash. */
  readonly commands: readonly string[];
  readonly rooms: readonly string[];
  /** People's; those whom the command is for, where it is for some. */
  readonly handles: (command: string | null) => readonly string[];
  /** Of emoji, with their colons. */
  readonly codes: () => readonly string[];
  /** Words that may stand behind a command. */
  readonly options: (command: string) => readonly string[];
}

export interface Completion {
  /** Characters that the candidate replaces. */
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly string[];
}

/**
 * What the word before the cursor may become: a command at the beginning, `#room`, `@person` and `:emoji:` anywhere, a
 * word that a command knows behind it. Undefined when the word is none of these, or nothing fits it.
 */
export function complete(
  characters: readonly string[],
  cursor: number,
  sources: CompletionSources,
): Completion | undefined {
  let start = cursor;
  while (start > 0 && !/^\s/.test(characters[start - 1] ?? " ")) start -= 1;
  const word = characters.slice(start, cursor).join("");
  const [, command = null] = /^\/(\S+)\s/.exec(characters.slice(0, start).join("")) ?? [];
  const candidates = start === 0 ? first(word, sources) : later(word, command, sources);
  return candidates.length > 0 ? { start, end: cursor, candidates } : undefined;
}

function first(word: string, sources: CompletionSources): readonly string[] {
  if (word.startsWith("/")) return sources.commands.filter((name) => name.startsWith(word));
  return later(word, null, sources);
}

function later(word: string, command: string | null, sources: CompletionSources): readonly string[] {
  const rest = word.slice(1);
  if (word.startsWith("#")) {
    const prefix = foldRoomName(rest);
    return sources.rooms
      .filter((name) => foldRoomName(name).startsWith(prefix))
      .map((name) => `#${foldRoomName(name)}`);
  }
  if (word.startsWith("@")) {
    const prefix = foldHandle(rest);
    return sources
      .handles(command)
      .filter((handle) => handle.startsWith(prefix))
      .map((handle) => `@${handle}`);
  }
  // With fewer letters there are hundreds.
  if (/^:[^:]{2}/.test(word)) return sources.codes().filter((code) => code.startsWith(word.toLowerCase()));
  return command === null ? [] : sources.options(command).filter((option) => option.startsWith(word));
}
