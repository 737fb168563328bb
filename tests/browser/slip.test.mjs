// The slip in the patient's language, with French beside it for the desk: right to left where that is how one reads, whole,
// and on one side of paper.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cut } from "./support/cut.mjs";
import { open } from "./support/page.mjs";
import { printed, scanned } from "./support/paper.mjs";
import { difference, plain, register, words } from "./support/text.mjs";

const HEADINGS = ["agreed", "refused", "objected", "left", "talk", "asked", "open"].map((one) => `sheet_${one}`);

/** A page with the sheet in a language. */
async function slip(language, options) {
  const page = await open(options);
  await page.sheetIn(language);
  return page;
}

/** Answers the first questions, in turn yes, no and "talk first". */
const answerFirst = (page, number) => page.run((number) => {
  const questions = [...document.querySelectorAll("#wishes fieldset.question")].slice(0, number);
  questions.forEach((question, at) => question.querySelectorAll("[type=radio]")[at % 3].click());
}, number);

/** Says everything that the sheet has a place for. */
const sayEverything = (page) => page.run(() => {
  document.querySelectorAll("#wishes [type=radio][value=no], [type=checkbox], #behalf-my-child").forEach((input) => input.click());
});

/** Every letter and digit of a text, sorted: what reads a PDF gives those of an Arabic ligature in another order. */
const letters = (text) => (text.normalize("NFKC").match(/[\p{L}\p{N}]/gu) ?? []).sort().join("");

/** Whether a printed line has these words, in any order. */
function hasWords(line, words) {
  const there = plain(line.replace(/[^\p{L}\p{N}' ]/gu, "")).split(" ").map(letters);
  return plain(words.replace(/[^\p{L}\p{N}' ]/gu, "")).split(" ").every((word) => there.includes(letters(word)));
}

/** What is wrong with the elements of the sheet: empty, in two languages at once, in one that it does not say. */
const mistakes = (page, language) => page.run((language, names) => {
  const paper = document.querySelector("#paper");
  const wrong = [];
  for (const one of paper.querySelectorAll(".own, .french, h3, h4, li, p, strong, .to, .fallback, bdi")) {
    if (!one.textContent.trim() && !one.querySelector(".rule")) wrong.push(`empty ${one.outerHTML.slice(0, 80)}`);
  }
  const own = [...paper.querySelectorAll(".own")];
  const beside = [...paper.querySelectorAll(".french")];
  if (own.length !== beside.length) wrong.push(`${own.length} own, ${beside.length} French`);
  for (const one of own) if (one.closest("[lang]").lang !== language) wrong.push(`own in ${one.closest("[lang]").lang}`);
  for (const one of beside) if (one.lang !== "fr" || one.dir !== "ltr") wrong.push(`French marked ${one.lang} ${one.dir}`);
  const texts = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    const said = parentElement.closest("[lang]").lang;
    // Two words of Latin letters are no abbreviation; a name stays as it is on the door, and the register says beside it what it is.
    if (said === "ar" && !names.includes(data.trim()) && /\p{Script=Latin}{3,}.*\s\p{Script=Latin}{3,}/u.test(data)) wrong.push(`not marked as another language: ${data}`);
    if (said !== "ar" && /\p{Script=Arabic}/u.test(data)) wrong.push(`Arabic marked as ${said}: ${data}`);
  }
  for (const picture of paper.querySelectorAll("[aria-label]")) {
    const arabic = /\p{Script=Arabic}/u.test(picture.ariaLabel);
    if (arabic !== (picture.closest("[lang]").lang === "ar")) wrong.push(`a picture in another language: ${picture.ariaLabel}`);
  }
  return wrong;
}, language, [register("hospital").site.name.ar]);

test("the Arabic slip is read from right to left, the French beside it from left to right, and the page stays as it is", async () => {
  const page = await slip("ar");
  await answerFirst(page, 6);
  assert.deepEqual(await page.run(() => [paper.lang, paper.dir]), ["ar", "rtl"]);
  assert.deepEqual(await page.run(() => [document.documentElement.lang, document.documentElement.dir]), ["fr", "ltr"]);
  const places = await page.run(() => [...document.querySelectorAll("#paper .lines .line, #paper .paper-head")].map((line) => {
    const [own, french] = [".own", ".french"].map((side) => line.querySelector(side).getBoundingClientRect());
    return own.left >= french.right - 1 && own.top === french.top;
  }));
  assert.ok(places.length > 6 && places.every(Boolean), "Arabic stands to the right of its French");
  await page.sheetIn("fr");
  assert.deepEqual(await page.run(() => [paper.lang, paper.dir, document.querySelectorAll("#paper .french").length]), ["fr", "ltr", 0]);
});

for (const language of ["ar", "en"]) {
  for (const [what, options] of Object.entries({
    "the hospital": {}, "the practice": { site: "practice" }, "a register that says everything itself": { site: "tests/fixtures/registers/complete.json" },
  })) {
    test(`the slip of ${what} in ${language} is whole, empty or filled in, and each word is in the language that it says`, async () => {
      const page = await slip(language, options);
      assert.deepEqual(await mistakes(page, language), []);
      await sayEverything(page);
      await page.click("[data-do=code]");
      assert.deepEqual(await mistakes(page, language), []);
      const lists = HEADINGS.map((one) => [words(language)[one], words("fr")[one]]);
      const shown = await page.run(() => [...document.querySelectorAll("#paper h4:not(.goes-on)")].map((heading) =>
        [".own", ".french"].map((side) => heading.querySelector(side).textContent),
      ));
      const expected = (pair) => [...lists, [words(language).sheet_to_ask, words("fr").sheet_to_ask]].some(([own, french]) =>
        own === pair[0] && french === pair[1]);
      assert.ok(shown.length >= 2 && shown.map((pair) => pair.map(plain)).every(expected), `${shown}`);
    });
  }

  test(`the slip in ${language} with six answers and the code is one A4 side, with every word in both languages`, async () => {
    const page = await slip(language);
    await answerFirst(page, 6);
    await page.click("[data-do=code]");
    assert.equal((await page.ticked()).length, 7, "six answers, and the language of the sheet");
    const { text, pages, size, lines } = await printed(page);
    assert.equal(pages, 1);
    assert.match(size, /A4/);
    const onScreen = await page.run(() => {
      const copy = paper.cloneNode(true);
      copy.querySelectorAll(".change, svg").forEach((one) => one.remove());
      return copy.textContent;
    });
    assert.equal(difference(letters(text), letters(onScreen)), undefined, "what is on the screen is on the paper, and no more");
    for (const side of [".own", ".french"]) {
      const headings = Object.keys(await page.sheet(side));
      assert.ok(headings.length >= 5);
      for (const heading of headings) assert.ok(lines.some((line) => hasWords(line, heading)), `a line “${heading}” is printed`);
    }
    assert.deepEqual(scanned(await page.pdf()), [await page.text("#code bdi")]);
  });

  test(`the slip in ${language} fits a window of 320 px, empty and with everything said`, async () => {
    const page = await slip(language, { width: 320 });
    assert.deepEqual(await cut(page), []);
    await sayEverything(page);
    await page.click("[data-do=code]");
    assert.deepEqual(await cut(page), []);
  });
}

// A Romanian sheet with three answers had its foot alone on a second side: what the code takes beside two languages was counted too small.
test("in every language the sheet of the hospital with its code is one side, however many of its questions are answered", async () => {
  const page = await open();
  await page.everythingThere();
  await page.click("label[for=ask-_explanation]");
  await page.click("[data-do=code]");
  for (const language of register("hospital").site.languages) {
    await page.sheetIn(language);
    for (let answered = 0; answered <= 6; answered += 2) {
      await answerFirst(page, answered);
      assert.equal((await printed(page)).pages, 1, `${language}, ${answered} answers`);
    }
    await page.run(() => document.querySelectorAll("#wishes fieldset.question button.clear").forEach((one) => one.click()));
  }
});

test("the slip in French is not doubled, and a slip that was chosen stays when the page changes its language", async () => {
  const page = await open();
  await answerFirst(page, 6);
  assert.equal(await page.run(() => document.querySelectorAll("#paper :is(.own, .french)").length), 0);
  const own = await page.text("#paper .lines");
  await page.read("en");
  assert.ok(await page.run(() => paper.lang === "en" && paper.classList.contains("bilingual")), "unasked, it follows the page");
  await page.sheetIn("fr");
  assert.equal(await page.run(() => document.querySelectorAll("#paper :is(.own, .french)").length), 0);
  assert.equal((await page.text("#paper .lines")).replace(/ /g, ""), own.replace(/ /g, ""));
  await page.sheetIn("ar");
  await page.read("fr");
  assert.equal(await page.run(() => paper.lang), "ar", "chosen, it stays");
  assert.ok((await page.ticked()).includes("sheet-language-ar"));
  await page.erase();
  assert.equal(await page.run(() => paper.lang), "fr", "erased, it follows the page again");
});
