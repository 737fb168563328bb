// What comes out of the printer: its text, its pages, the QR codes on it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { temporaryFolder } from "./site.mjs";
import { plain, register, words } from "./text.mjs";

/** Prints the page: its number of pages, the size of each, its text, its lines, and the file. */
export async function printed(page) {
  const file = join(temporaryFolder(), "sheet.pdf");
  writeFileSync(file, await page.pdf());
  const info = execFileSync("pdfinfo", [file], { encoding: "utf8" });
  // In the order of the document: where two languages stand side by side, one after the other.
  const text = execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8" });
  return {
    file,
    // One text a side.
    sides: text.split("\f").slice(0, -1).map(plain),
    pages: Number(info.match(/^Pages:\s+(\d+)/m)[1]),
    size: info.match(/^Page size:.*/m)[0],
    lines: text.split("\n").map(plain).filter(Boolean),
    text: plain(text),
  };
}

/** The QR codes in a rendering of a printed page at 150 dots an inch, as zbar reads them: a decoder that is not ours. */
export function scanned(pdf) {
  const file = join(temporaryFolder(), "sheet");
  writeFileSync(`${file}.pdf`, pdf);
  execFileSync("pdftoppm", ["-r", "150", "-png", `${file}.pdf`, file]);
  const pages = readdirSync(dirname(file)).filter((name) => name.endsWith(".png"));
  const read = (page) => execFileSync("zbarimg", ["--nodbus", "--quiet", "--raw", join(dirname(file), page)], { encoding: "utf8" });
  return pages.flatMap((page) => read(page).trim().split("\n"));
}

/**
 * That a sheet of the hospital with its code goes over several sides, and each says which it is, of which place and day, with which code:
 * sides that are parted are found again. `language`: that of the sheet.
 */
export async function everySideSays(page, sheet, language) {
  const leaves = await page.run(() => document.querySelectorAll(".leaf").length);
  assert.ok(leaves > 1);
  assert.equal(sheet.pages, leaves, "nothing spills from one side to another");
  // In Arabic the letters come out of the file in the order of the eye.
  const french = words("fr");
  const told = { fr: french, en: words("en"), ar: french }[language];
  const code = (await page.text("#code .code-text")).replace(/\s/g, "");
  const day = await page.run(() => document.querySelector(".running span:nth-of-type(3)").textContent);
  for (const [at, text] of sheet.sides.entries()) {
    const number = told.sheet_side.replace("{side}", at + 1).replace("{sides}", leaves);
    assert.ok(text.includes(number), `“${number}” on side ${at + 1}`);
    assert.ok(text.replace(/\s/g, "").includes(code), `the code on side ${at + 1}`);
    assert.ok(text.includes(plain(register("hospital").site.name.fr)), `the place on side ${at + 1}`);
    if (language !== "ar") assert.ok(text.includes(plain(day)), `the day on side ${at + 1}`);
    assert.ok(text.length > number.length + 150, `side ${at + 1} is not empty`);
  }
  assert.ok(sheet.sides[0].includes(french.by_hand_name), "the name belongs to the first");
  assert.ok(sheet.sides.slice(1).every((text) => !text.includes(french.by_hand_name)));
  assert.ok(sheet.sides.at(-1).includes(french.nothing_sent), "and what it is not to the last");
}

/** What is on no paper: what is for screens, for those who hear, for a program. */
const NOT_PRINTED = [
  ".skip, .switch, .contents, .actions, .change, button, .example-note, .print-status, .way-back, .unstyled, .pen, .needs-program",
  ".visually-hidden, .goes-on, .running, script, style",
].join();

/** How often each word of a text stands in it. */
function counted(text) {
  const count = new Map();
  for (const word of plain(text).normalize("NFKC").toLowerCase().match(/\p{L}{3,}/gu) ?? []) count.set(word, (count.get(word) ?? 0) + 1);
  return count;
}

/** That the text of a page is on its paper word for word, what is folded too: the words are counted. */
export async function isWhole(page, paper) {
  const text = await page.run((not) => {
    const copy = document.querySelector(".document").cloneNode(true);
    copy.querySelectorAll(not).forEach((one) => one.remove());
    copy.querySelectorAll("*").forEach((one) => one.after(" "));
    return copy.textContent;
  }, NOT_PRINTED);
  const printed = counted(paper);
  let [all, missing] = [0, 0];
  for (const [word, times] of counted(text)) {
    all += times;
    missing += Math.max(0, times - (printed.get(word) ?? 0));
  }
  assert.ok(all > 15_000, `${all} words`);
  // Where a line ends, a word may be parted.
  assert.ok(missing / all < 0.01, `${missing} of ${all} words are not on the paper`);
}
