// Builds a site with the native program, and serves it with the program's own headers.
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

/** The repository. */
export const root = resolve(fileURLToPath(import.meta.url), "../../../..");
/** The native program. */
export const program = process.env.ECLAIRE ?? join(root, "target/debug/eclaire");
const folders = [];
const servers = [];
const built = new Map();
const served = new Map();

/** An empty folder that goes away with the tests. */
export function temporaryFolder() {
  folders.push(mkdtempSync(join(tmpdir(), "eclaire-test-")));
  return folders.at(-1);
}

/** The example registers and the registers that only tests use, as paths below the repository. */
export const registers = ["content/registers", "tests/fixtures/registers"].flatMap((folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder)).filter((name) => name.endsWith(".json")).map((name) => `${folder}/${name}`)
    : [],
);

/**
 * The finished site of `hospital`, `practice`, a path to a register, or `general`: its folder, what the program said.
 * `former`: the same kind of name, for a site that was there before.
 */
export function site(name, former) {
  const key = [name, former].join();
  if (!built.has(key)) {
    const register = name.endsWith(".json") ? name : `content/registers/${name}.json`;
    const which = name === "general" ? ["--general"] : ["--register", resolve(root, register)];
    const before = former ? ["--former", site(former).folder] : [];
    const make = (folder) => eclaire("build", ...which, ...before, "--out", folder);
    built.set(key, former || name === "general" ? made(key, make) : made(`${register},${readFileSync(resolve(root, register))}`, make));
  }
  return built.get(key);
}

/**
 * A site that `make` makes in the folder that it is given, and what it says. `tests/run` names a folder in which the files of one run share
 * theirs: the same few are wanted by fifty files. No test writes into a site.
 */
function made(what, make) {
  const shared = process.env.SITES ?? temporaryFolder();
  const place = join(shared, createHash("sha256").update(what).digest("hex").slice(0, 16));
  if (!existsSync(place)) {
    const own = mkdtempSync(join(shared, "making-"));
    writeFileSync(join(own, "said"), make(join(own, "site")));
    try {
      renameSync(own, place);
    } catch {
      // Another file was sooner.
      rmSync(own, { recursive: true });
    }
  }
  return { folder: join(place, "site"), said: readFileSync(join(place, "said"), "utf8") };
}

/** A finished site in a folder, whose path is its name from then on: for `open({ site: known(folder) })`. */
export function known(folder) {
  built.set([folder, undefined].join(), { folder, said: "" });
  return folder;
}

/** What the program prints. */
export const eclaire = (...options) => execFileSync(program, options, { cwd: root, encoding: "utf8", stdio: "pipe" });

/** A register that is an example, changed by a function: a path to it. */
export function changed(name, change) {
  const register = JSON.parse(readFileSync(join(root, `content/registers/${name}.json`), "utf8"));
  change(register);
  const file = join(temporaryFolder(), "changed.json");
  writeFileSync(file, JSON.stringify(register));
  return file;
}

let twelve;

/** A hospital with twelve questions, made once. */
export const twelveQuestions = () => twelve ??= changed("hospital", ({ reuses }) => {
  const [first] = reuses;
  for (let more = 0; more < 6; more += 1) reuses.push({ ...first, id: `${first.id}-${more}` });
});

/** The address of a site, served by the program. */
export function serve(name, former) {
  const key = [name, former].join();
  if (!served.has(key)) served.set(key, serveFolder(site(name, former).folder));
  return served.get(key);
}

/** The address of a finished site in a folder. */
export function serveFolder(folder) {
  const options = ["serve", "--site", folder, "--port", "0", "--stop-after", "7200"];
  const server = spawn(program, options, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  servers.push(server);
  return new Promise((done, fail) => {
    let said = "";
    server.once("exit", () => fail(new Error(`eclaire serve ended: ${said}`)));
    server.stdout.setEncoding("utf8").on("data", (text) => {
      said += text;
      const address = said.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (address) done(address[0]);
    });
  });
}

after(() => servers.forEach((server) => server.kill()));
// Later than everything else: the browser writes into its profile until it has ended.
process.once("exit", () => {
  for (const folder of folders) {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    } catch (error) {
      console.error(`${folder} stays: ${error.message}`);
    }
  }
});
