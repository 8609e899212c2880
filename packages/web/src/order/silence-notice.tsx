import { limits } from "@parley/contract";
import { Megaphone, VolumeX } from "lucide-react";
import { untilName } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import type { Silence } from "./silence.ts";
import styles from "./silence-notice.module.css";

/** In place of the box to write in. */
export function SilenceNotice({ silence }: { silence: Silence }) {
  const { order } = useWords();
  const language = useLanguage();
  const Icon = silence.why === "muted" ? VolumeX : Megaphone;
  return (
    <p className={styles.notice} role="status">
      <Icon size={18} className={styles.icon} aria-hidden="true" />
      <span>
        {silence.why === "announcement"
          ? order.silence.announcement
          : silence.until >= limits.forGood
            ? order.silence.mutedForGood
            : order.silence.muted(untilName(silence.until, Date.now(), language))}
      </span>
    </p>
  );
}
