import type { RoomEntry } from "@parley/client";
import { Plus, UserPlus } from "lucide-react";
import { Button } from "../ui/button.tsx";
import { useWords } from "../words/use-words.ts";
import styles from "./next-steps.module.css";
import { mayDo } from "./permitted.ts";
import { useDialogs } from "./use-dialogs.ts";

/** Alone in a room, the next thing to do is to bring somebody in; alone in the lobby, also to make a first room. */
export function NextSteps({ entry }: { entry: RoomEntry }) {
  const { welcome } = useWords().rooms;
  const open = useDialogs();
  const { room } = entry.state;
  if (room.memberCount > 1 || room.thread !== undefined || !mayDo("invite", entry.state)) return null;
  return (
    <aside className={styles.steps} aria-label={welcome.title}>
      <p className={styles.title}>{welcome.title}</p>
      <Button look="primary" icon={<UserPlus size={18} />} onClick={() => open("invite", room.id)}>
        {welcome.invite}
      </Button>
      {room.isLobby && (
        <Button icon={<Plus size={18} />} onClick={() => open("new-room")}>
          {welcome.newRoom}
        </Button>
      )}
    </aside>
  );
}
