// How long `eclaire bake` takes for many practices, and what a place costs: `node tests/bench/practices.mjs --help`. A measurement, not
// a test.
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bake, write, writeMany } from "./many.mjs";
import { release } from "./release.mjs";

const HELP = `node tests/bench/practices.mjs [OPTIONS]

  --site PATH       a checkout with a finished site in dist/, or such a site [this checkout]
  --program FILE    the native program that made it [found beside it]; built with \`cargo build --profile native\`, else it is slow
  --older PATH      an older one, measured after it
  --older-program FILE
  --many N          how many practices [1000]
  --packed          the first of them bakes with --packed
`;
const root = resolve(fileURLToPath(import.meta.url), "../../..");
const { values } = parseArgs({ options: {
  site: { type: "string", default: root }, program: { type: "string" }, older: { type: "string" }, "older-program": { type: "string" },
  many: { type: "string", default: "1000" }, packed: { type: "boolean" }, help: { type: "boolean" },
} });
if (values.help) {
  console.log(HELP);
  process.exit();
}
const folder = mkdtempSync(join(tmpdir(), "eclaire-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const registers = join(folder, "registers");
const many = Number(values.many);
const packed = values.packed ? ["--packed"] : [];

const files = (out) => readdirSync(out, { recursive: true }).map((file) => statSync(join(out, file))).filter((file) => file.isFile());
const megabytes = (bytes) => (bytes / 1e6).toFixed(2);

console.log("| of | practices | seconds | of the processors | most memory (MB) | files | disk (MB) | a place on disk (MB) | its bytes (MB) | one register changed: seconds | files written | MB written |");
console.log("| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |");
const releases = [["Éclaire", release(values.site, values.program)], ...(values.older ? [["older", release(values.older, values["older-program"])]] : [])];
for (const [name, one] of releases) {
  if (!one.program) throw new Error(`${name}: there is no program beside ${one.site}; name it`);
  writeMany(registers, one.site, many);
  const out = join(folder, "site");
  const more = name === "Éclaire" ? packed : [];
  const first = await bake(one, registers, out, ...more);
  const all = files(out);
  // What a disk gives away is whole blocks.
  const disk = all.reduce((sum, { blocks }) => sum + blocks * 512, 0);
  const bytes = all.reduce((sum, { size }) => sum + size, 0);
  write(registers, one.site, 0, (index) => index < 2);
  const since = Date.now();
  const again = await bake(one, registers, out, ...more);
  const written = files(out).filter(({ mtimeMs, ctimeMs }) => Math.max(mtimeMs, ctimeMs) >= since);
  console.log(`| ${[
    name, many, first.seconds.toFixed(1), first.processor.toFixed(1), Math.round(first.memory), all.length, megabytes(disk), megabytes(disk / many),
    megabytes(bytes / many), again.seconds.toFixed(1),
    written.length, megabytes(written.reduce((sum, { size }) => sum + size, 0)),
  ].join(" | ")} |`);
  for (const done of [out, registers]) rmSync(done, { recursive: true });
}
