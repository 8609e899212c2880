/** What a person may do in a room. Which role has which is decided in the server's `domain/permissions.ts`. */
export const permissions = [
  /** See the room, its messages and members. */
  "view",
  /** Send messages and edit one's own, type. */
  "post",
  /** Be found and joined by anyone (public rooms only). */
  "join",
  /** Make, list and revoke invitation links. */
  "invite",
  /** Bring people in. */
  "add",
  /** Take people out. */
  "remove",
  /** Delete other people's messages. */
  "moderate",
  /** Change name and topic. */
  "change",
  /** Choose after how long messages disappear. */
  "expire",
  /** Mention everyone. */
  "mention-all",
  /** Mute and ban members, see and settle reports. */
  "discipline",
  /** Change other members' roles. */
  "govern",
] as const;

export type Permission = (typeof permissions)[number];
