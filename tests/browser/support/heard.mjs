// What a screen reader says, as guidepup's virtual one works it out from the page: roles, names, states and their order.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

// The package names what a browser takes by a way that `require` does not go.
const folder = join(createRequire(import.meta.url).resolve("@guidepup/virtual-screen-reader/package.json"), "../lib/esm");
const code = readFileSync(join(folder, "index.browser.js"), "utf8");
const [given] = code.match(/export\s*\{[^}]*\};/);
/** As a script instead of a module: the page's own policy lets none of them in from elsewhere. */
const script = code.replace(given, `;window.screenReader = ${given.match(/([$\w]+) as virtual\b/)[1]};`);

/** What is said from the beginning of a part of the page to its end, a line each. */
export async function heard(page, selector) {
  if (!(await page.run(() => "screenReader" in window))) await page.run(script);
  return page.run(async (selector) => {
    const reader = window.screenReader;
    await reader.start({ container: document.querySelector(selector) });
    const first = await reader.lastSpokenPhrase();
    // After the end it begins anew.
    do await reader.next(); while ((await reader.lastSpokenPhrase()) !== first && (await reader.spokenPhraseLog()).length < 400);
    const said = await reader.spokenPhraseLog();
    await reader.stop();
    return said.slice(0, -1);
  }, selector);
}

/** What is said by itself while something is done: live regions. */
export async function announced(page, act) {
  if (!(await page.run(() => "screenReader" in window))) await page.run(script);
  await page.run(async () => {
    await window.screenReader.start({ container: document.body });
    await window.screenReader.clearSpokenPhraseLog();
  });
  await act();
  return page.run(async () => {
    await new Promise((done) => setTimeout(done, 300));
    const said = await window.screenReader.spokenPhraseLog();
    await window.screenReader.stop();
    return said.filter((one) => /^(polite|assertive): /.test(one));
  });
}
