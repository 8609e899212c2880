import { MessagesSquare } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { useWords } from "../words/use-words.ts";
import styles from "./entry-frame.module.css";

export interface EntryFrameProps {
  title: string;
  text?: ReactNode;
  /** Instead of the product's mark. */
  mark?: ReactNode;
  children?: ReactNode;
  /** Small print under the card: the other way in. */
  footer?: ReactNode;
}

/** The card in the middle that every screen before the rooms is. */
export function EntryFrame({ title, text, mark, children, footer }: EntryFrameProps) {
  const words = useWords();
  useEffect(() => {
    document.title = `${title} · ${words.app.name}`;
  }, [title, words]);
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <div className={styles.card}>
          <header className={styles.header}>
            {mark ?? (
              <span className={styles.mark} aria-hidden="true">
                <MessagesSquare size={26} />
              </span>
            )}
            <h1 className={styles.title}>{title}</h1>
            {text && <p className={styles.text}>{text}</p>}
          </header>
          {children}
        </div>
        {footer && <div className={styles.footer}>{footer}</div>}
      </div>
    </main>
  );
}
