// The headers that a site carries for other servers: a real nginx with the generated file, and a page that lives behind it.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { nginx } from "./support/nginx.mjs";
import { open } from "./support/page.mjs";
import { serve, site } from "./support/site.mjs";

/** Everything that the table speaks of. Types: as servers agree on them. */
const HEADERS = [
  "content-security-policy", "cache-control", "referrer-policy", "x-content-type-options", "cross-origin-opener-policy",
  "cross-origin-resource-policy", "access-control-allow-origin", "connection-allowlist", "permissions-policy",
];
const TYPES = { html: "text/html", css: "text/css", wasm: "application/wasm", svg: "image/svg+xml", json: "application/json", webmanifest: "application/manifest+json" };

const { folder } = site("practice");
const files = readdirSync(folder, { recursive: true }).filter((file) => statSync(join(folder, file)).isFile());
const folders = files.filter((file) => /(^|\/)index\.html$/.test(file)).map((file) => file.replace(/index\.html$/, ""));

test("nginx with the generated file sends what the table says, for every file and for one that is missing", async () => {
  const [ours, theirs] = [await serve("practice"), await nginx(folder)];
  const kinds = new Set();
  for (const path of [...folders, ...files, "nowhere", "embed/", "kiosk/", "kiosk/sw.js", "eclaire.html", "poster/fr/a3/"]) {
    const [one, other] = await Promise.all([ours, theirs].map((address) => fetch(`${address}/${path}`)));
    assert.equal(other.ok, one.ok, path);
    for (const name of HEADERS) {
      // A page that is made for a frame has no opener to be kept from.
      const has = name !== "cross-origin-opener-policy" || !/^(embed\/((fr|en)\/)?(simple\/)?|kiosk\/visit\/)(index\.html)?$/.test(path);
      assert.equal(Boolean(one.headers.get(name)), has, `${name} of /${path}`);
      assert.equal(other.headers.get(name), one.headers.get(name), `${name} of /${path}`);
    }
    const type = TYPES[path.split(".").at(-1)];
    if (type && one.ok) assert.equal(other.headers.get("content-type").split(";")[0], type, path);
    if (one.ok) assert.equal(await other.text(), await one.text(), path);
    kinds.add(`${one.headers.get("content-security-policy")} ${one.headers.get("cache-control")}`);
  }
  assert.ok(kinds.size >= 8, [...kinds].join("\n"));
});

test("nginx packs what can be packed: the first view and everything after it come as a third of their bytes or less", async () => {
  const address = await nginx(folder);
  const head = async (path, accept) => {
    const answer = await fetch(`${address}/${path}`, { headers: { "accept-encoding": accept } });
    await answer.arrayBuffer();
    return answer.headers.get("content-encoding");
  };
  for (const file of ["", "embed/", "kiosk/", ...files.filter((file) => /^[^/]*\.(wasm|js|css|json)$/.test(file))]) {
    assert.equal(await head(file, "gzip"), "gzip", file);
    assert.equal(await head(file, "identity"), null, file);
  }
});

test("a page says of itself what its headers say, but for who may frame it", async () => {
  const address = await serve("practice");
  // These name the sums of what is inside them; their headers leave that to them.
  const own = /^(kiosk|embed)\/|^eclaire\.html$/;
  for (const page of files.filter((file) => /(^|\/)index\.html$/.test(file) && !own.test(file))) {
    const said = readFileSync(join(folder, page), "utf8").match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)[1];
    const sent = (await fetch(`${address}/${page}`)).headers.get("content-security-policy");
    assert.equal(sent.replace(/; frame-ancestors [^;]*$/, ""), said.replaceAll("&#39;", "'"), page);
  }
});

test("behind nginx the page lives, answers and switches, and nothing is refused", async () => {
  const page = await open({ site: "practice" });
  page.become(await nginx(folder));
  await page.go("/");
  await page.tickEverything();
  await page.read("en");
  assert.notDeepEqual(await page.sheet(), {});
  await page.go("/reader/");
  assert.deepEqual(await page.complaints(), []);
});

test("what is named after its bytes is kept: whoever comes back asks for nothing but the page", async () => {
  const page = await open({ site: "practice" });
  page.become(await nginx(folder));
  await page.go("/");
  const before = page.requests.length;
  await page.go("/");
  const again = page.requests.slice(before).map(({ path }) => path);
  assert.deepEqual(again.filter((path) => /\.[0-9a-f]{16}\./.test(path)), []);
});
