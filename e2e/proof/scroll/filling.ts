import type { RoomId } from "@parley/contract";
import { landscape } from "../rig/pictures.ts";
import type { Said, Sharer } from "../rig/sharing.ts";

const PICTURES = 40;
const ROOMS = 6;

/** Rooms with real pictures in them. The first is to become the long one: every fifth message there has a picture. */
export async function sharePictures(sharer: Sharer): Promise<RoomId[]> {
  const rooms: RoomId[] = [];
  for (let at = 0; at < ROOMS; at += 1) {
    const roomId = await sharer.createRoom(`pictures-${at}`);
    rooms.push(roomId);
    const shown = at === 0 ? PICTURES : 8;
    await sharer.sayAll(
      roomId,
      Array.from({ length: shown * 5 }, (_, number) => thingAt(number, at)),
    );
  }
  return rooms;
}

function thingAt(number: number, room: number): Said {
  if (number % 5 !== 0) return { body: `Words ${number} of room ${room}. `.repeat(number % 7 === 3 ? 12 : 1) };
  const kind = number / 5 + room;
  const [width, height] = [kind % 3 === 1 ? 360 : 600, kind % 3 === 2 ? 500 : 400];
  return { files: [{ name: `${number}.png`, bytes: landscape(width, height, kind) }] };
}
