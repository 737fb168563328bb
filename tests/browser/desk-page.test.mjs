// The desk's page itself: bad input gets a sentence and loses nothing, nothing stays for the next patient, nothing is sent,
// and it can be used by everyone.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { everyLook } from "./support/axe.mjs";
import { cut } from "./support/cut.mjs";
import { lines, refused, scan } from "./support/desk.mjs";
import { Key, open } from "./support/page.mjs";
import { site, temporaryFolder } from "./support/site.mjs";
import { fill, plain, words } from "./support/text.mjs";
import { answer } from "./support/walk.mjs";

const desk = words("fr", "desk");
const word = words("fr");

/** A code and a file of a patient of this place. */
async function handedIn(name = "hospital") {
  const page = await open({ site: name });
  await page.run(() => document.querySelector("[value=no]").click());
  await page.sheetIn("ar");
  await page.click("[data-do=code]");
  return { page, code: await page.text("#code bdi"), text: (await page.saved("[data-do=save]")).text };
}

const typed = (page) => page.run(() => document.querySelector("#code").value);
const isOpen = (page) => page.run(() => document.querySelector("#result .paper") !== null);

test("a code may be typed in small letters, without dashes, with spaces, with letters that look like others", async () => {
  const { page, code } = await handedIn();
  await page.go("/reader/");
  const bare = code.replace(/-/g, "");
  const alike = code.replace(/(?<=^EC.*)0/g, "O").replace(/1/g, "l");
  for (const text of [code.toLowerCase(), bare, bare.toLowerCase(), ` ${code.replace(/-/g, " ")} `, code.replace(/-/g, "–"), alike]) {
    await scan(page, text);
    assert.equal((await lines(page))[word.sheet_objected]?.length ?? (await lines(page))[word.sheet_refused]?.length, 1, text);
    await page.click("[data-do=next]");
  }
});

test("what a scanner set to a keyboard of the United States types at a French machine is read", async () => {
  const { page, code } = await handedIn();
  const azerty = Object.fromEntries([..."0123456789-AQZWM"].map((key, at) => [key, [..."à&é\"'(-è_ç)QAWZ?"][at]]));
  const typed = [...code].map((letter) => azerty[letter] ?? letter).join("");
  await page.go("/reader/");
  await scan(page, code);
  const read = await lines(page);
  await page.click("[data-do=next]");
  await scan(page, typed);
  assert.deepEqual(await lines(page), read, typed);
  assert.ok(Object.keys(read).length > 1);
  // A digit typed with the wrong key: the check does not fit, and the keyboard is named.
  const at = [...typed].findIndex((letter, at) => at > 3 && (letter === "&" || letter === "à"));
  const wrong = typed.slice(0, at) + "é" + typed.slice(at + 1);
  await scan(page, wrong);
  assert.equal(await refused(page), desk.problem_keyboard, wrong);
  assert.equal(await page.run(() => document.querySelector("#code").value), wrong, "what was typed is still there");
});

test("a German scanner at a French machine, one that sends marks and the code twice, and one that ends with a Tab are read", async () => {
  const { page, code } = await handedIn();
  const german = Object.fromEntries([..."0123456789-AQZWMY"].map((key, at) => [key, [..."à&é\"'(-è_ç!QAYZ?W"][at]]));
  const typed = [...code].map((letter) => german[letter] ?? letter).join("");
  await page.go("/reader/");
  await scan(page, code);
  const read = await lines(page);
  for (const text of [typed, `]Q1${code}`, `${code}${code}`, `${typed}${typed}`]) {
    await page.click("[data-do=next]");
    await scan(page, text);
    assert.deepEqual(await lines(page), read, text);
  }
  await page.click("[data-do=next]");
  await page.driver.actions().sendKeys(`${code}`, Key.TAB).perform();
  await page.until(() => document.querySelector("#result .paper") !== null);
  assert.deepEqual(await lines(page), read, "with a Tab at the end");
});

test("a code that is wrong, cut, swapped, foreign, of another place or of the future gets its sentence, and stays in the box", async () => {
  const { code: elsewhere } = await handedIn("practice");
  const { page, code } = await handedIn();
  await page.go("/reader/");
  const at = [...code].findIndex((letter, at) => at > 3 && /[0-9A-Z]{2}/.test(code.slice(at, at + 2)) && letter !== code[at + 1]);
  const swapped = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
  const wrong = code.slice(0, at) + (code[at] === "7" ? "8" : "7") + code.slice(at + 1);
  for (const [text, sentence] of [
    [wrong, desk.problem_check],
    [swapped, desk.problem_check],
    [code.slice(0, -1), desk.problem_check],
    [code.slice(0, 9), desk.problem_length],
    [`${code.slice(0, -1)}U`, fill(desk.problem_character, { at: code.replace(/-/g, "").length })],
    ["HC1:6BFOXN*TS0BI$ZD4N9:9S6RCVN5+O30K3", desk.problem_foreign],
    ["shc:/567629095243206034602924374044603122295", desk.problem_foreign],
    ["Bonjour", desk.problem_foreign],
    ["EC-3DCP1-1K0AC-02111-5P", fill(desk.problem_newer, { version: 3 })],
    [elsewhere, desk.problem_other],
  ]) {
    await scan(page, text);
    assert.equal(await refused(page), sentence, text);
    assert.equal(await typed(page), text, "what was typed is still there");
    assert.equal(await isOpen(page), false);
  }
  await scan(page, code);
  assert.ok(await isOpen(page), "and the right code is read after all of them");
  assert.deepEqual(await page.complaints(), []);
});

/** Opens a file with this content at the desk, and waits until it says something else than before. */
async function give(page, content) {
  const file = join(temporaryFolder(), "eclaire-reponses.json");
  writeFileSync(file, content);
  await page.run(() => (document.querySelector("#result").dataset.before = document.querySelector("#result").textContent));
  await (await page.find("#file")).sendKeys(file);
  await page.until(() => document.querySelector("#result").dataset.before !== document.querySelector("#result").textContent);
}

test("a file that is cut, edited, foreign or of the future gets its sentence, and what was typed stays", async () => {
  const { page, text } = await handedIn();
  await page.go("/reader/");
  await page.click("#code");
  await page.press("EC-HALF");
  const record = JSON.parse(text);
  const inform = structuredClone(record);
  inform.record.items.find(({ regime }) => regime === "inform").questions = record.record.items.flatMap(({ questions }) => questions);
  const begins = (sentence) => sentence.split(/\{|\(/)[0];
  for (const [content, sentence] of [
    [text.slice(0, text.length / 2), desk.file_not_json],
    ["{}", desk.file_foreign],
    ["", desk.file_not_json],
    [Buffer.from("89504e470d0a1a0a0000000d49484452fffe", "hex"), desk.file_not_text],
    [Buffer.alloc(20_000_000, " "), desk.file_too_large],
    [Buffer.from(text, "latin1"), desk.file_not_text],
    [text.replace('"paper":"ar"', '"paper":"tlh"'), desk.file_newer_language],
    [readFileSync(join(site("hospital").folder, "reader/blanks.json")), desk.file_foreign],
    [JSON.stringify({ ...record, version: 2 }), desk.file_newer],
    [text.replace('"answer":"no"', '"answer":"never"'), desk.file_broken],
    [JSON.stringify(inform), desk.file_broken],
    [text.replace('"answer":"no"', '"answer":"yes"'), desk.file_broken],
  ]) {
    await give(page, content);
    assert.ok((await refused(page)).startsWith(plain(begins(sentence))), `${await refused(page)} begins with “${begins(sentence)}”`);
    assert.equal(await typed(page), "EC-HALF");
  }
  const { site: place } = record.record;
  const elsewhere = { ...record.record, site: { ...place, id: "ailleurs" }, fingerprint: "5a".repeat(32) };
  await give(page, JSON.stringify({ ...record, record: elsewhere }));
  for (const warning of [desk.warning_other_site, desk.warning_unknown_text]) {
    assert.ok((await page.visible("#result")).includes(plain(begins(warning))), `the file of another place opens with “${warning}”`);
  }
});

test("of a file that was edited the desk shows the words of its own text, and says where the file says otherwise", async () => {
  const { page, text } = await handedIn();
  await page.go("/reader/");
  await give(page, text);
  const read = await lines(page);
  const warned = async (what) => (await page.visible("#result")).includes(plain(fill(desk.warning_altered, { what })));
  const none = desk.warning_altered.split("{")[0];
  assert.ok(!(await page.visible("#result")).includes(plain(none)), "nobody is warned of a file as it was saved");
  const edited = JSON.parse(text);
  const item = edited.record.items.find(({ questions }) => questions.some(({ answer }) => answer));
  const title = item.title.fr;
  Object.assign(item.title, { fr: "Autre titre" });
  item.questions[0].text.fr = "Une autre question";
  edited.record.example = false;
  await give(page, JSON.stringify(edited));
  assert.deepEqual(await lines(page), read);
  assert.ok(await warned(title), title);
  assert.ok((await page.visible("#result")).includes(desk.warning_example), "an example stays one");
});

test("“next patient”, and coming back with the Back button, leave nothing of the patient on the page", async () => {
  const { page, code, text } = await handedIn();
  await page.go("/reader/");
  const empty = async (said) => {
    assert.equal(await typed(page), "");
    assert.equal(await page.run(() => document.querySelector("#file").value), "");
    assert.equal(await page.text("#result"), said);
    const left = await page.run(() => document.documentElement.outerHTML);
    for (const trace of [code, JSON.parse(text).record.items[0].title.fr, "Consent"]) assert.ok(!left.includes(trace), trace);
  };
  await scan(page, code);
  await page.click("label[for=read-back]");
  await page.click("[data-do=next]");
  await empty(desk.erased);
  assert.equal(await page.run(() => document.activeElement.id), "code", "the next code can be scanned at once");

  await page.press(code, Key.ENTER);
  assert.ok(await isOpen(page));
  await page.run(() => {
    window.same = true;
    addEventListener("pageshow", ({ persisted }) => (window.persisted = persisted));
  });
  await page.go("/fr/");
  await page.driver.navigate().back();
  await page.until(() => location.pathname === "/reader/" && document.documentElement.dataset.app === "live");
  // A page that was kept is there a moment before it is told so.
  await page.until(() => !window.same || window.persisted !== undefined);
  assert.deepEqual(await page.run(() => [window.same, window.persisted]), [true, true], "the browser kept the page");
  await empty(desk.erased);
});

test("the desk's page asks for nothing after it has loaded, keeps nothing, and a patient's page loads nothing of it", async () => {
  const { page: patients, code } = await handedIn();
  assert.deepEqual(patients.requests.filter(({ path }) => path.includes("reader")), [], "the patient's page");
  assert.equal(await patients.run(() => document.querySelectorAll("[href*=reader], [src*=reader]").length), 0);
  const page = await open({ path: "/reader/" });
  const loaded = await page.allLoaded();
  await scan(page, code);
  await page.click("label[for=read-back]");
  await page.unfold();
  await page.saved("#export-fhir-r4 [data-do=save]");
  await scan(page, code.slice(0, -1));
  await page.click("[data-do=next]");
  assert.deepEqual(page.requests.slice(loaded), []);
  assert.deepEqual((await page.sent()).filter((url) => !url.startsWith("blob:")), []);
  assert.deepEqual(await page.complaints(), []);
  const kept = await page.run(async () => [
    document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, location.search, location.hash,
  ]);
  assert.deepEqual(kept, ["", 0, 0, 0, "", ""]);
});

test("a desk whose clock is behind notes no reading back: the box is empty again, and the page says why", async () => {
  const { page, code } = await handedIn();
  await page.go("/reader/");
  await scan(page, code);
  await page.run(() => {
    const Time = Date;
    window.Date = class extends Time {
      constructor(...at) {
        super(...(at.length ? at : [Time.now() - 2 * 24 * 60 * 60 * 1000]));
      }
    };
  });
  for (let times = 0; times < 2; times += 1) {
    await page.click("label[for=read-back]");
    assert.equal(await page.run(() => document.querySelector("#read-back").checked), false);
    const said = await page.visible("#result");
    assert.ok(said.includes(desk.read_back_before.split("{")[0]), said);
    assert.ok(said.includes(desk.warning_not_read_back), said);
  }
});

test("the desk is worked with the keyboard alone", async () => {
  const { page, code } = await handedIn();
  await page.go("/reader/");
  const to = async (selector, back) => {
    for (let steps = 0; steps < 40; steps += 1) {
      if (await page.run((selector) => document.activeElement.matches(selector), selector)) return;
      const keys = page.driver.actions();
      await (back ? keys.keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT) : keys.sendKeys(Key.TAB)).perform();
    }
    assert.fail(`Tab does not lead to ${selector}`);
  };
  await to("#code");
  await page.press(code, Key.ENTER);
  await to("#read-back");
  await page.press(Key.SPACE);
  assert.ok((await page.visible("#result")).includes(desk.read_back_done.split("{")[0].trim()));
  await to("#export-receipt > summary");
  await page.press(Key.ENTER);
  await to("#export-receipt [data-do=copy]");
  await page.press(Key.ENTER);
  assert.ok([desk.copied, desk.selected].includes(await page.text("#export-receipt [role=status]")));
  await to("[data-do=next]", true);
  await page.press(Key.ENTER);
  assert.equal(await isOpen(page), false);
});

/** Does something with the page empty, with a code that is refused, and with a record. */
async function everyState(then) {
  const { page, code } = await handedIn();
  await page.go("/reader/");
  await then(page, "empty");
  await scan(page, code.slice(0, -1));
  await then(page, "refused");
  await scan(page, code);
  await then(page, "with a record");
}

test("at 320 px nothing on the desk's page is cut off: empty, refused, with a record", async () => {
  await everyState(async (page, state) => {
    await page.look(320);
    await page.unfold();
    assert.deepEqual(await cut(page), [], state);
  });
});

test("axe finds nothing on the desk's page: empty, refused, with a record", async () => {
  await everyState((page) => everyLook(page));
});
