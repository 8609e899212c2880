import type { Profile } from "@parley/contract";
import { useClient } from "../client-context.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { useToast } from "../ui/toast.tsx";
import { useAction } from "../use-action.ts";
import { useMe } from "../use-client-state.ts";
import { useNow } from "../use-now.ts";
import { untilName } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import styles from "./person-card.module.css";

export interface SuspensionProps {
  profile: Profile;
  onEnded: () => void;
}

/** That nobody signs in to an account, for administrators, who alone are told; and its end, for those above its owner. */
export function Suspension({ profile: { user, suspendedUntil }, onEnded }: SuspensionProps) {
  const { profile } = useWords();
  const language = useLanguage();
  const client = useClient();
  const toast = useToast();
  const me = useMe();
  const now = useNow(30_000);
  const action = useAction();
  if (suspendedUntil === undefined) return null;
  const end = async () => {
    await client.call("user:restore", { userId: user.id });
    toast({ text: profile.restored(user.name) });
    onEnded();
  };
  const button = (
    <Button isSmall isBusy={action.isBusy} onClick={() => void action.run(end)}>
      {profile.restore}
    </Button>
  );
  const mayEnd = me?.role === "owner" || user.role === "person";
  return (
    <div className={styles.actions}>
      <Banner kind="warning" actions={mayEnd && button}>
        {suspendedUntil === 0 ? profile.suspended : profile.suspendedUntil(untilName(suspendedUntil, now, language))}
      </Banner>
      {action.error !== null && <Banner kind="danger">{action.error}</Banner>}
    </div>
  );
}
