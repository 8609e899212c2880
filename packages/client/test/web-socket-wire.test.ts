import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server, type Socket } from "socket.io";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { socketIoWire } from "../src/node/index.ts";
import { webSocketWire } from "../src/web-socket-wire.ts";
import type { OpenWire, WireHooks } from "../src/wire.ts";

type Ending = Parameters<WireHooks["onEnd"]>[0] | "not yet";

async function aServer(prepare: (io: Server) => void, options = {}): Promise<string> {
  const http = createServer();
  const io = new Server(http, options);
  prepare(io);
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => io.close());
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

function opened(openWire: OpenWire, url: string, token?: string) {
  const heard = { opened: 0, batches: [] as unknown[], ended: "not yet" as Ending };
  const wire = openWire({
    url,
    token,
    hooks: {
      onOpen: () => (heard.opened += 1),
      onBatch: (batch) => heard.batches.push(batch),
      onEnd: (reason) => {
        heard.ended = reason;
      },
    },
  });
  onTestFinished(() => wire.close());
  return { wire, heard };
}

describe.each([
  ["WebSocket", webSocketWire],
  ["Socket.IO", socketIoWire],
] as const)("by %s", (_name, openWire) => {
  test("requests are answered, each by its own answer, signals arrive, and events come", async () => {
    const signals: unknown[] = [];
    const tokens: unknown[] = [];
    const url = await aServer((io) => {
      io.on("connection", (socket) => {
        tokens.push(socket.handshake.headers.authorization);
        socket.on("slow", (input, answer) => socket.once("quick", () => answer({ ok: true, data: input })));
        socket.on("quick", (input, answer) => answer({ ok: true, data: input }));
        socket.on("signal", (input) => signals.push(input));
        socket.emit("other", { not: "ours" });
        socket.emit("events", { events: [["a", "[1] “ü” 😀"]] });
      });
    });
    const { wire, heard } = opened(openWire, url, "secret");
    await vi.waitFor(() => expect(heard.opened).toBe(1));
    expect(wire.isOpen).toBe(true);
    wire.signal("signal", { now: true });
    const answers = await Promise.all([wire.request("slow", { n: 1 }), wire.request("quick", { n: 2 })]);
    expect(answers).toEqual([
      { ok: true, data: { n: 1 } },
      { ok: true, data: { n: 2 } },
    ]);
    await vi.waitFor(() => expect(signals).toEqual([{ now: true }]));
    await vi.waitFor(() => expect(heard.batches).toEqual([{ events: [["a", "[1] “ü” 😀"]] }]));
    expect(tokens).toEqual(["Bearer secret"]);
    expect(heard.ended).toBe("not yet");
  });

  test("what the server says when it refuses is handed on", async () => {
    const data = { code: "unauthenticated", message: "No." };
    const url = await aServer((io) => io.use((_socket, next) => next(Object.assign(new Error("No."), { data }))));
    const { wire, heard } = opened(openWire, url);
    await vi.waitFor(() => expect(heard.ended).toEqual(data));
    expect([wire.isOpen, heard.opened]).toEqual([false, 0]);
  });

  test("a lost connection ends once, and fails whoever waits for an answer", async () => {
    let theirs: Socket | undefined;
    const url = await aServer((io) => {
      io.on("connection", (socket) => {
        theirs = socket;
        socket.on("never", () => socket.disconnect(true));
      });
    });
    const { wire, heard } = opened(openWire, url);
    await vi.waitFor(() => expect(theirs).toBeDefined());
    await vi.waitFor(() => expect(wire.isOpen).toBe(true));
    await expect(wire.request("never", {})).rejects.toThrow();
    await vi.waitFor(() => expect(heard.ended).toBeUndefined());
    expect(wire.isOpen).toBe(false);
  });

  test("a server of which nothing is heard any more is given up", async () => {
    const url = await aServer(
      (io) => {
        // The transport stays, and its pings stop.
        io.on("connection", ({ conn }) =>
          clearTimeout((conn as unknown as { pingIntervalTimer: NodeJS.Timeout }).pingIntervalTimer),
        );
      },
      { pingInterval: 100, pingTimeout: 100 },
    );
    const { wire, heard } = opened(openWire, url);
    await vi.waitFor(() => expect(heard.opened).toBe(1));
    await vi.waitFor(() => expect(heard.ended).toBeUndefined());
    expect(wire.isOpen).toBe(false);
  });

  test("a connection lives on its pings", async () => {
    let pongs = 0;
    const answered = ({ type }: { type: string }) => {
      if (type === "pong") pongs += 1;
    };
    const url = await aServer((io) => io.on("connection", ({ conn }) => conn.on("packet", answered)), {
      pingInterval: 40,
      pingTimeout: 400,
    });
    const { wire, heard } = opened(openWire, url);
    // Together longer than either side would wait for a connection of which it hears nothing.
    await vi.waitFor(() => expect(pongs).toBeGreaterThan(15), { timeout: 10_000 });
    expect([wire.isOpen, heard.opened, heard.ended]).toEqual([true, 1, "not yet"]);
  });

  test("closed by me, it says nothing more, and the server knows", async () => {
    const gone: string[] = [];
    const url = await aServer((io) =>
      io.on("connection", (socket) => socket.on("disconnect", (why) => gone.push(why))),
    );
    const { wire, heard } = opened(openWire, url);
    await vi.waitFor(() => expect(heard.opened).toBe(1));
    wire.close();
    await vi.waitFor(() => expect(gone).toEqual(["client namespace disconnect"]));
    expect([wire.isOpen, heard.ended]).toEqual([false, "not yet"]);
  });

  test("where nobody listens, the attempt ends", async () => {
    const { heard } = opened(openWire, "http://127.0.0.1:9");
    await vi.waitFor(() => expect(heard.ended).toBeUndefined());
  });
});

test("frames that are no frames end a connection, and nothing else does", async () => {
  const url = await aServer((io) => {
    io.on("connection", (socket) => {
      const { transport } = socket.conn as unknown as { transport: { socket: { send(text: string): void } } };
      for (const odd of ["", "6", "9 what", "4", "45", "43999[]"]) transport.socket.send(odd);
      socket.on("break", () => transport.socket.send("42[{"));
    });
  });
  const { wire, heard } = opened(webSocketWire, url);
  await vi.waitFor(() => expect(heard.opened).toBe(1));
  wire.signal("break", {});
  await vi.waitFor(() => expect(heard.ended).toBeUndefined());
});
