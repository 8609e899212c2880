import { Idleness } from "@parley/client";
import { useEffect } from "react";
import { useClient } from "../client-context.ts";

const inputs = ["keydown", "pointerdown", "pointermove", "wheel"] as const;

/**
 * Tells the server when nobody has touched this page for a while. Each tab speaks for itself; while one of them is
 * touched, its person is there.
 */
export function useIdleness(): void {
  const client = useClient();
  useEffect(() => {
    const idleness = new Idleness({ onChange: (isIdle) => client.setIdle(isIdle) });
    const onInput = () => idleness.input();
    for (const name of inputs) addEventListener(name, onInput, { capture: true, passive: true });
    return () => {
      idleness.stop();
      for (const name of inputs) removeEventListener(name, onInput, { capture: true });
    };
  }, [client]);
}
