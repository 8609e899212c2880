import type { TimelineRow } from "@parley/client";
import type { Output, Poll, RoomId, User } from "@parley/contract";
import { useCallback, useState } from "react";
import { useClient } from "../client-context.ts";
import { useStage } from "../messages/conversation-context.ts";
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
import styles from "./voters-dialog.module.css";

interface VotersDialogProps {
  row: TimelineRow;
  poll: Poll;
  onClose: () => void;
}

type Voters = Output<"poll:list">["voters"];

/** Who voted what, answer by answer; those whom one blocked are left out, as they are of reactions. */
export function VotersDialog({ row: { message }, poll, onClose }: VotersDialogProps) {
  const words = useWords();
  const language = useLanguage();
  const { roomId } = useStage();
  const [limit, setLimit] = useState(PAGE);
  const { data, error } = useVoters({ roomId, seq: message.seq, limit });
  const blocked = useBlocked();
  const shown = data?.voters.filter(({ userId }) => !blocked.includes(userId)) ?? [];
  return (
    <Dialog isText title={words.polls.who} onClose={onClose}>
      {error !== null && <Banner kind="danger">{errorText(words, language, error)}</Banner>}
      {data === null && error === null && (
        <Late label={words.app.loading}>
          <Skeleton width="60%" height="36px" />
        </Late>
      )}
      {data !== null &&
        poll.answers.map((text, at) => (
          <section key={text}>
            <h3 className={styles.answer}>
              <span dir="auto">{text}</span>
              <span className={styles.count}>{words.polls.votes(message.votes?.counts[at] ?? 0)}</span>
            </h3>
            <People voters={shown.filter(({ chosen }) => chosen.includes(at))} people={data.people} />
          </section>
        ))}
      {data?.hasMore && <Button onClick={() => setLimit(limit + PAGE)}>{words.reactions.showMore}</Button>}
    </Dialog>
  );
}

function People({ voters, people }: { voters: Voters; people: readonly User[] }) {
  const words = useWords();
  const language = useLanguage();
  const users = voters.map((voter) => ({ ...voter, user: people.find(({ id }) => id === voter.userId) }));
  return (
    <ul>
      {users.map(({ userId, votedAt, user }) => (
        <li key={userId} className={styles.voter}>
          <Avatar name={user?.name ?? "?"} seed={userId} picture={user?.avatar} size={36} />
          <span className={styles.name} dir="auto">
            {user?.name ?? words.messages.unknownPerson}
          </span>
          <span className={styles.when}>{momentName(votedAt, language)}</span>
        </li>
      ))}
    </ul>
  );
}

/** So many at a time. */
const PAGE = 100;

/** The first `limit` of them. */
function useVoters({ roomId, seq, limit }: { roomId: RoomId; seq: number; limit: number }) {
  const client = useClient();
  return useLoad(
    useCallback(async () => {
      let after: number | null = 0;
      const voters: Voters = [];
      const people: User[] = [];
      while (after !== null && voters.length < limit) {
        const page: Output<"poll:list"> = await client.call("poll:list", { roomId, seq, after, limit: PAGE });
        voters.push(...page.voters);
        people.push(...page.people);
        after = page.next;
      }
      return { voters, people, hasMore: after !== null };
    }, [client, roomId, seq, limit]),
  );
}
