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
    pin: "Wer Nachrichten anheften darf",
    everyone: "Alle im Raum",
    moderators: "Nur die Moderation",
    slow: "Langsamer Modus: Pause zwischen zwei Nachrichten",
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
    text: "Gilt für alle Nachrichten, die hier ab jetzt gesendet werden. Nach Ablauf der Zeit ist eine Nachricht für alle weg, auch auf dem Server. Jemand kann sie vorher trotzdem kopiert haben.",
    goes: (when) => `Verschwindet ${when}`,
    set: "Festlegen",
    on: (term) => `Ab jetzt verschwinden Nachrichten. Frist: ${term}.`,
    off: "Neue Nachrichten bleiben.",
  },

  menu: {
    clear: "Für mich leeren …",
    deleteMine: "Meine Nachrichten löschen …",
    deleteDirect: "Unterhaltung löschen …",
  },

  clear: {
    title: "Diese Unterhaltung für dich leeren?",
    text: "Du siehst ihre Nachrichten nicht mehr, auf keinem deiner Geräte. Die anderen sehen sie weiterhin, und du bleibst dabei. Zurückholen kannst du sie nicht.",
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
    title: "Diese Unterhaltung für alle löschen?",
    text: "Sie verschwindet aus deiner Liste und der des anderen, mit allen Nachrichten, die ihr geschrieben habt. Niemand kann sie zurückholen.",
    now: "Für alle löschen",
    done: "Die Unterhaltung ist gelöscht.",
  },

  mute: {
    open: "Stummschalten …",
    title: (name) => `${name} stummschalten?`,
    text: "Die Person kann hier mitlesen, aber nicht schreiben, bis die Zeit um ist.",
    label: "Wie lange",
    now: "Stummschalten",
    unmute: "Wieder schreiben lassen",
    muted: (when) => `stumm bis ${when}`,
    mutedForGood: "stumm",
  },
  ban: {
    open: "Ausschließen …",
    title: (name) => `${name} ausschließen?`,
    text: "Die Person wird sofort entfernt und kann nicht zurückkommen, auch nicht mit einer Einladung, bis die Zeit um ist.",
    reason: "Grund (optional)",
    reasonHint: "Für die übrige Moderation und das Protokoll.",
    label: "Wie lange",
    now: "Ausschließen",
    done: (name) => `${name} ist aus diesem Raum ausgeschlossen.`,
    list: "Ausgeschlossene Personen",
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
    wait: (term) => `Langsamer Modus: nächste Nachricht möglich in ${term}`,
  },
  log: "Protokoll dieses Raums",
};
