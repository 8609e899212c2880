import type { PersonReducers } from "./reducer.ts";

export const accountReducers: PersonReducers<"account:changed" | "export:changed"> = {
  "account:changed": (state, { rev, account }) => ({ ...state, rev, account }),
  "export:changed": (state, archive) => ({ ...state, archive }),
};
