import type { RoomId } from "@parley/contract";
import { film } from "../../proof/rig/film.ts";
import { png, wav } from "../../proof/rig/pictures.ts";
import { repeatMessages, showPreview } from "../../proof/rig/repeating.ts";
import { type Said, Sharer } from "../../proof/rig/sharing.ts";
import { password, type TestServer } from "./server.ts";

const prose = "Longer words about the tides, and about who brings the boats in. ";
const kinds = 25;

/**
 * A room with so many messages of all kinds, the last of them "Last": text, pictures, albums, films, voice messages,
 * music, files, code, lists, answers, stickers, previews of links, reactions.
 */
export async function fillMixedRoom(server: TestServer, username: string, count: number): Promise<RoomId> {
  const recorded = film();
  const sharer = await Sharer.signIn(server.url, username, password);
  const roomId = await sharer.createRoom("mixed");
  const sent = await sharer.sayAll(
    roomId,
    Array.from({ length: kinds }, (_, at) => thingAt(at, recorded)),
  );
  for (const { seq } of sent.filter((_, at) => at % 8 === 3)) await sharer.react(roomId, seq, "👍");
  const image = sent.flatMap(({ files = [] }) => files).find(({ kind }) => kind === "image");
  await server.rewrite((path) => {
    for (const { seq, body } of sent.filter(({ body }) => body.startsWith("https:"))) {
      const found = { url: body, siteName: "The News", title: "How the bridge was built", description: prose };
      showPreview(path, { roomId, seq }, { ...found, image: image });
    }
    repeatMessages(path, roomId, count - 1);
  });
  await sharer.say(roomId, { body: "Last" });
  return roomId;
}

function thingAt(at: number, recorded: Buffer): Said {
  switch (at) {
    case 1:
    case 12:
      return { files: [{ name: "wide.png", bytes: png(450, 150 + at * 12) }] };
    case 5:
      return { body: "Some", files: [1, 2, 3].map((one) => ({ name: `${one}.png`, bytes: png(90, 60 * one) })) };
    case 7:
      return { files: [{ name: "film.webm", bytes: recorded }] };
    case 9:
      return { files: [{ name: "spoken.webm", bytes: recorded, voiceMs: 2_000 }] };
    case 11:
      return { body: "With a file", files: [{ name: "tides.csv", bytes: Buffer.from("high,low\n") }] };
    case 13:
      return { body: "```ts\nconst tide = high ? 12 : 0;\n```" };
    case 15:
      return { body: "As said", replyTo: at - 9 };
    case 17:
      return { files: [{ name: "song.wav", bytes: wav() }] };
    case 19:
      return { body: "> Quoted\n- One\n- Two" };
    case 21:
      return { sticker: { setId: "animals", stickerId: "1f41d" } };
    case 22:
      return { body: "🎉" };
    case 23:
      return { body: `https://news.example/bridge/${at}` };
    default:
      return { body: at % 3 === 0 ? prose.repeat(5) : `Number ${at}` };
  }
}
