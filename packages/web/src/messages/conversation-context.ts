import type { TimelineRow } from "@parley/client";
import type { Message, RoomId } from "@parley/contract";
import { createContext, use } from "react";
import type { Visit } from "./visit.ts";

/** What the next thing sent is about: an answer to a message, or a new text for one. */
export type ComposerTarget = { kind: "reply"; message: Message } | { kind: "edit"; message: Message };

/** What the parts of one conversation ask of each other. */
export interface Conversation {
  readonly roomId: RoomId;
  readonly visit: Visit;
  readonly target: ComposerTarget | null;
  readonly setTarget: (target: ComposerTarget | null) => void;
  /** Shows a message in the middle and lets it flash, loading it first if need be. */
  readonly jumpTo: (seq: number) => void;
  readonly toLatest: () => void;
  readonly openMenu: (row: TimelineRow, at: { x: number; y: number } | HTMLElement) => void;
  readonly askToDelete: (row: TimelineRow) => void;
  readonly askWhoRead: (row: TimelineRow) => void;
  readonly askToReport: (row: TimelineRow) => void;
  /** Automatic reading rests until the room is left: somebody has just marked it unread. */
  readonly holdUnread: (isHeld: boolean) => void;
  readonly focusComposer: () => void;
}

export const ConversationContext = createContext<Conversation | null>(null);

export function useConversation(): Conversation {
  const conversation = use(ConversationContext);
  if (conversation === null) throw new Error("useConversation needs a conversation around it.");
  return conversation;
}
