/** security.md, Outbound: each abuse case, and that the target never heard of it. */
import { networkInterfaces } from "node:os";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { Outbound, type Wish } from "../../src/lib/outbound/outbound.ts";
import { publicAddresses } from "../../src/lib/outbound/public-address.ts";
import { publicAddress, TargetSite } from "./target-site.ts";

const site = new TargetSite();
let outbound: Outbound;
beforeAll(async () => {
  await site.start();
  outbound = new Outbound({ userAgent: "Parley/1", wire: site.wire, mostMs: 400 });
});
beforeEach(() => {
  site.clear();
  site.name("target.test");
});
afterAll(() => site.stop());

const html: Omit<Wish, "signal"> = { types: ["text/html"], mostBytes: 100_000, overflow: "cut" };
const get = (address: string, wish: Partial<Wish> = {}) =>
  outbound.get(address, { ...html, signal: new AbortController().signal, ...wish });
const failureOf = (address: string, wish: Partial<Wish> = {}) =>
  get(address, wish).then(
    () => "none",
    (error: { failure?: string }) => error.failure ?? String(error),
  );

const notPublic = [
  ...["0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254", "169.254.1.1"],
  ...["172.16.0.1", "172.31.255.255", "192.0.0.192", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.51.100.7"],
  ...["203.0.113.9", "224.0.0.251", "239.255.255.250", "240.0.0.1", "255.255.255.255", "168.63.129.16"],
  ...[
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "::ffff:169.254.169.254",
    "::127.0.0.1",
    "::ffff:93.184.215.14",
  ],
  ...["::ffff:0:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::a00:1", "100::1", "fc00::1"],
  ...["fd00:ec2::254", "fe80::1", "fe80::a9fe:a9fe", "fec0::1", "ff02::1", "2001:db8::1", "2001:0:5ef5:79fb::1"],
  ...["2002:7f00:1::", "2002:a9fe:a9fe::1", "3fff::1", "2001:10::1", "2001:20::1"],
];

test.each(notPublic)("nobody at %s is asked: by a name, written out, or by a redirect", async (address) => {
  const written = address.includes(":") ? `[${address}]` : address;
  site.name("inside.test", [address]);
  site.name("mixed.test", [publicAddress, address]);
  site.redirect("/to-inside", `http://${written}/secret`);
  site.redirect("/to-name", "http://inside.test/secret");
  for (const url of [`http://${written}/`, `https://${written}/`, "http://inside.test/", "https://mixed.test/"])
    expect([url, await failureOf(url)]).toEqual([url, "address"]);
  expect(site.dialled).toEqual([]);
  for (const path of ["to-inside", "to-name"]) expect(await failureOf(`http://target.test/${path}`)).toBe("address");
  expect(site.hits).toEqual(["/to-inside", "/to-name"]);
  expect(site.dialled.every((dialled) => dialled.address === publicAddress)).toBe(true);
});

test.each([
  ...["http://2130706433/", "http://0x7f.1/", "http://017700000001/", "http://127.1/", "http://①②⑦.⓪.⓪.①/"],
  ...["http://[::ffff:7f00:0001]/", "http://[0:0:0:0:0:ffff:127.0.0.1]/", "http://0/", "http://[::]/"],
])("however it is spelt, %s is this machine", async (url) => {
  expect(await failureOf(url)).toBe("address");
  expect(site.dialled).toEqual([]);
});

test.each([
  ...[
    "ftp://target.test/",
    "file:///etc/passwd",
    "gopher://target.test/",
    "data:text/html,x",
    "javascript:1",
    "nothing",
  ],
  ...["http://target.test:22/", "http://target.test:6379/", "https://target.test:8443/", "http://target.test:0/"],
  ...["http://user@target.test/", "http://user:pass@target.test/", "http://:pass@target.test/"],
])("%s is no address to ask, nor to be sent to", async (url) => {
  expect(await failureOf(url)).toBe("address");
  site.redirect("/away", url);
  if (url !== "nothing") expect(await failureOf("http://target.test/away")).toBe("address");
  expect(site.hits.filter((path) => path !== "/away")).toEqual([]);
});

test("the addresses of this machine are its own, public or not", () => {
  const isPublic = publicAddresses(() => ["93.184.215.14", "2606:2800:21f::1"]);
  expect(["93.184.215.14", "2606:2800:21f:0::1", "93.184.215.15", "2606:2800:21f::2"].map(isPublic)).toEqual([
    ...[false, false, true, true],
  ]);
  const isOpen = publicAddresses();
  for (const all of Object.values(networkInterfaces()))
    for (const { address } of all ?? []) expect(isOpen(address)).toBe(false);
  expect(["", "localhost", "1.2.3", "2606:2800:21f::1%eth0", "1.2.3.4.5"].some(isOpen)).toBe(false);
});

test("a name that turns inward after it was looked at is asked where it was looked at", async () => {
  site.name("rebinding.test", [publicAddress], ["127.0.0.1"]);
  site.page("/", "<title>Outside</title>");
  expect((await get("http://rebinding.test/")).body.toString()).toContain("Outside");
  expect(site.dialled).toEqual([{ address: publicAddress, port: 80 }]);
  expect(await failureOf("http://rebinding.test/")).toBe("address");
  expect(site.hits).toHaveLength(1);
});

test("a redirect back to the same name is looked up anew", async () => {
  site.name("turning.test", [publicAddress], ["10.0.0.1"]);
  site.redirect("/one", "/two");
  expect(await failureOf("http://turning.test/one")).toBe("address");
  expect(site.hits).toEqual(["/one"]);
});

test("redirects are few", async () => {
  for (let at = 0; at < 9; at += 1) site.redirect(`/r${at}`, `r${at + 1}`);
  site.redirect("/loop", "/loop");
  site.page("/r9", "There");
  expect(await failureOf("http://target.test/r5")).toBe("redirects");
  expect(site.hits).toHaveLength(4);
  expect((await get("http://target.test/r6")).url.pathname).toBe("/r9");
  expect(await failureOf("http://target.test/loop")).toBe("redirects");
});

test("nothing of anybody's is sent, and what a site wants kept is not", async () => {
  site.page("/a", "A", { "set-cookie": "id=1; Path=/" });
  site.redirect("/b", "/a?q=%20x");
  await get("http://target.test/a#fragment");
  await get("http://target.test/b");
  expect(site.hits).toEqual(["/a", "/b", "/a?q=%20x"]);
  for (const { headers, method } of site.requests) {
    expect(Object.keys(headers).sort()).toEqual(["accept", "accept-encoding", "connection", "host", "user-agent"]);
    expect([method, headers.host, headers["user-agent"]]).toEqual(["GET", "target.test", "Parley/1"]);
  }
});

test("an endless page ends, a long one is cut or refused, and its connection closes", async () => {
  site.on("/endless", (response) => {
    response.writeHead(200, { "content-type": "text/html" });
    const more = () => {
      while (!response.destroyed && response.write("x".repeat(10_000)));
    };
    response.on("drain", more);
    more();
  });
  expect((await get("http://target.test/endless")).body).toHaveLength(100_000);
  expect(await failureOf("http://target.test/endless", { overflow: "refuse" })).toBe("too-large");
  await expect.poll(() => site.closed).toBe(2);
  site.on("/declared", (response) => {
    response.writeHead(200, { "content-type": "text/html", "content-length": 200_000 }).write("x");
  });
  expect(await failureOf("http://target.test/declared", { overflow: "refuse" })).toBe("too-large");
});

test("a packed bomb is unpacked no further than wanted", async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  site.on("/bomb", (response) => {
    response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" }).end(bomb);
  });
  expect((await get("http://target.test/bomb")).body).toHaveLength(100_000);
  expect(await failureOf("http://target.test/bomb", { overflow: "refuse" })).toBe("too-large");
  site.page("/twice", "x", { "content-encoding": "gzip, gzip" });
  expect(await failureOf("http://target.test/twice")).toBe("encoding");
  site.page("/broken", "not packed at all", { "content-encoding": "br" });
  expect(await failureOf("http://target.test/broken")).toBe("unreachable");
  const small = gzipSync("<title>Small</title>");
  site.on("/small", (response) => {
    response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" }).end(small);
  });
  expect((await get("http://target.test/small")).body.toString()).toBe("<title>Small</title>");
});

test("what drips, hangs, or never begins is given up in time", async () => {
  site.on("/drip", (response) => {
    response.writeHead(200, { "content-type": "text/html" });
    const timer = setInterval(() => response.write("x"), 20);
    response.on("close", () => clearInterval(timer));
  });
  site.on("/hang", () => undefined);
  site.on("/slow-hops", (response) => {
    const timer = setTimeout(() => response.writeHead(302, { location: "/slow-hops" }).end(), 150);
    response.on("close", () => clearTimeout(timer));
  });
  const paths = ["drip", "hang", "slow-hops"];
  const failures = await Promise.all(paths.map((path) => failureOf(`http://target.test/${path}`)));
  expect(failures).toEqual(["slow", "slow", "slow"]);
  await expect.poll(() => site.closed).toBe(site.hits.length);
});

test("only what was asked for is read: kind and status", async () => {
  site.bytes("/film", "video/mp4", Buffer.alloc(10));
  site.bytes("/none", "", Buffer.from("<title>Guess</title>"));
  for (const path of ["film", "none"]) expect(await failureOf(`http://target.test/${path}`)).toBe("type");
  expect(await failureOf("http://target.test/nowhere")).toBe("status");
  expect(await failureOf("http://unknown.test/")).toBe("unreachable");
});

test("whoever asked may give up", async () => {
  site.on("/hang", () => undefined);
  const asking = new AbortController();
  const failure = failureOf("http://target.test/hang", { signal: asking.signal });
  await expect.poll(() => site.hits).toHaveLength(1);
  asking.abort();
  expect(await failure).toBe("stopped");
  await expect.poll(() => site.closed).toBe(1);
});

test("at most two at once to one host, and nobody else waits for those", async () => {
  const held: (() => void)[] = [];
  site.on("/held", (response) => void held.push(() => response.writeHead(404).end()));
  site.name("other.test");
  site.page("/", "Here");
  const asked = Array.from({ length: 6 }, () => failureOf("http://target.test/held"));
  await expect.poll(() => held.length).toBe(2);
  expect((await get("http://other.test/")).body.toString()).toBe("Here");
  expect(held).toHaveLength(2);
  for (const [at] of asked.entries()) {
    await expect.poll(() => held.length).toBeGreaterThan(at);
    held[at]?.();
  }
  expect(await Promise.all(asked)).toEqual(asked.map(() => "status"));
});

test("a thousand at once are not all taken in", async () => {
  site.on("/hang", () => undefined);
  const asking = new AbortController();
  const asked = Array.from({ length: 1_000 }, () => failureOf("http://target.test/hang", { signal: asking.signal }));
  const refused = (await Promise.all(asked.slice(202))).filter((failure) => failure === "busy");
  expect(refused).toHaveLength(798);
  expect(site.dialled.length).toBeLessThanOrEqual(2);
  asking.abort();
  await Promise.all(asked);
});
