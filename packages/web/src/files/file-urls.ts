import type { SharedFile } from "@parley/contract";

/** Where a file's bytes are; `?download` makes the browser keep them. */
export function fileUrl({ id, name }: Pick<SharedFile, "id" | "name">): string {
  return `/files/${id}/${encodeURIComponent(name)}`;
}

export function downloadUrl(file: Pick<SharedFile, "id" | "name">): string {
  return `${fileUrl(file)}?download`;
}

export function thumbnailUrl({ id }: Pick<SharedFile, "id">, size: "small" | "large"): string {
  return `/files/${id}/thumbnail/${size}`;
}

export function posterUrl({ id }: Pick<SharedFile, "id">): string {
  return `/files/${id}/poster`;
}
