// What IBM's accessibility-checker-engine finds: a second engine, whose rules were written by other people than axe's.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const engine = readFileSync(createRequire(import.meta.url).resolve("accessibility-checker-engine/ace.js"), "utf8") + ";window.ace = ace;";

/** What the engine finds in the page as it stands: one line each, `kind rule: place message`. `kinds`: VIOLATION is what it is sure of. */
export async function findings(page, kinds = ["VIOLATION"]) {
  if (!(await page.run(() => "ace" in window))) await page.run(engine);
  return page.run(async (kinds) => {
    const { results } = await new window.ace.Checker().check(document, ["WCAG_2_2"]);
    return results.filter(({ value: [kind, found] }) => found !== "PASS" && kinds.includes(kind))
      .map(({ value, ruleId, reasonId, path, message }) => `${value[0]} ${ruleId} ${reasonId}: ${path.dom} ${message}`);
  }, kinds);
}
