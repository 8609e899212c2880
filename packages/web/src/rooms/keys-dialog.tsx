import { keyNames } from "../keys.ts";
import { Dialog } from "../ui/dialog.tsx";
import { useClientState } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import type { Words } from "../words/words.ts";
import { KeyCaps } from "./key-caps.tsx";
import styles from "./keys-dialog.module.css";

/** Ctrl/⌘+/: every key there is. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const sendKey = useClientState((state) => state.settings.sendKey);
  return (
    <Dialog title={words.keys.title} onClose={onClose} isWide isText>
      {keyGroups(words, sendKey === "enter").map((group) => (
        <section key={group.title} className={styles.group}>
          <h3 className={styles.heading}>{group.title}</h3>
          <dl className={styles.list}>
            {group.keys.map(([what, keys]) => (
              <div key={what} className={styles.row}>
                <dt>{what}</dt>
                <dd>
                  <KeyCaps keys={keyNames(keys)} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}

interface KeyGroup {
  title: string;
  keys: readonly (readonly [what: string, keys: string])[];
}

function keyGroups({ keys }: Words, isEnterSending: boolean): readonly KeyGroup[] {
  return [
    {
      title: keys.groupMove,
      keys: [
        [keys.switcher, "Mod+K"],
        [keys.search, "Mod+Shift+F"],
        [keys.nextRoom, "Alt+↓"],
        [keys.previousRoom, "Alt+↑"],
        [keys.nextUnread, "Alt+Shift+↓"],
        [keys.previousUnread, "Alt+Shift+↑"],
        [keys.markRead, "Esc"],
        [keys.list, "Mod+/"],
      ],
    },
    {
      title: keys.groupWrite,
      keys: [
        [keys.send, isEnterSending ? "Enter" : "Mod+Enter"],
        [keys.sendLater, "Mod+Shift+Enter"],
        [keys.newLine, isEnterSending ? "Shift+Enter" : "Enter"],
        [keys.editLast, "↑"],
        [keys.cancel, "Esc"],
        [keys.bold, "Mod+B"],
        [keys.italic, "Mod+I"],
        [keys.strike, "Mod+Shift+X"],
        [keys.spoiler, "Mod+Shift+S"],
        [keys.code, "Mod+E"],
        [keys.link, "Mod+K"],
        [keys.pastePlain, "Mod+Shift+V"],
      ],
    },
    {
      title: keys.groupMessages,
      keys: [
        [keys.moveMessages, "↑ ↓"],
        [keys.messageMenu, "Enter"],
        [keys.react, "+"],
        [keys.reply, "R"],
        [keys.replyInThread, "T"],
        [keys.edit, "E"],
        [keys.remove, "Del"],
        [keys.focusComposer, "Esc"],
      ],
    },
  ];
}
