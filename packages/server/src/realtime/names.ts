import type { RoomId, SessionId, UserId } from "@parley/contract";

/** Socket.IO's rooms are addresses for fan-out; these are theirs. */
export const address = {
  /** All connections of all members. */
  room: (id: RoomId) => `room:${id}`,
  /** Connections that have the room on screen. */
  watch: (id: RoomId) => `watch:${id}`,
  /** Connections of one person that have their friends on screen. */
  friends: (id: UserId) => `friends:${id}`,
  /** All connections of one person. */
  user: (id: UserId) => `user:${id}`,
  /** Everybody who is signed in. */
  everyone: "everyone",
  session: (id: SessionId) => `session:${id}`,
} as const;

/** The room behind a `watch:` address, or null for another kind. */
export function watchedRoomOf(name: string): RoomId | null {
  return name.startsWith("watch:") ? (name.slice(6) as RoomId) : null;
}

/** The room behind a `room:` address, or null for another kind. */
export function roomOf(name: string): RoomId | null {
  return name.startsWith("room:") ? (name.slice(5) as RoomId) : null;
}
