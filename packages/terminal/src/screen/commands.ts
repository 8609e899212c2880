import { ParleyError } from "@parley/contract";
import { currentRoom, personIn } from "../commands/context.ts";
import { runPeopleCommand } from "../commands/run.ts";
import { peopleCommandNamed } from "../commands/slashed.ts";
import { type RoomReference, roomReference } from "../rooms/reference.ts";
import { numbered } from "../text/numbered.ts";
import { type Line, span } from "../text/spans.ts";
import { helpLines } from "./help-lines.ts";
import { beginEdit, lastMessage, messageNumbered, sendText } from "./messages.ts";
import { enterRoom } from "./rooms.ts";
import type { Screen } from "./screen.ts";
import { showMessage, showNewest } from "./scrolling.ts";
import { searchRoom } from "./search-room.ts";
import type { ScreenCommand, SlashCommand } from "./slash-command.ts";

type Run = (screen: Screen, rest: string) => Promise<void>;

/** What each command does. A name without one does not compile. */
const commands: Record<ScreenCommand, Run> = {
  help: async (screen) => screen.show(helpLines()),
  quit: async (screen) => screen.quit(),
  join: async (screen, rest) => await goToRoom(screen, rest.startsWith("#") ? rest : `#${rest}`),
  leave,
  msg: talkTo,
  invite,
  edit,
  delete: remove,
  reply,
  reveal: async (screen) => screen.change({ isRevealed: !screen.getView().isRevealed }),
  "search-room": searchRoom,
  goto: goTo,
  retry: async (screen) => await settleFailed(screen, (key) => screen.client.retry(key)),
  discard: async (screen) => await settleFailed(screen, (key) => screen.client.discard(key)),
};

export async function runCommand(screen: Screen, { name, rest }: SlashCommand): Promise<void> {
  const ofPeople = peopleCommandNamed(name);
  if (ofPeople) return screen.show((await runPeopleCommand(screen, ofPeople, rest)).lines);
  await commands[name as ScreenCommand](screen, rest);
}

function referenceIn(text: string, usage: string): RoomReference {
  const reference = roomReference(text);
  if (!reference) throw new ParleyError("invalid", `Write it as ${usage}.`);
  return reference;
}

async function goToRoom(screen: Screen, text: string): Promise<void> {
  const state = await screen.resolve(referenceIn(text, "/join #room"));
  await enterRoom(screen, state.room.id);
}

async function leave(screen: Screen): Promise<void> {
  const roomId = currentRoom(screen);
  await screen.client.call("room:leave", { roomId });
}

async function talkTo(screen: Screen, rest: string): Promise<void> {
  const [who = "", ...words] = rest.split(/\s+/);
  const text = rest.slice(who.length).trim();
  const state = await screen.resolve(referenceIn(who.startsWith("@") ? who : `@${who}`, "/msg @name text"));
  await enterRoom(screen, state.room.id);
  if (words.length > 0 && text !== "") await sendText(screen, text);
}

async function invite(screen: Screen, rest: string): Promise<void> {
  const roomId = currentRoom(screen);
  if (rest === "") {
    const { code } = await screen.client.call("invitation:create", { roomId });
    const link: Line = [span(`${screen.server.url}/join#${code}`, { isBold: true })];
    return screen.show([[span("Whoever opens this link within a week comes into this room:")], link]);
  }
  const person = await personIn(screen, rest);
  const { added } = await screen.client.call("member:add", { roomId, userIds: [person.id] });
  screen.say(added > 0 ? `${person.name} is in this room now.` : `${person.name} was in this room before.`);
}

async function edit(screen: Screen, rest: string): Promise<void> {
  const { seq, text } = numbered(rest);
  const message = seq === null ? lastMessage(screen, "mine") : await messageNumbered(screen, seq);
  if (text === "") return beginEdit(screen, message);
  await screen.client.edit(currentRoom(screen), message.id, text);
}

async function remove(screen: Screen, rest: string): Promise<void> {
  const { seq, text } = numbered(rest);
  if (text !== "") throw new ParleyError("invalid", "Write it as /delete or /delete 12.");
  const message = seq === null ? lastMessage(screen, "mine") : await messageNumbered(screen, seq);
  await screen.client.remove(currentRoom(screen), message.id);
}

async function reply(screen: Screen, rest: string): Promise<void> {
  const { seq, text } = numbered(rest);
  const message = seq === null ? lastMessage(screen, "others") : await messageNumbered(screen, seq);
  if (text !== "") return await sendText(screen, text, message.seq);
  const name = screen.client.getState().people.get(message.senderId)?.name ?? "";
  screen.change({ mode: { kind: "reply", seq: message.seq, name }, panel: null });
}

async function goTo(screen: Screen, rest: string): Promise<void> {
  if (rest === "end") return await showNewest(screen);
  const { seq, text } = numbered(rest);
  if (seq !== null && text === "") return await showMessage(screen, seq);
  const state = await screen.resolve(referenceIn(rest, "/goto 12, /goto end, /goto #room or /goto @name"));
  await enterRoom(screen, state.room.id);
}

async function settleFailed(screen: Screen, settle: (key: string) => Promise<void>): Promise<void> {
  const failed = screen.client.getState().outbox.filter((item) => item.status === "failed");
  if (failed.length === 0) return screen.say("Nothing was refused.");
  for (const item of failed) await settle(item.key);
}
