/**
 * Runs in the page. Scrolls the conversation upwards, a step in each frame, until so many messages came by, and counts
 * what each frame has: rows in the page, and places on the screen where there is none although there are rows above.
 */
export async function countWhileScrolling({ messages, stepPx }: { messages: number; stepPx: number }) {
  const log = document.querySelector<HTMLElement>("[role=log]");
  if (log === null) throw new Error("There is no conversation.");
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const hasRowAt = (part: number) => {
    const { left, top, width, height } = log.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height * part);
    return hit?.closest("[data-index]") != null;
  };
  const seen = new Set<string>();
  let mostRows = 0;
  let blankFrames = 0;
  log.dispatchEvent(new WheelEvent("wheel"));
  let waited = 0;
  while (seen.size < messages) {
    // At the end of what is loaded more is on its way; what stands above the first row is no message.
    const isNearTop = log.scrollTop <= stepPx + log.clientHeight;
    waited = isNearTop ? waited + 1 : 0;
    // …but it is asked for by whoever scrolls: standing still short of it would wait for ever.
    if (!isNearTop || waited % 60 === 59) log.scrollTop -= stepPx;
    await frame();
    const rows = log.querySelectorAll<HTMLElement>("[data-row]");
    for (const row of rows) seen.add(row.dataset.row ?? "");
    mostRows = Math.max(mostRows, rows.length);
    if (!isNearTop && ![0.2, 0.5, 0.8].every(hasRowAt)) blankFrames += 1;
  }
  return { seen: seen.size, mostRows, blankFrames };
}
