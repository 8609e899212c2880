import type { GalleryKind, RoomId } from "@parley/contract";
import { ArrowLeft, X } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { useLocation } from "wouter";
import { isComposing } from "../keys.ts";
import { useConversation } from "../messages/conversation-context.ts";
import { threadPath } from "../threads/thread-path.ts";
import { IconButton } from "../ui/button.tsx";
import { useMedia } from "../use-media.ts";
import { useWords } from "../words/use-words.ts";
import { galleryTabs, type MessagePlace } from "./gallery-item.ts";
import styles from "./gallery-panel.module.css";
import { GalleryShelf } from "./gallery-shelf.tsx";

export interface GalleryPanelProps {
  roomId: RoomId;
  onClose: () => void;
}

/** What was shared in a room and its threads: pictures and films, files, links, voice messages. */
export function GalleryPanel({ roomId, onClose }: GalleryPanelProps) {
  const { gallery } = useWords();
  // As narrow as this, the panel stands in place of the conversation (conversation-page.module.css).
  const isAlone = useMedia("(max-width: 1080px)");
  const { jumpTo } = useConversation();
  const [, navigate] = useLocation();
  const [tab, setTab] = useState<GalleryKind>("media");
  const id = useId();
  const Pane = isAlone ? "main" : "aside";
  const Title = isAlone ? "h1" : "h2";
  const toMessage = ({ thread, seq }: MessagePlace) => {
    if (thread !== undefined) navigate(`${threadPath(thread)}?at=${seq}`);
    else if (isAlone) navigate(`/r/${roomId}?at=${seq}`);
    else jumpTo(seq);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    onClose();
    document.getElementById("composer")?.focus();
  };
  return (
    <Pane className={styles.panel} aria-label={gallery.title} onKeyDown={onKeyDown}>
      <header className={styles.header}>
        {isAlone && <IconButton label={gallery.close} icon={<ArrowLeft size={20} />} onClick={onClose} />}
        <Title className={styles.title}>{gallery.title}</Title>
        {!isAlone && <IconButton label={gallery.close} keys="Esc" icon={<X size={20} />} onClick={onClose} />}
      </header>
      <Tabs id={id} tab={tab} onTab={setTab} />
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`} className={styles.body}>
        <GalleryShelf key={tab} roomId={roomId} tab={tab} onJump={toMessage} />
      </div>
    </Pane>
  );
}

interface TabsProps {
  id: string;
  tab: GalleryKind;
  onTab: (tab: GalleryKind) => void;
}

/** The chosen one is the tab stop; arrows choose (WAI-ARIA practices, tabs). */
function Tabs({ id, tab, onTab }: TabsProps) {
  const { gallery } = useWords();
  const onKeyDown = (event: KeyboardEvent) => {
    const isMirrored = getComputedStyle(event.currentTarget).direction === "rtl";
    const ends = { Home: 0, End: -1 }[event.key];
    const by = { ArrowRight: isMirrored ? -1 : 1, ArrowLeft: isMirrored ? 1 : -1 }[event.key];
    if (by === undefined && ends === undefined) return;
    event.preventDefault();
    const to = ends ?? (galleryTabs.indexOf(tab) + (by ?? 0)) % galleryTabs.length;
    const next = galleryTabs.at(to) ?? tab;
    onTab(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={gallery.title} className={styles.tabs} onKeyDown={onKeyDown}>
      {galleryTabs.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`${id}-${one}`}
          className={styles.tab}
          aria-selected={one === tab}
          aria-controls={`${id}-panel`}
          tabIndex={one === tab ? 0 : -1}
          onClick={() => onTab(one)}
        >
          {gallery.tabs[one]}
        </button>
      ))}
    </div>
  );
}
