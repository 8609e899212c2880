import { pluralIn } from "../plural.ts";
import type { Words } from "../words.ts";

const plural = pluralIn("de");
const list = new Intl.ListFormat("de", { type: "conjunction" });

export const messages: Words["messages"] = {
  title: "Nachrichten",
  today: "Heute",
  yesterday: "Gestern",
  toDay: "Zu einem Datum springen",
  newMessages: "Neue Nachrichten",
  toNew: (count) => plural(count, { one: "# neue Nachricht", other: "# neue Nachrichten" }),
  toLatest: "Zu den neuesten Nachrichten",
  photos: (count) => (count === 1 ? "Foto" : `${count} Fotos`),
  videos: (count) => (count === 1 ? "Video" : `${count} Videos`),
  voice: "Sprachnachricht",
  sticker: (emoji) => `${emoji} Sticker`,
  poll: (question) => `Umfrage: ${question}`,
  files: (count) => `${count} Dateien`,
  edited: "bearbeitet",
  deleted: "Diese Nachricht wurde gelöscht.",
  fromBlocked: (count) =>
    plural(count, {
      one: "# Nachricht von jemandem, den du blockiert hast",
      other: "# Nachrichten von jemandem, den du blockiert hast",
    }),
  showBlocked: "Anzeigen",
  blockedQuote: "Nachricht von jemandem, den du blockiert hast",
  disappeared: (count) =>
    plural(count, { one: "# Nachricht ist verschwunden", other: "# Nachrichten sind verschwunden" }),
  deletedQuote: "Gelöschte Nachricht",
  unknownPerson: "Jemand, der gegangen ist",
  you: "Du",
  sending: "Wird gesendet",
  waiting: "Wartet auf die Verbindung",
  stored: "Gesendet",
  delivered: "Zugestellt",
  read: "Gelesen",
  failedShort: "Nicht gesendet",
  answers: "Antwort auf",
  typing: (names) =>
    names.length > 3
      ? "Mehrere schreiben …"
      : names.length === 1
        ? `${names[0]} schreibt …`
        : `${list.format(names)} schreiben …`,
  startTitle: (name) => `Hier beginnt ${name}`,
  startText: "Sag Hallo: Alle hier drin sehen, was du schreibst.",
  startDirect: "Nur die Personen in dieser Unterhaltung sehen, was du hier schreibst.",
  emptyInvite: "Lade jemanden ein oder schreib die erste Nachricht.",
  loadingOlder: "Ältere Nachrichten werden geladen …",
  reactions: "Reaktionen",
  reacted: (count, emoji, isMine) =>
    `${plural(count, { one: "# Person hat", other: "# Personen haben" })} mit ${emoji} reagiert${isMine ? ", du auch" : ""}`,
  reactedBy: (names, more, emoji) =>
    `${emoji} von ${list.format(more > 0 ? [...names, plural(more, { one: "# weiteren Person", other: "# weiteren" })] : names)}`,
  spoiler: "Spoiler. Zum Anzeigen drücken.",
  copyCode: "Code kopieren",
  row: (name, text, time) => `${name}, ${time}: ${text}`,
};
