import type { z } from "zod";
import { accountEvents, accountRequests } from "./accounts.ts";
import type { EventDefinition, RequestDefinition, RequestKind } from "./define.ts";
import { draftEvents, draftRequests } from "./drafts.ts";
import { editRequests } from "./edits.ts";
import { emojiEvents, emojiRequests } from "./emoji.ts";
import { factorRequests } from "./factors.ts";
import { fileRequests } from "./files.ts";
import { blockRequests, friendEvents, friendRequests } from "./friends.ts";
import { galleryRequests } from "./gallery.ts";
import type { RoomId } from "./ids.ts";
import { invitationRequests } from "./invitations.ts";
import { linkPreviewEvents, linkPreviewRequests } from "./link-preview-requests.ts";
import { memberEvents, memberRequests } from "./members.ts";
import { messageEvents, messageRequests } from "./messages.ts";
import { oidcRequests } from "./oidc.ts";
import { pinEvents, pinRequests } from "./pins.ts";
import { pollEvents, pollRequests } from "./poll-requests.ts";
import { presenceEvents, presenceRequests } from "./presence.ts";
import { profileEvents, profileRequests } from "./profiles.ts";
import { reactionEvents, reactionRequests } from "./reaction-requests.ts";
import { receiptEvents, receiptRequests } from "./receipts.ts";
import { reportEvents, reportRequests } from "./reports.ts";
import { roomEvents, roomRequests } from "./room-requests.ts";
import { savedEvents, savedRequests } from "./saved.ts";
import { scheduledEvents, scheduledRequests } from "./scheduled.ts";
import { searchRequests } from "./search.ts";
import { serverSettingRequests } from "./server-settings.ts";
import { sessionEvents, sessionRequests } from "./sessions.ts";
import { settingsEvents, settingsRequests } from "./settings.ts";
import { setupRequests } from "./setup.ts";
import { stickerEvents, stickerRequests } from "./stickers.ts";
import { syncRequests } from "./sync.ts";
import { threadEvents, threadRequests } from "./threads.ts";
import { userRequests } from "./users.ts";
import { voiceEvents, voiceRequests } from "./voices.ts";

/** Every request there is. What is not here is refused. */
export const requests = {
  ...setupRequests,
  ...serverSettingRequests,
  ...sessionRequests,
  ...factorRequests,
  ...oidcRequests,
  ...accountRequests,
  ...userRequests,
  ...profileRequests,
  ...friendRequests,
  ...blockRequests,
  ...settingsRequests,
  ...roomRequests,
  ...memberRequests,
  ...invitationRequests,
  ...messageRequests,
  ...linkPreviewRequests,
  ...reactionRequests,
  ...emojiRequests,
  ...pollRequests,
  ...fileRequests,
  ...galleryRequests,
  ...voiceRequests,
  ...editRequests,
  ...pinRequests,
  ...stickerRequests,
  ...savedRequests,
  ...scheduledRequests,
  ...threadRequests,
  ...receiptRequests,
  ...draftRequests,
  ...presenceRequests,
  ...reportRequests,
  ...searchRequests,
  ...syncRequests,
} as const;

/** Every event there is. */
export const events = {
  ...settingsEvents,
  ...sessionEvents,
  ...accountEvents,
  ...profileEvents,
  ...friendEvents,
  ...roomEvents,
  ...memberEvents,
  ...messageEvents,
  ...linkPreviewEvents,
  ...reactionEvents,
  ...emojiEvents,
  ...stickerEvents,
  ...pollEvents,
  ...pinEvents,
  ...voiceEvents,
  ...savedEvents,
  ...scheduledEvents,
  ...threadEvents,
  ...receiptEvents,
  ...draftEvents,
  ...presenceEvents,
  ...reportEvents,
} as const;

export type Requests = typeof requests;
export type RequestName = keyof Requests;
export type RequestsOfKind<K extends RequestKind> = {
  [N in RequestName]: Requests[N]["kind"] extends K ? N : never;
}[RequestName];
export type QueryName = RequestsOfKind<"query">;
export type CommandName = RequestsOfKind<"command">;
export type SignalName = RequestsOfKind<"signal">;

/** What a caller passes: defaults may be left out. */
export type Input<N extends RequestName> = z.input<Requests[N]["input"]>;
/** What a handler gets: defaults filled in. */
export type Parsed<N extends RequestName> = z.output<Requests[N]["input"]>;
export type Output<N extends RequestName> = z.output<Requests[N]["output"]>;

export type Events = typeof events;
export type EventName = keyof Events;
export type Payload<N extends EventName> = z.output<Events[N]["payload"]>;
export type EventsOfScope<S extends EventDefinition["scope"]> = {
  [N in EventName]: Events[N]["scope"] extends S ? N : never;
}[EventName];
/** Events that travel under a room's id. */
export type RoomEventName = EventsOfScope<"room" | "watchers" | "pointers">;
export type PersonEventName = EventsOfScope<"person" | "people" | "device" | "server">;
/** Those of them that are numbered by the person's rev. */
export type NumberedPersonEventName = EventsOfScope<"person">;

/** One event as it travels: name and payload. */
export type EventPair<N extends EventName = EventName> = { [K in N]: [name: K, payload: Payload<K>] }[N];

/**
 * The only packet that the server sends of itself, under the Socket.IO event name `events`: everything one commit
 * published to one room (`roomId`), or to one person (no `roomId`), in order.
 */
export interface Batch {
  roomId?: RoomId;
  events: EventPair[];
}

/** The definition of a request by a name that came over the wire, or undefined. */
export function requestNamed(name: string): RequestDefinition | undefined {
  return Object.hasOwn(requests, name) ? requests[name as RequestName] : undefined;
}

export const requestNames = Object.keys(requests) as RequestName[];
export const eventNames = Object.keys(events) as EventName[];
