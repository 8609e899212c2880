import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ParleyError, type Reply, type RequestName, type UserId } from "@parley/contract";
import { Server, type Socket } from "socket.io";
import { answer } from "./answers.ts";
import type { ModelServer, Receiver } from "./model-server.ts";
import type { ModelUploads } from "./model-uploads.ts";

/** The model behind a real Socket.IO: a person's id is their token. */
export class SocketServer {
  readonly model: ModelServer;
  readonly uploads: ModelUploads;
  readonly ended = new Set<string>();
  /** Decides, per request, whether its answer gets lost. */
  losesAnswer: (name: RequestName) => boolean = () => false;
  #http: HttpServer | null = null;
  #io: Server | null = null;
  #port = 0;

  constructor(model: ModelServer) {
    this.model = model;
    this.uploads = model.uploads;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    const http = createServer((request, response) => void this.uploads.handle(request, response));
    const io = new Server(http);
    io.use((socket, next) => {
      const token = tokenOf(socket);
      const isKnown = this.model.users.has(token as UserId) && !this.ended.has(token);
      const refusal = new ParleyError("unauthenticated", "Your session has ended.");
      next(isKnown ? undefined : Object.assign(new Error(refusal.message), { data: refusal.toWire() }));
    });
    io.on("connection", (socket) => this.#welcome(socket));
    await new Promise<void>((resolve) => http.listen(this.#port, "127.0.0.1", resolve));
    this.#port = (http.address() as AddressInfo).port;
    this.#http = http;
    this.#io = io;
  }

  /** As a crash would: connections are cut, nobody listens. */
  async stop(): Promise<void> {
    this.#http?.closeAllConnections();
    await this.#io?.close();
  }

  endSession(userId: UserId): void {
    this.ended.add(userId);
    for (const socket of this.#io?.sockets.sockets.values() ?? [])
      if (tokenOf(socket) === userId) socket.disconnect(true);
  }

  #welcome(socket: Socket): void {
    const userId = tokenOf(socket) as UserId;
    const receiver: Receiver = { userId, receive: (batch) => void socket.emit("events", batch) };
    this.model.receivers.add(receiver);
    socket.on("disconnect", () => this.model.receivers.delete(receiver));
    socket.onAny((name: RequestName, input: unknown, acknowledge?: (reply: Reply) => void) => {
      const reply = this.#reply(userId, name, input);
      if (!this.losesAnswer(name)) acknowledge?.(reply);
    });
  }

  #reply(userId: UserId, name: RequestName, input: unknown): Reply {
    try {
      return { ok: true, data: answer(this.model, userId, [name, input]) };
    } catch (error) {
      if (error instanceof ParleyError) return { ok: false, error: error.toWire() };
      throw error;
    }
  }
}

function tokenOf(socket: Socket): string {
  return (socket.handshake.headers.authorization ?? "").replace("Bearer ", "");
}
