import type { RoomEntry } from "@parley/client";
import { Suspense } from "react";
import { partnerOf } from "../rooms/room-look.ts";
import { RequestBar } from "../screens.ts";
import { useClientState } from "../use-client-state.ts";
import { Composer } from "./composer.tsx";

/** Where one writes; or, where an answer is asked for first, that question. */
export function WritingPlace({ entry }: { entry: RoomEntry }) {
  const isBlocked = useClientState((state) => {
    const partner = partnerOf(state, entry);
    return partner !== undefined && state.relations.get(partner.id)?.kind === "blocked";
  });
  if (!entry.state.isRequest && !isBlocked) return <Composer entry={entry} />;
  return (
    <Suspense fallback={null}>
      <RequestBar key={entry.state.room.id} entry={entry} />
    </Suspense>
  );
}
