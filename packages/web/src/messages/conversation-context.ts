import type { TimelineRow } from "@parley/client";
import type { Message, RoomId } from "@parley/contract";
import { createContext, use } from "react";
import type { Visit } from "./visit.ts";

/** What the next thing sent is about: an answer to a message, or a new text for one. */
export type ComposerTarget = { kind: "reply"; message: Message } | { kind: "edit"; message: Message };

/** What the parts of one conversation ask of each other; the same functions from room to room. */
export interface ConversationActs {
  readonly setTarget: (target: ComposerTarget | null) => void;
  /** Shows a message in the middle and lets it flash, loading it first if need be. */
  readonly jumpTo: (seq: number) => void;
  readonly toLatest: () => void;
  readonly openMenu: (row: TimelineRow, at: { x: number; y: number } | HTMLElement) => void;
  /** Six emoji to react with, or all of them. */
  readonly openReactions: (row: TimelineRow, at: { x: number; y: number } | HTMLElement, isWhole?: boolean) => void;
  readonly askWhoReacted: (row: TimelineRow) => void;
  readonly askToDelete: (row: TimelineRow) => void;
  readonly askWhoRead: (row: TimelineRow) => void;
  readonly askToReport: (row: TimelineRow) => void;
  readonly askForEdits: (row: TimelineRow) => void;
  readonly askToForward: (row: TimelineRow) => void;
  /** Begins to choose messages, with this one. */
  readonly select: (row: TimelineRow) => void;
  /** Automatic reading rests until the room is left: somebody has just marked it unread. */
  readonly holdUnread: (isHeld: boolean) => void;
  readonly focusComposer: () => void;
}

/** The conversation that is open. */
export interface Conversation extends ConversationActs {
  readonly visit: Visit;
  readonly roomId: RoomId;
  readonly target: ComposerTarget | null;
  /** The id of the text box that one writes in; there may be a second conversation beside this one. */
  readonly composerId: string;
  /** What is dropped onto the page is for this one. */
  readonly isForemost: boolean;
}

/** One room's rows, which may be made before their room is open. */
export interface Stage extends ConversationActs {
  readonly roomId: RoomId;
}

export const ConversationContext = createContext<Conversation | null>(null);
export const StageContext = createContext<Stage | null>(null);
/** Whether the rows around are only made ready: nobody sees them yet. */
export const WaitingContext = createContext(false);

export function useConversation(): Conversation {
  const conversation = use(ConversationContext);
  if (conversation === null) throw new Error("useConversation needs a conversation around it.");
  return conversation;
}

export function useStage(): Stage {
  const stage = use(StageContext);
  if (stage === null) throw new Error("useStage needs a stage around it.");
  return stage;
}
