import type { RoomEntry } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { type ComponentType, lazy, type ReactNode } from "react";
import type { DeleteDialogProps } from "./messages/delete-dialog.tsx";
import type { RoomMenuProps } from "./messages/room-menu.tsx";
import type { Silence } from "./order/silence.ts";

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
export const SlowSign = screen<{ entry: RoomEntry; children: ReactNode }>(
  async () => (await import("./order/slow-sign.tsx")).SlowSign,
);
export const ExpiryClock = screen<{ at: number }>(async () => (await import("./order/expiry-clock.tsx")).ExpiryClock);
export const DeleteDialog = screen<DeleteDialogProps>(
  async () => (await import("./messages/delete-dialog.tsx")).DeleteDialog,
);

/** Also called when the page is at rest: these must be there at once, but not before the conversation. */
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
