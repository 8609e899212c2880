import type { Words } from "../words.ts";

export const voice: Words["voice"] = {
  recording: "Sprachnachricht",
  opening: "Mikrofon wird geöffnet…",
  slideToCancel: "Zum Abbrechen wischen",
  slideToLock: "Zum Feststellen nach oben wischen",
  discard: "Verwerfen",
  pause: "Aufnahme anhalten",
  resume: "Weiter aufnehmen",
  listen: "Anhören",
  unplayed: "Noch nicht angehört",
  playedAt: (time) => `Angehört ${time}`,
  unplayable: "Das lässt sich hier nicht abspielen. Lade es herunter und spiele es anderswo ab.",
  close: "Wiedergabe beenden",
  failures: {
    insecure: "Browser nehmen nur auf Seiten mit https auf. Frage die Person, die diesen Server betreibt.",
    unsupported: "Dieser Browser kann nicht aufnehmen. Versuche es mit einem anderen.",
    refused:
      "Das Mikrofon ist nicht erlaubt. Erlaube es in den Einstellungen des Browsers für diese Seite und versuche es noch einmal.",
    missing: "Es wurde kein Mikrofon gefunden. Schließe eines an und versuche es noch einmal.",
    busy: "Ein anderes Programm verwendet das Mikrofon. Schließe es und versuche es noch einmal.",
    failed: "Die Aufnahme hat nicht geklappt. Versuche es noch einmal.",
    short: "Halte die Taste gedrückt, während du sprichst, oder drücke sie einmal und sprich frei.",
  },
};
