// The whole path of somebody who reads Arabic, from the link of their doctor to the desk, in each browser that is driven: they read and
// say everything in Arabic, and the desk, which reads none of it, finds the same in French.
import assert from "node:assert/strict";
import { test } from "node:test";
import { lines, output, scan } from "./support/desk.mjs";
import { CANNOT, ENGINES, openIn } from "./support/engines.mjs";
import { open } from "./support/page.mjs";
import { printed } from "./support/paper.mjs";
import { plain, register, words } from "./support/text.mjs";
import { answer } from "./support/walk.mjs";

const [arabic, french] = [words("ar"), words("fr")];
const isArabic = (text) => /\p{Script=Arabic}/u.test(text);

/** What is said, question by question: item, question, answer, the heading under which it stands. */
const SAID = [
  ["use-consultation-notes", "recording", "yes", "sheet_agreed"],
  ["reuse-data-warehouse", "reuse", "no", "sheet_objected"],
  ["reuse-national-data", "reuse", "talk-first", "sheet_talk"],
];

/** What the French page calls a use or a reuse. */
async function frenchTitles(page) {
  await page.go("/fr/");
  await page.until(() => document.readyState === "complete");
  return Object.fromEntries(await Promise.all([...SAID.map(([item]) => item), "use-mammography"].map(async (item) => [item, await page.text(`#${item}_title`)])));
}

const BROWSERS = { chromium: { opens: open, prints: true } };
for (const engine of ENGINES) BROWSERS[engine] = { opens: (options) => openIn(engine, options), prints: !CANNOT[engine].print };

for (const [browser, { opens, prints }] of Object.entries(BROWSERS)) {
  test(`${browser}: from a link in Arabic to the desk: the patient reads Arabic, the desk reads French`, async () => {
    const titles = await frenchTitles(await opens({ path: "/fr/", until: null }));

    // The link of a doctor: in Arabic, a mammography was used.
    const page = await opens({ path: "/#1.ar.c.kjh", until: "live" });
    await page.until(() => document.documentElement.lang === "ar");
    const around = () => page.run(() => {
      const { lang, dir } = document.documentElement;
      return [lang, dir, getComputedStyle(document.querySelector(".document")).direction];
    });
    assert.deepEqual(await around(), ["ar", "rtl", "rtl"]);
    assert.equal(await page.text("#named-title"), arabic.named_title);
    const named = await page.text("#named-place li");
    assert.ok(isArabic(named), named);
    await page.click("#named-place a");
    await page.until(() => document.querySelector("#use-mammography_card").open);
    assert.ok((await page.visible("#use-mammography .decides")).includes(arabic.the_human));

    // A request in the card, three answers, for whom, the code.
    await page.click("label[for=here-ask-mammography_explanation], label[for=ask-mammography_explanation]");
    for (const [item, question, said] of SAID) await answer(page, item, question, said);
    await page.click("label[for=behalf-my-child]");
    await page.click("[data-do=code]");
    const sheet = await page.sheet();
    for (const [, , , heading] of SAID) assert.equal(sheet[arabic[heading]]?.length, 1, heading);
    const beside = await page.sheet(".french");
    for (const [item, , , heading] of SAID) assert.ok(beside[french[heading]]?.[0].includes(titles[item]), `${heading}: ${beside[french[heading]]}`);
    const right = await page.run(() => [...document.querySelectorAll("#paper .french")].filter((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return Math.min(...[...range.getClientRects()].map(({ left }) => left)) - one.getBoundingClientRect().left > 2;
    }).map((one) => one.textContent));
    assert.deepEqual(right, [], "French begins at the left of its column");
    if (prints) {
      const { text, pages } = await printed(page);
      assert.equal(pages, 1);
      for (const [item, , , heading] of SAID) for (const said of [french[heading], titles[item]]) assert.ok(text.includes(said), `on paper: ${said}`);
      assert.ok(isArabic(text), "and what the patient reads");
    }

    const code = await page.text("#code bdi");
    const { file } = await page.saved("[data-do=save]");
    await page.go("/reader/");
    for (const hand of [() => scan(page, code), async () => (await page.find("#file")).sendKeys(file)]) {
      await hand();
      await page.until(() => document.querySelector("#result .paper") !== null);
      const read = await lines(page);
      for (const [item, , , heading] of SAID) {
        assert.equal(read[french[heading]]?.length, 1, `${heading} of ${Object.keys(read)}`);
        const [[first, second]] = read[french[heading]];
        assert.ok(first.text.startsWith(titles[item]) && !isArabic(first.text), first.text);
        assert.deepEqual([second.lang, second.dir, isArabic(second.text)], ["ar", "rtl", true], second.text);
      }
      assert.ok(read[french.sheet_asked].some(([first]) => first.text.includes(titles["use-mammography"])));
      // Whatever the desk puts into its own software is French, the name of the language that was read too.
      const line = plain(await output(page, "line"));
      assert.ok(line.includes(titles["reuse-data-warehouse"]) && line.includes(french.in_ar) && !isArabic(line), line);
      assert.ok((await page.visible("#result")).includes(register("hospital").site.name.fr));
      await page.click("[data-do=next]");
      await page.until(() => document.querySelector("#result .paper") === null);
    }
  });
}
