import type { PersonReducers } from "./reducer.ts";

export const settingsReducers: PersonReducers<"settings:changed"> = {
  "settings:changed": (state, { rev, settings }) => ({ ...state, rev, settings }),
};
