// A program that breaks down (a trap of the Wasm) while somebody uses the page: it is said, what it had drawn goes away, and the sheet
// can be filled in by hand. Nothing half true is printed.
//
// A trap ends the program at that moment: nothing is put back, every borrow stays. Here the trap is that of another module, in the place
// of something that the program asks the browser for.
import assert from "node:assert/strict";
import { test } from "node:test";
import { scan } from "./support/desk.mjs";
import { open } from "./support/page.mjs";
import { printed } from "./support/paper.mjs";
import { answerSomething, inside, kiosk, living, runInside, soon, ticked } from "./support/shell.mjs";
import { words } from "./support/text.mjs";
import { answer } from "./support/walk.mjs";

const word = words("fr");

/** From now on the program traps whenever it asks the browser for this: the day, or what an event is about. */
const breakDown = (asked = "day") => {
  // (module (func (export "t") unreachable))
  const code = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 116, 0, 0, 10, 5, 1, 3, 0, 0, 11];
  const { t: trap } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(code))).exports;
  if (asked === "day") Date.prototype.getFullYear = trap;
  if (asked === "target") Object.defineProperty(Event.prototype, "target", { get: trap });
};

const still = (page) => page.until(() => document.documentElement.dataset.app === "still");

for (const path of ["/", "/eclaire.html", "/embed/"]) {
  test(`${path}: a program that breaks down is said, and the sheet is there to be filled in by hand, as it came`, async () => {
    const page = await open({ path, until: "live" });
    await answer(page, "use-consultation-notes", "recording", "yes");
    await answer(page, "reuse-research", "reuse", "no");
    await page.run(breakDown);
    await answer(page, "reuse-national-data", "reuse", "no");
    await still(page);
    assert.equal(await page.text("[data-stopped]"), word.stopped);
    assert.ok((await page.visible("[data-stopped]")).includes(word.stopped), "it can be seen");
    assert.deepEqual(Object.keys(await page.sheet()), [word.sheet_open], "no answer is claimed");
    assert.ok((await page.visible("#paper .boxes")).includes(word.answer_agree), "there are boxes to tick by hand");
    assert.ok(!(await page.visible("#paper")).includes(word.sheet_nothing), "nor that nothing was answered");
    const { text } = await printed(page);
    assert.ok(text.includes(word.by_hand_name) && !text.includes(word.sheet_nothing));
    // What was ticked stays ticked, and the page stays a page.
    assert.ok((await page.ticked()).includes("answer-consultation-notes_recording_yes"));
    await answer(page, "reuse-research", "reuse", "yes");
    assert.deepEqual(Object.keys(await page.sheet()), [word.sheet_open], "a program that has broken down hears nothing more");
  });
}

test("a program that breaks down in another language says so in that language", async () => {
  const page = await open();
  await page.read("en");
  await page.run(breakDown);
  await answer(page, "reuse-research", "reuse", "no");
  await still(page);
  const english = words("en");
  assert.equal(await page.text("[data-stopped]"), english.stopped);
  assert.deepEqual(Object.keys(await page.sheet()), [english.sheet_open]);
});

test("a program that breaks down as it starts leaves the page as it came", async () => {
  const page = await open({ hold: /app\.[0-9a-f]+\.wasm/, until: null });
  const paper = await page.run(() => document.querySelector("#paper-place").innerHTML);
  await page.run(breakDown);
  page.release();
  await still(page);
  assert.equal(await page.run(() => document.querySelector("#paper-place").innerHTML), paper);
  assert.equal(await page.text("[data-stopped]"), "", "nothing has stopped that had begun");
  assert.ok((await page.visible("#sheet")).includes(word.print_without));
});

test("what others throw in the page is none of the program's business", async () => {
  const page = await open();
  await page.run(() => {
    setTimeout(() => { throw new Error("an extension's"); });
    Promise.reject(new TypeError("an extension's"));
    dispatchEvent(new ErrorEvent("error", { message: "ResizeObserver loop completed with undelivered notifications." }));
  });
  await answer(page, "reuse-research", "reuse", "no");
  assert.equal((await page.sheet())[word.sheet_objected]?.length, 1);
  assert.equal(await page.run(() => document.documentElement.dataset.app), "live");
});

test("kiosk: a visit that breaks down is wiped, the next one begins, and the screen says why", async () => {
  const page = await kiosk();
  await answerSomething(page);
  await runInside(page, breakDown);
  await inside(page, () => page.click("#wishes label[for^=answer-][for$=_yes]"));
  await soon(page, () => !document.querySelector("#stopped").hidden);
  await living(page);
  assert.deepEqual(await ticked(page), []);
  assert.ok((await page.visible("#stopped")).includes(word.kiosk_stopped));
  await answerSomething(page);
  await soon(page, () => document.querySelector("#stopped").hidden);
});

test("desk: what lay there goes away whole, and the page says what to do", async () => {
  const page = await open();
  await answer(page, "use-consultation-notes", "recording", "no");
  await page.click("[data-do=code]");
  const code = await page.text(".code-text");
  const desk = await open({ path: "/reader/" });
  await scan(desk, code);
  assert.ok((await desk.text("#result")).includes(word.sheet_refused));
  await desk.run(breakDown);
  await scan(desk, code);
  await still(desk);
  assert.ok((await desk.visible("body")).includes(words("fr", "desk").stopped));
  assert.ok(!(await desk.visible("body")).includes(word.sheet_refused));
});

test("practice and register editor: said in place of the page", async () => {
  for (const [path, file, act] of [
    ["/practice/", "practice", "[data-do=copy]"],
    ["/register/", "editor", "[data-begin=empty]"],
  ]) {
    const page = await open({ site: "practice", path, until: "live" });
    await page.run(breakDown, "target");
    await page.run((act) => document.querySelector(act).click(), act);
    await still(page);
    assert.ok((await page.visible("body")).includes(words("fr", file).stopped), path);
  }
});
