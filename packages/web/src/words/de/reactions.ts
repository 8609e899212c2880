import type { Words } from "../words.ts";

export const reactions: Words["reactions"] = {
  react: "Reagieren",
  with: (emoji) => `Mit ${emoji} reagieren`,
  more: "Weitere Emojis",
  tooMany: "Diese Nachricht hat so viele verschiedene Reaktionen, wie darunter passen. Schließ dich einer an.",
  impossible: "Mit diesem Emoji kann man nicht reagieren.",
  refused: (emoji) => `Deine Reaktion ${emoji} wurde nicht hinzugefügt.`,
  kept: (emoji) => `Deine Reaktion ${emoji} ließ sich nicht zurücknehmen.`,
  none: "Niemand hat reagiert.",
  showMore: "Mehr anzeigen",
};
