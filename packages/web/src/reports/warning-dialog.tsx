import type { Warning } from "@parley/contract";
import { useClient } from "../client-context.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useAction } from "../use-action.ts";
import { exactTime } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import styles from "./warning-dialog.module.css";

/** Comes with every visit until I say that I have read it. */
export function WarningDialog({ warnings, onClose }: { warnings: readonly Warning[]; onClose: () => void }) {
  const { warning: text } = useWords().reports;
  const language = useLanguage();
  const client = useClient();
  const action = useAction();
  const acknowledge = async () => {
    for (const { id } of warnings) await client.call("warning:acknowledge", { warningId: id });
  };
  return (
    <Dialog
      title={text.title(warnings.length)}
      onClose={onClose}
      footer={
        <Button look="primary" isBusy={action.isBusy} data-autofocus onClick={() => void action.run(acknowledge)}>
          {text.read}
        </Button>
      }
    >
      <p>{text.text}</p>
      {warnings.map((warning) => (
        <blockquote key={warning.id} className={styles.warning}>
          <p dir="auto">{warning.text}</p>
          <footer className={styles.when}>{exactTime(warning.givenAt, language)}</footer>
        </blockquote>
      ))}
      {action.error !== null && <Banner kind="danger">{action.error}</Banner>}
    </Dialog>
  );
}
