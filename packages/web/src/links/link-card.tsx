import type { TimelineRow } from "@parley/client";
import type { LinkPreview } from "@parley/contract";
import { X } from "lucide-react";
import { useState } from "react";
import { useClient } from "../client-context.ts";
import { thumbnailUrl } from "../files/file-urls.ts";
import { Likeness } from "../files/likeness.tsx";
import { useStage } from "../messages/conversation-context.ts";
import { useToast } from "../ui/toast.tsx";
import { useMe, useRoom } from "../use-client-state.ts";
import { failureText } from "../words/failure-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import styles from "./link-card.module.css";
import { hostOf, pathOf } from "./link-words.ts";

export interface LinkCardProps {
  row: TimelineRow;
  isTabStop: boolean;
}

/** What is behind the link of a message; of one that nothing is known of, where it leads. */
export function LinkCard({ row, isTabStop }: LinkCardProps) {
  const { preview } = row.message;
  if (preview === undefined) return null;
  const tabIndex = isTabStop ? 0 : -1;
  return (
    <div className={styles.card}>
      <a
        className={styles.link}
        href={preview.url}
        target="_blank"
        rel="noopener noreferrer nofollow"
        tabIndex={tabIndex}
        dir="auto"
      >
        <Said preview={preview} />
        {preview.image && <Picture key={preview.image.id} image={preview.image} />}
      </a>
      <Remove row={row} tabIndex={tabIndex} />
    </div>
  );
}

function Said({ preview }: { preview: LinkPreview }) {
  const { url, title, siteName, description, isComing } = preview;
  const host = hostOf(url);
  return (
    <span className={styles.words}>
      <bdi className={styles.site}>{siteName ?? host}</bdi>
      {title !== undefined && (
        <span className={styles.title} dir="auto" data-is-long={description === undefined}>
          {title}
        </span>
      )}
      {title !== undefined && description !== undefined && (
        <span className={styles.description} dir="auto">
          {description}
        </span>
      )}
      {title === undefined && !isComing && (
        <bdi className={styles.path} dir="ltr">
          {pathOf(url)}
        </bdi>
      )}
      {isComing && (
        <>
          <span className={styles.bar} />
          <span className={styles.bar} />
        </>
      )}
    </span>
  );
}

function Picture({ image }: { image: NonNullable<LinkPreview["image"]> }) {
  const [isGone, setGone] = useState(false);
  if (isGone) return null;
  return (
    <span className={styles.picture}>
      <Likeness file={image} />
      <img
        className={styles.image}
        src={thumbnailUrl(image, "small")}
        alt=""
        width={image.width}
        height={image.height}
        draggable={false}
        onError={() => setGone(true)}
      />
    </span>
  );
}

/** For who wrote it, and for moderators. */
function Remove({ row, tabIndex }: { row: TimelineRow; tabIndex: number }) {
  const words = useWords();
  const language = useLanguage();
  const client = useClient();
  const toast = useToast();
  const { roomId } = useStage();
  const role = useRoom(roomId)?.state.role;
  const isMine = useMe()?.id === row.message.senderId;
  if (row.status !== "stored" || (!isMine && role !== "owner" && role !== "moderator")) return null;
  const remove = () =>
    client
      .call("preview:remove", { roomId, messageId: row.message.id })
      .catch((error: unknown) => toast({ text: failureText(words, language, error) }));
  return (
    <button
      type="button"
      className={styles.remove}
      tabIndex={tabIndex}
      aria-label={words.links.remove}
      data-tooltip={words.links.remove}
      onClick={() => void remove()}
    >
      <X size={16} aria-hidden="true" />
    </button>
  );
}
