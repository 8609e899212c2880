import type { RoomId } from "@parley/contract";
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";

/** One stay in a room, from entering to leaving it; the next stay in the same room is another one. */
export interface Visit {
  readonly roomId: RoomId;
}

export function useVisit(roomId: RoomId): Visit {
  return useMemo(() => ({ roomId }), [roomId]);
}

/**
 * State that ends with the visit: on the next one it is `initial` again, while what shows it stays mounted. What is set
 * for a visit that is over (an answer that took its time) is dropped.
 */
export function useVisitState<T>(visit: Visit, initial: T): readonly [T, (value: T) => void] {
  const [kept, setKept] = useState({ visit, value: initial });
  const current = useRef(visit);
  useLayoutEffect(() => {
    current.current = visit;
  }, [visit]);
  const set = useCallback(
    (value: T) => {
      if (current.current === visit) setKept({ visit, value });
    },
    [visit],
  );
  return [kept.visit === visit ? kept.value : initial, set];
}
