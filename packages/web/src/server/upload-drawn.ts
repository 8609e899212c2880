import { upload } from "@parley/client/upload";
import type { FileId, PictureUse } from "@parley/contract";

/** Brings a picture to the server, to be written anew for this use. Throws what it is refused with. */
export function uploadDrawn({ id, picture, use }: { id: FileId; picture: File; use: PictureUse }): Promise<void> {
  return upload({
    server: { url: "", token: undefined },
    file: { id, name: picture.name, type: picture.type, size: picture.size, kind: "image" },
    use,
    bytes: picture,
    isBegun: false,
    signal: new AbortController().signal,
    clock: Date.now,
    onProgress: () => undefined,
  });
}
