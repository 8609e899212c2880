import { type ClientState, type OutboxItem, timeline } from "@parley/client";
import { type MessageId, type RoomId, timeOfId } from "@parley/contract";
import { use, useCallback, useEffect, useRef, useState } from "react";
import { useClient } from "../client-context.ts";
import { useStage, WaitingContext } from "../messages/conversation-context.ts";
import { useToast } from "../ui/toast.tsx";
import { useClientState } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./undo-send.module.css";

const OFFERED_MS = 5_000;

/** What was sent last from here. */
interface Sent {
  readonly id: MessageId;
  readonly body: string;
  readonly replyTo: number | undefined;
}

/**
 * For five seconds after sending, and as long as it only waits here: a quiet way to take it back. It does not go from
 * under a pointer that has found it, nor from under the keyboard (WCAG 2.2, 2.2.1).
 */
export function UndoSend({ roomId }: { roomId: RoomId }) {
  const words = useWords();
  const [held, setHeld] = useState<MessageId | null>(null);
  const sent = useJustSent(roomId, held);
  const undo = useUndo(roomId);
  // The keys are those of the room that is open, not of one that is made ready behind it.
  const isWaiting = use(WaitingContext);
  useEffect(() => {
    if (sent === null || isWaiting) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";
      if (!isUndo || !(target instanceof HTMLTextAreaElement) || target.id !== "composer" || target.value !== "")
        return;
      event.preventDefault();
      target.blur();
      void undo(sent);
    };
    addEventListener("keydown", onKeyDown, true);
    return () => removeEventListener("keydown", onKeyDown, true);
  }, [sent, undo, isWaiting]);
  if (sent === null) return null;
  return (
    <button
      type="button"
      className={styles.undo}
      aria-label={words.organise.undoSend}
      onClick={() => void undo(sent)}
      onPointerEnter={() => setHeld(sent.id)}
      onPointerLeave={() => setHeld(null)}
      onFocus={() => setHeld(sent.id)}
      onBlur={() => setHeld(null)}
    >
      {words.app.undo}
    </button>
  );
}

function useJustSent(roomId: RoomId, held: MessageId | null): Sent | null {
  const client = useClient();
  const newest = useClientState(useCallback((state: ClientState) => newestSend(state, roomId), [roomId]));
  const before = useRef(newest);
  // This comes when the page is at rest: somebody quick has sent something by then.
  const [sent, setSent] = useState(() => sentWithin(client.getState(), roomId, Date.now() - OFFERED_MS));
  useEffect(() => {
    // What was under way when the room was opened was not just sent.
    if (newest === undefined || newest.key === before.current?.key) return;
    before.current = newest;
    const { request } = newest;
    if (request.name === "message:send")
      setSent({ id: request.input.id, body: request.input.body, replyTo: request.input.replyTo });
  }, [newest]);
  const isHere = newest !== undefined && sent !== null && idOf(newest) === sent.id;
  useEffect(() => {
    if (sent === null || isHere || sent.id === held) return;
    const timer = setTimeout(() => setSent(null), OFFERED_MS);
    return () => clearTimeout(timer);
  }, [sent, isHere, held]);
  const isThere = useClientState(
    useCallback((state: ClientState) => sent !== null && stands(state, roomId, sent.id), [roomId, sent]),
  );
  return isThere ? sent : null;
}

/** Before anybody has it, if it only waits here; else it is deleted for all. What it said can be written anew. */
function useUndo(roomId: RoomId): (sent: Sent) => Promise<void> {
  const words = useWords();
  const client = useClient();
  const toast = useToast();
  const { focusComposer } = useStage();
  return useCallback(
    async ({ id, body, replyTo }) => {
      await client.remove(roomId, id, { isUndo: true });
      const isLeft = client
        .getState()
        .outbox.some(({ request }) => "messageId" in request.input && request.input.messageId === id);
      const { draft } = client.getState().rooms.get(roomId)?.state ?? { draft: null };
      if (draft === null && body !== "") client.saveDraft(roomId, body, replyTo);
      toast({ text: isLeft ? words.organise.takenLate : words.organise.taken });
      requestAnimationFrame(focusComposer);
    },
    [client, roomId, toast, words, focusComposer],
  );
}

/** The last of my messages, if it was written after that. */
function sentWithin(state: ClientState, roomId: RoomId, since: number): Sent | null {
  const mine = timeline(state, roomId).findLast(({ message }) => message.senderId === state.me?.id)?.message;
  return mine && timeOfId(mine.id) > since ? { id: mine.id, body: mine.body, replyTo: mine.replyTo } : null;
}

function newestSend({ outbox }: ClientState, roomId: RoomId): OutboxItem | undefined {
  return outbox.findLast(
    ({ request, status }) => request.name === "message:send" && request.input.roomId === roomId && status !== "failed",
  );
}

function idOf({ request }: OutboxItem): MessageId | undefined {
  return request.name === "message:send" ? request.input.id : undefined;
}

/** It is shown, and neither refused nor deleted. */
function stands(state: ClientState, roomId: RoomId, id: MessageId): boolean {
  return timeline(state, roomId)
    .slice(-20)
    .some(({ key, status, message }) => key === id && status !== "failed" && message.deletedAt === undefined);
}
