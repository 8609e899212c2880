import type { ParleyClient, TimelineRow } from "@parley/client";
import type { MessageId, RoomId } from "@parley/contract";
import { type KeyboardEvent, useCallback, useLayoutEffect, useMemo, useRef } from "react";
import { useClient } from "../client-context.ts";
import { isComposing } from "../keys.ts";
import type { Selection } from "../organise/selection.ts";
import { loadTouched } from "../screens.ts";
import { useToast } from "../ui/toast.tsx";
import { useLanguage, useWords } from "../words/use-words.ts";
import type { ComposerTarget, Conversation, ConversationActs } from "./conversation-context.ts";
import type { ListHandle } from "./use-conversation-list.ts";
import type { Jump } from "./use-jump.ts";
import { useMarkRead } from "./use-mark-read.ts";
import { useOpenRoom } from "./use-open-room.ts";
import { useVisit, useVisitState, type Visit } from "./visit.ts";

interface OpenMenu {
  row: TimelineRow;
  at: { x: number; y: number } | HTMLElement;
}

/** How a conversation stands in the page. */
interface Frame extends Pick<Conversation, "composerId" | "isForemost"> {
  /** Its address, where a link names a message of it; null while the address is of what stands beside it. */
  readonly path: string | null;
}

/** Everything that the parts of one conversation have in common. */
export function useConversationState(roomId: RoomId, { composerId, isForemost, path }: Frame) {
  const visit = useVisit(roomId);
  const [target, setTarget] = useVisitState<ComposerTarget | null>(visit, null);
  const menu = useMenu(visit);
  const reacting = useReacting(visit);
  const reactors = useAbout(visit);
  const deletion = useAbout(visit);
  const readers = useAbout(visit);
  const report = useAbout(visit);
  const organising = useOrganising(visit);
  const { isHeld, holdUnread } = useHold(visit);
  const { jump, jumpTo, onJumped, toLatest, handle } = useJumps(visit);
  useOpenRoom(roomId, jumpTo, path);
  const focusComposer = () => document.getElementById(composerId)?.focus();
  const markRead = useMarkRead(roomId, holdUnread);
  const acts = useSteadyActs({
    setTarget,
    jumpTo,
    toLatest,
    openMenu: menu.begin,
    openReactions: reacting.begin,
    askWhoReacted: reactors.ask,
    askToDelete: deletion.ask,
    askWhoRead: readers.ask,
    askToReport: report.ask,
    askForEdits: organising.edits.ask,
    askToForward: organising.forwarding.ask,
    select: organising.chosen.begin,
    holdUnread,
    focusComposer,
  });
  const conversation = useMemo<Conversation>(
    () => ({ ...acts, roomId, visit, target, composerId, isForemost }),
    [acts, roomId, visit, target, composerId, isForemost],
  );
  const onKeyDown = onEscape(() => {
    markRead();
    focusComposer();
  });
  return {
    conversation,
    acts,
    list: { jump, onJumped, handle, isHeld },
    menu,
    reacting,
    reactors,
    deletion,
    readers,
    report,
    ...organising,
    markRead,
    onKeyDown,
  };
}

/** For Escape that nothing else has answered to. */
function onEscape(act: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented || isComposing(event.nativeEvent)) return;
    if (event.target instanceof Element && event.target.closest("dialog")) return;
    event.preventDefault();
    act();
  };
}

/** Functions that stay the same and do what the newest ones do: rows need not be made anew because a visit began. */
function useSteadyActs(acts: ConversationActs): ConversationActs {
  const newest = useRef(acts);
  useLayoutEffect(() => {
    newest.current = acts;
  });
  return useMemo(
    () => ({
      setTarget: (target) => newest.current.setTarget(target),
      jumpTo: (seq) => newest.current.jumpTo(seq),
      toLatest: () => newest.current.toLatest(),
      openMenu: (row, at) => newest.current.openMenu(row, at),
      openReactions: (row, at, isWhole) => newest.current.openReactions(row, at, isWhole),
      askWhoReacted: (row) => newest.current.askWhoReacted(row),
      askToDelete: (row) => newest.current.askToDelete(row),
      askWhoRead: (row) => newest.current.askWhoRead(row),
      askToReport: (row) => newest.current.askToReport(row),
      askForEdits: (row) => newest.current.askForEdits(row),
      askToForward: (row) => newest.current.askToForward(row),
      select: (row) => newest.current.select(row),
      holdUnread: (isHeld) => newest.current.holdUnread(isHeld),
      focusComposer: () => newest.current.focusComposer(),
    }),
    [],
  );
}

/** Everything that can be done with one message. */
function useMenu(visit: Visit) {
  const [open, setOpen] = useVisitState<OpenMenu | null>(visit, null);
  const begin: ConversationActs["openMenu"] = (row, at) => setOpen({ row, at });
  const close = useCallback(() => setOpen(null), [setOpen]);
  return { open, begin, close };
}

/** Where a reaction to one message is chosen. */
function useReacting(visit: Visit) {
  const [open, setOpen] = useVisitState<(OpenMenu & { isWhole: boolean }) | null>(visit, null);
  const begin: ConversationActs["openReactions"] = (row, at, isWhole = false) => setOpen({ row, at, isWhole });
  const close = useCallback(() => setOpen(null), [setOpen]);
  return { open, begin, close };
}

/** A dialog about one message. */
function useAbout(visit: Visit) {
  const [row, ask] = useVisitState<TimelineRow | null>(visit, null);
  const close = useCallback(() => ask(null), [ask]);
  return { row, ask, close };
}

function useOrganising(visit: Visit) {
  return { edits: useAbout(visit), forwarding: useAbout(visit), chosen: useChosen(visit) };
}

/** Messages chosen to do something with all of them; null while none are. */
function useChosen(visit: Visit) {
  const [keys, setKeys] = useVisitState<ReadonlySet<MessageId> | null>(visit, null);
  const selection = useMemo<Selection | null>(() => {
    if (keys === null) return null;
    const toggle = ({ key }: TimelineRow) => {
      const next = new Set(keys);
      if (!next.delete(key)) next.add(key);
      setKeys(next);
    };
    return { keys, toggle };
  }, [keys, setKeys]);
  const begin = ({ key }: TimelineRow) => setKeys(new Set([key]));
  const close = useCallback(() => setKeys(null), [setKeys]);
  return { selection, begin, close };
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
