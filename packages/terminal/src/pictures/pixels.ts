import type { HttpServer } from "@parley/client";
import type { SharedFile } from "@parley/contract";

/** Three bytes for each pixel, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

export interface PixelSource {
  readonly server: HttpServer;
  readonly signal: AbortSignal;
}

/** A thumbnail's are a few ten thousand; what is larger is none. */
const MOST_BYTES = 2_000_000;
const MOST_PIXELS = 4_000_000;

/** The server's small likeness of a picture, made to fit. What is see-through stands before black. */
export async function pixelsOf(
  { server, signal }: PixelSource,
  file: SharedFile,
  size: { width: number; height: number },
): Promise<Pixels> {
  const url = `${server.url.replace(/\/$/, "")}/files/${file.id}/thumbnail/small`;
  const response = await (server.fetch ?? fetch)(url, {
    headers: { authorization: `Bearer ${server.token ?? ""}` },
    signal,
  });
  const length = Number(response.headers.get("content-length") ?? 0);
  if (!response.ok || length > MOST_BYTES) throw new Error(`There is no likeness of ${file.id}.`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // Only who sees pictures waits for what decodes them.
  const { default: sharp } = await import("sharp");
  const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" })
    .flatten({ background: "black" })
    .resize(size.width, size.height, { fit: "fill" })
    .toColourspace("srgb")
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new Error(`There are ${info.channels} channels, not three.`);
  return { width: info.width, height: info.height, rgb: data };
}

type Rgb = readonly [red: number, green: number, blue: number];

export function pixelAt({ width, rgb }: Pixels, x: number, y: number): Rgb {
  const at = (y * width + x) * 3;
  return [rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0];
}
