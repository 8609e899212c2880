import type { Profile, RoomId, UserId } from "@parley/contract";
import { useCallback, useEffect } from "react";
import { useClient } from "../client-context.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Banner } from "../ui/banner.tsx";
import { Popover } from "../ui/popover.tsx";
import { Late, Skeleton } from "../ui/skeleton.tsx";
import { useMe, usePerson } from "../use-client-state.ts";
import { useLoad } from "../use-load.ts";
import { useNow } from "../use-now.ts";
import { errorText } from "../words/error-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { MutualRooms } from "./mutual-rooms.tsx";
import { PersonActions } from "./person-actions.tsx";
import styles from "./person-card.module.css";
import { localTime, presenceWords } from "./presence-words.ts";
import { Suspension } from "./suspension.tsx";

export interface PersonCardProps {
  userId: UserId;
  at: HTMLElement;
  roomId?: RoomId;
  onClose: () => void;
}

/** Who somebody is, as far as it is for me, and what I can do about them. */
export function PersonCard({ userId, at, roomId, onClose }: PersonCardProps) {
  const words = useWords();
  const language = useLanguage();
  const me = useMe();
  const known = usePerson(userId);
  const { data, error, reload } = useProfile(userId);
  const user = data?.user ?? known;
  const name = user?.name ?? words.messages.unknownPerson;
  const isKnown = data !== null || error !== null;
  return (
    <Popover label={words.profile.card(name)} at={at} onClose={onClose}>
      <div className={styles.head}>
        <Avatar name={name} seed={userId} picture={user?.avatar} size={72} availability={data?.availability} />
        <div className={styles.names}>
          <h2 className={styles.name} dir="auto">
            {name}
          </h2>
          {user && !user.isGone && <p className={styles.quiet}>@{user.handle}</p>}
          {!user?.isGone && <Presence profile={data} />}
        </div>
      </div>
      {error !== null && <Banner kind="danger">{errorText(words, language, error)}</Banner>}
      {data === null && error === null && (
        <div className={styles.loading}>
          <Late label={words.app.loading}>
            <Skeleton width="80%" height="20px" />
          </Late>
        </div>
      )}
      {data && <Suspension profile={data} onEnded={reload} />}
      {data && <About profile={data} onLeave={onClose} />}
      {user && !user.isGone && isKnown && (
        <PersonActions user={user} isMe={me?.id === userId} roomId={roomId} onDone={onClose} />
      )}
    </Popover>
  );
}

/** Its line is there before it is known: what is beside it stays where it is. */
function Presence({ profile }: { profile: Profile | null }) {
  const words = useWords();
  const language = useLanguage();
  const now = useNow(30_000);
  if (profile === null) return <p className={styles.quiet}>{"\u00a0"}</p>;
  const time = localTime(profile.timeZone, now, language);
  const parts = [presenceWords(words, language, { ...profile, now })];
  if (time !== null) parts.push(words.profile.localTime(time));
  return <p className={styles.quiet}>{parts.join(" · ")}</p>;
}

function About({ profile, onLeave }: { profile: Profile; onLeave: () => void }) {
  const { status } = profile.user;
  return (
    <>
      {status && (
        <p className={styles.status}>
          {status.emoji !== "" && <span>{status.emoji}</span>}
          <bdi>{status.text}</bdi>
        </p>
      )}
      {profile.bio !== "" && (
        <p className={styles.bio} dir="auto">
          {profile.bio}
        </p>
      )}
      <MutualRooms roomIds={profile.sharedRoomIds} onLeave={onLeave} />
    </>
  );
}

/** Loaded again when they, or how I stand to them, changed meanwhile. */
function useProfile(userId: UserId) {
  const client = useClient();
  const { data, error, reload } = useLoad(useCallback(() => client.call("profile:show", { userId }), [client, userId]));
  useEffect(
    () =>
      client.on("event", (_roomId, [name, payload]) => {
        const isOfThem =
          (name === "relation:changed" && payload.userId === userId) ||
          (name === "profile:changed" && payload.user.id === userId);
        if (isOfThem) reload();
      }),
    [client, userId, reload],
  );
  return { data, error, reload };
}
