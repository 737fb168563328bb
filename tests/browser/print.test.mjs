// The printed sheet: one A4 side, all that was said and what was left open, in grey, without addresses of the web.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { open } from "./support/page.mjs";
import { printed } from "./support/paper.mjs";
import { plain, register, words } from "./support/text.mjs";
import { ANSWERS, answer } from "./support/walk.mjs";

/** The farthest that any printed point is from grey, of 255. */
function colour(file) {
  const pixels = execFileSync("pdftoppm", ["-r", "80", file], { maxBuffer: 2 ** 28 });
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

// French beside another language takes room: twelve answers in French fit one side, eight in English.
for (const [language, asked, pages] of [["fr", 8, 1], ["en", 4, 1], ["en", 8, 2]]) {
  const room = pages === 1 ? "one A4 page" : `${pages} A4 pages`;
  test(`${4 + asked} answers in ${language} are ${room} with each answer under its heading`, async () => {
    const page = await open();
    await page.read(language);
    const word = words(language);
    const said = ANSWERS.slice(1);
    for (const [item, question, one] of said) await answer(page, item, question, one);
    await page.run((asked) => [...document.querySelectorAll("[name=ask]")].slice(0, asked).forEach((box) => box.click()), asked);
    assert.equal((await page.ticked()).length, 4 + asked);

    const sheet = await printed(page);
    assert.equal(sheet.pages, pages);
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
  test(`${what} the whole text is printed, and the sheet has boxes to tick by hand`, async () => {
    const page = await open(options);
    const { text, file } = await printed(page);
    const word = words("fr");
    for (const key of ["care_lead", "rights_lead", "sheet_head", "answer_agree", "answer_object", "nothing_sent"]) {
      assert.ok(text.includes(word[key]), `“${word[key]}” is printed`);
    }
    assert.ok(colour(file) <= 2);
  });
}
