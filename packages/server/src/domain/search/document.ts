import {
  type Block,
  type Inline,
  type Message,
  parseText,
  type RoomId,
  type SearchThing,
  type SharedFile,
  searchThings,
  type UserId,
} from "@parley/contract";
import { tokensOf } from "./tokens.ts";

/**
 * What is looked for besides words is a term too, with a colon, which no word has. Ids are told apart by their random
 * end; the store looks at the whole one.
 */
export const marker = {
  any: "d:",
  room: (id: RoomId) => `r:${endOf(id)}`,
  sender: (id: UserId) => `u:${endOf(id)}`,
  mention: (id: UserId) => `m:${endOf(id)}`,
  mentionAll: "m:all",
  thing: (thing: SearchThing) => `h:${thing}`,
  state: (state: string) => `s:${state}`,
} as const;

/** What a message does not say itself. */
interface Surroundings {
  /** Its room; and where that is a thread, the room which that is in. */
  readonly roomIds: readonly RoomId[];
  /** By which its sticker is found, where somebody here made it. */
  readonly stickerWords?: string | undefined;
}

/**
 * What of a message is looked for. Its terms are as the index has them, separated by spaces: first what it is, then its
 * words in order, then the names of its files. A sticker is found by its emoji and what its maker said of it, a poll by
 * its answers, too; what is said in a thread is said in its room, too.
 */
export function documentOf(
  { roomIds, stickerWords = "" }: Surroundings,
  message: Message,
): { terms: string; hasLink: boolean } {
  const { senderId, mentions = [], mentionsAll, body, editedAt, pinnedAt, files = [], sticker, poll } = message;
  const marks = [marker.any, ...roomIds.map(marker.room), marker.sender(senderId), ...mentions.map(marker.mention)];
  if (mentionsAll === true) marks.push(marker.mentionAll);
  if (editedAt !== undefined) marks.push(marker.state("edited"));
  if (pinnedAt !== undefined) marks.push(marker.state("pinned"));
  const hasLink = hasLinkIn(body);
  const has = thingsIn(message, hasLink);
  marks.push(...searchThings.filter((thing) => has[thing]).map(marker.thing));
  const said = sticker === undefined ? [body] : [sticker.emoji, stickerWords];
  const texts = [...said, ...(poll?.answers ?? []), ...files.map(({ name }) => name)];
  return { terms: [...marks, ...texts.flatMap(tokensOf).map(({ term }) => term)].join(" "), hasLink };
}

/** A picture, and what was spoken, is a file too. */
function thingsIn({ files = [], sticker, poll }: Message, hasLink: boolean): Record<SearchThing, boolean> {
  const isAny = (wanted: SharedFile["kind"]) => files.some(({ kind }) => kind === wanted);
  return {
    link: hasLink,
    file: files.length > 0,
    image: isAny("image"),
    voice: isAny("voice"),
    poll: poll !== undefined,
    sticker: sticker !== undefined,
  };
}

function endOf(id: string): string {
  return id.slice(-12);
}

/** Whether there is an address to follow. Parsing costs as much as all else here, so most messages are spared it. */
export function hasLinkIn(body: string): boolean {
  return /:\/\/|mailto:/i.test(body) && parseText(body).some(isLinked);
}

function isLinked(block: Block): boolean {
  switch (block.kind) {
    case "paragraph":
      return block.children.some(isLink);
    case "quote":
      return block.children.some(isLinked);
    case "list":
      return block.items.some((item) => item.some(isLinked));
    case "codeBlock":
      return false;
  }
}

function isLink(node: Inline): boolean {
  return node.kind === "link" || ("children" in node && node.children.some(isLink));
}
