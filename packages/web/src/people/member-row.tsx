import type { RoomEntry } from "@parley/client";
import { limits } from "@parley/contract";
import { Ellipsis } from "lucide-react";
import { Avatar } from "../ui/avatar.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { MenuButton } from "../ui/menu-button.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { useMe } from "../use-client-state.ts";
import { useNow } from "../use-now.ts";
import { untilName } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import styles from "./member-list.module.css";
import { useMemberActions } from "./use-member-actions.tsx";
import type { Person } from "./use-members.ts";
import { usePersonCard } from "./use-person-card.ts";

/** A member: who, in which role, whether online, and a menu of what I may do. */
export function MemberRow({ person, entry }: { person: Person; entry: RoomEntry }) {
  const { app, people, rooms } = useWords();
  const me = useMe();
  const showCard = usePersonCard();
  const { user, member, availability } = person;
  const { items, question, dialog, action, cancel } = useMemberActions(person, entry);
  return (
    <li className={styles.row}>
      <Avatar name={user.name} seed={user.id} picture={user.avatar} size={36} availability={availability} />
      <div className={styles.words}>
        <p className={styles.line}>
          <button
            type="button"
            className={styles.name}
            dir="auto"
            aria-haspopup="dialog"
            onClick={(event) => showCard({ userId: user.id, at: event.currentTarget, roomId: entry.state.room.id })}
          >
            {user.name}
          </button>
          {user.id === me?.id && <span className={styles.you}>({people.you})</span>}
          <VisuallyHidden>{`, ${rooms.availability[availability]}`}</VisuallyHidden>
        </p>
        <p className={styles.handle}>
          {member.role !== "member" && <span className={styles.role}>{people[member.role]}</span>}@{user.handle}
          <Muted until={member.mutedUntil} />
        </p>
        {action.error !== null && question === null && (
          <p className={styles.error} role="alert">
            {action.error}
          </p>
        )}
      </div>
      {items.length > 0 ? (
        <MenuButton label={people.actions(user.name)} icon={<Ellipsis size={18} />} items={items} />
      ) : (
        <span className={styles.noMenu} />
      )}
      {dialog}
      {question && (
        <ConfirmDialog
          {...question}
          cancelLabel={app.cancel}
          isBusy={action.isBusy}
          error={action.error}
          onClose={cancel}
        />
      )}
    </li>
  );
}

/** That they may not write, and until when. */
function Muted({ until }: { until: number | undefined }) {
  const { mute } = useWords().order;
  const language = useLanguage();
  const now = useNow(30_000);
  if (until === undefined || until <= now) return null;
  return <> · {until >= limits.forGood ? mute.mutedForGood : mute.muted(untilName(until, now, language))}</>;
}
