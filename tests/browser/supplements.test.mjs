// The languages that the program does not begin with: their words come when the page is in use. Whoever needs them sooner waits for
// them and is told so; who does not get them loses nothing.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { open } from "./support/page.mjs";
import { changed, site } from "./support/site.mjs";
import { fill, plain, words } from "./support/text.mjs";
import { answer } from "./support/walk.mjs";

const [arabic, english, french] = ["ar", "en", "fr"].map((language) => words(language));
const ARABIC = /^\/ar\.\w+\.txt$/;
const ENGLISH = /^\/en\.\w+\.txt$/;

const choose = (page, language) => page.click(`label[for=sheet-language-${language}]`);
const sheetIs = (page) => page.run(() => document.querySelector("#paper").lang);
const note = (page, place) => page.text(`.${place}-note`);
const says = (page, place, text) => page.untilSeen(async () => (await note(page, place)) === text, text);
const chosen = (page) => page.run(() => document.querySelector("[name=sheet-language]:checked")?.value ?? "");

/** Files that match are missing, until `found()`. */
function missing(pattern) {
  let lost = true;
  const gone = (whole) => ({ ...whole, status: 404, headers: { ...whole.headers, "cache-control": "no-store" } });
  return { change: (path, whole) => (lost && pattern.test(path) ? gone(whole) : undefined), found: () => (lost = false) };
}

/** The page is loaded again, at the same address. */
async function comeBack(page) {
  await page.driver.navigate().refresh();
  await page.until(() => document.documentElement.dataset.app === "live");
}

test("what the program begins with has nothing of a language that is neither the page's first nor French", () => {
  // Its page has French and English.
  const { folder } = site("practice");
  const file = (pattern) => readFileSync(join(folder, readdirSync(folder).find((one) => pattern.test(one))), "utf8");
  const [kit, ofEnglish, ofArabic] = [file(/^notice\..*\.bin$/), file(/^en\..*\.txt$/), file(/^ar\..*\.txt$/)];
  assert.ok(plain(kit).includes(french.nothing_sent) && !plain(kit).includes(english.nothing_sent) && !plain(kit).includes(arabic.nothing_sent));
  assert.ok(plain(ofEnglish.split("<div data-reading=")[0]).includes(english.nothing_sent));
  assert.ok(plain(ofArabic).includes(arabic.nothing_sent) && !ofArabic.includes("<"), "Arabic is on sheets only");
});

test("the sheet in Arabic, asked for before its words are there, waits and says so beside, and then has everything that was said", async () => {
  const page = await open({ hold: ARABIC });
  await answer(page, "reuse-research", "reuse", "no");
  await choose(page, "ar");
  assert.equal(await note(page, "sheet"), french.reading_waits);
  assert.ok((await page.visible("#sheet fieldset:has([name=sheet-language])")).includes(french.reading_waits), "it is seen where one has pressed");
  assert.equal(await page.text("[data-reading-note]"), "", "it is not the page that is waited for");
  assert.equal(await page.text("[data-erased]"), french.reading_waits, "who listens is told so, and not that it is noted");
  assert.equal(await sheetIs(page), "fr", "it is no sheet without words");
  await answer(page, "use-consultation-notes", "recording", "yes");
  assert.equal((await page.sheet())[french.sheet_agreed].length, 1, "everything else goes on");
  assert.equal(await chosen(page), "ar", "and what was chosen stays chosen: any other press put it back");
  assert.equal(await page.run(() => document.documentElement.dataset.all ?? ""), "", "not everything is there");
  page.release();
  await page.until(() => document.querySelector("#paper").lang === "ar");
  const sheet = await page.sheet();
  assert.deepEqual([sheet[arabic.sheet_objected].length, sheet[arabic.sheet_agreed].length], [1, 1]);
  assert.ok((await page.sheet(".french"))[french.sheet_objected].length === 1, "with French beside, for the desk");
  assert.deepEqual([await note(page, "sheet"), await chosen(page)], ["", "ar"]);
  assert.ok((await page.text("[data-erased]")).startsWith(french.noted), "who listens is told when it is there");
  await page.everythingThere();
  assert.equal(await page.text("[data-all-there]"), french.all_there);
  assert.deepEqual(await page.complaints(), []);
});

test("of two languages of the sheet the one that was asked for last counts, and after everything was erased none does", async () => {
  const page = await open({ hold: ARABIC });
  await choose(page, "ar");
  await choose(page, "fr");
  assert.equal(await note(page, "sheet"), "", "nobody waits for Arabic any more");
  await answer(page, "reuse-research", "reuse", "no");
  await choose(page, "ar");
  await page.erase();
  assert.equal(await note(page, "sheet"), "");
  page.release();
  await page.everythingThere();
  assert.deepEqual([await sheetIs(page), await chosen(page)], ["fr", ""]);
});

test("where the words of a sheet cannot be had it stays as it was, and says so; later they may be had", async () => {
  const { change, found } = missing(ARABIC);
  const page = await open({ change });
  await answer(page, "reuse-research", "reuse", "no");
  await choose(page, "ar");
  await says(page, "sheet", french.reading_missing);
  assert.deepEqual([await sheetIs(page), await chosen(page)], ["fr", ""]);
  assert.equal((await page.sheet())[french.sheet_objected].length, 1);
  await page.read("en");
  assert.deepEqual([await sheetIs(page), await note(page, "sheet")], ["en", ""]);
  assert.equal(await page.text("[data-all-there]"), "", "not everything is there");
  await choose(page, "ar");
  await says(page, "sheet", english.reading_missing);
  found();
  await page.sheetIn("ar");
  assert.equal((await page.sheet())[arabic.sheet_objected].length, 1);
  assert.equal(await note(page, "sheet"), "");
});

test("when everything is there the sheet in every language needs nobody any more", async () => {
  const page = await open();
  await page.everythingThere();
  await page.stop();
  for (const language of ["ar", "en", "fr"]) {
    await page.sheetIn(language);
    assert.equal(await note(page, "sheet"), "");
  }
  await page.read("en");
  await answer(page, "reuse-research", "reuse", "no");
  assert.equal((await page.sheet(".own"))[french.sheet_objected].length, 1, "the sheet that was chosen stays");
  await page.resume();
});

test("answers that were read in English wait for its words when they are taken up: a text is the same only as it was read", async () => {
  const page = await open();
  await page.read("en");
  await answer(page, "reuse-research", "reuse", "no");
  await page.click("[data-do=keep]");
  const kept = await page.run(() => localStorage.getItem("eclaire/hopital-exemple"));
  // Another day: the page in English cannot be had.
  const { change, found } = missing(ENGLISH);
  const later = await open({ change });
  await later.run((text) => localStorage.setItem("eclaire/hopital-exemple", text), kept);
  await comeBack(later);
  await later.click("#found-place [data-do=take-up]");
  await says(later, "kept", french.reading_missing);
  assert.ok((await later.visible("#found-place")).includes(french.reading_missing), "it is seen where one has pressed");
  assert.deepEqual(await later.ticked(), [], "nothing is taken up");
  assert.ok((await later.visible("#found-place")).includes(french.take_up), "it is still offered");
  found();
  await later.click("#found-place [data-do=take-up]");
  await later.untilSeen(async () => (await later.ticked()).length > 0, "taken up");
  assert.ok((await later.visible("#found-place")).includes(french.changes_none), "the same text, as it was read then");
  assert.equal((await later.sheet())[french.sheet_objected].length, 1);
});

test("what has changed is told in the language that is read, also where that came after the answers were taken up", async () => {
  const page = await open();
  await answer(page, "reuse-research", "reuse", "no");
  await page.click("[data-do=keep]");
  page.become(await page.serve(changed("hospital", (register) => {
    register.reuses.find(({ id }) => id === "research").kept.fr = "Cinquante ans.";
  })));
  await comeBack(page);
  await page.click("#found-place [data-do=take-up]");
  const told = async () => plain(await page.run(() => document.querySelector("#found-place .changes li").textContent));
  assert.ok((await told()).startsWith(await page.text("#reuse-research_title")));
  const before = await told();
  await page.read("en");
  assert.ok((await told()).startsWith(await page.text("#reuse-research_title")), await told());
  assert.notEqual((await told()).split(" – ")[0], before.split(" – ")[0]);
  assert.ok((await told()).includes(fill(english.change_before, { answer: "" }).slice(0, 8)));
});

test("a page in Arabic begins with Arabic, with French beside, and brings the words of the others later", async () => {
  const register = changed("hospital", (register) => {
    register.site.languages = ["ar", "en"];
    register.site.default_language = "ar";
  });
  const page = await open({ site: register, hold: ENGLISH });
  await answer(page, "reuse-research", "reuse", "no");
  assert.equal((await page.sheet())[arabic.sheet_objected].length, 1);
  assert.equal((await page.sheet(".french"))[french.sheet_objected].length, 1);
  await page.sheetIn("fr");
  await choose(page, "en");
  assert.equal(await note(page, "sheet"), arabic.reading_waits);
  assert.deepEqual(await page.run(() => { const { lang, dir } = document.querySelector(".sheet-note"); return [lang, dir]; }), ["ar", "rtl"]);
  page.release();
  await page.until(() => document.querySelector("#paper").lang === "en");
  assert.equal((await page.sheet())[english.sheet_objected].length, 1);
});
