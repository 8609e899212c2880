import { Suspense } from "react";
import { PollCard } from "../screens.ts";
import styles from "./poll-place.module.css";
import type { PollProps } from "./poll-props.ts";

/** What may be answered. Its lines are there at once, as high as they stay; what one does with them is fetched. */
export function PollPlace(props: PollProps) {
  const lines = props.poll.answers.map((answer) => (
    <p key={answer} className={styles.answer} dir="auto">
      {answer}
    </p>
  ));
  return (
    <div className={styles.place}>
      <Suspense fallback={lines}>
        <PollCard {...props} />
      </Suspense>
    </div>
  );
}
