import type { RoomState, User, UserId } from "@parley/contract";
import type { FileStorage } from "../../files/storage.ts";
import type { Reader } from "../../store/store.ts";
import { fileStem } from "./file-names.ts";
import { type Times, timesIn } from "./times.ts";

/** A conversation that the person is in, as of when the archive was begun. */
export interface Conversation {
  readonly state: RoomState;
  /** Its name, or its people's. */
  readonly title: string;
  /** What its files are called. */
  readonly stem: string;
}

/** What one archive is made from, and of whom. */
export interface Gathering {
  readonly reader: Reader;
  readonly me: User;
  readonly now: number;
  /** Where the bytes of their files are. */
  readonly storage: FileStorage;
  readonly times: Times;
  readonly conversations: readonly Conversation[];
  /** Whom they blocked: their messages are folded away, as in the room. */
  readonly blocked: ReadonlySet<UserId>;
  /** One part is done. Throws when the archive is not wanted any more. */
  readonly step: () => Promise<void>;
}

export async function gatheringOf(
  reader: Reader,
  { me, now, step, storage }: Pick<Gathering, "me" | "now" | "step" | "storage">,
): Promise<Gathering> {
  const profile = await reader.profiles.find(me.id);
  const around = await reader.relations.blockedAround(me.id);
  return {
    reader,
    me,
    now,
    step,
    storage,
    times: timesIn(profile?.timeZone ?? null),
    conversations: await conversationsOf(reader, me),
    blocked: new Set([...around].filter(([, { byMe }]) => byMe).map(([userId]) => userId)),
  };
}

async function conversationsOf(reader: Reader, me: User): Promise<Conversation[]> {
  const states = await reader.roomStates.listOf(me.id);
  const names = new Map(
    (await reader.users.list(states.flatMap((state) => state.directIds))).map((u) => [u.id, u.name]),
  );
  const roomNames = new Map(states.map(({ room }) => [room.id, room.name]));
  const titleIn = ({ room, directIds }: RoomState) =>
    room.thread === undefined
      ? titleOf({ room, directIds }, me, names)
      : `${roomNames.get(room.thread.roomId) ?? ""}, thread ${room.thread.seq}`;
  const titled = states.map((state) => ({ state, title: titleIn(state) }));
  return titled
    .sort((a, b) => a.title.localeCompare(b.title, "en") || a.state.room.createdAt - b.state.room.createdAt)
    .map((one, at) => ({ ...one, stem: fileStem(at, one.title) }));
}

function titleOf(
  { room, directIds }: Pick<RoomState, "room" | "directIds">,
  me: User,
  names: ReadonlyMap<UserId, string>,
): string {
  if (room.kind !== "direct") return room.name;
  const others = directIds.filter((userId) => userId !== me.id).map((userId) => names.get(userId) ?? "");
  return others.length === 0 ? me.name : others.join(", ");
}
