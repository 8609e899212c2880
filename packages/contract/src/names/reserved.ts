/**
 * Folded names that nobody may take: those that call a group, those that speak for the place, and those by which
 * programs say that there is nobody (security.md rule 12).
 */
export const RESERVED_NAMES: ReadonlySet<string> = new Set([
  ...["everyone", "everybody", "here", "all", "channel", "room", "me", "you"],
  ...["admin", "administrator", "owner", "moderator", "mod", "staff", "system", "parley", "support", "help"],
  ...["official", "security", "root"],
  ...["deleted", "unknown", "nobody", "anonymous", "none", "null", "undefined"],
]);
