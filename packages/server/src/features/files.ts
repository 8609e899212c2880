import { emojiLimits, type Message, ParleyError, type PictureUse, stickerLimits } from "@parley/contract";
import type { CommandContext, Handlers } from "../context.ts";
import { cleanFileName } from "../domain/file-names.ts";
import { mostUnsent, uploadLivesMs } from "../domain/files.ts";
import { shelfOf } from "../store/file-uses.ts";
import type { KeptFile } from "../store/files.ts";

type FileRequest =
  | "file:create"
  | "file:show-upload"
  | "file:show"
  | "file:find"
  | "file:delete"
  | "file:limits"
  | "file:list";

export const fileHandlers: Pick<Handlers, FileRequest> = {
  async "file:create"(ctx, { id, bytes, filename, filetype = "", voice, ...said }) {
    const { store, actor, now } = ctx;
    const known = await store.files.find(id);
    if (known !== undefined) return repeated(ctx, known, bytes);
    if (said.use !== undefined) assertDrawable(said.use, bytes);
    await assertRoomFor(ctx, bytes);
    const claim = {
      name: cleanFileName(filename),
      type: filetype,
      isVoice: voice === true,
      ...said,
    };
    const expiresAt = now + uploadLivesMs;
    const isNew = await store.files.insert({ id, ownerId: actor.user.id, bytes, claim, now, expiresAt });
    if (!isNew) throw new ParleyError("unavailable", "This upload is being begun already. Try again in a moment.");
    ctx.effects.due("files", expiresAt);
    return {};
  },

  async "file:show-upload"({ store, actor }, { id }) {
    const file = await store.files.find(id);
    if (file?.ownerId !== actor.user.id || (file.state !== "incoming" && file.state !== "ready")) throw noFile();
    return { bytes: file.bytes, isStored: file.state === "ready" };
  },

  "file:show": ({ access }, { id }) => access.file(id),

  async "file:find"({ access, store, actor }, { id }) {
    const file = await store.files.find(id);
    if (file?.ownerId !== actor.user.id || file.state !== "ready") throw noFile();
    return access.file(id);
  },

  async "file:delete"({ store, actor, effects, now }, { id }) {
    if (await store.files.drop(actor.user.id, id)) effects.due("files", now);
    return {};
  },

  async "file:limits"({ store, actor, server }) {
    const { maxFileBytes, quotaBytes } = server.fileLimits;
    return { maxFileBytes, quotaBytes, usedBytes: await store.fileUsage.of(actor.user.id) };
  },

  async "file:list"({ access, store }, { roomId, kind, beforeSeq = Number.MAX_SAFE_INTEGER, afterSeq, limit }) {
    const { clearedSeq } = await access.room(roomId, "view");
    const after = Math.max(clearedSeq, afterSeq ?? 0);
    const place = { roomId, shelf: kind, beforeSeq, after, limit };
    const seqs = await store.fileUses[afterSeq === undefined ? "shelved" : "shelvedNext"](place);
    const messages = (await store.messages.bySeqs(roomId, seqs)).reverse();
    const entries = messages.flatMap((message) => entriesOf(message, kind));
    return {
      entries,
      isEnd: seqs.length < limit,
      people: await access.presented(await store.roomViews.peopleIn(messages)),
    };
  },
};

/** A lost reply is not a lost upload: it goes on where it was. */
function repeated({ actor }: CommandContext, known: KeptFile, bytes: number): Record<string, never> {
  const isSame = known.ownerId === actor.user.id && known.bytes === bytes && known.state !== "gone";
  if (!isSame) throw new ParleyError("conflict", "This id is in use. Upload the file anew.", { field: "id" });
  return {};
}

const mostOfSource: Readonly<Record<PictureUse, number>> = {
  emoji: emojiLimits.sourceBytes,
  sticker: stickerLimits.sourceBytes,
};

/** Before it comes, and not when it is looked at. */
function assertDrawable(use: PictureUse, bytes: number): void {
  const most = mostOfSource[use];
  if (bytes > most) throw new ParleyError("too_large", `Such a picture can have at most ${inWords(most)}.`);
}

async function assertRoomFor({ store, actor, server }: CommandContext, bytes: number): Promise<void> {
  const { maxFileBytes, quotaBytes, totalBytes } = server.fileLimits;
  if (bytes > maxFileBytes) throw new ParleyError("too_large", `A file can have at most ${inWords(maxFileBytes)}.`);
  if ((await store.files.countUnsent(actor.user.id, mostUnsent)) >= mostUnsent)
    throw new ParleyError("quota_exceeded", "Too many files are waiting to be sent. Send or remove some first.");
  if (!(await store.fileUsage.take(actor.user.id, bytes, quotaBytes)))
    throw new ParleyError("quota_exceeded", `Your files can take ${inWords(quotaBytes)} in all. Delete some first.`);
  if (!(await store.fileUsage.take("*", bytes, totalBytes ?? Number.MAX_SAFE_INTEGER)))
    throw new ParleyError("quota_exceeded", "There is no more room for files on this server.");
}

function inWords(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  const step = Math.min(Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)), units.length - 1);
  return `${Math.round((bytes / 1_000 ** step) * 10) / 10} ${units[step]}`;
}

function entriesOf({ id, seq, senderId, sentAt, files = [] }: Message, shelf: "media" | "file" | "voice") {
  const shown = files.filter((file) => shelfOf(file) === shelf);
  return shown.map((file) => ({ file, messageId: id, seq, senderId, sentAt }));
}

function noFile(): ParleyError {
  return new ParleyError("not_found", "There is no such file.");
}
