import type { Block, Inline, RoomId } from "@parley/contract";

/** A message of this server, as a link to it says. */
export interface MessagePlace {
  readonly roomId: RoomId;
  readonly seq: number;
}

/** The first message that a text leads to, here at `origin`: not in code, a quote or a spoiler. */
export function messagePlaceIn(blocks: readonly Block[], origin: string): MessagePlace | null {
  for (const block of blocks) {
    const found = block.kind === "paragraph" ? inLine(block.children, origin) : null;
    if (found !== null) return found;
  }
  return null;
}

function inLine(nodes: readonly Inline[], origin: string): MessagePlace | null {
  for (const node of nodes) {
    const found = node.kind === "link" ? messagePlaceOf(node.href, origin) : null;
    if (found !== null) return found;
    const deeper = node.kind !== "spoiler" && "children" in node ? inLine(node.children, origin) : null;
    if (deeper !== null) return deeper;
  }
  return null;
}

/** The message that an address leads to, here at `origin`. */
export function messagePlaceOf(href: string, origin: string): MessagePlace | null {
  const [, roomId, seq] = /^\/r\/([0-9a-f-]{36})\?at=([1-9]\d{0,14})$/.exec(href.slice(origin.length)) ?? [];
  return roomId === undefined || !href.startsWith(origin) ? null : { roomId: roomId as RoomId, seq: Number(seq) };
}
