import type { RoomEntry } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { ArrowLeft, ChevronRight, Images, Link2, UserPlus, X } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import { mayDo } from "../rooms/permitted.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { useRoom } from "../use-client-state.ts";
import { useMedia } from "../use-media.ts";
import { useWords } from "../words/use-words.ts";
import { AddPeopleDialog } from "./add-people-dialog.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { MemberList } from "./member-list.tsx";
import styles from "./members-panel.module.css";

export interface MembersPanelProps {
  roomId: RoomId;
  onClose: () => void;
}

/** The details pane: who is in the room, and the way to what was shared in it. */
export function MembersPanel({ roomId, onClose }: MembersPanelProps) {
  const { gallery, people } = useWords();
  // As narrow as this, the panel stands in place of the conversation (conversation-page.module.css).
  const isAlone = useMedia("(max-width: 1080px)");
  const entry = useRoom(roomId);
  if (entry === undefined) return null;
  const Pane = isAlone ? "main" : "aside";
  const Title = isAlone ? "h1" : "h2";
  return (
    <Pane className={styles.panel} aria-label={people.members}>
      <header className={styles.header}>
        {isAlone && <IconButton label={people.close} icon={<ArrowLeft size={20} />} onClick={onClose} />}
        <Title className={styles.title}>
          {people.members} <span className={styles.count}>{entry.state.room.memberCount}</span>
        </Title>
        {!isAlone && <IconButton label={people.close} icon={<X size={20} />} onClick={onClose} />}
      </header>
      <div className={styles.scroll}>
        <Link href={`/r/${roomId}/gallery`} className={styles.gallery}>
          <Images size={20} aria-hidden="true" />
          <span>{gallery.title}</span>
          <ChevronRight size={18} aria-hidden="true" className={styles.chevron} />
        </Link>
        <WaysIn entry={entry} />
        <MemberList entry={entry} />
      </div>
    </Pane>
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
