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
