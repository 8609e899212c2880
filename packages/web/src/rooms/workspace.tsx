import { isId, type RoomId } from "@parley/contract";
import { Suspense, useEffect } from "react";
import { useRoute } from "wouter";
import { ConversationPage } from "../messages/conversation-page.tsx";
import { PersonCards } from "../people/person-cards.tsx";
import { AtRest, useIsAtRest } from "../rest.tsx";
import {
  loadOtherPage,
  loadPersonCard,
  loadRoomMenu,
  loadSearchPanel,
  loadSwitcher,
  loadTouched,
  Notices,
  OtherPage,
  RefusedReactions,
  SearchPanel,
  VoiceBar,
} from "../screens.ts";
import { useSearchPlace } from "../search/search-place.ts";
import { SearchProvider } from "../search/search-provider.tsx";
import { classes } from "../ui/classes.ts";
import { useClientState } from "../use-client-state.ts";
import { useIsPhone } from "../use-media.ts";
import { useWords } from "../words/use-words.ts";
import { ChooseRoom } from "./choose-room.tsx";
import { DialogsProvider, loadShownDialog } from "./dialogs.tsx";
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
    const all = [
      loadTouched,
      loadSwitcher,
      loadRoomMenu,
      loadPersonCard,
      loadSearchPanel,
      loadOtherPage,
      loadShownDialog,
    ];
    Promise.all(all.map((one) => one())).catch(() => undefined);
  }, [isAtRest]);
  return (
    <SearchProvider>
      <DialogsProvider>
        <PersonCards>
          <Panes />
          <Suspense fallback={null}>{isAtRest && <RefusedReactions />}</Suspense>
        </PersonCards>
      </DialogsProvider>
    </SearchProvider>
  );
}

function Panes() {
  const [isHome] = useRoute("/");
  const [, roomParams] = useRoute("/r/:roomId/*?");
  const roomId = isId<RoomId>(roomParams?.roomId) ? roomParams.roomId : undefined;
  const [, threadParams] = useRoute("/r/:roomId/thread/:seq");
  const threadSeq = Number(threadParams?.seq ?? 0) || 0;
  const [isSearch] = useRoute("/search");
  const isPhone = useIsPhone();
  const { start } = useSearchPlace();
  return (
    <>
      <Signs roomId={roomId} threadSeq={threadSeq} />
      {roomId !== undefined && <SkipLink />}
      <div
        className={classes(
          styles.workspace,
          isHome ? styles.atPlaces : styles.atMain,
          isSearch && styles.atSearch,
          start && styles.searching,
        )}
      >
        <div className={styles.places} role={isHome && isPhone ? "main" : undefined}>
          <RoomsPane roomId={roomId} />
          <PendingNotices />
        </div>
        <div className={styles.main}>
          <Suspense fallback={null}>
            <Main isHome={isHome} roomId={roomId} threadSeq={threadSeq} />
          </Suspense>
        </div>
        <AtRest>
          <Suspense fallback={null}>
            <VoiceBar />
          </Suspense>
        </AtRest>
        {start && (
          <div className={styles.search}>
            <Suspense fallback={null}>
              <SearchPanel start={start} />
            </Suspense>
          </div>
        )}
      </div>
    </>
  );
}

/** What follows the state behind the screen. It shows nothing, and so renders nothing else when that changes. */
function Signs({ roomId, threadSeq }: { roomId: RoomId | undefined; threadSeq: number }) {
  useRoomKeys(roomId);
  useUnreadSigns(roomId);
  const [isFriends] = useRoute("/friends/:part?");
  useWatchedRooms(roomId, { threadSeq, friends: isFriends });
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

interface MainProps {
  isHome: boolean;
  roomId: RoomId | undefined;
  threadSeq: number;
}

function Main({ isHome, roomId, threadSeq }: MainProps) {
  const [isRoom] = useRoute("/r/:roomId");
  const [isMembers] = useRoute("/r/:roomId/members");
  const [isGallery] = useRoute("/r/:roomId/gallery");
  const [isSearch] = useRoute("/search");
  if (isHome || isSearch) return <ChooseRoom />;
  if (roomId !== undefined && (isRoom || isMembers || isGallery || threadSeq > 0)) {
    const part = isMembers ? "members" : isGallery ? "gallery" : null;
    return <ConversationPage roomId={roomId} part={part} threadSeq={threadSeq} />;
  }
  return <OtherPage />;
}
