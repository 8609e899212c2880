import type { Facts, Subject } from "./facts.ts";
import { writePreview } from "./preview.ts";
import { outputOf } from "./program.ts";
import { sharp } from "./sharp.ts";

/** The longer side of a page. */
const pagePixels = 1_280;
const mostPageBytes = 16 * 2 ** 20;

/** The first page of a PDF as its poster; nothing where there is no pdftoppm, or it makes nothing of it. */
export async function lookAtDocument({ path, folder, programs }: Subject, found: Facts): Promise<Facts> {
  if (programs.pdftoppm === null) return found;
  const args = ["-q", "-f", "1", "-l", "1", "-singlefile", "-scale-to", String(pagePixels), "-png", path];
  const page = await outputOf({ program: programs.pdftoppm, args, mostBytes: mostPageBytes });
  const size =
    page &&
    (await sharp(page)
      .metadata()
      .catch(() => null));
  const preview = page && size && (await writePreview(page, { folder, width: size.width, height: size.height }));
  return preview ? { ...found, hasPoster: true } : found;
}
