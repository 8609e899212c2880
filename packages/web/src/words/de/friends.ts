import { pluralIn } from "../plural.ts";
import type { Words } from "../words.ts";

const plural = pluralIn("de");

export const friends: Words["friends"] = {
  title: "Freunde",
  parts: "Teile der Freundeseite",
  all: "Alle",
  online: "Online",
  requests: "Anfragen",
  requestsCount: (count) => `Anfragen (${count})`,
  suggestions: "Vorschläge",
  blocked: "Blockiert",
  incoming: "Erhaltene Anfragen",
  outgoing: "Gesendete Anfragen",
  add: "Hinzufügen",
  addTitle: "Freundschaft anfragen",
  line: "Eine Zeile dazu (optional)",
  lineHint: "Damit man weiß, wer du bist.",
  send: "Anfrage senden",
  sent: (count) => plural(count, { one: "Anfrage gesendet.", other: "# Anfragen gesendet." }),
  emptyAllTitle: "Noch keine Freunde",
  emptyAllText:
    "Füge jemanden hinzu, den du kennst. Freunde sehen voneinander, ob sie online sind, und können einander immer schreiben.",
  emptyOnlineTitle: "Niemand ist online",
  emptyOnlineText: "Sobald jemand online ist, siehst du es auf dieser Seite.",
  emptyRequestsTitle: "Keine Anfragen",
  emptyRequestsText: "Anfragen, die du bekommst oder sendest, stehen hier.",
  emptySuggestionsTitle: "Keine Vorschläge",
  emptySuggestionsText: "Hier werden dir Personen vorgeschlagen, die mit dir in Räumen sind.",
  emptyBlockedTitle: "Niemand ist blockiert",
  emptyBlockedText: "Im Profil einer Person kannst du sie blockieren.",
  failed: "Die Vorschläge ließen sich nicht laden.",
  acceptNamed: (name) => `Anfrage von ${name} annehmen`,
  declineNamed: (name) => `Anfrage von ${name} ablehnen`,
  cancelNamed: (name) => `Anfrage an ${name} zurückziehen`,
  messageNamed: (name) => `Nachricht an ${name}`,
  sharedRooms: (count) => plural(count, { one: "# gemeinsamer Raum", other: "# gemeinsame Räume" }),

  request: {
    title: (name) => `${name} möchte dir schreiben`,
    text: "Ihr kennt euch hier nicht. Bis du annimmst, erfährt niemand, ob du das gelesen hast.",
    accept: "Annehmen",
    decline: "Ablehnen",
    blockedTitle: "Du hast diese Person blockiert",
    blockedText: "Gib sie wieder frei, um ihr zu schreiben.",
  },
};
