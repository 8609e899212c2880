import { useState } from "react";
import { useClient } from "../client-context.ts";
import { deviceName } from "../sign-in/device-name.ts";
import { makePasskey } from "../sign-in/passkey-browser.ts";
import { usePasskeyAction } from "../sign-in/use-passkey-action.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useToast } from "../ui/toast.tsx";
import { useWords } from "../words/use-words.ts";
import { SecretField } from "./secret-field.tsx";

const MOST_CHARACTERS = 64;

/** My password, a name, and then the browser asks. */
export function AddPasskeyDialog({ onClose, onAdded }: { onClose: () => void; onAdded: () => void }) {
  const { account, app } = useWords();
  const { passkeys: text } = account;
  const client = useClient();
  const toast = useToast();
  const action = usePasskeyAction();
  const [name, setName] = useState(() => deviceName(navigator.userAgent, navigator.maxTouchPoints > 1));
  const [password, setPassword] = useState("");
  const add = async () => {
    const { challengeId, options } = await client.call("passkey:begin", { password });
    const response = await makePasskey(options);
    const passkey = await client.call("passkey:add", { challengeId, name: name.trim(), response });
    onClose();
    onAdded();
    toast({ text: text.added(passkey.name) });
  };
  const submit = () => {
    if (password === "") action.fail(account.passwordMissing, "password");
    else void action.run(add);
  };
  return (
    <Dialog
      title={text.add}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button look="primary" type="submit" isBusy={action.isBusy}>
            {account.totp.go}
          </Button>
        </>
      }
    >
      <p>{text.addText}</p>
      <SecretField
        label={account.passwordAsked}
        value={password}
        onChange={setPassword}
        action={action}
        field="password"
      />
      <TextField
        label={text.name}
        value={name}
        autoComplete="off"
        maxLength={MOST_CHARACTERS}
        hint={text.nameHint}
        onChange={(event) => setName(event.target.value)}
      />
      {action.error !== null && action.field !== "password" && <Banner kind="danger">{action.error}</Banner>}
    </Dialog>
  );
}
