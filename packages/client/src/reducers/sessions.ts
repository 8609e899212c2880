import type { PersonReducers } from "./reducer.ts";

/** The list of sessions is fetched where it is shown; here only the rev moves on. */
export const sessionReducers: PersonReducers<"session:changed"> = {
  "session:changed": (state, { rev }) => ({ ...state, rev }),
};
