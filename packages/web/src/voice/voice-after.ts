import type { Message, RoomId, SharedFile } from "@parley/contract";

/** A spoken file, and the message that it is in. */
export interface Voice {
  readonly roomId: RoomId;
  readonly seq: number;
  readonly file: SharedFile;
}

/** What comes by itself after one: the rest of its message, then the next message that was not played. */
export function voiceAfter({ roomId, seq, file }: Voice, messages: readonly Message[]): Voice | null {
  const own = voicesIn(messages.find((message) => message.seq === seq));
  const rest = own.slice(own.findIndex(({ id }) => id === file.id) + 1)[0];
  if (own.length > 1 && rest) return { roomId, seq, file: rest };
  const next = messages.find((message) => message.seq > seq && isUnplayed(message));
  const [first] = voicesIn(next);
  return next && first ? { roomId, seq: next.seq, file: first } : null;
}

function isUnplayed(message: Message): boolean {
  return message.playedAt === undefined && voicesIn(message).length > 0;
}

function voicesIn(message: Message | undefined): readonly SharedFile[] {
  return message?.files?.filter(({ kind }) => kind === "voice") ?? [];
}
