import type { RoomRules } from "./rooms.ts";

/** What holds in a room until its moderators choose otherwise. */
export const openRules: RoomRules = {
  post: "everyone",
  invite: "everyone",
  mentionAll: "everyone",
  pin: "everyone",
  linkPreviews: true,
  slowModeMs: 0,
};
