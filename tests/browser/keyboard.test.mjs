// The whole path with the keyboard alone: every control can be reached, seen and used.
import assert from "node:assert/strict";
import { test } from "node:test";
import { focusHidden, focused, tab, tabTo } from "./support/keyboard.mjs";
import { Key, open } from "./support/page.mjs";
import { words } from "./support/text.mjs";
import { erased, radio } from "./support/walk.mjs";

const word = words("fr");
const LINKS_AND_CONTROLS = "a[href], button, summary, input";
const answers = ["yes", "no", "talk-first"].map((answer) => radio("use-consultation-notes", "recording", answer));
const request = "ask-mammography_other_opinion";

/** Everything that should be a stop, in the order of the page: of the answers to a question one. */
const stops = (page) => page.run((selector) => {
  // How one reads folds as soon as one goes on: its stops are those of the next tests.
  const shown = [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility() && !one.closest(".how-panel"));
  const names = shown.map((one) => `${one.localName} ${one.name || one.id || one.textContent}`);
  return names.filter((name, index) => shown[index].type !== "radio" || names.indexOf(name) === index);
}, LINKS_AND_CONTROLS);

for (const [width, back] of [[1280, false], [360, false], [1280, true], [360, true]]) {
  test(`Tab ${back ? "backwards " : ""}at ${width} px stops once at every control, in sight, and ticks nothing`, async () => {
    const page = await open({ width });
    await page.unfold();
    const all = await stops(page);
    if (back) all.reverse();
    for (const [index, stop] of all.entries()) assert.equal(await tab(page, back), stop, `after ${all[index - 1]}`);
    const after = await tab(page, back);
    assert.ok(after === null || after === all[0], `after the last stop comes ${after}`);
    assert.deepEqual(await page.ticked(), []);
  });
}

test("the skip link is the first stop, and leads past the head of the page", async () => {
  const page = await open();
  await tab(page);
  assert.equal(await focused(page), `a ${word.skip}`);
  await page.press(Key.ENTER);
  await page.until(() => location.hash === "#care");
  await tab(page);
  assert.ok(await page.run(() => document.querySelector("#care").contains(document.activeElement)));
});

test("the answers to a question are one stop, and the arrows go from one to the next", async () => {
  const page = await open();
  await tabTo(page, `#${answers[0]}`);
  await page.press(Key.SPACE);
  assert.deepEqual(await page.ticked(), [answers[0]]);
  const { ARROW_DOWN, ARROW_RIGHT, ARROW_UP, ARROW_LEFT } = Key;
  for (const [key, answer] of [[ARROW_DOWN, 1], [ARROW_RIGHT, 2], [ARROW_DOWN, 0], [ARROW_UP, 2], [ARROW_LEFT, 1]]) {
    await page.press(key);
    assert.deepEqual(await page.ticked(), [answers[answer]]);
    assert.deepEqual(await focusHidden(page), []);
  }
  assert.equal((await page.sheet())[word.sheet_refused]?.length, 1);
  const question = await focused(page);
  assert.notEqual(await tab(page), question, "Tab leaves the answers");
});

test("Enter opens and closes a part, and Space ticks and unticks a request in it", async () => {
  const page = await open();
  const part = "#say-mammography";
  const isOpen = () => page.run((part) => document.querySelector(part).open, part);
  await tabTo(page, `${part} > summary`);
  await page.press(Key.ENTER);
  assert.equal(await isOpen(), true);
  await tabTo(page, `#${request}`);
  await page.press(Key.SPACE);
  assert.deepEqual(await page.ticked(), [request]);
  assert.equal((await page.sheet())[word.sheet_asked]?.length, 1);
  await page.press(Key.SPACE);
  assert.deepEqual(await page.ticked(), []);
  await tabTo(page, `${part} > summary`, true);
  await page.press(Key.ENTER);
  assert.equal(await isOpen(), false);
});

for (const scripts of [true, false]) {
  test(`Enter on an answer or a request submits nothing${scripts ? "" : ", without scripts either"}`, async () => {
    const page = await open({ scripts });
    const address = await page.driver.getCurrentUrl();
    if (scripts) await page.everythingThere();
    const asked = page.requests.length;
    await page.unfold();
    await page.run(() => (window.same = true));
    for (const id of [answers[0], request]) {
      await tabTo(page, `#${id}`);
      await page.press(Key.SPACE);
      const ticked = await page.ticked();
      await page.press(Key.ENTER);
      assert.deepEqual(await page.ticked(), ticked);
    }
    assert.deepEqual(await page.ticked(), [answers[0], request]);
    assert.equal(await page.driver.getCurrentUrl(), address);
    assert.equal(await page.run(() => window.same), true, "it is still the same page");
    assert.deepEqual(page.requests.slice(asked), []);
  });
}

test("an answer is cleared, the sheet is printed, and everything is erased with the keyboard", async () => {
  const page = await open();
  await page.run(() => (window.print = () => (window.printed = (window.printed ?? 0) + 1)));
  await tabTo(page, `#${answers[0]}`);
  await page.press(Key.SPACE, Key.ARROW_DOWN);
  await tabTo(page, ["button", word.clear_answer]);
  await page.press(Key.ENTER);
  assert.deepEqual(await page.ticked(), []);
  assert.equal(await page.run(() => document.activeElement.id), answers[0], "the focus goes back to the question");
  assert.deepEqual(await focusHidden(page), []);

  await page.press(Key.SPACE);
  await tabTo(page, ["#sheet a", word.change]);
  await tabTo(page, ["#sheet button", word.print]);
  await page.press(Key.ENTER, Key.SPACE);
  assert.equal(await page.run(() => window.printed), 2);
  await tabTo(page, "#sheet button.erase");
  await page.press(Key.ENTER);
  assert.equal(await focused(page), `button ${word.erase_spare}`, "one press erases nothing: it asks, and what is safe comes first");
  await page.press(Key.ENTER);
  assert.equal(await focused(page), `button ${word.erase_all}`, "nothing is erased, and the focus is where it was");
  assert.notDeepEqual(await page.ticked(), []);
  await page.press(Key.ENTER);
  await tabTo(page, "#sheet .sure button[type=reset]");
  await page.press(Key.ENTER);
  await erased(page, word);
  assert.equal(await focused(page), `button ${word.erase_all}`, "the focus goes to the button beside");
});

test("a line of the sheet leads back to its question, and Tab goes on from there", async () => {
  const page = await open();
  // An untouched sheet is short on the screen.
  await page.run(() => document.querySelector("#wishes input[type=radio]").click());
  await page.until(() => document.querySelector("#paper:not(.unsaid) a"));
  await tabTo(page, ["#paper a", word.change]);
  const place = await page.run(() => document.activeElement.hash);
  await page.press(Key.ENTER);
  await page.until((place) => location.hash === place, place);
  await tab(page);
  assert.ok(await page.run((place) => document.querySelector(place).contains(document.activeElement), place));
});

test("the language is switched with Enter, there and back, and the focus goes to the line that opens the languages", async () => {
  const page = await open();
  for (const [language, back] of [["en", false], ["fr", true]]) {
    await tabTo(page, `nav a[hreflang=${language}]`, back);
    await page.press(Key.ENTER);
    await page.until((language) => document.documentElement.lang === language, language);
    assert.ok(await page.run(() => document.activeElement === document.querySelector(".how > summary")));
    assert.deepEqual(await focusHidden(page), []);
    await tab(page);
    assert.ok(await page.run(() => document.activeElement === document.querySelector(".contents a")), "Tab goes on from there");
  }
});

test("a browser that does not know :has() shows the focus on an answer and on a request, too", async () => {
  const page = await open();
  await page.unfold();
  await page.run(() => {
    const forget = (rules, parent) => {
      // From the last: what comes behind a rule that goes away has another place then.
      for (let at = rules.length - 1; at >= 0; at -= 1) {
        if (/:has\(/.test(rules[at].selectorText ?? rules[at].conditionText ?? "")) parent.deleteRule(at);
        else if (rules[at].cssRules) forget(rules[at].cssRules, rules[at]);
      }
    };
    [...document.styleSheets].forEach((sheet) => forget(sheet.cssRules, sheet));
  });
  for (const id of [answers[0], request]) await tabTo(page, `#${id}`);
});
