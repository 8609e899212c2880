import { Suspense } from "react";
import { Redirect, useRoute } from "wouter";
import { PageFrame } from "../pages/page-frame.tsx";
import { PartsNav } from "../pages/parts-nav.tsx";
import { useClientState, useMe } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./settings-page.module.css";
import { settingsParts } from "./settings-parts.ts";

/** What I decide: how the interface behaves, who I am here, how I prove it. One part at a time. */
export function SettingsPage() {
  const words = useWords();
  const { settings } = words;
  const [, params] = useRoute("/settings/:section?");
  const version = useClientState((state) => state.server?.version);
  const isAdministrator = (useMe()?.role ?? "person") !== "person";
  const offered = settingsParts.filter((one) => isAdministrator || one.isForAdministrators !== true);
  const part = offered.find((one) => one.id === (params?.section ?? ""));
  if (part === undefined) return <Redirect to="/settings" replace />;
  const parts = offered.map((one) => ({
    href: one.id === "" ? "/settings" : `/settings/${one.id}`,
    label: one.label(words),
    isCurrent: one === part,
  }));
  return (
    <PageFrame key={part.id} title={settings.title} bar={<PartsNav label={settings.parts} parts={parts} />}>
      <Suspense fallback={null}>
        <div className={styles.sections}>
          <part.Sections />
          {version !== undefined && <p className={styles.version}>Parley · {settings.version(version)}</p>}
        </div>
      </Suspense>
    </PageFrame>
  );
}
