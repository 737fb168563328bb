// The kiosk's service worker: keeps the exact files of one version of the kiosk, each checked against its SHA-256, and gives
// them out again without a network. It keeps and notes nothing else, and knows nothing of any patient.

// Both are written by the build: every file with its integrity, and the SHA-256 of their list (kiosk/SHA256SUMS).
const FILES = "{files}";
const SUM = "{sum}";

const scope = new URL(registration.scope).pathname;
// One address may hold the kiosks of many practices: each keeps to its own path.
const prefix = `eclaire ${scope} `;
const own = prefix + SUM;
const settings = `${prefix}settings`;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));

/** Fetches every file from the server, or fails whole: then the version before goes on. */
async function install() {
  const known = await caches.has(own);
  try {
    const answers = await Promise.all(Object.entries(FILES).map(async ([path, integrity]) => {
      const answer = await fetch(path, { integrity, cache: "reload", credentials: "omit", redirect: "error" });
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      return [path, answer];
    }));
    const cache = await caches.open(own);
    await Promise.all(answers.map(([path, answer]) => cache.put(path, answer)));
  } catch (error) {
    if (!known) await caches.delete(own);
    throw error;
  }
}

/** Keeps this version and the one before it; from now on this one is given out. */
async function activate() {
  await choose(null);
  const older = (await versions()).filter((name) => name !== own);
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
  await clients.claim();
}

/** The versions kept here, the oldest first. */
const versions = async () => (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== settings);

/** Staff may go back to the version before, until a newer one comes. */
async function choose(name) {
  const cache = await caches.open(settings);
  await (name ? cache.put("version", new Response(name)) : cache.delete("version"));
}

async function chosen() {
  const cache = await caches.open(settings);
  const name = await (await cache.match("version"))?.text();
  return name && (await caches.has(name)) ? name : own;
}

addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== location.origin) return;
  // The staff's screen compares what the server sends now (compare.js).
  if (event.request.cache === "no-store") return;
  event.respondWith(give(pathname, event.request));
});

/**
 * Looked up by path only: what stands after it in an address is nobody's business. Only the kiosk's own pages ask here; some of what
 * they need may lie outside of its folder.
 */
async function give(path, request) {
  const cache = await caches.open(await chosen());
  return (await cache.match(path.replace(/\/index\.html$/, "/"))) ?? fetch(request);
}

addEventListener("message", (event) => event.waitUntil(hear(event)));

async function hear({ data, ports: [port] }) {
  const before = (await versions()).filter((name) => name !== own).at(-1);
  if (data === "take over") await skipWaiting();
  if (data === "go back" && before) await choose(before);
  if (data === "go forward") await choose(null);
  const now = await chosen();
  port?.postMessage({ sum: now.slice(prefix.length), before: now === own && before !== undefined, gone: now !== own });
}
