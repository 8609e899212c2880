import { request } from "@parley/client";
import { errorCodes, type ServerInfo, type UserId } from "@parley/contract";
import { KeyRound } from "lucide-react";
import { useSearchParams } from "wouter";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { errorText } from "../words/error-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import styles from "./entry-form.module.css";
import { answerByPasskey, hasPasskeys } from "./passkey-browser.ts";
import { ProviderLink } from "./provider-link.tsx";
import { browserSession, here } from "./server.ts";
import { usePasskeyAction } from "./use-passkey-action.ts";

interface OtherWaysInProps {
  server: ServerInfo;
  /** Where to go afterwards. */
  to: string;
  onEntered: (userId: UserId) => Promise<void>;
}

/** Without a password: a passkey, or the account of another house. */
export function OtherWaysIn({ server, to, onEntered }: OtherWaysInProps) {
  const { entry } = useWords();
  const action = usePasskeyAction();
  const refused = useRefusal();
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
      {refused !== null && action.error === null && <Banner kind="danger">{refused}</Banner>}
      {action.error !== null && <Banner kind="danger">{action.error}</Banner>}
      {hasPasskeys() && (
        <Button isWide isBusy={action.isBusy} icon={<KeyRound size={18} />} onClick={() => void action.run(byPasskey)}>
          {entry.byPasskey}
        </Button>
      )}
      {server.oidc !== null && <ProviderLink label={server.oidc} to={to} />}
    </div>
  );
}

/** Why the other house's account was not let in: whoever comes back from there brings the code of it along. */
function useRefusal(): string | null {
  const words = useWords();
  const language = useLanguage();
  const [search] = useSearchParams();
  const code = search.get("refused");
  if (code === null || !Object.hasOwn(errorCodes, code)) return null;
  if (code === "wrong_credentials") return words.entry.providerRefused;
  if (code === "unavailable") return words.entry.providerAway;
  return errorText(words, language, { code, message: "" });
}
