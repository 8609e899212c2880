import { png } from "../../proof/rig/pictures.ts";
import type { Chat } from "./chat.ts";

export interface Chosen {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export const picture = (name: string, width: number, height: number): Chosen => ({
  name,
  mimeType: "image/png",
  buffer: png(width, height),
});

export function document(name: string, size: number): Chosen {
  return { name, mimeType: "application/pdf", buffer: Buffer.alloc(size, "%PDF-1.4 ") };
}

/** Puts files into the tray, as somebody who chooses them. */
export async function choose(chat: Chat, kind: RegExp, files: readonly Chosen[]): Promise<void> {
  await chat.button("Attach").click();
  const choosing = chat.page.waitForEvent("filechooser");
  await chat.page.getByRole("menuitem", { name: kind }).click();
  await (await choosing).setFiles([...files]);
}
