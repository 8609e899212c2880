import type { Handlers } from "../context.ts";
import { accountHandlers } from "./accounts.ts";
import { auditHandlers } from "./audit.ts";
import { banHandlers } from "./bans.ts";
import { blockHandlers } from "./blocks.ts";
import { deletionHandlers } from "./deletion.ts";
import { draftHandlers } from "./drafts.ts";
import { exportHandlers } from "./exports.ts";
import { factorHandlers } from "./factors.ts";
import { friendHandlers } from "./friends.ts";
import { invitationHandlers } from "./invitations.ts";
import { memberHandlers } from "./members.ts";
import { messageHandlers } from "./messages.ts";
import { offerHandlers } from "./offers.ts";
import { oidcHandlers } from "./oidc.ts";
import { passkeyHandlers } from "./passkeys.ts";
import { presenceHandlers } from "./presence.ts";
import { profileHandlers } from "./profiles.ts";
import { receiptHandlers } from "./receipts.ts";
import { reportHandlers } from "./reports.ts";
import { requestHandlers } from "./requests.ts";
import { roleHandlers } from "./roles.ts";
import { roomHandlers } from "./rooms.ts";
import { serverHandlers } from "./server.ts";
import { sessionHandlers } from "./sessions.ts";
import { settingsHandlers } from "./settings.ts";
import { suspensionHandlers } from "./suspensions.ts";
import { syncHandlers } from "./sync.ts";
import { userHandlers } from "./users.ts";

/** A handler for every request of the contract; the type lists what is missing. */
export const handlers: Handlers = {
  ...serverHandlers,
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
  ...receiptHandlers,
  ...draftHandlers,
  ...deletionHandlers,
  ...presenceHandlers,
  ...syncHandlers,
  ...banHandlers,
  ...reportHandlers,
  ...suspensionHandlers,
  ...roleHandlers,
  ...auditHandlers,
  ...blockHandlers,
  ...requestHandlers,
  ...exportHandlers,
};
