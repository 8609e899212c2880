import { Copy } from "lucide-react";
import { useState } from "react";
import { useClient } from "../client-context.ts";
import { Banner } from "../ui/banner.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { copyText } from "../ui/copy-text.ts";
import { Dialog } from "../ui/dialog.tsx";
import { QrCode } from "../ui/qr-code.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useToast } from "../ui/toast.tsx";
import { useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./account.module.css";
import { PasswordDialog } from "./password-dialog.tsx";
import { RecoveryDialog } from "./recovery-dialog.tsx";

interface TotpDialogProps {
  onClose: () => void;
  onChanged: () => void;
}

/** Turns the second factor on: the password, the code to scan, a first code from the app, the recovery codes. */
export function TotpDialog({ onClose, onChanged }: TotpDialogProps) {
  const { totp } = useWords().account;
  const client = useClient();
  const [secret, setSecret] = useState<{ secret: string; uri: string } | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes !== null) return <RecoveryDialog codes={codes} onClose={onClose} />;
  if (secret !== null) {
    const confirmed = (recoveryCodes: readonly string[]) => {
      setCodes(recoveryCodes);
      onChanged();
    };
    return <Scan {...secret} onConfirmed={confirmed} onClose={onClose} />;
  }
  return (
    <PasswordDialog
      title={totp.title}
      text={totp.passwordText}
      confirmLabel={totp.go}
      onConfirm={async (password) => setSecret(await client.call("factor:begin-totp", { password }))}
      onClose={onClose}
    />
  );
}

interface ScanProps {
  secret: string;
  uri: string;
  onConfirmed: (recoveryCodes: readonly string[]) => void;
  onClose: () => void;
}

function Scan({ secret, uri, onConfirmed, onClose }: ScanProps) {
  const { account, app } = useWords();
  const { totp } = account;
  const client = useClient();
  const action = useAction();
  const [code, setCode] = useState("");
  const confirm = async () => {
    const { recoveryCodes } = await client.call("factor:confirm-totp", { code: code.trim() });
    onConfirmed(recoveryCodes);
  };
  const submit = () => {
    if (code.trim() === "") action.fail(totp.codeMissing, "code");
    else void action.run(confirm);
  };
  return (
    <Dialog
      title={totp.title}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button look="primary" type="submit" isBusy={action.isBusy}>
            {totp.confirm}
          </Button>
        </>
      }
    >
      <p>{totp.scan}</p>
      <QrCode text={uri} label={totp.qr} />
      <Secret secret={secret} />
      <TextField
        label={totp.code}
        name="code"
        value={code}
        dir="ltr"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        hint={totp.codeHint}
        error={action.field === "code" ? action.error : null}
        onChange={(event) => setCode(event.target.value)}
      />
      {action.error !== null && action.field !== "code" && <Banner kind="danger">{action.error}</Banner>}
    </Dialog>
  );
}

/** For whoever cannot scan, in groups of four. */
function Secret({ secret }: { secret: string }) {
  const { account, app } = useWords();
  const toast = useToast();
  const copy = async () => {
    if (await copyText(secret)) toast({ text: app.copied });
  };
  return (
    <div>
      <p className={styles.hint}>{account.totp.byHand}</p>
      <p className={styles.secretLine}>
        <code className={styles.secret}>{secret.replace(/(.{4})(?=.)/g, "$1 ")}</code>
        <IconButton isSmall label={account.totp.copySecret} icon={<Copy size={16} />} onClick={() => void copy()} />
      </p>
    </div>
  );
}
