import type { Words } from "../words.ts";

export const privacy: Words["privacy"] = {
  title: "Privatsphäre",
  seen: "Wer sieht was",
  seenHint: "Was du vor anderen verbirgst, siehst du auch von ihnen nicht.",
  presence: "Ob ich online bin",
  presenceHint: "Auch ob ich abwesend oder beschäftigt bin.",
  lastSeen: "Wann ich zuletzt online war",
  everyone: "Alle",
  friends: "Freunde",
  nobody: "Niemand",
  except: "Außer",
  also: "Und auch",
  changeExceptions: "Personen wählen …",
  exceptTitle: "Wer es nicht sehen soll",
  alsoTitle: "Wer es auch sehen soll",
  noExceptions: "niemand",
  doneExceptions: "Fertig",

  reach: "Wer mich erreichen darf",
  reachHint: "Freunde dürfen das immer. Die Lobby zählt nicht als gemeinsamer Raum.",
  write: "Mir zuerst schreiben",
  writeHint: "Von Personen, die du nicht kennst, kommt es als Anfrage an.",
  add: "Mich in Räume holen",
  call: "Mich anrufen",
  reachEveryone: "Alle",
  reachRooms: "Wer einen Raum mit mir teilt",
  reachFriends: "Freunde",

  signs: "In Unterhaltungen",
  signsHint: "Für eine einzelne Unterhaltung änderst du das in ihrem Menü.",
  typing: "Zeigen, dass ich schreibe",
  typingHint: "Aus: Du siehst auch nicht, wenn andere schreiben.",
  receipts: "Zeigen, wie weit ich gelesen habe",
  receiptsHint: "Aus: Du siehst auch nicht, wie weit andere gelesen haben.",

  blocked: "Blockierte Personen",
  blockedNone: "Du hast niemanden blockiert. Blockieren kannst du eine Person in ihrem Profil.",

  inRoom: {
    menu: "Privatsphäre hier …",
    title: "In dieser Unterhaltung",
    typing: "Dass ich schreibe",
    receipts: "Wie weit ich gelesen habe",
    asSettings: (isOn) => (isOn ? "Wie in den Einstellungen (zeigen)" : "Wie in den Einstellungen (verbergen)"),
    shown: "Zeigen",
    hidden: "Verbergen",
    mutual: "Was du hier nicht zeigst, siehst du hier auch nicht von den anderen.",
    previewsHint:
      "Für alle hier. Falls dieser Server hinter Links schaut: ob auch bei Links, die hier gesendet werden.",
  },
};
