// What HTML_CodeSniffer finds: a third engine. It alone asks for what only level AAA asks, such as a contrast of 7 to 1.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const engine = readFileSync(createRequire(import.meta.url).resolve("html_codesniffer/build/HTMLCS.js"), "utf8");

/** The errors it finds in the page as it stands, one line each: `criterion technique: place message`. Its warnings and notices are questions to a person. */
export async function errors(page) {
  if (!(await page.run(() => "HTMLCS" in window))) await page.run(`${engine};Object.assign(window, { HTMLCS });`);
  return page.run(() => new Promise((done, fail) => {
    const place = (element) => `${element.localName ?? element.nodeName}${element.id && `#${element.id}`}${[...(element.classList ?? [])].map((one) => `.${one}`).join("")}`;
    const told = ({ type, code, element, msg }) => [type, `${code.split(".").slice(3).join(" ")}: ${place(element)} ${msg}`];
    window.HTMLCS.process("WCAG2AAA", document, () => {
      // What nobody sees, such as the button for a voice where there is none, has no name either.
      const seen = window.HTMLCS.getMessages().filter(({ element }) => element.checkVisibility?.() !== false);
      done(seen.map(told).filter(([type]) => type === window.HTMLCS.ERROR).map(([, line]) => line));
    }, fail, "en");
  }));
}
