import { box, full, handler, number, text } from "./boxes.ts";
import { content, place } from "./traced-files.ts";

/** A box with flags. */
const flagged = (type: string, flags: number, ...inside: readonly Uint8Array[]) => box(type, number(flags), ...inside);
const silentTrack = (id: number) =>
  box("trak", full("tkhd", number(0), number(0), number(id)), box("mdia", handler("meta")));
const seenTrack = (id: number) =>
  box("trak", full("tkhd", number(0), number(0), number(id)), box("mdia", handler("vide")));

/**
 * A film that was written piece by piece, as recorders and pages do: where the camera was stands in three of them, each
 * placed in another way (ISO/IEC 14496-12, 8.8.7 and 8.8.8).
 */
export function pieces(): Buffer {
  const start = Buffer.concat([
    box("ftyp", text("isom\0\0\0\0isom")),
    box(
      "moov",
      full("mvhd", Buffer.alloc(96)),
      seenTrack(1),
      silentTrack(2),
      box("mvex", full("trex", number(2), number(1), number(0), number(place.length), number(0))),
    ),
  ]);
  const sizes = [number(10), number(place.length - 10)];
  const media = box("mdat", content, text(place));
  const fileWide = (at: number) =>
    box(
      "moof",
      full("mfhd", number(1)),
      box(
        "traf",
        flagged("tfhd", 0x01, number(2), number(0), number(at)),
        flagged("trun", 0x2_00, number(2), ...sizes),
      ),
    );
  const first = fileWide(start.length + fileWide(0).length + 8 + content.length);
  const ofPiece = (offset: number) =>
    box(
      "moof",
      full("mfhd", number(2)),
      box(
        "traf",
        flagged("tfhd", 0x02_00_00, number(2)),
        flagged("trun", 0x05, number(1), number(offset), number(0)),
        box("udta", box("\xa9xyz", text(place))),
      ),
    );
  const second = ofPiece(ofPiece(0).length + 8 + content.length);
  // The second of its tracks goes on where the first one ended.
  const following = (offset: number) =>
    box(
      "moof",
      full("mfhd", number(3)),
      box(
        "traf",
        flagged("tfhd", 0x10, number(1), number(content.length)),
        flagged("trun", 0x01, number(1), number(offset)),
      ),
      box(
        "traf",
        flagged("tfhd", 0x08, number(2), number(40)),
        flagged("trun", 0x3_00, number(2), ...sizes.flatMap((size) => [number(20), size])),
      ),
    );
  const third = following(following(0).length + 8);
  return Buffer.concat([start, first, media, second, media, third, media]);
}
