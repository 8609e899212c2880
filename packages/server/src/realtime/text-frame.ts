/** The first byte of a text message in a single frame (RFC 6455, 5.2). */
const finalText = 0x81;
/** Engine.IO's "message". */
const messageType = "4".charCodeAt(0);

/** A WebSocket frame of a server, unmasked, with one Engine.IO packet of type "message": header and text in one piece. */
export function frameOf(text: string): Buffer {
  const length = Buffer.byteLength(text) + 1;
  const header = headerLength(length);
  const frame = Buffer.allocUnsafe(header + length);
  frame[0] = finalText;
  if (length < 126) frame[1] = length;
  else if (length < 65_536) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame[header] = messageType;
  frame.write(text, header + 1);
  return frame;
}

function headerLength(length: number): number {
  if (length < 126) return 2;
  return length < 65_536 ? 4 : 10;
}
