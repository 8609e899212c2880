import { type Message, type MessageId, type NewPoll, newId, type RoomId } from "@parley/contract";
import type { Person } from "./person.ts";

/** Asks a room what is for lunch. */
export function ask(person: Person, roomId: RoomId, poll: Partial<NewPoll> = {}): Promise<Message> {
  return person.do("message:send", {
    id: newId<MessageId>(Date.now()),
    roomId,
    body: "What is for lunch?",
    poll: { answers: ["Soup", "Salad", "Noodles"], ...poll },
  });
}
