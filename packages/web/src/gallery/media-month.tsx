import type { ReactNode } from "react";
import { SectionHeading } from "../search/section-heading.tsx";
import { monthName } from "../words/times.ts";
import { useLanguage } from "../words/use-words.ts";
import styles from "./gallery-shelf.module.css";
import type { GalleryMonth } from "./months.ts";

export interface MediaMonthProps {
  month: GalleryMonth;
  /** Squares side by side; else rows. */
  isGrid: boolean;
  children: ReactNode;
}

export function MediaMonth({ month, isGrid, children }: MediaMonthProps) {
  const language = useLanguage();
  return (
    <section className={styles.month}>
      <SectionHeading className={styles.heading}>{monthName(month.sentAt, language)}</SectionHeading>
      <ul className={isGrid ? styles.grid : styles.rows}>{children}</ul>
    </section>
  );
}
