import { type ClientState, roomTitle } from "@parley/client";
import type { RoomId, SearchHit } from "@parley/contract";
import { Hash, Lock, MessageSquare } from "lucide-react";
import { type CSSProperties, type MouseEvent, useMemo } from "react";
import { useDayLabel } from "../messages/use-day-label.ts";
import { useBlocked } from "../people/use-blocked.ts";
import { threadPath } from "../threads/thread-path.ts";
import { Avatar } from "../ui/avatar.tsx";
import { classes } from "../ui/classes.ts";
import { colourOf } from "../ui/names.ts";
import { useClientState, usePerson } from "../use-client-state.ts";
import { useNow } from "../use-now.ts";
import { clockTime, exactTime, shortTime } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { excerptOf } from "./excerpt.ts";
import { HitFiles } from "./hit-files.tsx";
import type { HitGroup } from "./hit-groups.ts";
import styles from "./search-hit-row.module.css";
import { SectionHeading } from "./section-heading.tsx";
import type { SearchResults } from "./use-search-results.ts";

/** The day, or the room, that the hits below it have in common; nothing where one room is searched for what fits best. */
export function GroupHeading({ group, results }: { group: HitGroup; results: SearchResults }) {
  const [hit] = group.hits;
  const { order, roomId } = results.question;
  if (hit === undefined || (order === "relevant" && roomId !== null)) return null;
  return (
    <SectionHeading className={styles.heading}>
      {order === "newest" ? <DayName at={hit.message.sentAt} /> : <RoomName roomId={hit.roomId} results={results} />}
    </SectionHeading>
  );
}

function DayName({ at }: { at: number }) {
  return useDayLabel(at);
}

export interface SearchHitRowProps {
  hit: SearchHit;
  results: SearchResults;
  isTabStop: boolean;
  /** It was gone to last. */
  isCurrent: boolean;
  onLand: () => void;
}

/** A message that was found: who wrote it, where, when, and the words around what was looked for. */
export function SearchHitRow({ hit, results, isTabStop, isCurrent, onLand }: SearchHitRowProps) {
  const { messages } = useWords();
  const { message, roomId } = hit;
  const known = usePerson(message.senderId);
  const person = known ?? results.people.get(message.senderId);
  const name = person?.name ?? messages.unknownPerson;
  const place = results.rooms.get(roomId)?.thread;
  const { order } = results.question;
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onLand();
  };
  return (
    <li>
      <a
        href={`${place ? threadPath(place) : `/r/${roomId}`}?at=${message.seq}`}
        className={classes(styles.hit, isCurrent && styles.current)}
        tabIndex={isTabStop ? 0 : -1}
        aria-current={isCurrent ? "true" : undefined}
        data-hit={message.id}
        onClick={follow}
      >
        <Avatar name={name} seed={message.senderId} picture={person?.avatar} size={32} />
        <span className={styles.words}>
          <span className={styles.line}>
            <SenderName name={name} seed={message.senderId} />
            <HitTime at={message.sentAt} isDated={order === "relevant"} />
          </span>
          {order === "newest" && results.question.roomId === null && (
            <span className={styles.room}>
              <RoomName roomId={roomId} results={results} />
            </span>
          )}
          <Excerpt hit={hit} />
        </span>
      </a>
    </li>
  );
}

function SenderName({ name, seed }: { name: string; seed: string }) {
  const style = { "--name-colour": `var(--name-${colourOf(seed)})` } as CSSProperties;
  return (
    <span className={styles.name} style={style}>
      <bdi>{name}</bdi>
    </span>
  );
}

function HitTime({ at, isDated }: { at: number; isDated: boolean }) {
  const language = useLanguage();
  const now = useNow(60_000);
  return (
    <time className={styles.time} dateTime={new Date(at).toISOString()} data-tooltip={exactTime(at, language)}>
      {isDated ? shortTime(at, now, language) : clockTime(at, language)}
    </time>
  );
}

function Excerpt({ hit }: { hit: SearchHit }) {
  const { messages } = useWords();
  const isBlocked = useBlocked().includes(hit.message.senderId);
  const parts = useMemo(() => excerptOf(hit), [hit]);
  if (isBlocked) return <span className={styles.quiet}>{messages.blockedQuote}</span>;
  return (
    <>
      {parts.length > 0 && (
        <span className={styles.excerpt} dir="auto">
          {parts.map(({ text, isMarked }, at) => (isMarked ? <mark key={keyAt(at)}>{text}</mark> : text))}
        </span>
      )}
      {hit.message.sticker && <span className={styles.excerpt}>{messages.sticker(hit.message.sticker.emoji)}</span>}
      {hit.message.files && <HitFiles files={hit.message.files} />}
    </>
  );
}

/** An excerpt never changes in place, so positions are good keys. */
function keyAt(at: number): string {
  return `${at}`;
}

const signs = { public: Hash, private: Lock, direct: MessageSquare };

function RoomName({ roomId, results }: { roomId: RoomId; results: SearchResults }) {
  const { rooms } = useWords();
  const found = results.rooms.get(roomId);
  const name = useClientState((state: ClientState) => {
    const entry = state.rooms.get(roomId);
    // A thread is called by the room that it is in.
    return entry === undefined || entry.state.room.thread ? found?.name : roomTitle(state, entry);
  });
  const Sign = signs[found?.kind ?? "public"];
  return (
    <>
      <Sign size={12} aria-hidden="true" className={styles.sign} />
      <bdi>{name || rooms.justYou}</bdi>
    </>
  );
}
