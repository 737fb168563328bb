// Many practices: registers that differ in what practices differ in, and a bake of all of them.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { understood } from "./registers.mjs";

const root = resolve(fileURLToPath(import.meta.url), "../../..");

/** The file name of a practice, without its ending: also its folder in a site. */
export const name = (at) => `cabinet-${String(at).padStart(4, "0")}`;

/** Writes the register of a practice: its name, and which of the uses it has. `site`: whose program has to understand it. */
export function write(folder, site, at, uses = (index) => index === 0 || (at >> (index - 1)) % 2 === 0) {
  const register = JSON.parse(readFileSync(join(root, "content/registers/practice.json"), "utf8"));
  register.site.id = name(at);
  register.site.name = { fr: `Cabinet médical n° ${at}`, en: `Doctors’ practice no. ${at}` };
  register.site.page = `https://asso.example/${name(at)}/`;
  register.uses = register.uses.filter((_, index) => uses(index));
  writeFileSync(join(folder, `${name(at)}.json`), JSON.stringify(understood(register, site).register));
}

/** Writes so many of them into a new folder. */
export function writeMany(folder, site, many) {
  mkdirSync(folder);
  for (let at = 0; at < many; at += 1) write(folder, site, at);
}

/** Bakes every register of a folder into another: seconds, and the most memory that the program had, in MB. */
export async function bake({ site, program }, registers, out, ...more) {
  const begun = process.hrtime.bigint();
  const options = ["bake", "--dist", site, "--register", registers, "--out", out, ...more];
  const running = spawn(program, options, { stdio: ["ignore", "ignore", "inherit"] });
  let memory = 0;
  let processor = 0;
  const look = setInterval(() => {
    try {
      const of = (file) => readFileSync(`/proc/${running.pid}/${file}`, "utf8");
      memory = Math.max(memory, of("status").match(/VmHWM:\s+(\d+)/)?.[1] / 1024 || 0);
      const [user, system] = of("stat").split(") ")[1].split(" ").slice(11, 13);
      processor = (Number(user) + Number(system)) / 100;
    } catch {
      // It has just ended.
    }
  }, 50);
  const [code] = await new Promise((done) => running.once("close", (...ended) => done(ended)));
  clearInterval(look);
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
  return { seconds: Number(process.hrtime.bigint() - begun) / 1e9, processor, memory };
}
