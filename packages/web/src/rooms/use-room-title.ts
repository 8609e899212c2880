import { type RoomEntry, roomTitle } from "@parley/client";
import { useClientState } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import { isOtherOnline } from "./room-look.ts";

/** What a room is called here. */
export function useRoomTitle(entry: RoomEntry): string {
  const words = useWords();
  const title = useClientState((state) => roomTitle(state, entry));
  return title === "" ? words.rooms.justYou : title;
}

/** Whether the other person of a private conversation is online. */
export function useIsOnline(entry: RoomEntry): boolean {
  return useClientState((state) => isOtherOnline(state, entry));
}
