import { pluralIn } from "../plural.ts";
import type { Words } from "../words.ts";

const plural = pluralIn("de");

export const order: Words["order"] = {
  rules: {
    title: "Regeln",
    post: "Wer schreiben darf",
    postEveryone: "Alle im Raum",
    postModerators: "Nur die Moderation (Ankündigungen)",
    invite: "Wer einladen und hinzufügen darf",
    mentionAll: "Wer mit @everyone alle rufen darf",
    everyone: "Alle im Raum",
    moderators: "Nur die Moderation",
    slow: "Langsam: Pause zwischen zwei Nachrichten",
    slowOff: "Keine",
    seconds: (count) => plural(count, { one: "# Sekunde", other: "# Sekunden" }),
    minutes: (count) => plural(count, { one: "# Minute", other: "# Minuten" }),
    hours: (count) => plural(count, { one: "# Stunde", other: "# Stunden" }),
    days: (count) => plural(count, { one: "# Tag", other: "# Tage" }),
  },

  expiry: {
    title: "Verschwindende Nachrichten",
    label: "Nachrichten verschwinden nach",
    never: "Nie",
    text: "Gilt für Nachrichten, die von jetzt an gesendet werden, von allen hier. Ist die Zeit um, ist die Nachricht für alle weg, auch auf dem Server. Jemand kann sie vorher trotzdem kopiert haben.",
    goes: (when) => `Verschwindet ${when}`,
    set: "Festlegen",
    on: (term) => `Neue Nachrichten verschwinden nach: ${term}.`,
    off: "Neue Nachrichten bleiben.",
  },

  menu: {
    clear: "Für mich leeren …",
    deleteMine: "Meine Nachrichten löschen …",
    deleteDirect: "Gespräch löschen …",
  },

  clear: {
    title: "Dieses Gespräch für dich leeren?",
    text: "Du siehst seine Nachrichten nicht mehr, auf keinem deiner Geräte. Die anderen behalten ihre, und du bleibst hier. Zurückholen kannst du sie nicht.",
    now: "Für mich leeren",
    done: "Für dich geleert.",
  },
  deleteMine: {
    title: "Alle deine Nachrichten hier löschen?",
    text: "Jede Nachricht, die du hier geschrieben hast, verschwindet für alle, endgültig. Von jeder bleibt der Hinweis, dass etwas gelöscht wurde.",
    now: "Meine Nachrichten löschen",
    done: (count) =>
      plural(count, { one: "# Nachricht gelöscht.", other: "# Nachrichten gelöscht. Gibt es mehr, folgen sie." }),
  },
  deleteDirect: {
    title: "Dieses Gespräch für alle darin löschen?",
    text: "Es geht aus deiner Liste und aus ihrer, mit jeder Nachricht, die jemand von euch schrieb. Niemand kann es zurückholen.",
    now: "Für alle löschen",
    done: "Das Gespräch ist gelöscht.",
  },

  mute: {
    open: "Stummschalten …",
    title: (name) => `${name} stummschalten?`,
    text: "Die Person kann lesen, aber hier nicht schreiben, bis die Zeit um ist.",
    label: "Wie lange",
    now: "Stummschalten",
    unmute: "Wieder schreiben lassen",
    muted: (when) => `stumm bis ${when}`,
    mutedForGood: "stumm",
  },
  ban: {
    open: "Ausschließen …",
    title: (name) => `${name} ausschließen?`,
    text: "Die Person ist sofort draußen und kommt nicht zurück, auch nicht mit einer Einladung, bis die Zeit um ist.",
    reason: "Grund (freiwillig)",
    reasonHint: "Für die übrige Moderation und das Protokoll.",
    label: "Wie lange",
    now: "Ausschließen",
    done: (name) => `${name} ist aus diesem Raum ausgeschlossen.`,
    list: "Ausgeschlossen",
    none: "Niemand ist aus diesem Raum ausgeschlossen.",
    until: (when) => `bis ${when}`,
    forGood: "für immer",
    by: (name) => `von ${name}`,
    unban: "Aufheben",
    unbanNamed: (name) => `Ausschluss von ${name} aufheben`,
    unbanned: (name) => `${name} darf zurückkommen.`,
  },
  terms: {
    tenMinutes: "10 Minuten",
    hour: "1 Stunde",
    day: "1 Tag",
    week: "1 Woche",
    forGood: "Für immer",
    until: "Bis …",
    moment: "Bis wann",
    momentMissing: "Wähle einen Zeitpunkt im kommenden Jahr.",
  },

  silence: {
    announcement: "Hier schreibt nur die Moderation. Du kannst mitlesen.",
    muted: (when) => `Die Moderation hat dich hier bis ${when} stummgeschaltet. Du kannst mitlesen.`,
    mutedForGood: "Die Moderation hat dich hier stummgeschaltet. Du kannst mitlesen.",
    wait: (term) => `Langsam: Deine nächste Nachricht geht hinaus in ${term}`,
  },
  log: "Protokoll dieses Raums",
};
