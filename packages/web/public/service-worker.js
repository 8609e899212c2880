// Keeps the page itself (its HTML, scripts and styles) so that Parley opens with the server away. Never what people
// wrote: /api and /socket.io are not touched here, and rooms are kept by the client, per person.
const CACHE = "parley-shell-1";
const PAGE = "/";
/** The favicon counts what is unread, also while the server is away. */
const ICONS = ["/icon.svg", ...[1, 2, 3, 4, 5, 6, 7, 8, 9, "many"].map((count) => `/icons/unread-${count}.svg`)];

self.addEventListener("install", (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOldCaches().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  // These answer with something else than the page: it must not be kept in the page's place.
  const isNoPage = /^\/(api|auth|avatars|exports|files|stickers|uploads)\//.test(url.pathname);
  if (request.mode === "navigate" && !isNoPage) event.respondWith(page(request));
  else if (url.pathname.startsWith("/assets/")) event.respondWith(asset(request));
  else if (/^\/(theme\.js|manifest\.webmanifest|icons?[/.-].*)$/.test(url.pathname)) event.respondWith(fresh(request));
});

/** The page and everything that its build made, so that lazily loaded screens work offline too. */
async function keepShell() {
  const cache = await caches.open(CACHE);
  const manifest = await (await fetch("/manifest.json", { cache: "no-store" })).json();
  const files = Object.values(manifest).flatMap(({ file, css = [] }) => [file, ...css]);
  const assets = [...new Set(files)].map((file) => `/${file}`);
  await cache.addAll([PAGE, "/theme.js", "/manifest.webmanifest", ...ICONS, ...assets]);
}

async function forgetOldCaches() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith("parley-") && name !== CACHE).map((name) => caches.delete(name)),
  );
}

/** The server's page while it answers: a new release is seen at once. Else the kept one. */
async function page(request) {
  try {
    const response = await within(fetch(request), 3_000);
    if (response.ok) await keep(PAGE, response);
    if (response.status < 500) return response;
  } catch {
    // The server is away.
  }
  return (await caches.match(PAGE)) ?? Response.error();
}

/** Assets are named after their content: what is kept is right for ever. */
async function asset(request) {
  const kept = await within(caches.match(request), 2_000).catch(() => undefined);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) {
    await keep(request, response);
    await within(dropUnused(), 2_000).catch(() => undefined);
  }
  return response;
}

async function fresh(request) {
  try {
    const response = await fetch(request);
    if (response.ok) await keep(request, response);
    return response;
  } catch {
    return (await caches.match(request)) ?? Response.error();
  }
}

/** Before the answer is passed on: two readers of one body are more than some browsers do well. */
async function keep(key, response) {
  const copy = response.clone();
  const write = async () => (await caches.open(CACHE)).put(key, copy);
  // The disk is full, the browser keeps nothing or takes for ever: the page works as before, only not without the server.
  await within(write(), 2_000).catch(() => undefined);
}

/** Old releases' assets go, oldest first, when they outnumber any one release by far. */
async function dropUnused() {
  const cache = await caches.open(CACHE);
  const kept = (await cache.keys()).filter((request) => new URL(request.url).pathname.startsWith("/assets/"));
  for (const request of kept.slice(0, Math.max(0, kept.length - 200))) await cache.delete(request);
}

function within(promise, ms) {
  return Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new Error("Too slow.")), ms))]);
}
