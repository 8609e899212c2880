import type { TimelineRow } from "@parley/client";
import type { RoomId, User } from "@parley/contract";
import { memo, Suspense, use, useState } from "react";
import { MessageFiles } from "../files/message-files.tsx";
import { LinkPlace } from "../links/link-place.tsx";
import { LinkedMessage } from "../links/linked-message.tsx";
import { SelectionContext } from "../organise/selection.ts";
import { usePersonCard } from "../people/use-person-card.ts";
import { PollPlace } from "../polls/poll-place.tsx";
import { useIsAtRest } from "../rest.tsx";
import { ExpiryClock, FailedNotice, ForwardedFrom, PinSign, RowActions, SelectBox, ThreadBar } from "../screens.ts";
import { StickerMessage } from "../stickers/sticker-message.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { classes } from "../ui/classes.ts";
import { useMe, usePerson } from "../use-client-state.ts";
import { exactTime } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { useStage } from "./conversation-context.ts";
import { hasThread } from "./list-items.ts";
import { MessageBody } from "./message-body.tsx";
import { MessageHead, MessageTime } from "./message-head.tsx";
import styles from "./message-row.module.css";
import { previewOf } from "./parsed.ts";
import { Quote } from "./quote.tsx";
import { Reactions } from "./reactions.tsx";
import { Ticks } from "./ticks.tsx";
import { useRowGestures } from "./use-row-gestures.ts";

export interface MessageRowProps {
  row: TimelineRow;
  isHead: boolean;
  /** The row that Tab reaches; arrows move it. */
  isTabStop: boolean;
  isFlashing: boolean;
}

export const MessageRow = memo(function MessageRow({ row, isHead, isTabStop, isFlashing }: MessageRowProps) {
  const { roomId } = useStage();
  const me = useMe();
  const person = usePerson(row.message.senderId);
  const [isHovered, setHovered] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  const selection = use(SelectionContext);
  const isActive = (isHovered || hasFocus) && selection === null;
  const gestures = useRowGestures(row);
  const label = useRowLabel(row, person);
  const { message } = row;
  const isMine = message.senderId === me?.id;
  const isForMe = !isMine && me !== null && message.mentions?.includes(me.id) === true;
  const look = [
    isHead && styles.head,
    isForMe && styles.forMe,
    isFlashing && styles.flashing,
    isActive && styles.active,
    selection && styles.choosing,
  ];
  return (
    <article
      {...gestures}
      className={classes(styles.row, row.status !== "stored" && styles.pending, ...look)}
      aria-label={label}
      tabIndex={isTabStop ? 0 : -1}
      data-row={row.key}
      onPointerEnter={(event) => event.pointerType === "mouse" && setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={() => setFocus(true)}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setFocus(false)}
    >
      <Gutter row={row} person={person} isHead={isHead} />
      <div className={styles.content}>
        {isHead && <MessageHead message={message} person={person} isTabStop={isTabStop} />}
        <RowContent roomId={roomId} row={row} />
        {message.poll && <PollPlace row={row} poll={message.poll} isTabStop={isTabStop} />}
        <LinkedMessage message={message} />
        {message.preview && <LinkPlace row={row} isTabStop={isTabStop} />}
        {message.reactions && <Reactions row={row} isTabStop={isTabStop} />}
        {hasThread(row) && (
          <div className={styles.thread}>
            <Suspense fallback={null}>
              <ThreadBar row={row} isTabStop={isTabStop} />
            </Suspense>
          </div>
        )}
      </div>
      {message.deletedAt === undefined && (
        <span className={styles.signs}>
          {message.editedAt !== undefined && <Edited row={row} at={message.editedAt} />}
          {message.pinnedAt !== undefined && <Pinned />}
          {message.expiresAt !== undefined && <Clock at={message.expiresAt} />}
          {isMine && <Ticks roomId={roomId} row={row} />}
        </span>
      )}
      {selection && message.deletedAt === undefined && (
        <Suspense fallback={null}>
          <SelectBox row={row} selection={selection} />
        </Suspense>
      )}
      {(isActive || isTabStop) && <Actions row={row} isShown={isActive} />}
    </article>
  );
});

/** Those of the row that Tab reaches can wait until the page is at rest; what was shown stays, a menu may belong to it. */
function Actions({ row, isShown }: { row: TimelineRow; isShown: boolean }) {
  const isAtRest = useIsAtRest();
  const [wasShown, setWasShown] = useState(isShown);
  if (isShown && !wasShown) setWasShown(true);
  return <Suspense fallback={null}>{(wasShown || isAtRest) && <RowActions row={row} isShown={isShown} />}</Suspense>;
}

/** The picture leads to the card too; the name beside it does so for everybody else. */
function Gutter({ row, person, isHead }: { row: TimelineRow; person: User | undefined; isHead: boolean }) {
  const { roomId } = useStage();
  const showCard = usePersonCard();
  return (
    <div className={styles.gutter}>
      {isHead ? (
        <button
          type="button"
          className={styles.picture}
          tabIndex={-1}
          aria-hidden="true"
          onClick={(event) => showCard({ userId: row.message.senderId, at: event.currentTarget, roomId })}
        >
          <Avatar name={person?.name ?? "?"} seed={row.message.senderId} picture={person?.avatar} size={36} />
        </button>
      ) : (
        <MessageTime at={row.message.sentAt} className={styles.hoverTime} />
      )}
    </div>
  );
}

function RowContent({ roomId, row }: { roomId: RoomId; row: TimelineRow }) {
  const words = useWords();
  const { message } = row;
  if (message.deletedAt !== undefined) return <p className={styles.deleted}>{words.messages.deleted}</p>;
  return (
    <>
      {message.forwardedFrom !== undefined && (
        <div className={styles.forwarded}>
          <Suspense fallback={null}>
            <ForwardedFrom userId={message.forwardedFrom} />
          </Suspense>
        </div>
      )}
      {message.replyTo !== undefined && <Quote roomId={roomId} seq={message.replyTo} />}
      {message.sticker && <StickerMessage sticker={message.sticker} />}
      {message.files && <MessageFiles row={row} />}
      {message.body !== "" && <MessageBody message={message} />}
      {row.status === "failed" && (
        <Suspense fallback={null}>
          <FailedNotice row={row} />
        </Suspense>
      )}
    </>
  );
}

/** Its place is kept: text must not wrap anew when the sign comes. */
function Pinned() {
  return (
    <span className={styles.pin}>
      <Suspense fallback={null}>
        <PinSign />
      </Suspense>
    </span>
  );
}

function Clock({ at }: { at: number }) {
  return (
    <Suspense fallback={null}>
      <ExpiryClock at={at} />
    </Suspense>
  );
}

/** Leads to what it said before; for keys that is in the menu. */
function Edited({ row, at }: { row: TimelineRow; at: number }) {
  const words = useWords();
  const language = useLanguage();
  const { askForEdits } = useStage();
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.edited}
      data-edited
      data-tooltip={exactTime(at, language)}
      onClick={() => row.status === "stored" && askForEdits(row)}
    >
      {words.messages.edited}
    </button>
  );
}

/** A screen reader says a row in one breath: who, when, what. */
function useRowLabel(row: TimelineRow, person: User | undefined): string {
  const words = useWords();
  const language = useLanguage();
  const text = row.message.deletedAt === undefined ? previewOf(words, row.message) : words.messages.deleted;
  const time = exactTime(row.message.sentAt, language);
  return words.messages.row(person?.name ?? words.messages.unknownPerson, text, time);
}
