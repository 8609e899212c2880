import { Link } from "wouter";
import { useWords } from "../words/use-words.ts";
import styles from "./settings-nav.module.css";
import { type SettingsPart, settingsParts } from "./settings-parts.ts";

/** The parts of the settings, side by side above them. */
export function SettingsNav({ current }: { current: SettingsPart }) {
  const words = useWords();
  return (
    <nav className={styles.nav} aria-label={words.settings.parts}>
      {settingsParts.map((part) => (
        <Link
          key={part.id}
          href={part.id === "" ? "/settings" : `/settings/${part.id}`}
          className={styles.part}
          aria-current={part === current ? "page" : undefined}
        >
          {part.label(words)}
        </Link>
      ))}
    </nav>
  );
}
