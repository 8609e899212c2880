import {
  limits,
  type Message,
  type MessagePage,
  type RoomId,
  type RoomState,
  type RoomView,
  type User,
  type UserId,
} from "@parley/contract";
import { MemberReads } from "./members.ts";
import { MessageReads } from "./messages.ts";
import { Noun } from "./noun.ts";
import { PollReads } from "./polls.ts";
import { ReactionReads } from "./reactions.ts";
import { ReceiptReads } from "./receipts.ts";
import { UserReads } from "./users.ts";
import { VoiceReads } from "./voices.ts";

/** Where a page of messages lies. */
export type PagePlace =
  | { readonly edge: "latest" }
  | { readonly edge: "before" | "after" | "around"; readonly seq: number };

interface PageOptions {
  readonly viewerId: UserId;
  readonly limit: number;
  readonly lastSeq: number;
  readonly clearedSeq: number;
}

/** What a screen shows of a room, put together from the nouns. */
export class RoomViewReads extends Noun {
  /**
   * At most `limit` messages at a place, with the people in them. `lastSeq` is the room's; up to `clearedSeq` nothing is
   * there for the one who asks.
   */
  async page(
    roomId: RoomId,
    from: PagePlace,
    { viewerId, limit, lastSeq, clearedSeq }: PageOptions,
  ): Promise<MessagePage> {
    const found = (await this.#messagesAt(roomId, after(from, clearedSeq), limit)).filter(
      ({ seq }) => seq > clearedSeq,
    );
    const messages = await this.whole(roomId, found, viewerId);
    const first = messages[0];
    const last = messages.at(-1);
    // Seqs have no gaps and begin after what was cleared, so the ends are known without asking.
    const isEmpty = lastSeq === clearedSeq;
    const isStart = first === undefined ? from.edge !== "after" || isEmpty : first.seq === clearedSeq + 1;
    const isEnd = last === undefined ? from.edge !== "before" || isEmpty : last.seq >= lastSeq;
    return { messages, isStart, isEnd, people: await this.peopleIn(messages) };
  }

  /** The messages with all that hangs on them, as this person sees it: reactions, votes, plays. */
  async whole(roomId: RoomId, messages: readonly Message[], viewerId: UserId): Promise<Message[]> {
    const reacted = await new ReactionReads(this.runner).withReactions(roomId, messages, viewerId);
    const voted = await new PollReads(this.runner).withVotes(roomId, reacted, viewerId);
    return new VoiceReads(this.runner).withPlays(roomId, voted, viewerId);
  }

  /** A room opened: the page at its end, or around the first unread message. */
  async view(
    state: RoomState,
    { at, ...options }: Pick<PageOptions, "viewerId" | "limit"> & { at: "latest" | "unread" },
  ): Promise<RoomView> {
    const roomId = state.room.id;
    const from: PagePlace =
      at === "unread" && state.unread > 0 ? { edge: "around", seq: state.readSeq + 1 } : { edge: "latest" };
    const page = await this.page(roomId, from, { ...options, lastSeq: state.lastSeq, clearedSeq: state.clearedSeq });
    // Who is in a thread, and has read it, is said of its room.
    const isThread = state.room.thread !== undefined;
    const reads = new MemberReads(this.runner);
    const { members, people } = isThread
      ? { members: [], people: [] }
      : await reads.page(roomId, "", limits.pageMembers);
    const receipts = await this.receipts(state);
    return { state, page, members, hasMoreMembers: members.length < state.room.memberCount, receipts, people };
  }

  /** Everyone's pointers, in rooms that are small enough. */
  async receipts(state: RoomState) {
    if (state.room.thread !== undefined || state.room.memberCount > limits.receiptMembers) return [];
    return new ReceiptReads(this.runner).listIn(state.room.id, limits.receiptMembers);
  }

  peopleIn(messages: readonly Message[], more: readonly UserId[] = []): Promise<User[]> {
    const named = messages.flatMap(({ senderId, forwardedFrom, thread }) => [
      senderId,
      ...(thread?.userIds ?? []),
      ...(forwardedFrom ? [forwardedFrom] : []),
    ]);
    return new UserReads(this.runner).list([...named, ...more]);
  }

  async #messagesAt(roomId: RoomId, from: PagePlace, limit: number): Promise<Message[]> {
    const reads = new MessageReads(this.runner);
    if (from.edge === "latest") return reads.before(roomId, Number.MAX_SAFE_INTEGER, limit);
    if (from.edge === "before") return reads.before(roomId, from.seq, limit);
    if (from.edge === "after") return reads.after(roomId, from.seq, limit);
    const older = await reads.before(roomId, from.seq, Math.floor(limit / 2));
    return [...older, ...(await reads.after(roomId, from.seq - 1, limit - older.length))];
  }
}

/** The same place, or where one's messages begin if that is later. */
function after(from: PagePlace, clearedSeq: number): PagePlace {
  if (from.edge === "latest" || from.edge === "before") return from;
  const first = from.edge === "after" ? clearedSeq : clearedSeq + 1;
  return { edge: from.edge, seq: Math.max(from.seq, first) };
}
