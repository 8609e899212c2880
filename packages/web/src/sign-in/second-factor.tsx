import { request } from "@parley/client";
import type { UserId } from "@parley/contract";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words/use-words.ts";
import styles from "./entry-form.module.css";
import { EntryForm, type EntryValues, errorAt } from "./entry-form.tsx";
import { answerByPasskey, hasPasskeys } from "./passkey-browser.ts";
import { browserSession, here } from "./server.ts";
import { usePasskeyAction } from "./use-passkey-action.ts";

export interface Credentials {
  username: string;
  password: string;
}

export interface SecondFactorProps {
  /** Right already; sent again with what is asked for here. */
  credentials: Credentials;
  onEntered: (userId: UserId) => Promise<void>;
  onBack: () => void;
}

const fields = ["code"];

/** The second step of signing in: the code of an app, a recovery code, or a passkey. */
export function SecondFactor({ credentials, onEntered, onBack }: SecondFactorProps) {
  const { factor } = useWords().entry;
  const action = usePasskeyAction();
  const [isRecovery, setRecovery] = useState(false);
  const enter = async (proof: Proof) => {
    const { user } = await request(here, "session:create", { ...credentials, ...proof, ...browserSession() });
    await onEntered(user.id);
  };
  const submit = (values: EntryValues) => {
    const code = values("code").trim();
    if (code === "") action.fail(isRecovery ? factor.recoveryMissing : factor.codeMissing, "code");
    else void action.run(() => enter({ code }));
  };
  const byPasskey = async () => {
    const { challengeId, options } = await request(here, "session:begin-passkey", {});
    await enter({ passkey: { challengeId, response: await answerByPasskey(options) } });
  };
  return (
    <>
      <EntryForm
        key={String(isRecovery)}
        action={action}
        fields={fields}
        submitLabel={factor.confirm}
        onSubmit={submit}
      >
        {isRecovery ? <RecoveryField error={errorAt(action, "code")} /> : <CodeField error={errorAt(action, "code")} />}
      </EntryForm>
      <div className={styles.ways}>
        {hasPasskeys() && (
          <Button
            isWide
            disabled={action.isBusy}
            icon={<KeyRound size={18} />}
            onClick={() => void action.run(byPasskey)}
          >
            {factor.passkey}
          </Button>
        )}
        <Button look="quiet" isSmall onClick={() => setRecovery(!isRecovery)}>
          {isRecovery ? factor.useApp : factor.useRecovery}
        </Button>
        <Button look="quiet" isSmall onClick={onBack}>
          {factor.back}
        </Button>
      </div>
    </>
  );
}

type Proof =
  | { code: string }
  | { passkey: { challengeId: string; response: Awaited<ReturnType<typeof answerByPasskey>> } };

function CodeField({ error }: { error: string | null }) {
  const { factor } = useWords().entry;
  return (
    <TextField
      label={factor.code}
      name="code"
      dir="ltr"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={10}
      required
      hint={factor.codeHint}
      error={error}
    />
  );
}

function RecoveryField({ error }: { error: string | null }) {
  const { factor } = useWords().entry;
  return (
    <TextField
      label={factor.recovery}
      name="code"
      dir="ltr"
      autoComplete="off"
      autoCapitalize="off"
      autoCorrect="off"
      spellCheck={false}
      maxLength={40}
      required
      hint={factor.recoveryHint}
      error={error}
    />
  );
}
