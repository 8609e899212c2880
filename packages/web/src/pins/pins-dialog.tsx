import type { RoomEntry } from "@parley/client";
import { limits } from "@parley/contract";
import { PinOff } from "lucide-react";
import { useCallback, useState } from "react";
import { useClient } from "../client-context.ts";
import { useStage } from "../messages/conversation-context.ts";
import { MessageCard } from "../messages/message-card.tsx";
import { mayDo } from "../rooms/permitted.ts";
import { Banner } from "../ui/banner.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Late, Skeleton } from "../ui/skeleton.tsx";
import { useAction } from "../use-action.ts";
import { useLoad } from "../use-load.ts";
import { errorText } from "../words/error-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";

const FIRST_SHOWN = 20;

/** All pinned messages of a room, the one pinned last first. */
export function PinsDialog({ entry, onClose }: { entry: RoomEntry; onClose: () => void }) {
  const words = useWords();
  const language = useLanguage();
  const client = useClient();
  const { jumpTo } = useStage();
  const action = useAction();
  const [limit, setLimit] = useState(FIRST_SHOWN);
  const { data, error } = usePins(entry, limit);
  const { room, pins } = entry.state;
  const unpin = (seq: number) => void action.run(() => client.call("pin:remove", { roomId: room.id, seq }));
  const mayUnpin = mayDo("pin", entry.state);
  // One that was taken off meanwhile is gone at once, not when the list has come anew.
  const shown = data?.messages.filter((message) => pins.includes(message.seq));
  return (
    <Dialog title={words.organise.pins} onClose={onClose}>
      {error !== null && <Banner kind="danger">{errorText(words, language, error)}</Banner>}
      {action.error !== null && <Banner kind="danger">{action.error}</Banner>}
      {data === null && error === null && (
        <Late label={words.app.loading}>
          <Skeleton width="80%" height="56px" />
        </Late>
      )}
      <ul>
        {shown?.map((message) => (
          <MessageCard
            key={message.id}
            message={message}
            onOpen={() => {
              onClose();
              jumpTo(message.seq);
            }}
            actions={
              mayUnpin && (
                <IconButton
                  label={words.organise.unpin}
                  icon={<PinOff size={18} />}
                  onClick={() => unpin(message.seq)}
                />
              )
            }
          />
        ))}
      </ul>
      {data?.next != null && <Button onClick={() => setLimit(limits.pins)}>{words.organise.showMore}</Button>}
    </Dialog>
  );
}

function usePins({ state }: RoomEntry, limit: number) {
  const client = useClient();
  const { room, pins } = state;
  // Other pins are a reason to load anew.
  const key = pins.join();
  return useLoad(
    useCallback(
      () => (key === "" ? emptyPage() : client.call("pin:list", { roomId: room.id, limit })),
      [client, room.id, key, limit],
    ),
  );
}

async function emptyPage() {
  return { messages: [], people: [], next: null };
}
