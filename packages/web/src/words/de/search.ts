import { pluralIn } from "../plural.ts";
import type { Words } from "../words.ts";

const plural = pluralIn("de");

export const search: Words["search"] = {
  title: "Suche",
  close: "Suche schließen",
  field: "Nachrichten durchsuchen",
  clear: "Suchfeld leeren",
  suggestions: "Vorschläge",
  suggested: (count) => plural(count, { one: "# Vorschlag", other: "# Vorschläge" }),
  where: "Wo gesucht wird",
  everywhere: "Alle Räume",
  order: "Reihenfolge",
  newest: "Neueste",
  relevant: "Relevanteste",

  recent: "Letzte Suchen",
  forget: "Leeren",
  narrow: "Genauer suchen",
  operators: {
    from: "von jemandem geschrieben",
    in: "in einem Raum",
    has: "mit Link, Datei, Umfrage und so weiter",
    is: "angeheftet oder bearbeitet",
    mentions: "die mich erwähnen",
    before: "vor einem Tag",
    after: "nach einem Tag",
    on: "an einem Tag",
  },
  has: {
    link: "mit Link",
    file: "mit Datei",
    image: "mit Bild",
    voice: "mit Sprachnachricht",
    poll: "mit Umfrage",
    sticker: "mit Sticker",
  },
  is: { pinned: "angeheftete Nachrichten", edited: "bearbeitete Nachrichten" },
  mentionsMe: "Nachrichten, die mich erwähnen",
  fromMe: "du",
  today: "heute",
  yesterday: "gestern",
  weekAgo: "vor einer Woche",
  monthAgo: "vor einem Monat",
  yearAgo: "vor einem Jahr",
  tips: "Eine Nachricht muss alle Wörter enthalten. „In Anführungszeichen“ stehen sie zusammen; ein - davor schließt eines aus.",

  voice: "Sprachnachricht",
  moreFiles: (count) => plural(count, { one: "und # weitere", other: "und # weitere" }),
  searching: "Suche läuft …",
  count: (count, hasMore) =>
    hasMore
      ? plural(count, { one: "#+ Nachrichten", other: "#+ Nachrichten" })
      : plural(count, { one: "# Nachricht", other: "# Nachrichten" }),
  loadingMore: "Weitere werden geladen …",
  incomplete: "Ältere Nachrichten werden noch für die Suche vorbereitet. Einige fehlen vielleicht noch.",

  again: "Erneut suchen",

  noneTitle: "Nichts gefunden",
  noneText: "Keine Nachricht enthält das alles. Versuch es mit weniger Wörtern oder nur einem Wortanfang.",
  noneHere:
    "Keine Nachricht in dieser Unterhaltung enthält das alles. Versuch es mit weniger Wörtern oder in allen Räumen.",
  searchEverywhere: "Alle Räume durchsuchen",
  without: (filter) => `Ohne ${filter} suchen`,

  wrong: {
    from: (value) => `„${value}“ ist kein Benutzername. Schreib ihn so: from:ada.`,
    in: (value) => `„${value}“ ist kein Raumname. Schreib ihn so: in:general.`,
    has: (value) =>
      `has:${value} gibt es nicht. Es gibt has:link, has:file, has:image, has:voice, has:poll und has:sticker.`,
    is: (value) => `is:${value} gibt es nicht. Es gibt is:pinned und is:edited.`,
    mentions: (value) => `mentions:${value} gibt es nicht. Es gibt mentions:me.`,
    date: (value) => `„${value}“ ist kein Tag. Schreib Tage so: 2026-03-14.`,
  },
  fromSwitcher: (text) => `Nachrichten nach „${text}“ durchsuchen`,

  calendar: {
    title: "Zu einem Datum springen",
    open: "Zu einem Datum springen …",
    previousMonth: "Voriger Monat",
    nextMonth: "Nächster Monat",
    previousYear: "Voriges Jahr",
    nextYear: "Nächstes Jahr",
    day: (date, count) => `${date}, ${plural(count, { one: "# Nachricht", other: "# Nachrichten" })}`,
    quietDay: (date) => `${date}, keine Nachrichten`,
    empty: "Hier gibt es noch keine Nachrichten.",
  },
};
