import type { ParleyClient, TimelineRow } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from "react";
import { useClient } from "../client-context.ts";
import { isComposing } from "../keys.ts";
import { loadTouched } from "../screens.ts";
import { useToast } from "../ui/toast.tsx";
import { useLanguage, useWords } from "../words/use-words.ts";
import type { ComposerTarget, Conversation } from "./conversation-context.ts";
import type { ListHandle } from "./use-conversation-list.ts";
import type { Jump } from "./use-jump.ts";
import { useMarkRead } from "./use-mark-read.ts";
import { useOpenRoom } from "./use-open-room.ts";

interface OpenMenu {
  row: TimelineRow;
  at: { x: number; y: number } | HTMLElement;
}

/** Everything that the parts of one conversation have in common. */
export function useConversationState(roomId: RoomId) {
  const [target, setTarget] = useState<ComposerTarget | null>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const deletion = useAbout();
  const readers = useAbout();
  const report = useAbout();
  const isHeld = useRef(false);
  const { jump, jumpTo, onJumped, toLatest, handle } = useJumps(roomId);
  useOpenRoom(roomId, jumpTo);
  const markRead = useMarkRead(roomId, isHeld);
  const conversation = useMemo<Conversation>(
    () => ({
      roomId,
      target,
      setTarget,
      jumpTo,
      toLatest,
      openMenu: (row, at) => setMenu({ row, at }),
      askToDelete: deletion.ask,
      askWhoRead: readers.ask,
      askToReport: report.ask,
      holdUnread: (held) => {
        isHeld.current = held;
      },
      focusComposer,
    }),
    [roomId, target, jumpTo, toLatest, deletion.ask, readers.ask, report.ask],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented || isComposing(event.nativeEvent)) return;
    if (event.target instanceof Element && event.target.closest("dialog")) return;
    event.preventDefault();
    markRead();
    focusComposer();
  };
  const closeMenu = useCallback(() => setMenu(null), []);
  return {
    conversation,
    list: { jump, onJumped, handle, isHeld },
    menu: { open: menu, close: closeMenu },
    deletion,
    readers,
    report,
    markRead,
    onKeyDown,
  };
}

/** A dialog about one message. */
function useAbout() {
  const [row, ask] = useState<TimelineRow | null>(null);
  const close = useCallback(() => ask(null), []);
  return { row, ask, close };
}

function useJumps(roomId: RoomId) {
  const client = useClient();
  const words = useWords();
  const language = useLanguage();
  const toast = useToast();
  const [jump, setJump] = useState<Jump | null>(null);
  const handle = useRef<ListHandle | null>(null);
  const jumpTo = useCallback(
    (seq: number) => {
      jumpWhenConnected(client, roomId, seq).then(
        () => setJump({ seq }),
        async (error: unknown) => {
          const { failureText } = await loadTouched();
          toast({ text: failureText(words, language, error) });
        },
      );
    },
    [client, roomId, toast, words, language],
  );
  const onJumped = useCallback(() => setJump(null), []);
  const toLatest = useCallback(() => {
    const isEnd = client.getState().rooms.get(roomId)?.window?.isEnd;
    const toEnd = () => handle.current?.toEnd();
    if (isEnd) toEnd();
    else
      client.jumpToLatest(roomId).then(
        () => requestAnimationFrame(toEnd),
        () => undefined,
      );
  }, [client, roomId]);
  return { jump, jumpTo, onJumped, toLatest, handle };
}

/** Right after the page was opened, what is not kept here needs the connection that is just being made. */
async function jumpWhenConnected(client: ParleyClient, roomId: RoomId, seq: number): Promise<void> {
  const { status } = client.getState().connection;
  const isLoaded = client
    .getState()
    .rooms.get(roomId)
    ?.window?.messages.some((message) => message.seq === seq);
  if (!isLoaded && (status === "connecting" || status === "catching-up")) await client.whenLive();
  await client.jumpTo(roomId, seq);
}

/** By its own element's id: it is somewhere below, and there is one at a time. */
function focusComposer(): void {
  document.getElementById("composer")?.focus();
}
