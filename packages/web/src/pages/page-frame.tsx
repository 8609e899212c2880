import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { IconButton } from "../ui/button.tsx";
import { useIsPhone } from "../use-media.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./page-frame.module.css";

export interface PageFrameProps {
  title: string;
  /** Beside the title. */
  actions?: ReactNode;
  /** Below the title, above what scrolls. */
  bar?: ReactNode;
  children: ReactNode;
}

/** A page in the conversation's place: a title that stays, and what scrolls below it. */
export function PageFrame({ title, actions, bar, children }: PageFrameProps) {
  const words = useWords();
  const isPhone = useIsPhone();
  const [, navigate] = useLocation();
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        {isPhone && <IconButton label={words.app.back} icon={<ArrowLeft size={20} />} onClick={() => navigate("/")} />}
        <h1 className={styles.title}>{title}</h1>
        {actions}
      </header>
      {bar && <div className={styles.bar}>{bar}</div>}
      <div className={styles.scroll}>
        <div className={styles.content}>{children}</div>
      </div>
    </main>
  );
}
