// What never comes, or comes late: a program, its data, a style. Waiting has an end, and what is printed meanwhile is what is known.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./support/page.mjs";
import { printed } from "./support/paper.mjs";
import { answerSomething, kiosk } from "./support/shell.mjs";
import { PATIENCE } from "./support/tab.mjs";
import { plain, words } from "./support/text.mjs";

const word = words("fr");

/** Opens a page whose patience is already at its end when it begins. */
async function impatient(options) {
  const first = await open({ path: "/fr/" });
  const hurry = () => {
    const once = window.setTimeout;
    window.setTimeout = (step, time, ...more) => once(step, time >= 5000 ? 0 : time, ...more);
  };
  const { identifier } = await first.command("Page.addScriptToEvaluateOnNewDocument", { source: `(${hurry})()` });
  const page = await open({ until: null, ...options });
  await page.command("Page.removeScriptToEvaluateOnNewDocument", { identifier });
  return page;
}

for (const [what, hold] of [["program", /\.wasm$/], ["data", /\/notice\.\w+\.bin$/]]) {
  test(`printed while its ${what} is on the way, the page claims nothing of what was answered: there are boxes, and what was ticked is ticked`, async () => {
    const page = await open({ hold, until: null });
    await page.click("label[for=answer-research_reuse_no]");
    assert.notEqual(await page.run(() => document.documentElement.dataset.app), "live");
    const { text } = await printed(page);
    assert.ok(!text.includes(word.sheet_nothing), "nobody knows that nothing was answered");
    await page.command("Emulation.setEmulatedMedia", { media: "print" });
    assert.ok((await page.visible("#paper .boxes")).includes(word.answer_agree), "it can be filled in by hand");
    await page.command("Emulation.setEmulatedMedia", { media: "" });
    assert.deepEqual(await page.ticked(), ["answer-research_reuse_no"]);
    page.release();
    await page.says("live");
    assert.equal((await page.sheet())[word.sheet_objected].length, 1);
  });
}

for (const [path, file] of [["/", undefined], ["/reader/", "desk"], ["/practice/", "practice"], ["/register/", "editor"]]) {
  test(`${path}: a program that does not come is waited for only so long; it is said, and if it comes later it lives`, async () => {
    const page = await impatient({ site: "practice", path, hold: /\.wasm$/ });
    await page.says("still");
    const said = file ? words("fr", file).no_program : word.print_without;
    assert.ok((await page.visible(file ? "body" : "#sheet")).includes(plain(said)), said);
    page.release();
    await page.says("live");
    assert.ok(!(await page.visible("body")).includes(plain(said)), "it is said no longer");
  });
}

for (const [path, hold] of [["/reader/", /\/reader\.\w+\.css$/], ["/practice/", /\.css$/], ["/register/", /\/register\.\w+\.css$/]]) {
  test(`${path}: a style that does not come holds neither the program nor the screen, and is taken when it comes`, async () => {
    // A browser that waits for a style says that it still loads: so the page is looked at from another one.
    const page = await open({ site: "practice", hold });
    await page.run((path) => { window.other = window.open(path); }, path);
    const there = (code, what) => page.driver.wait(() => page.run(code), PATIENCE, what);
    await there(() => window.other.document.documentElement?.dataset.app === "live", "the program lives");
    await there(() => window.other.performance.getEntriesByType("paint").length > 0, "something is seen");
    page.release();
    await there(() => [...window.other.document.querySelectorAll("link[rel=stylesheet]")].every((one) => one.sheet && one.media !== "print"), "and it looks as it should");
    await page.run(() => window.other.close());
  });
}

test("the kiosk waits for no style: it has its own inside", async () => {
  const page = await kiosk({ hold: /\.css$/ });
  await answerSomething(page);
  assert.equal(page.requests.filter(({ path }) => path.endsWith(".css")).length, 0);
});
