interface Scrolling {
  steps: number;
  stepPx: number;
  /** How many frames after each step are looked at. */
  frames?: number;
}

/**
 * Runs in the page. Scrolls the conversation upwards in steps, through several pages of older messages, and compares
 * where each row is before and after each step and after what loads because of it: it may have moved by the step alone.
 */
export async function scrollAndMeasure({ steps, stepPx, frames: most = 12 }: Scrolling) {
  const log = document.querySelector<HTMLElement>("[role=log]");
  if (log === null) throw new Error("There is no conversation.");
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const tops = () => {
    const rows = [...log.querySelectorAll<HTMLElement>("[data-row]")];
    const origin = log.getBoundingClientRect().top;
    return new Map(rows.map((row) => [row.dataset.row ?? "", row.getBoundingClientRect().top - origin]));
  };
  const isOnScreen = (top: number) => top >= 0 && top < log.clientHeight;
  const seen = new Set<string>();
  const moved: string[] = [];

  // A room that is being entered is still looking for its place.
  for (let still = 0, last = ""; still < 30; ) {
    await frame();
    const now = JSON.stringify([...tops()]);
    still = now === last ? still + 1 : 0;
    last = now;
  }
  // As a person's wheel would tell: from now on the place is theirs.
  log.dispatchEvent(new WheelEvent("wheel"));
  for (let step = 0; step < steps; step += 1) {
    const before = tops();
    const room = log.scrollTop;
    const by = Math.min(stepPx, room);
    log.scrollTop = room - by;
    // Of a person's scrolling the page hears before it does anything else; of a script's only with the next frame.
    log.dispatchEvent(new Event("scroll"));
    // What a step loads arrives some frames later; then it must have moved nothing either.
    for (let frames = 0; frames < most; frames += 1) {
      await frame();
      const after = tops();
      for (const key of after.keys()) seen.add(key);
      for (const [key, top] of after) {
        const from = before.get(key);
        if (from === undefined || !isOnScreen(top) || !isOnScreen(from)) continue;
        if (Math.abs(top - from - by) >= 1) moved.push(`step ${step}, frame ${frames}: ${top - from - by} px`);
      }
    }
  }
  return { moved: moved.slice(0, 20), seen: seen.size };
}
