import type { Ban, RoomId, User } from "@parley/contract";
import { useCallback } from "react";
import { useClient } from "../client-context.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { ItemRow } from "../ui/item-row.tsx";
import { Late, Skeleton } from "../ui/skeleton.tsx";
import { useToast } from "../ui/toast.tsx";
import { useAction } from "../use-action.ts";
import { useLoad } from "../use-load.ts";
import { errorText } from "../words/error-text.ts";
import { untilName } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import styles from "./ban-list.module.css";

/** Who is kept out of a room, by whom, why and until when. */
export function BanList({ roomId }: { roomId: RoomId }) {
  const words = useWords();
  const language = useLanguage();
  const client = useClient();
  const { data, error, reload } = useLoad(
    useCallback(() => client.call("member:list-bans", { roomId }), [client, roomId]),
  );
  if (error !== null) return <Banner kind="danger">{errorText(words, language, error)}</Banner>;
  if (data === null)
    return (
      <Late label={words.app.loading}>
        <Skeleton width="60%" height="36px" />
      </Late>
    );
  if (data.bans.length === 0) return <p className={styles.hint}>{words.order.ban.none}</p>;
  const people = new Map(data.people.map((user) => [user.id, user]));
  return (
    <ul>
      {data.bans.map((ban) => (
        <BanRow
          key={ban.userId}
          roomId={roomId}
          ban={ban}
          user={people.get(ban.userId)}
          by={people.get(ban.bannedBy)}
          onUnbanned={reload}
        />
      ))}
    </ul>
  );
}

interface BanRowProps {
  roomId: RoomId;
  ban: Ban;
  user: User | undefined;
  by: User | undefined;
  onUnbanned: () => void;
}

function BanRow({ roomId, ban, user, by, onUnbanned }: BanRowProps) {
  const { messages, order } = useWords();
  const { ban: text } = order;
  const language = useLanguage();
  const client = useClient();
  const toast = useToast();
  const action = useAction();
  const name = user?.name ?? messages.unknownPerson;
  const until = ban.until === null ? text.forGood : text.until(untilName(ban.until, Date.now(), language));
  const unban = async () => {
    await client.call("member:unban", { roomId, userId: ban.userId });
    onUnbanned();
    toast({ text: text.unbanned(name) });
  };
  return (
    <ItemRow
      picture={<Avatar name={name} seed={ban.userId} size={36} />}
      name={name}
      facts={`${until} · ${text.by(by?.name ?? messages.unknownPerson)}`}
      error={action.error}
      actions={
        <Button
          isSmall
          isBusy={action.isBusy}
          aria-label={text.unbanNamed(name)}
          onClick={() => void action.run(unban)}
        >
          {text.unban}
        </Button>
      }
    >
      {ban.reason !== "" && <p dir="auto">{ban.reason}</p>}
    </ItemRow>
  );
}
