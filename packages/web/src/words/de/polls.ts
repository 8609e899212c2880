import { pluralIn } from "../plural.ts";
import type { Words } from "../words.ts";

const plural = pluralIn("de");

export const polls: Words["polls"] = {
  make: "Umfrage",
  title: "Neue Umfrage",
  question: "Frage",
  answers: "Antworten",
  answer: (number) => `Antwort ${number}`,
  remove: (number) => `Antwort ${number} entfernen`,
  left: (count) =>
    count === 0 ? "Mehr Antworten passen nicht." : plural(count, { other: "Du kannst noch # hinzufügen." }),
  several: "Mehrere Antworten",
  anonymous: "Anonym",
  anonymousHint: "Niemand sieht, wer wie abgestimmt hat.",
  send: "Umfrage senden",
  missing: {
    question: "Schreib zuerst eine Frage.",
    answers: "Eine Umfrage braucht mindestens zwei Antworten.",
    twice: "Zwei Antworten sind gleich. Ändere eine davon.",
  },
  kind: ({ isMultiple, isAnonymous, closedAt }) => {
    const what = isAnonymous ? "Anonyme Umfrage" : "Umfrage";
    if (closedAt !== undefined) return `${what} · Endergebnis`;
    return isMultiple ? `${what} · Mehrere Antworten` : what;
  },
  vote: "Abstimmen",
  more: "Mehr zu dieser Umfrage",
  change: "Stimme ändern",
  retract: "Stimme zurücknehmen",
  close: "Umfrage beenden…",
  closeTitle: "Diese Umfrage beenden?",
  closeText: "Niemand kann mehr abstimmen, und das Ergebnis steht fest.",
  closeNow: "Umfrage beenden",
  voted: (count) =>
    count === 0
      ? "Noch niemand hat abgestimmt"
      : plural(count, { one: "# Person hat abgestimmt", other: "# Personen haben abgestimmt" }),
  votes: (count) => plural(count, { one: "# Stimme", other: "# Stimmen" }),
  share: (percent) => `${percent}\u00a0%`,
  result: (count, isMine) =>
    `${plural(count, { one: "# Stimme", other: "# Stimmen" })}${isMine ? ", darunter deine" : ""}`,
  who: "Wer wie abgestimmt hat",
  refused: "Deine Stimme wurde nicht gezählt.",
};
