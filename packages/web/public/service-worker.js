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
  const isNoPage = /^\/(api|auth|avatars|exports)\//.test(url.pathname);
  if (request.mode === "navigate" && !isNoPage) event.respondWith(page(event));
  else if (url.pathname.startsWith("/assets/")) event.respondWith(asset(event));
  else if (/^\/(theme\.js|manifest\.webmanifest|icons?[/.-].*)$/.test(url.pathname)) event.respondWith(fresh(event));
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
async function page(event) {
  try {
    const response = await within(fetch(event.request), 3_000);
    if (response.ok) keep(event, PAGE, response);
    if (response.status < 500) return response;
  } catch {
    // The server is away.
  }
  return (await caches.match(PAGE)) ?? Response.error();
}

/** Assets are named after their content: what is kept is right for ever. */
async function asset(event) {
  const kept = await caches.match(event.request);
  if (kept) return kept;
  const response = await fetch(event.request);
  if (response.ok) keep(event, event.request, response);
  return response;
}

async function fresh(event) {
  try {
    const response = await fetch(event.request);
    if (response.ok) keep(event, event.request, response);
    return response;
  } catch {
    return (await caches.match(event.request)) ?? Response.error();
  }
}

/** Beside the answer, not before it: a full disk or a browser that refuses to keep anything takes nothing from the page. */
function keep(event, key, response) {
  const copy = response.clone();
  const write = async () => {
    const cache = await caches.open(CACHE);
    await cache.put(key, copy);
    await dropUnused(cache);
  };
  event.waitUntil(write().catch(() => undefined));
}

/** Old releases' assets go, oldest first, when they outnumber any one release by far. */
async function dropUnused(cache) {
  const kept = (await cache.keys()).filter((request) => new URL(request.url).pathname.startsWith("/assets/"));
  for (const request of kept.slice(0, Math.max(0, kept.length - 200))) await cache.delete(request);
}

function within(promise, ms) {
  return Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new Error("Too slow.")), ms))]);
}
