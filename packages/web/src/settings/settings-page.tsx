import { PageFrame } from "../pages/page-frame.tsx";
import { useClientState } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import { AccountSection } from "./account-section.tsx";
import { AppearanceSection } from "./appearance-section.tsx";
import { SessionsSection } from "./sessions-section.tsx";
import styles from "./settings-page.module.css";
import { WritingSection } from "./writing-section.tsx";

/** How the interface behaves for me, and where I am signed in. */
export function SettingsPage() {
  const { settings } = useWords();
  const version = useClientState((state) => state.server?.version);
  return (
    <PageFrame title={settings.title}>
      <div className={styles.sections}>
        <AccountSection />
        <AppearanceSection />
        <WritingSection />
        <SessionsSection />
        {version !== undefined && <p className={styles.version}>Parley · {settings.version(version)}</p>}
      </div>
    </PageFrame>
  );
}
