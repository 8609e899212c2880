import { pluralIn } from "../plural.ts";
import type { Words } from "../words.ts";

const plural = pluralIn("de");

export const entry: Words["entry"] = {
  username: "Benutzername",
  usernameHint: "So sehen dich die anderen, und so meldest du dich an.",
  password: "Passwort",
  passwordHint: (least) => `Mindestens ${least} Zeichen.`,
  createAccount: "Konto anlegen",
  signIn: "Anmelden",
  usernameMissing: "Gib einen Benutzernamen ein.",
  passwordMissing: "Gib dein Passwort ein.",
  passwordTooShort: (least, missing) =>
    plural(missing, {
      one: `Es braucht mindestens ${least} Zeichen: noch #.`,
      other: `Es braucht mindestens ${least} Zeichen: noch #.`,
    }),

  setup: {
    title: "Richte deinen Server ein",
    text: "Leg das erste Konto an: Es leitet diesen Server.",
    serverName: "Name des Servers",
    serverNameHint: "Alle, die eingeladen werden, sehen ihn.",
    serverNameDefault: "Parley",
    serverNameMissing: "Gib deinem Server einen Namen.",
    registration: "Wer darf mitmachen",
    invite: "Wer eingeladen ist",
    inviteHint: "Mitglieder schicken Links an Freunde.",
    open: "Wer den Server erreicht",
    openHint: "Jede Person kann sich ein Konto anlegen.",
    closed: "Niemand Neues",
    closedHint: "Nur die Konten, die es gibt.",
    noTokenTitle: "Öffne den Einrichtungslink",
    noTokenText:
      "Der Server zeigt beim ersten Start in seinem Terminal einen Link. Öffne ihn mit allem, was nach dem # steht.",
    badToken: "Das ist nicht der richtige Einrichtungslink. Öffne den, den der Server zuletzt angezeigt hat.",
    doneTitle: "Dieser Server ist eingerichtet",
    doneText: "Das erste Konto gibt es schon. Melde dich an, oder bitte ein Mitglied um einen Einladungslink.",
  },

  signInTitle: (server) => `Anmelden bei ${server}`,
  signUpTitle: (server) => `Konto bei ${server}`,
  signUpText: "Leg ein Konto an und schreib mit.",
  newHere: "Neu hier?",
  haveAccount: "Schon ein Konto?",
  inviteOnly: "Neu hier? Bitte ein Mitglied um einen Einladungslink.",
  closed: "Dieser Server nimmt keine neuen Konten an.",
  notSetUpTitle: "Dieser Server ist noch nicht eingerichtet",
  notSetUpText: "Wer ihn betreibt, kann den Einrichtungslink öffnen, der im Terminal steht.",
  unreachableTitle: "Der Server ist nicht erreichbar",
  unreachableText: "Prüfe deine Verbindung und versuche es noch einmal. Nichts ist verloren.",

  join: {
    title: (room) => `Komm in #${room}`,
    invitedBy: (person, server) => `${person} hat dich auf ${server} eingeladen.`,
    members: (count) => plural(count, { one: "# Person ist in diesem Raum", other: "# Personen sind in diesem Raum" }),
    joinRoom: (room) => `#${room} beitreten`,
    signedInAs: (name) => `Du bist angemeldet als ${name}.`,
    signInInstead: "Ich habe schon ein Konto",
    createInstead: "Ich brauche ein neues Konto",
    invalidTitle: "Diese Einladung gilt nicht mehr",
    invalidText:
      "Sie ist abgelaufen, verbraucht oder wurde zurückgenommen. Bitte die Person, die sie geschickt hat, um einen neuen Link.",
    noCodeTitle: "Der Link ist nicht vollständig",
    noCodeText: "Eine Einladung endet mit # und einem Code. Öffne den Link genau so, wie du ihn bekommen hast.",
    toSignIn: "Zur Anmeldung",
    toRooms: "Zu meinen Räumen",
  },

  or: "oder",
  providerRefused: "Die Anmeldung dort wurde nicht abgeschlossen. Versuche es noch einmal.",
  providerAway: "Die Anmeldung dort antwortet nicht. Versuche es gleich noch einmal.",
  byPasskey: "Mit einem Passkey anmelden",

  factor: {
    code: "Code aus deiner Authenticator-App",
    codeHint: "Sechs Ziffern. Dein Passwort stimmt; das ist der zweite Schritt.",
    codeMissing: "Gib die sechs Ziffern ein, die die App zeigt.",
    recovery: "Wiederherstellungscode",
    recoveryHint: "Einer von denen, die du beim Einschalten gesichert hast. Jeder gilt einmal.",
    recoveryMissing: "Gib einen deiner Wiederherstellungscodes ein.",
    confirm: "Anmelden",
    passkey: "Mit einem Passkey",
    useRecovery: "Mit einem Wiederherstellungscode",
    useApp: "Mit der App",
    back: "Von vorn",
  },

  link: {
    title: "Auf diesem Gerät anmelden?",
    text: "Es wird für die Person angemeldet, deren anderes Gerät den Code anzeigt. Mach nur weiter, wenn du das bist.",
    now: "Hier anmelden",
    failed: "Lass dir auf dem anderen Gerät einen neuen Code anzeigen: Einstellungen, Konto.",
    noCodeText:
      "Ein Link zum Anmelden endet mit # und einem Code. Scanne ihn noch einmal oder öffne ihn genau so, wie er angezeigt wird.",
    alreadyTitle: "Dieses Gerät ist angemeldet",
    alreadyText: (name) => `Du bist hier ${name}. Um ein anderes Konto zu benutzen, melde dich zuerst ab.`,
  },

  notFoundTitle: "Hier ist nichts",
  notFoundText: "Vielleicht ist die Adresse falsch getippt, oder du hast keinen Zugang.",
  notFoundBack: "Zu meinen Räumen",
};
