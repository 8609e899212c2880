import { createServer } from "node:http";
import { Server } from "socket.io";

/**
 * What Parley is measured against: Socket.IO 4 as its documentation shows it, in memory, with nobody to authenticate,
 * nothing to check and nothing stored. `ROOMS` of the handshake name the rooms that a socket is put into.
 */
const http = createServer();
const io = new Server(http, { serveClient: false, transports: ["websocket"], perMessageDeflate: false });

io.on("connection", (socket) => {
  const rooms = socket.handshake.query.rooms;
  if (typeof rooms === "string" && rooms !== "") socket.join(rooms.split(","));
  socket.on("message", (message: { room: string; id: string; body: string }, ack: (reply: unknown) => void) => {
    io.to(message.room).emit("message", { ...message, from: socket.id, sentAt: Date.now() });
    ack({ ok: true });
  });
});

http.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => console.log("listening"));
