import type { RoomEntry } from "@parley/client";
import { messagePlaceOf } from "@parley/client/message-place";
import { foldRoomName, ParleyError } from "@parley/contract";
import type { Answer } from "../commands/answer.ts";
import { currentRoom, personIn } from "../commands/context.ts";
import { runPeopleCommand } from "../commands/run.ts";
import { peopleCommandNamed } from "../commands/slashed.ts";
import { type RoomReference, roomReference } from "../rooms/reference.ts";
import { withEmoji } from "../text/emoji-codes.ts";
import { namedDate } from "../text/named-date.ts";
import { numbered } from "../text/numbered.ts";
import { type Line, span } from "../text/spans.ts";
import { textOf, withText } from "./composer.ts";
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
  if (name === "thread" && numbered(rest).text === "") return await openThread(screen, numbered(rest).seq);
  const ofPeople = peopleCommandNamed(name);
  if (ofPeople) return showAnswer(screen, await runPeopleCommand(screen, ofPeople, rest));
  await commands[name as ScreenCommand](screen, rest);
}

function showAnswer(screen: Screen, { lines, toWrite = "" }: Answer): void {
  screen.show(lines);
  const { composer } = screen.getView();
  if (toWrite !== "" && textOf(composer) === "") screen.change({ composer: withText(composer, toWrite) });
}

/** The thread of a message in place of its room; or from there back to the room. */
async function openThread(screen: Screen, seq: number | null): Promise<void> {
  const roomId = currentRoom(screen);
  const above = screen.client.getState().rooms.get(roomId)?.state.room.thread?.roomId;
  if (seq !== null && seq > 0) {
    const { room } = await screen.client.call("thread:open", { roomId, seq });
    return await enterRoom(screen, room.id);
  }
  if (above === undefined)
    throw new ParleyError("invalid", "Write it as /thread 12; from a thread, /thread leads back.");
  await enterRoom(screen, above);
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
  await screen.client.edit(currentRoom(screen), message.id, withEmoji(text));
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
  if (/^https?:\/\//i.test(rest)) return await goToLinked(screen, rest);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const date = namedDate(rest, screen.clock(), timeZone);
  if (date !== null) return await goToDay(screen, date, timeZone);
  const place = placeIn(screen, rest);
  const state = await screen.resolve(
    referenceIn(
      place.room,
      "/goto 12, /goto end, /goto 2026-03-14, /goto LINK, /goto #room, /goto @name or /goto #room 12",
    ),
  );
  await enterRoom(screen, state.room.id);
  if (place.seq !== null) await showMessage(screen, place.seq);
}

async function goToLinked(screen: Screen, link: string): Promise<void> {
  const place = messagePlaceOf(link, screen.server.url);
  if (place === null) throw new ParleyError("invalid", `That is not a link to a message of ${screen.server.url}.`);
  if (!screen.client.getState().rooms.has(place.roomId))
    throw new ParleyError("not_found", "That message is in a room that you are not in.");
  await enterRoom(screen, place.roomId);
  await showMessage(screen, place.seq);
}

async function goToDay(screen: Screen, date: string, timeZone: string): Promise<void> {
  const { seq } = await screen.client.call("search:day", { roomId: currentRoom(screen), date, timeZone });
  if (seq === null) return screen.say("Nothing was said here since.");
  await showMessage(screen, seq);
}

/** `#room 12` as it stands before a hit; but a room may be called that. */
function placeIn(screen: Screen, text: string): { room: string; seq: number | null } {
  const [, room = "", seq = ""] = /^([#@].+?)\s+#?(\d{1,15})$/s.exec(text) ?? [];
  const isName = ({ state }: RoomEntry) => foldRoomName(state.room.name) === foldRoomName(text);
  if (room === "" || screen.client.getState().rooms.values().some(isName)) return { room: text, seq: null };
  return { room, seq: Number(seq) };
}

async function settleFailed(screen: Screen, settle: (key: string) => Promise<void>): Promise<void> {
  const failed = screen.client.getState().outbox.filter((item) => item.status === "failed");
  if (failed.length === 0) return screen.say("Nothing was refused.");
  for (const item of failed) await settle(item.key);
}
