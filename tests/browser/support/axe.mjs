// What axe-core finds: WCAG 2.2 A and AA, and axe's best practices.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds wrong with the page as it stands, or with the parts of it that a selector names: one line each. */
export async function violations(page, within) {
  if (!(await page.run(() => "axe" in window))) await page.run(axe);
  return page.run(async (tags, within) => {
    const options = { runOnly: tags, rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] };
    const { violations } = await axe.run(within ? { include: [[within]] } : document, options);
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.any[0]?.message ?? ""}`));
  }, tags, within);
}

/** In which windows and lights it looks. What is closed hides what the other two would show, which is looked at open. */
const LOOKS = { closed: [[1280, false], [360, true]], open: [[1280, false], [360, true], [1280, true], [360, false]] };

/** What axe finds in every window and light, with everything closed and open: the same thing is told once. */
export async function everyLook(page) {
  const found = {};
  for (const [state, looks] of Object.entries(LOOKS)) {
    await page.unfold(state === "open");
    for (const [width, dark] of looks) {
      await page.look(width, dark);
      const look = `${width} px ${dark ? "dark" : "light"} ${state}`;
      for (const violation of await violations(page)) (found[violation] ??= []).push(look);
    }
  }
  assert.deepEqual(found, {});
}
