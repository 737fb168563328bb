// The headers that a site carries for other servers: real ones of Debian, each with the file that is generated for it, on a host name
// of its own and below a path of a server that has more; and a page that lives behind one.
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, readdirSync, statSync } from "node:fs";
import http from "node:http";
import { join } from "node:path";
import { test } from "node:test";
import { NAMES, server } from "./support/servers.mjs";
import { open } from "./support/page.mjs";
import { eclaire, root, serve, serveFolder, site, temporaryFolder } from "./support/site.mjs";

/** Everything that the table speaks of. Types: as servers agree on them. */
const HEADERS = [
  "content-security-policy", "cache-control", "referrer-policy", "x-content-type-options", "cross-origin-opener-policy",
  "cross-origin-resource-policy", "access-control-allow-origin", "connection-allowlist", "permissions-policy",
];
const TYPES = { html: "text/html", txt: "text/plain", css: "text/css", wasm: "application/wasm", svg: "image/svg+xml", json: "application/json", webmanifest: "application/manifest+json" };
const FOR_EVER = /\.[0-9a-f]{16}\.[a-z0-9]+$/;

const { folder } = site("practice");
const files = readdirSync(folder, { recursive: true }).filter((file) => statSync(join(folder, file)).isFile());
const folders = files.filter((file) => /(^|\/)index\.html$/.test(file)).map((file) => file.replace(/index\.html$/, ""));

/** The answer to one request, nothing followed and nothing unpacked. */
function ask(address, headers = {}) {
  return new Promise((done, failed) => {
    http.get(address, { headers, agent: false }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    }).on("error", failed);
  });
}

for (const name of NAMES) {
  for (const below of [false, true]) {
    const where = below ? "below a path of a server that has more" : "on a host name of its own";

    test(`${name}, ${where}, sends what the table says, for every file and for one that is missing`, async () => {
      const [ours, theirs] = [`${await serve("practice")}/`, await server(name, folder, { below })];
      const kinds = new Set();
      // Caddy shows nobody the files that it is configured with.
      const shown = files.filter((file) => name !== "caddy" || file !== "headers/Caddyfile");
      for (const path of [...folders, ...shown, "nowhere"]) {
        const [one, other] = await Promise.all([ours, theirs].map((address) => ask(address + path)));
        assert.equal(other.status, one.status, path);
        for (const header of HEADERS) {
          // A page that is made for a frame has no opener to be kept from.
          const framed = header === "cross-origin-opener-policy" && /^(embed\/([a-z]{2}\/)?(simple\/)?|kiosk\/visit\/)(index\.html)?$/.test(path);
          // Only the script that makes an embed is read by the pages of others.
          const unread = header === "access-control-allow-origin" && !/^embed(\.[0-9a-f]{16})?\.js$/.test(path);
          assert.equal(Boolean(one.headers[header]), !framed && !unread, `${header} of /${path}`);
          // lighttpd's module for what is kept knows no "immutable".
          const expected = name === "lighttpd" && header === "cache-control" && FOR_EVER.test(path) ? "max-age=31536000" : one.headers[header];
          assert.equal(other.headers[header], expected, `${header} of /${path}`);
        }
        const type = TYPES[path.split(".").at(-1)];
        if (type && one.status === 200) assert.equal(other.headers["content-type"].split(";")[0], type, path);
        assert.ok(other.body.equals(one.body), path);
        kinds.add(`${one.headers["content-security-policy"]} ${one.headers["cache-control"]}`);
      }
      assert.ok(kinds.size >= 8, [...kinds].join("\n"));
    });

    test(`${name}, ${where}: an address whose # was written %23 has the page that leads on, and it may run`, async () => {
      const answer = await ask(`${await server(name, folder, { below })}%231.fr.c.kjh`);
      assert.equal(answer.status, 404);
      assert.equal(answer.body.toString(), readFileSync(join(folder, "404.html"), "utf8"));
      assert.ok(!answer.headers["content-security-policy"].includes("default-src"), answer.headers["content-security-policy"]);
      assert.match(answer.headers["content-type"], /^text\/html/);
    });

    test(`${name}, ${where}: nothing but a file is kept`, async () => {
      const address = await server(name, folder, { below });
      const gone = await ask(`${address}app.0123456789abcdef.wasm`);
      assert.equal(gone.status, 404);
      assert.ok(!/max-age=[1-9]|immutable/.test(gone.headers["cache-control"] ?? ""), gone.headers["cache-control"]);
    });

    test(`${name}, ${where}: what has not changed is not sent again, packed or not`, async () => {
      const address = await server(name, folder, { below });
      for (const path of ["", "register.json", files.find((file) => /^style\..*\.css$/.test(file))]) {
        for (const packed of ["gzip", "identity"]) {
          const first = await ask(address + path, { "accept-encoding": packed });
          const known = { "accept-encoding": packed, "if-modified-since": first.headers["last-modified"] };
          if (first.headers.etag) known["if-none-match"] = first.headers.etag;
          const again = await ask(address + path, known);
          assert.equal(again.status, 304, `${path} ${packed}`);
        }
      }
    });

    test(`${name}, ${where}, packs what can be packed: the first view and everything after it`, async () => {
      const address = await server(name, folder, { below });
      // The rule of a poster's paper is so short that servers send it as it is.
      const packed = files.filter((file) => /^[^/]*\.(wasm|js|css|json|txt)$/.test(file) && !file.startsWith("poster-"));
      for (const file of ["", "embed/", "kiosk/", ...packed]) {
        assert.equal((await ask(address + file, { "accept-encoding": "gzip" })).headers["content-encoding"], "gzip", file);
        assert.equal((await ask(address + file, { "accept-encoding": "identity" })).headers["content-encoding"], undefined, file);
      }
    });

    test(`${name}, ${where}: an address without its slash leads to the page, also through a proxy that ends TLS`, async () => {
      const address = await server(name, folder, { below });
      for (const path of ["reader", "fr/simple", ...(below ? [""] : [])]) {
        const answer = await ask((address + path).replace(/\/$/, ""), { host: "ia.hopital.example" });
        assert.ok([301, 302, 307, 308].includes(answer.status), `${answer.status} for /${path}`);
        const leads = new URL(answer.headers.location, "https://ia.hopital.example/");
        assert.equal(leads.pathname, `${below ? "/ia/" : "/"}${path}${path ? "/" : ""}`);
        assert.equal(leads.origin, "https://ia.hopital.example", "nobody outside knows the port behind the proxy, nor that http is spoken there");
      }
    });

    test(`${name}, ${where}: of a file that was broken off the rest can be had, with the headers of the whole`, async () => {
      const address = await server(name, folder, { below });
      for (const path of [files.find((file) => /^app\..*\.wasm$/.test(file)), "register.json", "index.html"]) {
        const whole = await ask(address + path, { "accept-encoding": "identity" });
        const from = Math.floor(whole.body.length / 2);
        const rest = await ask(address + path, { "accept-encoding": "identity", range: `bytes=${from}-` });
        assert.equal(rest.status, 206, path);
        assert.ok(rest.body.equals(whole.body.subarray(from)), path);
        for (const header of HEADERS) assert.equal(rest.headers[header], whole.headers[header], `${header} of /${path}`);
      }
    });

    test(`${name}, ${where}: a first visit takes at most 5 % more bytes than with nginx`, async () => {
      const first = ["", ...files.filter((file) => /^(app\.\w+\.wasm|boot\.\w+\.js|notice\.\w+\.bin|[a-z]{2}\.\w+\.txt)$/.test(file))];
      assert.ok(first.length >= 5, first.join());
      const bytes = async (address) => {
        const answers = await Promise.all(first.map((file) => ask(address + file, { "accept-encoding": "gzip" })));
        return answers.reduce((sum, { body }) => sum + body.length, 0);
      };
      const [own, nginx] = [await bytes(await server(name, folder, { below })), await bytes(await server("nginx", folder))];
      assert.ok(own <= nginx * 1.05, `${own} bytes, with nginx ${nginx}`);
    });
  }

  test(`${name}: what else a server has keeps its own headers`, async () => {
    const address = await server(name, folder, { below: true });
    const own = await ask(new URL("/other/page.html", address).href);
    assert.equal(own.status, name === "caddy" ? own.status : 200);
    assert.equal(own.headers["content-security-policy"], undefined);
    assert.equal(own.headers["permissions-policy"], undefined);
  });
}

test("a snippet to paste is read right whatever encoding a browser takes it for", async () => {
  for (const name of ["embed/frame.txt", "embed/element.txt"]) {
    const bytes = readFileSync(join(folder, name));
    assert.ok(bytes.every((byte) => byte < 128), `${name} has letters beyond ASCII`);
    assert.match(bytes.toString(), /&#\d+;/, `${name}: the accents are there, as references`);
  }
});

test("a page says of itself what its headers say, but for who may frame it", async () => {
  const address = await serve("practice");
  // These name the sums of what is inside them; their headers leave that to them.
  const own = /^(kiosk|embed)\/|^eclaire\.html$/;
  for (const page of files.filter((file) => /(^|\/)index\.html$/.test(file) && !own.test(file))) {
    const said = readFileSync(join(folder, page), "utf8").match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)[1];
    const sent = (await fetch(`${address}/${page}`)).headers.get("content-security-policy");
    // Which style may lie in a page with a program is said by the page alone: no table knows its sum.
    const whole = said.replaceAll("&#39;", "'").replace(/(style-src 'self') 'sha256-[^']*'/, "$1");
    assert.equal(sent.replace(/; frame-ancestors [^;]*$/, "").replace(" 'unsafe-inline'", ""), whole, page);
  }
});

test("behind nginx the page lives, answers and switches, and nothing is refused", async () => {
  const page = await open({ site: "practice" });
  page.become((await server("nginx", folder)).replace(/\/$/, ""));
  await page.go("/");
  await page.tickEverything();
  await page.read("en");
  assert.notDeepEqual(await page.sheet(), {});
  await page.go("/reader/");
  assert.deepEqual(await page.complaints(), []);
});

test("what is named after its bytes is kept: whoever comes back asks for nothing but the page", async () => {
  const page = await open({ site: "practice" });
  page.become((await server("nginx", folder)).replace(/\/$/, ""));
  await page.go("/");
  await page.everythingThere();
  const before = page.requests.length;
  await page.go("/");
  await page.everythingThere();
  const again = page.requests.slice(before).map(({ path }) => path);
  assert.deepEqual(again.filter((path) => /\.[0-9a-f]{16}\./.test(path)), []);
});

// A site that lies packed.

let packed;
/** Two places, packed: the folder. */
function packedSite() {
  if (packed) return packed;
  const registers = join(temporaryFolder(), "registers");
  mkdirSync(registers);
  cpSync(join(root, "content/registers/practice.json"), join(registers, "cabinet.json"));
  cpSync(join(root, "tests/fixtures/registers/complete.json"), join(registers, "complet.json"));
  packed = join(temporaryFolder(), "site");
  eclaire("bake", "--dist", folder, "--register", registers, "--out", packed, "--packed");
  return packed;
}

for (const name of ["nginx", "apache", "caddy"]) {
  for (const below of [false, true]) {
    const where = below ? "below a path of a server that has more" : "on a host name of its own";

    test(`${name}, ${where}, says of a site that lies packed that it is, file by file, and of nothing else`, async () => {
      const out = packedSite();
      const [ours, theirs] = [`${await serveFolder(out)}/`, await server(name, out, { below })];
      const all = readdirSync(out, { recursive: true }).filter((file) => statSync(join(out, file)).isFile() && file !== "headers/Caddyfile");
      const pages = all.filter((file) => /(^|\/)index\.html$/.test(file)).map((file) => file.replace(/index\.html$/, ""));
      for (const path of [...pages, ...all, "nowhere", "nowhere.html", "cabinet/nowhere.0123456789abcdef.js"]) {
        const [one, other] = await Promise.all([ours, theirs].map((address) => ask(address + path, { "accept-encoding": "gzip" })));
        assert.equal(other.status, one.status, path);
        assert.equal(other.headers["content-encoding"], one.headers["content-encoding"], `packed: /${path}`);
        if (one.status !== 200) continue;
        for (const header of HEADERS) assert.equal(other.headers[header], one.headers[header], `${header} of /${path}`);
        assert.ok(other.body.equals(one.body), path);
        assert.equal(one.headers["content-encoding"], other.body[0] === 0x1f ? "gzip" : undefined, path);
      }
      const first = await ask(theirs, { "accept-encoding": "gzip" });
      const known = { "accept-encoding": "gzip", "if-modified-since": first.headers["last-modified"], ...(first.headers.etag ? { "if-none-match": first.headers.etag } : {}) };
      assert.equal((await ask(theirs, known)).status, 304);
      const slash = await ask(`${theirs}cabinet`);
      assert.ok([301, 302, 307, 308].includes(slash.status), `${slash.status}`);
      assert.equal(slash.headers["content-encoding"], undefined, "an answer that leads on is not packed");
    });
  }
}
