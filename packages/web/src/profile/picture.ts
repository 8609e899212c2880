import { limits } from "@parley/contract";
import { type Crop, squareOf } from "./crop.ts";

/** Side of a picture as it is stored, in pixels. */
const SIDE = 256;
const qualities = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3];

/** The file as a picture, turned as its camera meant it; null where the browser cannot open it. */
export async function openPicture(file: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return null;
  }
}

export function drawCrop(canvas: HTMLCanvasElement, picture: ImageBitmap, crop: Crop): void {
  const context = canvas.getContext("2d");
  if (context === null) return;
  const { left, top, side } = squareOf(crop, picture);
  // A JPEG has no see-through parts: they would be black.
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, left, top, side, side, 0, 0, canvas.width, canvas.height);
}

/** The part as a JPEG in base64, as good as fits into what the server takes; null where none does. */
export async function encodeCrop(picture: ImageBitmap, crop: Crop): Promise<string | null> {
  const canvas = document.createElement("canvas");
  canvas.width = SIDE;
  canvas.height = SIDE;
  drawCrop(canvas, picture, crop);
  for (const quality of qualities) {
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", quality));
    if (blob !== null && blob.size <= limits.avatarBytes) return base64Of(blob);
  }
  return null;
}

async function base64Of(blob: Blob): Promise<string> {
  let text = "";
  for (const byte of new Uint8Array(await blob.arrayBuffer())) text += String.fromCharCode(byte);
  return btoa(text);
}
