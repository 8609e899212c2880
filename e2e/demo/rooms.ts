import { foldHandle } from "@parley/contract";
import type { SeededMessage, SeededRoom } from "@parley/server/seed";
import { seeded } from "../proof/rig/random.ts";
import { history, pick, shuffled } from "./history.ts";
import { type Subject, subjects } from "./lines/index.ts";
import { summerParty } from "./lines/summer-party.ts";
import { privateRooms, publicRooms } from "./named-rooms.ts";
import { people } from "./people.ts";

const dayMs = 86_400_000;
const minuteMs = 60_000;
const everyone = people.map((_, at) => at);
/** Public rooms that the first two people have not joined yet, so that the directory has something to offer. */
const unjoined = new Set(["vinyl", "radio", "bees", "dogs", "sewing", "puzzles", "kids", "go", "astronomy"]);
/** Who writes where another language is spoken; elsewhere everyone does. */
const speakers: Partial<Record<Subject, readonly number[]>> = {
  german: [3, 13, 20, 24, 32, 34, 39],
  romance: [1, 17, 18, 21, 29, 33, 38],
  eastAsian: [4, 5, 6, 31],
  otherScripts: [7, 8, 9, 10, 11, 12, 14, 15, 22, 27],
};
const draftTexts = [
  "I would say we",
  "What if we met at the mill inst",
  "Thank you for\n- the chairs\n- the",
  "@mara_lindqvist do you",
];

export interface RoomsOptions {
  readonly now: number;
  /** Messages in the long room. */
  readonly longRoom: number;
}

/** 200 rooms: 80 public, 60 private, 60 conversations between two or more. The same every time, up to `now`. */
export function rooms({ now, longRoom }: RoomsOptions): SeededRoom[] {
  const random = seeded(62);
  const mention = (person: number) => `@${foldHandle(people[person] ?? "")}`;
  const room = (plan: Plan): SeededRoom => {
    const createdAt = now - plan.days * dayMs;
    // Half of the rooms were quiet lately.
    const quietMs = plan.isLively ? random() ** 2 * 50 * minuteMs : random() ** 3 * plan.days * 0.8 * dayMs;
    const until = now - Math.max(quietMs, plan.name === "summer party" ? 50 * minuteMs : 0);
    const past = history({
      exchanges: subjects[plan.subject],
      members: talkers(plan),
      mention,
      count: plan.count,
      from: createdAt + 5 * minuteMs,
      until,
      random: seeded(Math.floor(random() * 2 ** 32)),
    });
    const { kind, name, topic, members } = plan;
    const isShown = name === "summer party";
    const messages = isShown ? concatenated(past, partyLines(now)) : past;
    const isRead = random() < (plan.isLively ? 0 : 0.7);
    const unread = new Map(
      isRead || isShown ? [] : members.slice(0, 2).map((at) => [at, Math.floor(random() * plan.mostUnread)]),
    );
    const draft = random() < 0.06 ? new Map([[0, pick(draftTexts, random)]]) : new Map<number, string>();
    const drafts = isShown ? new Map<number, string>() : draft;
    return { kind, name, topic, createdAt, members, messages, unread, drafts };
  };
  const named = [...publicRooms.map(publicPlan(random, longRoom)), ...privateRooms.map(privatePlan(random))];
  return [...named, ...directPlans(random)].map(room);
}

function* concatenated<T>(...parts: Iterable<T>[]): Generator<T> {
  for (const part of parts) yield* part;
}

function partyLines(now: number): SeededMessage[] {
  return summerParty.map(({ by, minutesAgo, body, answers }) => {
    const message = { sender: people.indexOf(by), body, sentAt: now - minutesAgo * minuteMs };
    return answers === undefined ? message : { ...message, answers };
  });
}

function talkers({ members, subject }: Plan): readonly number[] {
  const speaking = members.filter((member) => speakers[subject]?.includes(member) ?? true);
  return speaking.length > 1 ? speaking : members;
}

interface Plan {
  readonly kind: SeededRoom["kind"];
  readonly name: string;
  readonly subject: Subject;
  readonly topic: string;
  readonly members: readonly number[];
  readonly count: number;
  readonly days: number;
  readonly isLively: boolean;
  readonly mostUnread: number;
}

type Named = (typeof publicRooms)[number];

function publicPlan(random: () => number, longRoom: number) {
  return ([name, subject, topic]: Named, at: number): Plan => {
    const isLobby = at === 0;
    const isLong = at === 1;
    const some = shuffled(everyone.slice(2), random).slice(0, 4 + Math.floor(random() * 25));
    const wanted = name === "summer party" ? summerParty.map(({ by }) => people.indexOf(by)) : speakers[subject];
    const others = [...new Set([...(wanted ?? []), ...some])].filter((person) => person > 1);
    return {
      kind: "public",
      name,
      subject,
      topic,
      members: isLobby || isLong ? everyone : unjoined.has(name) ? others : [0, 1, ...others],
      count: isLong ? longRoom : isLobby ? 900 : 40 + Math.floor(random() * 260),
      days: isLobby || isLong ? 300 : 40 + random() * 240,
      isLively: isLobby || isLong || random() < 0.25,
      mostUnread: isLong ? 140 : 30,
    };
  };
}

function privatePlan(random: () => number) {
  return ([name, subject, topic]: Named): Plan => {
    const some = shuffled(everyone.slice(2), random).slice(0, 2 + Math.floor(random() * 8));
    const others = (speakers[subject] ?? some).filter((person) => person > 1);
    const count = 20 + Math.floor(random() * 160);
    const members = name === "notes to self" ? [0] : random() < 0.6 ? [0, 1, ...others] : [0, ...others];
    const days = 20 + random() * 200;
    return { kind: "private", name, subject, topic, members, count, days, isLively: random() < 0.2, mostUnread: 12 };
  };
}

/** The first person with everyone, then some groups; with those who write otherwise, in their language. */
function directPlans(random: () => number): Plan[] {
  const pairs = everyone.slice(1).map((at) => [0, at]);
  const groups = Array.from({ length: 60 - pairs.length }, (_, at) => [
    ...[0, at + 1],
    ...shuffled(everyone.slice(at + 2), random).slice(0, 1 + Math.floor(random() * 3)),
  ]);
  return [...pairs, ...groups].map((members) => ({
    kind: "direct",
    name: "",
    subject: "private",
    topic: "",
    members,
    count: 6 + Math.floor(random() ** 2 * 200),
    days: 5 + random() * 280,
    isLively: random() < 0.15,
    mostUnread: 5,
  }));
}
