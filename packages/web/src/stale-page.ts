/** How long a page that is being left may still be there. */
const LEAVING_MS = 10_000;

/**
 * A part of the page could not be loaded. If the server answers, it was upgraded while the page was open and its parts
 * have other names now: the page is asked for anew. Nothing is lost by that: drafts and unsent messages are stored.
 * What is cut off because somebody goes elsewhere is no such case: to reload would be to stay.
 */
export function reloadWhenStale(): void {
  let leftAt = -LEAVING_MS;
  addEventListener("beforeunload", () => {
    leftAt = performance.now();
  });
  addEventListener("vite:preloadError", () => {
    if (performance.now() - leftAt < LEAVING_MS) return;
    void fetch("/live").then(
      (answer) => answer.ok && location.reload(),
      () => undefined,
    );
  });
}
