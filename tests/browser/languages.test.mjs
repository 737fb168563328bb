// A site in all eight languages: each is found, read, answered in and printed.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { violations } from "./support/axe.mjs";
import { open } from "./support/page.mjs";
import { changed, site as made } from "./support/site.mjs";
import { words } from "./support/text.mjs";
import { answer } from "./support/walk.mjs";

const NAMES = {
  fr: "Français", en: "English", ar: "العربية", es: "Español", pt: "Português", ro: "Română", tr: "Türkçe", ru: "Русский",
};
const CHECKED = ["fr", "en"];
const french = words("fr");
let site;
/** The hospital's register, in all of them. */
const inAll = () => (site ??= changed("hospital", (register) => (register.site.languages = Object.keys(NAMES))));

for (const [language, name] of Object.entries(NAMES)) {
  test(`${name}: whoever switches finds it by its own name, keeps every answer, and has a sheet that the desk can read`, async () => {
    const word = words(language);
    const page = await open({ site: inAll() });
    await page.everythingThere();
    await answer(page, "reuse-research", "reuse", "no");
    if (language !== "fr") await page.read(language);
    const is = await page.run(() => {
      const { lang, dir } = document.documentElement;
      return [lang, dir, document.querySelector(".document").dir, document.title.split(" – ")[0]];
    });
    const dir = language === "ar" ? "rtl" : "ltr";
    assert.deepEqual(is.slice(0, 1).concat(is.slice(2, 3)), [language, dir]);
    assert.ok(is[3].replace(/’/g, "'").startsWith(word.title), is[3]);
    assert.deepEqual(await page.run(() => [...document.querySelectorAll("nav.languages a")].map((one) => one.textContent)), Object.values(NAMES));
    assert.equal(await page.run(() => document.querySelectorAll("nav.levels").length), CHECKED.includes(language) ? 1 : 0);
    assert.equal((await page.sheet())[word.sheet_objected].length, 1);
    if (language !== "fr") assert.ok((await page.text("#paper .french")).length > 0, "French beside");
    const said = await page.run(() => document.querySelector("#paper").textContent.replace(/’/g, "'"));
    assert.ok(said.replace(/\s+/g, " ").includes(french.sheet_objected), "what the desk reads");
    const notes = await page.run(() => [...document.querySelectorAll(".unreviewed")].map((one) => one.textContent));
    assert.equal(notes.length, CHECKED.includes(language) ? 0 : 2);
    assert.deepEqual(await violations(page), []);
  });
}

test("from the simple French version through Arabic one comes back to the simple French version", async () => {
  const page = await open({ site: inAll() });
  await page.everythingThere();
  await page.readAt("simple");
  await page.read("ar");
  assert.equal(await page.run(() => document.querySelector(".document").dataset.level), "clear");
  await page.read("fr");
  assert.equal(await page.run(() => document.querySelector(".document").dataset.level), "simple");
});

/** Bytes after brotli. The kit begins with the first language and French, however many there are; each other one brings its own words. */
const BUDGET = [
  ["index", /^index\.html$/, 76_800],
  ["program", /^app\..*\.wasm$/, 104_800],
  ["glue", /^boot\.\w+\.js$/, 6_800],
  ["kit", /^notice\..*\.bin$/, 12_700],
  ...["ar", "es", "pt", "ro", "tr", "ru"].map((one) => [one, new RegExp(`^${one}\\.\\w+\\.txt$`), 74_000]),
];

test("a language more costs the first view next to nothing, and comes in a file of its own that is small enough", () => {
  const { folder } = made(inAll());
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  for (const [what, file, most] of BUDGET) {
    const [name] = readdirSync(folder).filter((one) => file.test(one));
    const bytes = brotliCompressSync(readFileSync(join(folder, name)), options).length;
    console.log(`${what}: ${bytes} of ${most}`);
    assert.ok(bytes <= most, `${what}: ${bytes} bytes`);
  }
});
