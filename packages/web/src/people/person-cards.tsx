import type { RoomId, UserId } from "@parley/contract";
import { createContext, type ReactNode, Suspense, use, useCallback, useMemo, useState } from "react";
import { PersonCard } from "../screens.ts";

interface OpenCard {
  userId: UserId;
  at: HTMLElement;
  /** Where they were met, for a report. */
  roomId?: RoomId;
}

type ShowCard = (card: OpenCard) => void;

const CardsContext = createContext<ShowCard>(() => undefined);

/** Shows somebody's card beside the element that was pressed. */
export function usePersonCard(): ShowCard {
  return use(CardsContext);
}

export function PersonCards({ children }: { children: ReactNode }) {
  const [card, setCard] = useState<OpenCard | null>(null);
  const close = useCallback(() => setCard(null), []);
  const shown = useMemo(
    () => <Suspense fallback={null}>{card && <PersonCard {...card} onClose={close} />}</Suspense>,
    [card, close],
  );
  return (
    <CardsContext value={setCard}>
      {children}
      {shown}
    </CardsContext>
  );
}
