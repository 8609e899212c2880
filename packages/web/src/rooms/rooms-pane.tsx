import type { ClientState } from "@parley/client";
import type { Availability, RoomId, Settings } from "@parley/contract";
import { Bookmark, MenuIcon, MessageSquarePlus, MessagesSquare, Plus, Search, TextSearch, Users } from "lucide-react";
import { Suspense, useCallback, useState } from "react";
import { Link, useRoute } from "wouter";
import { keyNames } from "../keys.ts";
import { AppMenu } from "../screens.ts";
import { useSearchPlace } from "../search/search-place.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Badge } from "../ui/badge.tsx";
import { IconButton } from "../ui/button.tsx";
import { useClientState, useMe } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import { ConnectionSign } from "./connection-sign.tsx";
import { KeyCaps } from "./key-caps.tsx";
import { RoomList } from "./room-list.tsx";
import styles from "./rooms-pane.module.css";
import { useDialogs } from "./use-dialogs.ts";

/** The places: who I am connected to, how to get anywhere, and my rooms. */
export function RoomsPane({ roomId }: { roomId: RoomId | undefined }) {
  const words = useWords();
  const open = useDialogs();
  const search = useSearchPlace();
  const serverName = useClientState((state) => state.server?.name) ?? words.app.name;
  return (
    <nav className={styles.pane} aria-label={words.rooms.title}>
      <header className={styles.header}>
        <MenuOpener />
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
        <IconButton
          label={words.rooms.search}
          keys={keyNames("Mod+Shift+F")}
          icon={<TextSearch size={20} />}
          isOn={search.start !== null && search.start.roomId === undefined}
          onClick={() => search.open()}
        />
      </div>
      <FriendsLink />
      <ThreadsLink />
      <SavedLink />
      <RoomList roomId={roomId} />
    </nav>
  );
}

function FriendsLink() {
  const words = useWords();
  const [isHere] = useRoute("/friends/:part?");
  const asking = useClientState(requestCount);
  return (
    <Link
      href={asking > 0 ? "/friends/requests" : "/friends"}
      className={styles.place}
      aria-current={isHere ? "page" : undefined}
    >
      <Users size={20} aria-hidden="true" />
      <span className={styles.placeName}>{words.rooms.friends}</span>
      <Badge isStrong count={asking} label={words.rooms.friendRequests(asking)} />
    </Link>
  );
}

function SavedLink() {
  const words = useWords();
  const [isHere] = useRoute("/saved");
  return (
    <Link href="/saved" className={styles.place} aria-current={isHere ? "page" : undefined}>
      <Bookmark size={20} aria-hidden="true" />
      <span className={styles.placeName}>{words.rooms.saved}</span>
    </Link>
  );
}

function ThreadsLink() {
  const words = useWords();
  const [isHere] = useRoute("/threads");
  const unread = useClientState(unreadThreads);
  return (
    <Link href="/threads" className={styles.place} aria-current={isHere ? "page" : undefined}>
      <MessagesSquare size={20} aria-hidden="true" />
      <span className={styles.placeName}>{words.rooms.threads}</span>
      <Badge isStrong count={unread} label={words.rooms.unreadThreads(unread)} />
    </Link>
  );
}

function unreadThreads({ rooms }: ClientState): number {
  let count = 0;
  for (const { state } of rooms.values()) if (state.isFollowed === true && state.unread > 0) count += 1;
  return count;
}

function requestCount({ relations }: ClientState): number {
  let count = 0;
  for (const { kind } of relations.values()) if (kind === "asking") count += 1;
  return count;
}

/** How others see me while I am here. */
const shown: Record<Settings["presence"], Availability> = { auto: "online", busy: "busy", invisible: "offline" };

/** Me, and the menu of everything that is not a room. */
function MenuOpener() {
  const words = useWords();
  const me = useMe();
  const presence = useClientState((state) => state.settings.presence);
  const openReports = useClientState((state) => state.openReports);
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  const close = useCallback(() => setOpener(null), []);
  return (
    <>
      <IconButton
        label={words.rooms.menu}
        icon={
          me === null ? (
            <MenuIcon size={20} />
          ) : (
            <Avatar name={me.name} seed={me.id} picture={me.avatar} size={30} availability={shown[presence]} />
          )
        }
        aria-haspopup="menu"
        aria-expanded={opener !== null}
        onClick={(event) => setOpener(event.currentTarget)}
      />
      {openReports > 0 && <Badge isStrong count={openReports} label={words.rooms.openReports(openReports)} />}
      <Suspense fallback={null}>{opener && <AppMenu at={opener} onClose={close} />}</Suspense>
    </>
  );
}
