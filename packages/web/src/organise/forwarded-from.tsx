import type { UserId } from "@parley/contract";
import { useStage } from "../messages/conversation-context.ts";
import { usePersonCard } from "../people/use-person-card.ts";
import { usePerson } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./forwarded-from.module.css";

/** Over a message that was said elsewhere: by whom, where that is told. */
export function ForwardedFrom({ userId }: { userId: UserId | null }) {
  const { organise, messages } = useWords();
  const { roomId } = useStage();
  const showCard = usePersonCard();
  const person = usePerson(userId ?? undefined);
  if (userId === null) return <span className={styles.line}>{organise.forwarded}</span>;
  const name = person?.name ?? messages.unknownPerson;
  return (
    <span className={styles.line}>
      {organise.forwardedFrom}{" "}
      <button
        type="button"
        className={styles.name}
        tabIndex={-1}
        aria-haspopup="dialog"
        onClick={(event) => showCard({ userId, at: event.currentTarget, roomId })}
      >
        <bdi>{name}</bdi>
      </button>
    </span>
  );
}
