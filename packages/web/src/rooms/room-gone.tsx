import { DoorClosed } from "lucide-react";
import { useLocation } from "wouter";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useWords } from "../words/use-words.ts";

/** In the place of a conversation that one is not in. */
export function RoomGone() {
  const words = useWords();
  const [, navigate] = useLocation();
  return (
    <main>
      <EmptyState
        icon={<DoorClosed size={28} />}
        title={words.deeds.goneTitle}
        text={words.deeds.goneText}
        actions={
          <>
            <Button onClick={() => navigate("/")}>{words.rooms.toRooms}</Button>
            <Button look="primary" onClick={() => navigate("/rooms")}>
              {words.rooms.browse}
            </Button>
          </>
        }
      />
    </main>
  );
}
