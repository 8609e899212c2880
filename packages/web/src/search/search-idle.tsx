import { searchOperators } from "@parley/contract";
import { History } from "lucide-react";
import type { RefObject } from "react";
import { Button } from "../ui/button.tsx";
import { useWords } from "../words/use-words.ts";
import { problemText } from "./problem-text.ts";
import styles from "./search-idle.module.css";
import { SectionHeading } from "./section-heading.tsx";
import type { SearchQuery } from "./use-search-query.ts";

export interface SearchIdleProps {
  query: SearchQuery;
  recent: readonly string[];
  onForget: () => void;
  field: RefObject<HTMLInputElement | null>;
}

/** Before anything is searched: what was, and what can be said besides words. */
export function SearchIdle({ query, recent, onForget, field }: SearchIdleProps) {
  const { search } = useWords();
  const problem = query.problem === null ? null : problemText(search, query.problem);
  const write = (text: string) => {
    query.setText(text);
    field.current?.focus();
  };
  return (
    <div className={styles.idle}>
      <div role="status">{problem !== null && <p className={styles.problem}>{problem}</p>}</div>
      {problem === null && recent.length > 0 && (
        <section>
          <div className={styles.head}>
            <SectionHeading className={styles.heading}>{search.recent}</SectionHeading>
            <Button isSmall look="quiet" onClick={onForget}>
              {search.forget}
            </Button>
          </div>
          <ul>
            {recent.map((text) => (
              <li key={text}>
                <button type="button" className={styles.recent} onClick={() => write(text)}>
                  <History size={16} aria-hidden="true" />
                  <span className={styles.text} dir="auto">
                    {text}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <SectionHeading className={styles.heading}>{search.narrow}</SectionHeading>
        <ul className={styles.operators}>
          {searchOperators.map((name) => (
            <li key={name}>
              <button type="button" className={styles.operator} onClick={() => write(appended(query.text, `${name}:`))}>
                <code className={styles.name}>{name}:</code>
                <span>{search.operators[name]}</span>
              </button>
            </li>
          ))}
        </ul>
        <p className={styles.tips}>{search.tips}</p>
      </section>
    </div>
  );
}

function appended(text: string, piece: string): string {
  const before = text.trim();
  return before === "" ? piece : `${before} ${piece}`;
}
