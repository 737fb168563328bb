// The journeys in WebKitGTK, the engine of Safari, by hand, and what came of it:
//
//     node tests/browser/webkit.mjs
//
// It needs Debian's webkit2gtk-driver, libwebkit2gtk-4.1-0 and xvfb, and a built program (cargo run -- build). The last result lies beside this file
// in webkit.md, which it writes anew: with the day, the version, what passed, and what did not.
import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { run } from "node:test";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const PACKAGES = ["webkit2gtk-driver", "libwebkit2gtk-4.1-0", "xvfb"];
/** The journeys that every engine is taken through. */
const FILES = ["engines.test.mjs", "staff-engines.test.mjs", "kiosk-engines.test.mjs"];
/** What is known not to pass, by a part of its name, and why. */
const KNOWN = {};

if (!existsSync("/usr/bin/WebKitWebDriver") || !existsSync("/usr/bin/Xvfb")) {
  console.error(`This needs root once: sudo apt-get install --no-install-recommends ${PACKAGES.join(" ")}`);
  process.exit(1);
}
const said = (program, ...options) => execFileSync(program, options, { cwd: folder, encoding: "utf8" }).trim();
const version = said("dpkg-query", "-W", "-f", "${Version}", "libwebkit2gtk-4.1-0");

process.env.ENGINE = "webkit";
const begun = Date.now();
const [passed, failed, skipped] = [[], [], []];
const all = run({ files: FILES.map((name) => join(folder, name)), concurrency: 1 });
/** A file is told as a test of its own, too. */
const isTest = ({ name }) => !FILES.some((file) => name.endsWith(file));
all.on("test:pass", (one) => {
  if (!isTest(one)) return;
  (one.skip ? skipped : passed).push(one);
  console.log(`${one.skip ? "skipped" : "passed "} ${one.name}`);
});
all.on("test:fail", (one) => {
  if (!isTest(one)) return;
  failed.push(one);
  console.log(`FAILED  ${one.name}\n        ${one.details.error.cause?.message ?? one.details.error.message}`);
});
await new Promise((done) => all.on("end", done).resume());

const line = ({ name, file }) => `${name} (${relative(folder, file ?? folder)})`;
const why = ({ name }) => Object.entries(KNOWN).find(([part]) => name.includes(part))?.[1] ?? "not known yet";
const short = ({ details }) => String(details.error.cause?.message ?? details.error.message).split("\n")[0].slice(0, 160);
const lines = [
  "# The journeys in WebKitGTK", "",
  `Run on ${new Date().toISOString().slice(0, 10)} with WebKitGTK ${version}, on commit ${said("git", "rev-parse", "--short", "HEAD")}, by \`node tests/browser/webkit.mjs\`, which makes this file anew.`, "",
  `${passed.length} passed, ${failed.length} failed, ${skipped.length} skipped, in ${Math.round((Date.now() - begun) / 60_000)} minutes.`, "",
  ...(failed.length ? ["## Failed", "", ...failed.map((one) => `- ${line(one)}: ${short(one)}. Why: ${why(one)}.`), ""] : []),
  ...(skipped.length ? ["## Skipped", "", ...skipped.map((one) => `- ${line(one)}: ${one.skip}.`), ""] : []),
  "## Passed", "", ...passed.map((one) => `- ${line(one)}`), "",
];
writeFileSync(join(folder, "webkit.md"), lines.join("\n"));
console.log(lines[4]);
process.exit(failed.length ? 1 : 0);
