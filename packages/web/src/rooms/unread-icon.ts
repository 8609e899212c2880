/** The favicon for a count: the plain one at zero, up to nine by number, then "9+". Files, because the policy on content allows no made-up ones. */
export function iconWithCount(unread: number): string {
  if (unread <= 0) return "/icon.svg";
  return `/icons/unread-${unread > 9 ? "many" : unread}.svg`;
}
