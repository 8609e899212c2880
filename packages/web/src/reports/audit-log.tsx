import { type AuditEntry, isId, type Room, type RoomId, type User, type UserId } from "@parley/contract";
import { ScrollText } from "lucide-react";
import { useSearchParams } from "wouter";
import { EmptyState } from "../ui/empty-state.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { sameItems, useClientState, useMe, useRoom } from "../use-client-state.ts";
import { errorText } from "../words/error-text.ts";
import { momentName } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { PageList } from "./page-list.tsx";
import styles from "./reports.module.css";
import { useAudit } from "./use-audit.ts";

/** `/reports/log?room=…`: what was done to keep order, in one room or, for administrators, everywhere. */
export function AuditLog() {
  const { reports } = useWords();
  const { roomId, options, choose } = useChoice();
  if (options.length === 0) return <EmptyState {...emptyLog(reports)} />;
  return (
    <div className={styles.log}>
      <SelectField label={reports.logOf} value={roomId ?? ""} options={options} onChange={choose} />
      <p className={styles.hint}>{reports.logHint}</p>
      <Entries key={roomId} roomId={roomId} />
    </div>
  );
}

/** Which log is shown, and which others there are for me. */
function useChoice() {
  const { reports } = useWords();
  const isAdministrator = (useMe()?.role ?? "person") !== "person";
  const moderated = useModerated();
  const [search, setSearch] = useSearchParams();
  const asked = search.get("room");
  const first = isAdministrator ? undefined : moderated[0]?.id;
  const roomId = isId<RoomId>(asked) && moderated.some((room) => room.id === asked) ? asked : first;
  const rooms = moderated.map((room) => ({ value: String(room.id), label: `#${room.name}` }));
  return {
    roomId,
    options: isAdministrator ? [{ value: "", label: reports.everything }, ...rooms] : rooms,
    choose: (room: string) => setSearch(room === "" ? {} : { room }, { replace: true }),
  };
}

function useModerated(): readonly Room[] {
  return useClientState(
    (state) =>
      [...state.rooms.values()]
        .filter((entry) => entry.state.room.kind !== "direct" && entry.state.role !== "member")
        .map((entry) => entry.state.room),
    sameItems,
  );
}

function Entries({ roomId }: { roomId: RoomId | undefined }) {
  const { reports } = useWords();
  return (
    <PageList pages={useAudit(roomId)} empty={emptyLog(reports)} failed={reports.logFailed}>
      {(entry, people) => <Entry key={entry.id} entry={entry} people={people} isPlaced={roomId === undefined} />}
    </PageList>
  );
}

interface EntryProps {
  entry: AuditEntry;
  people: ReadonlyMap<UserId, User>;
  /** Say in which room it was. */
  isPlaced: boolean;
}

function Entry({ entry, people, isPlaced }: EntryProps) {
  const words = useWords();
  const { messages, reports } = words;
  const language = useLanguage();
  const room = useRoom(entry.roomId ?? ("" as RoomId))?.state.room;
  const nameOf = (id: UserId) => people.get(id)?.name ?? messages.unknownPerson;
  // What was tried may be any request there is.
  const detail = entry.isRefused
    ? errorText(words, language, { code: "forbidden", message: entry.detail })
    : entry.detail;
  return (
    <li className={styles.entry}>
      <p>
        <b>
          <bdi>{entry.actorId === null ? reports.nobody : nameOf(entry.actorId)}</bdi>
        </b>{" "}
        {entry.isRefused ? reports.refusedAct(entry.act) : (reports.acts[entry.act] ?? entry.act)}
        {entry.userId !== null && (
          <>
            {": "}
            <b>
              <bdi>{nameOf(entry.userId)}</bdi>
            </b>
          </>
        )}
      </p>
      {detail !== "" && <p dir="auto">{detail}</p>}
      <p className={styles.hint}>
        <time dateTime={new Date(entry.at).toISOString()}>{momentName(entry.at, language)}</time>
        {isPlaced && room !== undefined && room.name !== "" && ` · #${room.name}`}
      </p>
    </li>
  );
}

function emptyLog(words: { logEmptyTitle: string; logEmptyText: string }) {
  return { icon: <ScrollText size={28} />, title: words.logEmptyTitle, text: words.logEmptyText };
}
