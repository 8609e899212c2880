import { useState } from "react";
import { useClient } from "../client-context.ts";
import { deviceName } from "../sign-in/device-name.ts";
import { makePasskey } from "../sign-in/passkey-browser.ts";
import { usePasskeyAction } from "../sign-in/use-passkey-action.ts";
import { TextField } from "../ui/text-field.tsx";
import { useToast } from "../ui/toast.tsx";
import { useWords } from "../words/use-words.ts";
import { PasswordDialog } from "./password-dialog.tsx";

const MOST_CHARACTERS = 64;

/** A name, my password, and then the browser asks. */
export function AddPasskeyDialog({ onClose, onAdded }: { onClose: () => void; onAdded: () => void }) {
  const { account } = useWords();
  const { passkeys: text } = account;
  const client = useClient();
  const toast = useToast();
  const action = usePasskeyAction();
  const [name, setName] = useState(() => deviceName(navigator.userAgent, navigator.maxTouchPoints > 1));
  const add = async (password: string) => {
    const { challengeId, options } = await client.call("passkey:begin", { password });
    const response = await makePasskey(options);
    const passkey = await client.call("passkey:add", { challengeId, name: name.trim(), response });
    onClose();
    onAdded();
    toast({ text: text.added(passkey.name) });
  };
  return (
    <PasswordDialog
      title={text.add}
      text={text.addText}
      confirmLabel={account.totp.go}
      action={action}
      onConfirm={add}
      onClose={onClose}
    >
      <TextField
        label={text.name}
        value={name}
        autoComplete="off"
        maxLength={MOST_CHARACTERS}
        hint={text.nameHint}
        onChange={(event) => setName(event.target.value)}
      />
    </PasswordDialog>
  );
}
