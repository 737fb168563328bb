// The desk's page, and the program that has to give the same.
import { eclaire } from "./site.mjs";
import { Key } from "./page.mjs";
import { plain } from "./text.mjs";

/** Everything the desk makes of a record, by the name it has on the command line. */
export const EXPORTS = [
  "line", ...["fhir-r4", "fhir-r4-pcf", "fhir-r5"].flatMap((name) => [name, `${name}-transaction`]), "receipt",
];

/** Types a code as a hospital's scanner does: its characters, then Enter, into the box that a click has chosen. */
export async function scan(page, code) {
  await page.click("#code");
  await page.run(() => document.querySelector("#code").select());
  await page.press(code, Key.ENTER);
}

/** What the desk makes of the record that lies open, to the byte. */
export const output = (page, name) => page.run((name) => document.querySelector(`#text-${name}`)?.textContent, name);

/** Of which handing over: what the program has to be told, so that the same comes out. */
export const handing = async (page) => {
  const { number, at } = await page.run(() => ({ ...document.querySelector("#outputs").dataset }));
  return ["--number", number, "--at", at];
};

/** The same from the program. */
export const program = (name, ...options) => eclaire("record", ...options, "--as", name);

/** What the desk shows of a record: under each French heading its lines, and what stands beside each. */
export async function lines(page) {
  const lists = await page.run(() => [...document.querySelectorAll("#result .paper h3")].map((heading) => ({
    heading: [...heading.children].map((one) => one.textContent),
    lines: [...heading.nextElementSibling.children].map((line) =>
      [...line.children].map((side) => ({ text: side.textContent, lang: side.lang, dir: side.dir })),
    ),
  })));
  const tidy = (side) => ({ ...side, text: plain(side.text) });
  return Object.fromEntries(lists.map(({ heading, lines }) => [plain(heading[0]), lines.map((line) => line.map(tidy))]));
}

/** The sentence that says why something cannot be read; nothing if there is none. */
export const refused = (page) => page.text("#result .refused p");
