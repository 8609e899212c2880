import type { Screen } from "./screen.ts";
import { centred, newest, scrolledBy } from "./scroll.ts";

/** Moves the view by lines; at either end of what is loaded, more is loaded. */
export function scrollBy(screen: Screen, by: number): void {
  const { conversation, layout, entry } = screen.frame();
  const height = layout.conversationHeight;
  const { scroll, above } = scrolledBy(conversation, { scroll: screen.getView().scroll, height }, by);
  screen.change({ scroll });
  const window = entry?.window;
  const roomId = entry?.state.room.id;
  if (!window || !roomId) return;
  if (by < 0 && above < height && !window.isStart) screen.attempt(() => screen.client.loadOlder(roomId));
  if (by > 0 && !window.isEnd && scroll.kind === "newest") {
    // The end of what is loaded is not the end: the line in view stays where it is while more comes.
    const last = conversation.findLast(({ key }) => key !== null);
    if (last?.key) screen.change({ scroll: { kind: "at", key: last.key, line: 1_000 } });
    screen.attempt(() => screen.client.loadNewer(roomId));
  }
}

/** A page of the conversation; or of the panel while it is longer than its place. */
export function scrollPage(screen: Screen, direction: 1 | -1): void {
  const { layout, panelLines } = screen.frame();
  const { panel } = screen.getView();
  const last = panelLines - layout.panelHeight;
  if (panel && last > 0) {
    const offset = Math.max(0, Math.min(last, panel.offset + direction * (layout.panelHeight - 1)));
    screen.change({ panel: { ...panel, offset } });
  } else {
    scrollBy(screen, direction * Math.max(1, layout.conversationHeight - 2));
  }
}

export async function showNewest(screen: Screen): Promise<void> {
  const { roomId } = screen.getView();
  screen.change({ scroll: newest });
  if (roomId) await screen.client.jumpToLatest(roomId);
}

/** Loads a message's surroundings and puts it in the middle. */
export async function showMessage(screen: Screen, seq: number): Promise<void> {
  const { roomId } = screen.getView();
  if (!roomId) return;
  await screen.client.jumpTo(roomId, seq);
  const { conversation, entry, layout } = screen.frame();
  const message = entry?.window?.messages.find((candidate) => candidate.seq === seq);
  if (!message) return screen.say(`There is no message ${seq} here.`);
  const isShown = conversation.some(({ key }) => key === message.id);
  if (!isShown)
    return screen.say(`Message ${seq} is not shown here; /reveal shows what people wrote whom you blocked.`);
  screen.change({ scroll: centred(conversation, message.id, layout.conversationHeight), panel: null });
}
