// After the page has loaded nothing is asked for and nothing is kept.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./support/page.mjs";
import { register, words } from "./support/text.mjs";
import { answer, walk } from "./support/walk.mjs";

test("the whole path in both languages, printing included, makes no request and keeps nothing on the device", async () => {
  const page = await open();
  const loaded = await page.allLoaded();
  await walk(page, "fr");
  await page.read("en");
  await walk(page, "en");
  await answer(page, "use-consultation-notes", "recording", "yes");
  await page.run(() => (window.print = () => (window.printed = true)));
  await page.click(["#sheet button", words("en").print]);
  assert.equal(await page.run(() => window.printed), true);
  await page.pdf();
  await page.run(() => dispatchEvent(new Event("pagehide")));

  assert.deepEqual(page.requests.slice(loaded), []);
  assert.deepEqual(await page.sent(), []);
  assert.deepEqual(await page.complaints(), []);
  const kept = await page.run(async () => ({
    cookie: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    history: JSON.stringify(history.state),
    search: location.search,
  }));
  assert.deepEqual(kept, {
    // The entry of the history says how one reads, and nothing of what was said (src/device/entry.rs, rule 39).
    cookie: "", local: 0, session: 0, databases: 0, caches: 0, workers: 0, history: '"en/clear"', search: "",
  });
});

test("who checks as the page says, in flight mode once it says that everything is there, finds that everything works", async () => {
  const page = await open();
  await page.allLoaded();
  assert.equal(await page.text("[data-all-there]"), words("fr").all_there);
  assert.ok((await page.visible("#about")).includes(words("fr").all_there), "it can be seen");
  await page.command("Network.enable");
  const flight = (offline) => page.command("Network.emulateNetworkConditions", { offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await flight(true);
  try {
    assert.equal(await page.run(() => navigator.onLine), false);
    assert.equal(await page.run(() => fetch("/fr/").then(() => "there", () => "away")), "away", "there really is no network");
    await page.sent();
    await page.complaints();
    await walk(page, "fr");
    for (const language of register("hospital").site.languages.slice(1)) {
      await page.read(language);
      assert.equal(await page.text("[data-all-there]"), words(language).all_there, "said in the language that is read");
      await page.sheetIn(language);
    }
    await answer(page, "use-consultation-notes", "recording", "yes");
    await page.click("[data-do=code]");
    assert.notEqual(await page.text(".code-text"), "");
    assert.deepEqual(await page.sent(), []);
    assert.deepEqual(await page.complaints(), []);
  } finally {
    await flight(false);
  }
});

test("a request made on purpose is seen by both counters", async () => {
  const page = await open();
  const loaded = await page.allLoaded();
  await page.run(() => new Promise((done) => {
    const image = new Image();
    image.onload = image.onerror = () => done();
    image.src = "leak.gif";
  }));
  assert.deepEqual(page.requests.slice(loaded).map(({ path }) => path), ["/leak.gif"]);
  assert.deepEqual(await page.sent(), [`${page.url}/leak.gif`]);
});

for (const site of ["hospital", "practice", "general"]) {
  test(`nothing can be typed on the ${site} page`, async () => {
    const page = await open({ site });
    const typed = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], [role=textbox]";
    assert.equal(await page.run((typed) => document.querySelectorAll(typed).length, typed), 0);
    assert.equal(await page.run(() => [...document.querySelectorAll("*")].filter((one) => one.isContentEditable).length), 0);
  });
}
