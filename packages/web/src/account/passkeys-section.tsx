import type { Passkey } from "@parley/contract";
import { KeyRound, Plus } from "lucide-react";
import { useState } from "react";
import { useClient } from "../client-context.ts";
import { Section } from "../settings/section.tsx";
import { hasPasskeys } from "../sign-in/passkey-browser.ts";
import { Button } from "../ui/button.tsx";
import { ItemRow } from "../ui/item-row.tsx";
import { useToast } from "../ui/toast.tsx";
import { useNow } from "../use-now.ts";
import { relativeTime } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import styles from "./account.module.css";
import { AddPasskeyDialog } from "./add-passkey-dialog.tsx";
import { FactorsFailed } from "./factors-failed.tsx";
import { PasswordDialog } from "./password-dialog.tsx";
import type { Factors } from "./use-factors.ts";

/** The passkeys of my account: add one, see when each was used, remove one. */
export function PasskeysSection({ factors }: { factors: Factors }) {
  const { passkeys: text } = useWords().account;
  const [isAdding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<Passkey | null>(null);
  return (
    <>
      <Section title={text.title} hint={text.hint}>
        {factors.data === null ? (
          <FactorsFailed factors={factors} />
        ) : (
          <PasskeyList passkeys={factors.data.passkeys} onRemove={setRemoved} />
        )}
        {hasPasskeys() ? (
          <div>
            <Button icon={<Plus size={18} />} onClick={() => setAdding(true)}>
              {text.add}
            </Button>
          </div>
        ) : (
          <p className={styles.hint}>{text.unsupported}</p>
        )}
      </Section>
      {isAdding && <AddPasskeyDialog onClose={() => setAdding(false)} onAdded={factors.reload} />}
      {removed && <Removal passkey={removed} onClose={() => setRemoved(null)} onRemoved={factors.reload} />}
    </>
  );
}

interface PasskeyListProps {
  passkeys: readonly Passkey[];
  onRemove: (passkey: Passkey) => void;
}

function PasskeyList({ passkeys, onRemove }: PasskeyListProps) {
  const { passkeys: text } = useWords().account;
  if (passkeys.length === 0) return <p className={styles.none}>{text.none}</p>;
  return (
    <ul>
      {passkeys.map((passkey) => (
        <ItemRow
          key={passkey.id}
          picture={<KeyRound size={22} aria-hidden="true" />}
          name={passkey.name}
          facts={<Times passkey={passkey} />}
          actions={
            <Button isSmall aria-label={text.removeNamed(passkey.name)} onClick={() => onRemove(passkey)}>
              {text.remove}
            </Button>
          }
        />
      ))}
    </ul>
  );
}

function Times({ passkey: { createdAt, usedAt } }: { passkey: Passkey }) {
  const { passkeys: text } = useWords().account;
  const language = useLanguage();
  const now = useNow(60_000);
  const used = usedAt === null ? text.neverUsed : text.used(relativeTime(usedAt, now, language));
  return (
    <>
      {text.made(relativeTime(createdAt, now, language))} · {used}
    </>
  );
}

interface RemovalProps {
  passkey: Passkey;
  onClose: () => void;
  onRemoved: () => void;
}

function Removal({ passkey, onClose, onRemoved }: RemovalProps) {
  const { passkeys: text } = useWords().account;
  const client = useClient();
  const toast = useToast();
  const remove = async (password: string) => {
    await client.call("passkey:remove", { id: passkey.id, password });
    onClose();
    onRemoved();
    toast({ text: text.removed(passkey.name) });
  };
  return (
    <PasswordDialog
      isDanger
      title={text.removeSure(passkey.name)}
      text={text.removeText}
      confirmLabel={text.remove}
      onConfirm={remove}
      onClose={onClose}
    />
  );
}
