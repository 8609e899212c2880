import type { SharedFile } from "@parley/contract";
import { thumbHashToDataURL } from "thumbhash";
import styles from "./likeness.module.css";

// Keyed by immutable files, and gone with them: a memory of what was computed, not state.
const likenesses = new WeakMap<SharedFile, string>();

/** The blurred likeness of a picture, until it is there. */
export function Likeness({ file }: { file: SharedFile }) {
  const url = likenessOf(file);
  if (url === "") return null;
  return <div className={styles.likeness} style={{ backgroundImage: `url(${url})` }} aria-hidden="true" />;
}

function likenessOf(file: SharedFile): string {
  const known = likenesses.get(file);
  if (known !== undefined) return known;
  const url = file.thumbhash === undefined ? "" : decoded(file.thumbhash);
  likenesses.set(file, url);
  return url;
}

function decoded(thumbhash: string): string {
  try {
    return thumbHashToDataURL(bytesOf(thumbhash));
  } catch {
    return "";
  }
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
