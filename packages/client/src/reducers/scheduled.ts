import type { PersonReducers } from "./reducer.ts";

export const scheduledReducers: PersonReducers<"scheduled:changed"> = {
  "scheduled:changed": (state, { rev, id, scheduled }) => ({
    ...state,
    rev,
    scheduled: state.scheduled.filter((one) => one.id !== id).concat(scheduled ?? []),
  }),
};
