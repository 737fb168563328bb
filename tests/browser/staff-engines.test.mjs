// The staff's paths in the other engines: the practice's page, the register editor. The desk's goes with the patients' path
// (engines.test.mjs).
import assert from "node:assert/strict";
import { test } from "node:test";
import { shows, type, writeSmallPractice } from "./support/editor.mjs";
import { CANNOT, ENGINES, openIn } from "./support/engines.mjs";
import { Key } from "./support/page.mjs";
import { scanned } from "./support/paper.mjs";
import { eclaire } from "./support/site.mjs";
import { fill, words } from "./support/text.mjs";

const practice = words("fr", "practice");
const patients = words("fr");
const { ARROW_DOWN, ENTER, SPACE } = Key;

for (const engine of ENGINES) {
  test(`${engine}: a GP finds and ticks what was used with the keyboard alone, and has the link, the square, and the line for the file`, async () => {
    const page = await openIn(engine, { site: "practice", path: "/practice/", until: "live" });
    await page.allLoaded();
    const focus = (wanted) => page.until((wanted) => [document.activeElement.id, document.activeElement.dataset.copy].includes(wanted), wanted);
    await focus("search");
    await page.press("ecg", ARROW_DOWN, SPACE);
    await focus("used-ecg-reading");
    await page.press("peau", ARROW_DOWN, SPACE);
    await focus("used-skin-images");
    assert.deepEqual((await page.ticked()).filter((id) => id.startsWith("used-")), ["used-ecg-reading", "used-skin-images"]);
    await page.press(ENTER);
    await focus("link");
    await page.press(ENTER);
    const link = await page.text("#text-link");
    await page.until((...said) => said.includes(document.querySelector("#copied").textContent.replace(/’/g, "'")), practice.copied, practice.selected);
    assert.equal(await page.run(() => getSelection().toString()), link, "what is copied, or selected to be, is the link");
    const line = await page.text("#text-line");
    for (const part of ["(ECG)", fill(practice.line_handed, { what: practice.handed_link })]) assert.ok(line.includes(part), line);
    if (!CANNOT[engine].print) assert.deepEqual(scanned(await page.pdf()), [link], "the square on the slip is the link");
    assert.deepEqual(page.asked(), []);
    assert.equal(page.violations(), 0);
    await page.driver.get(link);
    await page.says("live");
    const named = await page.run(() => [...document.querySelectorAll("#named-place a")].map((one) => one.getAttribute("href")));
    assert.deepEqual(named, ["#use-ecg-reading", "#use-skin-images"]);
  });

  test(`${engine}: a register is written from nothing, a problem leads to its field, a reload loses nothing, and what is saved has no error`, async () => {
    const page = await openIn(engine, { site: "practice", path: "/register/", until: "live" });
    await page.allLoaded();
    await page.click("[data-begin=empty]");
    await page.until(() => Boolean(document.querySelector("#preview")?.contentDocument?.querySelector(".document")));
    await writeSmallPractice(page);
    await shows(page, "Cabinet de la Gare", ".site-name");
    await shows(page, patients.not_told_practice, "#use-chest-xray .not-told");

    const wrong = "uses[0].in_use_since";
    await type(page, wrong, "hier");
    await page.click("[data-panel=problems]");
    await page.until((path) => document.querySelector(`#errors [data-jump="${path}"]`), wrong);
    await page.run((path) => document.querySelector(`#errors [data-jump="${path}"]`).focus(), wrong);
    await page.press(ENTER);
    await page.until((path) => document.activeElement.dataset.path === path, wrong);
    await type(page, wrong, "2026-11");
    await page.until(() => !document.querySelector("#errors .jump"));
    assert.deepEqual(page.asked(), []);

    // The last letters are kept too, however soon the page goes.
    await type(page, "uses[0].product", "Exemple-Rayon");
    await page.driver.navigate().refresh();
    await page.says("live");
    await page.click("[data-do=take-up]");
    await page.until(() => document.querySelector('[data-look="uses[0]"]'));
    await page.click('[data-look="uses[0]"]');
    assert.equal(await page.run(() => document.querySelector('[data-path="uses[0].product"]').value), "Exemple-Rayon");
    await shows(page, "Exemple-Rayon", "#use-chest-xray bdi");

    await page.click("[data-panel=files]");
    const { file, text } = await page.saved("[data-save=register]");
    assert.match(eclaire("check", file), /: 0 errors, \d+ gaps/);
    const { site, uses } = JSON.parse(text);
    assert.deepEqual([site.id, uses[0].id, uses[0].product, uses[0].in_use_since], ["cabinet-de-la-gare", "chest-xray", "Exemple-Rayon", "2026-11"]);
    assert.equal(page.violations(), 0);
  });
}
