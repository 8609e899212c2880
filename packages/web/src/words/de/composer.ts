import { pluralIn } from "../plural.ts";
import type { Words } from "../words.ts";

const plural = pluralIn("de");

export const composer: Words["composer"] = {
  label: "Nachricht",
  placeholder: (name) => `Nachricht an ${name}`,
  send: "Senden",
  save: "Änderung speichern",
  replyingTo: (name) => `Antwort an ${name}`,
  editing: "Bearbeiten",
  cancelReply: "Antwort abbrechen",
  cancelEdit: "Bearbeiten abbrechen",
  left: (count) => plural(count, { one: "noch # Zeichen", other: "noch # Zeichen" }),
  tooLong: (count) => plural(count, { one: "# Zeichen zu viel", other: "# Zeichen zu viel" }),
  completions: "Vorschläge",
  notKept: "Das konnte auf diesem Gerät nicht gespeichert werden. Kopiere es und schaffe Platz.",
};
