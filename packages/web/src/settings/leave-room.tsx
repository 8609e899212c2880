import type { RoomEntry } from "@parley/client";
import { LogOut } from "lucide-react";
import { useState } from "react";
import { useLocation } from "wouter";
import { useClient } from "../client-context.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { useToast } from "../ui/toast.tsx";
import { useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./room-settings-dialog.module.css";

/** The way out of a room, with a question in between. */
export function LeaveRoom({ entry, onLeft }: { entry: RoomEntry; onLeft: () => void }) {
  const words = useWords();
  const { settings } = words.directory;
  const client = useClient();
  const toast = useToast();
  const action = useAction();
  const [, navigate] = useLocation();
  const [isAsking, setAsking] = useState(false);
  const { room } = entry.state;
  if (room.isLobby) return <p className={styles.hint}>{settings.leaveLobby}</p>;
  const leave = async () => {
    await client.call("room:leave", { roomId: room.id });
    onLeft();
    navigate("/");
    toast({ text: settings.left(room.name) });
  };
  return (
    <div className={styles.leave}>
      <Button icon={<LogOut size={18} />} onClick={() => setAsking(true)}>
        {settings.leave}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={settings.leaveSure(room.name)}
          text={settings.leaveHint}
          confirmLabel={settings.leaveNow}
          cancelLabel={words.app.cancel}
          isBusy={action.isBusy}
          error={action.error}
          onConfirm={() => void action.run(leave)}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
