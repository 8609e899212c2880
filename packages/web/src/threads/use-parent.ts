import type { ClientState } from "@parley/client";
import type { Message, RoomId, User } from "@parley/contract";
import { useCallback } from "react";
import { useClient } from "../client-context.ts";
import { quoted } from "../messages/quote.tsx";
import { useClientState } from "../use-client-state.ts";
import { useLoad } from "../use-load.ts";

/** The message that a thread is about, and who wrote it: what the client holds, or else asks for. */
export function useParent(roomId: RoomId, seq: number): { message: Message | undefined; person: User | undefined } {
  const client = useClient();
  const held = useClientState(useCallback((state: ClientState) => quoted(state, roomId, seq), [roomId, seq]));
  const isHeld = held !== undefined;
  const { data } = useLoad(
    useCallback(async () => {
      if (isHeld) return null;
      await client.whenLive();
      return client.call("message:list", { roomId, seqs: [seq] });
    }, [client, isHeld, roomId, seq]),
  );
  const message = held ?? data?.messages[0];
  const known = useClientState((state) => (message === undefined ? undefined : state.people.get(message.senderId)));
  return { message, person: known ?? data?.people.find(({ id }) => id === message?.senderId) };
}
