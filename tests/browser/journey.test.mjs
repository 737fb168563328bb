// The whole path, in both languages, with the mouse.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./support/page.mjs";
import { count, words } from "./support/text.mjs";
import { answer, radio, walk } from "./support/walk.mjs";

for (const site of ["hospital", "practice", "general"]) {
  test(`the first screen of the ${site} page answers five questions in at most 60 words`, async () => {
    const page = await open({ site });
    for (const language of ["fr", "en"]) {
      await page.read(language);
      const answers = await page.run(() => [...document.querySelector("#start ul").children].map((li) => li.innerText));
      assert.equal(answers.length, 5);
      const number = count(`${await page.text("h1")} ${answers.join(" ")}`);
      assert.ok(number <= 60, `${number} words in ${language}`);
    }
  });
}

test("a patient reads, answers, asks, changes, clears and erases with the mouse, in French and then in English", async () => {
  const page = await open();
  assert.equal(await page.run(() => document.documentElement.lang), "fr");
  await walk(page, "fr");
  await page.read("en");
  await walk(page, "en");
});

test("missing facts are shown as “Non communiqué par l’établissement”", async () => {
  const page = await open();
  await page.click("#use-emergency-triage_more > summary");
  assert.match(await page.visible("#use-emergency-triage"), /Non communiqué par l'établissement/);
});

test("a switch of language keeps answers, open parts, focus and place, changes the title, and asks for nothing", async () => {
  const page = await open();
  const asked = await page.allLoaded();
  await page.click("#use-mammography summary");
  await answer(page, "use-consultation-notes", "recording", "talk-first");
  await page.click("label[for=ask-_talk]");
  await answer(page, "reuse-research", "reuse", "no");
  // From the keyboard shortcut of a script, so that neither focus nor place move before.
  const where = () => ({
    focus: document.activeElement.id,
    ticked: [...document.querySelectorAll("input:checked:not([id^=here-], [data-picture])")].map((input) => input.id),
    open: [...document.querySelectorAll("details[open]")].map((details) => details.id),
  });
  const top = (id) => document.getElementById(id).getBoundingClientRect().top;
  const french = await page.run(where);
  const [title, height] = [await page.run(() => document.title), await page.run(top, "question-research_reuse")];
  assert.equal(french.focus, radio("reuse-research", "reuse", "no"));

  await page.run(() => document.querySelector("nav a[hreflang=en]").click());
  await page.until(() => document.documentElement.lang === "en");
  assert.deepEqual(await page.run(where), french);
  const moved = Math.abs((await page.run(top, "question-research_reuse")) - height);
  assert.ok(moved <= 2, `what was being read moved by ${moved} pixels`);
  assert.notEqual(await page.run(() => document.title), title);
  assert.match(await page.run(() => document.title), /^AI in your care/);
  const sheet = await page.sheet();
  const word = words("en");
  for (const heading of ["sheet_talk", "sheet_objected", "sheet_asked"]) assert.equal(sheet[word[heading]]?.length, 1);

  await page.read("fr");
  assert.deepEqual((await page.run(where)).ticked, french.ticked);
  assert.equal(await page.run(() => document.title), title);
  assert.ok(await page.run(() => document.activeElement === document.querySelector(".how > summary")), "the focus is where the languages were");
  assert.deepEqual(page.requests.slice(asked), []);
});
