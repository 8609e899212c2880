import { useState } from "react";
import { useClient } from "../client-context.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { ChoiceCards } from "../ui/choice-cards.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useToast } from "../ui/toast.tsx";
import { useAction } from "../use-action.ts";
import { useMe } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import { SecretField } from "./secret-field.tsx";

type Messages = "remove" | "anonymise";

/** What becomes of my messages, my password, and my handle in my own hand. */
export function DeletionDialog({ onClose }: { onClose: () => void }) {
  const { account, app } = useWords();
  const { remove } = account;
  const form = useDeletion(onClose);
  const { action, handle } = form;
  const isAtField = action.field === "password" || action.field === "handle";
  return (
    <Dialog
      title={remove.dialog}
      onClose={onClose}
      onSubmit={form.submit}
      footer={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button look="danger" type="submit" isBusy={action.isBusy}>
            {remove.now}
          </Button>
        </>
      }
    >
      <p>{remove.text}</p>
      <ChoiceCards<Messages>
        label={remove.messages}
        value={form.messages}
        onChange={form.setMessages}
        choices={[
          { value: "remove", label: remove.removeThem, hint: remove.removeHint },
          { value: "anonymise", label: remove.anonymise, hint: remove.anonymiseHint },
        ]}
      />
      <SecretField
        label={account.passwordAsked}
        value={form.password}
        onChange={form.setPassword}
        action={action}
        field="password"
      />
      <TextField
        label={remove.handle(handle)}
        value={form.typed}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        error={action.field === "handle" ? action.error : null}
        onChange={(event) => form.setTyped(event.target.value)}
      />
      {action.error !== null && !isAtField && <Banner kind="danger">{action.error}</Banner>}
    </Dialog>
  );
}

function useDeletion(onDone: () => void) {
  const { account } = useWords();
  const client = useClient();
  const toast = useToast();
  const action = useAction();
  const handle = useMe()?.handle ?? "";
  const [messages, setMessages] = useState<Messages>("remove");
  const [password, setPassword] = useState("");
  const [typed, setTyped] = useState("");
  const remove = async () => {
    await client.call("account:delete", { password, messages });
    onDone();
    toast({ text: account.remove.begun });
  };
  const submit = () => {
    if (password === "") action.fail(account.passwordMissing, "password");
    else if (typed.trim().replace(/^@/, "") !== handle) action.fail(account.remove.handleWrong(handle), "handle");
    else void action.run(remove);
  };
  return { action, handle, messages, setMessages, password, setPassword, typed, setTyped, submit };
}
