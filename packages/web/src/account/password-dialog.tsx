import { type ReactNode, useState } from "react";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { type Action, useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import { SecretField } from "./secret-field.tsx";

export interface PasswordDialogProps {
  title: string;
  /** What will happen. */
  text: string;
  confirmLabel: string;
  isDanger?: boolean;
  /** Between the text and the password. */
  children?: ReactNode;
  /** Where what goes wrong needs other words. */
  action?: Action;
  onConfirm: (password: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for my password before something that nobody else may do on my device. */
export function PasswordDialog({ title, text, confirmLabel, isDanger, children, ...on }: PasswordDialogProps) {
  const { account, app } = useWords();
  const plainAction = useAction();
  const action = on.action ?? plainAction;
  const [password, setPassword] = useState("");
  const submit = () => {
    if (password === "") action.fail(account.passwordMissing, "password");
    else void action.run(() => on.onConfirm(password));
  };
  return (
    <Dialog
      title={title}
      onClose={on.onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={on.onClose}>{app.cancel}</Button>
          <Button look={isDanger === true ? "danger" : "primary"} type="submit" isBusy={action.isBusy}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <p>{text}</p>
      {children}
      <SecretField
        label={account.passwordAsked}
        value={password}
        onChange={setPassword}
        action={action}
        field="password"
      />
      {action.error !== null && action.field !== "password" && <Banner kind="danger">{action.error}</Banner>}
    </Dialog>
  );
}
