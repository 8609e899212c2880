import type { ClientState } from "@parley/client";
import { Compass, Flag, Keyboard, LogOut, Settings, Users } from "lucide-react";
import { useLocation } from "wouter";
import { keyNames } from "../keys.ts";
import { useSession } from "../session.tsx";
import { Menu, type MenuItem } from "../ui/menu.tsx";
import { useClientState } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import { useDialogs } from "./use-dialogs.ts";
import { useStatusItems } from "./use-status-items.tsx";

export interface AppMenuProps {
  /** The button that opened it. */
  at: HTMLElement;
  onClose: () => void;
}

/** The places beside the rooms, and the way out. */
export function AppMenu({ at, onClose }: AppMenuProps) {
  const words = useWords();
  const open = useDialogs();
  const { leave } = useSession();
  const [, navigate] = useLocation();
  const openReports = useClientState((state) => state.openReports);
  const keepsOrder = useClientState(keepsOrderSomewhere);
  const reports = {
    id: "reports",
    label: openReports === 0 ? words.reports.title : words.reports.waiting(openReports),
    icon: <Flag size={18} />,
    onSelect: () => navigate("/reports"),
  };
  const items: MenuItem[] = [
    ...useStatusItems(),
    {
      id: "friends",
      label: words.rooms.friends,
      icon: <Users size={18} />,
      startsGroup: true,
      onSelect: () => navigate("/friends"),
    },
    { id: "browse", label: words.rooms.browse, icon: <Compass size={18} />, onSelect: () => navigate("/rooms") },
    ...(keepsOrder ? [reports] : []),
    { id: "settings", label: words.app.settings, icon: <Settings size={18} />, onSelect: () => navigate("/settings") },
    {
      id: "keys",
      label: words.deeds.keys,
      icon: <Keyboard size={18} />,
      keys: keyNames("Mod+/"),
      onSelect: () => open("keys"),
    },
    {
      id: "sign-out",
      label: words.app.signOut,
      icon: <LogOut size={18} />,
      startsGroup: true,
      onSelect: () => void leave(),
    },
  ];
  return <Menu label={words.rooms.menu} items={items} at={at} onClose={onClose} />;
}

/** Whether anything can be reported to me: on the server, or in a room of mine. */
function keepsOrderSomewhere({ me, rooms }: ClientState): boolean {
  if (me !== null && me.role !== "person") return true;
  return [...rooms.values()].some(({ state }) => state.role !== "member" && state.room.kind !== "direct");
}
