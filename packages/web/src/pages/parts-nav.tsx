import { useEffect, useRef } from "react";
import { Link } from "wouter";
import styles from "./parts-nav.module.css";

export interface PagePart {
  href: string;
  label: string;
  isCurrent: boolean;
}

/** The parts of a page, side by side above what they show. */
export function PartsNav({ label, parts }: { label: string; parts: readonly PagePart[] }) {
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone they may not all fit beside each other.
    nav.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, []);
  return (
    <nav ref={nav} className={styles.nav} aria-label={label}>
      {parts.map((part) => (
        <Link
          key={part.href}
          href={part.href}
          className={styles.part}
          aria-current={part.isCurrent ? "page" : undefined}
        >
          {part.label}
        </Link>
      ))}
    </nav>
  );
}
