// Keeping where something is wrong: with what lies on the device, with the device, with the place of the page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./support/page.mjs";
import { words } from "./support/text.mjs";
import { answer, radio } from "./support/walk.mjs";

const word = words("fr");
const KEY = "eclaire/hopital-exemple";
const research = radio("reuse-research", "reuse", "no");

/** The page is opened again with this in the drawer. */
async function find(page, text) {
  await page.run((key, text) => localStorage.setItem(key, text), KEY, text);
  await page.driver.navigate().refresh();
  await page.until(() => document.documentElement.dataset.app === "live");
}

test("what lies in the drawer and cannot be read gets a sentence, changes nothing, and can be removed", async () => {
  const page = await open();
  await answer(page, "reuse-research", "reuse", "no");
  await page.click("[data-do=keep]");
  const whole = await page.run((key) => localStorage.getItem(key), KEY);
  for (const text of [
    "", "hello", "{\"eclaire\":\"record\",\"version\":1}", whole.slice(0, whole.length / 2), whole.slice(0, -2), `${whole}é`,
    "eclaire-record-1:", "eclaire-record-1:zz", "eclaire-record-1:ffffffffffffffffffff", whole.replace("-1:", "-2:"), "é".repeat(5000),
  ]) {
    await find(page, text);
    assert.ok((await page.visible("#found-place")).includes(word.kept_unread), text.slice(0, 60));
    assert.deepEqual(await page.ticked(), []);
    assert.equal(await page.run(() => document.querySelector("[data-do=take-up]")), null);
    await page.click("#found-place [data-do=forget]");
    assert.equal(await page.run(() => localStorage.length), 0);
    assert.equal(await page.text("#found-place"), "");
  }
  assert.deepEqual(await page.complaints(), []);
});

test("no change of one character in the drawer makes the page fail, whatever it makes of it", async () => {
  const page = await open();
  await answer(page, "reuse-research", "reuse", "no");
  await page.click("[data-do=keep]");
  const whole = await page.run((key) => localStorage.getItem(key), KEY);
  for (const at of Array.from({ length: 24 }, (_, step) => 17 + Math.floor((step * (whole.length - 18)) / 24))) {
    await find(page, whole.slice(0, at) + (whole[at] === "f" ? "0" : "f") + whole.slice(at + 1));
    assert.deepEqual(await page.ticked(), []);
    if (await page.run(() => document.querySelector("[data-do=take-up]") !== null)) await page.click("[data-do=take-up]");
    assert.ok([0, 1].includes((await page.ticked()).length), "nothing was ever said but one thing");
  }
  assert.deepEqual(await page.complaints(), []);
});

test("the record of another place in the drawer gets the same sentence: it gives no answer to this one", async () => {
  const other = await open({ site: "practice" });
  await other.tickEverything();
  await other.click("[data-do=keep]");
  const text = await other.run(() => localStorage.getItem(localStorage.key(0)));
  const page = await open();
  await find(page, text);
  assert.ok((await page.visible("#found-place")).includes(word.kept_unread));
  assert.equal(await page.run(() => document.querySelector("[data-do=take-up]")), null);
});

for (const [what, refusal] of Object.entries({
  "a full disk": () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  },
  "a setting that forbids storage": () => {
    const get = () => {
      throw new DOMException("denied", "SecurityError");
    };
    Object.defineProperty(window, "localStorage", { get });
  },
  "a browser without storage": () => Object.defineProperty(window, "localStorage", { value: null }),
})) {
  test(`with ${what} the patient is told that nothing is kept, and loses nothing`, async () => {
    const page = await open();
    const { identifier } = await page.command("Page.addScriptToEvaluateOnNewDocument", { source: `(${refusal})()` });
    await page.driver.navigate().refresh();
    await page.until(() => document.documentElement.dataset.app === "live");
    await answer(page, "reuse-research", "reuse", "no");
    await page.click("[data-do=keep]");
    assert.equal(await page.visible("#kept-place"), word.kept_nowhere);
    assert.deepEqual(await page.ticked(), [research]);
    assert.equal((await page.sheet())[word.sheet_objected].length, 1);
    await page.erase();
    assert.deepEqual(await page.ticked(), []);
    assert.deepEqual(await page.complaints(), []);
    await page.command("Page.removeScriptToEvaluateOnNewDocument", { identifier });
  });
}

test("if the device refuses after it has kept, the patient is told what is still there, can remove it, and later changes are tried again", async () => {
  const page = await open();
  const drawer = () => page.run((key) => localStorage.getItem(key), KEY);
  await answer(page, "reuse-research", "reuse", "no");
  await page.click("[data-do=keep]");
  const before = await drawer();
  await page.run(() => {
    window.keeps = Storage.prototype.setItem;
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await answer(page, "reuse-research", "reuse", "yes");
  assert.equal(await page.visible("#kept-place"), `${word.kept_former} ${word.forget}`);
  assert.equal(await drawer(), before);

  await page.run(() => (Storage.prototype.setItem = window.keeps));
  await page.click("label[for=ask-_talk]");
  assert.ok((await page.visible("#kept-place")).includes(word.kept.split("{")[0]), "there is room again");
  assert.notEqual(await drawer(), before);

  await page.run(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await page.click("label[for=ask-_talk]");
  await page.click("#kept-place [data-do=forget]");
  assert.equal(await drawer(), null);
  assert.equal(await page.text("#kept-place"), "");
  await page.click("[data-do=keep]");
  assert.equal(await page.visible("#kept-place"), word.kept_nowhere);
  assert.deepEqual(await page.complaints(), []);
});

for (const [what, host] of [["of the same place", "127.0.0.1"], ["of another place", "localhost"]]) {
  test(`in a frame on a page ${what}, which is not shut off, nothing can be said, and nothing is kept`, async () => {
    let framed;
    // The site forbids frames; a host that lifts this stands for the frame that is to come.
    const change = (path, answer) => {
      if (path === "/host") {
        const html = `<!doctype html><title>Host</title><iframe src="${framed}" width="1000" height="800"></iframe>`;
        return { status: 200, headers: { "content-type": "text/html" }, body: Buffer.from(html) };
      }
      const policy = answer.headers["content-security-policy"].replace(/; *frame-ancestors 'none'/, "");
      return { ...answer, headers: { ...answer.headers, "content-security-policy": policy } };
    };
    const page = await open({ path: "/fr/", change });
    framed = `${page.url.replace("127.0.0.1", host)}/`;
    await page.go("/host");
    await page.driver.switchTo().frame(await page.find("iframe"));
    try {
      await page.until(() => document.querySelector("main > .framed") !== null);
      assert.equal(await page.run(() => document.documentElement.dataset.app), "still");
      await page.run(() => document.querySelector("[value=no]").click());
      await page.run(() => document.querySelectorAll("[data-do=keep]").forEach((button) => button.click()));
      assert.deepEqual(await page.ticked(), [], "whoever looks in finds no answer");
      assert.deepEqual(await page.run(() => [...document.querySelectorAll("[data-keeping]")].map((one) => one.checkVisibility())), [false, false]);
      assert.ok((await page.visible(".framed")).includes(word.framed));
      assert.equal(await page.run(() => localStorage.length + sessionStorage.length), 0);
    } finally {
      await page.driver.switchTo().defaultContent();
    }
  });
}

test("what the browser does not remove is said to be still there, whoever asked: “remove” or “erase everything”", async () => {
  for (const press of ["#sheet [data-do=forget]", "#sheet button.erase"]) {
    for (const how of ["throws", "does nothing"]) {
      const page = await open();
      await answer(page, "reuse-research", "reuse", "no");
      await page.click("[data-do=keep]");
      await page.until(() => localStorage.length === 1);
      await page.run((how) => {
        Storage.prototype.removeItem = () => { if (how === "throws") throw new DOMException("refused", "SecurityError"); };
      }, how);
      await (press.endsWith(".erase") ? page.erase() : page.click(press));
      assert.equal(await page.run(() => localStorage.length), 1, "it is still there");
      assert.equal(await page.run(() => document.querySelector(".sure.shown")), null, "and nobody is asked any more");
      const seen = await page.visible("#sheet");
      assert.ok(seen.includes(word.kept_still), `${press} that ${how}`);
      const status = await page.text("[data-erased]");
      for (const untrue of [word.erased, word.forgotten]) assert.ok(!status.includes(untrue), `${press} that ${how}: “${status}”`);
      await page.run(() => localStorage.clear());
    }
  }
});
