import type { Words } from "../words.ts";

export const composer: Words["composer"] = {
  label: "Nachricht",
  attach: "Anhängen",
  placeholder: (name) => `Nachricht an ${name}`,
  send: "Senden",
  speak: "Sprachnachricht aufnehmen",
  save: "Änderung speichern",
  emoji: "Emoji",
  notKept: "Das konnte auf diesem Gerät nicht gespeichert werden. Kopiere es und schaffe Platz.",
};
