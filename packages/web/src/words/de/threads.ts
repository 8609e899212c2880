import { pluralIn } from "../plural.ts";
import type { Words } from "../words.ts";

const plural = pluralIn("de");

export const threads: Words["threads"] = {
  title: "Thread",
  reply: "Im Thread antworten",
  placeholder: "In diesem Thread antworten",
  replies: (count) => (count > 999 ? "999+ Antworten" : plural(count, { one: "# Antwort", other: "# Antworten" })),
  last: (when) => `zuletzt ${when}`,
  justNow: "gerade eben",
  unread: (count) => plural(count, { one: "# neue Antwort", other: "# neue Antworten" }),
  list: "Antworten",
  about: "Worum es im Thread geht",
  follow: "Diesem Thread folgen",
  unfollow: "Diesem Thread nicht mehr folgen",
  followed: "Du folgst diesem Thread jetzt.",
  unfollowed: "Du folgst diesem Thread nicht mehr.",
  close: "Thread schließen",
  back: "Zurück zur Unterhaltung",
  gone: "Diesen Thread gibt es hier nicht",
  goneText: "Seine Nachricht wurde gelöscht oder entfernt, oder du darfst hier keinen Thread beginnen.",
  none: "Noch keine Threads",
  noneText: "Wähle „Im Thread antworten“ an einer Nachricht. Threads, an denen du teilnimmst, stehen hier.",
  noReplies: "Keine Antworten",
};
