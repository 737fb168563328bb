// The kiosk without a network, and with another version: what is kept, when the server is asked, what takes over and when.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import {
  answerSomething, clock, erase, forward, holdSteps, inside, isSame, kiosk, living, mark, PATIENCE, press, runInside, soon, staff, steps,
  ticked,
} from "./support/shell.mjs";
import { open } from "./support/page.mjs";
import { changed, site } from "./support/site.mjs";

/** Everything this origin keeps in its caches: their names, and the paths and bodies in them. */
const kept = (page) => page.driver.executeAsyncScript(async (done) => {
  const all = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    const requests = await cache.keys();
    all[name] = Object.fromEntries(await Promise.all(requests.map(async (request) => [
      new URL(request.url).pathname, await (await cache.match(request)).text(),
    ])));
  }
  done(all);
});

const files = async (page) => Object.entries(await kept(page)).filter(([name]) => !name.endsWith(" settings"));
const sum = (name) => createHash("sha256").update(readFileSync(join(site(name).folder, "kiosk/SHA256SUMS"))).digest("hex");
const sumShown = (page) => page.driver.executeAsyncScript((done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => done(data.sum);
  navigator.serviceWorker.controller.postMessage("version", [port2]);
});
/** Somebody asks for another version; waits until it lies ready, or is refused. The browser may have asked by itself just before. */
const update = (page) => page.driver.executeAsyncScript((done) => {
  const whole = (worker) => new Promise((tell) => {
    const look = () => {
      if (["installed", "activating", "activated"].includes(worker.state)) tell("ready");
      if (worker.state === "redundant") tell("refused");
    };
    worker.addEventListener("statechange", look);
    look();
  });
  navigator.serviceWorker.getRegistration().then(async (registration) => {
    let found = registration.installing;
    registration.addEventListener("updatefound", () => { found = registration.installing; });
    await registration.update();
    const worker = found ?? registration.installing ?? registration.waiting;
    return worker ? whole(worker) : "nothing came";
  }).then(done, (error) => done(error.message));
});
/** The hospital under another name: another text, so another version. */
const renamed = () => changed("hospital", (register) => { register.site.notice.version = "2099-1"; });

test("installed, it has exactly the files of the list, each as the list says, and starts without any server", async () => {
  const page = await kiosk();
  const folder = join(site("hospital").folder, "kiosk");
  const list = readFileSync(join(folder, "SHA256SUMS"), "utf8").trimEnd().split("\n").map((line) => line.split("  "));
  const [[name, there], ...more] = await files(page);
  assert.deepEqual(more, []);
  assert.equal(name, `eclaire /kiosk/ ${sum("hospital")}`);
  assert.deepEqual(Object.keys(there).sort(), list.map(([, file]) => `/kiosk/${file.replace(/(^|\/)index\.html$/, "$1")}`).sort());
  for (const [, file] of list.filter(([, file]) => !file.endsWith("png"))) {
    assert.equal(there[`/kiosk/${file.replace(/(^|\/)index\.html$/, "$1")}`], readFileSync(join(folder, file), "utf8"), file);
  }
  await page.stop();
  for (const path of ["/kiosk/", "/kiosk/index.html", "/kiosk/?from=home#screen"]) {
    await page.driver.get(page.url + path);
    await living(page);
  }
  await answerSomething(page);
  await erase(page);
  assert.deepEqual(await ticked(page), []);
  const outside = await page.driver.executeAsyncScript((done) => fetch("/fr/").then(() => done("there"), () => done("away")));
  assert.equal(outside, "away", "there really is no server");
  await page.resume();
});

test("the browser finds nothing that keeps it from being installed", async () => {
  const page = await kiosk();
  const { installabilityErrors } = await page.command("Page.getInstallabilityErrors");
  // A private profile cannot install anything; that is no error of ours.
  assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito"), []);
  const { errors, data } = await page.command("Page.getAppManifest");
  assert.deepEqual(errors, []);
  assert.equal(JSON.parse(data).display, "fullscreen");
});

test("after a whole visit nothing is stored but the files and the staff's settings", async () => {
  const page = await kiosk();
  await runInside(page, () => document.querySelectorAll("[type=checkbox], [value=yes]").forEach((input) => input.click()));
  await runInside(page, () => document.querySelectorAll("#welcome input").forEach((input) => input.click()));
  await erase(page);
  const stores = await page.driver.executeAsyncScript(async (done) => done({
    local: localStorage.length, session: sessionStorage.length, cookie: document.cookie, databases: (await indexedDB.databases()).length,
  }));
  assert.deepEqual(stores, { local: 0, session: 0, cookie: "", databases: 0 });
  const { usageBreakdown } = await page.command("Storage.getUsageAndQuota", { origin: page.url });
  const used = usageBreakdown.filter(({ usage }) => usage > 0).map(({ storageType }) => storageType).sort();
  assert.deepEqual(used, ["cache_storage", "service_workers"]);
  const settings = (await kept(page))["eclaire /kiosk/ settings"];
  assert.deepEqual(Object.keys(settings), ["/kiosk/settings.json"]);
  assert.deepEqual(Object.keys(JSON.parse(settings["/kiosk/settings.json"])).sort(), ["checked", "idle", "mm", "voices"]);
  assert.equal((await files(page)).length, 1);
});

test("the server is asked for another version between two visits only, and not again for hours", async () => {
  const page = await kiosk();
  const release = await holdSteps(page);
  const asked = () => page.requests.filter(({ path }) => path === "/kiosk/sw.js").length;
  const first = asked();
  await page.driver.navigate().refresh();
  await living(page);
  await page.driver.wait(() => asked() > first, PATIENCE, "a browser asks by itself once a page has been opened");
  await clock(page);
  await answerSomething(page);
  await forward(page, 5 * 3600);
  // The icon and the manifest are the browser's wish: they may come late.
  const requests = () => page.requests.map(({ path }) => path).filter((path) => !/^\/kiosk\/(icon|manifest)/.test(path));
  const before = requests().length;
  await steps(page, 8);
  await page.driver.executeAsyncScript((done) => setTimeout(done));
  assert.deepEqual(requests().slice(before), [], "not during a visit, however long ago it was");
  await erase(page);
  await page.driver.wait(() => requests().length > before, PATIENCE, "asked after the visit");
  assert.deepEqual(requests().slice(before), ["/kiosk/sw.js"]);
  for (let visit = 0; visit < 2; visit += 1) {
    await answerSomething(page);
    await erase(page);
    await steps(page, 5);
  }
  assert.equal(requests().length, before + 1);
  await forward(page, 5 * 3600);
  await steps(page, 1);
  await page.driver.wait(() => requests().length > before + 1, PATIENCE, "asked while nobody is there");
  await release();
});

test("a version that comes in the middle of a visit waits for its end; staff can go back to the one before, and forward again", async () => {
  const next = renamed();
  const page = await kiosk();
  // Before the visit: the build takes longer on a slow machine than a visit may be left alone.
  const address = await page.serve(next);
  await answerSomething(page);
  await mark(page);
  page.become(address);
  assert.equal(await update(page), "ready");
  assert.ok(await isSame(page), "the visit goes on");
  assert.equal((await ticked(page)).length, 1);
  assert.equal(await sumShown(page), sum("hospital"));
  await page.run(() => { window.before = true; });
  await press(page, ".bar [data-kiosk=finish]");
  await press(page, ".bar [data-kiosk=finish-now]");
  await page.driver.wait(async () => (await page.run(() => window.before)) === null, PATIENCE, "the new version took over");
  await living(page);
  assert.equal(await sumShown(page), sum(next));
  assert.ok((await runInside(page, () => document.body.textContent)).includes("2099-1"));
  assert.deepEqual(await ticked(page), []);
  assert.equal((await files(page)).length, 2, "the version before is kept");

  await page.stop();
  for (const [press, is, version] of [["before", sum("hospital"), false], ["after", sum(next), true]]) {
    await staff(page);
    await soon(page, (press) => !document.querySelector(`[data-is=${press}]`).hidden, press);
    await page.run(() => { window.before = true; });
    await page.click(`[data-do=${press}]`);
    await page.driver.wait(async () => (await page.run(() => window.before)) === null, PATIENCE, "opened anew");
    await living(page);
    assert.equal(await sumShown(page), is);
    assert.equal((await runInside(page, () => document.body.textContent)).includes("2099-1"), version);
  }
  await page.resume();
});

for (const [what, spoilt] of Object.entries({
  "a damaged file": (path, answer) => /visit/.test(path) && { ...answer, body: Buffer.concat([answer.body, Buffer.from(" ")]) },
  "a missing file": (path, answer) => /shell.*js/.test(path) && { ...answer, status: 404 },
  "a file that leads elsewhere": (path, answer) => /icon.svg/.test(path) && { ...answer, status: 302, headers: { location: "/icon.svg" }, body: Buffer.from("") },
  "a service worker that is cut off": (path, answer) => /sw.js/.test(path) && { ...answer, body: answer.body.subarray(0, 900) },
})) {
  test(`another version with ${what} is refused whole: the old one goes on, with and without a network`, async () => {
    let spoil = false;
    // Without a date: a browser that asks later whether a file has changed since is not told that it has not.
    const undated = ({ "last-modified": _, ...headers }) => headers;
    const change = (path, answer) => {
      const bad = spoil && spoilt(path, answer);
      return bad ? { ...bad, headers: undated(bad.headers) } : undefined;
    };
    const page = await kiosk({ change });
    page.become(await page.serve(renamed()));
    spoil = true;
    assert.notEqual(await update(page), "ready");
    const all = await files(page);
    assert.deepEqual(all.map(([name]) => name), [`eclaire /kiosk/ ${sum("hospital")}`], "nothing of it is left");
    await page.stop();
    await page.driver.navigate().refresh();
    await living(page);
    assert.equal(await sumShown(page), sum("hospital"));
    await clock(page);
    await staff(page);
    await page.click("[data-do=check]");
    await soon(page, () => {
      const said = document.querySelector("[data-is=said]");
      return said.textContent === said.dataset.refused;
    });
    await page.resume();
    spoil = false;
    assert.equal(await update(page), "ready", "mended, it comes: nothing damaged is taken from the browser's own cache");
  });
}

test("a visit's file that is damaged on the way is not shown: the screen says so, and the kiosk tries again", async () => {
  let spoil = true;
  const page = await open({
    path: "/kiosk/", until: null,
    change: (path, answer) => (spoil && /visit/.test(path) ? { ...answer, body: Buffer.from("<h1>Not ours</h1>") } : undefined),
  });
  await soon(page, () => {
    const visit = document.getElementById("visit");
    return visit.textContent === visit.dataset.notReady;
  });
  assert.equal(await page.run(() => document.querySelector("iframe")), null);
  spoil = false;
  await living(page);
  assert.ok((await inside(page, () => page.visible())).length > 100);
});

/** Opens a kiosk of which nothing is here yet; its steps are made by the test. */
async function firstOpening(options) {
  const release = await holdSteps(await kiosk());
  const page = await open({ path: "/kiosk/", until: null, ...options });
  await page.driver.manage().setTimeouts({ script: PATIENCE });
  const asked = () => page.requests.filter(({ path }) => /visit/.test(path)).length;
  const isAsked = (times) => page.driver.wait(() => asked() >= times, PATIENCE, `asked less than ${times} times`);
  const saysNotReady = () => soon(page, () => {
    const visit = document.getElementById("visit");
    return visit.textContent === visit.dataset.notReady;
  });
  await page.run(() => { window.sameShell = true; });
  return { page, asked, isAsked, saysNotReady, release, sameShell: () => page.run(() => window.sameShell === true) };
}

test("what came damaged at the first opening is fetched again, to show and to keep, without anyone opening the page anew", async () => {
  let spoil = true;
  const change = (path, answer) => (spoil && /visit/.test(path) ? { ...answer, body: Buffer.from("<h1>Not ours</h1>") } : undefined);
  const { page, isAsked, saysNotReady, sameShell, release } = await firstOpening({ change });
  await saysNotReady();
  await isAsked(2);
  await soon(page, async () => (await navigator.serviceWorker.getRegistration()) === undefined, "the browser forgets the worker");
  spoil = false;
  await steps(page, 3);
  await living(page);
  assert.equal(await page.run(() => navigator.serviceWorker.controller), null, "it is shown, but not yet kept");
  await clock(page);
  await forward(page, 300);
  await steps(page, 1);
  await soon(page, () => navigator.serviceWorker.controller !== null);
  assert.ok(await sameShell());
  await page.stop();
  await page.driver.navigate().refresh();
  await living(page);
  await page.resume();
  await release();
});

test("a visit's file that takes minutes to come is asked for once, and nothing ends the visit that begins with it", async () => {
  const { page, asked, isAsked, sameShell, release } = await firstOpening({ hold: /visit/ });
  await isAsked(1);
  await steps(page, 59);
  page.release();
  await living(page);
  await answerSomething(page);
  await mark(page);
  await soon(page, () => navigator.serviceWorker.controller !== null);
  assert.equal(asked(), 2, "once to be shown, once to be kept");
  assert.ok(await isSame(page) && await sameShell());
  assert.equal((await ticked(page)).length, 1);
  await release();
});

test("a visit's file that never comes is given up after five minutes; the page is opened anew only where a server answers", async () => {
  const { page, isAsked, saysNotReady, sameShell, release } = await firstOpening({ hold: /visit/ });
  await isAsked(1);
  await steps(page, 60);
  await saysNotReady();
  await page.stop();
  const shell = new URL("/kiosk/", page.url).href;
  await steps(page, 3);
  const answers = () => page.driver.executeAsyncScript((shell, done) => fetch(shell, { cache: "reload" }).then(() => done(true), () => done(false)), shell);
  assert.equal(await answers(), false, "there really is no server");
  assert.ok(await sameShell(), "no page of the browser's own");
  page.release();
  await page.resume();
  await steps(page, 3);
  await page.driver.wait(async () => !(await sameShell()), PATIENCE, "opened anew");
  await living(page);
  await release();
});
