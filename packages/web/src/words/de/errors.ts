import { pluralIn } from "../plural.ts";
import type { Words } from "../words.ts";

const plural = pluralIn("de");

export const errors: Words["errors"] = {
  invalid: "Das wird nicht angenommen. Prüfe deine Eingabe.",
  unauthenticated: "Du bist abgemeldet. Melde dich wieder an.",
  wrong_credentials: "Name, Passwort oder Code ist falsch.",
  wrong_password: "Das Passwort ist falsch.",
  wrong_code: "Dieser Code ist falsch oder wurde schon benutzt.",
  second_factor: "Gib den Code aus deiner Authenticator-App ein.",
  not_reachable: "Diese Person nimmt keine Nachrichten von dir an.",
  suspended: "Dieses Konto ist gesperrt.",
  forbidden: "Das darfst du hier nicht. Frag die Leitung des Raums.",
  not_found: "Das gibt es nicht mehr, oder nicht für dich.",
  name_taken: "Diesen Namen hat schon jemand. Wähle einen anderen.",
  conflict: "Inzwischen hat sich etwas geändert. Sieh noch einmal nach.",
  link_invalid: "Dieser Link ist unbekannt, verbraucht oder abgelaufen. Bitte um einen neuen.",
  registration_closed: "Neue Konten brauchen hier eine Einladung. Bitte ein Mitglied um einen Link.",
  too_large: "Das ist zu lang. Kürze es.",
  rate_limited: (seconds) =>
    plural(seconds, { one: "Zu viele Versuche. Warte # Sekunde.", other: "Zu viele Versuche. Warte # Sekunden." }),
  quota_exceeded: "Für deine Dateien ist kein Platz mehr. Lösche einige, die du nicht mehr brauchst.",
  storage_full: "Die Festplatte des Servers ist voll, nichts wurde gespeichert. Sag es der Person, die ihn betreibt.",
  unavailable: "Der Server ist nicht erreichbar. Versuche es wieder, wenn du online bist.",
  internal: "Der Server hat einen Fehler gemacht. Versuche es noch einmal; sonst sag es der Person, die ihn betreibt.",
};
