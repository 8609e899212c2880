import { limits, type Message, type User } from "@parley/contract";
import type { ZipEntry } from "../../lib/zip-file.ts";
import type { WrittenPlace } from "../../store/exports.ts";
import type { Conversation, Gathering } from "./gathering.ts";
import { historyOf, Names, ownEditsIn, ownReactionsIn, ownVotesIn, ownWordsIn, type Stretch } from "./history.ts";

/** Numbers of what changed are the server's own business. */
export const told = ({ rev: _, ...message }: Message) => message;
const named = ({ id, handle, name }: User) => ({ id, handle, name });

/** A file of one value that is at hand, or soon is. */
export function jsonFile(path: string, value: () => unknown): ZipEntry {
  return {
    path,
    async *content() {
      yield `${JSON.stringify(await value(), null, 2)}\n`;
    },
  };
}

/** One conversation: what it is, who is in it, and its history. */
export function roomFile(gathering: Gathering, conversation: Conversation): ZipEntry {
  const { state, title, stem } = conversation;
  const { clearedSeq, lastSeq, draft, role, preferences } = state;
  return {
    path: `rooms/${stem}.json`,
    async *content() {
      const { rules: _, ...room } = state.room;
      yield `{\n"title": ${JSON.stringify(title)},\n"room": ${JSON.stringify(room)},\n`;
      yield `"mine": ${JSON.stringify({ role, draft, preferences })},\n"members": [`;
      yield* listed(membersOf(gathering, conversation));
      yield `],\n"messages": [`;
      const names = new Names(gathering);
      let people: Iterable<User> = [];
      yield* listed(
        (async function* () {
          for await (const messages of historyOf(gathering, { roomId: room.id, after: clearedSeq, until: lastSeq })) {
            people = (await names.of(messages)).values();
            yield messages.map(told);
          }
        })(),
      );
      yield `],\n"people": ${JSON.stringify([...people].map(named))}\n}\n`;
    },
  };
}

/** Everything that the person wrote, wherever it was. */
export function ownWordsFile(gathering: Gathering, places: readonly WrittenPlace[]): ZipEntry {
  return fileOfPlaces("my-messages.json", places, async function* (stretch) {
    for await (const messages of ownWordsIn(gathering, stretch)) yield messages.map(told);
  });
}

/** Every reaction of theirs: in the conversations they are shown, but not those in rooms that were left. */
export function ownReactionsFile(gathering: Gathering, places: readonly WrittenPlace[]): ZipEntry {
  return fileOfPlaces("my-reactions.json", places, (stretch) => ownReactionsIn(gathering, stretch));
}

/** What messages of theirs said before they were edited. */
export function ownEditsFile(gathering: Gathering, places: readonly WrittenPlace[]): ZipEntry {
  return fileOfPlaces("my-edits.json", places, (stretch) => ownEditsIn(gathering, stretch));
}

/** Every vote of theirs: the places of the answers, the first being 0. */
export function ownVotesFile(gathering: Gathering, places: readonly WrittenPlace[]): ZipEntry {
  return fileOfPlaces("my-votes.json", places, (stretch) => ownVotesIn(gathering, stretch));
}

/** What is the person's own in all their rooms, room by room. */
function fileOfPlaces(
  path: string,
  places: readonly WrittenPlace[],
  partsOf: (stretch: Stretch) => AsyncIterable<readonly object[]>,
): ZipEntry {
  return {
    path,
    async *content() {
      yield "[";
      yield* listed(
        (async function* () {
          for (const { roomId, kind, name, clearedSeq, lastSeq, hasLeft } of places) {
            // What a room is called that one has left is for those in it.
            const roomName = (kind === "private" && hasLeft) || kind === "direct" ? null : name;
            for await (const part of partsOf({ roomId, after: clearedSeq, until: lastSeq }))
              yield part.map((one) => ({ roomId, roomName, ...one }));
          }
        })(),
      );
      yield "]\n";
    },
  };
}

async function* membersOf({ reader, me }: Gathering, { state: { room } }: Conversation): AsyncGenerator<unknown[]> {
  let last = "";
  for (let isFull = true; isFull; ) {
    if ((await reader.members.find(room.id, me.id)) === undefined) return;
    const { members, people } = await reader.members.page(room.id, last, limits.pageMembers);
    yield people.map((user, at) => ({ ...named(user), role: members[at]?.role, joinedAt: members[at]?.joinedAt }));
    isFull = people.length === limits.pageMembers;
    last = people.at(-1)?.handle ?? "";
  }
}

/** The inside of a JSON array, one value a line. */
async function* listed(parts: AsyncIterable<readonly unknown[]>): AsyncGenerator<string> {
  let isFirst = true;
  for await (const part of parts) {
    const lines = part.map((value) => `\n${JSON.stringify(value)}`).join(",");
    if (lines === "") continue;
    yield isFirst ? lines : `,${lines}`;
    isFirst = false;
  }
}
