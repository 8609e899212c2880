import { Copy, Download, Printer } from "lucide-react";
import { Button } from "../ui/button.tsx";
import { copyText } from "../ui/copy-text.ts";
import { Dialog } from "../ui/dialog.tsx";
import { useToast } from "../ui/toast.tsx";
import { useClientState } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./recovery-dialog.module.css";

/** The recovery codes, this once. */
export function RecoveryDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { account, app } = useWords();
  const { recovery } = account;
  const toast = useToast();
  const head = useClientState(({ server, me }) => recovery.fileHead(server?.name ?? app.name, me?.handle ?? ""));
  const text = `${head}\n\n${codes.join("\n")}\n`;
  const copy = async () => {
    if (await copyText(text)) toast({ text: app.copied });
  };
  return (
    <Dialog
      title={recovery.title}
      onClose={onClose}
      footer={
        <Button look="primary" data-autofocus onClick={onClose}>
          {recovery.kept}
        </Button>
      }
    >
      <p>{recovery.text}</p>
      <div className={styles.paper}>
        <p className={styles.head}>{head}</p>
        <ul className={styles.codes} aria-label={recovery.list}>
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.ways}>
        <Button icon={<Copy size={18} />} onClick={() => void copy()}>
          {recovery.copy}
        </Button>
        <Button icon={<Printer size={18} />} onClick={() => print()}>
          {recovery.print}
        </Button>
        <Button icon={<Download size={18} />} onClick={() => saveText(recovery.file, text)}>
          {recovery.download}
        </Button>
      </div>
    </Dialog>
  );
}

/** Hands a text to the browser as a file. */
function saveText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
