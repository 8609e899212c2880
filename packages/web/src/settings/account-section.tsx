import { LogOut } from "lucide-react";
import { useState } from "react";
import { useSession } from "../session.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { useAction } from "../use-action.ts";
import { useClientState, useMe } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import { Section } from "./section.tsx";
import styles from "./settings-page.module.css";

/** Who I am here, and the way out. */
export function AccountSection() {
  const { app, settings } = useWords();
  const me = useMe();
  const session = useSession();
  const action = useAction();
  const [isAsking, setAsking] = useState(false);
  const hasUnsent = useClientState((state) =>
    state.outbox.some(({ request }) => /^(message|scheduled):/.test(request.name)),
  );
  if (me === null) return null;
  return (
    <>
      <Section title={settings.account}>
        <div className={styles.me}>
          <Avatar name={me.name} seed={me.id} picture={me.avatar} size={44} />
          <div className={styles.who}>
            <p className={styles.name} dir="auto">
              {me.name}
            </p>
            <p className={styles.hint}>@{me.handle}</p>
          </div>
          <Button icon={<LogOut size={18} />} onClick={() => setAsking(true)}>
            {app.signOut}
          </Button>
        </div>
      </Section>
      {isAsking && (
        <ConfirmDialog
          title={settings.signOutSure}
          text={hasUnsent ? `${settings.signOutText} ${settings.signOutUnsent}` : settings.signOutText}
          confirmLabel={app.signOut}
          cancelLabel={app.cancel}
          isDanger={hasUnsent}
          isBusy={action.isBusy}
          error={action.error}
          onConfirm={() => void action.run(session.leave)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
