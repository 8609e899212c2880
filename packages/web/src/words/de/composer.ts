import type { Words } from "../words.ts";

export const composer: Words["composer"] = {
  label: "Nachricht",
  attach: "Anhängen",
  placeholder: (name) => `Nachricht an ${name}`,
  send: "Senden",
  speak: "Sprachnachricht aufnehmen",
  save: "Änderung speichern",
  replyingTo: (name) => `Antwort an ${name}`,
  editing: "Bearbeiten",
  cancelReply: "Antwort abbrechen",
  cancelEdit: "Bearbeiten abbrechen",
  emoji: "Emoji",
  completions: "Vorschläge",
  notKept: "Das konnte auf diesem Gerät nicht gespeichert werden. Kopiere es und schaffe Platz.",
};
