// A third engine, at level AAA: HTML_CodeSniffer finds nothing but what is answered here. Its doubts are many and are for a person; the 106
// criteria of RGAA are answered one by one in content/accessibility/.
import assert from "node:assert/strict";
import { test } from "node:test";
import { errors } from "./support/htmlcs.mjs";
import { kiosk } from "./support/kiosk.mjs";
import { lookedAt } from "./support/looked-at.mjs";
import { open } from "./support/page.mjs";

/** What it calls an error, and why it is none. */
const ANSWERED = {
  "3_2_2 H32": "a form without a button that sends: nothing is ever sent, it can only be put back",
};

async function clean(page) {
  await page.unfold(true);
  const all = await errors(page);
  assert.deepEqual(all.filter((one) => !Object.keys(ANSWERED).some((code) => one.startsWith(code))).slice(0, 10), []);
}

const MORE = {
  "the page, on a phone": { width: 360 },
  "the page, in the dark": { dark: true },
  "the editor": { path: "/register/", until: "live" },
};
for (const [what, begin] of lookedAt(MORE)) {
  test(`HTML_CodeSniffer finds nothing on ${what}`, async () => clean(await begin()));
}

test("HTML_CodeSniffer finds nothing on what was answered, with an Arabic sheet, and on a kiosk", async () => {
  const page = await open();
  await page.tickEverything();
  await page.click("label[for=sheet-language-ar]");
  await page.until(() => document.getElementById("paper").lang === "ar");
  await clean(page);
  await clean(await kiosk());
});

test("planted faults are found: a contrast that is enough for AA and not for AAA, a button without a name", async () => {
  const page = await open();
  await page.run(() => {
    document.querySelector("main").insertAdjacentHTML("afterbegin", "<p>planted</p><button><i></i></button>");
    // The page's policy takes no style out of markup.
    Object.assign(document.querySelector("main p").style, { color: "#767676", background: "#fff" });
  });
  const found = (await errors(page)).join("\n");
  assert.match(found, /^1_4_6 G17/m);
  assert.match(found, /^4_1_2 H91/m);
});
