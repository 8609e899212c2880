import { ParleyError, type SearchOrder } from "@parley/contract";

/** Where a page begins: among the documents older than this one, after so many of the best of them. */
export interface Cursor {
  readonly beforeId: number;
  readonly skip: number;
}

const start: Cursor = { beforeId: Number.MAX_SAFE_INTEGER, skip: 0 };

export function cursorText({ beforeId, skip }: Cursor): string {
  return `${beforeId}-${skip}`;
}

export function readCursor(text: string | undefined, order: SearchOrder): Cursor {
  if (text === undefined) return start;
  const [, beforeId, skip] = /^(\d{1,16})-(\d{1,4})$/.exec(text) ?? [];
  const cursor = { beforeId: Number(beforeId), skip: Number(skip) };
  const isGood = Number.isSafeInteger(cursor.beforeId) && (order === "relevant" || cursor.skip === 0);
  if (!isGood) throw new ParleyError("invalid", "This cursor is none of ours.", { field: "cursor" });
  return cursor;
}
