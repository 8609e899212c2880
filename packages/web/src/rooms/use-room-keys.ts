import { type ClientState, roomList } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { useEffect } from "react";
import { useLocation } from "wouter";
import { useClient } from "../client-context.ts";
import { isMod } from "../keys.ts";
import { useSearchPlace } from "../search/search-place.ts";
import { useDialogs } from "./use-dialogs.ts";

/** The keys that work everywhere: the switcher, the list of keys, the next and the previous room. */
export function useRoomKeys(roomId: RoomId | undefined): void {
  const client = useClient();
  const open = useDialogs();
  const { open: search } = useSearchPlace();
  const [, navigate] = useLocation();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = isMod(event) && !event.altKey ? event.key.toLowerCase() : "";
      if (command === "k") open("switcher");
      else if (command === "/") open("keys");
      // Without Shift it is the browser's own search in the page.
      else if (command === "f" && event.shiftKey) search();
      else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
        if (document.querySelector("dialog[open]")) return;
        const next = neighbour(client.getState(), roomId, {
          step: event.key === "ArrowDown" ? 1 : -1,
          isUnreadOnly: event.shiftKey,
        });
        if (next !== undefined) navigate(`/r/${next}`);
      } else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [client, open, search, navigate, roomId]);
}

/** The room above or below in the list, around its ends. */
function neighbour(
  state: ClientState,
  roomId: RoomId | undefined,
  { step, isUnreadOnly }: { step: 1 | -1; isUnreadOnly: boolean },
): RoomId | undefined {
  const rooms = roomList(state).map((entry) => entry.state);
  const now = rooms.findIndex(({ room }) => room.id === roomId);
  const start = now === -1 && step === -1 ? 0 : now;
  for (let count = 1; count <= rooms.length; count += 1) {
    const state = rooms.at((start + step * count) % rooms.length);
    if (state && state.room.id !== roomId && (!isUnreadOnly || state.unread > 0)) return state.room.id;
  }
  return undefined;
}
