/** What a person may do in a room. Which role has which is decided in the server's `domain/permissions.ts`. */
export const permissions = [
  /** See the room, its messages and members. */
  "view",
  /** Send messages and edit one's own, type. */
  "post",
  /** Put reactions on messages. */
  "react",
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
  /** Pin messages, and take pins off. */
  "pin",
  /** Begin threads. In one that there is, everybody writes who writes in its room. */
  "thread",
  /** Mute and ban members, see and settle reports. */
  "discipline",
  /** Change other members' roles. */
  "govern",
] as const;

export type Permission = (typeof permissions)[number];
