import { timeline } from "@parley/client";
import { type Message, ParleyError } from "@parley/contract";
import { currentRoom } from "../commands/context.ts";
import { withEmoji } from "../text/emoji-codes.ts";
import { withText } from "./composer.ts";
import type { Screen } from "./screen.ts";
import { newest } from "./scroll.ts";

/** The newest stored message that is not deleted, mine or somebody else's. */
export function lastMessage(screen: Screen, whose: "mine" | "others"): Message {
  const state = screen.client.getState();
  const rows = timeline(state, currentRoom(screen));
  const found = rows.findLast(({ message }) => {
    const isMine = message.senderId === state.me?.id;
    return message.seq > 0 && message.deletedAt === undefined && isMine === (whose === "mine");
  });
  if (found) return found.message;
  throw new ParleyError(
    "not_found",
    whose === "mine" ? "You have written nothing here." : "There is nothing to answer.",
  );
}

export async function messageNumbered(screen: Screen, seq: number): Promise<Message> {
  const roomId = currentRoom(screen);
  const loaded = screen.client
    .getState()
    .rooms.get(roomId)
    ?.window?.messages.find((message) => message.seq === seq);
  if (loaded) return loaded;
  const { messages } = await screen.client.call("message:list", { roomId, seqs: [seq] });
  if (messages[0]) return messages[0];
  throw new ParleyError("not_found", `There is no message ${seq} here.`);
}

export async function sendText(screen: Screen, body: string, replyTo?: number): Promise<void> {
  const roomId = currentRoom(screen);
  screen.change({ scroll: newest });
  await screen.client.send(roomId, withEmoji(body), replyTo);
  const entry = screen.client.getState().rooms.get(roomId);
  if (entry?.window && !entry.window.isEnd) await screen.client.jumpToLatest(roomId);
}

/** Puts a message of mine into the composer. */
export function beginEdit(screen: Screen, message: Message): void {
  if (message.senderId !== screen.client.getState().me?.id) {
    throw new ParleyError("forbidden", `Message ${message.seq} is not yours.`);
  }
  if (message.deletedAt !== undefined) throw new ParleyError("not_found", `Message ${message.seq} is deleted.`);
  if (message.sticker) throw new ParleyError("conflict", "A sticker cannot be changed.");
  if (message.poll) throw new ParleyError("conflict", "A poll cannot be changed.");
  screen.change({
    mode: { kind: "edit", messageId: message.id, seq: message.seq },
    composer: withText(screen.getView().composer, message.body),
    panel: null,
  });
}
