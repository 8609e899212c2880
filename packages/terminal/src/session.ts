import { type ClientStorage, createClient, type ParleyClient } from "@parley/client";
import type { Room, RoomState } from "@parley/contract";
import type { RoomReference } from "./rooms/reference.ts";
import { lobbyOf, resolveRoom } from "./rooms/resolve.ts";
import type { SignedIn } from "./sign-in.ts";

/** A client that is live. It must be stopped. */
export async function connect(signedIn: SignedIn, storage: ClientStorage): Promise<ParleyClient> {
  const client = createClient({ url: signedIn.server.url, token: signedIn.server.token, storage });
  try {
    await client.start();
    await client.whenLive();
    return client;
  } catch (error) {
    await client.stop();
    throw error;
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
