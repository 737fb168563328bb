// Builds a site with the native program, and serves it with the program's own headers.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

/** The repository. */
export const root = resolve(fileURLToPath(import.meta.url), "../../../..");
const program = process.env.ECLAIRE ?? join(root, "target/debug/eclaire");
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

/** The finished site of `hospital`, `practice`, a path to a register, or `general`: its folder, what the program said. */
export function site(name) {
  if (!built.has(name)) {
    const folder = join(temporaryFolder(), "site");
    const register = name.endsWith(".json") ? name : `content/registers/${name}.json`;
    const which = name === "general" ? ["--general"] : ["--register", resolve(root, register)];
    const said = execFileSync(program, ["build", ...which, "--out", folder], { cwd: root, encoding: "utf8" });
    built.set(name, { folder, said });
  }
  return built.get(name);
}

/** The address of a site, served by the program. */
export function serve(name) {
  if (!served.has(name)) served.set(name, start(site(name).folder));
  return served.get(name);
}

function start(folder) {
  const options = ["serve", "--site", folder, "--port", "0", "--stop-after", "1500"];
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
process.once("exit", () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
