// No violation of WCAG 2.2 A and AA, nor of axe's best practices, that axe-core can find.
import assert from "node:assert/strict";
import { test } from "node:test";
import { everyLook, violations } from "./support/axe.mjs";
import { open } from "./support/page.mjs";
import { clock, living, soon, staff } from "./support/shell.mjs";

for (const language of ["fr", "en"]) {
  test(`axe finds nothing on the hospital's page in ${language}, answered or not`, async () => {
    const page = await open();
    await page.read(language);
    await everyLook(page);
    await page.tickEverything();
    await everyLook(page);
  });
}

test("axe finds nothing on the hospital's page with an Arabic sheet and its code, and with what was kept", async () => {
  const page = await open();
  await page.tickEverything();
  await page.sheetIn("ar");
  for (const press of ["code", "keep"]) await page.click(`[data-do=${press}]`);
  await page.unfold();
  assert.deepEqual(await violations(page), []);
  await page.driver.navigate().refresh();
  await page.until(() => document.documentElement.dataset.app === "live");
  assert.deepEqual(await violations(page), [], "offered");
  await page.click("[data-do=take-up]");
  assert.deepEqual(await violations(page), [], "taken up");
});

for (const [what, options] of Object.entries({
  "the static page in French": { path: "/fr/" },
  "the static page in English": { path: "/en/" },
  "the simplified page in French": { path: "/fr/simple/" },
  "the simplified page in English": { path: "/en/simple/" },
  "the general page": { site: "general" },
})) {
  test(`axe finds nothing on ${what}`, async () => everyLook(await open(options)));
}

test("axe finds nothing on the kiosk's shell: while one waits, on the staff's screen, while the screen is wiped", async () => {
  const page = await open({ path: "/kiosk/", until: null, hold: /visit/ });
  await everyLook(page);
  page.release();
  await living(page);
  // The staff's two minutes and the half minute of a wipe last as long as axe needs.
  await clock(page);
  await staff(page);
  await everyLook(page);
  await page.click("[data-do=clean]");
  await soon(page, () => document.getElementById("cleaning").open);
  await everyLook(page);
  assert.ok(await page.run(() => document.getElementById("cleaning").open));
});
