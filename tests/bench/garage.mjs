// A site of many practices on a distributed object store, and what happens when one register changes or one machine is gone:
// `node tests/bench/garage.mjs --help`. A demonstration, not a test; nothing leaves this machine.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import http from "node:http";
import net from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bake, name, write, writeMany } from "./many.mjs";
import { release } from "./release.mjs";

const HELP = `node tests/bench/garage.mjs [OPTIONS]

  --site PATH       a checkout with a finished site in dist/, or such a site [this checkout]
  --program FILE    the native program that made it [found beside it]
  --garage FILE     Garage 2.x [on the PATH]: cargo install --locked garage
  --many N          how many practices [10000]
  --reads N         how many pages are read while one node is stopped [2000]
  --baked PATH      where the registers and the baked site stand and stay: what an earlier run has baked there is not baked again [nowhere]

It needs rclone and nginx (apt-get install rclone nginx-light), and some 30 GB of disk in the folder for temporary files for 10 000 (packed places of 0.6 MB, and three times on the nodes).
`;
const root = resolve(fileURLToPath(import.meta.url), "../../..");
const { values } = parseArgs({ options: {
  site: { type: "string", default: root }, program: { type: "string" }, garage: { type: "string", default: "garage" },
  many: { type: "string", default: "10000" }, reads: { type: "string", default: "2000" }, baked: { type: "string" }, help: { type: "boolean" },
} });
if (values.help) {
  console.log(HELP);
  process.exit();
}
const [many, reads] = [Number(values.many), Number(values.reads)];
const made = release(values.site, values.program);
const folder = mkdtempSync(join(tmpdir(), "eclaire-garage-"));
const started = [];
process.once("exit", () => {
  started.forEach((one) => one.kill("SIGKILL"));
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

const say = (what) => console.log(what);
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;

/** How long something takes, in seconds, and what it gives. */
async function timed(act) {
  const begun = performance.now();
  const given = await act();
  return [((performance.now() - begun) / 1000).toFixed(1), given];
}

function freePort() {
  return new Promise((done) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** Three nodes on this machine, each with a folder of its own. */
async function cluster() {
  const secret = randomBytes(32).toString("hex");
  const nodes = [];
  for (const number of [1, 2, 3]) {
    const at = join(folder, `node-${number}`);
    mkdirSync(at);
    const [rpc, api, web] = [await freePort(), await freePort(), await freePort()];
    const config = join(at, "garage.toml");
    writeFileSync(config, `
      metadata_dir = "${at}/meta"
      data_dir = "${at}/data"
      db_engine = "lmdb"
      replication_factor = 3
      rpc_bind_addr = "127.0.0.1:${rpc}"
      rpc_public_addr = "127.0.0.1:${rpc}"
      rpc_secret = "${secret}"
      [s3_api]
      s3_region = "garage"
      api_bind_addr = "127.0.0.1:${api}"
      root_domain = ".s3.localhost"
      [s3_web]
      bind_addr = "127.0.0.1:${web}"
      root_domain = ".web.localhost"
      index = "index.html"
    `);
    const running = spawn(values.garage, ["-c", config, "server"], { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, RUST_LOG: "garage=warn" } });
    running.stderr.resume();
    started.push(running);
    nodes.push({ config, api, web, running });
  }
  const garage = (node, ...words) => {
    const { status, stdout, stderr } = spawnSync(values.garage, ["-c", node.config, ...words], { encoding: "utf8" });
    if (status !== 0) throw new Error(`garage ${words.join(" ")}: ${stderr}`);
    return stdout;
  };
  const ids = [];
  for (const node of nodes) {
    // Until it answers.
    for (let tries = 0; ; tries += 1) {
      try {
        ids.push(garage(node, "node", "id", "-q").trim());
        garage(node, "status");
        break;
      } catch (error) {
        if (tries > 100) throw error;
        await new Promise((done) => setTimeout(done, 200));
      }
    }
  }
  for (const id of ids.slice(1)) garage(nodes[0], "node", "connect", id);
  for (const [at, id] of ids.entries()) garage(nodes[0], "layout", "assign", id.split("@")[0], "-z", `zone-${at + 1}`, "-c", "20G");
  garage(nodes[0], "layout", "apply", "--version", "1");
  garage(nodes[0], "bucket", "create", "eclaire");
  const key = garage(nodes[0], "key", "create", "upload");
  garage(nodes[0], "bucket", "allow", "--read", "--write", "--owner", "eclaire", "--key", "upload");
  garage(nodes[0], "bucket", "website", "--allow", "eclaire");
  const [, id, hidden] = key.match(/Key ID:\s*(\S+)[^]*Secret key:\s*(\S+)/);
  return { nodes, id, hidden };
}

/**
 * What an association would type: first what is named after its bytes, which is kept for ever, then the rest, pages last of all. What
 * has the sum that the store has already is not sent. Gives the paths that were sent.
 */
function upload({ nodes: [node], id, hidden }, site) {
  const env = {
    ...process.env, RCLONE_CONFIG: "/dev/null", RCLONE_CONFIG_STORE_TYPE: "s3", RCLONE_CONFIG_STORE_PROVIDER: "Other",
    RCLONE_CONFIG_STORE_ACCESS_KEY_ID: id, RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY: hidden, RCLONE_CONFIG_STORE_REGION: "garage",
    RCLONE_CONFIG_STORE_ENDPOINT: `http://127.0.0.1:${node.api}`, RCLONE_CONFIG_STORE_FORCE_PATH_STYLE: "true",
  };
  // What this machine knows of another store is none of this one's.
  for (const name of Object.keys(env)) if (name.startsWith("AWS_")) delete env[name];
  const named = "/**.{{[0-9a-f]{16}}}.*";
  const own = ["--exclude", "/headers/**", "--exclude", "SHA256SUMS", "--exclude", "/404.html"];
  const rounds = [
    ["public, max-age=31536000, immutable", "--include", named],
    ["no-cache", ...own, "--exclude", named, "--exclude", "*.html"],
    ["no-cache, no-transform", ...own, "--exclude", named, "--include", "*.html", "--exclude", "*"],
  ];
  const sent = [];
  for (const [keep, ...which] of rounds) {
    // Include and exclude together have no order of their own in rclone; filters do.
    const filters = [];
    for (let at = 0; at < which.length; at += 2) filters.push("--filter", `${which[at] === "--include" ? "+" : "-"} ${which[at + 1]}`);
    if (which[0] === "--include") filters.push("--filter", "- *");
    const { status, stderr } = spawnSync("rclone", [
      "copy", site, "store:eclaire", "--checksum", "--fast-list", "--transfers", "16", "--checkers", "16", "-v", "--stats", "0", "--retries", "3",
      "--s3-no-check-bucket", "--header-upload", "Content-Encoding: gzip", "--header-upload", `Cache-Control: ${keep}`, ...filters,
    ], { env, encoding: "utf8", maxBuffer: 1 << 30 });
    if (status !== 0) throw new Error(`rclone ended with ${status}: ${stderr.slice(-2000)}`);
    for (const [, path] of stderr.matchAll(/INFO\s+: (.+): Copied \((?:new|replaced existing)\)/g)) sent.push(path);
  }
  return sent;
}

/** The answer of a web server to a request for a path, nothing followed, nothing unpacked. */
function ask(port, path, host = "eclaire.web.localhost") {
  return new Promise((done, failed) => {
    const request = http.get({ port, host: "127.0.0.1", path, headers: { host, "accept-encoding": "gzip" }, agent: false, timeout: 30_000 }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    request.on("timeout", () => request.destroy(new Error("no answer in 30 seconds")));
    request.on("error", failed);
  });
}

/** A front server: nginx with the site's own file of headers, which asks the store instead of a disk (docs/hosting.md). */
async function front(site, store) {
  const [at, port] = [join(folder, "front"), await freePort()];
  mkdirSync(at);
  const there = readFileSync(join(site, "headers/nginx.conf"), "utf8")
    .replaceAll(/^ {4}location .*\n/gm, "")
    .replaceAll(/^ {4}add_header Content-Encoding .*\n/gm, "")
    .replaceAll("    gzip off;\n", `    gzip off;\n    proxy_pass http://store;\n    proxy_set_header Host eclaire.web.localhost;\n    proxy_hide_header Cache-Control;\n    proxy_hide_header Access-Control-Allow-Origin;\n`);
  writeFileSync(join(at, "headers.conf"), there);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((one) => `${one}_temp_path ${at}/${one};`);
  writeFileSync(join(at, "conf"), `
    user root; worker_processes 1; daemon off; pid ${at}/pid; error_log stderr crit;
    events {}
    http {
      access_log off; ${temporary.join(" ")} proxy_next_upstream error timeout http_502 http_503; proxy_connect_timeout 2s;
      upstream store { ${store.map(({ web }) => `server 127.0.0.1:${web};`).join(" ")} }
      server { listen 127.0.0.1:${port}; include ${at}/headers.conf; }
    }`);
  const running = spawn("nginx", ["-p", at, "-e", "stderr", "-c", join(at, "conf")], { stdio: ["ignore", "ignore", "inherit"] });
  started.push(running);
  for (let tries = 0; tries < 50; tries += 1) {
    if (await ask(port, "/").catch(() => null)) break;
    await new Promise((done) => setTimeout(done, 100));
  }
  return port;
}

const [registers, site] = ["registers", "site"].map((one) => join(values.baked ?? folder, one));
const files = () => readdirSync(site, { recursive: true }).filter((path) => statSync(join(site, path)).isFile());
const size = (paths) => paths.reduce((sum, path) => sum + statSync(join(site, path)).size, 0);
if (existsSync(site)) {
  // The register that an earlier run has changed is as it was.
  const first = join(registers, `${name(0)}.json`);
  const left = readFileSync(first, "utf8");
  write(registers, made.site, 0);
  if (readFileSync(first, "utf8") !== left) await bake(made, registers, site, "--packed");
  say(`${many} practices, baked by an earlier run: ${files().length} files, ${megabytes(size(files()))}`);
} else {
  if (values.baked) mkdirSync(values.baked, { recursive: true });
  writeMany(registers, made.site, many);
  const baked = await bake(made, registers, site, "--packed");
  say(`${many} practices baked in ${baked.seconds.toFixed(1)} s, at most ${Math.round(baked.memory)} MB of memory: ${files().length} files, ${megabytes(size(files()))}`);
}

const store = await cluster();
say("three nodes of Garage on loopback, each object on all three");
const [first, up] = await timed(() => upload(store, site));
say(`up in ${first} s: ${up.length} objects, ${megabytes(size(up))}`);
const [none, nothing] = await timed(() => upload(store, site));
say(`sent again with nothing changed, in ${none} s: ${nothing.length} objects`);

write(registers, made.site, 0, (index) => index < 2);
const since = Date.now();
const again = await bake(made, registers, site, "--packed");
const rewritten = files().filter((path) => Math.max(statSync(join(site, path)).mtimeMs, statSync(join(site, path)).ctimeMs) >= since);
say(`one register changed, baked again in ${again.seconds.toFixed(1)} s: ${rewritten.length} files written, ${megabytes(size(rewritten))}`);
const [second, changed] = await timed(() => upload(store, site));
say(`sent again in ${second} s: ${changed.length} objects, ${megabytes(size(changed))}`);
const foreign = changed.filter((path) => !path.startsWith(`${name(0)}/`));
say(`of them outside of the place that changed: ${foreign.length ? foreign.join(", ") : "none"}`);

// What the store says by itself, and what a front server adds.
const [hashed] = files().filter((path) => /^app\.[0-9a-f]{16}\.wasm$/.test(path));
const port = await front(site, store.nodes);
const HEADERS = ["content-type", "content-encoding", "cache-control", "etag", "access-control-allow-origin", "content-security-policy", "x-content-type-options"];
for (const [who, at] of [["the store alone", store.nodes[0].web], ["behind nginx with the site’s headers", port]]) {
  for (const path of [`/${name(1)}/`, `/${name(1)}/embed/`, `/${hashed}`, `/${name(1)}`, "/nowhere"]) {
    const { status, headers } = await ask(at, path);
    say(`${who}, ${path}: ${status}${headers.location ? ` to ${headers.location}` : ""}; ${HEADERS.map((one) => `${one}: ${(headers[one] ?? "–").slice(0, 60)}`).join("; ")}`);
  }
}

// One node is stopped while pages are read.
const lost = { store: 0, front: 0 };
const waits = [];
const pages = ["", "en/", "embed/", "kiosk/", "practice/"];
for (let at = 0; at < reads; at += 1) {
  if (at === Math.floor(reads / 4)) {
    store.nodes[2].running.kill("SIGKILL");
    say(`node 3 stopped after ${at} reads`);
  }
  const practice = name(at % many);
  const path = `${practice}/${pages[at % pages.length]}`;
  const expected = readFileSync(join(site, path, "index.html"));
  const begun = performance.now();
  // Directly from a node that stays, and through the front server, which still knows of all three.
  for (const [who, from] of [["store", store.nodes[at % 2].web], ["front", port]]) {
    const answer = await ask(from, `/${path}`).catch(() => null);
    if (answer?.status !== 200 || !answer.body.equals(expected)) lost[who] += 1;
  }
  waits.push(performance.now() - begun);
}
waits.sort((one, other) => one - other);
say(`${reads} pages read twice, node 3 stopped after a quarter: ${lost.store} lost from the nodes that stay, ${lost.front} through the front server; longest wait ${Math.round(waits.at(-1))} ms, median ${Math.round(waits[waits.length >> 1])} ms`);
process.exit(lost.store + lost.front === 0 ? 0 : 1);
