import type { RoomId } from "@parley/contract";
import { useEffect, useState } from "react";
import { useClient } from "../client-context.ts";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { useWords } from "../words/use-words.ts";
import { previewOf } from "./parsed.ts";

const KEPT = 5;

/** Says each new message of the room once, "name: text". What I write myself needs no echo. */
export function Announcer({ roomId }: { roomId: RoomId }) {
  const client = useClient();
  const words = useWords();
  const [said, setSaid] = useState<readonly { id: string; text: string }[]>([]);
  useEffect(
    () =>
      client.on("event", (eventRoomId, [name, payload]) => {
        if (name !== "message:sent" || eventRoomId !== roomId || !document.hasFocus()) return;
        const { me, people, relations } = client.getState();
        if (payload.senderId === me?.id || relations.get(payload.senderId)?.kind === "blocked") return;
        const who = people.get(payload.senderId)?.name ?? words.messages.unknownPerson;
        const text = words.deeds.announce(who, previewOf(words, payload));
        setSaid((before) => [...before.slice(1 - KEPT), { id: payload.id, text }]);
      }),
    [client, roomId, words],
  );
  return (
    <VisuallyHidden>
      <span aria-live="polite" aria-relevant="additions">
        {said.map(({ id, text }) => (
          <span key={id}>{text}</span>
        ))}
      </span>
    </VisuallyHidden>
  );
}
