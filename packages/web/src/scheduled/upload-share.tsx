import type { ClientState } from "@parley/client";
import type { SharedFile } from "@parley/contract";
import { useCallback } from "react";
import { useClientState } from "../use-client-state.ts";
import { errorText } from "../words/error-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";

/** How much of these files together is at the server, or why they do not go on. */
export function UploadShare({ files }: { files: readonly SharedFile[] }) {
  const words = useWords();
  const language = useLanguage();
  const error = useClientState(
    useCallback(
      ({ uploads }: ClientState) => files.map(({ id }) => uploads.get(id)?.error).find(Boolean) ?? null,
      [files],
    ),
  );
  const share = useClientState(useCallback((state: ClientState) => shareOf(state, files), [files]));
  if (error) return <span role="status">{errorText(words, language, error)}</span>;
  return words.scheduled.uploading(new Intl.NumberFormat(language, { style: "percent" }).format(share));
}

/** In whole hundredths, so that not every piece that goes is another one. */
function shareOf({ uploads }: ClientState, files: readonly SharedFile[]): number {
  const sum = (sizes: readonly number[]) => sizes.reduce((one, other) => one + other, 0);
  const sent = sum(files.map(({ id, size }) => (uploads.get(id)?.isDone ? size : (uploads.get(id)?.sentBytes ?? 0))));
  return Math.floor((sent / Math.max(1, sum(files.map(({ size }) => size)))) * 100) / 100;
}
