import { Suspense } from "react";
import { useIsAtRest } from "../rest.tsx";
import { screen } from "../screen.ts";
import type { OpenedProps } from "./opened.tsx";

/** Apart from the other screens, which it opens. */
const Opened = screen<OpenedProps>(async () => (await import("./opened.tsx")).Opened);

/** Where dialogs and menus about one message stand: fetched at rest, or as soon as one is asked for. */
export function OpenedPlace({ roomId, about }: OpenedProps) {
  const isAsked = Object.values(about).some((one) => ("open" in one ? one.open : one.row) !== null);
  const isWanted = useIsAtRest() || isAsked;
  return <Suspense fallback={null}>{isWanted && <Opened roomId={roomId} about={about} />}</Suspense>;
}
