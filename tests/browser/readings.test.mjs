// The page in the other languages and at the other levels: it comes when this one is in use already, and one that does not come costs
// nobody anything else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./support/page.mjs";
import { register, words } from "./support/text.mjs";
import { answer } from "./support/walk.mjs";

const IS_READING = /^\/[a-z]{2}\.\w+\.txt$/;
const english = words("en");
const french = words("fr");

const says = (page, text) => page.untilSeen(async () => (await page.text("[data-reading-note]")) === text, text);

test("the program is there before any other reading is asked for, and says when everything is there", async () => {
  const page = await open({ hold: IS_READING });
  assert.equal(await page.run(() => document.documentElement.dataset.all ?? ""), "");
  assert.equal(await page.text("[data-all-there]"), "", "not said before it is true");
  await answer(page, "reuse-research", "reuse", "no");
  assert.equal((await page.sheet())[french.sheet_objected].length, 1);
  page.release();
  await page.everythingThere();
  assert.equal(await page.text("[data-all-there]"), french.all_there);
  const paths = page.requests.map(({ path }) => path);
  const last = Math.max(...paths.map((path, at) => (/\.(wasm|bin|js)$/.test(path) ? at : -1)));
  assert.ok(paths.findIndex((path) => IS_READING.test(path)) > last, paths.join(" "));
  assert.equal(paths.filter((path) => IS_READING.test(path)).length, register("hospital").site.languages.length, "each language once");
});

test("they come in the order in which this person may want them: the browser's languages, then the page's own", async () => {
  const page = await open();
  await page.everythingThere();
  const came = page.requests.map(({ path }) => path).filter((path) => IS_READING.test(path)).map((path) => path.split(".")[0]);
  const own = (await page.run(() => navigator.languages)).map((one) => one.split("-")[0]);
  const { languages } = register("hospital").site;
  const likely = [...own, "fr"].filter((one, at, all) => languages.includes(one) && all.indexOf(one) === at);
  assert.deepEqual(came, [...likely, ...languages.filter((one) => !likely.includes(one))].map((one) => `/${one}`));
});

test("who asks for a reading that has not come is told so in its language, and reads it when it comes, with every answer", async () => {
  const page = await open({ hold: IS_READING });
  await answer(page, "reuse-research", "reuse", "no");
  await page.click("nav a[hreflang=en]");
  assert.equal(await page.text("[data-reading-note]"), english.reading_waits);
  assert.equal(await page.run(() => document.querySelector("[data-reading-note]").lang), "en");
  assert.equal(await page.run(() => document.documentElement.lang), "fr", "nothing else has changed");
  await answer(page, "use-consultation-notes", "recording", "yes");
  page.release();
  await page.until(() => document.documentElement.lang === "en");
  const sheet = await page.sheet();
  assert.equal(sheet[english.sheet_objected].length, 1);
  assert.equal(sheet[english.sheet_agreed].length, 1);
  await page.read("fr");
  assert.equal(await page.text("[data-reading-note]"), "", "it is said no longer");
  await page.everythingThere();
  assert.equal(await page.text("[data-all-there]"), french.all_there);
});

test("of two readings that have not come the one that was asked for last is shown", async () => {
  const page = await open({ hold: IS_READING });
  await page.click("nav a[hreflang=en]");
  await page.click("nav a[data-level=simple]");
  page.release();
  await page.until(() => document.querySelector(".document").dataset.level === "simple");
  await page.everythingThere();
  assert.equal(await page.run(() => document.documentElement.lang), "fr");
});

test("a reading that cannot be had is said in its language; everything else goes on, and it may be had later", async () => {
  let missing = true;
  const page = await open({ change: (path, whole) => (missing && path.startsWith("/en.") ? { ...whole, status: 404, headers: { ...whole.headers, "cache-control": "no-store" } } : undefined) });
  await answer(page, "reuse-research", "reuse", "no");
  await page.click("nav a[hreflang=en]");
  await says(page, english.reading_missing);
  assert.ok((await page.visible()).includes(english.reading_missing), "it can be seen");
  assert.equal(await page.run(() => document.documentElement.dataset.app), "live");
  assert.equal(await page.text("[data-all-there]"), "", "not everything is there");
  assert.equal((await page.sheet())[french.sheet_objected].length, 1);
  await page.readAt("simple");
  assert.equal(await page.text("[data-reading-note]"), "");
  missing = false;
  await page.readAt("clear");
  await page.read("en");
  assert.equal((await page.sheet())[english.sheet_objected].length, 1);
});

test("bytes that somebody has changed on the way are not shown, and nothing else is lost with them", async () => {
  const changed = (body) => Buffer.from(body.toString().replace("</main>", "<script>1</script></main>"));
  const page = await open({ change: (path, whole) => (path.startsWith("/fr.") ? { ...whole, body: changed(whole.body) } : undefined) });
  await page.click("nav a[data-level=simple]");
  await says(page, french.reading_missing);
  await page.read("en");
  await answer(page, "reuse-research", "reuse", "no");
  assert.equal((await page.sheet())[english.sheet_objected].length, 1);
});

test("a link that wants another reading shows what it names at once, and the reading when it has come", async () => {
  const page = await open({ hold: IS_READING, path: "/#1.en.s", until: "live" });
  assert.equal(await page.run(() => document.documentElement.lang), "fr");
  page.release();
  await page.until(() => document.documentElement.lang === "en" && document.querySelector(".document").dataset.level === "simple");
});

test("with headers of a time before the style lay in the page, the start loads the style", async () => {
  const before = (policy) => policy.replace(" 'unsafe-inline'", "");
  const page = await open({ change: (path, whole) => {
    const policy = whole.headers["content-security-policy"];
    return path === "/" ? { ...whole, headers: { ...whole.headers, "content-security-policy": before(policy) } } : undefined;
  } });
  await page.until(() => getComputedStyle(document.documentElement).getPropertyValue("--ink") !== "");
  assert.equal(page.requests.filter(({ path }) => /^\/style\.\w+\.css$/.test(path)).length, 1);
});

test("the style in the page is all it looks like: the file is not asked for", async () => {
  const page = await open();
  await page.everythingThere();
  assert.deepEqual(page.requests.filter(({ path }) => /\.css$/.test(path)), []);
  assert.notEqual(await page.run(() => getComputedStyle(document.documentElement).getPropertyValue("--ink")), "");
});
