import { type ClientState, type RoomEntry, roomList, roomTitle } from "@parley/client";
import {
  dateAfter,
  type RoomId,
  type SearchOperator,
  searchOperators,
  searchStates,
  searchThings,
  type User,
} from "@parley/contract";
import { fuzzyScore } from "../rooms/fuzzy.ts";
import type { Words } from "../words/words.ts";
import { addMonths, timeOf } from "./month-grid.ts";
import type { SearchToken } from "./search-token.ts";

/** What the token being written may become. */
export interface Suggestion {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  /** Takes the token's place. */
  readonly text: string;
  readonly person?: User;
  readonly room?: RoomEntry;
  /** Instead of a text: search in that room alone, whose name no operator can say. */
  readonly scope?: RoomId;
}

export interface SuggestionSource {
  readonly state: ClientState;
  readonly words: Words;
  readonly language: string;
  /** Whose names begin with the value, for `from:`. */
  readonly people: readonly User[];
  /** Such as `2026-03-14`. */
  readonly today: string;
}

const SHOWN = 8;
/** One letter says too little to suggest anything. */
const LEAST = 2;

/** Best first; nothing where the token is complete already. */
export function suggestionsFor(token: SearchToken, source: SuggestionSource): readonly Suggestion[] {
  const found = token.operator === null ? operators(token, source) : values(token.operator, token.value, source);
  return found.some(({ text }) => text === token.text) ? [] : found.slice(0, SHOWN);
}

function operators({ text }: SearchToken, { words }: SuggestionSource): readonly Suggestion[] {
  const typed = text.toLowerCase();
  if (typed.length < LEAST) return [];
  return searchOperators.filter((name) => name.startsWith(typed)).map((name) => operatorSuggestion(name, words));
}

function operatorSuggestion(name: SearchOperator, { search }: Words): Suggestion {
  return { key: name, label: `${name}:`, detail: search.operators[name], text: `${name}:` };
}

function values(operator: SearchOperator, typed: string, source: SuggestionSource): readonly Suggestion[] {
  const { search } = source.words;
  switch (operator) {
    case "from":
      return people(source);
    case "in":
      return rooms(typed, source);
    case "has":
      return fixed("has", searchThings, search.has).filter(isLike(typed));
    case "is":
      return fixed("is", searchStates, search.is).filter(isLike(typed));
    case "mentions":
      return fixed("mentions", ["me"], { me: search.mentionsMe }).filter(isLike(typed));
    default:
      return days(operator, source).filter(isLike(typed));
  }
}

function people({ state, people, words }: SuggestionSource): readonly Suggestion[] {
  return people.map((person) => {
    const isMe = person.id === state.me?.id;
    const detail = isMe ? words.search.fromMe : `@${person.handle}`;
    return { key: person.id, label: person.name, detail, text: `from:${isMe ? "me" : person.handle}`, person };
  });
}

function rooms(typed: string, { state, words }: SuggestionSource): readonly Suggestion[] {
  const all = roomList(state).map((room, at) => {
    const label = roomTitle(state, room) || words.rooms.justYou;
    return { room, label, at, score: fuzzyScore(typed, label) };
  });
  return all
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .map(({ room, label }) => {
      const { id, kind, name, topic } = room.state.room;
      const isSayable = kind !== "direct" && !/[\s"]/u.test(name);
      const base = { key: id, label, detail: kind === "direct" ? "" : topic, room };
      return isSayable ? { ...base, text: `in:${name}` } : { ...base, text: "", scope: id };
    });
}

function fixed<T extends string>(operator: string, all: readonly T[], labels: Record<T, string>): Suggestion[] {
  return all.map((value) => ({
    key: value,
    label: labels[value],
    detail: `${operator}:${value}`,
    text: `${operator}:${value}`,
  }));
}

function days(operator: SearchOperator, { words: { search }, today, language }: SuggestionSource): Suggestion[] {
  const named: readonly (readonly [label: string, date: string])[] = [
    [search.today, today],
    [search.yesterday, dateAfter(today, -1)],
    [search.weekAgo, dateAfter(today, -7)],
    [search.monthAgo, addMonths(today, -1)],
    [search.yearAgo, addMonths(today, -12)],
  ];
  const format = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
  return named.map(([label, date]) => ({
    key: date,
    label,
    detail: format.format(timeOf(date)),
    text: `${operator}:${date}`,
  }));
}

/** By what it is called or by what it writes. */
function isLike(typed: string): (suggestion: Suggestion) => boolean {
  const wanted = typed.toLocaleLowerCase();
  return ({ label, text }) =>
    label.toLocaleLowerCase().startsWith(wanted) || text.slice(text.indexOf(":") + 1).startsWith(wanted);
}
