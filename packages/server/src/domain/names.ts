import { cleanName, cleanRoomName, foldHandle, foldRoomName, ParleyError } from "@parley/contract";
import { looksReserved, skeleton } from "@parley/contract/skeleton";

/** A person's name in the forms that are kept: as written, as handle, and as what it looks like. */
export interface PersonName {
  readonly name: string;
  readonly handle: string;
  readonly skeleton: string;
}

/** Throws `invalid` with the reason; whether the name is free is for the database to say. */
export function personName(raw: string, field: "username" | "name" | "handle" = "username"): PersonName {
  const cleaned = cleanName(raw);
  if (!cleaned.ok) throw new ParleyError("invalid", cleaned.reason, { field });
  if (looksReserved(cleaned.name)) throw new ParleyError("invalid", "This name is reserved.", { field });
  return { name: cleaned.name, handle: foldHandle(cleaned.name), skeleton: skeleton(cleaned.name) };
}

/** A handle chosen apart from the name; the `@` before it is how it is written, not part of it. */
export function handleName(raw: string): Omit<PersonName, "name"> {
  const { handle, skeleton } = personName(raw.trim().replace(/^@/, ""), "handle");
  return { handle, skeleton };
}

export interface RoomName {
  readonly name: string;
  readonly nameFolded: string;
  /** Set where nobody else may have a name like it: in the directory. Elsewhere a refusal would tell of hidden rooms. */
  readonly nameSkeleton: string | null;
}

export function roomName(raw: string, kind: "public" | "private"): RoomName {
  const cleaned = cleanRoomName(raw);
  if (!cleaned.ok) throw new ParleyError("invalid", cleaned.reason, { field: "name" });
  return {
    name: cleaned.name,
    nameFolded: foldRoomName(cleaned.name),
    nameSkeleton: kind === "public" ? skeleton(cleaned.name) : null,
  };
}
