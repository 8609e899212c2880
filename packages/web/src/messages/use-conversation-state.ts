import type { ParleyClient, TimelineRow } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { type KeyboardEvent, useCallback, useMemo, useRef } from "react";
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
import { useVisit, useVisitState, type Visit } from "./visit.ts";

interface OpenMenu {
  row: TimelineRow;
  at: { x: number; y: number } | HTMLElement;
}

/** Everything that the parts of one conversation have in common. */
export function useConversationState(roomId: RoomId) {
  const visit = useVisit(roomId);
  const [target, setTarget] = useVisitState<ComposerTarget | null>(visit, null);
  const [menu, setMenu] = useVisitState<OpenMenu | null>(visit, null);
  const deletion = useAbout(visit);
  const readers = useAbout(visit);
  const report = useAbout(visit);
  const { isHeld, holdUnread } = useHold(visit);
  const { jump, jumpTo, onJumped, toLatest, handle } = useJumps(visit);
  useOpenRoom(roomId, jumpTo);
  const markRead = useMarkRead(roomId, holdUnread);
  const conversation = useMemo<Conversation>(
    () => ({
      roomId,
      visit,
      target,
      setTarget,
      jumpTo,
      toLatest,
      openMenu: (row, at) => setMenu({ row, at }),
      askToDelete: deletion.ask,
      askWhoRead: readers.ask,
      askToReport: report.ask,
      holdUnread,
      focusComposer,
    }),
    [roomId, visit, target, setTarget, setMenu, jumpTo, toLatest, deletion.ask, readers.ask, report.ask, holdUnread],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented || isComposing(event.nativeEvent)) return;
    if (event.target instanceof Element && event.target.closest("dialog")) return;
    event.preventDefault();
    markRead();
    focusComposer();
  };
  const closeMenu = useCallback(() => setMenu(null), [setMenu]);
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
function useAbout(visit: Visit) {
  const [row, ask] = useVisitState<TimelineRow | null>(visit, null);
  const close = useCallback(() => ask(null), [ask]);
  return { row, ask, close };
}

/** Automatic reading rests for the rest of a visit after somebody has marked its room unread. */
function useHold(visit: Visit) {
  const held = useRef<Visit | null>(null);
  const isHeld = useCallback(() => held.current === visit, [visit]);
  const holdUnread = useCallback(
    (isHeld: boolean) => {
      held.current = isHeld ? visit : null;
    },
    [visit],
  );
  return { isHeld, holdUnread };
}

function useJumps(visit: Visit) {
  const { roomId } = visit;
  const client = useClient();
  const words = useWords();
  const language = useLanguage();
  const toast = useToast();
  const [jump, setJump] = useVisitState<Jump | null>(visit, null);
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
    [client, roomId, setJump, toast, words, language],
  );
  const onJumped = useCallback(() => setJump(null), [setJump]);
  const toLatest = useCallback(() => {
    const isEnd = client.getState().rooms.get(roomId)?.window?.isEnd;
    const toEnd = () => {
      // The list may be another room's by now.
      if (handle.current?.roomId === roomId) handle.current.toEnd();
    };
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
