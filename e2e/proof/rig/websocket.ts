/**
 * Just enough of RFC 6455 to look into a stream of frames and to write them: no extensions, because Socket.IO servers
 * here run without compression.
 */

/** Where one frame lies in a buffer. */
export interface FrameSpan {
  readonly opcode: number;
  readonly isFinal: boolean;
  readonly payloadStart: number;
  readonly payloadEnd: number;
}

export const opcodes = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** The frame that begins at `start`, or undefined while it is not whole. */
export function frameAt(buffer: Buffer, start: number, end = buffer.length): FrameSpan | undefined {
  if (end - start < 2) return undefined;
  const first = buffer[start] ?? 0;
  const second = buffer[start + 1] ?? 0;
  const short = second & 0x7f;
  const maskBytes = second & 0x80 ? 4 : 0;
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  const payloadStart = start + 2 + lengthBytes + maskBytes;
  if (payloadStart > end) return undefined;
  const length =
    lengthBytes === 0
      ? short
      : lengthBytes === 2
        ? buffer.readUInt16BE(start + 2)
        : Number(buffer.readBigUInt64BE(start + 2));
  const payloadEnd = payloadStart + length;
  if (payloadEnd > end) return undefined;
  return { opcode: first & 0x0f, isFinal: (first & 0x80) !== 0, payloadStart, payloadEnd };
}

/** Cuts a stream of bytes into whole frames, header included. */
export function frameCutter(): (chunk: Buffer) => { raw: Buffer; span: FrameSpan }[] {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const frames: { raw: Buffer; span: FrameSpan }[] = [];
    for (;;) {
      const span = frameAt(bytes, 0);
      if (span === undefined) break;
      frames.push({ raw: bytes.subarray(0, span.payloadEnd), span });
      bytes = bytes.subarray(span.payloadEnd);
    }
    rest = Buffer.from(bytes);
    return frames;
  };
}

/** A client's frame. The mask is there, as a server demands, but zero: the payload travels as it is. */
export function clientFrame(payload: string | Buffer, opcode: number = opcodes.text): Buffer {
  const body = typeof payload === "string" ? Buffer.from(payload) : payload;
  const extra = body.length < 126 ? 0 : body.length < 65_536 ? 2 : 8;
  const frame = Buffer.alloc(6 + extra + body.length);
  frame[0] = 0x80 | opcode;
  frame[1] = 0x80 | (extra === 0 ? body.length : extra === 2 ? 126 : 127);
  if (extra === 2) frame.writeUInt16BE(body.length, 2);
  if (extra === 8) frame.writeBigUInt64BE(BigInt(body.length), 2);
  body.copy(frame, 6 + extra);
  return frame;
}

/** The request that asks an Engine.IO server for a WebSocket. `query` replaces the usual one. */
export function upgradeRequest(options: { token?: string; query?: string; headers?: Record<string, string> }): string {
  const lines = [
    `GET /socket.io/?${options.query ?? "EIO=4&transport=websocket"} HTTP/1.1`,
    "Host: 127.0.0.1",
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    ...(options.token === undefined ? [] : [`Authorization: Bearer ${options.token}`]),
    ...Object.entries(options.headers ?? {}).map(([name, value]) => `${name}: ${value}`),
  ];
  return `${lines.join("\r\n")}\r\n\r\n`;
}
