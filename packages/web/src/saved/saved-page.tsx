import { type ClientState, roomTitle } from "@parley/client";
import type { RoomId, Saved, User, UserId } from "@parley/contract";
import { Bookmark, BookmarkX } from "lucide-react";
import { useCallback } from "react";
import { useLocation } from "wouter";
import { useClient } from "../client-context.ts";
import { MessageCard } from "../messages/message-card.tsx";
import { PageFrame } from "../pages/page-frame.tsx";
import { PageList } from "../reports/page-list.tsx";
import { threadPath } from "../threads/thread-path.ts";
import { IconButton } from "../ui/button.tsx";
import { useToast } from "../ui/toast.tsx";
import { useClientState } from "../use-client-state.ts";
import { failureText } from "../words/failure-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import styles from "./saved-page.module.css";
import { useSaved } from "./use-saved.ts";

/** What I keep for later, from all rooms, the one kept last first. */
export function SavedPage() {
  const { organise } = useWords();
  const pages = useSaved();
  const empty = { icon: <Bookmark size={28} />, title: organise.savedEmpty, text: organise.savedEmptyText };
  return (
    <PageFrame title={organise.saved}>
      <PageList pages={pages} empty={empty} failed={organise.savedFailed}>
        {(saved, people) => <SavedCard key={`${saved.roomId} ${saved.seq}`} saved={saved} people={people} />}
      </PageList>
    </PageFrame>
  );
}

function SavedCard({ saved, people }: { saved: Saved; people: ReadonlyMap<UserId, User> }) {
  const { organise } = useWords();
  const { roomId, seq, message, thread } = saved;
  // A thread is called by the room that it is in.
  const placeId = thread?.roomId ?? roomId;
  const title = useClientState(useCallback((state: ClientState) => titleOf(state, placeId), [placeId]));
  const [, navigate] = useLocation();
  if (message === null) {
    return (
      <li className={styles.lost}>
        <span>{organise.savedLost}</span>
        <Remove saved={saved} />
      </li>
    );
  }
  return (
    <MessageCard
      message={message}
      person={people.get(message.senderId)}
      place={title}
      onOpen={() => navigate(`${thread ? threadPath(thread) : `/r/${roomId}`}?at=${seq}`)}
      actions={<Remove saved={saved} />}
    />
  );
}

function titleOf(state: ClientState, roomId: RoomId): string | undefined {
  const entry = state.rooms.get(roomId);
  return entry && roomTitle(state, entry);
}

function Remove({ saved: { roomId, seq } }: { saved: Saved }) {
  const words = useWords();
  const language = useLanguage();
  const client = useClient();
  const toast = useToast();
  const fail = (error: unknown) => toast({ text: failureText(words, language, error) });
  const keep = () => void client.call("saved:add", { roomId, seq }).catch(fail);
  const remove = () =>
    client
      .call("saved:remove", { roomId, seq })
      .then(() => toast({ text: words.organise.unsaved, action: { label: words.app.undo, onSelect: keep } }), fail);
  return <IconButton label={words.organise.unsave} icon={<BookmarkX size={18} />} onClick={() => void remove()} />;
}
