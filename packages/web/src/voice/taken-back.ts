import type { ParleyClient } from "@parley/client";
import { isRetryable, type Message, ParleyError } from "@parley/contract";
import type { Voice } from "./voice-after.ts";

interface Listener {
  /** What plays. */
  readonly current: () => Voice | null;
  readonly onGone: (voice: Voice) => void;
}

/**
 * Tells when what plays was taken back. That comes as an event, or with all else that was missed; where the message is
 * not at hand, nothing comes of it after an absence, so then it is asked for.
 */
export function watchTakenBack(client: ParleyClient, { current, onGone }: Listener): void {
  client.on("event", (roomId, [name, payload]) => {
    const voice = current();
    if (name !== "message:deleted" || voice === null) return;
    if (voice.roomId === roomId && voice.seq === payload.seq) onGone(voice);
  });
  let { status } = client.getState().connection;
  client.subscribe(() => {
    const before = status;
    status = client.getState().connection.status;
    const voice = current();
    if (voice === null) return;
    const held = heldMessage(client, voice);
    if (held?.deletedAt !== undefined) onGone(voice);
    else if (held === undefined && status === "live" && before !== "live")
      void isGone(client, voice).then((isGone) => isGone && current() === voice && onGone(voice));
  });
}

function heldMessage(client: ParleyClient, { roomId, seq }: Voice): Message | undefined {
  const messages = client.getState().rooms.get(roomId)?.window?.messages ?? [];
  return messages[seq - (messages[0]?.seq ?? seq)];
}

async function isGone(client: ParleyClient, { roomId, seq }: Voice): Promise<boolean> {
  try {
    const { messages } = await client.call("message:list", { roomId, seqs: [seq] });
    return messages[0] === undefined || messages[0].deletedAt !== undefined;
  } catch (error) {
    // Whoever cannot be asked now is asked when they are back; whoever refuses does not let it be heard any more.
    return error instanceof ParleyError && !isRetryable(error.code);
  }
}
