// Going through a page with Tab, and whether one sees where one is.
import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { closedAround } from "./tab.mjs";

/** A short name of what has the focus; one name for all answers to a question. Nothing if it is the page as a whole. */
export const focused = (page) => page.run(() => {
  const element = document.activeElement;
  return element === document.body ? null : `${element.localName} ${element.name || element.id || element.textContent}`;
});

/** What is wrong with how the focus shows: without an outline around the element or its block, or covered. */
export const focusHidden = (page) => page.run(() => {
  const element = document.activeElement;
  const outlined = (one) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 3 && !/, 0\)$/.test(outlineColor);
  };
  const wrong = outlined(element) || outlined(element.parentElement) ? [] : ["it has no outline of 3 pixels"];
  const rect = element.getClientRects()[0];
  const middle = (from, to, most) => (Math.max(from, 0) + Math.min(to, most)) / 2;
  const top = document.elementFromPoint(middle(rect.left, rect.right, innerWidth), middle(rect.top, rect.bottom, innerHeight));
  const own = element.contains(top) || top?.closest("label")?.control === element;
  return own ? wrong : [...wrong, `it is covered by ${top?.outerHTML.slice(0, 80)}`];
});

/** One step with Tab: what has the focus then can be seen. */
export async function tab(page, back = false) {
  const keys = page.driver.actions();
  await (back ? keys.keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT) : keys.sendKeys(Key.TAB)).perform();
  const name = await focused(page);
  if (name) assert.deepEqual(await focusHidden(page), [], name);
  return name;
}

/** Goes on, or back, with Tab until something has the focus; opens what it stands in on the way. */
export async function tabTo(page, wanted, back = false) {
  const element = await page.find(wanted);
  for (const line of await page.run(closedAround, element)) {
    await tabUntil(page, line, wanted, back);
    await page.press(Key.ENTER);
  }
  // What was opened lies behind the line that opened it.
  await tabUntil(page, element, wanted, back && !(await page.run((element) => element.closest("details")?.querySelector("summary") === document.activeElement, element)));
}

async function tabUntil(page, element, wanted, back) {
  const stops = await page.run(() => document.querySelectorAll("a[href], button, input, select, summary, textarea").length);
  for (let steps = 0; steps < stops; steps += 1) {
    if (await page.run((element) => document.activeElement === element, element)) return;
    await tab(page, back);
  }
  assert.fail(`Tab does not lead to ${wanted}`);
}
