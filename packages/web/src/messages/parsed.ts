import { type Block, type Message, parseText, plainText, type SharedFile } from "@parley/contract";
import type { FirstWords } from "../words/words.ts";

// Keyed by immutable messages, and gone with them: a memory of what was computed, not state.
const trees = new WeakMap<Message, Block[]>();

/** The tree of a message's text, parsed once. */
export function parsed(message: Message): Block[] {
  const known = trees.get(message);
  if (known) return known;
  const tree = parseText(message.body);
  trees.set(message, tree);
  return tree;
}

/** A message on one line, without markup; spoilers stay hidden. What comes with it is named. */
export function previewOf(words: FirstWords, message: Message): string {
  if (message.sticker) return words.messages.sticker(message.sticker.emoji);
  const text = plainText(parsed(message)).slice(0, 200);
  return message.poll ? words.messages.poll(text) : withFiles(words, message.files, text);
}

export function withFiles({ messages }: FirstWords, files: Message["files"], text: string): string {
  if (files === undefined) return text;
  const all = (kind: SharedFile["kind"]) => files.every((file) => file.kind === kind);
  let what = files.length === 1 ? (files[0]?.name ?? "") : messages.files(files.length);
  if (all("image")) what = messages.photos(files.length);
  else if (all("video")) what = messages.videos(files.length);
  else if (all("voice")) what = messages.voice;
  return text === "" ? what : `${what}: ${text}`;
}
