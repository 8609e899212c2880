import type { Availability, User } from "@parley/contract";
import { Fragment, type ReactNode } from "react";
import { usePersonCard } from "../people/use-person-card.ts";
import { Avatar } from "../ui/avatar.tsx";
import styles from "./friends.module.css";

export interface PersonRowProps {
  user: User;
  availability?: Availability | undefined;
  /** Beside the user name: whether they are here, or what we have in common. */
  note?: string;
  /** What was written with a request. */
  line?: string | undefined;
  error?: string | null;
  /** What can be done about them. */
  children: ReactNode;
}

export function PersonRow({ user, availability, note, line, error = null, children }: PersonRowProps) {
  const showCard = usePersonCard();
  const about = user.status ? `${user.status.emoji} ${user.status.text}`.trim() : "";
  const parts = [`@${user.handle}`, note ?? "", about].filter((part) => part !== "");
  return (
    <li className={styles.row}>
      <Avatar name={user.name} seed={user.id} picture={user.avatar} size={44} availability={availability} />
      <div className={styles.words}>
        <button
          type="button"
          className={styles.name}
          dir="auto"
          aria-haspopup="dialog"
          onClick={(event) => showCard({ userId: user.id, at: event.currentTarget })}
        >
          {user.name}
        </button>
        <p className={styles.note}>
          {parts.map((part, at) => (
            <Fragment key={part}>
              {at > 0 && " · "}
              <bdi>{part}</bdi>
            </Fragment>
          ))}
        </p>
        {line !== undefined && line !== "" && (
          <p className={styles.line} dir="auto">
            {line}
          </p>
        )}
        {error !== null && (
          <p className={styles.error} role="alert">
            {error}
          </p>
        )}
      </div>
      {children}
    </li>
  );
}
