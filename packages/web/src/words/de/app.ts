import { pluralIn } from "../plural.ts";
import type { Words } from "../words.ts";

const plural = pluralIn("de");

export const app: Words["app"] = {
  name: "Parley",
  close: "Schließen",
  cancel: "Abbrechen",
  save: "Speichern",
  back: "Zurück",
  retry: "Nochmals versuchen",
  copy: "Kopieren",
  copied: "Kopiert.",
  undo: "Rückgängig",
  delete: "Löschen",
  done: "Fertig",
  more: "Mehr",
  loading: "Wird geladen …",
  settings: "Einstellungen",
  signOut: "Abmelden",
  showPassword: "Zeichen anzeigen",
  hidePassword: "Zeichen verbergen",
  connecting: "Verbinde …",
  catchingUp: "Hole auf …",
  live: "Verbunden",
  offline: "Offline",
  offlineNotice:
    "Du bist offline. Was du schreibst, bleibt erhalten und geht hinaus, sobald die Verbindung zurück ist.",
  cannotReach: "Der Server ist nicht erreichbar",
  cannotReachText: "Prüfe deine Verbindung. Parley versucht es von selbst wieder.",
  skipToMessage: "Zum Nachrichtenfeld springen",
  reload: "Neu laden",
  titleUnread: (count, title) => `(${count > 999 ? "999+" : count}) ${title}`,
  crashed: "Dieser Teil von Parley funktioniert nicht mehr",
  crashedText:
    "Deine Nachrichten sind sicher. Lade die Seite neu; wenn es wieder geschieht, sag es der Person, die diesen Server betreibt.",
};
