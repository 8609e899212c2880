import { useClientState } from "../use-client-state.ts";
import styles from "./emoji-sign.module.css";

/** An emoji as large as the text: of this server's own its picture, if there is one by that name. */
export function EmojiSign({ emoji: text }: { emoji: string }) {
  const own = useClientState(({ emoji }) => emoji.get(text.slice(1, -1)));
  if (own === undefined) return text;
  const url = `/emoji/${own.id}`;
  return (
    <picture>
      {own.isAnimated && <source srcSet={`${url}/still`} media="(prefers-reduced-motion: reduce)" />}
      <img className={styles.emoji} src={url} alt={text} loading="lazy" />
    </picture>
  );
}
