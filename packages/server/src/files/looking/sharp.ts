/** Decodes pictures; one at a time, and remembers none, as its process ends with the file. */
import sharp from "sharp";

sharp.cache(false);
sharp.concurrency(1);

export type { Metadata, Sharp } from "sharp";
export { sharp };
