import { isId, type RoomId } from "@parley/contract";
import { Suspense, useEffect } from "react";
import { Redirect, useRoute } from "wouter";
import { ConversationPage } from "../messages/conversation-page.tsx";
import { PersonCards } from "../people/person-cards.tsx";
import { useIsAtRest } from "../rest.tsx";
import {
  DirectoryPage,
  FriendsPage,
  loadPersonCard,
  loadRoomMenu,
  loadSwitcher,
  loadTouched,
  NotFoundPage,
  Notices,
  ReportsPage,
  SettingsPage,
} from "../screens.ts";
import { classes } from "../ui/classes.ts";
import { useClientState } from "../use-client-state.ts";
import { useIsPhone } from "../use-media.ts";
import { useWords } from "../words/use-words.ts";
import { ChooseRoom } from "./choose-room.tsx";
import { DialogsProvider } from "./dialogs.tsx";
import { RoomsPane } from "./rooms-pane.tsx";
import { useIdleness } from "./use-idleness.ts";
import { useRoomKeys } from "./use-room-keys.ts";
import { useUnreadSigns } from "./use-unread-signs.ts";
import { useWatchedRooms } from "./use-watched-rooms.ts";
import styles from "./workspace.module.css";

/** Everything behind the sign-in: the places on the left, and what was chosen. */
export function Workspace() {
  const isAtRest = useIsAtRest();
  useEffect(() => {
    if (!isAtRest) return;
    // They must open at once.
    const all = [loadTouched, loadSwitcher, loadRoomMenu, loadPersonCard];
    Promise.all(all.map((one) => one())).catch(() => undefined);
  }, [isAtRest]);
  return (
    <DialogsProvider>
      <PersonCards>
        <Panes />
      </PersonCards>
    </DialogsProvider>
  );
}

function Panes() {
  const [isHome] = useRoute("/");
  const [, roomParams] = useRoute("/r/:roomId/*?");
  const roomId = isId<RoomId>(roomParams?.roomId) ? roomParams.roomId : undefined;
  const isPhone = useIsPhone();
  return (
    <>
      <Signs roomId={roomId} />
      {roomId !== undefined && <SkipLink />}
      <div className={classes(styles.workspace, isHome ? styles.atPlaces : styles.atMain)}>
        <div className={styles.places} role={isHome && isPhone ? "main" : undefined}>
          <RoomsPane roomId={roomId} />
          <PendingNotices />
        </div>
        <div className={styles.main}>
          <Suspense fallback={null}>
            <Main isHome={isHome} roomId={roomId} />
          </Suspense>
        </div>
      </div>
    </>
  );
}

/** What follows the state behind the screen. It shows nothing, and so renders nothing else when that changes. */
function Signs({ roomId }: { roomId: RoomId | undefined }) {
  useRoomKeys(roomId);
  useUnreadSigns(roomId);
  const [isFriends] = useRoute("/friends/:part?");
  useWatchedRooms(roomId, isFriends);
  useIdleness();
  return null;
}

/** What one must be told before anything else: a warning, or that the account goes. */
function PendingNotices() {
  const isNoticed = useClientState(({ account, warnings }) => account.deletesAt !== null || warnings.length > 0);
  return <Suspense fallback={null}>{isNoticed && <Notices />}</Suspense>;
}

/** The first thing that Tab reaches: over the list of rooms, to where one writes. */
function SkipLink() {
  const words = useWords();
  return (
    <button type="button" className={styles.skip} onClick={() => document.getElementById("composer")?.focus()}>
      {words.app.skipToMessage}
    </button>
  );
}

function Main({ isHome, roomId }: { isHome: boolean; roomId: RoomId | undefined }) {
  const [isDirectory] = useRoute("/rooms");
  const [isSettings] = useRoute("/settings/:section?");
  const [isFriends] = useRoute("/friends/:part?");
  const [isReports] = useRoute("/reports/:part?");
  const [isRoom] = useRoute("/r/:roomId");
  const [isMembers] = useRoute("/r/:roomId/members");
  const [isAnyRoom] = useRoute("/r");
  if (isHome) return <ChooseRoom />;
  if (isDirectory) return <DirectoryPage />;
  if (isSettings) return <SettingsPage />;
  if (isFriends) return <FriendsPage />;
  if (isReports) return <ReportsPage />;
  if (isAnyRoom) return <Redirect to="/" replace />;
  if (roomId !== undefined && (isRoom || isMembers)) {
    return <ConversationPage roomId={roomId} isAtMembers={isMembers} />;
  }
  return <NotFoundPage />;
}
