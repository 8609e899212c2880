/**
 * A part of the page could not be loaded. If the server answers, it was upgraded while the page was open and its parts
 * have other names now: the page is asked for anew. Nothing is lost by that: drafts and unsent messages are stored.
 */
export function reloadWhenStale(): void {
  addEventListener("vite:preloadError", () => {
    void fetch("/live").then(
      (answer) => answer.ok && location.reload(),
      () => undefined,
    );
  });
}
