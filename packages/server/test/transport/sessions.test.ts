import type { Reply } from "@parley/contract";
import { Manager } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Person, password, populate, post, register } from "../person.ts";
import { startServer } from "../start-server.ts";
import { connect } from "../witness.ts";

const server = await startServer();
afterAll(server.stop);
let anna: Person;
let ben: Person;
beforeAll(async () => {
  [anna, ben] = await populate(server, ["Anna", "Ben"]);
});

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "none",
    (error: { data?: { code?: string }; message: string }) => error.data?.code ?? error.message,
  );

describe("signing out", () => {
  test("over a connection is answered, and then the connection ends", async () => {
    const witness = await (await anna.signIn()).connect();
    expect(await witness.call("session:delete", { which: "this" })).toEqual({ ok: true, data: { ended: 1 } });
    await witness.untilClosed();
  });

  test("another device, or all others, ends their connections within a second, and no others", async () => {
    const [phone, tablet, laptop] = [await anna.signIn(), await anna.signIn(), await anna.signIn()];
    const witnesses = await Promise.all([phone, tablet, laptop, ben].map((person) => person.connect()));
    const [onPhone, onTablet, onLaptop, bens] = witnesses as [
      (typeof witnesses)[0],
      (typeof witnesses)[0],
      (typeof witnesses)[0],
      (typeof witnesses)[0],
    ];
    const startedAt = performance.now();
    await laptop.do("session:delete", { which: phone.sessionId });
    await onPhone.untilClosed();
    expect(onTablet.socket.connected).toBe(true);
    await laptop.do("session:delete", { which: "others" });
    await onTablet.untilClosed();
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    await onLaptop.barrier();
    await bens.barrier();
    expect(await refusalOf(phone.connect())).toBe("unauthenticated");
    expect(await phone.codeOf("session:list", {})).toBe("unauthenticated");
    anna = laptop;
    onLaptop.close();
    bens.close();
  });

  test("between the handshake and the connection leaves nothing open", async () => {
    const person = await ben.signIn();
    const manager = new Manager(server.url, {
      transports: ["websocket"],
      extraHeaders: { authorization: `Bearer ${person.token}` },
      autoConnect: false,
      reconnection: false,
    });
    await new Promise<void>((resolve, reject) => manager.open((error) => (error ? reject(error) : resolve())));
    await person.do("session:delete", { which: "this" });
    const socket = manager.socket("/");
    let answer: Reply | undefined;
    socket.emit("sync:open", {}, (reply: Reply) => {
      answer = reply;
    });
    const isOver = new Promise<void>((resolve) => {
      socket.once("disconnect", () => resolve());
      socket.once("connect_error", () => resolve());
    });
    socket.connect();
    await isOver;
    expect(answer).toBeUndefined();
    expect(socket.connected).toBe(false);
  });
});

describe("the cookie", () => {
  const signIn = (url: string, origin: string) =>
    post(url, "session:create", {
      input: { username: "Anna", password, hold: "cookie" },
      headers: { origin },
    });

  test("holds the token where no script can read it, and works only from a page of ours", async () => {
    const { reply, headers } = await signIn(server.url, server.url);
    expect(reply.ok && Object.keys(reply.data as object).sort()).toEqual(["sessionId", "user"]);
    const [cookie = "", ...attributes] = (headers.get("set-cookie") ?? "").split("; ");
    expect(cookie).toMatch(new RegExp(`^parley_${server.app.port}=[\\w-]{43}$`));
    expect(attributes).toEqual(expect.arrayContaining(["Path=/", "HttpOnly", "SameSite=Lax"]));
    const code = async (more: Record<string, string>) => {
      const answer = await post(server.url, "session:list", { headers: { cookie, ...more } });
      return answer.reply.ok ? "ok" : answer.reply.error.code;
    };
    expect(await code({ origin: server.url })).toBe("ok");
    expect(await code({})).toBe("unauthenticated");
    expect(await code({ origin: "https://evil.example" })).toBe("forbidden");
    expect(await code({ origin: "null" })).toBe("forbidden");
    const out = await post(server.url, "session:delete", { headers: { cookie, origin: server.url } });
    expect(out.headers.get("set-cookie")).toMatch(/=; .*Expires=Thu, 01 Jan 1970/);
    expect(await code({ origin: server.url })).toBe("unauthenticated");
  });

  test("opens a connection, on both transports, only from a page of ours", async () => {
    const { headers } = await signIn(server.url, server.url);
    const cookie = (headers.get("set-cookie") ?? "").split("; ")[0] ?? "";
    for (const transport of ["websocket", "polling"] as const) {
      const own = await connect(server.url, "", { transport, headers: { cookie, origin: server.url } });
      expect(await own.call("session:list")).toMatchObject({ ok: true });
      const absent = await connect(server.url, "", { transport, headers: { cookie } });
      expect(await absent.call("session:list")).toMatchObject({ error: { code: "unauthenticated" } });
      own.close();
      absent.close();
    }
  });

  test("is bound to the host where there is TLS", async () => {
    const url = "https://chat.example.org";
    const secure = await startServer({ config: { url } });
    await populate(secure, ["Anna"]);
    const { headers } = await signIn(secure.url, url);
    expect(headers.get("set-cookie")).toMatch(/^__Host-parley=[\w-]{43}; .*Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(headers.get("strict-transport-security")).toContain("max-age=");
    await secure.stop();
  });
});

test("a token in the address, or in the handshake's own field, is never looked at", async () => {
  const token = (await register(server, "Careless")).token;
  const witness = await connect(server.url, "", {
    query: { token, access_token: token, authorization: `Bearer ${token}` },
  });
  expect(await witness.call("session:list")).toMatchObject({ error: { code: "unauthenticated" } });
  witness.close();
  const response = await fetch(`${server.url}/api/session/list?token=${token}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  expect(response.status).toBe(401);
});
