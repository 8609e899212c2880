import { pluralIn } from "../plural.ts";
import type { Words } from "../words.ts";

const plural = pluralIn("de");

export const scheduled: Words["scheduled"] = {
  menu: "Später senden",
  evening: (time) => `Heute Abend um ${time}`,
  tomorrowAt: (time) => `Morgen um ${time}`,
  mondayAt: (time) => `Montag um ${time}`,
  whenOnline: (name) => `Wenn ${name} online ist`,
  choose: "Zeitpunkt wählen…",
  title: "Geplante Nachrichten",
  chooseTitle: "Später senden",
  editTitle: "Geplante Nachricht",
  text: "Nachricht",
  date: "Datum",
  time: "Uhrzeit",
  set: "Planen",
  passed: "Dieser Zeitpunkt ist vorbei. Wähle einen späteren.",
  noTime: "Wähle ein Datum und eine Uhrzeit.",
  today: (time) => `heute um ${time}`,
  tomorrow: (time) => `morgen um ${time}`,
  online: (name) => `wenn ${name} online ist`,
  done: (when) => `Geht ab: ${when}.`,
  uploading: (share) => `wird hochgeladen, ${share}`,
  count: (count) => plural(count, { one: "# geplante Nachricht", other: "# geplante Nachrichten" }),
  notSent: (count) =>
    plural(count, { one: "# Nachricht wurde nicht gesendet", other: "# Nachrichten wurden nicht gesendet" }),
  edit: "Bearbeiten",
  sendNow: "Jetzt senden",
  remove: "Löschen",
  removed: "Gelöscht.",
  refused: (why) => `Nicht gesendet: ${why}`,
  elsewhere: "In anderen Unterhaltungen",
  left: "Eine Unterhaltung, in der du nicht mehr bist",
  somebody: "die andere Person",
  why: {
    not_found: "Du bist nicht mehr in dieser Unterhaltung.",
    forbidden: "Du darfst dort nicht schreiben.",
  },
  empty: "Nichts ist geplant.",
};
