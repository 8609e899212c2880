import { useCallback } from "react";
import { useClient } from "../client-context.ts";
import { Section } from "../settings/section.tsx";
import { Banner } from "../ui/banner.tsx";
import { Late, Skeleton } from "../ui/skeleton.tsx";
import { useClientState } from "../use-client-state.ts";
import { useLoad } from "../use-load.ts";
import { failureText } from "../words/failure-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { NewSet } from "./new-set.tsx";
import { SetSection } from "./set-section.tsx";
import styles from "./sticker-sections.module.css";

/** The sets of stickers of this server's own: for everybody to see, and for those who may, to make and change. */
export function StickerSections() {
  const words = useWords();
  const text = words.stickers.own;
  const language = useLanguage();
  const client = useClient();
  // Loaded anew with every change, whoever made it.
  const rev = useClientState((state) => state.stickersRev);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  const { data, error } = useLoad(useCallback(() => client.call("sticker:list-own", {}), [client, rev]));
  if (data === null && error !== null) return <Banner kind="danger">{failureText(words, language, error)}</Banner>;
  if (data === null)
    return (
      <Late label={words.app.loading}>
        <Skeleton width="100%" height="180px" />
      </Late>
    );
  const { sets, people, mayAdd } = data;
  return (
    <>
      {mayAdd && <NewSet count={sets.length} />}
      <div className={styles.here}>
        {sets.length === 0 && (
          <Section title={text.here} {...(!mayAdd && { hint: text.mayNot })}>
            <p className={styles.none}>{text.none}</p>
          </Section>
        )}
        {sets.map((set) => (
          <SetSection key={set.id} set={set} maker={people.find(({ id }) => id === set.addedBy)?.name} />
        ))}
      </div>
    </>
  );
}
