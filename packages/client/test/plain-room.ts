import { openRules } from "@parley/contract";

/** What a room has besides its name and people when nobody chose anything. */
export const plainRoom = { topic: "", isLobby: false, createdAt: 0, rules: openRules, expiresAfterMs: null };

/** How a member stands to a room who did nothing in it. */
export const plainState = {
  role: "member" as const,
  lastMessage: null,
  pins: [],
  saved: [],
  draft: null,
  directIds: [],
  isRequest: false,
  clearedSeq: 0,
  preferences: { typing: null, receipts: null },
  mutedUntil: null,
};

/** What a snapshot has for somebody who knows nobody. */
export const plainSnapshot = {
  relations: [],
  account: { deletesAt: null, hasTotp: false },
  warnings: [],
  openReports: 0,
  scheduled: [],
  emoji: [],
  stickersRev: 0,
};
