import { type ClientStorage, createClient, type ParleyClient } from "@parley/client";
import { socketIoWire } from "@parley/client/node";
import type { Room, RoomState } from "@parley/contract";
import type { RoomReference } from "./rooms/reference.ts";
import { lobbyOf, resolveRoom } from "./rooms/resolve.ts";
import type { SignedIn } from "./sign-in.ts";
import type { Surroundings } from "./streams.ts";

export interface ConnectOptions {
  readonly signedIn: SignedIn;
  readonly storage: ClientStorage;
  readonly surroundings: Pick<Surroundings, "signal">;
}

/** A client that is live. It must be stopped. */
export async function connect({ signedIn, storage, surroundings }: ConnectOptions): Promise<ParleyClient> {
  const { url, token } = signedIn.server;
  const client = createClient({ url, token, storage, openWire: socketIoWire });
  // Stopped, the waiting ends.
  const giveUp = () => client.stop();
  surroundings.signal.addEventListener("abort", giveUp);
  try {
    await client.start();
    await client.whenLive();
    return client;
  } catch (error) {
    await client.stop();
    throw error;
  } finally {
    surroundings.signal.removeEventListener("abort", giveUp);
  }
}

/** The room to be in: the one that was named, else the one of the invitation, else the lobby. */
export async function roomOf(
  client: ParleyClient,
  signedIn: SignedIn,
  reference: RoomReference | null,
): Promise<RoomState> {
  const state = client.getState();
  const rooms = [...state.rooms.values()].map((entry) => entry.state);
  if (reference && state.me) {
    const known = { rooms, people: state.people.values(), me: state.me };
    return await resolveRoom(reference, known, (name, input) => client.call(name, input));
  }
  const invitedTo = rooms.find(({ room }) => isInvitedTo(room, signedIn.invitedTo));
  return invitedTo ?? lobbyOf(rooms);
}

/** A new account is in the lobby and in the room of its invitation, nowhere else. */
function isInvitedTo(room: Room, invitedTo: SignedIn["invitedTo"]): boolean {
  return invitedTo === "new" ? !room.isLobby : room.id === invitedTo;
}
