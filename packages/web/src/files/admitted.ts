import type { OutgoingFile, ParleyClient } from "@parley/client";
import { limits } from "@parley/contract";
import { fileSize } from "../account/file-size.ts";
import type { Words } from "../words/words.ts";
import { described } from "./describe.ts";
import { limitsOf } from "./use-limits.ts";

interface Admitting {
  client: ParleyClient;
  words: Words["files"];
  language: string;
  /** What is attached already. */
  attached: readonly OutgoingFile[];
}

interface Admitted {
  files: readonly OutgoingFile[];
  /** Why some are not among them; null if all are. */
  refusal: string | null;
}

/** What may go with a message, of the files that somebody chose: checked here, before anything is uploaded. */
export async function admitted(
  chosen: readonly File[],
  { client, words, language, attached }: Admitting,
): Promise<Admitted> {
  const known = await limitsOf(client);
  const most = known?.maxFileBytes ?? Number.POSITIVE_INFINITY;
  const fitting = chosen.filter(({ size }) => size <= most);
  const tooLarge = chosen.find(({ size }) => size > most);
  const room = limits.filesOfMessage - attached.length;
  const taken = fitting.slice(0, Math.max(0, room));
  const waiting = attached.reduce((sum, { file }) => sum + file.size, 0);
  const wanted = taken.reduce((sum, { size }) => sum + size, waiting);
  const left = known ? known.quotaBytes - known.usedBytes : Number.POSITIVE_INFINITY;
  if (wanted > left) return { files: [], refusal: words.overQuota(fileSize(Math.max(0, left), language)) };
  const files = await Promise.all(taken.map(described));
  if (tooLarge) return { files, refusal: words.tooLarge(tooLarge.name, fileSize(most, language)) };
  return { files, refusal: fitting.length > taken.length ? words.tooMany(limits.filesOfMessage) : null };
}
