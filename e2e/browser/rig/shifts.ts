export interface Shifts {
  /** What the browser itself calls a shift, where it can tell. */
  readonly told: readonly string[];
  /** Rows on the screen that became higher or lower, or moved while nobody scrolled. */
  readonly seen: readonly string[];
}

interface Watching {
  shiftsSeen(): Shifts;
}

/**
 * Runs in the page. From now on, looks at the rows of the conversation as each frame has painted them. Rows that stand
 * on the screen may neither change their height nor move, unless by a scroll.
 */
export function watchShifts(): void {
  const told: string[] = [];
  const seen: string[] = [];
  if (PerformanceObserver.supportedEntryTypes.includes("layout-shift")) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources?: { node?: Node }[] })[]) {
        const nodes = entry.sources?.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 120) : ""));
        told.push(`${entry.value} ${nodes?.join(" ")}`);
      }
    }).observe({ type: "layout-shift" });
  }
  let before = new Map<string, DOMRect>();
  let scrolled = 0;
  const painted = new MessageChannel();
  painted.port1.onmessage = () => {
    const log = document.querySelector<HTMLElement>("[role=log]");
    const now = new Map<string, DOMRect>();
    for (const row of log?.querySelectorAll<HTMLElement>("[data-row]") ?? [])
      now.set(row.dataset.row ?? "", row.getBoundingClientRect());
    for (const [key, { top, bottom, height }] of now) {
      const was = before.get(key);
      if (log === null || was === undefined || bottom < 0 || top > innerHeight) continue;
      const moved = log.scrollTop === scrolled ? Math.abs(top - was.top) : 0;
      if (Math.abs(height - was.height) < 1 && moved < 1) continue;
      seen.push(`${key}: ${was.top} and ${was.height} px high → ${top} and ${height} px high`);
    }
    scrolled = log?.scrollTop ?? 0;
    before = now;
  };
  const next = () => {
    painted.port2.postMessage(null);
    requestAnimationFrame(next);
  };
  next();
  Object.assign(globalThis, { shiftsSeen: () => ({ told, seen: seen.slice(0, 20) }) });
}

/** Runs in the page that is watched. */
export function shiftsSeen(): Shifts {
  return (globalThis as unknown as Watching).shiftsSeen();
}

/** Runs in the page: every picture near the screen has come. */
export function picturesHaveCome(): boolean {
  const pictures = [...document.querySelectorAll<HTMLImageElement>("[role=log] img")];
  return pictures.length > 0 && pictures.every((one) => one.complete && one.naturalWidth > 0);
}
