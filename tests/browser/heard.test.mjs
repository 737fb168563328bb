// The core path as a screen reader tells it: the transcripts in heard/ were read by a person, and a change in them is to be read again.
// `HEARD=new node --test tests/browser/heard.test.mjs` writes them anew.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { announced, heard } from "./support/heard.mjs";
import { open } from "./support/page.mjs";
import { root } from "./support/site.mjs";
import { answer } from "./support/walk.mjs";

const USE = "use-mammography";

for (const language of ["fr", "en"]) {
  test(`what is heard on the way from the first screen to the sheet, in ${language}`, async () => {
    const page = await open({ width: 390 });
    if (language !== "fr") await page.read(language);
    const parts = [["The first screen", await heard(page, "main > section:first-of-type")]];
    parts.push(["The row of a use", await heard(page, `#${USE} > details > summary`)]);
    await page.click(`#${USE} > details > summary`);
    parts.push(["Its card", await heard(page, `#${USE}`)]);
    const said = await announced(page, () => answer(page, "reuse-research", "reuse", "no"));
    parts.push(["While “I object” is pressed", said]);
    parts.push(["The sheet", await heard(page, "#paper")]);
    const text = parts.map(([title, lines]) => `== ${title}\n${lines.join("\n")}\n`).join("\n").replace(/^(Date ?: ).*$/gm, "$1today");
    const file = join(root, `tests/browser/heard/${language}.txt`);
    if (process.env.HEARD === "new") writeFileSync(file, text);
    assert.equal(text, readFileSync(file, "utf8"));
  });
}
