import { parseText } from "@parley/contract";
import { expect, test } from "vitest";
import { messagePlaceIn } from "./message-place.ts";

const roomId = "01a204cd-85dc-7d6a-84b2-29e2f418e375";
const link = `https://chat.site/r/${roomId}?at=12`;
const place = (body: string) => messagePlaceIn(parseText(body), "https://chat.site");

test("a link to a message of this server is one", () => {
  for (const body of [link, `see **${link}**, please`, `[there](${link})`, `https://other.site ${link}`])
    expect(place(body)).toEqual({ roomId, seq: 12 });
});

test.each([
  ...[
    `||${link}||`,
    `\`${link}\``,
    `> ${link}`,
    `https://chat.site/r/${roomId}`,
    link.replace("12", "0"),
    `${link}&x=1`,
  ],
  ...[link.replace("chat.site", "other.site"), link.replace("chat.site", "chat.site.evil.org"), "nothing"],
])("%s is none", (body) => {
  expect(place(body)).toBeNull();
});
