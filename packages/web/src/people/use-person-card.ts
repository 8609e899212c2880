import type { RoomId, UserId } from "@parley/contract";
import { createContext, use } from "react";

export interface ShownCard {
  userId: UserId;
  at: HTMLElement;
  /** Where they were met, for a report. */
  roomId?: RoomId;
}

export type ShowCard = (card: ShownCard) => void;

/** Apart from the card itself, on which others can be asked for. */
export const CardsContext = createContext<ShowCard>(() => undefined);

/** Shows somebody's card beside the element that was pressed. */
export function usePersonCard(): ShowCard {
  return use(CardsContext);
}
