import { pluralIn } from "../plural.ts";

const plural = pluralIn("en");

/** What is done to a message or a room, and what is said of it: none of it before somebody has touched something. */
export const deeds = {
  failed: (why: string) => `Not sent. ${why}`,
  reply: "Reply",
  edit: "Edit",
  copyText: "Copy text",
  copyLink: "Copy link",
  delete: "Delete",
  seenBy: "Seen by",
  report: "Report…",
  markUnread: "Mark unread from here",
  markedUnread: "Marked as unread.",
  more: "More actions",
  actions: "Message actions",
  deleteTitle: "Delete this message?",
  deleteText: "It disappears for everybody, for good.",
  whoReacted: "Who reacted",
  announce: (name: string, text: string) => `${name}: ${text}`,
  switcherNone: "Nothing by that name. Browse the public rooms, or start a new message.",
  switcherResults: (count: number) => plural(count, { one: "# result", other: "# results" }),
  goneTitle: "This room is not here",
  goneText: "It was closed to you, or the link is wrong. Choose another room, or ask for an invitation.",
  roomSettings: "Room settings",
  invite: "Invite people",
  leave: "Leave the room",
  leaveTitle: (name: string) => `Leave ${name}?`,
  leaveText: "You will not receive its messages any more. If it is private, you need an invitation to come back.",
  markRead: "Mark as read",
  keys: "Keyboard shortcuts",
  replyingTo: (name: string) => `Replying to ${name}`,
  editing: "Editing",
  cancelReply: "Cancel the reply",
  cancelEdit: "Cancel the edit",
  completions: "Suggestions",
};
