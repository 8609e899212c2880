import type { RoomId } from "@parley/contract";
import { emptyComposer, textOf, withText } from "./composer.ts";
import { listedRooms } from "./rooms-pane.ts";
import type { Screen } from "./screen.ts";
import { centred, newest } from "./scroll.ts";
import type { Mode } from "./view.ts";

/** So long after the last key somebody still counts as looking. */
const attentiveMs = 60_000;

/** Shows another room, at the first unread message, with what was being written there. */
export async function enterRoom(screen: Screen, roomId: RoomId): Promise<void> {
  const { client } = screen;
  const { roomId: previous, composer } = screen.getView();
  if (previous === roomId) return screen.change({ scroll: newest, panel: null });
  if (previous) {
    client.setTyping(previous, false);
    client.closeRoom(previous);
  }
  const draft = client.getState().rooms.get(roomId)?.state.draft;
  const mode: Mode = draft?.replyTo === undefined ? { kind: "new" } : { kind: "reply", seq: draft.replyTo, name: "" };
  const written = withText({ ...emptyComposer, sent: composer.sent }, draft?.body ?? "");
  screen.change({ roomId, scroll: newest, panel: null, cycle: null, composer: written, mode, isRevealed: false });
  client.watch([roomId], { friends: true });
  await client.openRoom(roomId, "unread");
  if (screen.getView().roomId === roomId) showDivider(screen);
}

/** With more unread than fits, the view begins about where reading stopped. */
function showDivider(screen: Screen): void {
  const { entry, conversation, layout } = screen.frame();
  const dividerSeq = entry?.window?.dividerSeq ?? null;
  const first = entry?.window?.messages.find((message) => message.seq === dividerSeq);
  if (!first) return;
  const at = conversation.findIndex(({ key }) => key === first.id);
  if (conversation.length - at < layout.conversationHeight) return;
  screen.change({ scroll: centred(conversation, first.id, layout.conversationHeight) });
}

/** The room before or after the current one in the list; with `isUnread`, the next one with something unread. */
export function stepRoom(screen: Screen, by: 1 | -1, isUnread: boolean): void {
  const rooms = listedRooms(screen.client.getState());
  const at = rooms.findIndex((entry) => entry.state.room.id === screen.getView().roomId);
  const order = rooms.map((_, step) => rooms[(at + by * (step + 1) + rooms.length * 2) % rooms.length]);
  const next = order.find((entry) => entry && !(isUnread && entry.state.unread === 0));
  if (next) screen.attempt(() => enterRoom(screen, next.state.room.id));
}

/** Read is what stands at the end of the view while somebody is there. */
export function markSeen(screen: Screen): void {
  const { roomId, scroll } = screen.getView();
  const entry = roomId === null ? undefined : screen.client.getState().rooms.get(roomId);
  if (!entry?.window?.isEnd || scroll.kind !== "newest") return;
  const last = entry.window.messages.at(-1);
  if (!last || last.seq <= entry.state.readSeq || screen.clock() - screen.activeAt > attentiveMs) return;
  screen.attempt(() => screen.client.markRead(entry.state.room.id, last.seq));
}

/** Tells the others, and keeps what is being written. */
export function noteWriting(screen: Screen): void {
  const { roomId, composer, mode } = screen.getView();
  if (!roomId || mode.kind === "question") return;
  const text = textOf(composer);
  const isMessage = text !== "" && !text.startsWith("/");
  screen.client.setTyping(roomId, isMessage && mode.kind !== "edit");
  if (mode.kind === "edit") return;
  screen.client.saveDraft(roomId, isMessage ? text : "", mode.kind === "reply" && isMessage ? mode.seq : undefined);
}
