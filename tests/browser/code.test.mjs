// The code on the sheet: made only when asked for, printed, read by a decoder that is not ours, understood by the desk.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./support/page.mjs";
import { scanned } from "./support/paper.mjs";
import { eclaire } from "./support/site.mjs";
import { plain, words } from "./support/text.mjs";
import { answer } from "./support/walk.mjs";

const word = words("fr");
const code = (page) => page.text("#code bdi");
const shown = (page) => page.run(() => document.querySelector("#code") !== null);

/** What the desk reads. */
const desk = (code) => eclaire("record", code, "--register", "content/registers/hospital.json");

test("nobody gets a code who has not pressed for it, and the press shows it and takes it away", async () => {
  const page = await open();
  await answer(page, "reuse-research", "reuse", "no");
  assert.equal(await shown(page), false);
  await page.click("[data-do=code]");
  assert.match(await code(page), /^EC(-[0-9A-Z]{1,5})+$/);
  assert.ok((await page.visible("#code")).includes(word.code_contains));
  assert.equal(await page.run(() => document.querySelector("[data-do=code]").ariaPressed), "true");
  await page.click("[data-do=code]");
  assert.equal(await shown(page), false);
});

test("the code follows the answers, and goes when everything is erased", async () => {
  const page = await open();
  await page.click("[data-do=code]");
  const empty = await code(page);
  await answer(page, "reuse-research", "reuse", "no");
  const objected = await code(page);
  assert.notEqual(objected, empty);
  await page.click("label[for=behalf-my-child]");
  assert.notEqual(await code(page), objected);
  assert.ok((await page.visible("#paper")).includes(word.behalf_my_child));
  await page.erase();
  assert.equal(await shown(page), false);
  assert.equal(await page.run(() => document.querySelector("[data-do=code]").ariaPressed), "false");
  assert.deepEqual(await page.ticked(), []);
});

for (const [language, level] of [["fr", "clear"], ["en", "simple"]]) {
  test(`a printed code in ${language} (${level}) is scanned from the paper, and the desk reads in French what was said`, async () => {
    const page = await open();
    await page.read(language);
    if (level === "simple") await page.readAt(level);
    await answer(page, "use-consultation-notes", "recording", "yes");
    await answer(page, "reuse-research", "reuse", "no");
    await page.click("label[for=ask-_talk]");
    await page.click("label[for=behalf-represented]");
    await page.click("[data-do=code]");
    const text = await code(page);
    const pdf = await page.pdf();
    assert.deepEqual(scanned(pdf), [text], "zbar reads the letters that stand beside it");

    const read = plain(desk(text));
    assert.ok(read.includes(`${word.sheet_agreed} - `) && read.includes(`${word.sheet_objected} - `));
    const research = plain(await page.run(() => document.querySelector("#reuse-research_title").textContent));
    if (language === "fr") assert.ok(read.includes(`${word.sheet_objected} - ${research}`));
    assert.ok(read.includes(`${word.sheet_asked} - ${word.ai_in_general} – ${word.request_talk}`));
    assert.ok(read.includes(word.behalf_represented) && read.includes(word.read_back));
    assert.match(read, new RegExp(`langue : ${word[`in_${language}`]}`), "the language that was read, by its French name");
    const today = await page.run(() => new Date().toLocaleDateString("fr-FR", { dateStyle: "long" }).replace(/^1 /, "1er "));
    assert.ok(read.includes(plain(today)), "the day");
  });
}

test("in the dark the QR code is black on white all the same", async () => {
  const page = await open({ dark: true });
  await page.click("[data-do=code]");
  const fills = await page.run(() => [...document.querySelectorAll(".qr > *")].map((one) => getComputedStyle(one).fill));
  assert.deepEqual(fills, ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
});

test("the test of the scanner can fail: a page without a code has nothing to scan", async () => {
  const page = await open();
  assert.throws(() => scanned(Buffer.alloc(0)));
  const pdf = await page.pdf();
  assert.throws(() => scanned(pdf));
});

test("whoever hears the page is told that the code has appeared, and in which language it is read now", async () => {
  const page = await open();
  const status = () => page.text(".document > [role=status].visually-hidden");
  await page.click("[data-do=code]");
  assert.equal(await status(), words("fr").code_contains);
  await page.click("[data-do=code]");
  assert.equal(await status(), "", "and nothing when it is gone");
  await page.read("en");
  await page.until(() => document.querySelector(".document > [role=status].visually-hidden").textContent.startsWith("English – "));
  await page.click("[data-do=code]");
  assert.equal(await status(), words("en").code_contains, "in the patient's own language");
});
