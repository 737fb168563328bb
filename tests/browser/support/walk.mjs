// The whole path of a patient through the hospital's page, with the mouse.
import assert from "node:assert/strict";
import { words } from "./text.mjs";

/** An answer of each kind, to questions of each regime: item, question, answer, the heading it gets on the sheet. */
export const ANSWERS = [
  ["use-consultation-notes", "recording", "yes", "sheet_agreed"],
  ["use-consultation-notes", "recording", "no", "sheet_refused"],
  ["reuse-data-warehouse", "reuse", "no", "sheet_objected"],
  ["reuse-research", "reuse", "yes", "sheet_left"],
  ["reuse-national-data", "reuse", "talk-first", "sheet_talk"],
];

const bare = (item) => item.replace(/^(re)?use-/, "");

/** The id of the radio button of an answer. */
export const radio = (item, question, answer) => `answer-${bare(item)}_${question}_${answer}`;

/** Answers a question by pressing its words. */
export async function answer(page, item, question, answer) {
  await page.click(`label[for=${radio(item, question, answer)}]`);
}

/** Reads, answers, asks, looks at the sheet, changes, clears, erases. Nothing is left behind. */
export async function walk(page, language) {
  const word = words(language);

  await page.click("#understanding > summary");
  await page.click("#use-emergency-triage_more > summary");
  assert.ok((await page.visible("#use-emergency-triage_more")).includes(word.not_told), "a missing fact is shown as such");
  await page.click("#rights details[id^=right-] > summary");
  assert.match(await page.visible("#rights details[id^=right-][open]"), new RegExp(word.right_limits), "a right is told in full");

  for (const [item, question, said, heading] of ANSWERS) {
    await answer(page, item, question, said);
    const [title, sheet] = [await page.text(`#${item}_title`), await page.sheet()];
    assert.equal(sheet[word[heading]]?.length, 1, `one line under “${word[heading]}”`);
    assert.ok(sheet[word[heading]][0].includes(title), `“${title}” stands under “${word[heading]}”`);
    const lines = Object.values(sheet).flat().filter((line) => line.includes(title));
    assert.equal(lines.length, 1, `“${title}” stands on the sheet once`);
  }
  await page.click("label[for=ask-_explanation]");
  await page.click("#say-mammography > summary");
  await page.click("label[for=ask-mammography_other_opinion]");
  const asked = (await page.sheet())[word.sheet_asked];
  assert.equal(asked.length, 2);
  assert.ok(asked[0].includes(word.request_explanation) && asked[1].includes(word.request_other_opinion));
  assert.ok(asked[1].includes(await page.text("#use-mammography_title")));
  assert.ok((await page.sheet())[word.sheet_open].every((line) => line.includes(word.not_answered)), "the rest is open");

  const place = "question-data-warehouse_reuse";
  await page.click(`#paper a[href="#${place}"]`);
  await page.until((place) => {
    const { top, bottom } = document.getElementById(place).getBoundingClientRect();
    return location.hash === `#${place}` && bottom > 0 && top < innerHeight;
  }, place);

  await page.click([`#${place} button`, word.clear_answer]);
  assert.ok(!(await page.ticked()).some((id) => id.startsWith("answer-data-warehouse")), "one answer is cleared");
  assert.equal(await page.run(() => document.activeElement.closest("fieldset")?.id), place, "the focus stays there");
  assert.equal((await page.sheet())[word.sheet_objected], undefined);
  const warehouse = await page.text("#reuse-data-warehouse_title");
  assert.ok((await page.sheet())[word.sheet_open].some((line) => line.includes(warehouse)), "it is open again");

  await page.erase();
  await erased(page, word);
  await page.unfold(false);
}

/** Everything is unanswered, and the page says so. */
export async function erased(page, word) {
  assert.deepEqual(await page.ticked(), []);
  assert.deepEqual(Object.keys(await page.sheet()), [word.sheet_open]);
  assert.ok((await page.visible("#paper")).includes(word.sheet_nothing));
  assert.equal(await page.text("[data-erased]"), word.erased, "a screen reader hears it");
}

