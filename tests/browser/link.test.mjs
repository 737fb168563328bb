// The link: read once and taken out of the address; the page begins with what it names, and does nothing else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { everyLook } from "./support/axe.mjs";
import { cut } from "./support/cut.mjs";
import { open } from "./support/page.mjs";
import { fill, words } from "./support/text.mjs";

// Two uses of the practice; the codes are those of tests/fixtures/links.
const USES = ["ecg-reading", "skin-images"];
const NAMED = "8y9t98";

const opened = (fragment, options) => open({ site: "practice", path: `/#${fragment}`, until: "live", ...options });
const named = (page) => page.run(() => [...document.querySelectorAll("#named-place a")].map((link) => link.getAttribute("href")));
/** Whether the page is read so. A reading other than the page's own comes when the program is there already. */
const isRead = (language, level) =>
  document.documentElement.lang === language && document.querySelector(".document").dataset.level === level;
const address = (page) => page.run(() => [location.hash, location.pathname, history.length]);

test("a link opens the page in its language, at its level, with what was used before everything else", async () => {
  for (const [fragment, language, level] of [["1.fr.c", "fr", "clear"], ["1.fr.s", "fr", "simple"], ["1.en.c", "en", "clear"], ["1.en.s", "en", "simple"]]) {
    const page = await opened(`${fragment}.${NAMED}`);
    await page.until(isRead, language, level);
    assert.deepEqual(await named(page), USES.map((id) => `#use-${id}`));
    assert.equal(await page.text("#named-title"), words(language).named_title);
    assert.equal(await page.run(() => document.querySelector("#start > h1").nextElementSibling.id), "named-place");
    assert.deepEqual(await page.complaints(), []);
  }
});

test("the link is in no address, no history and no request after it was read", async () => {
  const page = await opened(`1.en.s.${NAMED}`);
  const [hash, path, length] = await address(page);
  assert.deepEqual([hash, path], ["", "/"]);
  assert.ok(!page.requests.some(({ path }) => path.includes(NAMED)), "the server was told");
  await page.driver.navigate().refresh();
  await page.until(() => document.documentElement.dataset.app === "live");
  assert.deepEqual(await named(page), [], "read once");
  assert.deepEqual(await address(page), ["", "/", length], "no entry more in the history");
});

test("following what the link names tells its name to no address and no history, and the Back button leads back to the list", async () => {
  const page = await opened(`1.fr.c.${NAMED}`);
  await page.tickEverything();
  const ticked = await page.ticked();
  await page.click("#named-place a");
  await page.until(() => document.activeElement.id === "use-ecg-reading");
  await page.until(() => Math.abs(document.getElementById("use-ecg-reading").getBoundingClientRect().top) < innerHeight / 2);
  assert.deepEqual((await address(page)).slice(0, 2), ["", "/"]);
  await page.run(() => history.back());
  await page.until(() => document.getElementById("named-place").getBoundingClientRect().bottom > 0);
  assert.deepEqual((await address(page)).slice(0, 2), ["", "/"]);
  assert.deepEqual(await page.ticked(), ticked, "what was said is still there");
});

test("coming back with the Back button shows nothing of the link", async () => {
  const page = await opened(`1.fr.c.${NAMED}`);
  await page.driver.get(`${page.url}/fr/`);
  await page.driver.navigate().back();
  await page.until(() => location.pathname === "/" && document.documentElement.dataset.app === "live");
  await page.until(() => !document.querySelector("#named-place a"));
  assert.equal(await page.run(() => location.hash), "");
});

test("what the page does not recognise is said, and what was lost of the link, and everything else is shown", async () => {
  const page = await opened("1.xx.c.8y9kjh.t98");
  assert.deepEqual(await named(page), USES.map((id) => `#use-${id}`));
  const text = await page.text("#named-place");
  for (const said of [fill(words("fr").named_unknown, { number: 1 }), words("fr").named_unread]) assert.ok(text.includes(said), text);
});

test("a link that was changed on its way is read as far as it goes", async () => {
  for (const behind of [")", ",", ">", " ", "?utm_source=mail", "&fbclid=IwAR0", "\u{ad}", "%C2%AD"]) {
    const page = await opened(`1.en.s.${NAMED}${behind}`);
    await page.until(isRead, "en", "simple");
    assert.deepEqual(await named(page), USES.map((id) => `#use-${id}`), behind);
    assert.ok(!(await page.text("#named-place")).includes(words("en").named_unread), behind);
  }
  const cut = await opened(`1.en.s.${NAMED.slice(0, -2)}`);
  assert.deepEqual(await named(cut), [`#use-${USES[0]}`]);
  assert.ok((await cut.text("#named-place")).includes(words("en").named_unread));
});

test("a link whose # was written %23 leads to the page that was meant", async () => {
  const page = await opened("1.fr.c");
  for (const written of ["%23", "%2523"]) {
    await page.driver.get(`${page.url}/${written}1.en.s.${NAMED}`);
    await page.until(() => location.pathname === "/" && document.documentElement.dataset.app === "live");
    await page.until(() => document.querySelector("#named-place a"));
    assert.deepEqual(await named(page), USES.map((id) => `#use-${id}`), written);
    assert.equal(await page.run(() => document.documentElement.lang), "en");
  }
});

test("at an address where there is nothing two languages say so, with a way to the page", async () => {
  const page = await open({ site: "practice" });
  await page.driver.get(`${page.url}/nowhere`);
  const text = await page.text("main");
  assert.match(text, /Cette adresse ne mène à rien[^]*This address leads nowhere/);
  assert.deepEqual(await cut(page), []);
  await everyLook(page);
  await page.run(() => document.querySelector("main a").click());
  await page.until(() => location.pathname === "/");
});

test("a link of another time, or none at all, leaves a page that works", async () => {
  for (const fragment of ["9.zz", "1", "care", "1.fr.c", `1.fr.c.${"0".repeat(300)}`, "1.%F0%9F%98%80", "theme=accent:0b5563"]) {
    const page = await opened(fragment);
    assert.deepEqual(await named(page), [], fragment);
    assert.deepEqual(await page.complaints(), [], fragment);
    await page.click("#wishes label[for]");
    assert.ok((await page.ticked()).length, fragment);
  }
});

test("opening a link answers nothing, keeps nothing, and is in no code; what was said before stays", async () => {
  const page = await opened(`1.fr.c.${NAMED}`);
  assert.deepEqual(await page.ticked(), []);
  await page.click("[data-do=code]");
  const code = await page.text(".code-text bdi");
  const plain = await open({ site: "practice" });
  await plain.click("[data-do=code]");
  assert.equal(await plain.text(".code-text bdi"), code, "the same code as without a link");
  assert.deepEqual(await plain.run(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ""]);
  await plain.tickEverything();
  const before = await plain.ticked();
  await plain.run((fragment) => { location.hash = fragment; }, `1.en.c.${NAMED}`);
  await plain.until(() => document.documentElement.lang === "en" && document.querySelector("#named-place a"));
  assert.deepEqual(await plain.ticked(), before);
  assert.equal(await plain.run(() => location.hash), "");
  assert.equal(await plain.run(() => document.activeElement.id), "named-place", "what is new has the focus");
});

test("erasing everything takes away what the link named, and it is on no sheet", async () => {
  const page = await opened(`1.fr.c.${NAMED}`);
  await page.tickEverything();
  assert.ok(!(await page.text("#paper")).includes(words("fr").named_title));
  await page.erase("#wishes");
  await page.until(() => !document.querySelector("#named-place a"));
});

test("without the program the fragment changes nothing", async () => {
  const page = await opened(`1.en.s.${NAMED}`, { scripts: false, until: null });
  const { root } = await page.command("DOM.getDocument", {});
  const { nodeId } = await page.command("DOM.querySelector", { nodeId: root.nodeId, selector: "#named-place" });
  const { outerHTML } = await page.command("DOM.getOuterHTML", { nodeId });
  assert.match(outerHTML, /><\/div>$/);
});

test("what a link names is whole at 320 px, and axe finds nothing", async () => {
  const page = await opened(`1.en.s.${NAMED}kjh`, { width: 320 });
  assert.deepEqual(await cut(page), []);
  await everyLook(page);
});
