import { request } from "@parley/client";
import type { RoomId, RoomState, ServerInfo } from "@parley/contract";
import { deviceName } from "./device-name.ts";

/** The server that this page came from; the session travels in its cookie. */
export const here = { url: "" } as const;

export function describeServer(): Promise<ServerInfo> {
  return request(here, "server:describe", {});
}

/** The fields that every request for a session shares. */
export function browserSession(): { hold: "cookie"; device: string } {
  return { hold: "cookie", device: deviceName(navigator.userAgent, navigator.maxTouchPoints > 1) };
}

/** A room of the account whose cookie this browser has just been given. */
export async function findOwnRoom(isWanted: (room: RoomState["room"]) => boolean): Promise<RoomId | null> {
  const { rooms } = await request(here, "sync:open", {});
  return rooms.find(({ room }) => isWanted(room))?.room.id ?? null;
}
