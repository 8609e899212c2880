import type { RoomEntry, TimelineRow } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { type ComponentType, lazy } from "react";
import type { CompletionListProps } from "./composer/completion-list.tsx";
import type { TargetBarProps } from "./composer/target-bar.tsx";
import type { RequestBarProps } from "./friends/request-bar.tsx";
import type { AboutMessageProps } from "./messages/delete-dialog.tsx";
import type { MessageMenuProps } from "./messages/message-menu.tsx";
import type { RoomMenuProps } from "./messages/room-menu.tsx";
import type { RowActionsProps } from "./messages/row-actions.tsx";
import type { Silence } from "./order/silence.ts";
import type { PersonCardProps } from "./people/person-card.tsx";
import type { AppMenuProps } from "./rooms/app-menu.tsx";

/** What every dialog about a room, or about none, is given. */
export interface DialogScreenProps {
  roomId?: RoomId;
  onClose: () => void;
}

/** What the details pane, and whatever else needs a room, is given. */
export interface PanelScreenProps {
  roomId: RoomId;
  onClose: () => void;
}

/** Screens beside the conversation, each loaded when it is first shown. Files are named after what they export. */
export const SetupPage = screen(async () => (await import("./sign-in/setup-page.tsx")).SetupPage);
export const SignInPage = screen(async () => (await import("./sign-in/sign-in-page.tsx")).SignInPage);
export const JoinPage = screen(async () => (await import("./sign-in/join-page.tsx")).JoinPage);
export const LinkPage = screen(async () => (await import("./sign-in/link-page.tsx")).LinkPage);
export const DirectoryPage = screen(async () => (await import("./rooms/directory-page.tsx")).DirectoryPage);
export const SettingsPage = screen(async () => (await import("./settings/settings-page.tsx")).SettingsPage);
export const ReportsPage = screen(async () => (await import("./reports/reports-page.tsx")).ReportsPage);
export const Notices = screen(async () => (await import("./account/notices.tsx")).Notices);
export const FriendsPage = screen(async () => (await import("./friends/friends-page.tsx")).FriendsPage);
export const RequestBar = screen<RequestBarProps>(async () => (await import("./friends/request-bar.tsx")).RequestBar);
export const StatusDialog = screen<DialogScreenProps>(
  async () => (await import("./people/status-dialog.tsx")).StatusDialog,
);
export const NotFoundPage = screen(async () => (await import("./pages/not-found-page.tsx")).NotFoundPage);
export const NewRoomDialog = screen<DialogScreenProps>(
  async () => (await import("./rooms/new-room-dialog.tsx")).NewRoomDialog,
);
export const NewMessageDialog = screen<DialogScreenProps>(
  async () => (await import("./rooms/new-message-dialog.tsx")).NewMessageDialog,
);
export const InviteDialog = screen<DialogScreenProps>(
  async () => (await import("./people/invite-dialog.tsx")).InviteDialog,
);
export const KeysDialog = screen<DialogScreenProps>(async () => (await import("./rooms/keys-dialog.tsx")).KeysDialog);
export const Switcher = screen<DialogScreenProps>(async () => (await loadSwitcher()).Switcher);
export const RoomSettingsDialog = screen<DialogScreenProps>(
  async () => (await import("./settings/room-settings-dialog.tsx")).RoomSettingsDialog,
);
export const MembersPanel = screen<PanelScreenProps>(
  async () => (await import("./people/members-panel.tsx")).MembersPanel,
);

export const RoomMenu = screen<RoomMenuProps>(async () => (await loadRoomMenu()).RoomMenu);
export const SilenceNotice = screen<{ silence: Silence }>(
  async () => (await import("./order/silence-notice.tsx")).SilenceNotice,
);
export const SlowSign = screen<{ entry: RoomEntry }>(async () => (await import("./order/slow-sign.tsx")).SlowSign);
export const ExpiryClock = screen<{ at: number }>(async () => (await import("./order/expiry-clock.tsx")).ExpiryClock);
export const DeleteDialog = screen<AboutMessageProps>(
  async () => (await import("./messages/delete-dialog.tsx")).DeleteDialog,
);
export const MessageReportDialog = screen<AboutMessageProps>(
  async () => (await import("./reports/message-report-dialog.tsx")).MessageReportDialog,
);
export const ReadersDialog = screen<AboutMessageProps>(
  async () => (await import("./messages/readers-dialog.tsx")).ReadersDialog,
);
export const PersonCard = screen<PersonCardProps>(async () => (await loadPersonCard()).PersonCard);

/** What answers to a touch; see touched.ts. */
export const AppMenu = screen<AppMenuProps>(async () => (await loadTouched()).AppMenu);
export const Announcer = screen<{ roomId: RoomId }>(async () => (await loadTouched()).Announcer);
export const CompletionList = screen<CompletionListProps>(async () => (await loadTouched()).CompletionList);
export const FailedNotice = screen<{ row: TimelineRow }>(async () => (await loadTouched()).FailedNotice);
export const MessageMenu = screen<MessageMenuProps>(async () => (await loadTouched()).MessageMenu);
export const RowActions = screen<RowActionsProps>(async () => (await loadTouched()).RowActions);
export const TargetBar = screen<TargetBarProps>(async () => (await loadTouched()).TargetBar);
export const TooltipHost = screen(async () => (await loadTouched()).TooltipHost);

/** Also called when the page is at rest: these must be there at once, but not before the conversation. */
export function loadTouched() {
  return import("./touched.ts");
}
export function loadPersonCard() {
  return import("./people/person-card.tsx");
}
export function loadSwitcher() {
  return import("./rooms/switcher.tsx");
}
export function loadRoomMenu() {
  return import("./messages/room-menu.tsx");
}

/** A component that is fetched when it is first shown, and with it the words that screens say. */
function screen<Props extends object = object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const fetched = async () => {
    const [Screen, { withScreenWords }] = await Promise.all([load(), import("./words/with-screen-words.tsx")]);
    return { default: withScreenWords(Screen) };
  };
  return lazy(fetched) as unknown as ComponentType<Props>;
}
