// A page that the browser translates: what was said is what stands on the sheet, at the desk and in every count, whatever text somebody
// else has put in the place of ours; and the French that the desk needs is there, untouched.
import assert from "node:assert/strict";
import { test } from "node:test";
import { lines, scan } from "./support/desk.mjs";
import { add, shows, type } from "./support/editor.mjs";
import { inside, openHost } from "./support/host.mjs";
import { kiosk, later } from "./support/kiosk.mjs";
import { open } from "./support/page.mjs";
import { printed } from "./support/paper.mjs";
import { fill, plain, words } from "./support/text.mjs";
import { translate, WAYS } from "./support/translate.mjs";
import { answer, ANSWERS, radio } from "./support/walk.mjs";

const word = words("fr");
const bare = (text) => plain((text ?? "").replace(/[[\]]/g, ""));

/** The sheet as a translator leaves it, without its marks: under each heading what stands there. */
async function sheet(page, side = ".own") {
  const lists = await page.run((side) => [...document.querySelectorAll("#paper h4")].map((heading) => {
    const told = (element) => (element.querySelector(side) ?? element).textContent;
    return [told(heading), [...heading.nextElementSibling.querySelectorAll("li")].map(told)];
  }), side);
  return Object.fromEntries(lists.map(([heading, lines]) => [bare(heading), lines.map(bare)]));
}

const heading = (item) => `#${item}_title`;

/** Waits until the page has noticed: it hears of it a moment later. */
const noticed = (page) => page.until(() => document.querySelector("[data-translated]").textContent !== "");

/** Gives one answer of each kind, and exchanges every text after each: it stands under its heading, once. Gives what was said. */
async function saidStepByStep(page, how, press = answer) {
  const titles = Object.fromEntries(await Promise.all(ANSWERS.map(async ([item]) => [item, bare(await page.text(heading(item)))])));
  await translate(page, how);
  const said = new Map();
  for (const [item, question, given, under] of ANSWERS) {
    await press(page, item, question, given);
    said.set(item, word[under]);
    const now = await sheet(page);
    for (const [item, under] of said) {
      const found = Object.entries(now).filter(([, lines]) => lines.some((line) => line.includes(titles[item])));
      assert.deepEqual(found.map(([heading]) => heading), [under], `${item} after ${given} to ${question}`);
    }
    await translate(page, how);
  }
  return { titles, said };
}

/** The code of what was said, in a page that is translated before it is looked at. */
async function codeOf(page, how) {
  await page.run(() => document.querySelector("[data-do=code]").click());
  await page.until(() => document.querySelector(".code-text") !== null);
  await translate(page, how);
  return page.text(".code-text");
}

/** That the desk reads from a code what was said. */
async function isReadAtTheDesk(code, { titles, said }) {
  const desk = await open({ path: "/reader/" });
  await scan(desk, code);
  const read = await lines(desk);
  for (const [item, under] of said) {
    const found = Object.entries(read).filter(([, lines]) => lines.some(([french]) => french.text.includes(titles[item])));
    assert.deepEqual(found.map(([heading]) => heading), [under], `the desk reads the code of ${item}`);
  }
}

for (const how of WAYS) {
  test(`exchanged as “${how}” after every step: each answer stands under its heading, once, and in the code`, async () => {
    const page = await open();
    const all = await saidStepByStep(page, how);
    await isReadAtTheDesk(await codeOf(page, how), all);
  });

  test(`exchanged as “${how}”: after erasing, everything is open and nothing is agreed to`, async () => {
    const page = await open();
    for (const [item, question, given] of ANSWERS) await answer(page, item, question, given);
    await translate(page, how);
    await page.erase();
    const now = await sheet(page);
    assert.deepEqual(Object.keys(now), [word.sheet_open]);
    assert.equal(await page.run(() => document.querySelectorAll("input:checked:not([data-picture])").length), 0);
  });
}

/** Presses words whether they can be seen or not, a second after what was pressed last. */
async function pressUnseen(page, item, question, given) {
  await later(page, 1);
  await page.run((id) => document.querySelector(`label[for="${id}"]`).click(), radio(item, question, given));
}

/** Where else a patient answers: how it is opened, and how one presses there. */
const FORMS = {
  "the simplified version": { begin: async () => {
    const page = await open();
    await page.readAt("simple");
    return page;
  } },
  "the page of a link": { begin: () => open({ path: "/#1.fr.c.kjh", until: "live" }) },
  "the single file": { begin: () => open({ path: "/eclaire.html", until: "live" }) },
  "the embed": { begin: () => openHost("plain"), within: inside },
  // It asks not to be translated; an extension may not care.
  "the kiosk": { begin: () => kiosk(), press: pressUnseen },
};

for (const [form, { begin, press, within = (page, act) => act() }] of Object.entries(FORMS)) {
  test(`${form}, exchanged after every step: each answer stands under its heading, once, and in the code`, async () => {
    const page = await begin();
    const [code, all] = await within(page, async () => {
      const all = await saidStepByStep(page, "rude", press);
      return [await codeOf(page, "rude"), all];
    });
    await isReadAtTheDesk(code, all);
  });
}

test("a page translated before its program is there prints what is said afterwards", async () => {
  const page = await open({ hold: /app\.[0-9a-f]+\.wasm/, until: null });
  await page.until(() => document.querySelector("#paper") !== null);
  await translate(page);
  page.release();
  await page.says("live");
  const [item, question] = ANSWERS[1];
  await answer(page, item, question, "no");
  const now = await sheet(page);
  assert.equal(now[word.sheet_refused]?.length, 1);
  await noticed(page);
});

test("a yes that was translated and then changed to a no is printed as a no, with the French beside it", async () => {
  const page = await open();
  const title = await page.text(heading("use-consultation-notes"));
  await answer(page, "use-consultation-notes", "recording", "yes");
  await translate(page);
  await noticed(page);
  await answer(page, "use-consultation-notes", "recording", "no");
  await translate(page);
  const french = await sheet(page, ".french");
  assert.deepEqual(french[word.sheet_refused]?.length, 1);
  assert.equal(french[word.sheet_agreed], undefined);
  const { text } = await printed(page);
  const paper = plain(text);
  assert.ok(paper.includes(`[${word.sheet_refused}]`), "what the patient reads is there, translated");
  assert.ok(paper.replaceAll(`[${word.sheet_refused}]`, "").includes(word.sheet_refused), "the French is there, as we wrote it");
  assert.ok(!paper.includes(word.sheet_agreed), paper);
  assert.ok(paper.includes(title));
  assert.ok(!paper.includes("Rien n'a été envoyé"), "whoever translates has read it");
  assert.ok(paper.includes(word.sheet_translated));
});

test("the French that somebody has exchanged all the same is drawn anew before it is printed", async () => {
  const page = await open();
  await answer(page, "use-consultation-notes", "recording", "no");
  await translate(page);
  await noticed(page);
  await translate(page, "rude");
  await page.run(() => dispatchEvent(new Event("beforeprint")));
  const french = await page.run(() => [...document.querySelectorAll("#paper .french")].map((one) => one.textContent).join(" "));
  assert.ok(plain(french).includes(word.sheet_refused));
  assert.ok(!french.includes("["), french);
});

test("the page says that it is read in a translation and what that may send, and no longer when it is not", async () => {
  const page = await open();
  assert.equal(await page.text("[data-translated]"), "");
  assert.equal(await page.run(() => document.querySelectorAll("#paper .french").length), 0);
  await page.run(() => document.documentElement.classList.add("translated-ltr"));
  await noticed(page);
  assert.equal(await page.text("[data-translated]"), word.translated);
  assert.ok(await page.run(() => document.querySelectorAll("#paper .french").length) > 0);
  await page.run(() => document.documentElement.classList.remove("translated-ltr"));
  await page.until(() => document.querySelector("[data-translated]").textContent === "");
  assert.equal(await page.run(() => document.querySelectorAll("#paper .french").length), 0);
  await page.read("en");
  assert.equal(await page.text("[data-translated]"), "", "a switch of language is no translation");
});

test("a letter is for a French office: it stays French, whatever is done to the page", async () => {
  const page = await open();
  await page.unfold();
  const letters = () => page.run(() => [...document.querySelectorAll("[data-text]")].map((one) => one.textContent));
  const before = await letters();
  await translate(page, "rude");
  await page.run(() => dispatchEvent(new Event("beforeprint")));
  assert.deepEqual(await letters(), before);
});

test("at the desk the second patient's record is the second patient's", async () => {
  const said = async (given) => {
    const page = await open();
    await answer(page, "use-consultation-notes", "recording", given);
    await page.click("[data-do=code]");
    return page.text(".code-text");
  };
  const [no, yes] = [await said("no"), await said("yes")];
  for (const how of WAYS) {
    const desk = await open({ path: "/reader/" });
    await scan(desk, no);
    assert.ok((await lines(desk))[word.sheet_refused]);
    await translate(desk, how);
    await scan(desk, yes);
    const read = await lines(desk);
    assert.equal(read[word.sheet_refused], undefined, how);
    assert.equal(read[word.sheet_agreed]?.length, 1, how);
    await translate(desk, how);
    await desk.click("label[for=read-back]");
    assert.ok((await desk.text("#result")).includes(bare(fill(words("fr", "desk").read_back_done, { date: "" })).slice(0, 8)), how);
    assert.equal(await desk.run(() => document.activeElement.id), "read-back", "the box that was ticked keeps the focus");
  }
});

test("at the practice the count, the link and the line say what is ticked", async () => {
  const practice = words("fr", "practice");
  for (const how of WAYS) {
    const page = await open({ site: "practice", path: "/practice/", until: "live" });
    const boxes = await page.run(() => [...document.querySelectorAll("[data-use]")].slice(0, 2).map(({ id }) => id));
    let link = await page.text("#text-link");
    for (const [index, id] of boxes.entries()) {
      await translate(page, how);
      await page.click(`label[for=${id}]`);
      const told = fill(practice.ticked, { number: String(index + 1) });
      await page.until((told) => document.querySelector("#choose [role=status]").textContent.replace(/[\s\u00a0\u202f]+/g, " ").includes(told), told);
      assert.notEqual(await page.text("#text-link"), link, `${how}: the link names it`);
      link = await page.text("#text-link");
      assert.equal(await page.run(() => document.activeElement.id), id, "the box that was ticked keeps the focus");
    }
    await page.click("label[for=leave-out]");
    assert.equal(await page.run(() => document.activeElement.id), "leave-out");
    await page.until((generic) => document.querySelector(".reveals").textContent.replace(/’/g, "'").replace(/\s+/g, " ").includes(generic), practice.generic);
  }
});

test("in the register editor counts, messages and titles follow what is typed", async () => {
  const editor = words("fr", "editor");
  for (const how of ["fonts", "data"]) {
    const page = await open({ site: "practice", path: "/register/", until: "live" });
    await page.click("[data-begin=empty]");
    await page.until(() => document.querySelector("#form") !== null);
    await add(page, "uses", "poumons", "chest-xray");
    await translate(page, how);
    await page.click('[data-look="uses[0]"]');
    await page.until(() => document.querySelector("#pane-title") !== null);
    const missing = () => page.text(".missing");
    const before = await missing();
    await translate(page, how);
    await type(page, "uses[0].product", "Exemple-Rayon");
    await page.until((before) => document.querySelector(".missing").textContent.replace(/\s+/g, " ").trim() !== before && !document.querySelector(".missing").textContent.includes("["), before);
    assert.match(bare(await missing()), /\d+/);
    assert.ok(!(await page.text(".missing")).includes("["), `${how}: what is counted anew is drawn anew`);
    assert.ok(editor.missing_facts.includes("{count}"));
    await shows(page, "Exemple-Rayon", "#use-chest-xray bdi");
  }
});

// Beside a legend that floats, answers lay over one another: whoever pressed "Je refuse" met the answer beside it.
test("where an extension puts empty elements of its own before each of ours, every answer is pressed where it is seen, and no other", async () => {
  for (const width of [390, 1280]) {
    for (const tag of ["span", "div", "x-extension"]) {
      const page = await open({ width });
      await page.allLoaded();
      await page.run((tag) => {
        for (const one of [...document.querySelectorAll(".document *")]) {
          if (!one.closest("svg, select, table") && !one.matches("summary, legend")) one.before(document.createElement(tag));
        }
      }, tag);
      const answers = await page.run(() => [...document.querySelectorAll("#wishes label[for^=answer-]")].map((one) => one.htmlFor));
      assert.ok(answers.length > 10);
      for (const id of answers) {
        await page.click(`label[for="${id}"]`);
        const group = await page.run((id) => document.getElementById(id).name, id);
        const ticked = await page.run((group) => [...document.querySelectorAll(`#wishes input[name="${group}"]:checked`)].map((one) => one.id), group);
        assert.deepEqual(ticked, [id], `${tag}, ${width} px`);
      }
    }
  }
});
