import type { RoomEntry, TimelineRow } from "@parley/client";
import type { MessagePlace } from "@parley/client/message-place";
import type { RoomId, UserId } from "@parley/contract";
import type { CompletionListProps } from "./composer/completion-list.tsx";
import type { TargetBarProps } from "./composer/target-bar.tsx";
import type { AlbumProps } from "./files/album.tsx";
import type { AttachingProps } from "./files/attaching.tsx";
import type { AttachmentTrayProps } from "./files/attachment-tray.tsx";
import type { FileCardsProps } from "./files/file-cards.tsx";
import type { FileDialogProps } from "./files/file-dialog.tsx";
import type { LightboxProps } from "./files/lightbox.tsx";
import type { RequestBarProps } from "./friends/request-bar.tsx";
import type { LinkCardProps } from "./links/link-card.tsx";
import type { RoomMenuProps } from "./messages/room-menu.tsx";
import type { RowActionsProps } from "./messages/row-actions.tsx";
import type { Silence } from "./order/silence.ts";
import type { ForwardDialogProps } from "./organise/forward-dialog.tsx";
import type { SelectBoxProps } from "./organise/select-box.tsx";
import type { SelectionBarProps } from "./organise/selection-bar.tsx";
import type { PersonCardProps } from "./people/person-card.tsx";
import type { PollProps } from "./polls/poll-props.ts";
import type { AppMenuProps } from "./rooms/app-menu.tsx";
import type { SchedulingProps } from "./scheduled/scheduling.tsx";
import { screen } from "./screen.ts";
import type { DayPickerProps } from "./search/day-picker.tsx";
import type { SearchStart } from "./search/search-place.ts";
import type { StickerPictureProps } from "./stickers/sticker-picture.tsx";
import type { ThreadBarProps } from "./threads/thread-bar.tsx";
import type { VoiceRecorderProps } from "./voice/voice-recorder.tsx";

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
export const OtherPage = screen(async () => (await loadOtherPage()).OtherPage);
export const RoomGone = screen(async () => (await import("./rooms/room-gone.tsx")).RoomGone);
export const Notices = screen(async () => (await import("./account/notices.tsx")).Notices);
export const RequestBar = screen<RequestBarProps>(async () => (await import("./friends/request-bar.tsx")).RequestBar);
export const NewRoomDialog = screen<DialogScreenProps>(
  async () => (await import("./rooms/new-room-dialog.tsx")).NewRoomDialog,
);
export const InviteDialog = screen<DialogScreenProps>(
  async () => (await import("./people/invite-dialog.tsx")).InviteDialog,
);
export const MembersPanel = screen<PanelScreenProps>(
  async () => (await import("./people/members-panel.tsx")).MembersPanel,
);
export const GalleryPanel = screen<PanelScreenProps>(
  async () => (await import("./gallery/gallery-panel.tsx")).GalleryPanel,
);

export const DayPicker = screen<DayPickerProps>(async () => (await import("./search/day-picker.tsx")).DayPicker);
export const SearchPanel = screen<{ start: SearchStart }>(async () => (await loadSearchPanel()).SearchPanel);

export const RoomMenu = screen<RoomMenuProps>(async () => (await loadRoomMenu()).RoomMenu);
export const SilenceNotice = screen<{ silence: Silence }>(
  async () => (await import("./order/silence-notice.tsx")).SilenceNotice,
);
export const SlowSign = screen<{ entry: RoomEntry }>(async () => (await import("./order/slow-sign.tsx")).SlowSign);
export const ExpiryClock = screen<{ at: number }>(async () => (await import("./order/expiry-clock.tsx")).ExpiryClock);
export const PinBar = screen<{ entry: RoomEntry }>(async () => (await import("./pins/pin-bar.tsx")).PinBar);
export const PinSign = screen(async () => (await import("./pins/pin-sign.tsx")).PinSign);
export const ThreadBar = screen<ThreadBarProps>(async () => (await import("./threads/thread-bar.tsx")).ThreadBar);
export const ForwardDialog = screen<ForwardDialogProps>(
  async () => (await import("./organise/forward-dialog.tsx")).ForwardDialog,
);
export const LineEnd = screen<{ roomId: RoomId }>(async () => (await import("./messages/line-end.tsx")).LineEnd);
export const SelectionBar = screen<SelectionBarProps>(
  async () => (await import("./organise/selection-bar.tsx")).SelectionBar,
);
export const SelectBox = screen<SelectBoxProps>(async () => (await import("./organise/select-box.tsx")).SelectBox);
export const ForwardedFrom = screen<{ userId: UserId | null }>(
  async () => (await import("./organise/forwarded-from.tsx")).ForwardedFrom,
);
export const PersonCard = screen<PersonCardProps>(async () => (await loadPersonCard()).PersonCard);

/** What answers to a touch; see touched.ts. */
export const AppMenu = screen<AppMenuProps>(async () => (await loadTouched()).AppMenu);
export const Announcer = screen<{ roomId: RoomId }>(async () => (await loadTouched()).Announcer);
export const CompletionList = screen<CompletionListProps>(async () => (await loadTouched()).CompletionList);
export const Counter = screen<{ length: number }>(async () => (await loadTouched()).Counter);
export const FailedNotice = screen<{ row: TimelineRow }>(async () => (await loadTouched()).FailedNotice);
/** Fetched with the first message that has them; see files/showing.ts. */
export const Album = screen<AlbumProps>(async () => (await loadShowing()).Album);
export const FileCards = screen<FileCardsProps>(async () => (await loadShowing()).FileCards);
export const FileDialog = screen<FileDialogProps>(async () => (await loadShowing()).FileDialog);
export const Lightbox = screen<LightboxProps>(async () => (await loadShowing()).Lightbox);
export const StickerPicture = screen<StickerPictureProps>(
  async () => (await import("./stickers/sticker-picture.tsx")).StickerPicture,
);
export const Attaching = screen<AttachingProps>(async () => (await loadAttaching()).Attaching);
export const AttachmentTray = screen<AttachmentTrayProps>(async () => (await loadAttaching()).AttachmentTray);
export const VoiceRecorder = screen<VoiceRecorderProps>(async () => (await loadRecorder()).VoiceRecorder);
export const VoiceBar = screen(async () => (await import("./voice/voice-bar.tsx")).VoiceBar);
export const RefusedReactions = screen(async () => (await loadTouched()).RefusedReactions);
export const RowActions = screen<RowActionsProps>(async () => (await loadTouched()).RowActions);
export const Scheduling = screen<SchedulingProps>(async () => (await loadTouched()).Scheduling);
export const TargetBar = screen<TargetBarProps>(async () => (await loadTouched()).TargetBar);
export const TooltipHost = screen(async () => (await loadTouched()).TooltipHost);

export const PollCard = screen<PollProps>(async () => (await loadTouched()).PollCard);
export const LinkCard = screen<LinkCardProps>(async () => (await import("./links/link-card.tsx")).LinkCard);

export const LinkedMessageCard = screen<{ place: MessagePlace }>(
  async () => (await import("./links/linked-message-card.tsx")).LinkedMessageCard,
);

/** Also called when the page is at rest: these must be there at once, but not before the conversation. */
export function loadTouched() {
  return import("./touched.ts");
}
export function loadEmojiCodes() {
  return import("./emoji/emoji-codes.ts");
}
export function loadOtherPage() {
  return import("./rooms/other-page.tsx");
}
export function loadPersonCard() {
  return import("./people/person-card.tsx");
}
export function loadSwitcher() {
  return import("./rooms/switcher.tsx");
}
export function loadSearchPanel() {
  return import("./search/search-panel.tsx");
}
export function loadRoomMenu() {
  return import("./messages/room-menu.tsx");
}
export function loadRecorder() {
  return import("./voice/voice-recorder.tsx");
}

function loadShowing() {
  return import("./files/showing.ts");
}
function loadAttaching() {
  return import("./files/attaching.tsx");
}
