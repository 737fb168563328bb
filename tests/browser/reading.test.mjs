// Reading: the two levels, hard words, the quiz, the figures, and the questions to take along.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Key, open } from "./support/page.mjs";
import { plain, words } from "./support/text.mjs";
import { answer } from "./support/walk.mjs";

const word = words("fr");
const pick = (about, group, value) => `to-ask-${about}-${group}_${value}`;

test("a switch of level keeps answers, open parts and place, shows other words, and asks for nothing", async () => {
  const page = await open();
  const asked = await page.allLoaded();
  await page.click("#use-mammography summary");
  await answer(page, "reuse-research", "reuse", "no");
  const said = () => page.run(() => ({
    ticked: [...document.querySelectorAll("input:checked:not([id^=here-], [data-picture])")].map((input) => input.id),
    open: [...document.querySelectorAll("details[open]")].map((details) => details.id),
  }));
  const [before, clear] = [await said(), await page.text("#use-mammography")];
  await page.readAt("simple");
  assert.deepEqual(await said(), before);
  assert.notEqual(await page.text("#use-mammography"), clear);
  assert.ok(await page.run(() => document.activeElement === document.querySelector(".how > summary")), "the focus is where the versions were");
  assert.equal((await page.sheet())[word.sheet_objected].length, 1);
  assert.match(await page.text("#paper"), /version simplifiée/, "the sheet says which text was read");

  await page.read("en");
  assert.equal(await page.run(() => document.querySelector(".document").dataset.level), "simple", "a language keeps the level");
  await page.read("fr");
  await page.readAt("clear");
  assert.equal(await page.text("#use-mammography"), clear);
  assert.deepEqual(page.requests.slice(asked), []);
});

test("at the simple level every sentence stands on a line of its own", async () => {
  const page = await open({ path: "/fr/simple/" });
  await page.unfold();
  const crowded = await page.run(() => {
    const lines = [...document.querySelectorAll("#care .sentence")];
    return lines.filter((line) => getComputedStyle(line).display !== "block").map((line) => line.textContent);
  });
  assert.deepEqual(crowded, []);
  assert.ok((await page.run(() => document.querySelectorAll("#care .sentence").length)) > 100);
});

test("a hard word shows its meaning where it stands, with the mouse and with the keyboard, and folds it again", async () => {
  const page = await open();
  await page.click("#use-mammography_card > summary");
  const link = await page.find("#use-mammography a.term");
  const shown = () => page.run((link) => {
    const meaning = document.querySelector(".looked-up");
    return { text: meaning?.textContent, beside: meaning?.parentElement.contains(link), open: link.ariaExpanded };
  }, link);
  const means = plain(await page.run((link) => {
    return document.getElementById(link.getAttribute("href").slice(1)).nextElementSibling.textContent;
  }, link));
  const place = await page.run(() => location.hash);

  await link.click();
  const { text, beside, open: expanded } = await shown();
  assert.ok(plain(text).endsWith(means) && beside, "the meaning stands with the word");
  assert.equal(expanded, "true");
  assert.ok((await page.text("[data-erased]")).endsWith(means), "a screen reader hears it");
  assert.equal(await page.run(() => location.hash), place, "the reader stays where they are");
  await link.sendKeys(Key.ENTER);
  assert.deepEqual(await shown(), { text: null, beside: null, open: "false" });
  await link.sendKeys(Key.ENTER);
  assert.equal(plain((await shown()).text), plain(text));

  await page.erase();
  assert.equal((await shown()).text, null, "erasing leaves nothing that was looked up");
});

test("without the program a hard word leads to its place in the glossary, which is seen and open", async () => {
  const page = await open({ path: "/fr/" });
  const id = (await page.run(() => document.querySelector("#care a.term").getAttribute("href"))).slice(1);
  await page.click("#care a.term");
  await page.until((id) => {
    const { top, bottom } = document.getElementById(id).getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }, id);
  // A page without a script comes unfolded: no script could open it for paper.
  assert.ok(await page.run((id) => document.getElementById(id).parentElement.open, id));
});

test("every hard word on every page leads to a term of the glossary, and the glossary is in the order of the alphabet", async () => {
  for (const path of ["/fr/", "/fr/simple/", "/en/", "/en/simple/"]) {
    const page = await open({ path });
    const [lost, names] = await page.run(() => [
      [...document.querySelectorAll("a.term")].map((link) => link.hash.slice(1)).filter((id) => !document.getElementById(id)),
      [...document.querySelectorAll("#glossary summary")].map((one) => one.firstChild.textContent),
    ]);
    assert.deepEqual(lost, [], path);
    assert.ok(names.length >= 40, `${names.length} terms on ${path}`);
    const collator = new Intl.Collator(path.slice(1, 3), { ignorePunctuation: true });
    const unsorted = names.filter((name, at) => at > 0 && collator.compare(names[at - 1], name) > 0);
    // Spaces and hyphens may be sorted in more than one way; letters not.
    assert.ok(unsorted.length <= names.length / 20, `${path}: ${unsorted}`);
  }
});

test("the quiz explains every answer, marks nothing, keeps nothing and stands in nobody's way", async () => {
  const page = await open();
  await page.click("#quiz > summary");
  const questions = await page.run(() => document.querySelectorAll("#quiz ol > li").length);
  assert.equal(questions, 8);
  assert.equal(await page.run(() => document.querySelectorAll("#quiz :is(input, button, select)").length), 0);
  await page.click("#quiz .quiz-answer summary");
  const open_ = await page.visible("#quiz .quiz-answer[open]");
  assert.ok(open_.includes(word.quiz_right) || open_.includes(word.quiz_other));
  for (const right of await page.run(() =>
    [...document.querySelectorAll("#quiz ol > li")].map((one) => [...one.querySelectorAll("strong")].map((says) => says.textContent)),
  )) {
    assert.equal(right.map(plain).filter((says) => says === word.quiz_right).length, 1, "one answer is right");
  }
  assert.ok((await page.visible("#paper")).includes(word.sheet_nothing), "the sheet knows nothing of it");
  await answer(page, "reuse-research", "reuse", "no");
  assert.equal((await page.sheet())[word.sheet_objected].length, 1, "no gate before a choice");
});

test("every figure says so many out of 100, and where it comes from", async () => {
  for (const [path, number] of [["/fr/", / sur 100\b/], ["/fr/simple/", / sur 100\b/], ["/en/", / out of 100\b/], ["/en/simple/", / out of 100\b/]]) {
    const page = await open({ path });
    await page.unfold();
    const figures = await page.run(() => [...document.querySelectorAll("#figures li")].map((one) => one.textContent));
    assert.ok(figures.length >= 5);
    for (const figure of figures.map(plain)) {
      assert.match(figure, number);
      assert.doesNotMatch(figure, /[{}%]/);
      assert.match(figure, /\((source :|source:) .+ 20\d\d\)$/);
    }
  }
});

test("questions to ask are picked by use and by worry, stand on the sheet in the language read, and go when all is erased", async () => {
  const page = await open();
  await page.click("#use-mammography summary");
  await page.click(`label[for=${pick("use", "mammography", 1)}]`);
  const worry = await page.run(() => document.querySelector("[data-about=worry]").dataset.group);
  const question = await page.run(() => document.querySelector("[data-about=worry]").value);
  await page.click(`#worry-${worry} > summary`);
  await page.click(`label[for=${pick("worry", worry, question)}]`);
  assert.ok((await page.visible(`#worry-${worry} summary`)).includes(word.picked));

  const asked = async () => (await page.sheet())[words(await page.run(() => document.documentElement.lang)).sheet_to_ask];
  const label = (id) => page.text(`label[for=${id}]`);
  const both = [pick("use", "mammography", 1), pick("worry", worry, question)];
  for (const language of ["fr", "en"]) {
    await page.read(language);
    assert.deepEqual((await page.ticked()).sort(), [...both].sort());
    const lines = await asked();
    assert.equal(lines.length, 2);
    for (const [at, id] of both.entries()) assert.ok(lines[at].includes(await label(id)), `${lines[at]} has ${await label(id)}`);
  }
  await page.read("fr");
  await page.click(`#paper a[href="#use-mammography_more"]`);
  await page.until(() => document.querySelector("#use-mammography_more").open);
  await page.erase();
  assert.deepEqual(await page.ticked(), []);
  assert.equal(await asked(), undefined);
});

test("on the general page there are questions to read, and none to tick for a sheet that is not there", async () => {
  const page = await open({ site: "general" });
  assert.equal(await page.run(() => document.querySelectorAll("input:not([data-picture])").length), 0);
  await page.click("#wishes details[id^=worry-] > summary");
  assert.match(await page.visible("#wishes details[id^=worry-]"), /\?/);
});
