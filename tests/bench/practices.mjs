// How long `eclaire bake` takes for many practices, and what a place costs: `node tests/bench/practices.mjs --help`. A measurement, not
// a test.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { understood } from "./registers.mjs";
import { release } from "./release.mjs";

const HELP = `node tests/bench/practices.mjs [OPTIONS]

  --site PATH       a checkout with a finished site in dist/, or such a site [this checkout]
  --program FILE    the native program that made it [found beside it]; built with \`cargo build --profile native\`, else it is slow
  --older PATH      an older one, measured after it
  --older-program FILE
  --many N          how many practices [1000]
`;
const root = resolve(fileURLToPath(import.meta.url), "../../..");
const { values } = parseArgs({ options: {
  site: { type: "string", default: root }, program: { type: "string" }, older: { type: "string" }, "older-program": { type: "string" },
  many: { type: "string", default: "1000" }, help: { type: "boolean" },
} });
if (values.help) {
  console.log(HELP);
  process.exit();
}
const folder = mkdtempSync(join(tmpdir(), "eclaire-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

/** Practices that differ in what practices differ in: name, contacts, and which of the uses they have. */
const registers = join(folder, "registers");
const many = Number(values.many);
mkdirSync(registers);

function write(site, at, uses = (index) => index === 0 || (at >> (index - 1)) % 2 === 0) {
  const register = JSON.parse(readFileSync(join(root, "content/registers/practice.json"), "utf8"));
  const name = `cabinet-${String(at).padStart(4, "0")}`;
  register.site.id = name;
  register.site.name = { fr: `Cabinet médical n° ${at}`, en: `Doctors’ practice no. ${at}` };
  register.uses = register.uses.filter((_, index) => uses(index));
  writeFileSync(join(registers, `${name}.json`), JSON.stringify(understood(register, site).register));
}

/** Bakes every register into a folder: seconds, and the most memory that the program had, in MB. */
async function bake({ site, program }, out) {
  const begun = process.hrtime.bigint();
  const running = spawn(program, ["bake", "--dist", site, "--register", registers, "--out", out], { stdio: ["ignore", "ignore", "inherit"] });
  let memory = 0;
  const look = setInterval(() => {
    try {
      memory = Math.max(memory, readFileSync(`/proc/${running.pid}/status`, "utf8").match(/VmHWM:\s+(\d+)/)?.[1] / 1024 || 0);
    } catch {
      // It has just ended.
    }
  }, 50);
  const [code] = await new Promise((done) => running.once("close", (...ended) => done(ended)));
  clearInterval(look);
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
  return { seconds: Number(process.hrtime.bigint() - begun) / 1e9, memory };
}

const files = (out) => readdirSync(out, { recursive: true }).map((file) => statSync(join(out, file))).filter((file) => file.isFile());
const megabytes = (bytes) => (bytes / 1e6).toFixed(2);

console.log("| of | practices | seconds | most memory (MB) | files | disk (MB) | a place on disk (MB) | one register changed: seconds | files written | MB written |");
console.log("| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |");
const releases = [["Éclaire", release(values.site, values.program)], ...(values.older ? [["older", release(values.older, values["older-program"])]] : [])];
for (const [name, one] of releases) {
  if (!one.program) throw new Error(`${name}: there is no program beside ${one.site}; name it`);
  for (let at = 0; at < many; at += 1) write(one.site, at);
  const out = join(folder, "site");
  const first = await bake(one, out);
  const all = files(out);
  // What a disk gives away is whole blocks.
  const disk = all.reduce((sum, { blocks }) => sum + blocks * 512, 0);
  write(one.site, 0, (index) => index < 2);
  const since = Date.now();
  const again = await bake(one, out);
  const written = files(out).filter(({ mtimeMs, ctimeMs }) => Math.max(mtimeMs, ctimeMs) >= since);
  console.log(`| ${[
    name, many, first.seconds.toFixed(1), Math.round(first.memory), all.length, megabytes(disk), megabytes(disk / many), again.seconds.toFixed(1),
    written.length, megabytes(written.reduce((sum, { size }) => sum + size, 0)),
  ].join(" | ")} |`);
  rmSync(out, { recursive: true });
}
