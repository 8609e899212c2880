import type { LinkPreview, Message } from "@parley/contract";
import type { Member } from "./access.ts";
import type { Actor, ServerFacts, Step } from "./context.ts";
import {
  areLinkPreviewsOn,
  isStillKnown,
  knownMs,
  mostWaiting,
  previewableLink,
  withoutFragment,
} from "./domain/link-previews.ts";
import { digestOf } from "./lib/secrets.ts";

/** What looking behind links takes. */
interface Looking extends Step {
  readonly actor: Pick<Actor, "user">;
  readonly server: Pick<ServerFacts, "linkPreviews" | "ownHost">;
}

/** What a new text's message shows of its link at once, and what is to be noted when the message is stored. */
export interface Previewing {
  readonly preview?: LinkPreview;
  readonly note: (place: { roomId: Member["room"]["id"]; seq: number }) => Promise<void>;
}

const nothing: Previewing = { note: async () => undefined };

/**
 * Whether a text has a link of which a preview is to be shown: then it has its place from the first moment on, filled
 * with what is known, or empty until the job has looked. For commands that hold the room already.
 */
export async function previewingOf(ctx: Looking, { room }: Member, body: string): Promise<Previewing> {
  const { store, actor, server, now } = ctx;
  const url = room.rules.linkPreviews ? previewableLink(body, server.ownHost) : undefined;
  if (url === undefined) return nothing;
  if (!areLinkPreviewsOn(await store.serverSettings.all(), server.linkPreviews)) return nothing;
  const link = { urlKey: digestOf(withoutFragment(url)), senderId: actor.user.id };
  const known = await knownPreview(ctx, link.urlKey);
  if (known !== undefined) return { preview: { ...known, url }, note: (place) => store.linkPreviews.copy(place, link) };
  if ((await store.linkPreviews.countDue(link.senderId, mostWaiting)) >= mostWaiting) return nothing;
  return {
    preview: { url, isComing: true },
    async note(place) {
      await store.linkPreviews.await(place, { ...link, dueAt: now });
      ctx.effects.due("link-previews", now);
    },
  };
}

/** The same after an edit: another link is looked up, the same one stays, and what was taken off stays off. */
export async function previewingAfter(
  ctx: Looking,
  member: Member,
  { former, body }: { former: Message; body: string },
): Promise<Previewing> {
  const place = { roomId: member.room.id, seq: former.seq };
  const kept = await ctx.store.linkPreviews.find(place);
  if (kept?.state === "off") return nothing;
  const { preview } = former;
  if (preview !== undefined && previewableLink(body, ctx.server.ownHost) === preview.url)
    return { ...nothing, preview };
  const next = await previewingOf(ctx, member, body);
  if (preview?.image !== undefined) ctx.effects.due("files", ctx.now);
  return next.preview === undefined ? { note: () => ctx.store.linkPreviews.remove(place) } : next;
}

/** What another message shows of it, if that is not too long ago and its picture is still there. */
async function knownPreview({ store, now }: Looking, urlKey: string): Promise<LinkPreview | undefined> {
  const found = await store.linkPreviews.found(urlKey, now - knownMs);
  if (found === undefined || !isStillKnown(found, now)) return undefined;
  const { image } = found.preview;
  return image === undefined || (await store.takenFiles.share([image.id])) ? found.preview : undefined;
}
