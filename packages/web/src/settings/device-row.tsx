import type { Session } from "@parley/contract";
import { Monitor, Smartphone, SquareTerminal } from "lucide-react";
import { useClient } from "../client-context.ts";
import { Button } from "../ui/button.tsx";
import { ItemRow } from "../ui/item-row.tsx";
import { useToast } from "../ui/toast.tsx";
import { useAction } from "../use-action.ts";
import { useNow } from "../use-now.ts";
import { exactTime, relativeTime } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import styles from "./settings-page.module.css";

/** One signed-in device. */
export function DeviceRow({ session, onEnded }: { session: Session; onEnded: () => void }) {
  const { app, settings } = useWords();
  const language = useLanguage();
  const now = useNow(60_000);
  const client = useClient();
  const toast = useToast();
  const action = useAction();
  const device = session.device === "" ? settings.unknownDevice : session.device;
  const end = async () => {
    await client.call("session:delete", { which: session.id });
    onEnded();
    toast({ text: settings.oneOut(device) });
  };
  return (
    <ItemRow
      picture={<DeviceIcon device={session.device} />}
      name={device}
      facts={
        session.isCurrent ? (
          <span className={styles.here}>{settings.thisDevice}</span>
        ) : (
          <span title={exactTime(session.usedAt, language)}>
            {settings.used(relativeTime(session.usedAt, now, language))}
          </span>
        )
      }
      error={action.error}
      actions={
        !session.isCurrent && (
          <Button
            isSmall
            isBusy={action.isBusy}
            aria-label={settings.signOutNamed(device)}
            onClick={() => void action.run(end)}
          >
            {app.signOut}
          </Button>
        )
      }
    />
  );
}

function DeviceIcon({ device }: { device: string }) {
  const Icon = iconFor(device);
  return <Icon size={22} aria-hidden="true" />;
}

function iconFor(device: string): typeof Monitor {
  if (/iPhone|iPad|Android/.test(device)) return Smartphone;
  return /terminal|parley-chat/i.test(device) ? SquareTerminal : Monitor;
}
