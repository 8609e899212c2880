import {
  type FileId,
  type Message,
  type MessageId,
  newId,
  type RoomId,
  type SharedFile,
  type UserId,
} from "@parley/contract";
import { expect, test } from "vitest";
import { documentOf, marker } from "./document.ts";

const roomId = newId<RoomId>(1);
const senderId = newId<UserId>(1);
const message: Message = { id: newId<MessageId>(1), seq: 1, rev: 1, senderId, body: "Look", sentAt: 1 };
const file = (name: string, kind: SharedFile["kind"]): SharedFile => ({
  id: newId<FileId>(1),
  name,
  type: "application/octet-stream",
  size: 1,
  kind,
});
const own = [marker.any, marker.room(roomId), marker.sender(senderId)];

test("files are found by their names, and by what they are", () => {
  const files = [file("Tax_2025.pdf", "file"), file("Plage d'été.jpg", "image")];
  expect(documentOf({ roomIds: [roomId] }, { ...message, files }).terms.split(" ")).toEqual([
    ...own,
    "h:file",
    "h:image",
    "look",
    "tax",
    "2025",
    "pdf",
    "plage",
    "d",
    "ete",
    "jpg",
  ]);
  const spoken = { ...message, body: "", files: [file("voice.webm", "voice")] };
  expect(documentOf({ roomIds: [roomId] }, spoken).terms.split(" ")).toEqual([
    ...own,
    "h:file",
    "h:voice",
    "voice",
    "webm",
  ]);
});

test("a poll is found by its answers, a sticker by its emoji and by what its maker said of it, and both by what they are", () => {
  const poll = { answers: ["Tea", "Café au lait"] };
  expect(documentOf({ roomIds: [roomId] }, { ...message, body: "Drinks?", poll }).terms.split(" ")).toEqual([
    ...own,
    ...["h:poll", "drinks", "tea", "cafe", "au", "lait"],
  ]);
  const sticker = { setId: "s", stickerId: "1", emoji: "🐈", width: 1, height: 1 };
  const around = { roomIds: [roomId], stickerWords: "Lazy Käter" };
  const sent = documentOf(around, { ...message, body: "", sticker });
  expect(sent.terms.split(" ")).toEqual([...own, "h:sticker", "🐈", "lazy", "kater"]);
});

test("a link in code is none, and one in a quote is one", () => {
  const has = (body: string) => documentOf({ roomIds: [roomId] }, { ...message, body }).hasLink;
  expect(["https://a.example", "`https://a.example`", "> - see https://a.example", "a://b", "none"].map(has)).toEqual([
    true,
    false,
    true,
    false,
    false,
  ]);
});
