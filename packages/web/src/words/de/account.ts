import { pluralIn } from "../plural.ts";
import type { Words } from "../words.ts";

const plural = pluralIn("de");

export const account: Words["account"] = {
  title: "Konto",
  failed: "Das ließ sich nicht laden.",
  passwordAsked: "Dein Passwort",
  passwordMissing: "Gib dein Passwort ein.",

  password: {
    title: "Passwort",
    hint: "Wenn du es änderst, werden alle deine anderen Geräte abgemeldet.",
    current: "Aktuelles Passwort",
    next: "Neues Passwort",
    change: "Passwort ändern",
    changed: (ended) =>
      ended === 0
        ? "Passwort geändert."
        : plural(ended, {
            one: "Passwort geändert. # anderes Gerät wurde abgemeldet.",
            other: "Passwort geändert. # andere Geräte wurden abgemeldet.",
          }),
  },

  totp: {
    title: "Anmeldung in zwei Schritten",
    hint: "Zum Passwort kommt ein Code aus einer App auf deinem Telefon. Wer nur dein Passwort kennt, kommt nicht hinein.",
    isOff: "Aus",
    isOn: "An",
    turnOn: "Einschalten",
    turnOff: "Ausschalten",
    codesLeft: (count) =>
      plural(count, { one: "Noch # Wiederherstellungscode", other: "Noch # Wiederherstellungscodes" }),
    newCodes: "Neue Wiederherstellungscodes",
    newCodesText: "Die alten Codes gelten dann nicht mehr.",
    passwordText: "Gib zuerst dein Passwort ein, damit das niemand anderes an deinem Gerät tut.",
    go: "Weiter",
    scan: "Scanne den Code mit einer Authenticator-App, etwa der, die du für andere Seiten benutzt.",
    qr: "QR-Code für deine Authenticator-App",
    byHand: "Oder gib diesen Schlüssel von Hand ein:",
    copySecret: "Schlüssel kopieren",
    code: "Code aus der App",
    codeHint: "Sechs Ziffern, alle 30 Sekunden neu.",
    codeMissing: "Gib die sechs Ziffern ein, die die App zeigt.",
    confirm: "Einschalten",
    offText: "Danach genügt dein Passwort allein. Deine Wiederherstellungscodes gelten nicht mehr.",
    turnedOff: "Die Anmeldung in zwei Schritten ist aus.",
  },

  recovery: {
    title: "Deine Wiederherstellungscodes",
    text: "Mit jedem kannst du dich einmal ohne die App anmelden. Sie werden nur jetzt angezeigt: Bewahre sie an einem sicheren Ort auf.",
    list: "Wiederherstellungscodes",
    copy: "Kopieren",
    print: "Drucken",
    download: "Als Text herunterladen",
    file: "parley-wiederherstellungscodes.txt",
    fileHead: (server, handle) => `Wiederherstellungscodes für @${handle} auf ${server}. Jeder gilt einmal.`,
    kept: "Ich habe sie gesichert",
  },

  passkeys: {
    title: "Passkeys",
    hint: "Melde dich mit Fingerabdruck, Gesicht oder Sicherheitsschlüssel an, ohne Passwort.",
    none: "Du hast noch keinen Passkey.",
    add: "Passkey hinzufügen",
    addText: "Dein Browser fragt dich danach nach einer Bestätigung mit diesem Gerät oder einem Sicherheitsschlüssel.",
    name: "Name",
    nameHint: "Damit du ihn wiedererkennst, etwa „Telefon“ oder „Blauer Schlüssel“.",
    made: (when) => `angelegt: ${when}`,
    used: (when) => `zuletzt benutzt: ${when}`,
    neverUsed: "nie benutzt",
    added: (name) => `Passkey „${name}“ hinzugefügt.`,
    remove: "Entfernen",
    removeNamed: (name) => `Passkey „${name}“ entfernen`,
    removeSure: (name) => `„${name}“ entfernen?`,
    removeText: "Damit kann sich niemand mehr anmelden. Dein Gerät zeigt ihn vielleicht noch an; lösche ihn auch dort.",
    removed: (name) => `Passkey „${name}“ entfernt.`,
    unsupported:
      "Dieser Browser kann hier keine Passkeys benutzen. Sie brauchen einen aktuellen Browser und eine Adresse mit Namen und https.",
    cancelled:
      "Der Browser hat es nicht bestätigt: Es wurde abgebrochen oder hat zu lange gedauert. Versuche es noch einmal.",
    already: "Dieses Gerät hat schon einen Passkey für dein Konto.",
  },

  offer: {
    title: "Ein weiteres Gerät anmelden",
    hint: "Lass dir hier einen Code anzeigen und scanne ihn mit der Kamera deines Telefons.",
    show: "Code anzeigen",
    text: "Scanne den Code mit der Kamera des anderen Geräts oder öffne dort den Link. Er gilt nur einmal. Zeig ihn sonst niemandem: Wer ihn hat, ist als du angemeldet.",
    qr: "QR-Code, der ein weiteres Gerät anmeldet",
    link: "Link für das andere Gerät",
    copy: "Link kopieren",
    left: (time) => `Gilt noch ${time}`,
    over: "Dieser Code gilt nicht mehr.",
    again: "Neuen Code anzeigen",
    done: "Gerade wurde ein weiteres Gerät angemeldet.",
  },

  archive: {
    title: "Deine Daten",
    hint: "Alles von dir in einem Archiv: Nachrichten, Profil und Einstellungen, offline im Browser lesbar und als JSON.",
    start: "Archiv erstellen",
    running: "Dein Archiv wird erstellt",
    progress: (done, total) => `${done} von ${total}`,
    leave: "Du kannst inzwischen weitermachen. Es liegt hier bereit, sobald es fertig ist.",
    ready: (size) => `Dein Archiv ist fertig (${size}).`,
    until: (when) => `Auf dem Server wird es ${when} gelöscht.`,
    download: "Herunterladen",
    again: "Neu erstellen",
    failed:
      "Das hat nicht geklappt. Versuche es noch einmal; wenn es wieder passiert, sag es der Person, die diesen Server betreibt.",
  },

  remove: {
    title: "Konto löschen",
    hint: "Nach sieben Tagen ist es für immer weg. Bis dahin kannst du es dir anders überlegen.",
    open: "Mein Konto löschen …",
    dialog: "Dein Konto löschen?",
    text: "In sieben Tagen werden dein Profil, deine Freunde, deine Einstellungen und dein Platz in jedem Raum gelöscht. Niemand kann das zurückholen.",
    messages: "Was mit deinen Nachrichten geschieht",
    removeThem: "Löschen",
    removeHint: "Jede Nachricht von dir verschwindet für alle.",
    anonymise: "Ohne meinen Namen behalten",
    anonymiseHint: "Sie bleiben stehen, aber ohne Hinweis auf dich.",
    handle: (handle) => `Gib zur Bestätigung ${handle} ein`,
    handleWrong: (handle) => `Gib ${handle} genau so ein, wie es hier steht.`,
    now: "Mein Konto löschen",
    pending: (when) => `Dein Konto wird am ${when} gelöscht.`,
    keep: "Konto behalten",
    kept: "Dein Konto bleibt.",
    begun: "Dein Konto wird in sieben Tagen gelöscht.",
  },
};
