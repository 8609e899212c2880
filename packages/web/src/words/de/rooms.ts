import { pluralIn } from "../plural.ts";
import type { Words } from "../words.ts";

const plural = pluralIn("de");

export const rooms: Words["rooms"] = {
  title: "Räume",
  newRoom: "Neuer Raum",
  newMessage: "Neue Nachricht",
  browse: "Räume durchsuchen",
  search: "Nachrichten durchsuchen",
  searchHere: "In dieser Unterhaltung suchen",
  toFound: "Zurück zu den Treffern",
  switcher: "Zu einem Raum oder einer Person springen",
  switcherHint: "Springen zu …",
  unread: (count) => plural(count, { one: "# ungelesene Nachricht", other: "# ungelesene Nachrichten" }),
  unreadMentions: (count) => plural(count, { one: "# Nachricht für dich", other: "# Nachrichten für dich" }),
  draft: "Entwurf:",
  you: "Du:",
  deleted: "Nachricht gelöscht",
  noMessages: "Noch keine Nachrichten",
  online: "online",
  availability: { online: "online", away: "abwesend", busy: "beschäftigt", offline: "offline" },
  requests: "Anfragen",
  friends: "Freunde",
  saved: "Gemerkt",
  threads: "Threads",
  unreadThreads: (count) =>
    plural(count, { one: "# Thread mit neuen Antworten", other: "# Threads mit neuen Antworten" }),
  friendRequests: (count) => plural(count, { one: "# Freundschaftsanfrage", other: "# Freundschaftsanfragen" }),
  members: (count) => plural(count, { one: "# Mitglied", other: "# Mitglieder" }),
  justYou: "Nur du",
  emptyTitle: "Noch keine Räume",
  emptyText: "Tritt einem öffentlichen Raum bei, leg einen eigenen an oder schreib jemandem.",
  chooseTitle: "Wähle eine Unterhaltung",
  chooseText: "Wähle links einen Raum oder spring mit den Tasten unten zu einem.",
  toRooms: "Zurück zu den Räumen",
  details: "Mitglieder",
  markedRead: "Als gelesen markiert.",
  privateRoom: "privater Raum",
  welcome: {
    title: "Bisher bist nur du hier",
    invite: "Jemanden einladen",
    newRoom: "Raum anlegen",
  },
  menu: "Menü",
  openReports: (count) => plural(count, { one: "# offene Meldung", other: "# offene Meldungen" }),
};
