import type { ListedRoom } from "@parley/contract";
import { Hash } from "lucide-react";
import { useLocation } from "wouter";
import { useClient } from "../client-context.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Button } from "../ui/button.tsx";
import { useAction } from "../use-action.ts";
import { useClientState } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./directory-page.module.css";

/** A public room: what it is for, how many are in it, and the way in. */
export function DirectoryRow({ listed }: { listed: ListedRoom }) {
  const { directory } = useWords();
  const client = useClient();
  const action = useAction();
  const [, navigate] = useLocation();
  const { room } = listed;
  // The list is as of its loading; whether I am in the room is always known.
  const isMember = useClientState((state) => state.rooms.has(room.id));
  const enter = async () => {
    if (!isMember) await client.call("room:join", { roomId: room.id });
    navigate(`/r/${room.id}`);
  };
  return (
    <li className={styles.room}>
      <Avatar isSquare name={room.name} seed={room.id} size={44} icon={<Hash size={22} />} />
      <div className={styles.words}>
        <h2 className={styles.name} dir="auto">
          {room.name}
        </h2>
        {room.topic !== "" && (
          <p className={styles.topic} dir="auto">
            {room.topic}
          </p>
        )}
        <p className={styles.count}>{directory.members(room.memberCount)}</p>
        {action.error !== null && (
          <p className={styles.error} role="alert">
            {action.error}
          </p>
        )}
      </div>
      <Button
        look="plain"
        isBusy={action.isBusy}
        aria-label={isMember ? directory.openNamed(room.name) : directory.joinNamed(room.name)}
        onClick={() => void action.run(enter)}
      >
        {isMember ? directory.open : directory.join}
      </Button>
    </li>
  );
}
