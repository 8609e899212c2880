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
    current: "Bisheriges Passwort",
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
    hint: "Zum Passwort kommt ein Code aus einer App auf deinem Telefon. Wer dein Passwort erfährt, kommt trotzdem nicht hinein.",
    isOff: "Aus",
    isOn: "An",
    turnOn: "Einschalten",
    turnOff: "Ausschalten",
    codesLeft: (count) =>
      plural(count, { one: "Noch # Wiederherstellungscode", other: "Noch # Wiederherstellungscodes" }),
    newCodes: "Neue Wiederherstellungscodes",
    newCodesText: "Die alten Codes gelten dann nicht mehr.",
    passwordText: "Zuerst dein Passwort, damit das niemand sonst an deinem Gerät tut.",
    go: "Weiter",
    scan: "Nimm das mit einer Authenticator-App auf, etwa der, die du für andere Seiten benutzt.",
    qr: "QR-Code für deine Authenticator-App",
    byHand: "Oder tippe dieses Geheimnis ein:",
    copySecret: "Geheimnis kopieren",
    code: "Code aus der App",
    codeHint: "Sechs Ziffern, alle 30 Sekunden neu.",
    codeMissing: "Gib die sechs Ziffern ein, die die App zeigt.",
    confirm: "Einschalten",
    offText: "Danach genügt dein Passwort allein. Deine Wiederherstellungscodes gelten nicht mehr.",
    turnedOff: "Die Anmeldung in zwei Schritten ist aus.",
  },

  recovery: {
    title: "Deine Wiederherstellungscodes",
    text: "Jeder lässt dich einmal ohne die App hinein. Sie werden nur jetzt gezeigt: Bewahre sie bei deinen wichtigen Dingen auf.",
    list: "Wiederherstellungscodes",
    copy: "Kopieren",
    print: "Drucken",
    download: "Als Text herunterladen",
    file: "parley-wiederherstellungscodes.txt",
    fileHead: (server, handle) => `Wiederherstellungscodes für @${handle} auf ${server}. Jeder gilt einmal.`,
    kept: "Ich habe sie aufbewahrt",
  },

  passkeys: {
    title: "Passkeys",
    hint: "Melde dich mit Fingerabdruck, Gesicht oder Sicherheitsschlüssel an, ohne Passwort.",
    none: "Du hast noch keinen Passkey.",
    add: "Passkey hinzufügen",
    addText: "Dein Browser bittet dich dann, es mit diesem Gerät oder einem Sicherheitsschlüssel zu bestätigen.",
    name: "Name",
    nameHint: "Damit du ihn wiedererkennst, etwa „Telefon“ oder „Blauer Schlüssel“.",
    made: (when) => `angelegt: ${when}`,
    used: (when) => `zuletzt benutzt: ${when}`,
    neverUsed: "nie benutzt",
    added: (name) => `Passkey „${name}“ hinzugefügt.`,
    remove: "Entfernen",
    removeNamed: (name) => `Passkey „${name}“ entfernen`,
    removeSure: (name) => `„${name}“ entfernen?`,
    removeText: "Damit meldet sich niemand mehr an. Dein Gerät zeigt ihn vielleicht noch; lösche ihn auch dort.",
    removed: (name) => `Passkey „${name}“ entfernt.`,
    unsupported:
      "Dieser Browser kann hier keine Passkeys benutzen. Sie brauchen einen aktuellen Browser und eine Adresse mit Namen und https.",
    cancelled: "Der Browser hat es nicht bestätigt: abgebrochen, oder es dauerte zu lange. Versuche es noch einmal.",
    already: "Dieses Gerät hat schon einen Passkey für dein Konto.",
  },

  offer: {
    title: "Ein weiteres Gerät anmelden",
    hint: "Zeig hier einen Code und nimm ihn mit der Kamera deines Telefons auf.",
    show: "Code zeigen",
    text: "Nimm das mit der Kamera des anderen Geräts auf, oder öffne dort den Link. Es geht einmal. Zeig es sonst niemandem: Es meldet als du an.",
    qr: "QR-Code, der ein weiteres Gerät anmeldet",
    link: "Link für das andere Gerät",
    copy: "Link kopieren",
    left: (time) => `Gilt noch ${time}`,
    over: "Dieser Code gilt nicht mehr.",
    again: "Neuen Code zeigen",
    done: "Gerade wurde ein weiteres Gerät angemeldet.",
  },

  archive: {
    title: "Deine Daten",
    hint: "Alles von dir in einem Archiv: Nachrichten, Profil und Einstellungen, zum Lesen ohne Netz im Browser und als JSON.",
    start: "Meine Daten sammeln",
    running: "Deine Daten werden gesammelt",
    progress: (done, total) => `${done} von ${total}`,
    leave: "Du kannst inzwischen weitermachen. Es wartet hier, wenn es fertig ist.",
    ready: (size) => `Dein Archiv ist fertig (${size}).`,
    until: (when) => `Auf dem Server wird es ${when} gelöscht.`,
    download: "Herunterladen",
    again: "Neu sammeln",
    failed: "Das ging nicht. Versuche es noch einmal; geschieht es wieder, sag es denen, die diesen Server betreiben.",
  },

  remove: {
    title: "Konto löschen",
    hint: "Nach sieben Tagen ist es für immer weg. Bis dahin kannst du es dir anders überlegen.",
    open: "Mein Konto löschen…",
    dialog: "Dein Konto löschen?",
    text: "In sieben Tagen werden dein Profil, deine Freunde, deine Einstellungen und dein Platz in jedem Raum gelöscht. Niemand kann sie zurückholen.",
    messages: "Was mit deinen Nachrichten geschieht",
    removeThem: "Löschen",
    removeHint: "Jede Nachricht von dir verschwindet für alle.",
    anonymise: "Ohne meinen Namen behalten",
    anonymiseHint: "Sie bleiben, wo sie sind, und sagen nur, dass jemand sie schrieb, der nicht mehr da ist.",
    handle: (handle) => `Tippe zur Bestätigung ${handle}`,
    handleWrong: (handle) => `Tippe ${handle} genau so, wie es hier steht.`,
    now: "Mein Konto löschen",
    pending: (when) => `Dein Konto wird am ${when} gelöscht.`,
    keep: "Konto behalten",
    kept: "Dein Konto bleibt.",
    begun: "Dein Konto wird in sieben Tagen gelöscht.",
  },
};
