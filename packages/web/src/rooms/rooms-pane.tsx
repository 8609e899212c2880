import type { RoomId } from "@parley/contract";
import { Compass, Keyboard, LogOut, MenuIcon, MessageSquarePlus, Plus, Search, Settings } from "lucide-react";
import { useLocation } from "wouter";
import { keyNames } from "../keys.ts";
import { useSession } from "../session.tsx";
import { IconButton } from "../ui/button.tsx";
import { MenuButton } from "../ui/menu-button.tsx";
import { useClientState } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import { ConnectionSign } from "./connection-sign.tsx";
import { useDialogs } from "./dialogs.tsx";
import { KeyCaps } from "./key-caps.tsx";
import { RoomList } from "./room-list.tsx";
import styles from "./rooms-pane.module.css";

/** The places: who I am connected to, how to get anywhere, and my rooms. */
export function RoomsPane({ roomId }: { roomId: RoomId | undefined }) {
  const words = useWords();
  const open = useDialogs();
  const serverName = useClientState((state) => state.server?.name) ?? words.app.name;
  return (
    <nav className={styles.pane} aria-label={words.rooms.title}>
      <header className={styles.header}>
        <AppMenu />
        <div className={styles.server}>
          <h1 className={styles.name}>
            <bdi>{serverName}</bdi>
          </h1>
          <ConnectionSign />
        </div>
        <IconButton label={words.rooms.newRoom} icon={<Plus size={20} />} onClick={() => open("new-room")} />
        <IconButton
          label={words.rooms.newMessage}
          icon={<MessageSquarePlus size={20} />}
          onClick={() => open("new-message")}
        />
      </header>
      <div className={styles.find}>
        <button type="button" className={styles.jump} onClick={() => open("switcher")}>
          <Search size={16} aria-hidden="true" />
          <span>{words.rooms.switcherHint}</span>
          <KeyCaps keys={keyNames("Mod+K")} />
        </button>
      </div>
      <RoomList roomId={roomId} />
    </nav>
  );
}

function AppMenu() {
  const words = useWords();
  const open = useDialogs();
  const { leave } = useSession();
  const [, navigate] = useLocation();
  const items = [
    {
      id: "browse",
      label: words.rooms.browse,
      icon: <Compass size={18} />,
      onSelect: () => navigate("/rooms"),
    },
    {
      id: "settings",
      label: words.app.settings,
      icon: <Settings size={18} />,
      onSelect: () => navigate("/settings"),
    },
    {
      id: "keys",
      label: words.rooms.keys,
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
  return <MenuButton label={words.rooms.menu} icon={<MenuIcon size={20} />} items={items} />;
}
