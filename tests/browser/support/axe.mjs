// What axe-core finds: WCAG 2.2 A and AA, and axe's best practices.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds wrong with the page as it stands: one line each. */
export async function violations(page) {
  if (!(await page.run(() => "axe" in window))) await page.run(axe);
  return page.run(async (tags) => {
    const options = { runOnly: tags, rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] };
    const { violations } = await axe.run(document, options);
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.any[0]?.message ?? ""}`));
  }, tags);
}

/** What axe finds in every window and light, with everything closed and open: the same thing is told once. */
export async function everyLook(page) {
  const found = {};
  for (const unfolded of [false, true]) {
    await page.unfold(unfolded);
    for (const [width, dark] of [[1280, false], [360, true], [1280, true], [360, false]]) {
      await page.look(width, dark);
      const look = `${width} px ${dark ? "dark" : "light"} ${unfolded ? "open" : "closed"}`;
      for (const violation of await violations(page)) (found[violation] ??= []).push(look);
    }
  }
  assert.deepEqual(found, {});
}
