// What comes out of the printer: its text, its pages, the QR codes on it.
import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { temporaryFolder } from "./site.mjs";
import { plain } from "./text.mjs";

/** Prints the page: its number of pages, the size of each, its text, its lines, and the file. */
export async function printed(page) {
  const file = join(temporaryFolder(), "sheet.pdf");
  writeFileSync(file, await page.pdf());
  const info = execFileSync("pdfinfo", [file], { encoding: "utf8" });
  // In the order of the document: where two languages stand side by side, one after the other.
  const text = execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8" });
  return {
    file,
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
