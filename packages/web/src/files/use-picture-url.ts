import type { SharedFile } from "@parley/contract";
import { useEffect, useState } from "react";
import { useClient } from "../client-context.ts";
import { thumbnailUrl } from "./file-urls.ts";
import { previewsOf } from "./previews.ts";

/** Where to show a picture from: this device, if it was chosen here, else the server. */
export function usePictureUrl(file: SharedFile, { isStored, size }: { isStored: boolean; size: "small" | "large" }) {
  const local = useLocalUrl(file, !isStored);
  if (local !== undefined) return local;
  return isStored ? thumbnailUrl(file, size) : undefined;
}

/** The bytes that wait in the outbox; also after a reload. What was shown from here stays. */
export function useLocalUrl(file: SharedFile, isWaiting: boolean): string | undefined {
  const client = useClient();
  const previews = previewsOf(client);
  const [url, setUrl] = useState(() => previews.get(file.id));
  useEffect(() => {
    if (!isWaiting || url !== undefined) return undefined;
    let isCurrent = true;
    client.readFile(file.id).then(
      (bytes) => isCurrent && bytes && setUrl(previews.add(file.id, bytes)),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [client, previews, file.id, isWaiting, url]);
  return url;
}
