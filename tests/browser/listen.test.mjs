// Reading aloud on the page and in the embed, with the kiosk's rules: a voice of the device for this language, or no button.
import assert from "node:assert/strict";
import { test } from "node:test";
import { device } from "./support/kiosk.mjs";
import { open } from "./support/page.mjs";
import { words } from "./support/text.mjs";

const FRENCH = [{ lang: "fr-FR", name: "Voix", localService: true, default: true }];
const REMOTE = [{ lang: "fr-FR", name: "Voix", localService: false, default: true }];
const word = words("fr");

let added;

/** The page of somebody whose device has these voices. */
async function withVoices(voices, { path = "/", ...options } = {}) {
  const page = await open({ path, until: null, ...options });
  if (added) await page.command("Page.removeScriptToEvaluateOnNewDocument", { identifier: added });
  added = (await page.command("Page.addScriptToEvaluateOnNewDocument", { source: device(voices) })).identifier;
  await page.go(path);
  await page.until(() => document.documentElement.dataset.app === "live");
  return page;
}

const said = (page) => page.run(() => speechSynthesis.said.map(({ text }) => text));
const buttons = (page) => page.run(() => [...document.querySelectorAll("[data-listen]")].filter((one) => one.checkVisibility()).map((one) => one.textContent));
const openHow = (page) => page.run(() => document.querySelector(".how").setAttribute("open", ""));
/** The voice reports that it has said its sentence. */
const ended = (page) => page.run(() => speechSynthesis.said.at(-1).dispatchEvent(new Event("end")));
const press = (page, where) => page.run((where) => document.querySelector(`${where} [data-listen]`).click(), where);

for (const path of ["/", "/embed/"]) {
  test(`${path}: whoever wants to listen presses one button, and hears what stands on the screen, sentence by sentence`, async () => {
    const page = await withVoices(FRENCH, { path });
    await openHow(page);
    assert.deepEqual(await buttons(page), [word.kiosk_aloud]);
    assert.deepEqual(await said(page), [], "nobody is spoken to without having asked");
    await press(page, ".how");
    await page.until(() => speechSynthesis.said.length === 1);
    const [title] = await said(page);
    assert.equal(title, await page.run(() => document.querySelector("h1").textContent.trim()));
    await ended(page);
    await page.until(() => speechSynthesis.said.length === 2);
  });
}

test("it begins where one reads, not with what was read before", async () => {
  const page = await withVoices(FRENCH);
  await page.run(() => document.querySelector("#rights").scrollIntoView({ behavior: "instant" }));
  await openHow(page);
  await press(page, ".how");
  await page.until(() => speechSynthesis.said.length === 1);
  assert.equal((await said(page))[0], await page.run(() => document.querySelector("#rights h2").textContent.trim()));
});

test("while somebody listens, pause is at hand in the bar, and goes on with the sentence that was interrupted", async () => {
  const page = await withVoices(FRENCH);
  await openHow(page);
  await press(page, ".how");
  await page.until(() => speechSynthesis.said.length === 1);
  await page.run(() => document.querySelector(".how").removeAttribute("open"));
  assert.deepEqual(await buttons(page), [word.aloud_pause]);
  await press(page, ".contents");
  assert.deepEqual(await buttons(page), [word.aloud_resume]);
  await press(page, ".contents");
  await page.until(() => speechSynthesis.said.length === 2);
  const [first, again] = await said(page);
  assert.equal(again, first);
});

test("a voice that would send the text away is none, and a language without a voice has no button", async () => {
  const page = await withVoices(REMOTE);
  await openHow(page);
  assert.deepEqual(await buttons(page), []);
  const other = await withVoices(FRENCH);
  await other.read("en");
  await openHow(other);
  assert.deepEqual(await buttons(other), []);
});

test("in another language nobody goes on reading the first one aloud", async () => {
  const page = await withVoices(FRENCH);
  await openHow(page);
  await press(page, ".how");
  await page.until(() => speechSynthesis.said.length === 1);
  const before = await page.run(() => speechSynthesis.cancelled);
  await page.read("en");
  await page.until((before) => speechSynthesis.cancelled > before, before);
  await ended(page);
  assert.equal((await said(page)).length, 1);
});

test("of a card of the short way only that card is read", async () => {
  const page = await withVoices(FRENCH);
  await page.click("[data-moment=imaging]");
  await page.click(".picked.shown [data-do=walk]");
  await page.until(() => document.querySelector(".walking .walk-now"));
  await openHow(page);
  await press(page, ".how");
  await page.until(() => speechSynthesis.said.length === 1);
  assert.ok(await page.run(() => document.querySelector(".walk-now").textContent.includes(speechSynthesis.said[0].text)));
});
