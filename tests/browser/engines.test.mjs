// The paths of a patient and of the desk in the two other engines that patients have: Firefox, and WebKit as in Safari.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { lines, scan } from "./support/desk.mjs";
import { CANNOT, ENGINES, openIn } from "./support/engines.mjs";
import { frames, hostPage, inside } from "./support/host.mjs";
import { focused, tab, tabTo } from "./support/keyboard.mjs";
import { everything, press, screens, VISIT } from "./support/kiosk.mjs";
import { Key } from "./support/page.mjs";
import { everySideSays, isWhole, printed, scanned } from "./support/paper.mjs";
import { root, twelveQuestions } from "./support/site.mjs";
import { PATIENCE } from "./support/tab.mjs";
import { difference, register, words } from "./support/text.mjs";
import { answer, erased, radio, walk } from "./support/walk.mjs";

const word = words("fr");
const code = (page) => page.text("#code bdi");

/** Has the page say something under three headings, and shows the code. */
async function say(page) {
  await answer(page, "use-consultation-notes", "recording", "yes");
  await answer(page, "reuse-research", "reuse", "no");
  await page.click("label[for=ask-_talk]");
  await page.click("[data-do=code]");
  assert.match(await code(page), /^EC(-[0-9A-Z]{1,5})+$/);
}

for (const engine of ENGINES) {
  test(`${engine}: the whole path in both languages and at both levels keeps the policy and asks for nothing after loading`, async () => {
    const page = await openIn(engine);
    await page.allLoaded();
    await walk(page, "fr");
    await page.read("en");
    await walk(page, "en");
    await page.readAt("simple");
    await say(page);
    assert.deepEqual(page.asked(), []);
    assert.equal(page.violations(), 0);
  });

  test(`${engine}: what was said stays in another language and at another level, and the sheet tells it in their words`, async () => {
    const page = await openIn(engine);
    await say(page);
    for (const [language, level] of [["en", "clear"], ["en", "simple"], ["fr", "simple"], ["fr", "clear"]]) {
      if (await page.run(() => document.documentElement.lang) !== language) await page.read(language);
      if (await page.run(() => document.querySelector(".document").dataset.level) !== level) await page.readAt(level);
      assert.deepEqual((await page.ticked()).sort(), [
        "ask-_talk", radio("reuse-research", "reuse", "no"), radio("use-consultation-notes", "recording", "yes"),
      ].sort());
      const sheet = await page.sheet();
      for (const heading of ["sheet_agreed", "sheet_objected", "sheet_asked"]) assert.equal(sheet[words(language)[heading]].length, 1);
    }
  });

  test(`${engine}: a page that asks for something, or is not as its policy says, is found out`, async () => {
    const change = (path, answer) => path === "/" && {
      ...answer, body: Buffer.from(answer.body.toString().replace("</body>", "<script>document.title = 'planted'</script></body>")),
    };
    const page = await openIn(engine, { change });
    assert.notEqual(await page.run(() => document.title), "planted", "an inline script does not run");
    await page.driver.wait(() => page.violations() > 0, PATIENCE, "no report of the inline script");
    await page.allLoaded();
    await page.run(() => new Promise((done) => {
      const image = new Image();
      image.onload = image.onerror = () => done();
      image.src = "leak.gif";
    }));
    assert.deepEqual(page.asked(), ["/leak.gif"]);
    await page.driver.get("http://elsewhere.example/").catch(() => undefined);
    assert.ok(page.asked().includes("http://elsewhere.example/"));
  });

  for (const [what, spoilt] of Object.entries({
    "is refused by the policy": (path, answer) => {
      const without = (text) => text.replace(/ 'wasm-unsafe-eval'/g, "");
      const policy = answer.headers["content-security-policy"];
      const body = path === "/" ? Buffer.from(without(answer.body.toString())) : answer.body;
      return { ...answer, body, headers: { ...answer.headers, "content-security-policy": without(policy) } };
    },
    "is damaged": (path, answer) => path.endsWith(".wasm") && { ...answer, body: Buffer.from([...answer.body].reverse()) },
    "does not come": (path, answer) => path.endsWith(".wasm") && { ...answer, status: 404 },
  })) {
    test(`${engine}: when the program ${what}, the page stays: it can be read, ticked, and filled in by hand`, async () => {
      const page = await openIn(engine, { until: "still", change: spoilt });
      const seen = await page.visible();
      for (const key of ["title", "care_title", "rights_title", "wishes_title", "sheet_title", "print_without"]) {
        assert.ok(seen.includes(word[key]), `“${word[key]}” can be read`);
      }
      for (const { id } of register("hospital").uses) assert.ok(seen.includes(await page.visible(`#use-${id}_title`)), id);
      await page.click("label[for=answer-data-warehouse_reuse_no]");
      assert.deepEqual(await page.ticked(), ["answer-data-warehouse_reuse_no"]);
      assert.ok(!seen.includes(word.print), "a button that would do nothing is not shown");
    });
  }

  test(`${engine}: the desk reads the code, and the saved file, of a patient`, async () => {
    const page = await openIn(engine);
    await say(page);
    const text = await code(page);
    const { file, name } = await page.saved("[data-do=save]");
    assert.match(name, /\.json$/);
    await page.go("/reader/");
    await page.allLoaded();
    const isRead = async () => {
      const read = await lines(page);
      for (const heading of ["sheet_agreed", "sheet_objected", "sheet_asked"]) assert.equal(read[word[heading]]?.length, 1, heading);
    };
    await scan(page, text);
    await isRead();
    await page.click("[data-do=next]");
    assert.equal(await page.run(() => document.querySelector("#result .paper")), null);
    await (await page.find("#file")).sendKeys(file);
    await page.until(() => document.querySelector("#result .paper") !== null);
    await isRead();
    assert.deepEqual(page.asked(), []);
    assert.equal(page.violations(), 0);
  });

  test(`${engine}: with the keyboard alone one answers, changes, and erases, and sees where one is`, async () => {
    const page = await openIn(engine);
    await tab(page);
    assert.equal(await focused(page), `a ${word.skip}`);
    await page.press(Key.ENTER);
    await page.until(() => location.hash === "#care");
    const [yes, no] = ["yes", "no"].map((answer) => radio("use-consultation-notes", "recording", answer));
    await tabTo(page, `#${yes}`);
    await page.press(Key.SPACE);
    assert.deepEqual(await page.ticked(), [yes]);
    await page.press(Key.ARROW_DOWN);
    assert.deepEqual(await page.ticked(), [no]);
    assert.equal((await page.sheet())[word.sheet_refused].length, 1);
    await page.run(() => document.querySelector("#sheet").scrollIntoView());
    await page.run(() => document.querySelector("#sheet h2, #sheet [tabindex]")?.focus());
    await tabTo(page, "#sheet button.erase");
    await page.press(Key.ENTER);
    await tabTo(page, "#sheet .sure button[type=reset]");
    await page.press(Key.ENTER);
    await erased(page, word);
    assert.equal(await focused(page), `button ${word.erase_all}`);
  });

  for (const [what, leave] of [
    ["coming back with the Back button", async (page) => {
      await page.driver.get(`${page.url}/fr/`);
      await page.driver.navigate().back();
    }],
    ["loading the page again", (page) => page.driver.navigate().refresh()],
  ]) {
    test(`${engine}: after ${what}, nothing shows what was said`, async () => {
      const page = await openIn(engine);
      await say(page);
      const secret = await code(page);
      await page.run(() => (window.same = true));
      await leave(page);
      await page.until(() => location.pathname === "/" && document.readyState === "complete");
      await page.until(() => document.documentElement.dataset.app === "live");
      // WebKit brings back the page as it was left. Firefox loads this one again, and would fill in its forms.
      const kept = engine === "webkit" && what.includes("Back");
      assert.equal(await page.run(() => window.same === true), kept);
      assert.deepEqual(await page.ticked(), []);
      assert.deepEqual(Object.keys(await page.sheet()), [word.sheet_open]);
      assert.ok(!(await page.run(() => document.documentElement.outerHTML)).includes(secret), "the code is gone");
    });
  }

  test(`${engine}: a link names what was used in the visit, and is gone from the address at once`, async () => {
    const page = await openIn(engine, { path: "/#1.en.s.kjh", until: "live" });
    assert.equal(await page.driver.getCurrentUrl(), `${page.url}/`);
    // The other languages come after the program.
    await page.until(() => document.documentElement.lang === "en");
    assert.equal(await page.text("#named-title"), words("en").named_title);
    assert.equal(await page.text("#named-place li"), await page.text("#use-mammography_title"));
    assert.deepEqual(await page.ticked(), []);
    assert.ok(page.requests.every(({ path }) => !path.includes("kjh")), "no server has heard of it");
    await page.click("#named-place a");
    await page.until(() => document.activeElement.id === "use-mammography");
    assert.equal(await page.run(() => location.hash), "", "nor is the name of what was used");
  });

  for (const [what, end, skip] of [
    ["“I have finished”", (page) => press(page, "finish")],
    ["leaving it and coming back with the Back button", async (page) => {
      await page.driver.get(`${page.url}/fr/`);
      await page.driver.navigate().back();
      await page.until(() => document.documentElement.dataset.app === "live");
    }, CANNOT[engine].backIntoSandbox],
  ]) {
    test(`${engine}: at the kiosk, ${what} leaves nothing of a visit`, { skip }, async () => {
      const page = await openIn(engine, { path: VISIT, width: 820, until: "live" });
      // The clock is put forward only, for fingers that do not tremble.
      await page.run(() => {
        window.ahead = 0;
        for (const clock of [Date, performance]) {
          const begun = clock.now();
          clock.now = () => begun + window.ahead;
        }
      });
      await page.allLoaded();
      const fresh = await everything(page);
      await page.click("[for=set-contrast-high]");
      await press(page, "begin");
      for (const screen of ["start", "care", "rights", "wishes"]) {
        assert.deepEqual(await screens(page), [screen]);
        if (screen !== "wishes") await press(page, "next");
      }
      await answer(page, "reuse-research", "reuse", "no");
      await press(page, "next");
      assert.equal((await page.sheet())[word.sheet_objected].length, 1);
      assert.deepEqual(page.asked(), []);
      await end(page);
      await page.until(() => !document.querySelector("#welcome").hidden);
      await page.everythingThere();
      const now = await everything(page);
      assert.equal(difference(now.page, fresh.page), undefined);
      assert.deepEqual({ ...now, page: 0, history: 0 }, { ...fresh, page: 0, history: 0 });
      assert.equal(page.violations(), 0);
    });
  }

  test(`${engine}: in a sandboxed frame of another origin, on somebody else's page, the embed lives`, async () => {
    const change = (path, answer) => {
      if (path === "/host") {
        const html = `<!doctype html><title>Host</title><iframe src="${framed}/embed/" sandbox="allow-scripts allow-modals" width="1000" height="700"></iframe>`;
        return { status: 200, headers: { "content-type": "text/html" }, body: Buffer.from(html) };
      }
      return answer;
    };
    let framed;
    const page = await openIn(engine, { path: "/fr/", change });
    framed = page.url.replace("127.0.0.1", "localhost");
    await page.go("/host");
    await page.driver.switchTo().frame(await page.find("iframe"));
    try {
      await page.until(() => document.documentElement.dataset.app === "live");
      assert.equal(await page.run(() => window.origin), "null");
      await page.allLoaded();
      await say(page);
      await page.read("en");
      assert.equal((await page.sheet())[words("en").sheet_objected].length, 1);
      assert.deepEqual(page.asked(), []);
      assert.equal(page.violations(), 0);
    } finally {
      await page.driver.switchTo().defaultContent();
    }
  });

  test(`${engine}: on a host whose style overrides everything, the element makes its frame, and the embed lives in it`, async () => {
    const as = (type, body) => ({ status: 200, headers: { "content-type": type }, body: Buffer.from(body) });
    const change = (path, answer) => {
      if (path === "/host") return as("text/html", hostPage("hostile-css", "hospital", origin));
      if (path === "/hostile-css.css") return as("text/css", readFileSync(join(root, "tests/browser/hosts/hostile-css.css")));
      return answer;
    };
    let origin;
    const page = await openIn(engine, { path: "/fr/", change });
    origin = page.url.replace("127.0.0.1", "localhost");
    await page.go("/host");
    await inside(page, async () => {
      assert.equal(await page.run(() => window.origin), "null");
      await page.allLoaded();
      await answer(page, "reuse-research", "reuse", "no");
      await page.read("en");
      assert.equal((await page.sheet())[words("en").sheet_objected].length, 1);
    });
    const [frame] = await frames(page);
    const { width, height, seen } = await page.run((frame) => {
      const { width, height } = frame.getBoundingClientRect();
      return { width, height, seen: frame.checkVisibility({ opacityProperty: true, visibilityProperty: true }) };
    }, frame);
    assert.ok(seen && width > 300 && height > 500, `${width} × ${height}`);
    assert.deepEqual(page.asked(), []);
    assert.equal(page.violations(), 0);
  });

  test(`${engine}: the sheet alone comes out of the printer, with a code that a scanner reads`, { skip: CANNOT[engine].print }, async () => {
    const page = await openIn(engine);
    await say(page);
    const { pages, size, text, file } = await printed(page);
    assert.equal(pages, 1);
    assert.match(size, /A4/);
    for (const heading of ["sheet_agreed", "sheet_objected", "sheet_asked"]) assert.ok(text.includes(word[heading]), heading);
    for (const key of ["care_lead", "rights_title", "wishes_lead"]) assert.ok(!text.includes(word[key]), `nothing of “${word[key]}”`);
    assert.deepEqual(scanned(await page.pdf()), [await code(page)]);
  });

  test(`${engine}: every side of a long sheet says which it is, of whose sheet, of which day, with which code`, { skip: CANNOT[engine].print }, async () => {
    const page = await openIn(engine, { site: twelveQuestions() });
    await page.tickEverything();
    await page.click("[data-do=code]");
    await page.until(() => document.getElementById("code"));
    await everySideSays(page, await printed(page), "fr");
  });

  test(`${engine}: printed without the program the whole text comes out, what is folded too`, { skip: CANNOT[engine].print }, async () => {
    const change = (path, answer) => /\/boot\.\w+\.js$/.test(path) ? { ...answer, status: 404, body: Buffer.alloc(0) } : undefined;
    for (const path of ["/", "/fr/"]) {
      const page = await openIn(engine, { path, until: null, change });
      await page.until(() => document.readyState === "complete");
      await isWhole(page, (await printed(page)).text);
    }
  });

  test(`${engine}: a poster comes out on its own paper`, { skip: CANNOT[engine].print }, async () => {
    for (const [path, paper] of [["/poster/fr/", /A4/], ["/poster/fr/a3/", /A3/], ["/poster/en/a3/", /A3/]]) {
      const page = await openIn(engine, { path, until: null });
      const { size, pages } = await printed(page);
      assert.match(size, paper, path);
      assert.equal(pages, 1, path);
    }
  });

  test(`${engine}: nothing that was ticked comes back after the page is opened anew, with the program or without`, async () => {
    for (const path of ["/", "/fr/"]) {
      const page = await openIn(engine, { path, until: path === "/" ? "live" : null });
      await page.until(() => document.readyState === "complete");
      await page.run(() => document.querySelectorAll("[value=no], [id^=ask-], [id^=to-ask-], [name=behalf]").forEach((one) => one.click()));
      assert.ok((await page.ticked()).length > 20, path);
      await page.driver.navigate().refresh();
      await page.until(() => document.readyState === "complete");
      assert.deepEqual(await page.ticked(), [], path);
    }
  });
}
