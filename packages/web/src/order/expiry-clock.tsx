import { Timer } from "lucide-react";
import { useNow } from "../use-now.ts";
import { momentName } from "../words/times.ts";
import { untilTime } from "../words/until-time.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import styles from "./expiry-clock.module.css";

/** On a message that will disappear; on hover, when. */
export function ExpiryClock({ at }: { at: number }) {
  const { expiry } = useWords().order;
  const language = useLanguage();
  const now = useNow(30_000);
  return (
    <span
      className={styles.clock}
      role="img"
      data-expiry
      aria-label={expiry.goes(momentName(at, language))}
      data-tooltip={expiry.goes(untilTime(at, now, language))}
    >
      <Timer size={14} aria-hidden="true" />
    </span>
  );
}
