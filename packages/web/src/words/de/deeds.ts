import { pluralIn } from "../plural.ts";
import type { Words } from "../words.ts";

const plural = pluralIn("de");

/** What is done to a message or a room, and what is said of it: none of it before somebody has touched something. */
export const deeds: Words["deeds"] = {
  failed: (why) => `Nicht gesendet. ${why}`,
  reply: "Antworten",
  edit: "Bearbeiten",
  copyText: "Text kopieren",
  copyLink: "Link kopieren",
  delete: "Löschen",
  seenBy: "Gesehen von",
  report: "Melden …",
  markUnread: "Ab hier als ungelesen markieren",
  markedUnread: "Als ungelesen markiert.",
  more: "Weitere Aktionen",
  actions: "Aktionen für die Nachricht",
  deleteTitle: "Diese Nachricht löschen?",
  deleteText: "Sie verschwindet für alle, endgültig.",
  whoReacted: "Wer reagiert hat",
  announce: (name, text) => `${name}: ${text}`,
  switcherNone: "Nichts mit diesem Namen. Durchsuche die öffentlichen Räume oder schreib eine neue Nachricht.",
  switcherResults: (count) => plural(count, { one: "# Treffer", other: "# Treffer" }),
  goneTitle: "Diesen Raum gibt es hier nicht",
  goneText: "Du hast keinen Zugang mehr, oder der Link ist falsch. Wähle einen anderen oder bitte um eine Einladung.",
  roomSettings: "Raumeinstellungen",
  invite: "Leute einladen",
  leave: "Raum verlassen",
  leaveTitle: (name) => `${name} verlassen?`,
  leaveText:
    "Du bekommst keine Nachrichten mehr von dort. Ist der Raum privat, brauchst du eine Einladung, um zurückzukommen.",
  markRead: "Als gelesen markieren",
  keys: "Tastenkürzel",
  replyingTo: (name) => `Antwort an ${name}`,
  editing: "Bearbeiten",
  cancelReply: "Antwort abbrechen",
  cancelEdit: "Bearbeiten abbrechen",
  completions: "Vorschläge",
};
