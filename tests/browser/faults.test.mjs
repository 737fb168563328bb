// Each file that a form of the page asks for, in turn missing, cut off, changed, of the wrong type, at the patients' page and a kiosk also late: there is text to read, what is
// said of it is true, and what was answered is still there; and the page itself, cut off. Then what a device does to a page that lives: its clock, its sleep, its network,
// its other windows.
//
// Which files there are is found by opening each form once. What storage does is in keep-refused.test.mjs, a program that breaks down in
// broken-down.test.mjs, a kiosk's next version in kiosk-offline.test.mjs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { scan } from "./support/desk.mjs";
import { open } from "./support/page.mjs";
import { answerSomething, erase, living, runInside, soon, staff, ticked } from "./support/shell.mjs";
import { PATIENCE } from "./support/tab.mjs";
import { plain, register, words } from "./support/text.mjs";
import { answer, radio } from "./support/walk.mjs";

const word = words("fr");
const SITE = "practice";

/** What becomes of an answer on its way. */
const FAULTS = {
  missing: (answer) => ({ ...answer, status: 404, headers: { ...answer.headers, "content-type": "text/html" }, body: Buffer.from("<h1>Not Found</h1>") }),
  "cut off": (answer) => ({ ...answer, cut: true }),
  changed: (answer) => ({ ...answer, body: changed(answer.body) }),
  "of the wrong type": (answer) => ({ ...answer, headers: { ...answer.headers, "content-type": "text/html; charset=utf-8" } }),
};

/** One bit in the middle is another. */
function changed(body) {
  const copy = Buffer.from(body);
  copy[copy.length >> 1] ^= 1;
  return copy;
}

/** Spoils the answers for one path; nothing spoilt is kept for later by the browser. */
const spoiling = (file, fault) => (path, answer) => {
  if (path !== file) return undefined;
  const spoilt = FAULTS[fault](answer);
  return { ...spoilt, headers: { ...spoilt.headers, "cache-control": "no-store" } };
};

/** The name of a file without the signs that tell its bytes. */
const called = (file) => file.replace(/([.-])[0-9a-f]{12,}(?=\.)/, "").replace(/^\//, "") || "the page itself";

/** What a form asks for when nothing is wrong, beside its page: each path, and whether its program needs it to begin. */
async function asked(path, ready) {
  const found = new Set();
  const change = (path, { status }) => { if (status === 200) found.add(path); };
  const page = await open({ site: SITE, path, until: null, change });
  await ready(page);
  found.delete(path);
  const needed = await page.run(() => [...document.querySelectorAll("script[src]")].flatMap(({ src, dataset }) =>
    [src, ...Object.values(dataset)].map((one) => new URL(one, location.href).pathname)));
  return new Map([...found].map((path) => [path, needed.includes(path)]));
}

/** Waits until a page has its program, or knows that it has none. */
const settled = (page) => page.until(() => document.readyState === "complete" && document.documentElement.dataset.app !== "loading");
const isLive = (page) => page.run(() => document.documentElement.dataset.app === "live");

/**
 * Opens a page in a window of its own while one of its files is held back, and gives it when `begun` is there, `early` has looked, and the file
 * has come: a browser that waits for a file says that it still loads, and nobody can work in that window. `change` is for the proxy; a page
 * that is `impatient` waits for everything a hundredth of the time.
 */
async function openLate(path, file, begun, early, { change, impatient = false } = {}) {
  const page = await open({ site: SITE, path: "/fr/", hold: new RegExp(`^${file.replace(/[.?]/g, "\\$&")}$`), change });
  const first = await page.driver.getWindowHandle();
  await page.run((path, impatient) => {
    window.other = window.open(path);
    // Chromium takes the same window for the page that comes.
    const wait = window.other.setTimeout;
    if (impatient) window.other.setTimeout = (act, time, ...more) => wait(act, time / 100, ...more);
  }, path, impatient);
  const until = (code, ...values) => page.driver.wait(() => page.run(code, ...values), PATIENCE, `waited in vain for ${code}`);
  await until((begun) => window.other.document.querySelector(begun) !== null, begun);
  await early(page);
  page.release();
  await page.driver.switchTo().window((await page.driver.getAllWindowHandles()).find((one) => one !== first));
  page.close = async () => {
    await page.driver.close();
    await page.driver.switchTo().window(first);
  };
  return page;
}

// ---- the patients' page -----------------------------------------------------------------------------------------------

const SAID = [["reuse-research", "reuse", "no", "sheet_objected"], ["use-consultation-notes", "recording", "yes", "sheet_agreed"]];
const TICKED = SAID.map(([item, question, said]) => radio(item, question, said)).sort();

async function isReadable(page) {
  const seen = await page.visible();
  for (const key of ["title", "care_title", "rights_title", "wishes_title", "sheet_title", "contacts_title"]) {
    assert.ok(seen.includes(word[key]), `“${word[key]}” can be read`);
  }
  for (const { phone } of Object.values(register(SITE).site.contacts).filter(({ phone }) => phone)) {
    assert.ok(seen.includes(plain(phone)), `${phone} can be read`);
  }
}

/** What was answered is ticked, and on the sheet, or on a sheet to fill in by hand, which says so. Gives whether the program is there. */
async function hasWhatWasSaid(page) {
  assert.deepEqual((await page.ticked()).sort(), TICKED);
  const seen = await page.visible("#sheet");
  const live = await isLive(page);
  const sheet = await page.sheet();
  if (live) {
    for (const [, , , heading] of SAID) assert.equal(sheet[word[heading]]?.length, 1, `one line under “${word[heading]}”`);
    assert.ok(!seen.includes(word.print_without), "it prints");
  } else {
    assert.deepEqual(Object.keys(sheet), [word.sheet_open], "nothing is claimed");
    assert.ok(seen.includes(word.print_without), "it is said that the button does not print");
    assert.ok((await page.visible("#paper .boxes")).includes(word.answer_agree), "there are boxes to tick by hand");
    assert.ok(!seen.includes(word.print) && !seen.includes(word.sheet_nothing), "and nothing that would not be true");
  }
  return live;
}

/** The languages of a living page: one whose file cannot be had says so, and loses nothing; the others come. Gives the missing ones. */
async function languages(page) {
  const missing = [];
  for (const language of ["en", "fr"]) {
    await page.click(language === "fr" ? "nav a[data-level=simple]" : `nav a[hreflang=${language}]`);
    const says = words(language).reading_missing;
    const shown = () => page.run((language) => {
      const { lang, dataset } = document.querySelector(".document");
      return lang === language && (language !== "fr" || dataset.level === "simple");
    }, language);
    const lacks = async () => (await page.text("[data-reading-note]")) === says;
    await page.untilSeen(async () => (await shown()) || (await lacks()), `${language} neither comes nor is said to be missing`);
    if (await lacks()) {
      missing.push(language);
      assert.ok((await page.visible()).includes(says), "it can be seen");
    } else {
      await page.click(language === "fr" ? "nav a[data-level=clear]" : "nav a[hreflang=fr]");
    }
    await page.until(() => document.documentElement.lang === "fr");
    await hasWhatWasSaid(page);
  }
  const said = await page.text("[data-all-there]");
  if (missing.length > 0) assert.equal(said, "", "it is not said that everything is there");
  return missing;
}

test("the patients' page, each of its files in turn with each fault", { timeout: 20 * PATIENCE }, async (t) => {
  const files = await asked("/", (page) => page.everythingThere());
  let [lived, still] = [0, 0];
  assert.ok(files.size >= 6, [...files.keys()].join(" "));
  for (const [file, needed] of files) {
    for (const fault of Object.keys(FAULTS)) {
      await t.test(`${called(file)} is ${fault}`, async () => {
        const page = await open({ site: SITE, until: null, change: spoiling(file, fault) });
        for (const [item, question, said] of SAID) await answer(page, item, question, said);
        await settled(page);
        await isReadable(page);
        const live = await hasWhatWasSaid(page);
        const missing = live ? await languages(page) : [];
        if (!needed) assert.ok(live, "the program does not need it");
        if (!needed && fault !== "of the wrong type") assert.ok(missing.length > 0 || !/^\/(fr|en)\./.test(file), "it is missed");
        if (needed && fault !== "of the wrong type") assert.ok(!live, "the program cannot do without");
        if (live) lived += 1;
        else still += 1;
      });
    }
    await t.test(`${called(file)} comes late`, async () => {
      const page = await openLate("/", file, "#contacts", async (opener) => {
        await opener.run((labels) => labels.forEach((one) => window.other.document.querySelector(`label[for=${one}]`).click()), TICKED);
        assert.deepEqual((await opener.run(() => [...window.other.document.querySelectorAll("input:checked:not([data-picture], [id^=here-])")].map(({ id }) => id))).sort(), TICKED);
        assert.ok(plain(await opener.run(() => window.other.document.body.innerText)).includes(word.contacts_title));
        assert.equal(plain(await opener.run(() => window.other.document.querySelector("[data-all-there]").textContent)), "");
      });
      await page.everythingThere();
      await isReadable(page);
      assert.ok(await hasWhatWasSaid(page));
      assert.deepEqual(await languages(page), []);
      lived += 1;
      await page.close();
    });
  }
  assert.ok(lived > 0 && still > 0);
  t.diagnostic(`${files.size} files, ${lived + still} faults: ${lived} times with the program, ${still} times a sheet for pen and paper`);
});

// Chromium leaves a page that was cut off as if more were to come, and its driver waits for that: what is there is asked of the window that
// has opened it.
for (const path of ["/", "/eclaire.html"]) {
  const openCut = async (mark, begun) => {
    /** Half of it is what stands before the mark. */
    const change = (asked, answer) => {
      const before = answer.body.subarray(0, answer.body.indexOf(mark));
      return asked === path ? { ...answer, body: Buffer.concat([before, before]), cut: true } : undefined;
    };
    const page = await open({ site: SITE, path: "/fr/", hold: new RegExp(`^${path.replace(".", "\\.")}$`), change });
    await page.run((path) => {
      window.other = window.open(path);
      // Chromium takes the same window for the page that comes.
      const wait = window.other.setTimeout;
      window.other.setTimeout = (act, time, ...more) => wait(act, time / 100, ...more);
    }, path);
    const look = (code) => page.run(`return (${code})(window.other.document)`);
    await page.untilSeen(() => look(`(document) => document.querySelector("${begun}") !== null`), "its text does not come");
    page.release();
    await page.untilSeen(() => look((document) => document.documentElement.dataset.app === "still"), "it waits for its program");
    return { look, text: async () => plain(await look((document) => document.body.innerText)), close: () => page.run(() => window.other.close()) };
  };
  const NOTES = (document) => [...document.querySelectorAll("[data-cut-off]")].filter((one) => one.checkVisibility()).length;

  test(`${path} is cut off in the middle of its text: it says so where one begins to read and where it breaks off, and has no program that would lose an answer`, async () => {
    const page = await openCut('id="sheet"', "#wishes");
    assert.equal(await page.look(NOTES), 2);
    const seen = await page.text();
    assert.ok(seen.includes(word.care_title) && seen.includes(word.wishes_title), "what has come can be read");
    assert.ok(seen.endsWith(word.cut_off), "the text ends with it");
    assert.deepEqual(await page.look((document) => [document.querySelector("#sheet"), document.documentElement.dataset.app]), [null, "still"]);
    await page.close();
  });

  test(`${path} is cut off behind its text: everything can be read`, async () => {
    const page = await openCut(path === "/" ? "<symbol" : 'id="notice"', "#contacts");
    const seen = await page.text();
    for (const key of ["title", "care_title", "rights_title", "wishes_title", "sheet_title", "contacts_title"]) {
      assert.ok(seen.includes(word[key]), `“${word[key]}” can be read`);
    }
    await page.close();
  });
}

test("a text that halts on its way is said to be there in part, until the rest has come", async () => {
  const change = (path, answer) => (path === "/" ? { ...answer, halting: true } : undefined);
  const page = await openLate("/", "/", ".document", async (opener) => {
    const said = () => opener.run(() => [...window.other.document.querySelectorAll("[data-cut-off]")].map((one) => one.textContent));
    await opener.untilSeen(async () => (await said()).length === 2, "nobody says that the rest is missing");
    assert.deepEqual((await said()).map(plain), [word.cut_off, word.cut_off]);
  }, { change, impatient: true });
  await page.everythingThere();
  await isReadable(page);
  assert.equal(await page.run(() => document.querySelectorAll("[data-cut-off]").length), 0);
  await said(page);
  assert.ok(await hasWhatWasSaid(page), "and its program lives");
  await page.close();
});

test("a single file whose other languages halt on their way lives, and is not said to be there in part", async () => {
  const path = "/eclaire.html";
  const change = (asked, answer) => (asked === path ? { ...answer, halting: true } : undefined);
  const page = await openLate(path, path, "#contacts", async (opener) => {
    await opener.untilSeen(() => opener.run(() => window.other.document.documentElement.dataset.app === "live"), "it waits for what it does not need");
    // Later than whatever the page itself waits for.
    await opener.run(() => { window.other.setTimeout(() => { window.waited = true; }, 60_000); });
    await opener.untilSeen(() => opener.run(() => window.waited === true), "time stands still");
    assert.equal(await opener.run(() => window.other.document.readyState), "loading");
    assert.deepEqual(await opener.run(() => [...window.other.document.querySelectorAll("[data-cut-off]")].map((one) => one.textContent)), [""]);
  }, { change, impatient: true });
  await page.everythingThere();
  await said(page);
  assert.ok(await hasWhatWasSaid(page));
  await page.close();
});

// ---- the pages of the staff ---------------------------------------------------------------------------------------------

/** Each: the words of its own, and what shows that its program works. */
const STAFF = {
  "/practice/": ["practice", async (page) => {
    await page.run(() => document.querySelector("[data-use]").click());
    assert.ok((await page.text("#text-link")).includes("#"));
  }],
  "/reader/": ["desk", async (page) => {
    await scan(page, "ABCD");
    assert.notEqual(await page.text("#result .refused p"), "");
  }],
  "/register/": ["editor", async (page) => {
    await page.run(() => document.querySelector("[data-begin=empty]").click());
    await page.until(() => document.querySelector("input[type=text]") !== null);
  }],
};

for (const [path, [file, works]] of Object.entries(STAFF)) {
  const { no_program: without } = words("fr", file);
  const says = async (page) => (await page.visible()).includes(without);
  test(`${path}: each of its files in turn with each fault`, { timeout: 20 * PATIENCE }, async (t) => {
    const files = await asked(path, settled);
    let [lived, still] = [0, 0];
    for (const [one, needed] of files) {
      for (const fault of Object.keys(FAULTS)) {
        await t.test(`${called(one)} is ${fault}`, async () => {
          const page = await open({ site: SITE, path, until: null, change: spoiling(one, fault) });
          await settled(page);
          const live = await isLive(page);
          assert.equal(await says(page), !live, "it is said that the page does not work, and only if so");
          if (live) await works(page);
          if (!needed) assert.ok(live, "it can do without");
          if (needed && fault !== "of the wrong type") assert.ok(!live, "it cannot do without");
          if (live) lived += 1;
          else still += 1;
        });
      }
    }
    assert.ok(lived > 0 && still > 0);
    t.diagnostic(`${files.size} files, ${lived + still} faults: ${lived} times it works, ${still} times it says that it does not`);
  });
}

// ---- the kiosk ----------------------------------------------------------------------------------------------------------

/** In each new page: whether a script did not come, or could not be read (`lost`), and what became of the worker that keeps the files (`kept`). */
const watching = () => {
  addEventListener("error", ({ target }) => { window.lost ||= target === window || target instanceof HTMLScriptElement; }, true);
  const { register } = ServiceWorkerContainer.prototype;
  ServiceWorkerContainer.prototype.register = async function (...what) {
    try {
      const registration = await register.apply(this, what);
      const worker = registration.installing ?? registration.waiting ?? registration.active;
      const look = () => { if (["activated", "redundant"].includes(worker.state)) window.kept = worker.state; };
      worker.addEventListener("statechange", look);
      look();
      return registration;
    } catch (error) {
      window.kept = "refused";
      throw error;
    }
  };
};

/** Waits until a kiosk shows a visit that lives, or says that it is not ready; gives whether it lives. */
async function begins(page) {
  let live = false;
  await page.untilSeen(async () => {
    const [frame, says] = await page.run(() => {
      const place = document.getElementById("visit");
      // Without a script it is the style that shows the sentence, after a while.
      if (window.lost) document.getAnimations().forEach((one) => one.finish());
      const said = window.lost ? place.innerText.includes(place.dataset.notReady) : place.textContent === place.dataset.notReady;
      return [place.querySelector("iframe") !== null, said];
    });
    if (says) return true;
    live = frame && (await runInside(page, () => document.documentElement.dataset.app === "live"));
    return live;
  }, "neither a visit nor a sentence");
  return live;
}

/** Somebody answers, and what was answered is there. */
async function holdsAVisit(page) {
  await answerSomething(page);
  assert.equal((await ticked(page)).length, 1);
}

test("the kiosk, each of its files in turn with each fault", { timeout: 40 * PATIENCE }, async (t) => {
  const first = await open({ path: "/fr/" });
  const { identifier } = await first.command("Page.addScriptToEvaluateOnNewDocument", { source: `(${watching})()` });
  const files = await asked("/kiosk/", async (page) => {
    await living(page);
    await soon(page, () => window.kept === "activated");
  });
  let [kept, lived, still] = [0, 0, 0];
  for (const file of files.keys()) {
    // What the worker alone asks for comes through one door: that a file which does not fit is refused there is seen by two faults.
    const isForWorker = !/\.js$|\/visit\/$/.test(file);
    for (const fault of isForWorker ? ["missing", "changed"] : Object.keys(FAULTS)) {
      await t.test(`${called(file)} is ${fault}`, async () => {
        const page = await open({ site: SITE, path: "/kiosk/", until: null, change: spoiling(file, fault) });
        if (await begins(page)) {
          await soon(page, () => window.kept !== undefined);
          await holdsAVisit(page);
          if (await page.run(() => window.kept === "activated")) return (kept += 1);
          lived += 1;
          await erase(page);
          await staff(page);
          assert.equal(await page.text("[data-is=sum]"), plain(await page.run(() => document.querySelector("[data-is=sum]").dataset.none)), "staff are told that it is not installed");
        } else {
          still += 1;
          assert.ok(!isForWorker, "it could do without");
          assert.ok((await page.visible()).includes(word.kiosk_not_ready));
          assert.equal(await page.run(() => document.querySelector("iframe")), null, "no answer can be given that nobody would erase");
        }
      });
    }
  }
  await first.command("Page.removeScriptToEvaluateOnNewDocument", { identifier });
  for (const file of files.keys()) {
    await t.test(`${called(file)} comes late`, async () => {
      const page = await openLate("/kiosk/", file, "#visit", async (opener) => {
        const isForWorker = !/\.js$|\/visit\/$/.test(file);
        const begun = () => opener.run(() => window.other.document.querySelector("#visit iframe") !== null);
        if (isForWorker) await opener.untilSeen(begun, "a visit waits for what it does not need");
        else assert.ok(!(await begun()), "no answer can be given that nobody would erase");
      });
      await living(page);
      await holdsAVisit(page);
      const ready = () => page.driver.executeAsyncScript((done) => navigator.serviceWorker.ready.then(({ active }) => done(active !== null)));
      assert.ok(await ready(), "it is installed");
      kept += 1;
      await page.close();
    });
  }
  assert.ok(lived > 0 && still > 0);
  t.diagnostic(`${files.size} files, ${kept + lived + still} faults: ${kept} times all is well, ${lived} times it works and is not installed, ${still} times it says that it is not ready`);
});

// ---- a page that lives --------------------------------------------------------------------------------------------------

const said = async (page) => {
  for (const [item, question, what] of SAID) await answer(page, item, question, what);
};

test("the network goes away while the other languages come: it is said of one that is asked for, nothing is lost, and later it comes", async () => {
  const page = await open({ site: SITE, hold: /^\/en\.\w+\.txt$/ });
  await said(page);
  await page.stop();
  assert.deepEqual(await languages(page), ["en", "fr"]);
  await page.resume();
  page.release();
  await page.read("en");
  await page.read("fr");
  assert.ok(await hasWhatWasSaid(page));
});

for (const [what, at] of Object.entries({
  "at the beginning of 1970": Date.UTC(1970, 0, 1), "before that": Date.UTC(1601, 5, 1), "a century ahead": Date.UTC(2126, 1, 29),
  "as far ahead as a browser can count": 8.64e15,
})) {
  test(`with a clock that stands ${what} answers are taken, kept, found again and printed`, async () => {
    const first = await open({ path: "/fr/" });
    const set = (at) => {
      const [Real, begun] = [Date, Date.now()];
      window.Date = class extends Real {
        constructor(...when) { super(...(when.length ? when : [window.Date.now()])); }
        static now() { return Math.min(at + Real.now() - begun, 8.64e15); }
      };
    };
    const { identifier } = await first.command("Page.addScriptToEvaluateOnNewDocument", { source: `(${set})(${at})` });
    const page = await open({ site: SITE });
    await said(page);
    assert.ok(await hasWhatWasSaid(page));
    await page.click("[data-do=keep]");
    await page.driver.navigate().refresh();
    await page.says("live");
    await page.click("#found-place [data-do=take-up]");
    assert.ok(await hasWhatWasSaid(page));
    await page.click("[data-do=code]");
    assert.notEqual(await page.text(".code-text"), "");
    assert.ok(await isLive(page));
    assert.deepEqual(await page.complaints(), []);
    await page.command("Page.removeScriptToEvaluateOnNewDocument", { identifier });
  });
}

test("a page that is put to sleep with its device wakes with every answer, and goes on", async () => {
  const page = await open({ site: SITE });
  await page.everythingThere();
  await said(page);
  for (const state of ["frozen", "active"]) await page.command("Page.setWebLifecycleState", { state });
  assert.ok(await hasWhatWasSaid(page));
  assert.deepEqual(await languages(page), []);
  await page.click("label[for=ask-_talk]");
  assert.equal((await page.sheet())[word.sheet_asked].length, 1);
  assert.deepEqual(await page.complaints(), []);
});

test("two tabs of one page: each has its own answers and its own sheet, and what one keeps is offered to the other, not put in its place", async () => {
  const page = await open({ site: SITE });
  const first = await page.driver.getWindowHandle();
  await said(page);
  await page.driver.switchTo().newWindow("tab");
  await page.go("/");
  assert.deepEqual(await page.ticked(), [], "nothing of the first tab");
  await answer(page, "reuse-research", "reuse", "talk-first");
  await page.click("[data-do=keep]");
  const drawer = () => page.run(() => JSON.stringify(localStorage));
  const kept = await drawer();
  const second = await page.driver.getWindowHandle();
  await page.driver.switchTo().window(first);
  assert.ok(await hasWhatWasSaid(page));
  await page.click("[data-do=keep]");
  const offered = await page.visible("#kept-place");
  assert.ok(offered.includes(word.kept_found.split("{")[0]) && offered.includes(word.take_up), offered);
  assert.equal(await drawer(), kept, "it is not put in its place");
  assert.ok(await hasWhatWasSaid(page));
  await page.driver.switchTo().window(second);
  assert.equal((await page.sheet())[word.sheet_talk].length, 1);
  await page.driver.close();
  await page.driver.switchTo().window(first);
});
