/** Files made by hand that say where they were made, each in the ways of its kind, and what in them is not to change. */
import { crc32 } from "node:zlib";
import { box, full, handler, number, text } from "./boxes.ts";

/** So the place is written everywhere: an address as people would know it, and as machines write it. */
export const place = "+48.8577+002.2950/";
/** Stands for pictures and sound. */
export const content = Buffer.from("CONTENT-OF-THE-PICTURE-".repeat(40));

/** XMP, in a box of its own. */
const xmp = () => box("uuid", Buffer.from("be7acfcb97a942e89c71999491e3afac", "hex"), text(`<x:xmpmeta>${place}`));

/** A track that says where the camera was: its samples lie at `at`, two to a chunk, of one size or of several. */
function telemetry(at: number, sizes: readonly number[] | number): Buffer {
  const list =
    typeof sizes === "number" ? [number(sizes), number(2)] : [number(0), number(2), ...sizes.map((n) => number(n))];
  const tables = [
    full("stsz", ...list),
    full("stsc", number(1), number(1), number(2), number(1)),
    full("stco", number(1), number(at)),
  ];
  return box("trak", box("mdia", handler("meta"), box("minf", box("stbl", ...tables))));
}

/** A film as phones and cameras write it. */
export function film({ brand = "isom", title = "A title that stays" } = {}): Buffer {
  const start = box("ftyp", text(`${brand}\0\0\0\0${brand}`));
  const media = box("mdat", content, text(place.repeat(2)), text(place.repeat(2)));
  const at = start.length + 8 + content.length;
  const keys = full("keys", number(1), box("mdta", text("com.apple.quicktime.location.ISO6709")));
  const values = box("ilst", box("\0\0\0\x01", box("data", number(1), number(0), text(place))));
  const titles = full(
    "meta",
    handler("mdir"),
    box("ilst", box("\xa9nam", box("data", number(1), number(0), text(title)))),
  );
  const movie = box(
    "moov",
    full("mvhd", Buffer.alloc(96)),
    telemetry(at, place.length),
    telemetry(at + 2 * place.length, [10, 2 * place.length - 10]),
    box(
      "udta",
      box("\xa9xyz", number(place.length, 2), number(0, 2), text(place)),
      full("loci", number(0, 2), text(place)),
      titles,
    ),
    box("meta", handler("mdta"), keys, values),
    box("uuid", Buffer.alloc(16, 7), text(place)),
  );
  return Buffer.concat([start, media, movie, xmp(), box("free", text(`left behind: ${place}`))]);
}

/** A HEIC picture: Exif in the middle of its data, XMP beside its tables. */
export function heic(): Buffer {
  const start = box("ftyp", text("heic\0\0\0\0mif1heic"));
  const exif = Buffer.concat([number(0), text("MM\0*"), number(8), text(`GPS ${place}`)]);
  const item = (id: number, type: string) =>
    box("infe", Buffer.of(2, 0, 0, 0), number(id, 2), number(0, 2), text(`${type}\0`));
  const tables = (at: number) => {
    const places = [
      [1, 0, at, content.length],
      [2, 0, at + content.length, exif.length],
      [3, 1, 0, place.length],
    ].map(([id = 0, method = 0, from = 0, length = 0]) =>
      Buffer.concat([number(id, 2), number(method, 2), number(0, 2), number(1, 2), number(from), number(length)]),
    );
    return full(
      "meta",
      handler("pict"),
      full("iinf", number(3, 2), item(1, "hvc1"), item(2, "Exif"), item(3, "mime")),
      box("iloc", Buffer.of(1, 0, 0, 0, 0x44, 0), number(3, 2), ...places),
      box("idat", text(place)),
    );
  };
  const at = start.length + tables(0).length + 8;
  return Buffer.concat([start, tables(at), box("mdat", content, exif, content)]);
}

interface Entry {
  tag: number;
  type: number;
  count: number;
  value: number;
}

/** A TIFF picture with its position, and XMP that repeats it, behind a second list as scanners write them. */
export function tiff(order: "II" | "MM"): Buffer {
  const bytes = Buffer.alloc(400 + content.length);
  const put = (value: number, at: number, width: 2 | 4) =>
    order === "II" ? bytes.writeUIntLE(value, at, width) : bytes.writeUIntBE(value, at, width);
  const list = (at: number, entries: readonly Entry[], next: number) => {
    put(entries.length, at, 2);
    for (const [index, { tag, type, count, value }] of entries.entries()) {
      put(tag, at + 2 + index * 12, 2);
      put(type, at + 4 + index * 12, 2);
      put(count, at + 6 + index * 12, 4);
      put(value, at + 10 + index * 12, 4);
    }
    put(next, at + 2 + entries.length * 12, 4);
  };
  bytes.write(order === "II" ? "II*\0" : "MM\0*", "latin1");
  put(8, 4, 4);
  list(
    8,
    [
      { tag: 256, type: 4, count: 1, value: 1 },
      { tag: 270, type: 2, count: content.length, value: 400 },
    ],
    60,
  );
  list(
    60,
    [
      { tag: 700, type: 1, count: place.length, value: 200 },
      { tag: 34_853, type: 4, count: 1, value: 100 },
    ],
    0,
  );
  list(
    100,
    [
      { tag: 1, type: 2, count: 2, value: 0x4e00_4e00 },
      { tag: 2, type: 5, count: 3, value: 250 },
    ],
    0,
  );
  bytes.write(place, 200, "latin1");
  bytes.write(place, 250, "latin1");
  content.copy(bytes, 400);
  return bytes;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([text(type), data]);
  return Buffer.concat([number(data.length), body, number(crc32(body))]);
}

/** A PNG that moves, with Exif and a text. */
export function movingPng(): Buffer {
  const header = Buffer.concat([number(1), number(1), Buffer.of(8, 2, 0, 0, 0)]);
  const remarks = [chunk("eXIf", text(`MM\0*${place}`)), chunk("iTXt", text(`XML:com.adobe.xmp\0${place}`))];
  const control = [chunk("acTL", Buffer.concat([number(1), number(0)])), chunk("fcTL", Buffer.alloc(26))];
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    ...control,
    ...remarks,
    chunk("IDAT", content),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A WebM film with tags; `isLive`: as recorders write it, who do not know how long it will be. */
export function webm({ isLive = false } = {}): Buffer {
  const element = (id: string, ...inside: readonly Uint8Array[]) => {
    const body = Buffer.concat(inside);
    return Buffer.concat([Buffer.from(id, "hex"), number(0x10_00_00_00 + body.length), body]);
  };
  const endless = (id: string, ...inside: readonly Uint8Array[]) =>
    Buffer.concat([Buffer.from(`${id}01ffffffffffffff`, "hex"), ...inside]);
  const head = element("1a45dfa3", element("4282", text("webm")));
  const pieces = [element("e7", number(0)), element("a3", content)];
  const tags = element("1254c367", element("7373", text(`LOCATION ${place}`)));
  if (isLive) return Buffer.concat([head, endless("18538067", endless("1f43b675", ...pieces), tags)]);
  return Buffer.concat([head, element("18538067", tags, element("1f43b675", ...pieces))]);
}

/** JPEG XL with Exif beside the picture. */
export function jpegXl(): Buffer {
  const start = [box("JXL ", Buffer.from("0d0a870a", "hex")), box("ftyp", text("jxl \0\0\0\0jxl "))];
  return Buffer.concat([
    ...start,
    box("Exif", number(0), text(place)),
    box("jxlc", Buffer.from("ff0a", "hex"), content),
    box("xml ", text(place)),
  ]);
}
