import type { FileId, Message, MessageId, RoomId, SharedFile, UserId } from "@parley/contract";
import { expect, test } from "vitest";
import { voiceAfter } from "./voice-after.ts";

const roomId = "room" as RoomId;
const spoken = (id: string): SharedFile => ({
  ...{ id: id as FileId, name: "voice.webm", type: "audio/webm", size: 9, kind: "voice" },
});
const said = (seq: number, files: SharedFile[], more: Partial<Message> = {}): Message => ({
  ...{ id: `m${seq}` as MessageId, seq, rev: seq, senderId: "anna" as UserId, body: "", sentAt: seq },
  ...(files.length > 0 && { files }),
  ...more,
});
const [one, two, three] = [spoken("1"), spoken("2"), spoken("3")];

test("the next that was not played comes, whatever stands between", () => {
  const messages = [said(1, [one]), said(2, []), said(3, [two], { playedAt: 5 }), said(4, [three])];
  expect(voiceAfter({ roomId, seq: 1, file: one }, messages)).toEqual({ roomId, seq: 4, file: three });
  expect(voiceAfter({ roomId, seq: 4, file: three }, messages)).toBeNull();
});

test("what was spoken in one message belongs together", () => {
  const messages = [said(1, [one, two], { playedAt: 5 }), said(2, [three])];
  expect(voiceAfter({ roomId, seq: 1, file: one }, messages)).toEqual({ roomId, seq: 1, file: two });
  expect(voiceAfter({ roomId, seq: 1, file: two }, messages)).toEqual({ roomId, seq: 2, file: three });
});

test("of one that is not there any more, what follows it", () => {
  expect(voiceAfter({ roomId, seq: 1, file: one }, [said(2, [two])])).toEqual({ roomId, seq: 2, file: two });
  expect(voiceAfter({ roomId, seq: 1, file: one }, [])).toBeNull();
});
