import type { MessageId } from "@parley/contract";
import type { OutboxItem, OutboxRequest } from "../state.ts";

/** Items of one lane go out in order. Messages, read pointers and drafts of a room do not wait for each other. */
export function laneOf({ request }: OutboxItem): string {
  return `${request.input.roomId} ${request.name.split(":", 1)[0]}`;
}

export function lanesOf(items: readonly OutboxItem[]): ReadonlyMap<string, readonly OutboxItem[]> {
  const lanes = new Map<string, OutboxItem[]>();
  for (const item of items) {
    const lane = lanes.get(laneOf(item));
    if (lane) lane.push(item);
    else lanes.set(laneOf(item), [item]);
  }
  return lanes;
}

export interface LaneState {
  isInFlight(item: OutboxItem): boolean;
  /** Written down, so that it may go out. */
  isDurable(item: OutboxItem): boolean;
  /** How many may be under way at once. */
  width: number;
}

/**
 * The items of a lane to send now. Several may be under way, because the server takes one connection's packets in order;
 * but one that must be repeated waits until those sent after it are answered, and nothing overtakes it. What is about
 * one message goes one at a time: an edit whose answer was lost, repeated after a later edit, would undo that.
 */
export function toSend(
  lane: readonly OutboxItem[],
  { isInFlight, isDurable, width }: LaneState,
): readonly OutboxItem[] {
  let flying = lane.filter(isInFlight).length;
  const lastFlying = lane.findLastIndex(isInFlight);
  const subjects = new Set(lane.filter(isInFlight).flatMap((item) => subjectOf(item) ?? []));
  const withFiles = new Set(lane.filter((item) => !hasItsFiles(item)).flatMap((item) => subjectOf(item) ?? []));
  const next: OutboxItem[] = [];
  for (const [at, item] of lane.entries()) {
    if (isInFlight(item) || item.status === "failed") continue;
    const subject = subjectOf(item);
    // What has no large file to wait for goes past what has.
    if (subject !== undefined && withFiles.has(subject)) continue;
    const mustWait = subject !== undefined && subjects.has(subject);
    if (at < lastFlying || flying >= width || !isDurable(item) || mustWait) break;
    if (subject !== undefined) subjects.add(subject);
    flying += 1;
    next.push(item);
  }
  return next;
}

/** Whether the server has all files that an item needs. */
export function hasItsFiles({ files, areFilesUp }: OutboxItem): boolean {
  return files === undefined || areFilesUp === true;
}

export function isNewMessage({ request }: OutboxItem): boolean {
  return request.name === "message:send";
}

/** What is about messages that the server has: it need not wait while new ones do. */
export function besideNew(lane: readonly OutboxItem[]): readonly OutboxItem[] {
  const waiting = new Set(lane.filter(isNewMessage).map(subjectOf));
  return lane.filter((item) => !waiting.has(subjectOf(item)));
}

/**
 * Items that need not go out: a read pointer or draft that a newer one replaces, a reaction that came and went, a vote
 * that was changed, a message deleted before it was
 * ever tried, with all that was to happen to it. `isUntried` is false if it may have reached the server.
 */
export function superseded(
  lane: readonly OutboxItem[],
  isUntried: (item: OutboxItem) => boolean,
): readonly OutboxItem[] {
  const cancelled = new Set<MessageId>();
  for (const { request } of lane) if (request.name === "message:delete") cancelled.add(request.input.messageId);
  const untried = new Set<MessageId>();
  for (const item of lane) {
    if (item.request.name === "message:send" && cancelled.has(item.request.input.id) && isUntried(item)) {
      untried.add(item.request.input.id);
    }
  }
  return lane.filter((item, at) => {
    const { request } = item;
    if (request.name === "message:send") return untried.has(request.input.id);
    if (request.name === "message:edit" || request.name === "message:delete") {
      return untried.has(request.input.messageId);
    }
    if (request.name === "voice:play" || request.name === "scheduled:add") return false;
    if (isMark(request)) return isUntried(item) && lane.slice(at + 1).some((later) => isSameMark(item, later));
    return isUntried(item) && item.status === "waiting" && lane[at + 1]?.request.name === request.name;
  });
}

/** About reactions: shown on their message. */
export function isReaction(request: OutboxRequest): request is OutboxRequest<"reaction:add" | "reaction:remove"> {
  return request.name === "reaction:add" || request.name === "reaction:remove";
}

type Mark = OutboxRequest<"reaction:add" | "reaction:remove" | "poll:vote">;

/** Those and votes are answered with the room's rev, but without a word of failure. */
export function isMark(request: OutboxRequest): request is Mark {
  return request.name === "poll:vote" || isReaction(request);
}

/** In one lane, so in one room. A vote stands for all of a message that came before. */
function isSameMark({ request: one }: OutboxItem, { request: other }: OutboxItem): boolean {
  if (!isMark(one) || !isMark(other) || one.input.seq !== other.input.seq) return false;
  return one.name === "poll:vote" || other.name === "poll:vote" || one.input.emoji === other.input.emoji;
}

/** The message that an item is about, if it is about one. */
export function subjectOf({ request }: OutboxItem): string | undefined {
  if (request.name === "poll:vote") return `${request.input.seq}`;
  if (request.name === "message:send" || request.name === "scheduled:add") return request.input.id;
  if (request.name === "message:edit" || request.name === "message:delete") return request.input.messageId;
  return undefined;
}
