import { accountReducers } from "./accounts.ts";
import { draftReducers } from "./drafts.ts";
import { emojiReducers } from "./emoji.ts";
import { memberReducers } from "./members.ts";
import { messageReducers } from "./messages.ts";
import { friendPresenceReducers, presenceReducers } from "./presence.ts";
import { reactionReducers } from "./reactions.ts";
import { myReceiptReducers, receiptReducers } from "./receipts.ts";
import type { PersonReducers, RoomReducers } from "./reducer.ts";
import { relationReducers } from "./relations.ts";
import { reportReducers } from "./reports.ts";
import { myRoomReducers, roomReducers } from "./rooms.ts";
import { savedReducers } from "./saved.ts";
import { scheduledReducers } from "./scheduled.ts";
import { sessionReducers } from "./sessions.ts";
import { settingsReducers } from "./settings.ts";
import { myThreadReducers, threadReducers } from "./threads.ts";
import { profileReducers } from "./users.ts";
import { voiceReducers } from "./voices.ts";

/** What each event of a room does to it. An event of the contract that is missing here does not compile. */
export const reducersOfRooms: RoomReducers = {
  ...roomReducers,
  ...memberReducers,
  ...messageReducers,
  ...reactionReducers,
  ...threadReducers,
  ...receiptReducers,
  ...presenceReducers,
};

/** What each user-level event does. */
export const reducersOfPersons: PersonReducers = {
  ...settingsReducers,
  ...sessionReducers,
  ...myRoomReducers,
  ...myThreadReducers,
  ...myReceiptReducers,
  ...draftReducers,
  ...voiceReducers,
  ...savedReducers,
  ...scheduledReducers,
  ...accountReducers,
  ...profileReducers,
  ...relationReducers,
  ...friendPresenceReducers,
  ...reportReducers,
  ...emojiReducers,
};
