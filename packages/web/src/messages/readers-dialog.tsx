import type { RoomId, User, UserId } from "@parley/contract";
import { type ReactNode, useCallback } from "react";
import { Link } from "wouter";
import { useClient } from "../client-context.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Banner } from "../ui/banner.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Late, Skeleton } from "../ui/skeleton.tsx";
import { useClientState } from "../use-client-state.ts";
import { useLoad } from "../use-load.ts";
import { errorText } from "../words/error-text.ts";
import { momentName } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import type { AboutMessageProps } from "./delete-dialog.tsx";
import styles from "./readers-dialog.module.css";

/** Who has read a message of mine, and whom it has only reached: those who show it. */
export function ReadersDialog({ row, roomId, onClose }: AboutMessageProps) {
  const words = useWords();
  const language = useLanguage();
  const { data, error } = useReaders(roomId, row.message.seq);
  const showsMine = useShowsReceipts(roomId);
  return (
    <Dialog isText title={words.deeds.seenBy} onClose={onClose}>
      {error !== null && <Banner kind="danger">{errorText(words, language, error)}</Banner>}
      {data === null && error === null && (
        <Late label={words.app.loading}>
          <Skeleton width="60%" height="36px" />
        </Late>
      )}
      {data !== null && !showsMine && (
        <p className={styles.note}>
          {words.people.readers.hidden} <Link href="/settings/privacy">{words.people.readers.toSettings}</Link>
        </p>
      )}
      {data !== null && showsMine && <Lists {...data} />}
    </Dialog>
  );
}

interface Reached {
  readers: readonly { userId: UserId; readAt: number | null }[];
  deliveredTo: readonly UserId[];
  people: readonly User[];
}

function Lists({ readers, deliveredTo, people }: Reached) {
  const words = useWords().people.readers;
  const language = useLanguage();
  const byId = new Map(people.map((user) => [user.id, user]));
  if (readers.length + deliveredTo.length === 0) return <p className={styles.note}>{words.nobody}</p>;
  return (
    <>
      {readers.length > 0 && (
        <Group heading={words.read} count={readers.length}>
          {readers.map(({ userId, readAt }) => (
            <Reader
              key={userId}
              user={byId.get(userId)}
              when={readAt === null ? undefined : momentName(readAt, language)}
            />
          ))}
        </Group>
      )}
      {deliveredTo.length > 0 && (
        <Group heading={words.delivered} count={deliveredTo.length}>
          {deliveredTo.map((userId) => (
            <Reader key={userId} user={byId.get(userId)} />
          ))}
        </Group>
      )}
    </>
  );
}

function Group({ heading, count, children }: { heading: string; count: number; children: ReactNode }) {
  return (
    <section>
      <h3 className={styles.heading}>
        {heading} <span className={styles.count}>{count}</span>
      </h3>
      <ul>{children}</ul>
    </section>
  );
}

function Reader({ user, when }: { user: User | undefined; when?: string | undefined }) {
  if (user === undefined) return null;
  return (
    <li className={styles.reader}>
      <Avatar name={user.name} seed={user.id} picture={user.avatar} size={36} />
      <span className={styles.name} dir="auto">
        {user.name}
      </span>
      {when !== undefined && <span className={styles.when}>{when}</span>}
    </li>
  );
}

function useReaders(roomId: RoomId, seq: number) {
  const client = useClient();
  return useLoad(useCallback(() => client.call("receipt:list", { roomId, seq }), [client, roomId, seq]));
}

/** What holds in this conversation: what I want here, else what my settings say. */
function useShowsReceipts(roomId: RoomId): boolean {
  return useClientState(
    ({ rooms, settings }) => rooms.get(roomId)?.state.preferences.receipts ?? settings.privacy.receipts,
  );
}
