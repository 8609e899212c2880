import { Suspense } from "react";
import { Redirect, useRoute } from "wouter";
import { PageFrame } from "../pages/page-frame.tsx";
import { useClientState } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import { SettingsNav } from "./settings-nav.tsx";
import styles from "./settings-page.module.css";
import { settingsParts } from "./settings-parts.ts";

/** What I decide: how the interface behaves, who I am here, how I prove it. One part at a time. */
export function SettingsPage() {
  const { settings } = useWords();
  const [, params] = useRoute("/settings/:section?");
  const version = useClientState((state) => state.server?.version);
  const part = settingsParts.find((one) => one.id === (params?.section ?? ""));
  if (part === undefined) return <Redirect to="/settings" replace />;
  return (
    <PageFrame key={part.id} title={settings.title} bar={<SettingsNav current={part} />}>
      <Suspense fallback={null}>
        <div className={styles.sections}>
          <part.Sections />
          {version !== undefined && <p className={styles.version}>Parley · {settings.version(version)}</p>}
        </div>
      </Suspense>
    </PageFrame>
  );
}
