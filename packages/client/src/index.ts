export { createClient } from "./client.ts";
export * from "./http.ts";
export * from "./parley-client.ts";
export * from "./selectors.ts";
export * from "./state.ts";
export * from "./storage/indexed-db.ts";
export * from "./storage/memory.ts";
export * from "./storage.ts";
export { timeline } from "./timeline.ts";
