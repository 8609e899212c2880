import type { Message } from "@parley/contract";
import type { RoomEntry, RoomWindow } from "./state.ts";

/** Whether I cleared this message away: whatever happens to it is nothing to me. */
export function isCleared({ state }: Pick<RoomEntry, "state">, { seq }: Pick<Message, "seq">): boolean {
  return seq <= state.clearedSeq;
}

/** The room without what I cleared away, wherever it holds messages. A window that stood in it is gone. */
export function withoutCleared(entry: RoomEntry): RoomEntry {
  const { state, window, quotes } = entry;
  if (state.clearedSeq === 0) return entry;
  const isLastCleared = state.lastMessage !== null && isCleared(entry, state.lastMessage);
  const lastMessage = isLastCleared ? null : state.lastMessage;
  const isKept = (seq: number) => seq > state.clearedSeq;
  const [pins, saved] = [state.pins.filter(isKept), state.saved.filter(isKept)];
  const isLess = pins.length < state.pins.length || saved.length < state.saved.length;
  const kept = [...quotes].filter(([seq]) => seq > state.clearedSeq);
  return {
    ...entry,
    state: isLastCleared || isLess ? { ...state, lastMessage, pins, saved } : state,
    window: window && afterCleared(window, state.clearedSeq),
    quotes: kept.length === quotes.size ? quotes : new Map(kept),
  };
}

function afterCleared(window: RoomWindow, clearedSeq: number): RoomWindow | null {
  const first = window.messages[0];
  if (!first || first.seq > clearedSeq + 1) return window;
  const messages = first.seq > clearedSeq ? window.messages : window.messages.slice(clearedSeq + 1 - first.seq);
  if (messages.length === 0 && !window.isEnd) return null;
  const dividerSeq = window.dividerSeq !== null && window.dividerSeq > clearedSeq ? window.dividerSeq : null;
  return { ...window, messages, isStart: true, dividerSeq };
}
