import { shownRoom } from "@parley/client";
import { ParleyError } from "@parley/contract";
import { currentRoom } from "../commands/context.ts";
import { whyNotWrite } from "../rooms/writing.ts";
import { withEmoji } from "../text/emoji-codes.ts";
import { runCommand } from "./commands.ts";
import { emptyComposer, submitted, textOf } from "./composer.ts";
import { sendText } from "./messages.ts";
import { noteWriting } from "./rooms.ts";
import type { Screen } from "./screen.ts";
import { readSubmission, type Submission } from "./slash-command.ts";
import type { Mode, Question } from "./view.ts";

/** Enter: runs the command, or sends, answers or changes the message. */
export function submit(screen: Screen): void {
  const { composer, mode } = screen.getView();
  const text = textOf(composer);
  if (mode.kind === "question") {
    reply(screen, mode, text);
    return;
  }
  if (text.trim() === "") return;
  const submission = readSubmission(text);
  // What may not be sent stays where it is; why stands above it.
  if (mode.kind !== "edit" && submission.kind === "message" && isSilenced(screen)) return;
  screen.change({ composer: submitted(composer), panel: null, cycle: null });
  if (submission.kind === "message") screen.change({ mode: { kind: "new" } });
  noteWriting(screen);
  screen.attempt(() => perform(screen, submission, mode));
}

/** The answer of a question is nothing to remember. */
function reply(screen: Screen, { answer }: Question, text: string): void {
  answer(text);
  screen.change({ composer: { ...emptyComposer, sent: screen.getView().composer.sent }, mode: { kind: "new" } });
}

function isSilenced({ client, roomId, clock }: Screen): boolean {
  const state = client.getState();
  const entry = roomId && shownRoom(state, roomId);
  return entry ? whyNotWrite(state, entry, clock()) !== null : false;
}

async function perform(screen: Screen, submission: Submission, mode: Mode): Promise<void> {
  if (submission.kind === "message") return await deliver(screen, submission.body, mode);
  if (submission.kind === "command") return await runCommand(screen, submission.command);
  const { name, suggestions } = submission;
  const meant = suggestions.length > 0 ? ` Did you mean ${suggestions.join(", ")}?` : "";
  throw new ParleyError("not_found", `There is no command /${name}.${meant} /help lists them all.`);
}

async function deliver(screen: Screen, body: string, mode: Mode): Promise<void> {
  if (mode.kind === "edit") return await screen.client.edit(currentRoom(screen), mode.messageId, withEmoji(body));
  await sendText(screen, body, mode.kind === "reply" ? mode.seq : undefined);
}
