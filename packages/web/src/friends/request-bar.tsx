import type { RoomEntry } from "@parley/client";
import type { UserId } from "@parley/contract";
import { useState } from "react";
import { useLocation } from "wouter";
import { useClient } from "../client-context.ts";
import { BlockDialog } from "../people/block-dialog.tsx";
import { useRelation } from "../people/use-relation.ts";
import { usePartner, useRoomTitle } from "../rooms/use-room-title.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./friends.module.css";

export interface RequestBarProps {
  entry: RoomEntry;
}

/** In the composer's place: what a stranger began asks for an answer first, and whom I blocked for being unblocked. */
export function RequestBar({ entry }: RequestBarProps) {
  return entry.state.isRequest ? <Request entry={entry} /> : <Blocked entry={entry} />;
}

function Request({ entry }: RequestBarProps) {
  const { friends, profile } = useWords();
  const client = useClient();
  const action = useAction();
  const [, navigate] = useLocation();
  const [isBlocking, setBlocking] = useState(false);
  const title = useRoomTitle(entry);
  const partner = usePartner(entry);
  const roomId = entry.state.room.id;
  const decline = async () => {
    await client.call("room:decline", { roomId });
    navigate("/");
  };
  return (
    <section className={styles.bar} aria-label={friends.request.title(title)}>
      <p className={styles.title}>{friends.request.title(title)}</p>
      <p className={styles.hint}>{friends.request.text}</p>
      {action.error !== null && <Banner kind="danger">{action.error}</Banner>}
      <div className={styles.buttons}>
        <Button
          look="primary"
          isBusy={action.isBusy}
          onClick={() => void action.run(() => client.call("room:accept", { roomId }))}
        >
          {friends.request.accept}
        </Button>
        <Button disabled={action.isBusy} onClick={() => void action.run(decline)}>
          {friends.request.decline}
        </Button>
        {partner && (
          <Button look="quiet" disabled={action.isBusy} onClick={() => setBlocking(true)}>
            {profile.block}
          </Button>
        )}
      </div>
      {isBlocking && partner && <BlockDialog user={partner} onClose={() => setBlocking(false)} />}
    </section>
  );
}

function Blocked({ entry }: RequestBarProps) {
  const partner = usePartner(entry);
  return partner ? <Unblock userId={partner.id} /> : null;
}

function Unblock({ userId }: { userId: UserId }) {
  const { friends, profile } = useWords();
  const { action, run } = useRelation(userId);
  return (
    <section className={styles.bar} aria-label={friends.request.blockedTitle}>
      <p className={styles.title}>{friends.request.blockedTitle}</p>
      <p className={styles.hint}>{friends.request.blockedText}</p>
      {action.error !== null && <Banner kind="danger">{action.error}</Banner>}
      <div className={styles.buttons}>
        <Button look="primary" isBusy={action.isBusy} onClick={() => void run("block:remove")}>
          {profile.unblock}
        </Button>
      </div>
    </section>
  );
}
