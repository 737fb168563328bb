// The Nu Html Checker on every page of a site, and on living pages, as the browser has them then. By hand, for it needs Java (openjdk-17-jre-headless):
//
//     node --test tests/judges/markup.mjs
//
// It brings the checker from npm, in the version below, into a folder that goes away; `VNU=/path/to/vnu.jar` takes one that is there.
// What was found last, and when, stands at criterion 8.2 of content/accessibility/rgaa.toml.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import { open } from "../browser/support/page.mjs";
import { site, temporaryFolder } from "../browser/support/site.mjs";
import { register } from "../browser/support/text.mjs";

const VERSION = "26.9.27";

/** What it calls an error, and why it is none. */
const ANSWERED = {
  '"><!----><': "Leptos marks the place of an element's children with a comment, in the editor's frame too; in the page it is no text, only when it is written out",
  "highlight(aloud)": "it does not know the highlights of CSS, with which the kiosk marks what is read aloud",
};

let jar = process.env.VNU;
function checker() {
  if (!jar) {
    const folder = temporaryFolder();
    execFileSync("npm", ["install", "--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", `vnu-jar@${VERSION}`]);
    jar = join(folder, "node_modules/vnu-jar/build/dist/vnu.jar");
  }
  assert.ok(existsSync(jar), `${jar} is not there`);
  return jar;
}

/** What it calls errors in these files: where, and what it says. */
function errors(files) {
  const options = ["-Xss16m", "-jar", checker(), "--errors-only", "--format", "json", "--stdout", ...files];
  const { stdout, stderr, error } = spawnSync("java", options, { encoding: "utf8", maxBuffer: 2 ** 28 });
  if (error) throw error;
  const { messages } = JSON.parse(stdout || stderr);
  const isAnswered = ({ message, extract }) => Object.keys(ANSWERED).some((part) => `${message} ${extract}`.includes(part));
  return messages.filter((one) => !isAnswered(one)).map(({ url, lastLine, message, extract }) => `${url}:${lastLine}: ${message} ${extract ?? ""}`);
}

/** Every page in a folder. */
const pages = (folder) => readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html")).map((name) => join(folder, name));

for (const name of ["hospital", "practice", "general"]) {
  test(`every page of the ${name} site is valid`, (t) => {
    const { folder } = site(name);
    const all = pages(folder);
    assert.ok(all.length >= 10, `${all.length} pages`);
    t.diagnostic(`${all.length} pages: ${all.map((one) => relative(folder, one)).join(" ")}`);
    assert.deepEqual(errors(all), []);
  });
}

test("living pages, everything on them open and answered, are valid in every language", async (t) => {
  const [folder, files] = [temporaryFolder(), []];
  const look = async (page, name) => {
    await page.unfold();
    const file = join(folder, `${name}.html`);
    writeFileSync(file, `<!doctype html>\n${await page.run(() => document.documentElement.outerHTML)}`);
    files.push(file);
  };
  const page = await open();
  await page.everythingThere();
  await page.tickEverything();
  await page.click("[data-do=code]");
  for (const language of register("hospital").site.languages) {
    await page.run((language) => document.querySelector(`nav a[hreflang=${language}]`)?.click(), language);
    await page.until((language) => document.documentElement.lang === language, language);
    await page.sheetIn(language);
    await look(page, `page-${language}`);
  }
  for (const [name, path] of Object.entries({
    link: "/#1.fr.c.kjh", embed: "/embed/", "single-file": "/eclaire.html", visit: "/kiosk/visit/", practice: "/practice/", desk: "/reader/",
    editor: "/register/",
  })) {
    const page = await open({ path, until: "live" });
    await page.everythingThere();
    await page.tickEverything();
    if (name === "editor") await page.run(() => document.querySelector("[data-begin=example], [data-begin]").click());
    await look(page, name);
  }
  const kiosk = await open({ path: "/kiosk/", until: null });
  await kiosk.until(() => document.querySelector("iframe") !== null);
  await kiosk.run(() => document.querySelector("iframe").remove());
  await look(kiosk, "kiosk");
  t.diagnostic(`${files.length} living pages`);
  assert.deepEqual(errors(files), []);
});

test("a planted fault is found", () => {
  const file = join(temporaryFolder(), "planted.html");
  writeFileSync(file, "<!doctype html><html lang=fr><title>Planted</title><ul><p>no item</p></ul></html>");
  assert.match(errors([file]).join("\n"), /planted\.html:1: Element “p” not allowed as child of “ul”|Element .p. not allowed/);
});
