import { wrongUse } from "../failure.ts";

/** How people name a room: `#name`, or `@handle` (several with commas) for a private conversation. */
export type RoomReference =
  | { readonly kind: "named"; readonly name: string }
  | { readonly kind: "direct"; readonly handles: readonly string[] };

/** The reference, or undefined when the text is none. */
export function roomReference(text: string): RoomReference | undefined {
  const rest = text.slice(1).trim();
  if (rest === "") return undefined;
  if (text.startsWith("#")) return { kind: "named", name: rest };
  if (!text.startsWith("@")) return undefined;
  const handles = rest.split(",").map((part) => part.trim().replace(/^@/, ""));
  return handles.includes("") ? undefined : { kind: "direct", handles };
}

/** The same for the command line, where anything else is wrong use. */
export function requiredReference(text: string): RoomReference {
  const reference = roomReference(text);
  if (reference) return reference;
  throw wrongUse(`"${text}" is not a room. Write '#name' for a room or '@name' for a person, in quotes.`);
}

/** As people would type it. */
export function written(reference: RoomReference): string {
  return reference.kind === "named" ? `#${reference.name}` : reference.handles.map((handle) => `@${handle}`).join(",");
}
