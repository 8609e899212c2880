/** Connections that hear nothing, as when the network has gone away without a word. */
import { randomBytes } from "node:crypto";
import { connect as connectTcp, type Socket } from "node:net";
import type { Person } from "./person.ts";
import type { TestServer } from "./start-server.ts";

/** A connection that is made, joins its rooms, and never reads again. */
export async function connectDeaf(server: TestServer, person: Person): Promise<Socket> {
  const socket = connectTcp({ port: server.app.port, host: "127.0.0.1" });
  socket.write(
    [
      "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
      `Host: 127.0.0.1:${server.app.port}`,
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
      `Authorization: Bearer ${person.token}`,
      "",
      "",
    ].join("\r\n"),
  );
  let read = "";
  let isAsked = false;
  await new Promise<void>((resolve, reject) => {
    socket.once("error", reject);
    socket.on("data", (chunk) => {
      read += chunk.toString("latin1");
      if (!isAsked && read.includes("pingInterval")) {
        isAsked = true;
        socket.write(frame("40"));
      }
      if (read.includes("40{")) resolve();
    });
  });
  socket.removeAllListeners("data");
  socket.pause();
  return socket;
}

/** A masked WebSocket text frame of up to 125 bytes. */
function frame(text: string): Buffer {
  const payload = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
}
