import type { PersonReducers } from "./reducer.ts";

export const reportReducers: PersonReducers<"report:changed" | "warning:changed"> = {
  "report:changed": (state, { rev, openReports }) => ({ ...state, rev, openReports }),
  "warning:changed": (state, { rev, warnings }) => ({ ...state, rev, warnings }),
};
