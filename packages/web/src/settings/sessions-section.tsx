import { useState } from "react";
import { useClient } from "../client-context.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { RetryBanner } from "../ui/retry-banner.tsx";
import { Late, Skeleton } from "../ui/skeleton.tsx";
import { useToast } from "../ui/toast.tsx";
import { useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import { DeviceRow } from "./device-row.tsx";
import { Section } from "./section.tsx";
import styles from "./settings-page.module.css";
import { useSessions } from "./use-sessions.ts";

/** Where I am signed in, and how to end that. */
export function SessionsSection() {
  const { app, settings } = useWords();
  const { sessions, error, reload } = useSessions();
  return (
    <Section title={settings.sessions} hint={settings.sessionsHint}>
      {error !== null && <RetryBanner text={`${settings.sessionsFailed} ${error}`} onRetry={reload} />}
      {sessions === null && error === null && (
        <Late label={app.loading}>
          <div className={styles.placeholder}>
            <Skeleton width="50%" height="18px" />
          </div>
        </Late>
      )}
      {sessions !== null && (
        <ul className={styles.devices}>
          {sessions.map((session) => (
            <DeviceRow key={session.id} session={session} onEnded={reload} />
          ))}
        </ul>
      )}
      {sessions !== null && sessions.length > 1 && <Others onEnded={reload} />}
      {sessions?.length === 1 && <p className={styles.hint}>{settings.onlyThis}</p>}
    </Section>
  );
}

/** All at once, with a question in between. */
function Others({ onEnded }: { onEnded: () => void }) {
  const { app, settings } = useWords();
  const client = useClient();
  const toast = useToast();
  const action = useAction();
  const [isAsking, setAsking] = useState(false);
  const end = async () => {
    const { ended } = await client.call("session:delete", { which: "others" });
    setAsking(false);
    onEnded();
    toast({ text: settings.othersOut(ended) });
  };
  return (
    <div>
      <Button onClick={() => setAsking(true)}>{settings.signOutOthers}</Button>
      {isAsking && (
        <ConfirmDialog
          title={settings.signOutOthersSure}
          text={settings.signOutOthersText}
          confirmLabel={settings.signOutOthers}
          cancelLabel={app.cancel}
          isBusy={action.isBusy}
          error={action.error}
          onConfirm={() => void action.run(end)}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
