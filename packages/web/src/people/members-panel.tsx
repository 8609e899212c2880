import type { RoomEntry } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { ArrowLeft, Link2, UserPlus, X } from "lucide-react";
import { useState } from "react";
import { mayDo } from "../rooms/permitted.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { useRoom } from "../use-client-state.ts";
import { useIsPhone } from "../use-media.ts";
import { useWords } from "../words/use-words.ts";
import { AddPeopleDialog } from "./add-people-dialog.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { MemberList } from "./member-list.tsx";
import styles from "./members-panel.module.css";

export interface MembersPanelProps {
  roomId: RoomId;
  onClose: () => void;
}

/** The details pane: who is in the room. */
export function MembersPanel({ roomId, onClose }: MembersPanelProps) {
  const { people } = useWords();
  const isPhone = useIsPhone();
  const entry = useRoom(roomId);
  if (entry === undefined) return null;
  return (
    <aside className={styles.panel} aria-label={people.members}>
      <header className={styles.header}>
        {isPhone && <IconButton label={people.close} icon={<ArrowLeft size={20} />} onClick={onClose} />}
        <h2 className={styles.title}>
          {people.members} <span className={styles.count}>{entry.state.room.memberCount}</span>
        </h2>
        {!isPhone && <IconButton label={people.close} icon={<X size={20} />} onClick={onClose} />}
      </header>
      <div className={styles.scroll}>
        <WaysIn entry={entry} />
        <MemberList entry={entry} />
      </div>
    </aside>
  );
}

function WaysIn({ entry }: { entry: RoomEntry }) {
  const { people } = useWords();
  const [open, setOpen] = useState<"add" | "invite" | null>(null);
  const close = () => setOpen(null);
  const mayAdd = mayDo("add", entry.state) && !entry.state.room.isLobby;
  if (!mayDo("invite", entry.state)) return null;
  return (
    <div className={styles.ways}>
      {mayAdd && (
        <Button icon={<UserPlus size={18} />} onClick={() => setOpen("add")}>
          {people.add}
        </Button>
      )}
      <Button icon={<Link2 size={18} />} onClick={() => setOpen("invite")}>
        {people.invite}
      </Button>
      {open === "add" && <AddPeopleDialog entry={entry} onClose={close} />}
      {open === "invite" && <InviteDialog roomId={entry.state.room.id} onClose={close} />}
    </div>
  );
}
