import type { User } from "@parley/contract";
import { Check, Inbox, MessageSquare, Moon, ShieldOff, UserRoundPlus, X } from "lucide-react";
import type { ReactNode } from "react";
import { useRelation } from "../people/use-relation.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useToast } from "../ui/toast.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { useClientState } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./friends.module.css";
import { PersonRow } from "./person-row.tsx";
import { useRelated } from "./use-related.ts";

/** Those here first. */
export function Friends({ isOnlineOnly = false }: { isOnlineOnly?: boolean }) {
  const { friends } = useWords();
  const all = useRelated("friend");
  const presence = useClientState((state) => state.friendPresence);
  const here = all.filter((user) => presence.has(user.id));
  const shown = isOnlineOnly ? here : [...here, ...all.filter((user) => !presence.has(user.id))];
  if (shown.length === 0 && isOnlineOnly && all.length > 0) {
    return <EmptyState icon={<Moon size={28} />} title={friends.emptyOnlineTitle} text={friends.emptyOnlineText} />;
  }
  if (shown.length === 0) {
    return <EmptyState icon={<UserRoundPlus size={28} />} title={friends.emptyAllTitle} text={friends.emptyAllText} />;
  }
  return (
    <ul className={styles.list}>
      {shown.map((user) => (
        <Friend key={user.id} user={user} />
      ))}
    </ul>
  );
}

function Friend({ user }: { user: User }) {
  const { friends, rooms } = useWords();
  const deeds = useRelation(user.id);
  const availability = useClientState((state) => state.friendPresence.get(user.id));
  return (
    <PersonRow
      user={user}
      availability={availability}
      note={rooms.availability[availability ?? "offline"]}
      error={deeds.action.error}
    >
      <IconButton
        label={friends.messageNamed(user.name)}
        icon={<MessageSquare size={20} />}
        onClick={() => void deeds.message()}
      />
    </PersonRow>
  );
}

export function Requests() {
  const { friends } = useWords();
  const [incoming, outgoing] = [useRelated("asking"), useRelated("asked")];
  if (incoming.length + outgoing.length === 0) {
    return (
      <EmptyState icon={<Inbox size={28} />} title={friends.emptyRequestsTitle} text={friends.emptyRequestsText} />
    );
  }
  return (
    <div className={styles.groups}>
      <Group heading={friends.incoming} people={incoming} row={(user) => <Incoming key={user.id} user={user} />} />
      <Group heading={friends.outgoing} people={outgoing} row={(user) => <Outgoing key={user.id} user={user} />} />
    </div>
  );
}

interface GroupProps {
  heading: string;
  people: readonly User[];
  row: (user: User) => ReactNode;
}

function Group({ heading, people, row }: GroupProps) {
  if (people.length === 0) return null;
  return (
    <section>
      <h2 className={styles.heading}>{heading}</h2>
      <ul className={styles.list}>{people.map(row)}</ul>
    </section>
  );
}

function Incoming({ user }: { user: User }) {
  const { friends } = useWords();
  const { relation, run, action } = useRelation(user.id);
  return (
    <PersonRow user={user} line={relation?.line} error={action.error}>
      <IconButton
        isFilled
        label={friends.acceptNamed(user.name)}
        icon={<Check size={20} />}
        disabled={action.isBusy}
        onClick={() => void run("friend:accept")}
      />
      <IconButton
        label={friends.declineNamed(user.name)}
        icon={<X size={20} />}
        disabled={action.isBusy}
        onClick={() => void run("friend:decline")}
      />
    </PersonRow>
  );
}

function Outgoing({ user }: { user: User }) {
  const { friends } = useWords();
  const { relation, run, action } = useRelation(user.id);
  return (
    <PersonRow user={user} line={relation?.line} error={action.error}>
      <IconButton
        label={friends.cancelNamed(user.name)}
        icon={<X size={20} />}
        disabled={action.isBusy}
        onClick={() => void run("friend:cancel")}
      />
    </PersonRow>
  );
}

export function Blocked() {
  const { friends } = useWords();
  const people = useRelated("blocked");
  if (people.length === 0) {
    return (
      <EmptyState icon={<ShieldOff size={28} />} title={friends.emptyBlockedTitle} text={friends.emptyBlockedText} />
    );
  }
  return (
    <ul className={styles.list}>
      {people.map((user) => (
        <BlockedRow key={user.id} user={user} />
      ))}
    </ul>
  );
}

export function BlockedRow({ user }: { user: User }) {
  const { profile } = useWords();
  const toast = useToast();
  const { run, action } = useRelation(user.id);
  const unblock = async () => {
    if (await run("block:remove")) toast({ text: profile.unblocked(user.name) });
  };
  return (
    <PersonRow user={user} error={action.error}>
      <Button isBusy={action.isBusy} onClick={() => void unblock()}>
        {profile.unblock}
        <VisuallyHidden>{user.name}</VisuallyHidden>
      </Button>
    </PersonRow>
  );
}
