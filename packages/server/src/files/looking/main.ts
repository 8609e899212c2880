/**
 * A process of its own in which one file is looked at: whatever it does to a decoder, it does it here, within limits of
 * pixels, memory and time, and away from everything that matters (security.md rule 7).
 */
import process from "node:process";
import type { Finding, Subject } from "./facts.ts";
import { meansFull } from "./full.ts";
import { kindOf, pictureTypes } from "./kind.ts";

/** Decoders take memory that no other limit knows of. */
const mostMemoryBytes = 1_000 * 2 ** 20;
const lookMs = 50;

setInterval(() => {
  if (process.memoryUsage.rss() > mostMemoryBytes) process.exit(3);
}, lookMs).unref();

// Whoever asked is gone.
process.once("disconnect", () => process.exit(4));

process.once("message", (subject: Subject) => {
  look(subject).then(
    (finding) => process.send?.(finding, () => process.exit(0)),
    (error: unknown) => {
      const failure = error instanceof Error ? error.message : "no reason given";
      process.send?.({ failure, isFull: meansFull(error) }, () => process.exit(1));
    },
  );
});

/** Each kind's own means are fetched only for it: to fetch them all took longer than to look. */
async function look(subject: Subject): Promise<Finding> {
  const { type, kind } = await kindOf(subject);
  if (subject.use !== undefined) {
    const { drawAnew } = await import("./drawn.ts");
    return drawAnew(subject, { type, use: subject.use });
  }
  if (pictureTypes.has(type)) return (await import("./picture.ts")).lookAtPicture(subject, type);
  const { removeTraces } = await import("./traces/traces.ts");
  await removeTraces(subject.path);
  if (type === "application/pdf") {
    const { lookAtDocument } = await import("./document.ts");
    return { facts: await lookAtDocument(subject, { type, kind }) };
  }
  if (kind === "file") return { facts: { type, kind } };
  const { lookAtFilm } = await import("./film.ts");
  return { facts: await lookAtFilm(subject, { type, kind }) };
}
