import type { Output, RoomId, User } from "@parley/contract";
import { useCallback, useState } from "react";
import { useClient } from "../client-context.ts";
import { EmojiSign } from "../emoji/emoji-sign.tsx";
import { useBlocked } from "../people/use-blocked.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Late, Skeleton } from "../ui/skeleton.tsx";
import { useLoad } from "../use-load.ts";
import { errorText } from "../words/error-text.ts";
import { momentName } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import type { AboutMessageProps } from "./delete-dialog.tsx";
import styles from "./reactors-dialog.module.css";

/** Who reacted to a message, with what and when: the first first. */
export function ReactorsDialog({ row, roomId, onClose }: AboutMessageProps) {
  const words = useWords();
  const language = useLanguage();
  const [limit, setLimit] = useState(PAGE);
  const { data, error } = useReactors({ roomId, seq: row.message.seq, limit });
  const blocked = useBlocked();
  const shown = data?.reactors.filter(({ userId }) => !blocked.includes(userId)) ?? [];
  return (
    <Dialog isText title={words.deeds.whoReacted} onClose={onClose}>
      {error !== null && <Banner kind="danger">{errorText(words, language, error)}</Banner>}
      {data === null && error === null && (
        <Late label={words.app.loading}>
          <Skeleton width="60%" height="36px" />
        </Late>
      )}
      {data !== null && shown.length === 0 && <p className={styles.note}>{words.reactions.none}</p>}
      <ul>
        {shown.map(({ userId, emoji, reactedAt }) => (
          <li key={`${userId} ${emoji}`} className={styles.reactor}>
            <Person user={data?.people.find((user) => user.id === userId)} />
            <span className={styles.when}>{momentName(reactedAt, language)}</span>
            <span className={styles.emoji}>
              <EmojiSign emoji={emoji} />
            </span>
          </li>
        ))}
      </ul>
      {data?.hasMore && <Button onClick={() => setLimit(limit + PAGE)}>{words.reactions.showMore}</Button>}
    </Dialog>
  );
}

function Person({ user }: { user: User | undefined }) {
  const words = useWords();
  const name = user?.name ?? words.messages.unknownPerson;
  return (
    <>
      <Avatar name={name} seed={user?.id ?? ""} picture={user?.avatar} size={36} />
      <span className={styles.name} dir="auto">
        {name}
      </span>
    </>
  );
}

/** So many at a time. */
const PAGE = 50;

/** The first `limit` of them. */
function useReactors({ roomId, seq, limit }: { roomId: RoomId; seq: number; limit: number }) {
  const client = useClient();
  return useLoad(
    useCallback(async () => {
      let after: number | null = 0;
      const reactors: Output<"reaction:list">["reactors"] = [];
      const people: User[] = [];
      while (after !== null && reactors.length < limit) {
        const page: Output<"reaction:list"> = await client.call("reaction:list", { roomId, seq, after, limit: PAGE });
        reactors.push(...page.reactors);
        people.push(...page.people);
        after = page.next;
      }
      return { reactors, people, hasMore: after !== null };
    }, [client, roomId, seq, limit]),
  );
}
