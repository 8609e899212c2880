import type {
  EventPair,
  EventsOfScope,
  Payload,
  PersonEventName,
  Receipt,
  RoomId,
  SessionId,
  User,
  UserId,
} from "@parley/contract";
import type { Audience, Effect, Effects, JobName } from "../context.ts";

/** Collects, in order, what is to follow a commit. */
export class EffectList implements Effects {
  readonly list: Effect[] = [];

  publish<N extends EventsOfScope<"room">>(roomId: RoomId, name: N, payload: Payload<N>): void {
    this.list.push({ kind: "room", roomId, event: [name, payload] as EventPair });
  }

  tell<N extends PersonEventName>(userId: UserId, name: N, payload: Payload<N>): void {
    this.list.push({ kind: "person", userId, event: [name, payload] as EventPair });
  }

  announce<N extends EventsOfScope<"server">>(name: N, payload: Payload<N>): void {
    this.list.push({ kind: "server", event: [name, payload] as EventPair });
  }

  point(roomId: RoomId, receipt: Receipt): void {
    this.list.push({ kind: "pointer", roomId, receipt });
  }

  profile(user: User, audience: Audience): void {
    this.list.push({ kind: "people", event: ["profile:changed", { user }], audience });
  }

  entered(userId: UserId, roomId: RoomId): void {
    this.list.push({ kind: "entered", userId, roomId });
  }

  departed(userId: UserId, roomId: RoomId): void {
    this.list.push({ kind: "departed", userId, roomId });
  }

  regard(userId: UserId): void {
    this.list.push({ kind: "regard", userId });
  }

  endSessions(sessionIds: readonly SessionId[]): void {
    if (sessionIds.length > 0) this.list.push({ kind: "sessions-ended", sessionIds });
  }

  due(job: JobName, at: number): void {
    this.list.push({ kind: "due", job, at });
  }
}
