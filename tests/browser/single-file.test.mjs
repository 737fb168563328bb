// eclaire.html: the page as one file with everything inside, from a disk or from a server.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { open } from "./support/page.mjs";
import { site, temporaryFolder } from "./support/site.mjs";
import { words } from "./support/text.mjs";
import { walk } from "./support/walk.mjs";

const file = (name = "hospital") => join(site(name).folder, "eclaire.html");
const lives = (page) => page.until(() => document.documentElement.dataset.app === "live");

/** Opens the file alone, from a folder in which nothing else lies: as from a USB stick. */
async function fromDisk(name) {
  const page = await open({ path: "/fr/" });
  const copy = join(temporaryFolder(), "eclaire.html");
  copyFileSync(file(name), copy);
  await page.complaints();
  const before = await page.allLoaded();
  await page.driver.get(pathToFileURL(copy).href);
  await lives(page);
  return { page, asked: async () => [...page.requests.slice(before).map(({ path }) => path), ...await page.sent()] };
}

test("from a disk a patient can read, switch, answer, see the sheet and erase; the file asks nobody for anything", async () => {
  const { page, asked } = await fromDisk("hospital");
  await walk(page, "fr");
  await page.read("en");
  await walk(page, "en");
  await page.readAt("simple");
  await page.read("fr");
  await page.tickEverything();
  assert.ok(Object.keys(await page.sheet()).length > 3);
  const all = (await asked()).filter((address) => !address.startsWith("data:"));
  assert.equal(all.length, 1, all.join(" "));
  assert.deepEqual(await page.complaints(), []);
});

test("from a disk it offers to keep nothing: every file there could look into it; from a server it does", async () => {
  const offers = (page) => page.run(() => [...document.querySelectorAll("[data-keeping], [data-do=keep]")].filter((one) => one.checkVisibility()).length);
  const { page } = await fromDisk("hospital");
  await page.tickEverything();
  assert.equal(await offers(page), 0);
  await page.read("en");
  await page.readAt("simple");
  assert.equal(await offers(page), 0);
  assert.equal(await page.run(() => localStorage.length), 0);
  const served = await open({ path: "/eclaire.html", until: "live" });
  await served.tickEverything();
  assert.ok(await offers(served) > 0, "else this shows nothing");
});

test("from a server it is one request, and no other whatever is done", async () => {
  const page = await open({ path: "/eclaire.html", until: "live" });
  await page.tickEverything();
  await page.read("en");
  await page.readAt("simple");
  const all = (await page.sent()).filter((address) => !address.startsWith("data:"));
  assert.deepEqual(all, [`${page.url}/eclaire.html`]);
  assert.deepEqual(page.requests.map(({ path }) => path), ["/eclaire.html"]);
  assert.deepEqual(await page.complaints(), []);
});

test("its policy allows its one script and its one style by their hashes, and nothing to go out", async () => {
  const html = readFileSync(file(), "utf8");
  const policy = html.match(/Content-Security-Policy" content="([^"]*)"/)[1];
  const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const scripts = [...html.matchAll(/<script type="module" async>([^]*?)<\/script>/g)].map(([, text]) => hash(text));
  const styles = [...html.matchAll(/<style>([^]*?)<\/style>/g)].map(([, text]) => hash(text));
  assert.deepEqual([scripts.length, styles.length], [1, 1]);
  assert.deepEqual(Object.fromEntries(policy.split("; ").map((one) => one.split(/ (.*)/).slice(0, 2))), {
    "default-src": "'none'", "script-src": `${scripts[0]} 'wasm-unsafe-eval'`, "style-src": styles[0], "img-src": "data:",
    "connect-src": "'none'", "base-uri": "'none'", "form-action": "'none'",
  });
  const { page } = await fromDisk("hospital");
  const sources = await page.run(() => [...document.querySelectorAll("[src], link[href]")].map((one) => one.getAttribute("src") ?? one.getAttribute("href")));
  assert.ok(sources.every((address) => address.startsWith("data:")), sources.join(" "));
  assert.equal(await page.run(() => document.querySelectorAll("#wasm, #notice, [data-readings]").length), 0, "what was taken out is gone");
});

test("with scripts turned off the file can be read, ticked and filled in by hand", async () => {
  const page = await open({ path: "/eclaire.html", scripts: false });
  const word = words("fr");
  const seen = await page.visible();
  for (const key of ["title", "care_title", "rights_title", "wishes_title", "sheet_title", "print_without"]) {
    assert.ok(seen.includes(word[key]), word[key]);
  }
  assert.ok(!/[A-Za-z0-9+/]{200}/.test(seen), "no data are seen");
  await page.click("label[for=answer-data-warehouse_reuse_no]");
  assert.deepEqual(await page.ticked(), ["answer-data-warehouse_reuse_no"]);
});

for (const name of ["practice", "general"]) {
  test(`the file of the ${name} site lives too`, async () => {
    const { page } = await fromDisk(name);
    await page.read("en");
    assert.deepEqual(await page.complaints(), []);
  });
}
