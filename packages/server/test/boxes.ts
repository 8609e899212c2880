/** Boxes of ISO/IEC 14496-12, made by hand. */

export const text = (value: string) => Buffer.from(value, "latin1");
export const number = (value: number, bytes = 4) => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
};

export function box(type: string, ...inside: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(inside);
  return Buffer.concat([number(body.length + 8), text(type), body]);
}

export const full = (type: string, ...inside: readonly Uint8Array[]) => box(type, number(0), ...inside);
export const handler = (type: string) => full("hdlr", number(0), text(type), Buffer.alloc(13));
