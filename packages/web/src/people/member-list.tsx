import type { RoomEntry } from "@parley/client";
import { Search } from "lucide-react";
import { useState } from "react";
import { useClient } from "../client-context.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Late, Skeleton } from "../ui/skeleton.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./member-list.module.css";
import { MemberRow } from "./member-row.tsx";
import { type Person, useMembers } from "./use-members.ts";

/** From this many on, a list is searched rather than read. */
const WORTH_FILTERING = 15;

/** The members of a room, those online first, with what I may do about each. */
export function MemberList({ entry }: { entry: RoomEntry }) {
  const { app, people } = useWords();
  const [text, setText] = useState("");
  const { online, others } = useMembers(entry, text);
  if (entry.members === null) return <Placeholder label={app.loading} />;
  const isFiltered = text.trim() !== "";
  return (
    <div className={styles.list}>
      {entry.members.size >= WORTH_FILTERING && <Filter text={text} onText={setText} />}
      <Group heading={people.online} members={online} entry={entry} />
      <Group heading={people.offline} members={others} entry={entry} />
      {isFiltered && online.length + others.length === 0 && (
        <p className={styles.note} role="status">
          {people.noFiltered(text.trim())}
        </p>
      )}
      {entry.hasMoreMembers && <ShowMore entry={entry} />}
    </div>
  );
}

function Filter({ text, onText }: { text: string; onText: (text: string) => void }) {
  const { people } = useWords();
  return (
    <div className={styles.filter}>
      <TextField
        isLabelHidden
        type="search"
        label={people.filter}
        placeholder={people.filter}
        before={<Search size={16} aria-hidden="true" />}
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          // In the settings of a room, Enter would save them.
          if (event.key === "Enter") event.preventDefault();
        }}
      />
    </div>
  );
}

function Group({ heading, members, entry }: { heading: string; members: readonly Person[]; entry: RoomEntry }) {
  if (members.length === 0) return null;
  return (
    <section>
      <h2 className={styles.heading}>
        {heading} <span className={styles.count}>{members.length}</span>
      </h2>
      <ul>
        {members.map((person) => (
          <MemberRow key={person.user.id} person={person} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

function ShowMore({ entry }: { entry: RoomEntry }) {
  const { people } = useWords();
  const client = useClient();
  const action = useAction();
  return (
    <div className={styles.more}>
      {action.error !== null && <Banner kind="danger">{action.error}</Banner>}
      <Button isBusy={action.isBusy} onClick={() => void action.run(() => client.loadMembers(entry.state.room.id))}>
        {people.showMore}
      </Button>
    </div>
  );
}

function Placeholder({ label }: { label: string }) {
  return (
    <Late label={label}>
      {[60, 45, 70, 50].map((width) => (
        <div key={width} className={styles.placeholder}>
          <Skeleton width="36px" height="36px" isRound />
          <Skeleton width={`${width}%`} height="16px" />
        </div>
      ))}
    </Late>
  );
}
