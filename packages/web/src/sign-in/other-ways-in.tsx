import { request } from "@parley/client";
import type { ServerInfo, UserId } from "@parley/contract";
import { KeyRound } from "lucide-react";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { useWords } from "../words/use-words.ts";
import styles from "./entry-form.module.css";
import { answerByPasskey, hasPasskeys } from "./passkey-browser.ts";
import { browserSession, here } from "./server.ts";
import { usePasskeyAction } from "./use-passkey-action.ts";

interface OtherWaysInProps {
  server: ServerInfo;
  onEntered: (userId: UserId) => Promise<void>;
}

/** Without a password: a passkey, or the account of another house. */
export function OtherWaysIn({ server, onEntered }: OtherWaysInProps) {
  const { entry } = useWords();
  const action = usePasskeyAction();
  if (!hasPasskeys() && server.oidc === null) return null;
  const byPasskey = async () => {
    const { challengeId, options } = await request(here, "session:begin-passkey", {});
    const response = await answerByPasskey(options);
    const { user } = await request(here, "session:create-by-passkey", { challengeId, response, ...browserSession() });
    await onEntered(user.id);
  };
  return (
    <div className={styles.ways}>
      <p className={styles.or}>{entry.or}</p>
      {action.error !== null && <Banner kind="danger">{action.error}</Banner>}
      {hasPasskeys() && (
        <Button isWide isBusy={action.isBusy} icon={<KeyRound size={18} />} onClick={() => void action.run(byPasskey)}>
          {entry.byPasskey}
        </Button>
      )}
      {server.oidc !== null && (
        <a className={styles.provider} href="/auth/oidc/start">
          {server.oidc}
        </a>
      )}
    </div>
  );
}
