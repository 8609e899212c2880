import type { SharedFile, User } from "@parley/contract";
import { Download, MessageSquare } from "lucide-react";
import type { ReactNode } from "react";
import { fileSize } from "../account/file-size.ts";
import { AudioPlayer } from "../files/audio-player.tsx";
import { FileIcon } from "../files/file-icon.tsx";
import { downloadUrl } from "../files/file-urls.ts";
import { VoicePlayer } from "../files/voice-player.tsx";
import { TextLink } from "../messages/message-links.tsx";
import { IconButton } from "../ui/button.tsx";
import { classes } from "../ui/classes.ts";
import { usePerson } from "../use-client-state.ts";
import { useNow } from "../use-now.ts";
import { exactTime, shortTime } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import type { GalleryItem } from "./gallery-item.ts";
import styles from "./gallery-row.module.css";
import { linkWords } from "./links-in.ts";
import { MediaTile } from "./media-tile.tsx";

export interface GalleryRowProps {
  item: GalleryItem;
  /** Whoever sent it, if they are not known otherwise. */
  person: User | undefined;
  isTabStop: boolean;
  onJump: () => void;
}

/** One thing that was shared: to look at, to keep, or to follow; and the way to its message. */
export function GalleryRow(props: GalleryRowProps) {
  const { item, isTabStop } = props;
  const { file, link } = item;
  if (link !== undefined) return <LinkRow {...props} link={link} />;
  if (file === undefined) return null;
  if (file.kind === "image" || file.kind === "video")
    return <MediaTile item={{ ...item, file, isStored: true }} isTabStop={isTabStop} />;
  if (file.kind === "voice")
    return <PlayerRow {...props} player={<VoicePlayer roomId={item.roomId} message={item} file={file} />} />;
  if (file.kind === "audio") return <PlayerRow {...props} player={<AudioPlayer file={file} />} title={file.name} />;
  return <FileRow {...props} file={file} />;
}

function FileRow({ file, ...props }: GalleryRowProps & { file: SharedFile }) {
  const words = useWords();
  const language = useLanguage();
  return (
    <li className={styles.row}>
      <a
        className={styles.main}
        href={downloadUrl(file)}
        download={file.name}
        tabIndex={props.isTabStop ? 0 : -1}
        data-item={props.item.key}
      >
        <FileIcon file={file} />
        <span className={styles.words}>
          <bdi className={styles.title}>{file.name}</bdi>
          <Facts {...props}>{fileSize(file.size, language)}</Facts>
        </span>
        <Download size={18} role="img" aria-label={words.files.downloadIt} className={styles.sign} />
      </a>
      <ToMessage {...props} />
    </li>
  );
}

function LinkRow({ link, ...props }: GalleryRowProps & { link: NonNullable<GalleryItem["link"]> }) {
  const { title, place } = linkWords(link);
  return (
    <li className={styles.row} data-link>
      <span className={styles.letter} aria-hidden="true">
        {place.slice(0, 1).toUpperCase()}
      </span>
      <div className={styles.words}>
        <span className={classes(styles.title, styles.link)} dir="auto">
          <TextLink href={link.href} tabIndex={props.isTabStop ? 0 : -1} data-item={props.item.key}>
            {title}
          </TextLink>
        </span>
        <Facts {...props}>{title.startsWith(place) ? "" : place}</Facts>
      </div>
      <ToMessage {...props} />
    </li>
  );
}

function PlayerRow({ player, title, ...props }: GalleryRowProps & { player: ReactNode; title?: string }) {
  return (
    <li className={styles.player}>
      <div className={styles.line}>
        <Facts {...props}>{title ?? ""}</Facts>
        <ToMessage {...props} isItem />
      </div>
      {player}
    </li>
  );
}

/** Who sent it, and when. */
function Facts({ item, person, children }: Pick<GalleryRowProps, "item" | "person"> & { children: string }) {
  const words = useWords();
  const language = useLanguage();
  const now = useNow(60_000);
  const name = (usePerson(item.senderId) ?? person)?.name ?? words.messages.unknownPerson;
  return (
    <span className={styles.facts}>
      {children !== "" && <bdi>{children} · </bdi>}
      <bdi>{name}</bdi> ·{" "}
      <time dateTime={new Date(item.sentAt).toISOString()} data-tooltip={exactTime(item.sentAt, language)}>
        {shortTime(item.sentAt, now, language)}
      </time>
    </span>
  );
}

/** Where the row itself does nothing, this is what arrows reach. */
function ToMessage({ item, isTabStop, onJump, isItem }: GalleryRowProps & { isItem?: boolean }) {
  const { files } = useWords();
  return (
    <IconButton
      label={files.toMessage}
      icon={<MessageSquare size={18} />}
      tabIndex={isTabStop ? 0 : -1}
      data-item={isItem ? item.key : undefined}
      onClick={onJump}
    />
  );
}
