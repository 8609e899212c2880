import { type RoomEntry, roomTitle } from "@parley/client";
import type { Availability, User } from "@parley/contract";
import { useClientState } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import { availabilityOf, partnerOf } from "./room-look.ts";

/** What a room is called here. */
export function useRoomTitle(entry: RoomEntry): string {
  const words = useWords();
  const title = useClientState((state) => roomTitle(state, entry));
  return title === "" ? words.rooms.justYou : title;
}

/** The other one of a private conversation of two. */
export function usePartner(entry: RoomEntry): User | undefined {
  return useClientState((state) => partnerOf(state, entry));
}

/** Whether that one is here, if it is known. */
export function usePartnerAvailability(entry: RoomEntry): Availability | undefined {
  return useClientState((state) => availabilityOf(state, entry));
}
