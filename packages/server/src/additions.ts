import type { Actor } from "./context.ts";
import { emojiBy, mayAddEmoji, mayRemoveEmoji } from "./domain/emoji.ts";
import type { Reader } from "./store/store.ts";

/** What the actor may do by now about what is the server's own: its emoji, and its sets of stickers. */
export async function standingOf({ store, actor }: { readonly store: Reader; readonly actor: Actor }) {
  const userId = actor.user.id;
  const role = (await store.users.find(userId))?.role ?? "person";
  const by = emojiBy(await store.serverSettings.all());
  return {
    mayAdd: mayAddEmoji(role, by),
    /** Whether what this person added may be changed or removed. */
    mayChange: (addedBy: string | undefined) => mayRemoveEmoji(role, { by, isOwn: addedBy === userId }),
  };
}
