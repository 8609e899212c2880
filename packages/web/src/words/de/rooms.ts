import { pluralIn } from "../plural.ts";
import type { Words } from "../words.ts";

const plural = pluralIn("de");

export const rooms: Words["rooms"] = {
  title: "Räume",
  newRoom: "Neuer Raum",
  newMessage: "Neue Nachricht",
  browse: "Räume durchsuchen",
  switcher: "Zu einem Raum oder einer Person springen",
  switcherHint: "Springen zu …",
  switcherNone: "Nichts mit diesem Namen. Durchsuche die öffentlichen Räume oder beginne eine neue Nachricht.",
  switcherResults: (count) => plural(count, { one: "# Treffer", other: "# Treffer" }),
  unread: (count) => plural(count, { one: "# ungelesene Nachricht", other: "# ungelesene Nachrichten" }),
  unreadMentions: (count) => plural(count, { one: "# Nachricht für dich", other: "# Nachrichten für dich" }),
  draft: "Entwurf:",
  you: "Du:",
  deleted: "Nachricht gelöscht",
  noMessages: "Noch keine Nachrichten",
  online: "online",
  availability: { online: "online", away: "abwesend", busy: "beschäftigt", offline: "offline" },
  members: (count) => plural(count, { one: "# Mitglied", other: "# Mitglieder" }),
  justYou: "Nur du",
  emptyTitle: "Noch keine Räume",
  emptyText: "Tritt einem öffentlichen Raum bei, mache einen eigenen auf oder schreib jemandem.",
  chooseTitle: "Wähle ein Gespräch",
  chooseText: "Nimm links einen Raum oder springe mit den Tasten unten zu einem.",
  goneTitle: "Diesen Raum gibt es hier nicht",
  goneText:
    "Er wurde für dich geschlossen, oder der Link ist falsch. Wähle einen anderen oder bitte um eine Einladung.",
  toRooms: "Zurück zu den Räumen",
  details: "Mitglieder",
  settings: "Raumeinstellungen",
  invite: "Leute einladen",
  leave: "Raum verlassen",
  leaveTitle: (name) => `${name} verlassen?`,
  leaveText: "Du bekommst seine Nachrichten nicht mehr. Ist er privat, brauchst du für die Rückkehr eine Einladung.",
  markRead: "Als gelesen markieren",
  markedRead: "Als gelesen markiert.",
  privateRoom: "privater Raum",
  welcome: {
    title: "Bisher bist nur du hier",
    invite: "Jemanden einladen",
    newRoom: "Raum anlegen",
  },
  menu: "Menü",
  keys: "Tastenkürzel",
};
