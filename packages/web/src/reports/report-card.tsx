import type { Report, User, UserId } from "@parley/contract";
import { Link } from "wouter";
import { usePersonCard } from "../people/use-person-card.ts";
import { threadPath } from "../threads/thread-path.ts";
import { Avatar } from "../ui/avatar.tsx";
import { useRoom } from "../use-client-state.ts";
import { useNow } from "../use-now.ts";
import { relativeTime } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import styles from "./reports.module.css";
import { SettleActions } from "./settle-actions.tsx";

export interface ReportCardProps {
  report: Report;
  people: ReadonlyMap<UserId, User>;
  onSettled: () => void;
}

/** What was reported, by whom and why; then what can be done about it, or what was. */
export function ReportCard({ report, people, onSettled }: ReportCardProps) {
  const { messages, reports } = useWords();
  const language = useLanguage();
  const now = useNow(60_000);
  const nameOf = (id: UserId) => people.get(id)?.name ?? messages.unknownPerson;
  const when = relativeTime(report.createdAt, now, language);
  const { settled } = report;
  const showCard = usePersonCard();
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <Avatar name={nameOf(report.userId)} seed={report.userId} size={36} />
        <div className={styles.words}>
          <h2 className={styles.name}>
            <button
              type="button"
              className={styles.person}
              aria-haspopup="dialog"
              onClick={(event) => showCard({ userId: report.userId, at: event.currentTarget })}
            >
              <bdi>{nameOf(report.userId)}</bdi>
            </button>{" "}
            <span className={styles.reason}>{reports[report.reason]}</span>
          </h2>
          <p className={styles.hint}>
            {reports.by(nameOf(report.reporterId), when)} <Place report={report} />
          </p>
        </div>
      </div>
      {report.line !== "" && <p dir="auto">{report.line}</p>}
      <Reported report={report} />
      {settled === null ? (
        <SettleActions report={report} name={nameOf(report.userId)} onSettled={onSettled} />
      ) : (
        <p className={styles.hint}>
          {reports.settledBy(
            reports.settledAs[settled.action],
            nameOf(settled.by),
            relativeTime(settled.at, now, language),
          )}
          {settled.note !== "" && <> · {settled.note}</>}
        </p>
      )}
    </li>
  );
}

/** In which room; nothing where it is none of mine. */
function Place({ report: { roomId, message, threadSeq } }: { report: Report }) {
  const { reports } = useWords();
  const name = useRoom(roomId ?? ("" as NonNullable<typeof roomId>))?.state.room.name;
  if (name === undefined) return null;
  const place = name === "" ? null : reports.inRoom(name);
  if (message === null || roomId === null) return place;
  const path = threadSeq === undefined ? `/r/${roomId}` : threadPath({ roomId, seq: threadSeq });
  return (
    <>
      {place} · <Link href={`${path}?at=${message.seq}`}>{reports.toMessage}</Link>
    </>
  );
}

/** The message itself, as it is now. */
function Reported({ report: { messageId, message } }: { report: Report }) {
  const { reports } = useWords();
  if (messageId === null) return null;
  if (message === null) return <p className={styles.gone}>{reports.messageGone}</p>;
  return (
    <blockquote className={styles.quote} dir="auto">
      {message.sticker?.emoji ?? message.body}
    </blockquote>
  );
}
