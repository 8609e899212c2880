import {
  type FileId,
  type Message,
  type MessageId,
  mentionsIn,
  ParleyError,
  type Parsed,
  type RoomId,
  type SharedFile,
  type Sticker,
  type UserId,
} from "@parley/contract";
import type { Access, Member } from "./access.ts";
import { type Actor, AnswerInstead, type ServerFacts, type Step } from "./context.ts";
import { isWithheld } from "./domain/blocking.ts";
import { caption, messageBody } from "./domain/bodies.ts";
import { judge } from "./domain/permissions.ts";
import { assertQuestion, pollOf } from "./domain/polls.ts";
import { isSlowed, slowModeWait } from "./domain/slow-mode.ts";
import { previewingOf } from "./previewing.ts";
import { acceptRequest } from "./requests.ts";
import { stickerFiles } from "./store/file-uses.ts";
import { takePart } from "./threads.ts";

/** What posting takes: whoever it is that writes, they are asked for what they may. */
export interface Poster extends Step {
  readonly access: Access;
  readonly actor: Pick<Actor, "user">;
  readonly server: Pick<ServerFacts, "linkPreviews" | "ownHost">;
}

type Post = Parsed<"message:send">;
type Content = Pick<
  Message,
  "body" | "mentions" | "mentionsAll" | "files" | "sticker" | "poll" | "forwardedFrom" | "expiresAt"
>;

/** Puts a message into a room, numbered and told to all. A repeat is answered with the original. */
export async function postMessage(ctx: Poster, post: Post): Promise<Message> {
  const { id, roomId, replyTo } = post;
  const member = await ctx.access.writable(roomId);
  const { lastSeq, request, room, thread } = member;
  const waitMs = slowModeWait(room.rules, member, ctx.now);
  if (waitMs > 0) return originalOrWait(ctx, id, waitMs);
  if (replyTo !== undefined && replyTo > lastSeq)
    throw new ParleyError("invalid", "The message that this answers does not exist.", { field: "replyTo" });
  const { body, ...more } = await contentOf(ctx, member, post);
  const { seq, rev } = await ctx.store.rooms.nextSeq(roomId, member);
  const senderId = ctx.actor.user.id;
  const { preview, note } = await previewingOf(ctx, member, body);
  const shown = { ...(replyTo && { replyTo }), ...more, ...(preview && { preview }) };
  const message: Message = { id, seq, rev, senderId, body, sentAt: ctx.now, ...shown };
  const isNew = await ctx.store.messages.insert(roomId, message);
  if (!isNew) throw new AnswerInstead(await originalOf(ctx, id));
  await note({ roomId, seq });
  ctx.effects.publish(roomId, "message:sent", message);
  if (message.expiresAt !== undefined) ctx.effects.due("expiry", message.expiresAt);
  if (request === "waiting") await acceptRequest(ctx, roomId);
  if (isSlowed(room.rules, member.role))
    await ctx.store.mutes.noteSpoken(thread?.roomId ?? roomId, message.senderId, ctx.now);
  if (thread !== undefined) await takePart(ctx, member, message);
  return message;
}

/** Whom a text calls; an empty object when it calls nobody. Who may not call everyone has only written the word. */
export async function mentionsOf(
  ctx: Poster,
  member: Member,
  body: string,
): Promise<Pick<Message, "mentions" | "mentionsAll">> {
  if (!body.includes("@")) return {};
  const { handles, everyone } = mentionsIn(body);
  const isForAll = everyone && judge("mention-all", member) === "allowed";
  return {
    ...(await mentionedMembers(ctx, member.thread?.roomId ?? member.room.id, handles)),
    ...(isForAll && { mentionsAll: true }),
  };
}

async function contentOf(ctx: Poster, member: Member, post: Post): Promise<Content> {
  const { id, files: fileIds, forward } = post;
  const { expiresAfterMs } = member.room;
  const own = expiresAfterMs === null ? {} : { expiresAt: ctx.now + expiresAfterMs };
  if (forward !== undefined) {
    const { expiresAt, ...copy } = await forwarded(ctx, post, forward);
    // What disappears does so wherever it was carried.
    return { ...copy, ...own, ...(expiresAt && { expiresAt: Math.min(expiresAt, own.expiresAt ?? expiresAt) }) };
  }
  const body = wordsOf(post);
  const sticker = await stickerOf(ctx, post);
  const mentions = await mentionsOf(ctx, member, body);
  const poll = post.poll && pollOf(post.poll);
  const files = fileIds === undefined ? undefined : await takenFiles(ctx, id, fileIds);
  return { body, ...mentions, ...(files && { files }), ...(sticker && { sticker }), ...(poll && { poll }), ...own };
}

/** What a message says, as it is kept. */
function wordsOf({ body, files, sticker, poll }: Pick<Post, "body" | "files" | "sticker" | "poll">): string {
  if (poll !== undefined) {
    assertQuestion(body);
    if (files !== undefined || sticker !== undefined)
      throw new ParleyError("invalid", "A poll goes alone, without files.", { field: "poll" });
  }
  if (sticker === undefined) return files === undefined ? messageBody(body) : caption(body);
  if (body !== "" || files !== undefined)
    throw new ParleyError("invalid", "A sticker goes alone, without words or files.", { field: "sticker" });
  return "";
}

/** What a message says that the poster sees, to be said elsewhere; its mentions called those who were there. */
async function forwarded(ctx: Poster, post: Post, place: NonNullable<Post["forward"]>): Promise<Content> {
  if (post.body !== "" || post.files !== undefined || post.sticker !== undefined || post.poll !== undefined)
    throw new ParleyError("invalid", "A forwarded message says what it said. Write beside it.", { field: "body" });
  const source = await ctx.access.messageAt(place.roomId, place.seq, "view").catch(absent);
  const { deletedAt, body, files, sticker, poll, expiresAt } = source?.message ?? { deletedAt: ctx.now };
  const kept = [...(files ?? []).map(({ id }) => id), ...stickerFiles({ sticker })];
  const isThere = deletedAt === undefined && (await ctx.store.takenFiles.share(kept));
  if (source === undefined || body === undefined || !isThere)
    return originalInstead(ctx, post.id, { refusal: "What you forward is not there any more.", field: "files" });
  const forwardedFrom = await authorOf(ctx, source.message);
  // Who answers here answers anew: of the votes elsewhere nothing is carried along.
  const asked = poll && pollOf(poll);
  const what = { body, ...(files && { files }), ...(sticker && { sticker }), ...(asked && { poll: asked }) };
  return { ...what, forwardedFrom, ...(expiresAt && { expiresAt }) };
}

/** What is not to be found is perhaps in the message already, when this is a repeat. */
function absent(error: unknown): undefined {
  if (error instanceof ParleyError && error.code === "not_found") return undefined;
  throw error;
}

/** A sticker of this server. As long as a message has its picture, that is kept. */
async function stickerOf(ctx: Poster, { id, sticker: place }: Post): Promise<Sticker | undefined> {
  if (place === undefined) return undefined;
  const sticker = await ctx.access.sticker(place, "send").catch(absent);
  const isThere = sticker !== undefined && (await ctx.store.takenFiles.share(stickerFiles({ sticker })));
  return isThere ? sticker : originalInstead(ctx, id, { refusal: "There is no such sticker.", field: "sticker" });
}

/** Whoever said it first; nobody is named across a block. */
async function authorOf(ctx: Poster, { senderId, forwardedFrom = senderId }: Message): Promise<UserId | null> {
  if (forwardedFrom === null) return null;
  const block = (await ctx.store.relations.blockedAround(ctx.actor.user.id)).get(forwardedFrom);
  return block !== undefined && isWithheld("quote", block) ? null : forwardedFrom;
}

/** A repeat answers the original, even with other content or after an edit: a lost ack is not a failed write. */
async function originalOf(ctx: Poster, id: MessageId): Promise<Message> {
  const message = (await ctx.store.messages.find(id))?.message;
  if (message?.senderId !== ctx.actor.user.id)
    throw new ParleyError("conflict", "This id is in use. Send the message anew.", { field: "id" });
  return message;
}

export const lostFile = "One of the files is not there any more. Add it again.";

/** Uploads of mine for this message; each goes into one. What is a repeat finds them taken. */
async function takenFiles(ctx: Poster, messageId: MessageId, ids: readonly FileId[]): Promise<SharedFile[]> {
  const files = await ctx.store.takenFiles.send(ctx.actor.user.id, ids);
  return files ?? originalInstead(ctx, messageId, { refusal: lostFile, field: "files" });
}

/** What it takes is gone: perhaps into the same message, when this is a repeat. */
async function originalInstead(
  ctx: Poster,
  id: MessageId,
  { refusal, field }: { refusal: string; field: string },
): Promise<never> {
  const original = (await ctx.store.messages.find(id))?.message;
  if (original?.senderId === ctx.actor.user.id) throw new AnswerInstead(original);
  throw new ParleyError("not_found", refusal, { field });
}

/** In a slow room: a repeat of what was stored is answered; anything else waits for its turn. */
async function originalOrWait(ctx: Poster, id: MessageId, retryAfterMs: number): Promise<Message> {
  const found = await ctx.store.messages.find(id);
  if (found?.message.senderId === ctx.actor.user.id) return found.message;
  const seconds = Math.ceil(retryAfterMs / 1_000);
  throw new ParleyError("rate_limited", `This room is slow. You can write again in ${seconds} s.`, { retryAfterMs });
}

/** Members of these handles, the writer not among them. */
async function mentionedMembers(
  ctx: Poster,
  roomId: RoomId,
  handles: readonly string[],
): Promise<{ mentions?: UserId[] }> {
  if (handles.length === 0) return {};
  const ids = await ctx.store.users.idsByHandles(roomId, handles.slice(0, 50));
  const around = await ctx.store.relations.blockedAround(ctx.actor.user.id);
  const isCalled = (userId: UserId) => {
    const block = around.get(userId);
    return userId !== ctx.actor.user.id && (block === undefined || !isWithheld("mention", block));
  };
  const mentions = ids.filter(isCalled);
  return mentions.length === 0 ? {} : { mentions };
}
