// Éclaire, an older Éclaire and the peers side by side in Chromium as on an old tablet: `node tests/bench/run.mjs --help`.
//
// A measurement, not a test: nothing fails because it is slow.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Browser } from "./browser.mjs";
import { interact, restart } from "./interactions.mjs";
import { release } from "./release.mjs";
import { serve } from "./server.mjs";
import { FORMS, hostPage, subjects } from "./subjects.mjs";
import { tables } from "./table.mjs";

const HELP = `node tests/bench/run.mjs [OPTIONS]

  --site PATH       a checkout with a finished site in dist/, or such a site [this checkout]
  --program FILE    the native program that made it [found beside it]
  --older PATH      an older one, measured beside it
  --older-program FILE
  --runs N          how many interleaved runs; medians are shown [5]
  --uses N,N,…      sizes of the register [6,19,100,300]
  --only FORM,…     ${Object.keys(FORMS).join(", ")} [all]
  --no-peers        without the peers and the limit
  --no-presses      without presses, only until the program is there
  --json FILE       where everything that was seen goes, after each visit [bench.json in the folder for temporary files]
  --tables FILE     measures nothing: the tables of such a file, also of a run that is not done yet
`;
const root = resolve(fileURLToPath(import.meta.url), "../../..");
const { values } = parseArgs({ options: {
  site: { type: "string", default: root }, program: { type: "string" }, older: { type: "string" }, "older-program": { type: "string" },
  runs: { type: "string", default: "5" }, uses: { type: "string", default: "6,19,100,300" }, only: { type: "string", default: Object.keys(FORMS).join() },
  "no-peers": { type: "boolean" }, "no-presses": { type: "boolean" }, json: { type: "string", default: join(tmpdir(), "bench.json") }, tables: { type: "string" }, help: { type: "boolean" },
} });
if (values.help || values.tables) {
  console.log(values.help ? HELP : tables(JSON.parse(readFileSync(values.tables, "utf8")).results));
  process.exit();
}
const only = values.only.split(",");
const unknown = only.filter((form) => !FORMS[form]);
if (unknown.length) throw new Error(`no form ${unknown}: ${Object.keys(FORMS).join(", ")}`);

const folder = mkdtempSync(join(tmpdir(), "eclaire-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
const releases = { "Éclaire": release(values.site, values.program) };
if (values.older) releases.older = release(values.older, values["older-program"]);
const sizes = values.uses.split(",").map(Number);
console.error("Building the sites …");
const all = sizes.flatMap((uses) => subjects({ releases, uses, only, root, folder, peers: !values["no-peers"] }));

let browser = await Browser.start();
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => browser.stop().finally(() => process.exit(1)));

/** One visit to a subject. Run 0 is a rehearsal, not slowed and not counted: after it the server has packed what is asked for. */
async function visit(subject, run) {
  const rehearsal = run === 0;
  const site = await serve({ folder: subject.folder });
  const host = subject.host ? await serve({ page: hostPage(subject.folder, site.port) }) : undefined;
  try {
    const address = `http://127.0.0.1:${host ? `${host.port}/` : site.port + subject.path}`;
    const seen = await browser.visit(address, subject, { slow: !rehearsal });
    if (rehearsal) return undefined;
    const result = { run, ...seen, bytes: site.sent(), ...await browser.metrics() };
    if (seen.there !== null && subject.interactions && !values["no-presses"]) result.pressed = await interact(browser);
    if (seen.there !== null && subject.restart && !values["no-presses"]) result.restart = await restart(browser);
    return result;
  } finally {
    site.stop();
    host?.stop();
  }
}

const results = all.map(({ name, form, uses }) => ({ name, form, uses, visits: [] }));
const begun = Date.now();
for (let run = 0; run <= Number(values.runs); run += 1) {
  for (const [at, subject] of all.entries()) {
    const what = `${run === 0 ? "rehearsal" : `run ${run}`}: ${subject.name}, ${subject.form}, ${subject.uses} uses`;
    try {
      const seen = await visit(subject, run);
      if (seen) results[at].visits.push(seen);
      if (seen) console.error(`${what}: ${JSON.stringify({ bytes: seen.bytes, paint: seen.paint, first: seen.first, there: seen.there }, (_, value) => (typeof value === "number" ? Math.round(value) : value))}`);
      await browser.leave();
    } catch (error) {
      console.error(`${what}: ${error.message}`);
      await browser.stop();
      browser = await Browser.start();
    }
    const state = { date: new Date().toISOString(), cpus: cpus().map(({ model }) => model), load: loadavg(), minutes: (Date.now() - begun) / 60_000, runs: run, results };
    writeFileSync(values.json, JSON.stringify(state));
  }
}
await browser.stop();
console.log(tables(results));
console.error(`Everything that was seen: ${values.json}`);
