import { limits } from "@parley/contract";
import { classes } from "../ui/classes.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./counter.module.css";

/** Under a long text: how much of it still fits. */
export function Counter({ length }: { length: number }) {
  const { writing: words } = useWords();
  const left = limits.bodyCharacters - length;
  return (
    <p className={classes(styles.counter, left < 0 && styles.over)} role="status">
      {left < 0 ? words.tooLong(-left) : words.left(left)}
    </p>
  );
}
