// From the page to the desk: a printed slip is scanned, a saved file is opened, and the desk reads in French what was said,
// with what the patient read beside it; what it makes of it is what the program makes of it, to the byte.
import assert from "node:assert/strict";
import { test } from "node:test";
import { EXPORTS, handing, lines, output, program, scan } from "./support/desk.mjs";
import { Key, open } from "./support/page.mjs";
import { scanned } from "./support/paper.mjs";
import { changed, site } from "./support/site.mjs";
import { fill, plain, words } from "./support/text.mjs";
import { answer } from "./support/walk.mjs";

const desk = words("fr", "desk");
const word = words("fr");
const today = (page) => page.run(() => new Date().toLocaleDateString("sv"));

/** Says something of every kind, for an adult one represents. */
async function say(page) {
  await answer(page, "use-consultation-notes", "recording", "yes");
  await answer(page, "reuse-research", "reuse", "no");
  await answer(page, "reuse-national-data", "reuse", "talk-first");
  await page.click("label[for=ask-_talk]");
  await page.click("label[for=behalf-represented]");
}

/** The code on the printed slip, as a scanner reads it. */
async function slip(page) {
  await page.click("[data-do=code]");
  const [code, ...more] = scanned(await page.pdf());
  assert.deepEqual(more, [], "there is one code on the slip");
  return code;
}

/** Under the same headings stands on the desk what stands on the sheet, French here, the patient's language there. */
function matches(read, sheet, own, language) {
  const [french, theirs] = [words("fr"), words(language)];
  const lists = Object.keys(french).filter((key) => key.startsWith("sheet_") && own[theirs[key]] && sheet[french[key]]);
  assert.ok(lists.length >= 5, `${lists}`);
  for (const list of lists) {
    const [shown, paper, beside] = [read[french[list]], sheet[french[list]], own[theirs[list]]];
    assert.equal(shown.length, paper.length, list);
    for (const [at, [first, second]] of shown.entries()) {
      // The desk tells more than the sheet: the title comes first on both.
      assert.ok(first.text.startsWith(paper[at].split(/ [→–] /)[0]), `${first.text} is ${paper[at]}`);
      assert.deepEqual([second.lang, second.dir], [language, { ar: "rtl", en: "ltr" }[language]]);
      assert.ok(second.text.startsWith(beside[at].split(" – ")[0]), `${second.text} is ${beside[at]}`);
    }
  }
}

for (const [what, language, prepare] of [
  ["an Arabic sheet of the French page", "ar", (page) => page.sheetIn("ar")],
  ["an English page at the simple level", "en", async (page) => (await page.read("en"), await page.readAt("simple"))],
]) {
  test(`the slip of ${what} is scanned at the desk and read in French, with the patient's language beside it`, async () => {
    const page = await open();
    await prepare(page);
    await say(page);
    const [french, own] = [await page.sheet(".french"), await page.sheet()];
    const code = await slip(page);
    await page.go("/reader/");
    await scan(page, code);
    matches(await lines(page), french, own, language);
    const result = await page.visible("#result");
    const behalf = fill(desk.behalf, { who: word.behalf_represented });
    for (const part of [desk.warning_example, desk.warning_not_read_back, behalf]) assert.ok(result.includes(part), part);
    const level = language === "en" ? desk.level_simple : desk.level_clear;
    const read = fill(desk.read_as, { version: "1.0", language: language === "en" ? word.in_en : word.in_fr, level });
    assert.ok(result.includes(read), `“${read}”`);
    assert.deepEqual(await page.complaints(), []);
  });
}

test("a slip in French is read with nothing beside it", async () => {
  const page = await open();
  await say(page);
  const code = await slip(page);
  await page.go("/reader/");
  await scan(page, code);
  const all = Object.values(await lines(page)).flat();
  assert.ok(all.length > 4 && all.every((line) => line.length === 1));
});

test("slips scanned one after the other, without a click, are each read: the record of the last patient never stays", async () => {
  const page = await open();
  await page.click("[data-do=code]");
  const slips = [await page.text("#code bdi")];
  await say(page);
  slips.push(await page.text("#code bdi"));
  await page.go("/reader/");
  const said = [];
  for (const code of slips) {
    await page.press(code, Key.ENTER);
    said.push(Object.keys(await lines(page)));
  }
  assert.deepEqual(said[0], [word.sheet_open], "the first");
  assert.ok(said[1].includes(word.sheet_objected), `the second: ${said[1]}`);
});

test("before and after it was read back, each file of the desk is that of the program, to the byte; then the answers are active", async () => {
  const page = await open();
  await say(page);
  await page.sheetIn("ar");
  const code = await slip(page);
  await page.go("/reader/");
  await scan(page, code);
  const folder = site("hospital").folder;
  const same = async (...more) => {
    const of = await handing(page);
    for (const name of EXPORTS) {
      assert.equal(await output(page, name), program(name, code, "--site", folder, ...of, ...more), name);
    }
  };
  const response = async (name) => JSON.parse(await output(page, name)).entry[0].resource;
  await same();
  const proposed = await response("fhir-r4");
  assert.equal(proposed.status, "in-progress");
  assert.ok((await output(page, "line")).includes("Pas encore relu"));

  const day = await today(page);
  await page.click("label[for=read-back]");
  await same("--read-back", day);
  for (const name of ["fhir-r4", "fhir-r5", "fhir-r4-transaction"]) assert.equal((await response(name)).status, "completed", name);
  // What is read back is what was proposed.
  assert.deepEqual((await response("fhir-r4")).identifier, proposed.identifier);
  assert.ok(!(await page.visible("#result")).includes(desk.warning_not_read_back));
  await page.click("label[for=read-back]");
  await same();
  assert.ok((await page.visible("#result")).includes(desk.warning_not_read_back), "it can be taken back");

  // The next patient may have said the same: nobody takes the two for one.
  await scan(page, code);
  const next = await response("fhir-r4");
  assert.deepEqual({ ...next, identifier: 0 }, { ...proposed, identifier: 0 });
  assert.notDeepEqual(next.identifier, proposed.identifier);
});

test("beside each export for software stands what it leaves out and why, what has to be filled in, and where it is explained", async () => {
  const page = await open();
  await page.click("[data-do=code]");
  const code = await page.text("#code bdi");
  await page.go("/reader/");
  await scan(page, code);
  await page.unfold();
  for (const [name, why] of [["fhir-r4", "fhir_r4_leaves_out"], ["fhir-r5", "fhir_r5_leaves_out"], ["fhir-r4-pcf", "fhir_r4_pcf_leaves_out"]]) {
    for (const form of [name, `${name}-transaction`]) {
      const said = await page.visible(`#export-${form}`);
      assert.ok(said.includes(plain(desk[why])), `${form}: ${said}`);
      assert.match(said, name === "fhir-r4-pcf" ? /Consent\.patient/ : /QuestionnaireResponse\.subject/);
    }
  }
  await page.click("#export-fhir-r4 a");
  await page.until(() => location.pathname.endsWith("/fhir/"));
  assert.deepEqual(await page.complaints(), []);
  const links = await page.run(() => [...document.querySelectorAll("main a")].map((link) => link.href));
  assert.ok(links.length > 8);
  for (const link of links) assert.equal((await fetch(link)).status, 200, link);
});

test("each file of the desk is saved as it stands there, and copied", async () => {
  const page = await open();
  await page.click("[data-do=code]");
  const code = await page.text("#code bdi");
  await page.go("/reader/");
  await scan(page, code);
  await page.unfold();
  for (const name of EXPORTS) {
    const saved = await page.saved(`#export-${name} [data-do=save]`);
    assert.equal(saved.text, await output(page, name), saved.name);
    await page.click(`#export-${name} [data-do=copy]`);
    const said = await page.text(`#export-${name} [role=status]`);
    assert.ok([desk.copied, desk.selected].includes(said), said);
    assert.equal(await page.run(() => `${getSelection()}`.trim()), (await output(page, name)).trim());
  }
});

test("the file that the page saves opens at the desk, and says what the code says", async () => {
  const page = await open();
  await say(page);
  await page.sheetIn("ar");
  const code = await slip(page);
  const { file, name, text } = await page.saved("[data-do=save]");
  assert.equal(name, "eclaire-reponses.json");
  assert.equal(text.indexOf('{"eclaire":"record","version":1,'), 0);
  await page.go("/reader/");
  await scan(page, code);
  const read = await lines(page);
  await page.click("[data-do=next]");
  await (await page.find("#file")).sendKeys(file);
  await page.until(() => document.querySelector("#result .paper"));
  assert.deepEqual(await lines(page), read);
  assert.ok((await page.visible("#result")).includes(desk.warning_file));
  const doubts = [desk.warning_altered, desk.warning_unknown_text].map((warning) => plain(warning.split("{")[0]));
  for (const doubt of doubts) assert.ok(!(await page.visible("#result")).includes(doubt), `a file as it was saved: ${doubt}`);
  for (const name of EXPORTS) {
    const of = [...(await handing(page)), "--site", site("hospital").folder];
    assert.equal(await output(page, name), program(name, "--file", file, ...of), `${name} of the file`);
    assert.equal(await output(page, name), program(name, code, ...of), `${name} of the code`);
  }
});

test("the desk of a newer site reads the slip of the older one, warns, and says item by item what has changed", async () => {
  const page = await open();
  await say(page);
  const code = await slip(page);
  const gone = await page.text("#use-emergency-triage_title");
  const newer = changed("hospital", (register) => {
    register.site.notice.version = "2.0";
    register.uses = register.uses.filter(({ id }) => id !== "emergency-triage");
    register.reuses.find(({ id }) => id === "research").texts = { title: { fr: "Titre changé", en: "Changed title" } };
  });
  page.become(await page.serve(newer, "hospital"));
  await page.go("/reader/");
  await scan(page, code);
  const result = await page.visible("#result");
  assert.ok(result.includes(fill(desk.warning_old, { version: "1.0" })), "the warning");
  assert.ok(result.includes(fill(desk.read_as, { version: "1.0", language: word.in_fr, level: desk.level_clear })));
  const research = (await lines(page))[word.sheet_objected][0][0].text;
  assert.ok(!research.includes("Titre changé"), "what was said is told in the words that were read");
  const changes = await page.run(() => [...document.querySelectorAll("#result .changes li")].map((one) => one.textContent));
  assert.deepEqual(changes.map(plain).sort(), [
    `Titre changé – ${word.change_changed} – ${word.answer_object}`, `${gone} – ${word.change_gone}`,
  ].sort());
  const folder = site(newer, "hospital").folder;
  assert.equal(await output(page, "fhir-r4"), program("fhir-r4", code, "--site", folder, ...(await handing(page))));

  page.become(await page.serve(newer));
  await page.go("/reader/");
  await scan(page, code);
  assert.equal(await page.text("#result .refused p"), desk.problem_other, "without the former text the slip is refused");
});
