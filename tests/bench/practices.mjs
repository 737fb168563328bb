// How long `eclaire bake` takes for many practices: `node tests/bench/practices.mjs DIST [HOW-MANY]`. A measurement, not a test.
//
// Build the program first with `cargo build --profile native`. DIST is what `eclaire build` of the same sources has made.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(fileURLToPath(import.meta.url), "../../..");
const [dist = join(root, "dist"), many = "1000"] = process.argv.slice(2);
const program = process.env.ECLAIRE ?? join(root, "target/native/eclaire");
const folder = mkdtempSync(join(tmpdir(), "eclaire-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

/** Practices that differ in what practices differ in: name, contacts, and which of the uses they have. */
const registers = join(folder, "registers");
mkdirSync(registers);
for (let at = 0; at < Number(many); at += 1) {
  const register = JSON.parse(readFileSync(join(root, "content/registers/practice.json"), "utf8"));
  const name = `cabinet-${String(at).padStart(4, "0")}`;
  register.site.id = name;
  register.site.name = { fr: `Cabinet médical n° ${at}`, en: `Doctors’ practice no. ${at}` };
  register.uses = register.uses.filter((_, index) => index === 0 || (at >> (index - 1)) % 2 === 0);
  writeFileSync(join(registers, `${name}.json`), JSON.stringify(register));
}

const site = join(folder, "site");
const begun = process.hrtime.bigint();
execFileSync(program, ["bake", "--dist", dist, "--register", registers, "--out", site], { stdio: "inherit" });
const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
const files = readdirSync(site, { recursive: true }).map((file) => statSync(join(site, file))).filter((file) => file.isFile());
const bytes = files.reduce((sum, { size }) => sum + size, 0);
console.log(`${many} practices: ${seconds.toFixed(1)} seconds, ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB`);
