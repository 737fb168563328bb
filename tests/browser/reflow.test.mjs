// Narrow windows, enlarged pages and wider text: nothing is cut, and nobody has to scroll sideways.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cut } from "./support/cut.mjs";
import { open } from "./support/page.mjs";

const PAGES = {
  "the hospital's page": {},
  "the practice's page": { site: "practice" },
  "the general page": { site: "general" },
  "the static page": { path: "/fr/" },
  "the simplified page": { path: "/fr/simple/" },
};

/** What WCAG 1.4.12 lets a reader ask for. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

/** Checks a page closed, open, and with everything ticked, in both languages, with wider spacing or without. */
async function fits(page, spacing = "") {
  for (const language of ["fr", "en"]) {
    if ((await page.run(() => document.documentElement.lang)) !== language) await page.read(language);
    // Static pages are documents of their own, so that each gets it anew. The page's policy allows no other way.
    await page.run((spacing) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(spacing);
      document.adoptedStyleSheets = [sheet];
    }, spacing);
    const spaced = await page.run(() => getComputedStyle(document.querySelector("h1 + *")).wordSpacing !== "0px");
    assert.equal(spaced, spacing !== "");
    for (const open of [false, true]) {
      await page.unfold(open);
      assert.deepEqual(await cut(page), [], `${language}, ${open ? "open" : "closed"}`);
    }
  }
  await page.tickEverything();
  assert.deepEqual(await cut(page), [], "with everything ticked");
}

for (const [what, options] of Object.entries(PAGES)) {
  test(`${what} fits a window of 320 px, closed and open, empty and filled in`, async () => {
    await fits(await open({ ...options, width: 320 }));
  });

  test(`${what} fits a window of 1280 px enlarged four times`, async () => {
    const page = await open(options);
    const zoomed = { width: 1280 / 4, height: 1024 / 4, deviceScaleFactor: 4, mobile: false };
    await page.command("Emulation.setDeviceMetricsOverride", zoomed);
    assert.equal(await page.run(() => innerWidth * devicePixelRatio), 1280);
    await fits(page);
  });

  for (const width of [320, 1280]) {
    test(`${what} at ${width} px loses nothing when a reader widens the spacing of the text`, async () => {
      await fits(await open({ ...options, width }), SPACING);
    });
  }
}
