import type { Warning } from "@parley/contract";
import { useState } from "react";
import { WarningDialog } from "../reports/warning-dialog.tsx";
import { useClientState } from "../use-client-state.ts";
import { DeletionBanner } from "./deletion-banner.tsx";
import styles from "./notices.module.css";

/** What I must know wherever I am: my account is about to go, or somebody who keeps order warned me. */
export function Notices() {
  const deletesAt = useClientState((state) => state.account.deletesAt);
  const warnings = useClientState((state) => state.warnings);
  const [closed, setClosed] = useState<readonly Warning[] | null>(null);
  return (
    <>
      {deletesAt !== null && (
        <div className={styles.bar}>
          <DeletionBanner deletesAt={deletesAt} />
        </div>
      )}
      {warnings.length > 0 && warnings !== closed && (
        <WarningDialog warnings={warnings} onClose={() => setClosed(warnings)} />
      )}
    </>
  );
}
