/** One plays at a time: whatever begins lets the others rest. Everything that plays is in the page, so no list is kept. */
export function pauseOthers(playing: HTMLMediaElement): void {
  for (const other of document.querySelectorAll<HTMLMediaElement>("video, audio")) {
    if (other !== playing && !other.paused) other.pause();
  }
}
