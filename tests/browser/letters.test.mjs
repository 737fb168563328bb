// The letters: each says what was said and for whom, is printed alone, copied, saved, and stays French on every page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { open } from "./support/page.mjs";
import { printed } from "./support/paper.mjs";
import { root } from "./support/site.mjs";
import { plain, register, words } from "./support/text.mjs";
import { answer } from "./support/walk.mjs";

const LETTERS = ["access", "correction", "restriction", "objection", "withdrawal", "record", "deceased", "grievance", "complaint"];
const TO = { record: "to_head", deceased: "to_head", grievance: "to_head", complaint: "to_cnil" };
const BEHALVES = { me: "me", "my-child": "my_child", represented: "represented" };
const word = words("fr");
const place = register("hospital").site;

/** Texts of a part of content/fr/letters.toml: what stands behind a key, lists as lists. */
const source = readFileSync(join(root, "content/fr/letters.toml"), "utf8").split(/^\[(\w+)\]$/m);
function written(part, key) {
  const text = source[source.indexOf(part) + 1];
  const found = text.match(new RegExp(`^${key} = (?:"""([\\s\\S]*?)"""|"(.*)"|\\[([\\s\\S]*?)\\])`, "m"));
  const [, long, short, list] = found ?? assert.fail(`${part} has no ${key}`);
  return list === undefined ? (long ?? short).trim() : [...list.matchAll(/"([^"]*)"/g)].map(([, one]) => one);
}

const letter = (page, id) => page.run((id) => document.querySelector(`[data-text=${id}]`).textContent, id);

/** Text whose spaces are all of one kind: French puts some that do not break, and a browser copies them as plain ones. */
const spaced = (text) => text.replace(/[\u00a0\u202f]/g, " ");
const today = (page) => page.run(() => {
  const french = new Date().toLocaleDateString("fr-FR", { dateStyle: "long" });
  return french.replace(/^1 /, "1er ");
});

/** Everything that a letter for someone has to have; what the page fills into it stands where it belongs. */
function isWhole(text, id, behalf, date) {
  const filled = written(id, BEHALVES[behalf]).replace("{site}", place.name.fr);
  const enclosed = written(id, behalf === "me" ? "enclosed" : `enclosed_${BEHALVES[behalf]}`);
  const whose = { me: ["born"], "my-child": ["child_name", "child_born"], represented: ["adult_name", "adult_born"] }[behalf];
  for (const part of [
    ...["name", "address", "reach", ...whose].map((key) => `${written("frame", key)} ${written("frame", "blank")}`),
    `Objet : ${written(id, "subject")}`, `, le ${date}\n`, ...filled.split("{list}"), written("frame", "signature"),
    ...enclosed.map((one) => `– ${one}`),
  ]) {
    assert.ok(spaced(text).includes(spaced(part)), `the letter ${id} for ${behalf} has “${part}”`);
  }
  const to = TO[id] ?? "to_dpo";
  assert.ok(text.includes(written("frame", to)), `${id} goes ${to}`);
  if (to === "to_dpo") assert.ok(text.includes(place.contacts.dpo.address) && text.includes(place.contacts.dpo.email));
  assert.doesNotMatch(text, /[{}]/, "no blank is left to the page");
}

test("each of the nine letters is whole, carries today's date, and changes with the person one answers for", async () => {
  const page = await open();
  assert.deepEqual(await page.run(() => [...document.querySelectorAll("[data-text]")].map((one) => one.dataset.text)), LETTERS);
  const date = await today(page);
  for (const id of LETTERS) isWhole(await letter(page, id), id, "me", date);
  for (const behalf of Object.keys(BEHALVES).reverse()) {
    await page.click(`label[for=behalf-${behalf}]`);
    for (const id of LETTERS) isWhole(await letter(page, id), id, behalf, date);
  }
});

test("the letters of objection and of withdrawal list what was said, and else everything, to be ticked by hand", async () => {
  const page = await open();
  const tick = written("frame", "tick");
  const boxes = async (id) => (await letter(page, id)).split("\n").filter((line) => line.startsWith(tick));
  // What is enclosed is a list, too, but stands below the signature.
  const body = async (id) => (await letter(page, id)).split(written("frame", "signature"))[0];
  // So is the line that is left for the pen.
  const forPen = (line) => line.includes("………");
  const listed = async (id) => (await body(id)).split("\n").filter((line) => line.startsWith("– ") && !forPen(line));
  const [mayObject, mayAgree] = [await boxes("objection"), await boxes("withdrawal")];
  // National data are not this hospital's to decide on, so that no letter to it lists them.
  const elsewhere = await page.run(() => document.querySelectorAll("#question-national-data_reuse [value=no]").length);
  assert.ok(elsewhere > 0, "or else that shows nothing");
  assert.equal(mayObject.length + mayAgree.length + elsewhere, await page.run(() => document.querySelectorAll("[type=radio][value=no]").length));

  const title = (item) => page.run((item) => document.querySelector(`#${item}_title`).textContent, item);
  await answer(page, "reuse-research", "reuse", "no");
  await answer(page, "reuse-national-data", "reuse", "talk-first");
  await answer(page, "reuse-data-warehouse", "reuse", "yes");
  const objections = await listed("objection");
  assert.equal(objections.length, 1, "only a no is an objection");
  assert.ok(objections[0].includes(await title("reuse-research")));
  assert.deepEqual(await boxes("objection"), []);
  assert.deepEqual(await boxes("withdrawal"), mayAgree, "the other letter knows nothing of it");

  await answer(page, "use-consultation-notes", "recording", "no");
  assert.ok((await listed("withdrawal"))[0].includes(await title("use-consultation-notes")));
  await page.erase();
  assert.deepEqual([await boxes("objection"), await boxes("withdrawal")], [mayObject, mayAgree], "erased is erased");
});

for (const language of ["fr", "en"]) {
  test(`one letter prints alone and whole from the page in ${language}, and afterwards the sheet prints again`, async () => {
    const page = await open();
    await page.run(() => (window.print = () => (window.printed = (window.printed ?? 0) + 1)));
    await page.read(language);
    await answer(page, "reuse-research", "reuse", "no");
    await page.unfold();
    const own = words(language);
    for (const [at, id] of LETTERS.entries()) {
      await page.click(`[data-do=print-letter][data-letter=${id}]`);
      assert.equal(await page.run(() => window.printed), at + 1);
      assert.equal(await page.run(() => document.documentElement.dataset.printed), "letter");
      const { text, pages, size } = await printed(page);
      assert.equal(text.replace(/ /g, ""), plain(await letter(page, id)).replace(/ /g, ""), `${id}: the letter and nothing else`);
      assert.ok(pages <= 2 && /A4/.test(size), `${id} takes ${pages} pages`);
      await page.run(() => dispatchEvent(new Event("afterprint")));
      assert.equal(await page.run(() => document.documentElement.dataset.printed), "letter", "some say so before they draw");
    }
    await page.click("#sheet-title");
    assert.equal(await page.run(() => document.querySelectorAll("[data-printed]").length), 0);
    const { text, pages } = await printed(page);
    assert.ok(text.includes(own.sheet_head) && text.includes(own.sheet_objected), "the sheet prints again");
    assert.ok(!text.includes(own.letters_title) && !text.includes("Madame, Monsieur"), "without any letter");
    assert.equal(pages, 1);
  });
}

test("copying gives exactly the letter, or selects it, and says so to screen readers", async () => {
  const page = await open();
  await page.unfold();
  for (const id of LETTERS) {
    await page.click(`[data-do=copy-letter][data-letter=${id}]`);
    const text = await letter(page, id);
    const said = await page.text(`#letter-${id} [role=status]`);
    assert.ok([word.letter_copied, word.letter_selected].includes(said), said);
    assert.equal(spaced(await page.run(() => `${getSelection()}`.trim())), spaced(text.trim()), "it is selected");
    // The page itself may not read the clipboard: a patient pastes.
    if (said === word.letter_copied) assert.equal(spaced((await pasted(page)).trim()), spaced(text.trim()), "it is in the clipboard");
  }
});

/** What a paste would bring: asked of a page that has a place to paste into. */
async function pasted(page) {
  await page.run(() => document.body.append(Object.assign(document.createElement("textarea"), { id: "paste" })));
  await page.click("#paste");
  await page.command("Input.dispatchKeyEvent", { type: "keyDown", key: "v", commands: ["paste"] });
  const text = await page.run(() => document.querySelector("#paste").value);
  await page.run(() => document.querySelector("#paste").remove());
  return text;
}

test("saving gives each letter as a file of its own", async () => {
  const page = await open();
  await page.unfold();
  for (const id of LETTERS) {
    const { name, text } = await page.saved(`[data-do=save-letter][data-letter=${id}]`);
    assert.equal(name, `eclaire-${id}.txt`);
    assert.equal(text, await letter(page, id));
  }
});

test("on the English page, at both levels, the explanation is English and the letter is French and marked as such", async () => {
  const page = await open();
  const french = Object.fromEntries(await Promise.all(LETTERS.map(async (id) => [id, await letter(page, id)])));
  await page.read("en");
  for (const level of ["clear", "simple"]) {
    await page.readAt(level);
    await page.unfold();
    for (const id of LETTERS) {
      assert.equal(await letter(page, id), french[id]);
      const [language, direction, around] = await page.run((id) => {
        const text = document.querySelector(`[data-text=${id}]`);
        return [text.lang, text.dir, text.parentElement.closest("[lang]").lang];
      }, id);
      assert.deepEqual([language, direction, around], ["fr", "ltr", "en"]);
      const facts = await page.run((id) => [...document.querySelectorAll(`#letter-${id} dd`)].map((one) => one.textContent), id);
      assert.ok(facts.length === 6 && facts.every((fact) => fact.trim()), `${facts}`);
      const marked = await page.run((id) => document.querySelectorAll(`#letter-${id} dl [lang=fr], #letter-${id} dl .fallback`).length, id);
      assert.equal(marked, 0, "nothing of the explanation is missing in English");
    }
  }
});

/** Of an open letter: its paragraphs, and what they say, as far as it is shown, each with its place. */
const beside = (page, id) => page.run((id) => {
  const shown = (selector) => [...document.querySelectorAll(`#letter-${id} ${selector}`)].filter((one) => one.checkVisibility());
  const places = (all) => all.map((one) => (({ top, bottom, left, right }) => ({ top: Math.round(top), bottom, left, right }))(one.getBoundingClientRect()));
  const said = shown(".gloss p");
  return { french: places(shown("pre > span")), said: places(said), whose: [...new Set(said.map((one) => one.parentElement.className))] };
}, id);

// Whoever reads no French signed a letter of which they could read nothing.
test("on the English page what each paragraph of a letter says stands beside it, for whom one answers; what leaves is French", async () => {
  const page = await open();
  await page.everythingThere();
  await page.read("en");
  await page.unfold();
  for (const behalf of [undefined, ...Object.keys(BEHALVES)]) {
    if (behalf) await page.click(`label[for=behalf-${behalf}]`);
    for (const id of LETTERS) {
      const { french, said, whose } = await beside(page, id);
      assert.deepEqual(whose, [`gloss gloss-${behalf ?? "me"}`], id);
      assert.deepEqual(said.map(({ top }) => top), french.map(({ top }) => top), `${id} for ${behalf}: each beside its own`);
      assert.ok(said.every(({ left }, at) => left >= french[at].right), id);
    }
  }
  await page.click("[data-do=copy-letter][data-letter=objection]");
  const text = await letter(page, "objection");
  assert.equal(spaced(await page.run(() => `${getSelection()}`.trim())), spaced(text.trim()), "copied as it is");
  assert.ok(!text.includes("Dear"));
  assert.equal((await page.saved("[data-do=save-letter][data-letter=objection]")).text, text);
  // A list that is longer than what says of it leaves what follows beside its own.
  await answer(page, "reuse-research", "reuse", "no");
  const { french, said } = await beside(page, "objection");
  assert.deepEqual(said.map(({ top }) => top), french.map(({ top }) => top));
});

// What makes cells of the paragraphs beside a gloss drew its lines through the words of the French page, where nothing stands beside.
test("where nothing stands beside a letter, as on the French page, its paragraphs are one text without lines of their own", async () => {
  const page = await open({ width: 1024 });
  await answer(page, "reuse-research", "reuse", "no");
  await page.unfold();
  const drawn = await page.run(() => [...document.querySelectorAll("#letter-objection .letter-text > span")].map((one) => {
    const { borderTopWidth, borderLeftWidth, paddingLeft } = getComputedStyle(one);
    return [borderTopWidth, borderLeftWidth, paddingLeft].join();
  }));
  assert.ok(drawn.length > 10);
  assert.deepEqual([...new Set(drawn)], ["0px,0px,0px"]);
});

test("on a phone it stands below the letter, and on the French page nowhere", async () => {
  const page = await open({ width: 390 });
  await page.everythingThere();
  await page.unfold();
  assert.deepEqual((await beside(page, "access")).said, []);
  await page.read("en");
  await page.unfold();
  const { french, said } = await beside(page, "access");
  assert.equal(said.length, french.length);
  assert.ok(said.every(({ top }) => top > french.at(-1).bottom));
});

test("without the program the letters are there with blanks, to be filled in by hand, and have no buttons", async () => {
  const page = await open({ path: "/fr/" });
  await page.unfold();
  for (const id of LETTERS) isWhole(await letter(page, id), id, "me", written("frame", "blank"));
  assert.equal(await page.run(() => [...document.querySelectorAll("#letters button")].filter((one) => one.checkVisibility()).length), 0);
});
