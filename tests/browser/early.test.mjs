// What the patient does before the program has arrived is kept.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./support/page.mjs";
import { words } from "./support/text.mjs";

test("what is answered, asked, opened, scrolled to and focused before the program comes is kept, and on the sheet", async () => {
  const page = await open({ hold: /\.wasm$/, until: null });
  await page.click("#use-mammography summary");
  await page.click("label[for=ask-_explanation]");
  await page.click("#say-mammography > summary");
  await page.click("label[for=ask-mammography_talk]");
  await page.click("label[for=answer-consultation-notes_recording_no]");
  await page.click("label[for=answer-research_reuse_talk-first]");
  const where = () => ({
    focus: document.activeElement.id,
    top: document.activeElement.getBoundingClientRect().top,
    ticked: [...document.querySelectorAll("input:checked:not([data-picture])")].map((input) => input.id),
    open: [...document.querySelectorAll("details[open]")].map((details) => details.id),
  });
  const before = await page.run(where);
  assert.equal(before.focus, "answer-research_reuse_talk-first");
  assert.equal(before.ticked.length, 4);
  assert.ok(await page.run(() => scrollY > 0));
  assert.equal(await page.run(() => document.documentElement.dataset.app), "loading", "the program is not there yet");

  page.release();
  await page.until(() => document.documentElement.dataset.app === "live");
  const after = await page.run(where);
  assert.ok(Math.abs(after.top - before.top) <= 2, `what was focused moved from ${before.top} to ${after.top}`);
  assert.deepEqual({ ...after, top: before.top }, before);

  const [sheet, word] = [await page.sheet(), words("fr")];
  const has = (heading, title) => assert.ok(sheet[heading].some((line) => line.includes(title)), `${title}: ${heading}`);
  has(word.sheet_refused, await page.text("#use-consultation-notes_title"));
  has(word.sheet_talk, await page.text("#reuse-research_title"));
  has(word.sheet_asked, word.request_explanation);
  has(word.sheet_asked, await page.text("#use-mammography_title"));
  await page.find(["#question-research_reuse button", word.clear_answer]);
});
