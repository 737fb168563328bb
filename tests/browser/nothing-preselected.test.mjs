// Nothing is ever answered or asked for by anyone but the patient, and nothing that was said comes back by itself.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./support/page.mjs";
import { words } from "./support/text.mjs";
import { erased } from "./support/walk.mjs";

/** Not a control is ticked, nor would be after a reset, and the sheet says that nothing was said, if there is a program that knows. */
async function nothing(page) {
  assert.deepEqual((await page.ticked()).slice(0, 3), []);
  // A picture to touch shows one of its states from the beginning, as any picture does: it asks nothing and is read by nobody.
  // How large the letters are is said of the size that they have; it is no answer.
  const preset = "input[checked]:not([data-picture]), option[selected], [aria-checked=true], [aria-pressed=true]:not([data-size]), [aria-selected=true]";
  assert.equal(await page.run((preset) => document.querySelectorAll(preset).length, preset), 0);
  assert.ok((await page.run(() => document.querySelectorAll("[type=radio]:not([data-picture])").length)) > 0, "there are questions");
  const language = await page.run(() => document.documentElement.lang);
  const live = await page.run(() => document.documentElement.dataset.app === "live");
  assert.equal((await page.text("#paper")).includes(words(language).sheet_nothing), live, "the sheet says so");
}

for (const site of ["hospital", "practice"]) {
  test(`nothing is ticked when the ${site} page has loaded, nor after a switch of language`, async () => {
    const page = await open({ site });
    await nothing(page);
    for (const language of ["en", "fr"]) {
      await page.read(language);
      await nothing(page);
    }
  });
}

for (const [what, options] of Object.entries({
  "before the program is there": { hold: /\.wasm$/, until: null },
  "with scripts turned off": { scripts: false },
  "on the static page in French": { path: "/fr/" },
  "on the static page in English": { path: "/en/" },
})) {
  test(`nothing is ticked ${what}`, async () => nothing(await open(options)));
}

test("nothing is ticked after everything was erased, in either language", async () => {
  const page = await open();
  await page.tickEverything();
  await page.read("en");
  await page.erase();
  await erased(page, words("en"));
  await nothing(page);
  await page.read("fr");
  await nothing(page);
});

const history = async (page) => {
  await page.run(() => {
    window.same = true;
    addEventListener("pageshow", ({ persisted }) => (window.persisted = persisted));
  });
  await page.driver.get(`${page.url}/fr/`);
  await page.driver.navigate().back();
  // A page that was kept is there a moment before it is told so.
  await page.until(() => location.pathname === "/" && (!window.same || window.persisted !== undefined));
};

// Without scripts nothing can keep a browser from showing, on the way back, the page as it was left.
for (const [what, leave, scripts] of [
  ["the page was loaded again", (page) => page.driver.navigate().refresh(), true],
  ["the page was loaded again without scripts", (page) => page.driver.navigate().refresh(), false],
  ["the page was opened again by its address", (page) => page.driver.get(`${page.url}/`), true],
  ["the page was opened again without scripts", (page) => page.driver.get(`${page.url}/`), false],
  ["the page was left for the static page, and history led back", history, true],
]) {
  test(`nothing is ticked after ${what}`, async () => {
    const page = await open({ scripts });
    await page.tickEverything();
    assert.notDeepEqual(await page.ticked(), []);
    await leave(page);
    await page.until(() => location.pathname === "/" && document.readyState === "complete");
    if (scripts) await page.until(() => document.documentElement.dataset.app === "live");
    await nothing(page);
  });
}
