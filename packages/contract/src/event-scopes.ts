import type { EventName, Events } from "./contract.ts";

/** How each event travels, for clients: the definitions say the same, but bring the schemas along. */
export const eventScopes: { readonly [N in EventName]: Events[N]["scope"] } = {
  "settings:changed": "person",
  "session:changed": "person",
  "room:changed": "room",
  "room:entered": "person",
  "room:departed": "person",
  "member:joined": "room",
  "member:left": "room",
  "member:changed": "room",
  "message:sent": "room",
  "message:edited": "room",
  "message:deleted": "room",
  "receipt:moved": "pointers",
  "receipt:changed": "person",
  "draft:changed": "person",
  "presence:changed": "watchers",
  "typing:changed": "watchers",
};
