import type { Words } from "../words.ts";

export const links: Words["links"] = {
  remove: "Vorschau entfernen",
  gone: "Diese Nachricht gibt es nicht mehr.",
  previews: "Vorschau von Links",
  roomHint: "Falls dieser Server hinter Links schaut: ob auch bei Links, die hier gesendet werden.",
  server: "Server",
  serverHint: "Für alle auf diesem Server.",
  serverPreviewsHint:
    "Dieser Server fragt dann andere Seiten, was hinter gesendeten Links steht. Sie erfahren seine Adresse, aber nicht, wer einen Link gesendet hat oder liest.",
  fixed: "Das legt die Konfiguration dieses Servers fest: PARLEY_LINK_PREVIEWS.",
};
