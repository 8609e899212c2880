import type { Handlers } from "../context.ts";
import { accountHandlers } from "./accounts.ts";
import { auditHandlers } from "./audit.ts";
import { banHandlers } from "./bans.ts";
import { blockHandlers } from "./blocks.ts";
import { deletionHandlers } from "./deletion.ts";
import { draftHandlers } from "./drafts.ts";
import { editHandlers } from "./edits.ts";
import { emojiHandlers } from "./emoji.ts";
import { exportHandlers } from "./exports.ts";
import { factorHandlers } from "./factors.ts";
import { fileHandlers } from "./files.ts";
import { friendHandlers } from "./friends.ts";
import { galleryHandlers } from "./gallery.ts";
import { invitationHandlers } from "./invitations.ts";
import { linkPreviewHandlers } from "./link-previews.ts";
import { memberHandlers } from "./members.ts";
import { messageHandlers } from "./messages.ts";
import { offerHandlers } from "./offers.ts";
import { oidcHandlers } from "./oidc.ts";
import { passkeyHandlers } from "./passkeys.ts";
import { pinHandlers } from "./pins.ts";
import { pollHandlers } from "./polls.ts";
import { presenceHandlers } from "./presence.ts";
import { profileHandlers } from "./profiles.ts";
import { reactionHandlers } from "./reactions.ts";
import { receiptHandlers } from "./receipts.ts";
import { reportHandlers } from "./reports.ts";
import { requestHandlers } from "./requests.ts";
import { roleHandlers } from "./roles.ts";
import { roomHandlers } from "./rooms.ts";
import { savedHandlers } from "./saved.ts";
import { scheduledHandlers } from "./scheduled.ts";
import { searchHandlers } from "./search.ts";
import { serverHandlers } from "./server.ts";
import { serverSettingHandlers } from "./server-settings.ts";
import { sessionHandlers } from "./sessions.ts";
import { settingsHandlers } from "./settings.ts";
import { stickerHandlers } from "./stickers.ts";
import { suspensionHandlers } from "./suspensions.ts";
import { syncHandlers } from "./sync.ts";
import { threadHandlers } from "./threads.ts";
import { userHandlers } from "./users.ts";
import { voiceHandlers } from "./voices.ts";

/** A handler for every request of the contract; the type lists what is missing. */
export const handlers: Handlers = {
  ...serverHandlers,
  ...serverSettingHandlers,
  ...sessionHandlers,
  ...accountHandlers,
  ...factorHandlers,
  ...passkeyHandlers,
  ...offerHandlers,
  ...oidcHandlers,
  ...userHandlers,
  ...profileHandlers,
  ...friendHandlers,
  ...settingsHandlers,
  ...roomHandlers,
  ...memberHandlers,
  ...invitationHandlers,
  ...messageHandlers,
  ...linkPreviewHandlers,
  ...reactionHandlers,
  ...emojiHandlers,
  ...pollHandlers,
  ...editHandlers,
  ...pinHandlers,
  ...stickerHandlers,
  ...savedHandlers,
  ...scheduledHandlers,
  ...threadHandlers,
  ...receiptHandlers,
  ...fileHandlers,
  ...galleryHandlers,
  ...voiceHandlers,
  ...draftHandlers,
  ...deletionHandlers,
  ...presenceHandlers,
  ...syncHandlers,
  ...searchHandlers,
  ...banHandlers,
  ...reportHandlers,
  ...suspensionHandlers,
  ...roleHandlers,
  ...auditHandlers,
  ...blockHandlers,
  ...requestHandlers,
  ...exportHandlers,
};
