// Keeping one's answers on one's own device: only after a press, never shown again unasked, never carried to another text,
// gone when erased, and without an error where it is refused.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./support/page.mjs";
import { changed } from "./support/site.mjs";
import { fill, plain, words } from "./support/text.mjs";
import { answer, radio } from "./support/walk.mjs";

const word = words("fr");
const KEY = "eclaire/hopital-exemple";
const SAID = [
  radio("use-consultation-notes", "recording", "yes"), radio("reuse-research", "reuse", "no"),
  radio("reuse-national-data", "reuse", "talk-first"), "ask-_talk", "ask-mammography_other_opinion",
].sort();

/** Everything that a page can keep on a device, by name. */
const device = (page) => page.run(async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await indexedDB.databases()).map(({ name }) => name),
  ...(await caches.keys()), ...document.cookie.split(";").filter(Boolean),
]);

const ticked = async (page) => (await page.ticked()).sort();
const today = (page) => page.run(() => new Date().toLocaleDateString("fr-FR", { dateStyle: "long" }).replace(/^1 /, "1er "));

async function say(page) {
  await page.run((said) => said.forEach((id) => document.getElementById(id).click()), SAID);
  assert.deepEqual(await ticked(page), SAID);
}

/** The page is loaded again, at the same address. */
async function comeBack(page) {
  await page.driver.navigate().refresh();
  await page.until(() => document.documentElement.dataset.app === "live");
}

/** Something is offered, and nothing of it is shown. */
async function offered(page) {
  assert.deepEqual(await ticked(page), []);
  assert.ok((await page.text("#paper")).includes(word.sheet_nothing));
  const offer = await page.visible("#found-place");
  assert.ok(offer.includes(fill(word.kept_found, { date: await today(page) })), offer);
}

/** A page on which something was said and kept. */
async function kept(options) {
  const page = await open(options);
  await say(page);
  await page.click("[data-do=keep]");
  return page;
}

test("nothing is kept before the press; the press keeps one thing, and says where, since when, and how to remove it", async () => {
  const page = await open();
  await say(page);
  await page.click("[data-do=code]");
  await page.read("en");
  await page.readAt("simple");
  assert.deepEqual(await device(page), []);
  await page.read("fr");
  await page.readAt("clear");
  const means = await page.visible("#sheet .keeping");
  assert.ok(means.includes(word.keep_means), means);
  await page.click("[data-do=keep]");
  assert.deepEqual(await device(page), [KEY]);
  assert.equal((await page.visible("#kept-place")).replace(word.forget, "").trim(), fill(word.kept, { date: await today(page) }));
  assert.deepEqual(await page.complaints(), []);
});

test("kept answers are not shown before they are taken up; then they come back, on the controls and on the sheet", async () => {
  const page = await kept();
  const sheet = await page.sheet();
  await comeBack(page);
  await offered(page);
  await page.click("[data-do=take-up]");
  assert.deepEqual(await ticked(page), SAID);
  assert.deepEqual(await page.sheet(), sheet);
  assert.ok((await page.visible("#found-place")).includes(word.changes_none));
  assert.equal(await page.run(() => document.activeElement.id), "found-place", "the focus is where the news is");
  assert.deepEqual(await page.complaints(), []);
});

test("for whom one answered comes back with the answers", async () => {
  const page = await open();
  await say(page);
  await page.click("label[for=behalf-my-child]");
  await page.click("[data-do=keep]");
  await comeBack(page);
  await page.click("[data-do=take-up]");
  assert.ok((await page.ticked()).includes("behalf-my-child"), "answers for a child do not become someone else's");
});

test("what is changed, cleared or said after the press is kept, too", async () => {
  const page = await kept();
  await answer(page, "reuse-research", "reuse", "yes");
  await page.click("#question-national-data_reuse button.clear");
  await page.click("label[for=ask-_explanation]");
  const now = await ticked(page);
  await page.read("en");
  await comeBack(page);
  await page.click("[data-do=take-up]");
  // They were read in English last: its words come first.
  await page.untilSeen(async () => (await page.ticked()).length > 0, "taken up");
  assert.deepEqual(await ticked(page), now);
});

test("what is changed, cleared or said after taking up is kept, too: a yes that was taken back is not offered again", async () => {
  const page = await kept();
  await comeBack(page);
  await page.click("[data-do=take-up]");
  assert.ok((await page.visible("#kept-place")).includes(fill(word.kept, { date: await today(page) })), "the page says so");
  await page.click("#question-consultation-notes_recording button.clear");
  await answer(page, "reuse-research", "reuse", "yes");
  await page.click("label[for=ask-_talk]");
  const now = await ticked(page);
  assert.equal(now.length, SAID.length - 2);
  assert.ok((await page.visible("#found-place")).includes(word.changes_none), "what was said of the text stays in sight");
  await comeBack(page);
  await offered(page);
  await page.click("[data-do=take-up]");
  assert.deepEqual(await ticked(page), now);
  assert.deepEqual(await page.complaints(), []);
});

test("an answer given before taking up is not overwritten, and is kept", async () => {
  const page = await kept();
  await comeBack(page);
  await answer(page, "reuse-research", "reuse", "talk-first");
  await page.click("[data-do=take-up]");
  const now = await ticked(page);
  assert.ok(now.includes(radio("reuse-research", "reuse", "talk-first")) && now.includes("ask-_talk"), `${now}`);
  await comeBack(page);
  await page.click("[data-do=take-up]");
  assert.deepEqual(await ticked(page), now);
});

test("as long as something from another day is offered, nothing is kept in its place", async () => {
  const page = await kept();
  const drawer = () => page.run((key) => localStorage.getItem(key), KEY);
  const before = await drawer();
  await comeBack(page);
  await page.run(() => document.querySelector("[data-do=keep]").click());
  await answer(page, "reuse-research", "reuse", "yes");
  await page.run(() => document.querySelector("[data-do=keep]").click());
  assert.equal(await drawer(), before);
  const sheet = await page.visible("#sheet .keeping");
  for (const said of [fill(word.kept_found, { date: await today(page) }), word.take_up, word.forget]) {
    assert.ok(sheet.includes(said), `on the sheet, in place of the button: ${sheet}`);
  }
  assert.ok(!sheet.includes(word.keep) && !sheet.includes(word.keep_means), sheet);

  await page.click("#sheet [data-do=forget]");
  assert.deepEqual(await device(page), []);
  await page.click("[data-do=keep]");
  assert.notEqual(await drawer(), before);

  // And what was kept meanwhile in another window.
  await comeBack(page);
  await page.click("#sheet [data-do=forget]");
  await page.run((key, text) => localStorage.setItem(key, text), KEY, before);
  await page.click("[data-do=keep]");
  assert.equal(await drawer(), before);
  assert.ok((await page.visible("#kept-place")).includes(word.take_up));
  assert.equal(await page.run(() => document.activeElement.id), "kept-place", "the focus is where the news is");
  await page.click("#kept-place [data-do=take-up]");
  assert.deepEqual(await ticked(page), SAID);
  assert.deepEqual(await page.complaints(), []);
});

test("what another window has kept meanwhile is offered and said, and not written over", async () => {
  const page = await kept();
  const others = await page.run((key) => localStorage.getItem(key), KEY);
  // This window goes on; the other one had kept something else before.
  await answer(page, "reuse-research", "reuse", "yes");
  await page.run((key, others) => localStorage.setItem(key, others), KEY, others);
  await page.click("label[for=ask-_explanation]");
  assert.equal(await page.run((key) => localStorage.getItem(key), KEY), others, "it lies there as it was");
  const said = await page.visible("#kept-place");
  assert.ok(said.includes(word.kept_meanwhile), said);
  assert.ok(said.includes(fill(word.kept_found, { date: await today(page) })), said);
  // What was removed in the other window is not put back unasked.
  await page.click("#kept-place [data-do=take-up]");
  await page.run((key) => localStorage.removeItem(key), KEY);
  await page.click("label[for=ask-_explanation]");
  assert.deepEqual(await device(page), []);
  assert.deepEqual(await page.complaints(), []);
});

test("at a newer text each thing is told that is new, changed or gone, and no answer goes to a changed text", async () => {
  const page = await kept();
  const title = (id) => page.text(`#${id}_title`);
  const [mammography, before] = [await title("use-mammography"), await title("reuse-research")];
  const newer = changed("hospital", (register) => {
    register.site.notice.version = "2.0";
    register.uses = register.uses.filter(({ id }) => id !== "mammography");
    register.uses.unshift({ id: "care-robot", catalogue: "care-robot" });
    register.reuses.find(({ id }) => id === "research").kept.fr = "Cinquante ans.";
  });
  page.become(await page.serve(newer));
  await comeBack(page);
  await offered(page);
  await page.click("[data-do=take-up]");
  const changes = await page.run(() => [...document.querySelectorAll("#found-place .changes li")].map((one) => one.textContent));
  assert.deepEqual(changes.map(plain), [
    `${await title("use-care-robot")} – ${word.change_new}`,
    `${before} – ${word.change_changed}${fill(word.change_before, { answer: word.answer_object })}`,
    `${mammography} – ${word.change_gone}${fill(word.change_before, { answer: word.request_other_opinion })}`,
  ]);
  const stands = SAID.filter((id) => !/research|mammography/.test(id));
  assert.deepEqual(await ticked(page), stands, "what has not changed is carried, and nothing else");
  const research = (await page.sheet())[word.sheet_open].filter((line) => line.includes(before));
  assert.equal(research.length, 1, "the changed one is open");

  await page.click("label[for=ask-_explanation]");
  const still = await page.run(() => [...document.querySelectorAll("#found-place .changes li")].map((one) => one.textContent));
  assert.deepEqual(still, changes, "whoever answers anew still sees what has changed");
  await comeBack(page);
  await page.click("[data-do=take-up]");
  assert.ok((await page.visible("#found-place")).includes(word.changes_none), "kept anew, nothing has changed since");
  assert.deepEqual(await ticked(page), [...stands, "ask-_explanation"].sort());
});

for (const [what, press] of Object.entries({
  "“remove” beside the button": (page) => page.click("#kept-place [data-do=forget]"),
  "“remove” after coming back": async (page) => (await comeBack(page), await page.click("#found-place [data-do=forget]")),
  "“remove” after taking up": async (page) => {
    await comeBack(page);
    await page.click("[data-do=take-up]");
    await page.click("#found-place [data-do=forget]");
  },
  "“erase all my answers”": (page) => page.erase(),
  "“erase all my answers” after coming back": async (page) => (await comeBack(page), await page.erase()),
})) {
  test(`${what} empties the drawer, and nothing is offered again`, async () => {
    const page = await kept();
    await press(page);
    assert.deepEqual(await device(page), []);
    await comeBack(page);
    assert.equal(await page.text("#found-place"), "");
    assert.deepEqual(await page.complaints(), []);
  });
}

test("another site at the same address finds nothing, and leaves what is kept where it is", async () => {
  const page = await kept();
  page.become(await page.serve("practice"));
  await comeBack(page);
  assert.equal(await page.text("#found-place"), "");
  await page.erase();
  assert.deepEqual(await device(page), [KEY]);
});

test("the Back button brings back the page without the answers, and what was kept is offered again", async () => {
  const page = await kept();
  await page.run(() => {
    window.same = true;
    addEventListener("pageshow", ({ persisted }) => (window.persisted = persisted));
  });
  await page.driver.get(`${page.url}/fr/`);
  await page.driver.navigate().back();
  await page.until(() => location.pathname === "/" && document.documentElement.dataset.app === "live");
  // A page that was kept is there a moment before it is told so.
  await page.until(() => !window.same || window.persisted !== undefined);
  assert.deepEqual(await page.run(() => [window.same, window.persisted]), [true, true], "the browser kept the page");
  await offered(page);
  assert.equal(await page.text("#kept-place"), await page.text("#found-place"), "it is offered; nothing says that it is this visit's");
  await page.click("[data-do=take-up]");
  assert.deepEqual(await ticked(page), SAID);
});

test("what the page says about keeping stays when a hard word is looked up, and follows a switch of language", async () => {
  const page = await kept();
  const says = await page.text("#kept-place");
  await page.click("#care a.term");
  assert.equal(await page.text("#kept-place"), says, "the meaning of a word does not take its place");
  await answer(page, "reuse-research", "reuse", "yes");
  await page.read("en");
  assert.ok((await page.text("#kept-place")).includes(words("en").forget));
  assert.deepEqual(await page.complaints(), []);
});
