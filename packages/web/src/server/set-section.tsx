import { type StickerOfSet, stickerLimits } from "@parley/contract";
import { useRef, useState } from "react";
import { Section } from "../settings/section.tsx";
import { smallUrl } from "../stickers/sticker-urls.ts";
import { Button } from "../ui/button.tsx";
import { useNow } from "../use-now.ts";
import { relativeTime } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { AddStickersDialog } from "./add-stickers-dialog.tsx";
import type { OwnSet } from "./own-set.ts";
import { PictureInput } from "./picture-input.tsx";
import { RemoveSetDialog, RenameSetDialog } from "./set-dialogs.tsx";
import { StickerDialog } from "./sticker-dialog.tsx";
import styles from "./sticker-sections.module.css";

/** One set: what is in it, and for those who may, what can be done with it. */
export function SetSection({ set, maker }: { set: OwnSet; maker: string | undefined }) {
  const words = useWords();
  const text = words.stickers.own;
  const language = useLanguage();
  const now = useNow(60_000);
  const made = relativeTime(set.addedAt, now, language);
  const [changed, setChanged] = useState<StickerOfSet | null>(null);
  return (
    <Section title={set.name} hint={text.facts(set.stickers.length, maker ?? words.messages.unknownPerson, made)}>
      {set.mayChange && <SetButtons set={set} />}
      {set.stickers.length === 0 ? (
        <p className={styles.none}>{text.empty}</p>
      ) : (
        <ul className={styles.grid}>
          {set.stickers.map((sticker) => (
            <li key={sticker.stickerId}>
              <Cell sticker={sticker} {...(set.mayChange && { onChange: () => setChanged(sticker) })} />
            </li>
          ))}
        </ul>
      )}
      {changed && <StickerDialog sticker={changed} onClose={() => setChanged(null)} />}
    </Section>
  );
}

function Cell({ sticker, onChange }: { sticker: StickerOfSet; onChange?: () => void }) {
  const { messages, stickers } = useWords();
  const { emoji, words = "" } = sticker;
  const picture = (alt: string) => (
    <img src={smallUrl(sticker)} alt={alt} loading="lazy" decoding="async" className={styles.picture} />
  );
  if (!onChange) return <div className={styles.cell}>{picture(`${messages.sticker(emoji)} ${words}`.trim())}</div>;
  return (
    <button type="button" className={styles.cell} aria-label={stickers.own.change(emoji, words)} onClick={onChange}>
      {picture("")}
      <span className={styles.meaning} aria-hidden="true">
        {emoji}
      </span>
    </button>
  );
}

function SetButtons({ set }: { set: OwnSet }) {
  const text = useWords().stickers.own;
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<readonly File[] | null>(null);
  const [dialog, setDialog] = useState<"rename" | "remove" | null>(null);
  const close = () => setDialog(null);
  const room = stickerLimits.stickers - set.stickers.length;
  return (
    <div className={styles.buttons}>
      <Button
        look="primary"
        isSmall
        aria-label={text.addTo(set.name)}
        disabled={room <= 0}
        onClick={() => input.current?.click()}
      >
        {text.add}
      </Button>
      <Button isSmall aria-label={text.renameNamed(set.name)} onClick={() => setDialog("rename")}>
        {text.rename}
      </Button>
      <Button isSmall aria-label={text.removeNamed(set.name)} onClick={() => setDialog("remove")}>
        {text.remove}
      </Button>
      <PictureInput
        ref={input}
        label={text.choose}
        isMultiple
        onChoose={(files) => files.length > 0 && setChosen(files)}
      />
      {chosen && <AddStickersDialog set={set} pictures={chosen} room={room} onClose={() => setChosen(null)} />}
      {dialog === "rename" && <RenameSetDialog set={set} onClose={close} />}
      {dialog === "remove" && <RemoveSetDialog set={set} onClose={close} />}
    </div>
  );
}
