import type { RoomId } from "@parley/contract";
import { landscape, webm } from "../proof/rig/pictures.ts";
import { showPreview } from "../proof/rig/repeating.ts";
import { Sharer } from "../proof/rig/sharing.ts";
import { password } from "./people.ts";

export interface Sharing {
  readonly url: string;
  readonly database: string;
  /** Of the first two people. */
  readonly usernames: readonly string[];
  readonly roomId: RoomId;
  /** Where something else of the first one's waits to be sent. */
  readonly elsewhereId: RoomId;
}

const page =
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
  "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 280]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF";

const cast =
  "import { reel } from './archive.ts';\n\n// Both evenings, longest first\nexport const films = reel(11);\n";

/**
 * What the first two people share in a room once the server runs: links, files, a sticker, their voice, pictures; with
 * what others do to messages: answers, reactions, edits, pins; what one keeps for later, and what is to be sent then.
 */
export async function shareIn({ url, database, usernames, roomId, elsewhereId }: Sharing): Promise<void> {
  const [one = "", other = ""] = usernames;
  const mara = await Sharer.signIn(url, one, password);
  const tomas = await Sharer.signIn(url, other, password);
  const link = await mara.say(roomId, { body: "The programme is out: https://films.example/november" });
  const plans = await tomas.say(roomId, {
    body: "For Friday",
    files: [
      { name: "programme.pdf", bytes: Buffer.from(page) },
      { name: "films.ts", bytes: Buffer.from(cast) },
      { name: "seats.zip", bytes: Buffer.alloc(184_320, 7) },
    ],
  });
  await tomas.say(roomId, { sticker: { setId: "moments", stickerId: "1f37f" } });
  const edited = await tomas.say(roomId, { body: "Doors open at seven" });
  await tomas.edit(roomId, edited.id, "Doors open at half past seven, and **bring a cushion**");
  await tomas.say(roomId, { files: [{ name: "spoken.webm", bytes: webm, voiceMs: 14_000 }] });
  await mara.say(roomId, { body: "🎉" });
  const names = ["quay.png", "gulls.png", "rope.png"];
  const pictures = names.map((name, at) => ({ name, bytes: landscape(at === 1 ? 360 : 540, 360, at) }));
  const hike = await mara.say(roomId, { body: "From the hike", files: pictures });
  await mara.say(roomId, { body: `As said: ${url}/r/${roomId}?at=${edited.seq}` });
  await tomas.say(roomId, { forward: { roomId, seq: link.seq } });
  showPreview(
    database,
    { roomId, seq: link.seq },
    {
      siteName: "Harbour Cinema",
      title: "November at the Harbour Cinema",
      description: "Two evenings by the sea: what is shown, when the doors open, and who brings the soup.",
      image: hike.files?.[0],
    },
  );
  for (const sharer of [tomas, mara]) await sharer.react(roomId, hike.seq, "👍");
  await mara.react(roomId, hike.seq, "🎉");
  await mara.pin(roomId, hike.seq);
  await mara.pin(roomId, plans.seq);
  for (const { seq } of [link, plans, hike]) await mara.save(roomId, seq);
  await mara.sayAt(roomId, { body: "Doors open in an hour. Who brings the soup?" }, atNine(1));
  await mara.sayAt(roomId, { body: "And this is how it was", files: pictures }, atNine(3));
  const papers = { name: "programme for December, with all that is still to be settled.pdf", bytes: Buffer.from(page) };
  await mara.sayAt(elsewhereId, { files: [papers] }, atNine(2));
}

/** Nine in the morning, so many days from now. */
function atNine(days: number): number {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return day.setHours(9, 0, 0, 0);
}
