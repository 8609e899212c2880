import { useClient } from "../client-context.ts";
import { classes } from "../ui/classes.ts";
import { useClientState } from "../use-client-state.ts";
import { useConnection } from "../use-connection.ts";
import { useNow } from "../use-now.ts";
import { useWords } from "../words/use-words.ts";
import type { Words } from "../words/words.ts";
import styles from "./connection-sign.module.css";

/** Live, catching up, connecting or offline: always to be seen. */
export function ConnectionSign() {
  const words = useWords();
  const status = useConnection();
  const text = connectionText(words, status);
  return (
    <p className={classes(styles.sign, styles[status])} role="status" data-status={status}>
      <span className={styles.dot} aria-hidden="true" />
      {text}
      {status === "offline" && <Countdown />}
    </p>
  );
}

export function connectionText(words: Words, status: ReturnType<typeof useConnection>): string {
  if (status === "catching-up") return words.app.catchingUp;
  if (status === "connecting") return words.app.connecting;
  return status === "live" ? words.app.live : words.app.offline;
}

/** When the next attempt is. Silent: a screen reader has heard "offline" and need not hear every second. */
function Countdown() {
  const client = useClient();
  const retryAt = useClientState((state) => state.connection.retryAt);
  const now = useNow(1_000);
  const seconds = Math.ceil(((retryAt ?? client.getState().connection.since) - now) / 1_000);
  return seconds > 0 ? <span aria-hidden="true">{` · ${seconds} s`}</span> : null;
}
