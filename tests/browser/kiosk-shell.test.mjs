// The kiosk's shell: what the frame may do, that a wipe is a new frame, who is heard, the staff's screen.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Script } from "node:vm";
import { Key, open } from "./support/page.mjs";
import {
  answerSomething, arrived, clock, erase, forward, holdSteps, inside, isSame, kiosk, living, mark, press, runInside, say, soon, staff,
  steps, ticked, toWishes,
} from "./support/shell.mjs";
import { site } from "./support/site.mjs";
import { plain, register, words } from "./support/text.mjs";

test("a visit runs in a frame that has no origin, can keep nothing, ask nobody and go nowhere", async () => {
  const page = await kiosk();
  const frame = await page.run(() => {
    const { title, sandbox, allow, src } = document.querySelector("iframe");
    return { title, sandbox: sandbox.value, allow, src };
  });
  assert.deepEqual({ ...frame, title: null }, { title: null, sandbox: "allow-scripts allow-modals", allow: "", src: "" });
  assert.ok(frame.title.length > 0);
  const before = page.requests.length;
  const refused = await inside(page, () => page.driver.executeAsyncScript((done) => {
    const tries = {
      localStorage: async () => localStorage.length,
      sessionStorage: async () => sessionStorage.length,
      indexedDB: () => new Promise((yes, no) => Object.assign(indexedDB.open("x"), { onsuccess: yes, onerror: no })),
      caches: () => caches.open("x"),
      cookie: async () => document.cookie,
      top: async () => top.location.href,
      fetch: () => fetch("/fr/"),
      picture: () => new Promise((yes, no) => Object.assign(new Image(), { onload: yes, onerror: no, src: "/icon.svg" })),
      script: () => import("/nowhere.js"),
    };
    const all = Object.entries(tries).map(([name, act]) => Promise.resolve().then(act).then(() => [name, "allowed"], () => [name, "refused"]));
    Promise.all(all).then((all) => done([origin, Object.fromEntries(all)]));
  }));
  assert.equal(refused[0], "null");
  for (const [name, outcome] of Object.entries(refused[1])) assert.equal(outcome, "refused", name);
  await runInside(page, () => { window.open("/fr/"); location.href = "/fr/?answers"; });
  await soon(page, () => document.querySelector("iframe") !== null);
  // What the browser itself wants of the shell's page may come late.
  const asked = page.requests.slice(before).filter(({ path }) => !/^\/kiosk\/(icon|manifest)/.test(path));
  assert.deepEqual(asked, [], "nothing was asked of the server");
  assert.ok((await page.complaints()).length > 0, "the browser complains about each try");
});

test("a wipe is a new frame: nothing of the visit before is left, and there is no way back to it", async () => {
  const page = await kiosk();
  const entries = await page.run(() => history.length);
  await answerSomething(page);
  assert.equal((await ticked(page)).length, 1);
  await runInside(page, () => { window.said = "something"; });
  await erase(page);
  assert.deepEqual(await ticked(page), []);
  assert.equal(await runInside(page, () => window.said), null);
  assert.equal(await page.run(() => document.querySelectorAll("iframe").length), 1);
  assert.equal(await page.run(() => history.length), entries);
  assert.equal(await page.run(() => location.hash + location.search), "");
  assert.deepEqual(await page.complaints(), []);
});

test("whoever leaves and comes back with Back or Forward finds a new visit, though the browser kept the page", async () => {
  const page = await kiosk();
  await answerSomething(page);
  await page.run(() => { window.kept = true; });
  await page.go("/fr/");
  await page.driver.navigate().back();
  await living(page);
  assert.equal(await page.run(() => window.kept), true, "the back/forward cache is on, else this shows nothing");
  assert.deepEqual(await ticked(page), []);
  await answerSomething(page);
  await page.driver.navigate().forward();
  await soon(page, () => location.pathname === "/fr/");
  await page.driver.navigate().back();
  await living(page);
  assert.deepEqual(await ticked(page), []);
  await answerSomething(page);
  await page.driver.navigate().refresh();
  await living(page);
  assert.deepEqual(await ticked(page), []);
});

test("the frame is gone the moment the page is left, and each showing of the page has a new one", async () => {
  const page = await kiosk();
  await answerSomething(page);
  const gone = await page.run(() => {
    dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
    return document.querySelector("iframe") === null;
  });
  assert.ok(gone);
  for (const persisted of [true, false]) {
    await page.run((persisted) => dispatchEvent(new PageTransitionEvent("pageshow", { persisted })), persisted);
    await living(page);
    assert.deepEqual(await ticked(page), []);
    await answerSomething(page);
  }
});

test("nobody but the frame is heard, and nothing but its seven words", async () => {
  const page = await kiosk();
  await answerSomething(page);
  await mark(page);
  const words = ["live", "alive", "begun", "erase", "staff", "printing", "stopped"];
  await page.run((words) => {
    const stranger = document.body.appendChild(document.createElement("iframe"));
    stranger.srcdoc = "<p>Not ours</p>";
    for (const eclaire of words) {
      window.postMessage({ eclaire }, "*");
      dispatchEvent(new MessageEvent("message", { data: { eclaire } }));
      dispatchEvent(new MessageEvent("message", { data: { eclaire }, source: stranger.contentWindow }));
    }
  }, words);
  await runInside(page, (words) => {
    const junk = [
      null, undefined, 0, true, "", "erase", ["erase"], { eclaire: null }, { eclaire: ["erase"] }, { eclaire: { erase: 1 } },
      { eclaire: "ERASE" }, { eclaire: " erase" }, { eclaire: "constructor" }, { eclaire: "__proto__" }, { eclaire: "toString" },
      { Eclaire: "erase" }, { type: "erase" }, { eclaire: 7n }, { eclaire: "erase".repeat(1e5) }, new Uint8Array(1e5), new Map([["eclaire", "erase"]]),
    ];
    for (const data of junk) parent.postMessage(data, "*");
    for (const word of words) for (let at = 0; at < word.length; at += 1) {
      parent.postMessage({ eclaire: word.slice(0, at) + "\u0000" + word.slice(at) }, "*");
    }
  }, words);
  await arrived(page);
  assert.ok(await isSame(page));
  assert.equal((await ticked(page)).length, 1);
  assert.equal(await page.run(() => document.getElementById("staff").open), false);
  assert.deepEqual(await page.complaints(), []);
});

test("a frame that falls silent is exchanged after a minute; one that lives is never disturbed", async () => {
  const first = await kiosk();
  const release = await holdSteps(first);
  await first.driver.navigate().refresh();
  const page = first;
  await living(page);
  await answerSomething(page);
  await mark(page);
  for (let minute = 0; minute < 3; minute += 1) {
    await steps(page, 11);
    await say(page, "alive");
    await arrived(page);
    assert.ok(await isSame(page), "a living visit goes on");
  }
  await steps(page, 12);
  assert.equal(await isSame(page), false);
  await living(page);
  assert.deepEqual(await ticked(page), []);
  await release();
});

test("while the printer asks, the frame sleeps and is not exchanged; a question that nobody answers ends after five minutes", async () => {
  const page = await kiosk();
  const release = await holdSteps(page);
  await page.driver.navigate().refresh();
  await living(page);
  await answerSomething(page);
  await mark(page);
  await runInside(page, () => dispatchEvent(new Event("beforeprint")));
  await arrived(page);
  await steps(page, 59);
  assert.ok(await isSame(page), "a slow choice of paper costs nothing");
  await say(page, "alive");
  await arrived(page);
  await steps(page, 11);
  assert.ok(await isSame(page));
  await runInside(page, () => dispatchEvent(new Event("beforeprint")));
  await arrived(page);
  await steps(page, 60);
  assert.equal(await isSame(page), false);
  await release();
});

test("a frame whose program never comes is exchanged too, ever more seldom: it can be read meanwhile", async () => {
  const first = await kiosk();
  const release = await holdSteps(first);
  // Made with a Wasm that is none: its sum is right, so that the shell shows it.
  const visit = readFileSync(join(site("hospital").folder, "kiosk/visit/index.html"), "utf8");
  const spoiled = visit.replace(/(id="wasm">)..../, "$1AAAA");
  const sum = (text) => createHash("sha384").update(text).digest("base64");
  const change = (path, answer) => {
    if (path === "/kiosk/visit/") return { ...answer, body: Buffer.from(spoiled) };
    return path === "/kiosk/" && { ...answer, body: Buffer.from(answer.body.toString().replaceAll(sum(visit), sum(spoiled))) };
  };
  const page = await open({ path: "/kiosk/", until: null, change: (...one) => change(...one) || undefined });
  await soon(page, () => document.querySelector("iframe") !== null);
  for (const patience of [12, 24, 48, 60, 60]) {
    await mark(page);
    await steps(page, patience - 1);
    assert.ok(await isSame(page), `${patience} steps`);
    await steps(page, 1);
    assert.equal(await isSame(page), false, `${patience} steps`);
  }
  await inside(page, () => page.says("still"));
  await release();
});

test("the staff's screen says what is installed, and its sum is that of the files", async () => {
  const page = await kiosk();
  await staff(page);
  assert.equal(await page.run(() => document.querySelector("iframe")), null, "no visit goes on behind it");
  const sums = readFileSync(join(site("hospital").folder, "kiosk/SHA256SUMS"));
  await soon(page, (sum) => document.querySelector("[data-is=sum]").textContent === sum, createHash("sha256").update(sums).digest("hex"));
  assert.match(await page.text("[data-is=checked]"), /\d\d:\d\d/);
  assert.equal(await page.run(() => document.querySelector("[data-is=before]").hidden), true, "there is no version before");
  await page.click("[data-do=check]");
  await soon(page, () => {
    const said = document.querySelector("[data-is=said]");
    return said.textContent === said.dataset.latest;
  });
  await page.click("[data-do=back]");
  await living(page);
  assert.deepEqual(await page.complaints(), []);
});

/** What the staff's screen says of the files once it has compared them. */
async function compared(page) {
  await soon(page, () => {
    const place = document.querySelector("[data-is=compared]");
    return place.textContent !== "" && place.textContent !== place.dataset.comparing;
  });
  return page.text("[data-is=compared]");
}

/** A sentence of the staff's screen. */
const sentence = async (page, name) => plain(await page.run((name) => document.querySelector("[data-is=compared]").dataset[name], name));

test("where somebody rewrites pages on the way, the kiosk that cannot begin leads staff to a screen that names the file and what was added", async () => {
  // As a shield for addresses does, or a banner.
  const added = `<script src="/cdn/decode.min.js"></script></body>`;
  let spoils = true;
  const change = (path, answer) =>
    spoils && path === "/kiosk/visit/" ? { ...answer, body: Buffer.from(answer.body.toString().replace("</body>", added)) } : undefined;
  const page = await open({ path: "/kiosk/", until: null, change });
  await soon(page, () => !document.getElementById("team").hidden);
  await page.click("#team");
  const said = await compared(page);
  assert.ok(said.includes("visit/ : "), said);
  assert.ok(said.includes((await sentence(page, "added")).replace("{added}", "/cdn/decode.min.js")), said);
  assert.ok(!said.includes("shell."), "and only that one");
  // Mended, and looked at once more; then the kiosk begins.
  spoils = false;
  await page.click("[data-do=compare]");
  await soon(page, () => document.querySelector("[data-is=compared]").textContent === document.querySelector("[data-is=compared]").dataset.same);
  await page.click("[data-do=back]");
  await living(page);
  assert.equal(await page.run(() => document.getElementById("team").hidden), true);
});

test("a running kiosk compares with the server, not with what it has itself: changed, missing and silent are told apart", async () => {
  let change = () => undefined;
  const page = await kiosk({ change: (...one) => change(...one) });
  await staff(page);
  const says = async () => {
    await page.click("[data-do=compare]");
    return compared(page);
  };
  assert.equal(await says(), await sentence(page, "same"));
  change = (path, answer) => (/shell\.\w+\.js$/.test(path) ? { ...answer, body: Buffer.from(`${answer.body}\n`) } : undefined);
  let said = await says();
  assert.ok(/shell\.\w+\.js : /.test(said) && said.includes(await sentence(page, "changed")) && said.includes(await sentence(page, "mixed")), said);
  change = (path, answer) => (/icon\.svg$/.test(path) ? { ...answer, status: 404, body: Buffer.from("") } : undefined);
  said = await says();
  assert.ok(said.includes(`icon.svg : ${(await sentence(page, "status")).replace("{status}", "404")}`), said);
  change = (path, answer) => (path === "/kiosk/" ? { ...answer, headers: { ...answer.headers, via: "1.1 proxy-chu" }, body: Buffer.from(`${answer.body}<!-- -->`) } : undefined);
  said = await says();
  assert.ok(said.includes("kiosk/ : ") && said.includes(await sentence(page, "pages")) && said.includes("1.1 proxy-chu"), said);
  change = () => undefined;
  await page.stop();
  assert.equal(await says(), await sentence(page, "silent"));
  await page.resume();
});

test("the staff's screen says which languages have a voice of the device; of voices that may be its own staff can say so", async () => {
  const page = await kiosk();
  await page.run(() => {
    speechSynthesis.getVoices = () => [
      { lang: "fr-FR", localService: false, voiceURI: "urn:moz-tts:speechd:French?fr" }, { lang: "en-GB", localService: true, voiceURI: "English" },
    ];
  });
  await staff(page);
  const says = () => page.run(() => Object.fromEntries([...document.querySelectorAll("[data-voice]")].map((one) => [one.dataset.voice, one.textContent])));
  const { yes, none } = await page.run(() => ({ ...document.querySelector("[data-is=voices]").dataset }));
  const { languages } = register("hospital").site;
  assert.deepEqual(await says(), Object.fromEntries(languages.map((one) => [one, one === "en" ? yes : none])));
  await page.click("label[for=voices]");
  await soon(page, (yes) => document.querySelector("[data-voice=fr]").textContent === yes, yes);
  await page.click("[data-do=back]");
  await living(page);
  assert.equal(JSON.parse(await runInside(page, () => window.name)).voices, 1);
});

/** Everything in the frame that one touches and that can be seen, and how high it is in pixels. */
const targets = (page) => runInside(page, () => {
  const shown = [...document.querySelectorAll("button, .request, .setting, .answer, summary")].filter((one) => one.checkVisibility());
  // What is no choice may be lower.
  const choices = shown.filter((one) => !one.matches(".staff-button, .jump summary"));
  return choices.map((one) => [one.textContent, one.getBoundingClientRect().height]);
});

test("calibrated with a bank card, the targets in the frame are 20 mm in the new measure; it is kept", async () => {
  const page = await kiosk();
  const settings = () => runInside(page, () => JSON.parse(window.name));
  assert.deepEqual((({ mm, idle }) => ({ mm, idle }))(await settings()), { mm: 3.78, idle: 90 });
  await staff(page);
  for (let press = 0; press < 5; press += 1) await page.click("[data-scale='1.07']");
  await page.click("[data-scale='0.99']");
  const { width, height } = await page.run(() => document.querySelector(".card-outline").getBoundingClientRect().toJSON());
  await page.run(() => {
    const select = document.getElementById("idle");
    select.value = "180";
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await page.click("[data-do=back]");
  await living(page);
  const { mm, idle } = await settings();
  assert.ok(Math.abs(mm - 3.78 * 1.07 ** 5 * 0.99) < 0.01);
  assert.equal(idle, 180);
  assert.ok(Math.abs(width - 85.6 * mm) < 1 && Math.abs(height - 53.98 * mm) < 1, "the outline is a card of that size");
  for (const [screen, ...presses] of [["the first screen"], ["one's wishes", ...toWishes]]) {
    await press(page, ...presses);
    const all = await targets(page);
    assert.ok(all.length > 5, screen);
    for (const [text, height] of all) assert.ok(height >= 20 * mm - 0.1, `${screen}: ${text} is ${height / mm} mm high`);
  }
  await page.driver.navigate().refresh();
  await living(page);
  assert.deepEqual((({ mm, idle }) => ({ mm, idle }))(await settings()), { mm, idle });
});

test("settings that make no sense are as they were at first", async () => {
  const page = await kiosk();
  for (const kept of ["", "{", "null", "7", '{"mm":"4","idle":true}', '{"mm":0.1,"idle":5}', '{"mm":99,"idle":1e9}', '{"checked":"never"}']) {
    await page.driver.executeAsyncScript((kept, done) => {
      caches.open("eclaire /kiosk/ settings").then((cache) => cache.put("settings.json", new Response(kept))).then(done);
    }, kept);
    await page.driver.navigate().refresh();
    await living(page);
    const { mm, idle } = JSON.parse(await runInside(page, () => window.name));
    assert.deepEqual({ mm, idle }, { mm: 3.78, idle: 90 }, kept);
  }
});

test("while the screen is wiped nothing on it acts; after 30 seconds it comes back by itself, at the start", async () => {
  const page = await kiosk();
  await clock(page);
  await staff(page);
  await page.click("[data-do=clean]");
  await soon(page, () => document.getElementById("cleaning").open && !document.getElementById("staff").open);
  const left = async () => Number(await page.text("#cleaning [data-is=left]"));
  assert.ok(await left() > 25);
  await forward(page, 20);
  await soon(page, () => Number(document.querySelector("#cleaning [data-is=left]").textContent) <= 10);
  for (const [x, y] of [[5, 5], [200, 200], [640, 450], [1270, 890]]) {
    await page.driver.actions().move({ x, y, origin: "viewport" }).click().perform();
  }
  await page.press(Key.ESCAPE, Key.ESCAPE, Key.ENTER, Key.TAB, " ", Key.F6);
  assert.ok(await page.run(() => document.getElementById("cleaning").open));
  assert.equal(await page.run(() => document.querySelector("iframe")), null);
  await forward(page, 11);
  await soon(page, () => !document.getElementById("cleaning").open);
  await living(page);
  assert.deepEqual(await page.complaints(), []);
});

test("nobody is left before the staff's screen: untouched for two minutes, it closes", async () => {
  const page = await kiosk();
  await clock(page);
  await staff(page);
  await forward(page, 100);
  await page.click("[data-scale='1.01']");
  await forward(page, 100);
  await page.driver.executeAsyncScript((done) => setTimeout(done, 600));
  assert.ok(await page.run(() => document.getElementById("staff").open), "it was touched in between");
  await forward(page, 30);
  await living(page);
  assert.equal(await page.run(() => document.getElementById("staff").open), false);
});

test("in a browser that cannot run the program the kiosk is a text to read, at once, that is left alone and holds no answer", async () => {
  const page = await open({ path: "/fr/" });
  const { identifier } = await page.command("Page.addScriptToEvaluateOnNewDocument", {
    // As under a policy that does not know `wasm-unsafe-eval`: Chromium before 97.
    source: "WebAssembly.Module = function () { throw new WebAssembly.CompileError('refused by the policy'); };",
  });
  const release = await holdSteps(page);
  await page.driver.get(`${page.url}/kiosk/`);
  await soon(page, () => document.querySelector("#visit iframe") !== null);
  await mark(page);
  const read = async () => (await inside(page, () => page.visible("main"))).includes(words("fr").care_lead);
  await page.untilSeen(read, "the text is there");
  const ready = await inside(page, () => page.run(() => [...document.querySelectorAll("input, button")].filter((one) => !one.disabled).length));
  assert.equal(ready, 0, "nothing can be ticked that nobody would erase");
  await steps(page, 200);
  assert.ok(await isSame(page), "whoever reads is not interrupted");
  await release();
  await page.command("Page.removeScriptToEvaluateOnNewDocument", { identifier });
});

test("the shell's scripts begin in browsers of 2020, which know no await at the top of a module", async () => {
  const files = readdirSync(join(site("hospital").folder, "kiosk")).filter((name) => /^shell\..*\.js$/.test(name));
  assert.equal(files.length, 1);
  const text = readFileSync(join(site("hospital").folder, "kiosk", files[0]), "utf8");
  // As a script that is no module: such a one knows no await at its top, either.
  assert.doesNotThrow(() => new Script(text));
  assert.throws(() => new Script("await 1;"), "or else this shows nothing");
});
