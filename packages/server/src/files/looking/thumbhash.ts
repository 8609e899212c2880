import { rgbaToThumbHash } from "thumbhash";
import { sharp } from "./sharp.ts";

/** A likeness of some 25 bytes. */
export async function thumbhashOf(path: string): Promise<string> {
  const { data, info } = await sharp(path)
    .resize(100, 100, { fit: "inside" })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString("base64");
}
