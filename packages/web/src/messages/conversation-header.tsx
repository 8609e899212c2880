import type { RoomEntry } from "@parley/client";
import type { Availability, RoomId, User } from "@parley/contract";
import { ArrowLeft, EllipsisVertical, Search, Users } from "lucide-react";
import { Suspense, useCallback } from "react";
import { Link } from "wouter";
import { usePersonCard } from "../people/use-person-card.ts";
import { connectionText } from "../rooms/connection-sign.tsx";
import { RoomAvatar } from "../rooms/room-row.tsx";
import { usePartner, usePartnerAvailability, useRoomTitle } from "../rooms/use-room-title.ts";
import { RoomMenu } from "../screens.ts";
import { useSearchPlace } from "../search/search-place.ts";
import { IconButton } from "../ui/button.tsx";
import { useConnection } from "../use-connection.ts";
import { useWords } from "../words/use-words.ts";
import { useConversation } from "./conversation-context.ts";
import styles from "./conversation-header.module.css";
import { useVisitState } from "./visit.ts";

export interface ConversationHeaderProps {
  entry: RoomEntry;
  isDetailed: boolean;
  onToggleDetails: () => void;
  onMarkRead: () => void;
}

export function ConversationHeader({ entry, isDetailed, onToggleDetails, onMarkRead }: ConversationHeaderProps) {
  const words = useWords();
  const title = useRoomTitle(entry);
  const partner = usePartner(entry);
  const availability = usePartnerAvailability(entry);
  const { open: search, landedIn } = useSearchPlace();
  const roomId = entry.state.room.id;
  const isFound = landedIn === roomId;
  return (
    <header className={styles.header}>
      <Link
        href={isFound ? "/search" : "/"}
        className={styles.back}
        aria-label={isFound ? words.rooms.toFound : words.rooms.toRooms}
      >
        <ArrowLeft size={22} />
      </Link>
      <RoomAvatar state={entry.state} title={title} partner={partner} availability={availability} size={36} />
      <div className={styles.words}>
        <h1 className={styles.title}>
          <Title title={title} partner={partner} roomId={roomId} />
        </h1>
        <Subtitle entry={entry} partner={partner} availability={availability} />
      </div>
      <IconButton
        label={words.rooms.searchHere}
        icon={<Search size={20} />}
        className={styles.search}
        onClick={() => search({ roomId })}
      />
      <IconButton
        label={words.rooms.details}
        icon={<Users size={20} />}
        isOn={isDetailed}
        aria-pressed={isDetailed}
        onClick={onToggleDetails}
      />
      <More entry={entry} onMarkRead={onMarkRead} />
    </header>
  );
}

/** Of two people, the other one's name leads to their card. */
function Title({ title, partner, roomId }: { title: string; partner: User | undefined; roomId: RoomId }) {
  const showCard = usePersonCard();
  if (partner === undefined) return <bdi>{title}</bdi>;
  return (
    <button
      type="button"
      className={styles.person}
      aria-haspopup="dialog"
      onClick={(event) => showCard({ userId: partner.id, at: event.currentTarget, roomId })}
    >
      <bdi>{title}</bdi>
    </button>
  );
}

interface SubtitleProps {
  entry: RoomEntry;
  partner: User | undefined;
  availability: Availability | undefined;
}

/** What a person wants to know first: that we are not live; else the topic, or who is here. */
function Subtitle({ entry, partner, availability }: SubtitleProps) {
  const words = useWords();
  const connection = useConnection();
  const { room, directIds } = entry.state;
  const isPair = room.kind === "direct" && directIds.length <= 2;
  const here = availability === undefined ? "" : words.rooms.availability[availability];
  const people = isPair ? here : words.rooms.members(room.memberCount);
  const status = partner?.status ? `${partner.status.emoji} ${partner.status.text}`.trim() : "";
  const parts = [people, status, room.topic].filter((part) => part !== "");
  return (
    <p className={styles.subtitle}>
      <bdi>{connection === "live" ? parts.join(" · ") : connectionText(words, connection)}</bdi>
    </p>
  );
}

/** What is in the menu comes when it is wanted: most visits do without. */
function More({ entry, onMarkRead }: { entry: RoomEntry; onMarkRead: () => void }) {
  const words = useWords();
  const [opener, setOpener] = useVisitState<HTMLElement | null>(useConversation().visit, null);
  const onDone = useCallback(() => setOpener(null), [setOpener]);
  return (
    <>
      <IconButton
        label={words.app.more}
        icon={<EllipsisVertical size={20} />}
        aria-haspopup="menu"
        aria-expanded={opener !== null}
        onClick={(event) => setOpener(event.currentTarget)}
      />
      {opener && (
        <Suspense fallback={null}>
          <RoomMenu entry={entry} at={opener} onMarkRead={onMarkRead} onDone={onDone} />
        </Suspense>
      )}
    </>
  );
}
