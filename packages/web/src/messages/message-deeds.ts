import { shownRoom, type TimelineRow } from "@parley/client";
import { navigate } from "wouter/use-browser-location";
import { mayDo } from "../rooms/permitted.ts";
import { threadPath } from "../threads/thread-path.ts";
import { copyText } from "../ui/copy-text.ts";
import { failureText } from "../words/failure-text.ts";
import type { MessageActionsOptions } from "./message-actions.tsx";
import type { DeedParts } from "./use-deed-parts.ts";

/** What the actions on a message do, and what decides which of them fit it. */
export function messageDeeds(parts: DeedParts, row: TimelineRow): MessageActionsOptions {
  const { client, words, language, toast, stage } = parts;
  const { roomId, setTarget, focusComposer, holdUnread } = stage;
  const now = client.getState();
  const { me } = now;
  const state = shownRoom(now, roomId)?.state;
  const thread = state?.room.thread;
  const { message } = row;
  const aim = (kind: "reply" | "edit") => {
    setTarget({ kind, message });
    focusComposer();
  };
  const copy = async (text: string) => {
    if (await copyText(text)) toast({ text: words.app.copied });
  };
  const tryTo = (task: Promise<unknown>) =>
    task.catch((error: unknown) => toast({ text: failureText(words, language, error) }));
  return {
    isMine: message.senderId === me?.id,
    isModerator: state?.role === "owner" || state?.role === "moderator",
    isSaved: state?.saved.includes(message.seq) === true,
    mayPin: state !== undefined && mayDo("pin", state) && thread === undefined,
    hasThreads: state !== undefined && state.room.kind !== "direct" && thread === undefined,
    mayThread: state !== undefined && mayDo("post", state),
    isThread: thread !== undefined,
    row,
    on: {
      reply: () => aim("reply"),
      edit: () => aim("edit"),
      forward: () => stage.askToForward(row),
      select: () => stage.select(row),
      copy: () => void copy(message.body),
      thread: () => navigate(threadPath({ roomId, seq: message.seq })),
      link: () => void copy(`${location.origin}${thread ? threadPath(thread) : `/r/${roomId}`}?at=${message.seq}`),
      pin: () => void tryTo(client.call(isPinned(row) ? "pin:remove" : "pin:add", { roomId, seq: message.seq })),
      unlink: () => void tryTo(client.call("preview:remove", { roomId, messageId: message.id })),
      save: () => {
        const isSaved = state?.saved.includes(message.seq) === true;
        const place = { roomId, seq: message.seq };
        const done = client.call(isSaved ? "saved:remove" : "saved:add", place);
        void tryTo(done.then(() => toast({ text: isSaved ? words.organise.unsaved : words.organise.savedOne })));
      },
      edits: () => stage.askForEdits(row),
      reactors: () => stage.askWhoReacted(row),
      readers: () => stage.askWhoRead(row),
      report: () => stage.askToReport(row),
      unread: () => {
        holdUnread(true);
        void client.markUnread(roomId, message.seq - 1);
        toast({ text: words.deeds.markedUnread });
      },
      delete: () => stage.askToDelete(row),
    },
  };
}

function isPinned({ message }: TimelineRow): boolean {
  return message.pinnedAt !== undefined;
}
