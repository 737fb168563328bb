// Random visits: anything is pressed, in any order, in every form and engine. Nothing that was said is lost, nothing is said by itself.
//
// Here a few walks, always the same. `WALKS=500 SEED=7 node --test tests/browser/walks.test.mjs` walks so many others;
// `ENGINE=webkit` walks in that engine alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINES, openIn } from "./support/engines.mjs";
import { openHost } from "./support/host.mjs";
import { By, open } from "./support/page.mjs";
import * as shell from "./support/shell.mjs";
import { wander } from "./support/wander.mjs";

const STEPS = 30;
/** How long a language may take to come, in milliseconds. */
const WAITS = 20_000;

const erase = async (page) => {
  await page.erase();
  return page.ticked();
};
/** Each form: how it is opened in an engine, how something is run in it, and how a visit ends: with what is still ticked. */
const FORMS = {
  "the page": { begin: (opens) => opens({}), erase },
  "the page of a link": { begin: (opens) => opens({ path: "/#1.fr.c.kjh", until: "live" }), erase },
  "the practice's page": { begin: (opens) => opens({ site: "practice" }), erase },
  "the single file": { begin: (opens) => opens({ path: "/eclaire.html", until: "live" }), erase },
  "a page without its program": {
    begin: (opens) => opens({ path: "/fr/" }),
    erase: async (page) => {
      await page.click("#sheet [type=reset]");
      return page.ticked();
    },
  },
  "the embed": {
    begin: async (opens) => {
      const page = await openHost("plain", { opens });
      await page.untilSeen(async () => {
        await page.driver.switchTo().defaultContent();
        await page.driver.switchTo().frame(await page.driver.findElement(By.css("iframe")));
        return page.run(() => document.documentElement.dataset.all === "there");
      }, "no embed came to life");
      return page;
    },
    erase,
    leave: (page) => page.driver.switchTo().defaultContent(),
  },
  "the kiosk": {
    begin: (opens) => shell.kiosk({ opens }),
    run: shell.runInside,
    erase: async (page) => {
      // Whoever covered the screen last comes back.
      await shell.runInside(page, () => document.querySelector("dialog[open] button")?.click());
      await shell.erase(page);
      return shell.ticked(page);
    },
  },
};

/** Walks that found something once: the form, and the seed. */
const KEPT = [
  // The end of the short way is a short screen, and no blank one.
  { form: "the kiosk", seed: 41002 },
];

const engines = process.env.ENGINE ? ENGINES : ["chromium", ...ENGINES];
const each = Math.max(1, Math.ceil(Number(process.env.WALKS ?? 0) / (engines.length * Object.keys(FORMS).length)));
const first = Number(process.env.SEED ?? 1);

for (const engine of engines) {
  for (const [form, { begin, run = (page, ...what) => page.run(...what), erase, leave }] of Object.entries(FORMS)) {
    const seeds = [...KEPT.filter((one) => one.form === form).map(({ seed }) => seed), ...Array.from({ length: each }, (_, at) => first * 1000 + at)];
    test(`${engine}, ${form}: whatever is pressed, nothing said is lost and nothing is said by itself (${seeds.length} walks)`, async (t) => {
      const page = await begin(engine === "chromium" ? open : (options) => openIn(engine, options));
      let presses = 0;
      for (const seed of seeds) {
        const { pressed, wrong } = await run(page, wander, { seed, steps: STEPS, waits: WAITS });
        assert.deepEqual(wrong, [], `seed ${seed}`);
        presses += pressed;
        assert.deepEqual(await erase(page), [], `seed ${seed}: erased`);
      }
      await leave?.(page);
      t.diagnostic(`${seeds.length} walks, ${presses} presses`);
    });
  }
}

test("a page that loses an answer by itself, ticks one, or complains, is caught by a walk", async () => {
  const faults = {
    "is lost": () => document.querySelectorAll("[id^=answer-]:checked").forEach((one) => (one.checked = false)),
    "is ticked by itself": () => (document.querySelector("[id^=answer-]").checked = true),
    "the console: planted": () => console.warn("planted"),
    "a blank screen": () => (document.querySelector(".document").hidden = true),
  };
  for (const [found, fault] of Object.entries(faults)) {
    const page = await open();
    await page.run(`document.querySelectorAll("summary").forEach((one) => one.addEventListener("click", ${fault}));`);
    const { wrong } = await page.run(wander, { seed: 2, steps: 60, waits: WAITS });
    assert.ok(wrong.some((one) => one.includes(found)), `${found}: ${wrong}`);
  }
});
