import { roomTitle } from "@parley/client";
import { isId, type RoomId } from "@parley/contract";
import { useRoute } from "wouter";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { useClientState } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";

export interface SearchScopeProps {
  scope: RoomId | null;
  onScope: (roomId: RoomId | null) => void;
}

/** All rooms, or the one that was chosen; else the one that is open. */
export function SearchScope({ scope, onScope }: SearchScopeProps) {
  const { search, rooms } = useWords();
  const [, params] = useRoute("/r/:roomId/*?");
  const open = isId<RoomId>(params?.roomId) ? params.roomId : null;
  const one = scope ?? open;
  const name = useClientState((state) => {
    const entry = one === null ? undefined : state.rooms.get(one);
    if (entry === undefined) return null;
    return `${entry.state.room.kind === "direct" ? "" : "#"}${roomTitle(state, entry) || rooms.justYou}`;
  });
  if (one === null || name === null) return null;
  return (
    <SegmentedControl
      label={search.where}
      value={scope === null ? "all" : "one"}
      options={[
        { value: "all", label: search.everywhere },
        { value: "one", label: name },
      ]}
      onChange={(value) => onScope(value === "all" ? null : one)}
    />
  );
}
