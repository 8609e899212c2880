import { pluralIn } from "../plural.ts";
import type { Words } from "../words.ts";

const plural = pluralIn("de");

export const settings: Words["settings"] = {
  title: "Einstellungen",
  parts: "Teile der Einstellungen",
  general: "Allgemein",
  account: "Du",
  appearance: "Aussehen",
  theme: "Farbschema",
  themeSystem: "System",
  themeLight: "Hell",
  themeDark: "Dunkel",
  contrast: "Hoher Kontrast",
  contrastHint: "Kräftigere Linien und Schrift.",
  language: "Sprache",
  languageSystem: "Wie im Browser",
  composer: "Schreiben",
  sendKey: "Senden mit",
  sendEnter: "Enter",
  sendEnterHint: "Umschalt+Enter beginnt eine neue Zeile.",
  sendModEnterHint: "Enter beginnt eine neue Zeile.",
  notSaved: "Das wurde nicht gespeichert.",
  sessions: "Angemeldete Geräte",
  sessionsHint: "Wenn du eines davon nicht kennst, melde es ab.",
  thisDevice: "Dieses Gerät",
  unknownDevice: "Unbekanntes Gerät",
  used: (when) => `zuletzt benutzt: ${when}`,
  signOutNamed: (device) => `${device} abmelden`,
  signOutOthers: "Alle anderen Geräte abmelden",
  signOutOthersSure: "Alle anderen Geräte abmelden?",
  signOutOthersText: "Sie werden sofort abgemeldet und brauchen das Passwort, um sich wieder anzumelden.",
  othersOut: (count) => plural(count, { one: "# Gerät wurde abgemeldet.", other: "# Geräte wurden abgemeldet." }),
  oneOut: (device) => `${device} wurde abgemeldet.`,
  onlyThis: "Du bist nur auf diesem Gerät angemeldet.",
  sessionsFailed: "Deine Geräte ließen sich nicht auflisten.",
  signOutSure: "Auf diesem Gerät abmelden?",
  signOutText:
    "Was dieser Browser von deinen Unterhaltungen gespeichert hat, wird gelöscht. Auf dem Server bleibt alles.",
  signOutUnsent: "Nachrichten, die noch nicht gesendet sind, gehen verloren.",
  version: (version) => `Version ${version}`,
};
