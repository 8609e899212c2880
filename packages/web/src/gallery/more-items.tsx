import { type RefObject, useEffect, useRef } from "react";
import { Late } from "../ui/skeleton.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { useWords } from "../words/use-words.ts";
import styles from "./gallery-shelf.module.css";

/** The next page is fetched before its place comes into sight. */
export function MoreItems({ scroller, onReach }: { scroller: RefObject<HTMLElement | null>; onReach: () => void }) {
  const { app } = useWords();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return undefined;
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && onReach(), {
      root: scroller.current,
      rootMargin: "800px",
    });
    watcher.observe(place.current);
    return () => watcher.disconnect();
  }, [onReach, scroller]);
  return (
    <div ref={place}>
      <Late label={app.loading}>
        <div className={styles.more}>
          <Spinner />
        </div>
      </Late>
    </div>
  );
}
