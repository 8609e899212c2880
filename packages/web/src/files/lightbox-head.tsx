import { Download, MessageSquare, X, ZoomIn, ZoomOut } from "lucide-react";
import { IconButton } from "../ui/button.tsx";
import { usePerson } from "../use-client-state.ts";
import { useNow } from "../use-now.ts";
import { untilName } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { downloadUrl } from "./file-urls.ts";
import styles from "./lightbox.module.css";
import type { ShownPicture } from "./show-file.ts";

export interface LightboxHeadProps {
  picture: ShownPicture;
  isZoomed: boolean;
  onZoom: () => void;
  onClose: () => void;
  /** To its message. */
  onJump: () => void;
}

/** What is shown, and what can be done with it. */
export function LightboxHead({ picture, isZoomed, onZoom, onClose, onJump }: LightboxHeadProps) {
  const words = useWords();
  const language = useLanguage();
  const now = useNow(60_000);
  const { file, senderId, sentAt, isStored } = picture;
  const name = usePerson(senderId)?.name ?? words.messages.unknownPerson;
  return (
    <header className={styles.head}>
      <p className={styles.words} role="status">
        <bdi className={styles.name}>{file.name}</bdi>{" "}
        <span className={styles.facts}>
          <bdi>{name}</bdi> · {untilName(sentAt, now, language)}
        </span>
      </p>
      {file.kind === "image" && (
        <IconButton
          label={isZoomed ? words.files.zoomOut : words.files.zoomIn}
          icon={isZoomed ? <ZoomOut size={20} /> : <ZoomIn size={20} />}
          onClick={onZoom}
        />
      )}
      {isStored && (
        <>
          <a
            className={styles.link}
            href={downloadUrl(file)}
            download={file.name}
            aria-label={words.files.download(file.name)}
          >
            <Download size={20} />
          </a>
          <IconButton
            label={words.files.toMessage}
            icon={<MessageSquare size={20} />}
            onClick={() => {
              onClose();
              onJump();
            }}
          />
        </>
      )}
      <IconButton label={words.app.close} keys="Esc" icon={<X size={20} />} data-autofocus onClick={onClose} />
    </header>
  );
}
