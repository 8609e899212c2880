import type { SeededMessage } from "@parley/server/seed";
import type { Exchange } from "./lines/exchange.ts";
import { slots } from "./lines/slots.ts";

export interface HistoryOptions {
  readonly exchanges: readonly Exchange[];
  /** Who talks here, by index. */
  readonly members: readonly number[];
  /** How a person is mentioned: `@handle`. */
  readonly mention: (person: number) => string;
  readonly count: number;
  readonly from: number;
  readonly until: number;
  readonly random: () => number;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** People sleep: of each day, this much is talked in. */
const wakingMs = 16 * hourMs;

/** A believable room: exchanges of a few lines, quick among themselves, with longer pauses between them. */
export function* history(options: HistoryOptions): Generator<SeededMessage> {
  const { exchanges, count, random } = options;
  const days = (options.until - options.from) / dayMs;
  let left = count;
  let wakingLeft = days * wakingMs;
  let order: Exchange[] = [];
  while (left > 0) {
    // Every exchange comes once before any comes again.
    if (order.length === 0) order = shuffled(exchanges, random);
    const exchange = order.pop() ?? [];
    const lines = exchange.slice(0, left);
    const perLineMs = wakingLeft / left;
    const quickMs = Math.min(perLineMs, 90_000) / 2;
    const speakers = cast(options.members, lines.length, random);
    for (const [at, text] of lines.entries()) {
      const slowMs = lines.length * (perLineMs - quickMs / 2);
      wakingLeft -= Math.min(wakingLeft, at === 0 ? slowMs * (0.5 + random()) : quickMs * random());
      yield message(text, { at, speakers, sentAt: timeOf(options.until, wakingLeft), options });
      left -= 1;
    }
  }
}

interface Turn {
  readonly at: number;
  readonly speakers: readonly number[];
  readonly sentAt: number;
  readonly options: HistoryOptions;
}

function message(text: string, { at, speakers, sentAt, options }: Turn): SeededMessage {
  const { random } = options;
  const sender = speakers[at % speakers.length] ?? 0;
  const body = filled(text, { ...options, sender });
  const chance = random();
  if (chance < 0.006) return { sender, body, sentAt, isDeleted: true };
  if (chance < 0.025 && body.length > 12) return { sender, body, sentAt, former: mistyped(body, random) };
  if (at > 0 && chance < 0.11) return { sender, body, sentAt, answers: at };
  return { sender, body, sentAt };
}

/** So many ms of waking time before the end; the nights between are left out. */
function timeOf(until: number, wakingMsBefore: number): number {
  const nights = Math.floor(wakingMsBefore / wakingMs);
  return Math.floor(until - nights * dayMs - (wakingMsBefore % wakingMs));
}

function filled(text: string, options: HistoryOptions & { sender: number }): string {
  return text.replace(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot !== "name") return pick(slots[slot] ?? [slot], options.random);
    const others = options.members.filter((member) => member !== options.sender);
    return options.mention(pick(others.length > 0 ? others : options.members, options.random));
  });
}

/** Two letters the wrong way round, as happens. */
function mistyped(body: string, random: () => number): string {
  const letters = [...body];
  const at = 1 + Math.floor(random() * (letters.length - 2));
  const [one = "", other = ""] = letters.slice(at, at + 2);
  letters.splice(at, 2, other, one);
  return letters.join("") === body ? `${body}.` : letters.join("");
}

/** Who speaks in an exchange: two to four people, the first one opening and often answering. */
function cast(members: readonly number[], lines: number, random: () => number): number[] {
  const size = Math.min(members.length, lines > 4 ? 4 : lines > 2 ? 3 : 2);
  return shuffled(members.length > 8 ? sample(members, size, random) : members, random).slice(0, size);
}

function sample(members: readonly number[], size: number, random: () => number): number[] {
  const chosen = new Set<number>();
  // The square makes the first members the talkative ones.
  while (chosen.size < size) chosen.add(members[Math.floor(random() ** 2 * members.length)] ?? 0);
  return [...chosen];
}

export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const result = [...list];
  for (let at = result.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [result[at], result[other]] = [result[other] as T, result[at] as T];
  }
  return result;
}

export function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}
