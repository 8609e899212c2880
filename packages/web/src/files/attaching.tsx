import type { OutgoingFile } from "@parley/client";
import { lazy, Suspense, useState } from "react";
import { createPortal } from "react-dom";
import { useClient } from "../client-context.ts";
import { useConversation } from "../messages/conversation-context.ts";
import { useToast } from "../ui/toast.tsx";
import { useLanguage, useWords } from "../words/use-words.ts";
import { admitted } from "./admitted.ts";
import { AttachMenu } from "./attach-menu.tsx";
import { DropZone } from "./drop-zone.tsx";
import { usePaste } from "./use-paste.ts";

export { AttachmentTray } from "./attachment-tray.tsx";

const PollDialog = lazy(async () => ({ default: (await import("../polls/poll-dialog.tsx")).PollDialog }));

export interface AttachingProps {
  /** Of the conversation. */
  title: string;
  /** The button, while its menu is open. */
  opener: HTMLElement | null;
  onClose: () => void;
  attached: readonly OutgoingFile[];
  onAttach: (files: readonly OutgoingFile[]) => void;
}

/** Files for the next message: chosen from a menu, dropped onto the conversation, or pasted. */
export function Attaching({ title, opener, onClose, attached, onAttach }: AttachingProps) {
  const client = useClient();
  const { composerId, isForemost } = useConversation();
  const words = useWords();
  const language = useLanguage();
  const toast = useToast();
  const admit = async (chosen: readonly File[]) => {
    const { files, refusal } = await admitted(chosen, { client, words: words.files, language, attached });
    onAttach(files);
    if (refusal !== null) toast({ text: refusal });
  };
  const onChosen = (chosen: readonly File[]) => void admit(chosen).catch(() => toast({ text: words.files.unreadable }));
  usePaste(composerId, onChosen);
  const { roomId, toLatest } = useConversation();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      {opener && <AttachMenu at={opener} onChosen={onChosen} onPoll={() => setAsking(true)} onClose={onClose} />}
      <Suspense fallback={null}>
        {isAsking &&
          // Not inside of the composer, which is a form as well.
          createPortal(
            <PollDialog roomId={roomId} onSent={toLatest} onClose={() => setAsking(false)} />,
            document.body,
          )}
      </Suspense>
      {isForemost && <DropZone title={title} onDropped={onChosen} />}
    </>
  );
}
