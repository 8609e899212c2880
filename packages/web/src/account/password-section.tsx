import { limits } from "@parley/contract";
import { type FormEvent, useState } from "react";
import { useClient } from "../client-context.ts";
import { Section } from "../settings/section.tsx";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { useToast } from "../ui/toast.tsx";
import { useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./account.module.css";
import { SecretField } from "./secret-field.tsx";

/** Another password, which ends every other session. */
export function PasswordSection() {
  const words = useWords();
  const { password: text } = words.account;
  const form = usePasswordForm();
  const { action } = form;
  const isAtField = action.field === "current" || action.field === "next";
  return (
    <Section title={text.title} hint={text.hint}>
      <form className={styles.form} noValidate onSubmit={form.submit}>
        <SecretField
          label={text.current}
          value={form.current}
          onChange={form.setCurrent}
          action={action}
          field="current"
        />
        <SecretField
          isNew
          label={text.next}
          value={form.next}
          onChange={form.setNext}
          action={action}
          field="next"
          hint={words.entry.passwordHint(limits.passwordMinimum)}
        />
        {action.error !== null && !isAtField && <Banner kind="danger">{action.error}</Banner>}
        <div>
          <Button type="submit" isBusy={action.isBusy}>
            {text.change}
          </Button>
        </div>
      </form>
    </Section>
  );
}

function usePasswordForm() {
  const words = useWords();
  const client = useClient();
  const toast = useToast();
  const action = useAction();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const change = async () => {
    const { ended } = await client.call("account:change-password", { current, next });
    setCurrent("");
    setNext("");
    toast({ text: words.account.password.changed(ended) });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = limits.passwordMinimum - next.length;
    if (current === "") action.fail(words.account.passwordMissing, "current");
    else if (missing > 0) action.fail(words.entry.passwordTooShort(limits.passwordMinimum, missing), "next");
    else void action.run(change);
  };
  return { action, current, setCurrent, next, setNext, submit };
}
