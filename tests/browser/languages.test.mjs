// A site in all eight languages: each is found, read, answered in and printed.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { violations } from "./support/axe.mjs";
import { open } from "./support/page.mjs";
import { changed, site as made } from "./support/site.mjs";
import { plain, words } from "./support/text.mjs";
import { answer } from "./support/walk.mjs";

const NAMES = {
  fr: "Français", en: "English", ar: "العربية", es: "Español", pt: "Português", ro: "Română", tr: "Türkçe", ru: "Русский",
};
const CHECKED = ["fr", "en"];
const french = words("fr");

for (const [language, name] of Object.entries(NAMES)) {
  test(`${name}: whoever switches finds it by its own name, keeps every answer, and has a sheet that the desk can read`, async () => {
    const word = words(language);
    const page = await open();
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
    await page.unfold(true);
    await page.look(360, true);
    assert.deepEqual(await violations(page), [], "open, on a phone, in the dark");
  });
}

test("from the simple French version through Arabic one comes back to the simple French version", async () => {
  const page = await open();
  await page.everythingThere();
  await page.readAt("simple");
  await page.read("ar");
  assert.equal(await page.run(() => document.querySelector(".document").dataset.level), "clear");
  await page.read("fr");
  assert.equal(await page.run(() => document.querySelector(".document").dataset.level), "simple");
});

// Somebody who reads none of the page finds theirs among the names; they took three lines, and pushed an answer off the first screen.
test("on a phone eight languages take two lines, and in each of them all five answers are on the first screen", async () => {
  const page = await open({ width: 390 });
  await page.command("Emulation.setDeviceMetricsOverride", { width: 390, height: 844, deviceScaleFactor: 1, mobile: false });
  await page.command("Emulation.setScrollbarsHidden", { hidden: true });
  await page.everythingThere();
  for (const language of Object.keys(NAMES)) {
    if ((await page.run(() => document.documentElement.lang)) !== language) await page.read(language);
    await page.run(() => scrollTo(0, 0));
    const [lines, shown, below] = await page.run(() => {
      const names = document.querySelector(".how-names");
      const height = parseFloat(getComputedStyle(names).lineHeight);
      const five = [...document.querySelectorAll(".site-name, h1, .five li")];
      const low = five.filter((one) => one.getBoundingClientRect().bottom > 844).map((one) => one.textContent);
      return [names.getBoundingClientRect().height / height, [...names.children].map((one) => one.textContent), low];
    });
    assert.ok(lines < 2.5, `${language}: ${lines} lines`);
    assert.deepEqual(shown.sort(), Object.values(NAMES).sort(), language);
    assert.deepEqual(below, [], language);
  }
});

// It pointed to the left when it was closed, and to the right when it was open.
test("where one reads from right to left, the arrow of a card that opens points down, and up when it is open", async () => {
  const page = await open();
  await page.everythingThere();
  const arrow = () => page.run(() => {
    const { borderTopWidth, borderRightWidth, borderBottomWidth, borderLeftWidth, transform } = getComputedStyle(document.querySelector(".card .row"), "::after");
    const corner = [borderTopWidth, borderRightWidth, borderBottomWidth, borderLeftWidth].map((one) => parseFloat(one) > 0);
    const { a, b } = new DOMMatrix(transform);
    return [corner, Math.round(Math.atan2(b, a) * 180 / Math.PI)];
  });
  // The lower right corner, turned by an eighth, points down.
  const lowerRight = [false, true, true, false];
  for (const language of ["fr", "ar"]) {
    if (language !== "fr") await page.read(language);
    await page.unfold(false);
    assert.deepEqual(await arrow(), [lowerRight, 45], language);
    await page.unfold(true);
    assert.deepEqual(await arrow(), [lowerRight, -135], language);
  }
});

/** A page for a browser that asks for these languages. */
async function asking(languages, options) {
  const page = await open(options);
  const userAgent = await page.run(() => navigator.userAgent);
  await page.command("Emulation.setUserAgentOverride", { userAgent, acceptLanguage: languages });
  try {
    await page.go("/");
    await page.everythingThere();
    return await page.run(() => {
      const names = [...document.querySelectorAll(".how-names span")].map((one) => one.textContent);
      const links = [...document.querySelectorAll("nav.languages a")].map((one) => one.textContent);
      return { names, links, asked: document.querySelector("[data-browsers]")?.textContent, is: document.documentElement.lang };
    });
  } finally {
    await page.command("Emulation.setUserAgentOverride", { userAgent, acceptLanguage: "" });
  }
}

test("the control begins with the language that the browser asks for, if the page has it; the page stays as it came", async () => {
  const all = Object.values(NAMES);
  const turkish = await asking("de-DE,tr-TR,en", {});
  assert.deepEqual(turkish, { names: ["Türkçe", ...all.filter((one) => one !== "Türkçe")], links: all, asked: "Türkçe", is: "fr" });
  const none = { names: all, links: all, asked: null, is: "fr" };
  assert.deepEqual(await asking("fr-CA,en", {}), none, "it is in it");
  assert.deepEqual(await asking("pl,de", {}), none, "it has none of them");
});

test("a register orders its languages and leaves some out: the page begins with the first, and nothing is made of the others", async () => {
  const some = ["tr", "fr", "es"];
  const register = changed("hospital", ({ site }) => Object.assign(site, { languages: ["fr", "tr", "es"], default_language: "tr" }));
  const { folder } = made(register);
  const page = await open({ site: register });
  await page.everythingThere();
  assert.equal(await page.run(() => document.documentElement.lang), "tr");
  const links = await page.run(() => [...document.querySelectorAll("nav.languages a")].map((one) => one.lang));
  assert.deepEqual(links, some);
  const folders = readdirSync(folder).filter((one) => Object.keys(NAMES).includes(one));
  assert.deepEqual(folders.sort(), [...some].sort());
  for (const language of some) {
    assert.deepEqual(
      [...readFileSync(join(folder, language, "index.html"), "utf8").matchAll(/<a[^>]*data-language="(\w+)"[^>]*aria-current="true"/g)].map(([, one]) => one),
      [language],
    );
  }
});

test("whatever is in a language that nobody has checked says so, in that language: page, embed, poster", () => {
  const { folder } = made("hospital");
  for (const language of Object.keys(NAMES)) {
    for (const page of [`${language}/`, `embed/${language}/`, `poster/${language}/`, `poster/${language}/a3/`]) {
      const html = plain(readFileSync(join(folder, page, "index.html"), "utf8"));
      const note = plain(words(language).unreviewed ?? "");
      assert.equal(Boolean(note) && html.includes(note), !CHECKED.includes(language), page);
      // A name of its own is nobody's translation: nothing says in which language it is.
      assert.doesNotMatch(html, /class="(poster-)?site(-name)?"(?:(?!<\/p>).)*"fallback"/, page);
    }
  }
});

test("every page says its language and its direction, and so does whatever stands in another language; links say where they lead", async () => {
  const { folder } = made("hospital");
  const all = Object.keys(NAMES);
  const pages = { "": "fr", "embed/": "fr", "kiosk/visit/": "fr" };
  for (const language of all) {
    for (const path of [`${language}/`, `embed/${language}/`, `poster/${language}/`, `poster/${language}/a3/`]) pages[path] = language;
    if (CHECKED.includes(language)) for (const path of [`${language}/simple/`, `embed/${language}/simple/`]) pages[path] = language;
  }
  const page = await open({ path: "/fr/", until: null });
  const wrong = [];
  const say = (path, what) => wrong.push(`${path || "/"}: ${what}`);
  for (const [path, language] of Object.entries(pages)) {
    const html = readFileSync(join(folder, path, "index.html"), "utf8");
    const { own, mistakes, links, alternates } = await page.run((html) => {
      const right = new Set(["ar"]);
      const direction = (lang) => (right.has(lang) ? "rtl" : "ltr");
      const read = new DOMParser().parseFromString(html, "text/html");
      const { lang, dir } = read.documentElement;
      const mistakes = [];
      for (const one of read.querySelectorAll("[lang]")) {
        const around = one.parentElement?.closest("[lang]")?.lang;
        // Between two languages that are read the same way nothing has to be said.
        // A language's own name is one word; what laws are called is turned by the style, as the next test sees.
        const needed = direction(one.lang) !== direction(around ?? "fr") && !one.matches("nav a, .sources span");
        if (one.dir ? one.dir !== direction(one.lang) : needed) mistakes.push(`${one.lang} ${one.dir}: ${one.outerHTML.slice(0, 100)}`);
      }
      for (const one of read.querySelectorAll("[dir]:not([lang])")) {
        // A number, a code, an address: left to right wherever they stand.
        if (one.dir !== "ltr" || one.localName !== "bdi") mistakes.push(`no language: ${one.outerHTML.slice(0, 100)}`);
      }
      const of = (selector) => [...read.querySelectorAll(selector)].map((one) => [one.hreflang, one.getAttribute("href")]);
      return { own: [lang, dir], mistakes, links: of("a[hreflang]"), alternates: of("link[rel=alternate][hreflang]") };
    }, html);
    if (own[0] !== language || own[1] !== (language === "ar" ? "rtl" : "ltr")) say(path, own);
    mistakes.forEach((one) => say(path, one));
    for (const [to, href] of links) {
      const at = new URL(href, `http://site/${path}`);
      // What a frame opens outside of itself names the language behind the sign.
      const there = at.hash ? at.hash.split(".")[1] : readFileSync(join(folder, at.pathname, "index.html"), "utf8").match(/<html[^>]* lang="(\w+)"/)[1];
      if (there !== to) say(path, `${href} is in ${there}, not in ${to}`);
    }
    // A page that search engines find names itself and all its others.
    const found = /^(\w\w\/)?(simple\/)?$/.test(path);
    const same = path.endsWith("simple/") ? CHECKED : all;
    const told = alternates.map(([to, href]) => [to, new URL(href).pathname.match(/(\w\w)\/(simple\/)?$/)[1]]);
    assert.deepEqual(told, found ? same.map((one) => [one, one]) : [], path);
  }
  assert.deepEqual(wrong, []);
});

test("what laws are called is read from left to right in an Arabic text too", async () => {
  const page = await open();
  await page.everythingThere();
  await page.read("ar");
  const styles = await page.run(() => [...new Set([...document.querySelectorAll(".sources [lang]")].map((one) => {
    const { direction, unicodeBidi } = getComputedStyle(one);
    return `${one.lang} ${direction} ${unicodeBidi}`;
  }))]);
  assert.deepEqual(styles, ["fr ltr isolate"]);
});

/** Bytes after brotli. The kit begins with the first language and French, however many there are; each other one brings its own words. */
const BUDGET = [
  ["index", /^index\.html$/, 75_400],
  ["program", /^app\..*\.wasm$/, 106_000],
  ["glue", /^boot\.\w+\.js$/, 7_100],
  ["kit", /^notice\..*\.bin$/, 12_900],
  ...["ar", "es", "pt", "ro", "tr", "ru"].map((one) => [one, new RegExp(`^${one}\\.\\w+\\.txt$`), 77_000]),
];

test("a language more costs the first view next to nothing, and comes in a file of its own that is small enough", () => {
  const { folder } = made("hospital");
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  for (const [what, file, most] of BUDGET) {
    const [name] = readdirSync(folder).filter((one) => file.test(one));
    const bytes = brotliCompressSync(readFileSync(join(folder, name)), options).length;
    console.log(`${what}: ${bytes} of ${most}`);
    assert.ok(bytes <= most, `${what}: ${bytes} bytes`);
  }
});
