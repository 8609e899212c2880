import { type ReactNode, Suspense, useCallback, useMemo, useState } from "react";
import { PersonCard } from "../screens.ts";
import { CardsContext, type ShownCard } from "./use-person-card.ts";

/** Shows the card that anything below it asks for. */
export function PersonCards({ children }: { children: ReactNode }) {
  const [card, setCard] = useState<ShownCard | null>(null);
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
