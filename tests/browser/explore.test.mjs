// The pictures to touch: by keyboard and by finger, with and without a program, on paper; nothing is answered by them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./support/axe.mjs";
import { focusHidden, tab, tabTo } from "./support/keyboard.mjs";
import { VISIT, kiosk, press, screens } from "./support/kiosk.mjs";
import { Key, open } from "./support/page.mjs";
import { printed } from "./support/paper.mjs";
import { plain, words } from "./support/text.mjs";
import { erased } from "./support/walk.mjs";

const PICTURES = ["reading", "alarms", "less-sure", "my-data"];

/** Which states of a picture can be seen, by their place. */
const seen = (page, picture) => page.run((picture) => {
  const states = [...document.querySelectorAll(`#look-${picture} .look`)];
  return states.flatMap((state, at) => (state.checkVisibility() ? [at] : []));
}, picture);

/** Which buttons of a picture are set, by their place. */
const set = (page, picture) => page.run((picture) => {
  const buttons = [...document.querySelectorAll(`#look-${picture} input`)];
  return buttons.flatMap((button, at) => (button.checked ? [at] : []));
}, picture);

const openPictures = (page) => page.run(() => document.querySelectorAll(".explore").forEach((one) => (one.open = true)));
const first = (picture) => `#look-${picture} input`;
const howMany = (page, picture) => page.run((picture) => document.querySelectorAll(`#look-${picture} input`).length, picture);

for (const [what, options] of Object.entries({
  "with the program": {},
  "with scripts turned off": { scripts: false },
  "on the static page": { path: "/fr/simple/", scripts: false },
})) {
  test(`${what} a picture is opened and gone through with the keyboard alone, one state at a time`, async () => {
    const page = await open(options);
    for (const picture of PICTURES) {
      await tabTo(page, `#look-${picture} > summary`);
      // The static pages come unfolded.
      if (!(await page.run((picture) => document.getElementById(`look-${picture}`).open, picture))) await page.press(Key.ENTER);
      await tab(page);
      while (!(await page.run((first) => document.activeElement.matches(first), first(picture)))) await tab(page);
      const many = await howMany(page, picture);
      for (let at = 0; at < many; at += 1) {
        assert.deepEqual([await seen(page, picture), await set(page, picture)], [[at], [at]], `${picture} ${at}`);
        assert.deepEqual(await focusHidden(page), [], `${picture} ${at}`);
        await page.press(Key.ARROW_DOWN);
      }
      assert.deepEqual(await seen(page, picture), [0], `${picture}: round`);
    }
  });
}

test("what a picture shows is no answer: not on the sheet, not in the code, and erasing puts it back", async () => {
  const page = await open();
  const before = await page.sheet();
  await openPictures(page);
  for (const picture of PICTURES) await page.click(`label[for=look-${picture}-2]`);
  for (const picture of PICTURES) assert.deepEqual(await seen(page, picture), [2], picture);
  assert.deepEqual(await page.ticked(), []);
  assert.deepEqual(await page.sheet(), before);
  // An answer that is given after it changes nothing in the pictures, and the answer alone is said.
  await page.click("label[for=ask-_explanation]");
  assert.deepEqual(await page.ticked(), ["ask-_explanation"]);
  for (const picture of PICTURES) assert.deepEqual(await set(page, picture), [2], picture);
  await page.erase("#wishes");
  await erased(page, words("fr"));
  for (const picture of PICTURES) assert.deepEqual([await seen(page, picture), await set(page, picture)], [[0], [0]], picture);
});

test("a picture is at its first state again when the page was loaded again, with and without scripts", async () => {
  for (const scripts of [true, false]) {
    const page = await open({ scripts });
    await openPictures(page);
    await page.click(`label[for=look-alarms-3]`);
    assert.deepEqual(await set(page, "alarms"), [3]);
    await page.driver.navigate().refresh();
    await page.until(() => document.readyState === "complete");
    assert.deepEqual(await set(page, "alarms"), [0], `scripts: ${scripts}`);
  }
});

for (const [what, options] of Object.entries({ "the page": {}, "the simplified page": { path: "/en/simple/" } })) {
  test(`axe finds nothing in any state of the pictures on ${what}, on a phone and on a desk, in the light and in the dark`, async () => {
    const page = await open(options);
    await openPictures(page);
    // The page around them is looked at in axe.test.mjs.
    const found = {};
    for (const [width, dark] of [[390, false], [390, true], [1280, false], [1280, true]]) {
      await page.look(width, dark);
      for (let at = 0; at < 6; at += 1) {
        await page.run((at) => document.querySelectorAll(`.explore input[id$="-${at}"]`).forEach((one) => one.click()), at);
        for (const violation of await violations(page, ".explore")) (found[violation] ??= []).push(`${width} ${dark} ${at}`);
      }
    }
    assert.deepEqual(found, {});
  });
}

test("the buttons are large enough for a finger, and no state is wider than a phone", async () => {
  for (const width of [320, 390, 820]) {
    const page = await open({ width });
    await openPictures(page);
    for (const picture of PICTURES) {
      for (let at = 0; at < (await howMany(page, picture)); at += 1) {
        await page.click(`label[for=look-${picture}-${at}]`);
        const { height, wide } = await page.run((id) => ({
          height: document.querySelector(`label[for=${id}]`).getBoundingClientRect().height,
          wide: document.documentElement.scrollWidth > innerWidth,
        }), `look-${picture}-${at}`);
        assert.ok(height >= 44, `${picture} ${at} at ${width} px: ${height} px`);
        assert.ok(!wide, `${picture} ${at} at ${width} px is wider than the window`);
      }
    }
  }
});

test("nothing moves, whoever has asked for less motion or not", async () => {
  const page = await open();
  await openPictures(page);
  await page.click("label[for=look-alarms-4]");
  const moving = await page.run(() => {
    const all = [...document.querySelectorAll(".explore, .explore *")];
    const slow = all.filter((one) => getComputedStyle(one).transitionDuration.split(", ").some((time) => parseFloat(time) > 0));
    return [document.getAnimations().length, slow.length];
  });
  assert.deepEqual(moving, [0, 0]);
});

test("from right to left the signs begin at the right, and the image of a body is not turned round", async () => {
  const page = await open();
  await openPictures(page);
  const turned = () => page.run(() => {
    const shown = (selector) => [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
    return [getComputedStyle(shown(".explore .crowd")).transform, getComputedStyle(shown(".explore .image")).transform];
  });
  assert.deepEqual(await turned(), ["none", "none"]);
  await page.run(() => document.querySelector(".document").setAttribute("dir", "rtl"));
  assert.deepEqual(await turned(), ["matrix(-1, 0, 0, 1, 0, 0)", "none"]);
});

test("on paper every state of every picture is printed with its words", async () => {
  const page = await open({ path: "/fr/", scripts: false });
  const expected = await page.run(() => [...document.querySelectorAll(".look > p:first-child, .seen")].map((one) => one.textContent));
  assert.ok(expected.length > 20);
  const bare = (text) => plain(text).replace(/\s+/g, "");
  const paper = bare((await printed(page)).text);
  for (const text of expected) assert.ok(paper.includes(bare(text)), text);
});

test("without a style every state is read, each behind its button", async () => {
  const page = await open({ path: "/en/", scripts: false });
  await page.run(() => document.querySelectorAll("style, link[rel=stylesheet]").forEach((one) => one.remove()));
  const order = await page.run(() => [...document.querySelector("#look-alarms .looks").children].map((one) => [one.localName, one.checkVisibility()]));
  assert.ok(order.length === 15 && order.every(([, shown]) => shown));
  assert.deepEqual(order.map(([name]) => name), Array(5).fill(["input", "label", "div"]).flat());
});

test("at the kiosk a finger chooses, the look of the kiosk leaves it, and who comes next finds the first state", async () => {
  const page = await kiosk();
  await press(page, "begin");
  await press(page, "next");
  assert.deepEqual(await screens(page), ["care"]);
  await page.click("#look-alarms > summary");
  await page.click("label[for=look-alarms-3]");
  assert.deepEqual([await seen(page, "alarms"), await set(page, "alarms")], [[3], [3]]);
  assert.ok((await page.run(() => document.querySelector("label[for=look-alarms-3]").getBoundingClientRect().height)) >= 48);
  // Another screen and back: what the program shows again of itself are its own settings.
  await press(page, "next");
  await press(page, "back");
  assert.deepEqual(await set(page, "alarms"), [3]);
  await press(page, "finish");
  await page.until(() => document.querySelector("#welcome")?.checkVisibility());
  assert.deepEqual(await set(page, "alarms"), [0]);
});

test("at a kiosk whose program never came all states are read and nothing can be chosen that nobody would put back", async () => {
  const page = await kiosk({ scripts: false, path: VISIT });
  await openPictures(page);
  assert.deepEqual(await seen(page, "alarms"), [0, 1, 2, 3, 4]);
  const label = await page.find("label[for=look-alarms-3]");
  await page.driver.actions().move({ origin: label }).click().perform();
  assert.deepEqual(await set(page, "alarms"), [0]);
});
