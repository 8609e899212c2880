import type { Report } from "@parley/contract";
import { useState } from "react";
import { useClient } from "../client-context.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { useToast } from "../ui/toast.tsx";
import { useAction } from "../use-action.ts";
import { useMe, useRoom } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./reports.module.css";
import { SettleDialog, type Settlement } from "./settle-dialog.tsx";

export interface SettleActionsProps {
  report: Report;
  /** Whom it is about. */
  name: string;
  onSettled: () => void;
}

/** The ways to settle a report, those that fit it. */
export function SettleActions({ report, name, onSettled }: SettleActionsProps) {
  const { reports } = useWords();
  const client = useClient();
  const toast = useToast();
  const action = useAction();
  const [asked, setAsked] = useState<Settlement | null>(null);
  const out = useWayOut(report);
  const settled = () => {
    setAsked(null);
    onSettled();
    toast({ text: reports.done });
  };
  const dismiss = async () => {
    await client.call("report:settle", { reportId: report.id, action: "dismiss" });
    settled();
  };
  return (
    <>
      {action.error !== null && <Banner kind="danger">{action.error}</Banner>}
      <div className={styles.actions} role="toolbar" aria-label={reports.actions(name)}>
        <Button isSmall isBusy={action.isBusy} onClick={() => void action.run(dismiss)}>
          {reports.dismiss}
        </Button>
        {report.message !== null && (
          <Button isSmall onClick={() => setAsked("delete")}>
            {reports.delete}
          </Button>
        )}
        <Button isSmall onClick={() => setAsked("warn")}>
          {reports.warn}
        </Button>
        {out !== null && (
          <Button isSmall onClick={() => setAsked(out)}>
            {reports[out]}
          </Button>
        )}
      </div>
      {asked && (
        <SettleDialog
          report={report}
          name={name}
          settlement={asked}
          onSettled={settled}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

/** From a room one is banned; where nobody is banned from it, an administrator suspends the account. */
function useWayOut({ roomId }: Report): "ban" | "suspend" | null {
  const room = useRoom(roomId ?? ("" as NonNullable<typeof roomId>))?.state.room;
  const me = useMe();
  if (room !== undefined && room.kind !== "direct" && !room.isLobby) return "ban";
  return me === null || me.role === "person" ? null : "suspend";
}
