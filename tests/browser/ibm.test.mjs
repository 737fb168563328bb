// A second engine, with rules of its own: nothing that IBM's accessibility-checker-engine is sure of, and every doubt it has is answered here.
import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./support/axe.mjs";
import { findings } from "./support/ibm.mjs";
import { kiosk } from "./support/kiosk.mjs";
import { lookedAt } from "./support/looked-at.mjs";
import { open } from "./support/page.mjs";

/** Doubts that the engine leaves to a person, and the answer. */
const ANSWERED = {
  style_color_misuse: "every state has words or a sign of its own: forced colours and grey are looked at (symmetry, reflow)",
  element_tabbable_visible: "the link that skips to the text comes into sight with the focus (keyboard)",
  form_submit_button_exists: "nothing is ever sent: the form can only be put back",
  element_tabbable_unobscured: "what lies over the text folds when the focus goes on, and the bar keeps its distance by scroll-padding (guide, keyboard)",
  style_focus_visible: "one outline of 3 px for everything that has the focus (keyboard)",
  text_block_heading: "two words that stand before a list of signs, inside a card that has a heading",
  input_checkboxes_grouped: "questions that one would like to ask: each stands alone, below its own term",
  text_sensory_misuse: "a right is what the law gives, and what is small or large is a thing: no instruction points at a place or a shape",
  list_markup_review: "a letter as it is sent: its dashes are its text",
};

/** Opened: the engine says of controls in closed details that they have no name. */
async function opened(page) {
  await page.unfold(true);
  return findings(page, ["VIOLATION"]);
}

async function clean(page) {
  const all = await opened(page);
  const open = all.filter((one) => !/ potential_| Potential_/.test(one) || !(one.split(" ")[1] in ANSWERED));
  assert.deepEqual(open.slice(0, 10), []);
}

for (const [what, begin] of lookedAt()) {
  test(`IBM's engine finds nothing on ${what}`, async () => clean(await begin()));
}

test("IBM's engine finds nothing on what was answered", async () => {
  const page = await open();
  await page.tickEverything();
  await clean(page);
});

/** Beside French and English. Arabic is among the pages that every engine looks at. */
const OTHERS = ["ar", "es", "pt", "ro", "tr", "ru"];

// Arabic alone was looked at, beside French: a name that one language lacks, or a text that is not marked as another's, is in the others.
test("IBM's engine finds nothing on the page in the languages that are not looked at above", async () => {
  const page = await open();
  await page.everythingThere();
  for (const language of OTHERS.slice(1)) {
    await page.read(language);
    await clean(page);
  }
});

test("neither IBM's engine nor axe finds anything on a kiosk, in each language", async () => {
  const page = await kiosk();
  for (const language of ["fr", "en", ...OTHERS]) {
    await page.click(`[for=set-language-${language}]`);
    await page.until((language) => document.documentElement.lang === language, language);
    await clean(page);
    assert.deepEqual(await violations(page), [], language);
  }
});

test("a planted fault is found: the engine is at work", async () => {
  const page = await open();
  await page.run(() => document.querySelector("main").insertAdjacentHTML("afterbegin", '<img src="data:,"><button></button>'));
  const found = (await opened(page)).map((one) => one.split(" ")[1]);
  assert.ok(found.some((rule) => rule.startsWith("img_alt")), "an image without a text");
  assert.ok(found.some((rule) => /label|name/.test(rule)), "a button without a name");
});
