/** All that the browser knows, the one it is in first; with one's own, which another browser may have known. */
export function timeZones(own: string | null): readonly string[] {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const all = new Set([here, ...(own === null ? [] : [own]), ...Intl.supportedValuesOf("timeZone")]);
  return [...all];
}
