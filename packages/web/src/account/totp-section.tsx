import { useState } from "react";
import { useClient } from "../client-context.ts";
import { Section } from "../settings/section.tsx";
import { Button } from "../ui/button.tsx";
import { useToast } from "../ui/toast.tsx";
import { useWords } from "../words/use-words.ts";
import styles from "./account.module.css";
import { FactorsFailed } from "./factors-failed.tsx";
import { PasswordDialog } from "./password-dialog.tsx";
import { RecoveryDialog } from "./recovery-dialog.tsx";
import { TotpDialog } from "./totp-dialog.tsx";
import type { Factors } from "./use-factors.ts";

type Open = "turn-on" | "turn-off" | "renew" | null;

/** A code from an app beside the password: on, off, and the codes for the day the phone is gone. */
export function TotpSection({ factors }: { factors: Factors }) {
  const { totp } = useWords().account;
  const [open, setOpen] = useState<Open>(null);
  const { data } = factors;
  return (
    <>
      <Section title={totp.title} hint={totp.hint}>
        {data === null ? (
          <FactorsFailed factors={factors} />
        ) : (
          <div className={styles.line}>
            <div className={styles.words}>
              <p className={data.hasTotp ? styles.on : styles.strong}>{data.hasTotp ? totp.isOn : totp.isOff}</p>
              {data.hasTotp && <p className={styles.hint}>{totp.codesLeft(data.recoveryCodesLeft)}</p>}
            </div>
            {data.hasTotp ? (
              <>
                <Button onClick={() => setOpen("renew")}>{totp.newCodes}</Button>
                <Button onClick={() => setOpen("turn-off")}>{totp.turnOff}</Button>
              </>
            ) : (
              <Button look="primary" onClick={() => setOpen("turn-on")}>
                {totp.turnOn}
              </Button>
            )}
          </div>
        )}
      </Section>
      <TotpDialogs open={open} onClose={() => setOpen(null)} onChanged={factors.reload} />
    </>
  );
}

interface TotpDialogsProps {
  open: Open;
  onClose: () => void;
  onChanged: () => void;
}

function TotpDialogs({ open, onClose, onChanged }: TotpDialogsProps) {
  const { totp } = useWords().account;
  const client = useClient();
  const toast = useToast();
  const turnOff = async (password: string) => {
    await client.call("factor:remove-totp", { password });
    onClose();
    onChanged();
    toast({ text: totp.turnedOff });
  };
  if (open === "turn-on") return <TotpDialog onClose={onClose} onChanged={onChanged} />;
  if (open === "renew") return <Renewal onClose={onClose} onChanged={onChanged} />;
  if (open === null) return null;
  return (
    <PasswordDialog
      isDanger
      title={totp.title}
      text={totp.offText}
      confirmLabel={totp.turnOff}
      onConfirm={turnOff}
      onClose={onClose}
    />
  );
}

/** New recovery codes in place of the old ones. */
function Renewal({ onClose, onChanged }: Omit<TotpDialogsProps, "open">) {
  const { totp } = useWords().account;
  const client = useClient();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes !== null) return <RecoveryDialog codes={codes} onClose={onClose} />;
  const renew = async (password: string) => {
    const { recoveryCodes } = await client.call("factor:renew-recovery", { password });
    setCodes(recoveryCodes);
    onChanged();
  };
  return (
    <PasswordDialog
      title={totp.newCodes}
      text={totp.newCodesText}
      confirmLabel={totp.go}
      onConfirm={renew}
      onClose={onClose}
    />
  );
}
