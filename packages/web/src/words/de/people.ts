import { pluralIn } from "../plural.ts";
import type { Words } from "../words.ts";

const plural = pluralIn("de");

export const people: Words["people"] = {
  newMessage: "Neue Nachricht",
  find: "Name einer Person",
  hint: "Wähle eine oder mehrere Personen.",
  hintGroup: "Wähle eine Person oder mehrere für eine Gruppe.",
  results: "Personen",
  searching: "Suche …",
  noMatch: (text) => `Niemand heißt „${text}“. Prüfe die Schreibweise, oder schick einen Einladungslink.`,
  alone: "Sonst ist noch niemand hier. Lade zuerst jemanden ein: Öffne einen Raum und wähle „Leute einladen“.",
  everyoneIn: "Alle, die du hinzufügen könntest, sind schon dabei. Andere kommen über einen Einladungslink.",
  remove: (name) => `${name} entfernen`,
  tooMany: (most) => `Höchstens ${most} Personen.`,
  start: "Unterhaltung beginnen",
  pickFirst: "Wähle zuerst jemanden aus.",

  members: "Mitglieder",
  close: "Mitglieder schließen",
  online: "Online",
  offline: "Offline",
  you: "du",
  owner: "Leitung",
  moderator: "Moderation",
  member: "Mitglied",
  showMore: "Weitere Mitglieder anzeigen",
  filter: "Mitglieder suchen",
  noFiltered: (text) => `Kein Mitglied in dieser Liste heißt „${text}“.`,
  add: "Hinzufügen",
  addTitle: (room) => `Zu #${room} hinzufügen`,
  addNow: (count) => plural(count, { one: "# Person hinzufügen", other: "# Personen hinzufügen" }),
  added: (count) => plural(count, { one: "# Person hinzugefügt.", other: "# Personen hinzugefügt." }),
  addedNone: "Sie sind schon in diesem Raum.",
  invite: "Einladungslink",
  actions: (name) => `Aktionen für ${name}`,
  message: (name) => `Nachricht an ${name}`,
  makeOwner: "Zur Leitung machen",
  makeModerator: "Zur Moderation machen",
  makeMember: "Zum einfachen Mitglied machen",
  takeOut: "Aus dem Raum entfernen",
  takeOutSure: (name) => `${name} aus diesem Raum entfernen?`,
  takeOutText: "Die Person sieht nichts mehr davon. Du kannst sie später wieder hinzufügen oder einladen.",
  takeOutNow: "Entfernen",
  makeOwnerSure: (name) => `${name} zur Leitung machen?`,
  makeOwnerText: "Die Leitung darf hier alles, auch deine eigene Rolle ändern.",

  readers: {
    read: "Gelesen",
    delivered: "Zugestellt",
    nobody: "Das hat noch niemand gelesen, der es zeigt.",
    hidden:
      "Du zeigst anderen nicht, wie weit du gelesen hast, darum siehst du es auch von ihnen nicht. Du kannst das in den Einstellungen ändern.",
    toSettings: "Einstellungen zur Privatsphäre",
  },
};
