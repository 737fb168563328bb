// The printed sheet: one A4 side, all that was said and what was left open, in grey, without addresses of the web.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { kiosk } from "./support/kiosk.mjs";
import { open } from "./support/page.mjs";
import { everySideSays, isWhole, printed } from "./support/paper.mjs";
import { twelveQuestions } from "./support/site.mjs";
import { plain, register, words } from "./support/text.mjs";
import { ANSWERS, answer } from "./support/walk.mjs";

/** The farthest that any printed point is from grey, of 255. */
function colour(file) {
  const pixels = execFileSync("pdftoppm", ["-r", "30", file], { maxBuffer: 2 ** 28 });
  let farthest = 0;
  for (let at = 0; at < pixels.length; ) {
    const head = pixels.subarray(at, at + 40).toString("latin1").match(/^P6\s(\d+) (\d+)\s255\s/);
    const [from, length] = [at + head[0].length, head[1] * head[2] * 3];
    for (let one = from; one < from + length; one += 3) {
      const [r, g, b] = [pixels[one], pixels[one + 1], pixels[one + 2]];
      farthest = Math.max(farthest, Math.max(r, g, b) - Math.min(r, g, b));
    }
    at = from + length;
  }
  return farthest;
}

/** What stands on every sheet, whatever was said. */
function hasEverything(sheet, language, site) {
  const word = words(language);
  const { site: place } = register(site);
  const long = new Date().toLocaleDateString(language === "fr" ? "fr-FR" : "en-GB", { dateStyle: "long" });
  const today = language === "fr" ? long.replace(/^1 /, "1er ") : long;
  const version = word.sheet_version.replace("{version}", place.notice.version);
  const own = { fr: "français", en: "English" }[language];
  for (const part of [
    plain(place.name[language]), word.sheet_head, `${word.sheet_date} ${today}`, version.replace("{language}", own),
    word.hand_over, word.channel_care_team, plain(place.contacts.desk.phone), plain(place.contacts.dpo.phone),
    word.by_hand_name, word.by_hand_questions, word.nothing_sent,
  ]) {
    assert.ok(sheet.text.includes(part), `the sheet has “${part}”`);
  }
  const other = ["care_lead", "rights_title", "wishes_lead", "contacts_title", "about_title", "change", "print", "erase_all"];
  for (const key of other) assert.ok(!sheet.text.includes(word[key]), `the sheet has no “${word[key]}”`);
  assert.doesNotMatch(sheet.text, /https?:|127\.0\.0\.1|localhost|www\./, "no address of the web");
  assert.match(sheet.size, /A4/);
  assert.ok(colour(sheet.file) <= 2, `a point is ${colour(sheet.file)} from grey`);
}

/** The text between a heading and the next one. */
function under(sheet, heading, headings) {
  const at = sheet.lines.indexOf(heading);
  assert.ok(at >= 0, `there is a line “${heading}”`);
  const end = sheet.lines.findIndex((line, index) => index > at && headings.includes(line));
  return sheet.lines.slice(at + 1, end < 0 ? undefined : end).join(" ");
}

for (const language of ["fr", "en"]) {
  test(`twelve answers in ${language} are one A4 page with each answer under its heading`, async () => {
    const page = await open();
    await page.read(language);
    const word = words(language);
    const said = ANSWERS.slice(1);
    for (const [item, question, one] of said) await answer(page, item, question, one);
    await page.run(() => [...document.querySelectorAll("[id^=ask-]")].slice(0, 8).forEach((box) => box.click()));
    assert.equal((await page.ticked()).length, 12);

    const sheet = await printed(page);
    assert.equal(sheet.pages, 1);
    hasEverything(sheet, language, "hospital");
    const beside = (key) => (language === "fr" ? word[key] : `${word[key]} ${words("fr")[key]}`);
    const keys = ["agreed", "refused", "objected", "left", "talk", "asked", "open"].map((key) => beside(`sheet_${key}`));
    const headings = [...keys, word.hand_over];
    for (const [item, , , heading] of said) {
      const title = await page.text(`#${item}_title`);
      assert.ok(under(sheet, beside(heading), headings).includes(title), `“${title}” under “${word[heading]}”`);
    }
    const onScreen = await page.sheet();
    const requests = under(sheet, beside("sheet_asked"), headings);
    assert.ok(requests.includes(word.request_explanation) && requests.includes(word.request_talk));
    const left = under(sheet, beside("sheet_open"), headings);
    assert.equal(left.split(word.not_answered).length - 1, onScreen[word.sheet_open].length, "every open question says so");
    assert.equal(sheet.text.split(word.not_answered).length - 1, 2, "and nothing else does");
  });
}

for (const site of ["hospital", "practice"]) {
  test(`without any answer the sheet of the ${site} is one page that says so`, async () => {
    const page = await open({ site });
    const sheet = await printed(page);
    assert.equal(sheet.pages, 1);
    hasEverything(sheet, "fr", site);
    assert.ok(sheet.text.includes(words("fr").sheet_nothing));
  });
}

test("with everything ticked the sheet goes on to a second page and loses nothing", async () => {
  const page = await open();
  await page.tickEverything();
  const sheet = await printed(page);
  assert.ok(sheet.pages >= 2, `${sheet.pages} pages`);
  hasEverything(sheet, "fr", "hospital");
  const onScreen = await page.sheet();
  assert.equal(Object.values(onScreen).flat().length, (await page.ticked()).length);
  const titles = await page.run(() => [...document.querySelectorAll("#paper strong")].map((title) => title.textContent));
  for (const title of titles) {
    const times = (text) => text.split(plain(title)).length - 1;
    assert.ok(times(sheet.text) >= times(titles.map(plain).join("\n")), `“${plain(title)}” is printed every time`);
  }
});

/** Says so much, with the code. */
async function say(page, answers, requests, questions) {
  await page.run((answers, requests, questions) => {
    const some = (selector, many) => [...document.querySelectorAll(selector)].slice(0, many).forEach((one) => one.click());
    some("[type=radio][value=no][data-question]", answers);
    some("[id^=ask-]", requests);
    some("[id^=to-ask-]", questions);
    some("[data-do=code]", 1);
  }, answers, requests, questions);
  await page.until(() => document.getElementById("code"));
}

test("twelve answers, eight requests, six questions and the code fit one side in French", async () => {
  const page = await open({ site: twelveQuestions() });
  await say(page, 12, 8, 6);
  assert.equal((await page.ticked()).length, 26);
  const sheet = await printed(page);
  assert.equal(sheet.pages, 1);
  hasEverything(sheet, "fr", "hospital");
  const code = await page.text(".code-text");
  assert.ok(sheet.text.replace(/ /g, "").includes(code.replace(/ /g, "")), "with its code");
  assert.doesNotMatch(sheet.text, /Page 1/, "one side has no number");
});

for (const language of ["fr", "en", "ar"]) {
  test(`every side of a long sheet in ${language} says which it is, of whose sheet, of which day, with which code`, async () => {
    const page = await open({ site: twelveQuestions() });
    if (language === "ar") await page.sheetIn("ar");
    else await page.read(language);
    await page.tickEverything();
    await page.click("[data-do=code]");
    await page.until(() => document.getElementById("code"));
    const sheet = await printed(page);
    await everySideSays(page, sheet, language);
  });
}

const asked = (page) => page.run(() => document.documentElement.dataset.printed ?? "sheet");

/** How browsers print: in which order they tell of it, and what their `print` does. */
const printers = {
  "a computer": () => { window.print = () => ["beforeprint", "afterprint"].forEach((type) => dispatchEvent(new Event(type))); },
  "a telephone that says it is done before anything is drawn": () => {
    window.print = () => setTimeout(() => ["beforeprint", "afterprint"].forEach((type) => dispatchEvent(new Event(type))));
  },
  "a browser that tells nothing": () => { window.print = () => {}; },
};

for (const [browser, begins] of Object.entries(printers)) {
  test(`${browser} prints the letter that was asked for, again and again, until somebody goes on`, async () => {
    const page = await open();
    await page.run(begins);
    await page.unfold();
    const letter = plain(await page.text("#letter-access-text")).replace(/ /g, "");
    const other = plain(await page.text("#letter-record-text")).replace(/ /g, "");
    const comesOut = async () => (await printed(page)).text.replace(/ /g, "");
    await page.click("[data-do=print-letter][data-letter=access]");
    await page.driver.executeAsyncScript((done) => setTimeout(done));
    // Printing tells its own events here, before and after: the preview of a telephone is drawn as often.
    assert.equal(await comesOut(), letter);
    assert.equal(await comesOut(), letter, "drawn again");
    await page.click("[data-do=print-letter][data-letter=record]");
    assert.equal(await comesOut(), other, "another letter");
    await page.click("#sheet-title");
    assert.equal(await asked(page), "sheet");
    assert.ok((await printed(page)).text.includes(words("fr").sheet_head));
    await page.click("[data-do=print-letter][data-letter=access]");
    await page.click("#sheet [data-do=print]");
    assert.ok((await printed(page)).text.includes(words("fr").sheet_head), "the sheet, when it was asked for last");
    await page.click("[data-do=print-letter][data-letter=access]");
    await page.read("en");
    assert.ok((await printed(page)).text.includes(words("en").sheet_head), "and no empty paper in another language");
  });
}

test("where nothing prints, the page says what is left; where it prints, it says nothing", async () => {
  const word = words("fr");
  const said = (page) => page.run(() => [...document.querySelectorAll(".print-status")].map((one) => one.textContent).filter(Boolean));
  const none = {
    "without print": () => { window.print = undefined; },
    "with a print that does nothing": () => { window.print = () => {}; },
    "with a print that is refused": () => { window.print = () => { throw new Error("refused"); }; },
  };
  for (const [what, how] of Object.entries(none)) {
    const page = await open();
    await page.run(how);
    await page.click("#sheet [data-do=print]");
    assert.deepEqual((await said(page)).map(plain), [word.not_printed], what);
    assert.ok((await page.visible("#sheet")).includes(word.not_printed), what);
    await page.unfold();
    await page.click("[data-do=print-letter][data-letter=access]");
    assert.equal(plain(await page.text("#letter-access .print-status")), word.not_printed, what);
    assert.deepEqual(await page.complaints(), [], what);
  }
  const page = await open();
  await page.run(printers["a computer"]);
  await page.click("#sheet [data-do=print]");
  assert.deepEqual(await said(page), []);
  const there = await kiosk();
  await there.run(() => document.querySelector("#sheet [data-do=print]").click());
  assert.deepEqual((await said(there)).map(plain), [word.not_printed_here], "a kiosk saves nothing");
});

test("in the dark, too, the sheet is printed black on white", async () => {
  const page = await open({ dark: true });
  await answer(page, ...ANSWERS[2]);
  const { file } = await printed(page);
  const pixels = execFileSync("pdftoppm", ["-r", "20", "-gray", file]);
  const white = pixels.subarray(20).filter((pixel) => pixel > 250).length / pixels.length;
  assert.ok(white > 0.5, `${Math.round(white * 100)} of 100 points are white`);
});

for (const [what, options] of Object.entries({
  "with scripts turned off": { scripts: false },
  "from the static page": { path: "/fr/" },
})) {
  test(`${what} the whole text is printed, what is folded on a screen too, and the sheet has a page of its own`, async () => {
    const page = await open(options);
    const { text, sides, file } = await printed(page);
    const word = words("fr");
    for (const key of ["care_lead", "rights_lead", "sheet_head", "answer_agree", "answer_object", "nothing_sent"]) {
      assert.ok(text.includes(word[key]), `“${word[key]}” is printed`);
    }
    assert.ok(colour(file) <= 2);

    await isWhole(page, text);

    const own = sides.filter((side) => side.includes(word.sheet_head) && side.includes(word.hand_over));
    assert.equal(own.length, 1, "the sheet is on one side");
    for (const key of ["by_hand_name", "nothing_sent", "by_hand_questions"]) assert.ok(own[0].includes(word[key]), key);
    assert.equal(own[0].split(word.answer_talk_first).length - 1, await page.run(() => document.querySelectorAll("#paper .boxes").length));
    assert.ok(!own[0].includes(word.rights_title) && !own[0].includes(word.letters_title), "and nothing else on it");
  });
}

// Browsers of the floor let no style open what is folded: of 27 660 words 4 916 came out.
test("where no style can unfold what is printed, a page whose program has failed unfolds it, and one that lives stays as it is", async () => {
  const withoutTheStyle = (page) => page.run(() => {
    let gone = 0;
    const walk = (group) => [...group.cssRules].forEach((rule) => {
      if (rule.selectorText?.includes("::details-content")) {
        group.deleteRule([...group.cssRules].indexOf(rule));
        gone += 1;
      } else if (rule.cssRules) walk(rule);
    });
    [...document.styleSheets].forEach(walk);
    return gone;
  });
  const page = await open({ until: "still", change: (path, answer) => path.endsWith(".wasm") ? { ...answer, status: 404, body: Buffer.from("") } : undefined });
  assert.ok((await withoutTheStyle(page)) > 0);
  await isWhole(page, (await printed(page)).text);
  const other = await open();
  await withoutTheStyle(other);
  await printed(other);
  assert.ok((await other.run(() => document.querySelectorAll("details:not([open])").length)) > 100, "the sheet alone was printed");
});
