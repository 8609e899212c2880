/** The host as people write it. */
export function hostOf(url: string): string {
  return URL.parse(url)?.host.replace(/^www\./, "") ?? url;
}

/** What follows the host, readable where it can be. */
export function pathOf(url: string): string {
  const parsed = URL.parse(url);
  const path = parsed === null ? "" : `${parsed.pathname}${parsed.search}`;
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
