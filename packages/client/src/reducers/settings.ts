import { withShownReceiptsIn } from "./receipts.ts";
import type { PersonReducers } from "./reducer.ts";

export const settingsReducers: PersonReducers<"settings:changed"> = {
  "settings:changed": (state, { rev, settings }, { meId }) => {
    const rooms = withShownReceiptsIn(state.rooms, { meId, showsReceipts: settings.privacy.receipts });
    return { ...state, rev, settings, rooms };
  },
};
