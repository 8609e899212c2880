import type { Words } from "../words.ts";

export const gallery: Words["gallery"] = {
  title: "Fotos, Dateien und Links",
  close: "Fotos, Dateien und Links schließen",
  tabs: { media: "Medien", file: "Dateien", link: "Links", voice: "Sprache" },
  none: {
    media: {
      title: "Noch keine Fotos oder Videos",
      text: "Zieh welche auf die Unterhaltung, oder hänge sie darunter an.",
    },
    file: { title: "Noch keine Dateien", text: "Zieh eine auf die Unterhaltung, oder hänge sie darunter an." },
    link: { title: "Noch keine Links", text: "Adressen, die jemand sendet, sammeln sich hier." },
    voice: { title: "Noch keine Sprachnachrichten", text: "Was hier gesprochen wird, lässt sich wieder anhören." },
  },
};
