import type { HttpServer, ParleyClient, RoomEntry } from "@parley/client";
import { ParleyError, type RoomId, type User } from "@parley/contract";
import { personNamed } from "../people/named.ts";

/** What a command is given, wherever it was written. */
export interface CommandContext {
  readonly client: Pick<
    ParleyClient,
    "call" | "forward" | "getState" | "remove" | "sendFiles" | "sendPoll" | "sendSticker"
  >;
  /** For what does not travel over the socket. */
  readonly server: HttpServer;
  readonly signal: AbortSignal;
  /** The room that one is in. */
  readonly roomId: RoomId | null;
  /** Epoch ms. */
  readonly clock: () => number;
  /** Something to read while the command goes on. */
  say(text: string): void;
  /** One line from the person; null when they give up. A hidden one is not shown while it is typed, nor kept. */
  ask(question: string, how: { readonly isHidden: boolean }): Promise<string | null>;
}

/** The room that one is in; commands that need one say so when there is none yet. */
export function currentRoom({ roomId }: Pick<CommandContext, "roomId">): RoomId {
  if (!roomId) throw new ParleyError("not_found", "There is no room here yet.");
  return roomId;
}

export function currentEntry(context: Pick<CommandContext, "roomId" | "client">): RoomEntry {
  const entry = context.client.getState().rooms.get(currentRoom(context));
  if (!entry) throw new ParleyError("not_found", "There is no room here yet.");
  return entry;
}

/** The person whose handle a text is. */
export async function personIn({ client }: Pick<CommandContext, "client">, text: string): Promise<User> {
  const known = client.getState().people.values();
  return await personNamed(text, known, (part) => client.call("user:find", { text: part }));
}

/** The person whose handle a text begins with, and what follows it. */
export async function personAndRest(
  context: CommandContext,
  text: string,
  usage: string,
): Promise<{ person: User; rest: string }> {
  const [handle = ""] = text.split(/\s/, 1);
  if (handle === "") throw wrongly(usage);
  return { person: await personIn(context, handle), rest: text.slice(handle.length).trim() };
}

/** Just a person, and nothing else. */
export async function onlyPerson(context: CommandContext, text: string, usage: string): Promise<User> {
  if (text === "" || /\s/.test(text)) throw wrongly(usage);
  return await personIn(context, text);
}

/** The refusal of what cannot be understood. */
export const wrongly = (usage: string): ParleyError => new ParleyError("invalid", `Write it as ${usage}.`);
