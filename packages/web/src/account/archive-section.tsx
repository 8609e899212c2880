import type { Export } from "@parley/contract";
import { Download } from "lucide-react";
import { useClient } from "../client-context.ts";
import { Section } from "../settings/section.tsx";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { useAction } from "../use-action.ts";
import { useNow } from "../use-now.ts";
import { untilTime } from "../words/until-time.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import styles from "./account.module.css";
import { fileSize } from "./file-size.ts";

/** Everything of mine as one file, made in the background. */
export function ArchiveSection({ archive }: { archive: Export | null }) {
  const { archive: text } = useWords().account;
  const client = useClient();
  const action = useAction();
  const start = () => void action.run(() => client.call("export:start", {}));
  return (
    <Section title={text.title} hint={text.hint}>
      {archive?.state === "failed" && <Banner kind="danger">{text.failed}</Banner>}
      {action.error !== null && <Banner kind="danger">{action.error}</Banner>}
      <div className={styles.archive}>
        {archive?.state === "running" ? (
          <Progress archive={archive} />
        ) : (
          <div className={styles.line}>
            {archive?.state === "ready" && <Ready archive={archive} />}
            <Button isBusy={action.isBusy} onClick={start}>
              {archive?.state === "ready" ? text.again : text.start}
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
}

function Progress({ archive }: { archive: Export }) {
  const { archive: text } = useWords().account;
  return (
    <div className={styles.progress}>
      <p className={styles.ends}>
        <span>{text.running}</span>
        <span className={styles.hint}>{text.progress(archive.done, archive.total)}</span>
      </p>
      <progress
        className={styles.bar}
        aria-label={text.running}
        value={archive.done}
        max={Math.max(1, archive.total)}
      />
      <p className={styles.hint}>{text.leave}</p>
    </div>
  );
}

function Ready({ archive }: { archive: Export }) {
  const { archive: text } = useWords().account;
  const language = useLanguage();
  const now = useNow(60_000);
  return (
    <>
      <div className={styles.words}>
        <p className={styles.strong}>{text.ready(fileSize(archive.bytes ?? 0, language))}</p>
        {archive.expiresAt !== null && (
          <p className={styles.hint}>{text.until(untilTime(archive.expiresAt, now, language))}</p>
        )}
      </div>
      <a className={styles.download} href="/exports/mine" download>
        <Download size={18} aria-hidden="true" />
        {text.download}
      </a>
    </>
  );
}
