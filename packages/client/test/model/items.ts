import { type MessageId, newId, type RoomId, type UserId } from "@parley/contract";
import type { OutboxItem } from "../../src/index.ts";

export function anItem(key: string, body = "text"): OutboxItem {
  const input = { id: newId<MessageId>(0), roomId: newId<RoomId>(0), body };
  return {
    key,
    by: newId<UserId>(0),
    request: { name: "message:send", input },
    createdAt: 1,
    status: "waiting",
    error: null,
  };
}
