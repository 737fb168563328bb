// Without scripts, or with a program that cannot run, the page stays: readable, tickable, printable.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./support/page.mjs";
import { plain, register, words } from "./support/text.mjs";

const word = words("fr");

async function isReadable(page) {
  const seen = await page.visible();
  for (const key of ["title", "care_title", "rights_title", "wishes_title", "sheet_title", "contacts_title"]) {
    assert.ok(seen.includes(word[key]), `“${word[key]}” can be read`);
  }
  for (const one of register("hospital").uses) {
    const title = await page.visible(`#use-${one.id}_title`);
    assert.ok(title && seen.includes(title), `the use ${one.id} can be read`);
  }
  for (const contact of Object.values(register("hospital").site.contacts)) {
    assert.ok(seen.includes(plain(contact.phone)), `${contact.phone} can be read`);
  }
}

async function isTickable(page) {
  await page.click("label[for=answer-data-warehouse_reuse_no]");
  await page.click("label[for=ask-_talk]");
  assert.deepEqual(await page.ticked(), ["answer-data-warehouse_reuse_no", "ask-_talk"]);
}

async function isForPenAndPaper(page) {
  const seen = await page.visible("#sheet");
  for (const key of ["print_without", "answer_agree", "answer_refuse", "answer_leave", "answer_object", "answer_talk_first"]) {
    assert.ok(seen.includes(word[key]), `the sheet shows “${word[key]}”`);
  }
  assert.ok(!seen.includes(word.print), "a button that would do nothing is not shown");
}

test("with scripts turned off the page can be read, ticked, and filled in by hand", async () => {
  const page = await open({ scripts: false });
  assert.equal(await page.run(() => document.documentElement.dataset.app), "still");
  await isReadable(page);
  await isTickable(page);
  await isForPenAndPaper(page);
});

const withoutWasm = (policy) => policy.replace(/ 'wasm-unsafe-eval'/g, "");
const failures = {
  "a policy without 'wasm-unsafe-eval'": (path, answer) => {
    const headers = { ...answer.headers, "content-security-policy": withoutWasm(answer.headers["content-security-policy"]) };
    const html = headers["content-type"]?.startsWith("text/html");
    return { ...answer, headers, body: html ? Buffer.from(withoutWasm(answer.body.toString())) : answer.body };
  },
  "a missing Wasm file": (path, answer) => path.endsWith(".wasm") && { ...answer, status: 404, body: Buffer.from("") },
  "a damaged Wasm file": (path, answer) => path.endsWith(".wasm") && { ...answer, body: damaged(answer.body) },
  "a missing start": (path, answer) => /boot.*js$/.test(path) && { ...answer, status: 404 },
  "a damaged notice": (path, answer) => path.endsWith(".bin") && { ...answer, body: damaged(answer.body) },
};

function damaged(body) {
  const copy = Buffer.from(body);
  copy[copy.length >> 1] ^= 1;
  return copy;
}

for (const [failure, change] of Object.entries(failures)) {
  test(`with ${failure} the prerendered page stays, and says how to go on`, async () => {
    const page = await open({ until: "still", change: (...one) => change(...one) || undefined });
    await isReadable(page);
    await isTickable(page);
    await isForPenAndPaper(page);
  });
}

for (const [here, there] of [["fr", "en"], ["en", "fr"]]) {
  test(`the static page ${here}/ carries no script and leads to ${there}/`, async () => {
    const page = await open({ path: `/${here}/` });
    assert.equal(await page.run(() => document.scripts.length), 0);
    assert.equal(await page.run(() => document.documentElement.lang), here);
    assert.ok((await page.visible()).includes(words(here).print_without));
    await page.click(`nav a[hreflang=${there}]`);
    await page.until((there) => location.pathname === `/${there}/` && document.documentElement.lang === there, there);
    assert.ok((await page.visible()).includes(words(there).care_title));
    assert.deepEqual(page.requests.map(({ path }) => path).filter((path) => /\.(js|wasm|bin)$/.test(path)), []);
    assert.deepEqual(await page.complaints(), []);
  });
}

test("every page without a script leads back to the page with the program, as it is read, and prints no word of that", async () => {
  for (const path of ["/fr/", "/en/", "/fr/simple/", "/en/simple/"]) {
    const page = await open({ path });
    const [, language, level = "clear"] = path.split("/");
    const text = await page.visible(".way-back");
    assert.ok(text.includes(words(language).way_back_link), path);
    await page.click(".way-back a");
    await page.until(() => location.pathname === "/" && document.documentElement.dataset.app === "live");
    await page.until((language) => document.documentElement.lang === language, language);
    assert.equal(await page.run(() => document.querySelector(".document").dataset.level), level || "clear", path);
    assert.equal(await page.run(() => document.querySelector(".way-back")), null);
  }
});

test("search engines are told whole addresses where the register knows one, and the way from here where it does not", async () => {
  const links = (page) => page.run(() => [...document.querySelectorAll("link[hreflang]")].map((link) => [link.hreflang, link.getAttribute("href")]));
  const address = register("hospital").site.page;
  for (const [path, level] of [["/", ""], ["/fr/", ""], ["/en/simple/", "simple/"]]) {
    const page = await open({ path });
    const { languages } = register("hospital").site;
    // The same page in other languages: of the simplified one there are two.
    const same = languages.filter((one) => !level || ["fr", "en"].includes(one));
    assert.deepEqual(await links(page), same.map((one) => [one, `${address}${one}/${level}`]), path);
  }
  assert.equal(register("practice").site.page, undefined);
  const page = await open({ site: "practice", path: "/fr/" });
  assert.deepEqual(await links(page), [["fr", "../fr/"], ["en", "../en/"]]);
});

test("without its style a living page does not say that printing does not work, and a page without its program does", async () => {
  const change = (path, answer) => path.endsWith(".css") ? { ...answer, status: 404, body: Buffer.from("") } : undefined;
  const page = await open({ change });
  if (await page.run(() => document.styleSheets.length > 0)) {
    // A page that has its style inside cannot lose it on the way: it is taken away.
    await page.run(() => [...document.styleSheets].forEach((sheet) => (sheet.disabled = true)));
  }
  assert.ok(!(await page.visible()).includes(word.print_without));
  await page.read("en");
  assert.ok(!(await page.visible()).includes(words("en").print_without), "in another language neither");
  await page.read("fr");
  assert.ok((await page.visible("#sheet")).includes(word.print));
});

test("a box stands at its own answer also where browsers know no gap, on the screen and on paper", async () => {
  const page = await open({ scripts: true, path: "/fr/" });
  const near = await page.run(() => {
    const style = new CSSStyleSheet();
    style.replaceSync("*, ::before { gap: 0 !important; }");
    document.adoptedStyleSheets = [style];
    const found = [];
    for (const row of document.querySelectorAll("#paper .boxes")) {
      const boxes = [...row.children].map((one) => one.getBoundingClientRect());
      for (let at = 1; at < boxes.length; at += 1) {
        const same = Math.abs(boxes[at].top - boxes[at - 1].top) < 5;
        if (same) found.push(boxes[at].left - boxes[at - 1].right);
      }
    }
    const requests = [...document.querySelectorAll("#wishes .request")].map((one) => {
      const [box, words] = [one.querySelector("input"), one.querySelector("span")].map((part) => part.getBoundingClientRect());
      return words.left - box.right;
    });
    return { boxes: Math.min(...found), requests: Math.min(...requests), many: found.length };
  });
  assert.ok(near.many > 5, "boxes stand beside each other");
  // The box is drawn half a letter before its words.
  assert.ok(near.boxes >= 15, `${near.boxes} px from an answer to the next box`);
  assert.ok(near.requests >= 10, `${near.requests} px from a box to its words`);
});
