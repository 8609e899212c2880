/**
 * For what has the browser lay the page out, as taking the focus and scrolling to something do, or draws what is not
 * looked at: what was asked for is shown first, and what follows from it. Answers how to call it off.
 */
export function afterNextPaint(act: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(act);
  });
  return () => cancelAnimationFrame(frame);
}
