// What is delivered: headers, names, sums, policies, links, powers and sizes of every file.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { open } from "./support/page.mjs";
import { root, serve, site } from "./support/site.mjs";
import { plain, register, words } from "./support/text.mjs";

/** The languages of the site's page, in its order. */
const languagesOf = (name) => (name === "general" ? ["fr", "en"] : register(name).site.languages);
/** Those with two levels. */
const SIMPLE = ["fr", "en"];
const LANGUAGE = "(ar|en|es|fr|pt|ro|ru|tr)";
const IS_READING = new RegExp(`^${LANGUAGE}\\.\\w+\\.txt$`);
const SITES = ["hospital", "practice", "general"];

/** What a patient loads, and how many bytes of it there may be after brotli: the hospital, of whose eight languages
 * two are counted, at two levels: nobody waits for the others. */
const BUDGET = {
  "first view: the page, with its style": { bytes: 75_000, files: /^index\.html$/ },
  "program": { bytes: 105_900, files: /\.wasm$/ },
  "glue and boot": { bytes: 7_100, files: /\.js$/ },
  "notice": { bytes: 12_800, files: /\.bin$/ },
  "the other languages and levels": { bytes: 150_400, files: /^(en|fr)\.\w+\.txt$/ },
  "everything in these two that is loaded": { bytes: 351_500, files: /^index\.html$|^(en|fr)\.\w+\.txt$|\.(wasm|js|bin)$/ },
};

const STATIC_POLICY = {
  "default-src": "'none'", "style-src": "'self'", "img-src": "'self' data:", "base-uri": "'none'", "form-action": "'none'",
};
const PAGE_POLICY = { ...STATIC_POLICY, "script-src": "'self' 'wasm-unsafe-eval'", "connect-src": "'self'" };
/** What a server says of a page with a program. Which style may lie in it is in the page's own policy: both hold. */
const PAGE_HEADER = { ...PAGE_POLICY, "style-src": "'self' 'unsafe-inline'" };

const HEADERS = {
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "access-control-allow-origin": null,
  "connection-allowlist": "(response-origin)",
  "set-cookie": null,
};

const NEVER_PERMITTED = [
  "camera", "microphone", "geolocation", "accelerometer", "gyroscope", "magnetometer", "clipboard-read", "payment", "usb",
  "serial", "hid", "idle-detection", "midi", "browsing-topics", "display-capture", "local-network-access",
  "on-device-speech-recognition", "captured-surface-control", "compute-pressure", "deferred-fetch", "identity-credentials-get",
  "language-model", "local-fonts", "local-network", "loopback-network", "storage-access", "translator", "window-management",
];

const TYPES = {
  html: "text/html", css: "text/css", js: "text/javascript", wasm: "application/wasm", svg: "image/svg+xml", txt: "text/plain",
  json: "application/json", bin: "application/octet-stream", webmanifest: "application/manifest+json", png: "image/png",
};

/** What ad-block lists hide, wherever it stands in a name. */
const HIDDEN = /consent|cookie|gdpr|rgpd|banner/i;

/** The staff's pages: the desk's, the practice's, the register editor. Nothing of them is loaded by a patient. */
const STAFF = ["reader", "practice", "register"];
const staffOf = (file) => STAFF.find((name) => file.startsWith(`${name}/`));
const isStaffs = (file) => Boolean(staffOf(file));
/** The kiosk, the embed and the page in one file: what is inside them is allowed by its hash (kiosk-shell.test.mjs, single-file.test.mjs). */
const hasInside = (file) => /^kiosk\/|^eclaire\.html$|^embed\/(.*\/)?(index\.html)?$/.test(file);
/** What stands in frames of others, or of the kiosk: its own answer shuts it off, and it has no opener to be kept from. */
const isFramed = (file) => new RegExp(`^(embed/(${LANGUAGE}/)?(simple/)?|kiosk/visit/)(index\\.html)?$`).test(file);
const lives = (page) => page === "index.html" || isStaffs(page);
/** What a page with a program loads: its own program with its data. */
const loads = (page, file) => staffOf(file) === staffOf(page);

/** What is for other people's pages: a patient's own page loads none of it. */
const isForHosts = (file) => /^embed[./]/.test(file);

const files = (name) =>
  readdirSync(site(name).folder, { recursive: true }).filter((file) => statSync(join(site(name).folder, file)).isFile());
const read = (name, file) => readFileSync(join(site(name).folder, file));
const pages = (name) => files(name).filter((file) => file.endsWith("index.html") && !hasInside(file));
const digest = (algorithm, bytes, encoding) => createHash(algorithm).update(bytes).digest(encoding);
const ending = (file) => file.split(".").at(-1);
const directives = (policy) => Object.fromEntries(policy.split(";").map((one) => one.trim().split(/ (.*)/)));

/** The file of the site to which a link on one of its pages leads, and the id in it; another site has no file. */
function target(link, from) {
  const { origin, pathname, hash } = new URL(link, `http://site/${from}`);
  const file = origin === "http://site" && pathname.slice(1).replace(/(^|\/)$/, "$1index.html");
  return { file, id: decodeURIComponent(hash.slice(1)) };
}

/** The way from a page that nobody has read to the French one, which no browser is to translate. */
const isBeside = ({ translate }) => translate === "no";

const elementsOf = new Map();
/** Every element of a delivered page, as a browser reads it: its name, attributes, and the text right in it. */
function elements(name, file) {
  const key = `${name} ${file}`;
  if (!elementsOf.has(key)) elementsOf.set(key, readElements(name, file));
  return elementsOf.get(key);
}

let reader;
async function readElements(name, file) {
  const page = await (reader ??= open({ path: "/fr/" }));
  return page.run((html) => {
    const text = (element) => [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join("");
    const all = [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("*")];
    const attributes = (element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
    return all.map((element) => ({ tag: element.localName, text: text(element), is: attributes(element) }));
  }, read(name, file).toString());
}

/** The page that a request for this path is answered with, if it is one. */
const pageAt = (path) => (/(^|\/)$/.test(path) ? `${path}index.html` : path.endsWith("index.html") && path);

test("every kind of file, and even a missing one, comes with the headers that keep the patient private", async () => {
  const address = await serve("hospital");
  for (const path of ["", "fr/", "en/", "en/simple/", "nowhere", ...files("hospital")]) {
    const { status, headers } = await fetch(`${address}/${path}`);
    assert.equal(status, path === "nowhere" ? 404 : 200, path);
    // A kiosk and a single file name the sums of what is inside them in their own policies.
    if (path === "nowhere" || path === "404.html") {
      assert.match(headers.get("content-security-policy"), /^base-uri 'none'; form-action 'none'; connect-src 'none'; frame-ancestors 'none'$/, path);
    } else if (!hasInside(path)) {
      const page = pageAt(path);
      const nothing = { "default-src": "'none'", "base-uri": "'none'", "form-action": "'none'" };
      const own = page ? (lives(page) ? PAGE_HEADER : STATIC_POLICY) : nothing;
      assert.deepEqual(directives(headers.get("content-security-policy")), { ...own, "frame-ancestors": "'none'" }, path);
    }
    // What the pages of others show or load, and nothing else: only a script is read there, for its integrity.
    const [script, frame] = [/^embed(\.[0-9a-f]{16})?\.js$/.test(path), isFramed(path) && path.startsWith("embed/")];
    const is = {
      ...HEADERS,
      ...(isFramed(path) && { "cross-origin-opener-policy": null }),
      ...((script || frame) && { "cross-origin-resource-policy": "cross-origin" }),
      ...(script && { "access-control-allow-origin": "*" }),
    };
    for (const [header, value] of Object.entries(is)) assert.equal(headers.get(header), value, `${header} of /${path}`);
    const { sandbox, "frame-ancestors": who } = directives(headers.get("content-security-policy"));
    assert.equal(sandbox, isFramed(path) ? "allow-scripts allow-modals" : undefined, path);
    assert.equal(who === "*", isFramed(path) && path.startsWith("embed/"), path);
    const kept = /\.[0-9a-f]{16}\./.test(path) ? "public, max-age=31536000, immutable" : status === 404 || /(^|\/|\.html)$/.test(path) ? "no-cache, no-transform" : "no-cache";
    assert.equal(headers.get("cache-control"), kept, path);
    const permitted = headers.get("permissions-policy").split(",").map((one) => one.trim());
    for (const power of NEVER_PERMITTED) assert.ok(permitted.includes(`${power}=()`), `${power} on /${path}`);
    const type = TYPES[path.endsWith("/") || !path ? "html" : ending(path)];
    if (type && status === 200) assert.equal(headers.get("content-type").split(";")[0], type, path);
  }
  const kinds = new Set(files("hospital").map(ending));
  assert.deepEqual(Object.keys(TYPES).filter((kind) => !kinds.has(kind)), [], "there is a file of every kind");
});

// The programs had the folders of who built them in their messages: another home gave other bytes, and told whose it was.
test("nothing that is delivered says where it was built", () => {
  const homes = [homedir(), root, process.env.CARGO_HOME, process.env.RUSTUP_HOME, ".cargo/registry"].filter(Boolean);
  for (const file of files("hospital")) {
    const bytes = read("hospital", file);
    for (const home of homes) assert.ok(!bytes.includes(home) || home === "/root", `${home} in ${file}`);
    assert.ok(!/(^|[^\w.])\/(root|home|Users)\/\w/.test(bytes.toString("latin1")), `a home in ${file}`);
  }
});

test("every site says of which commit and with which tools it was made, of what, and on which terms that may be passed on", () => {
  for (const name of SITES) {
    const { made } = JSON.parse(read(name, "release.json"));
    assert.match(made.commit ?? "", /^[0-9a-f]{40}$/);
    assert.deepEqual(Object.keys(made.tools), ["rustc", "trunk", "wasm-bindgen"]);
    const notices = read(name, "NOTICES.txt").toString();
    const bill = JSON.parse(read(name, "dpo/sbom-programs.cdx.json"));
    const crates = bill.components.filter(({ purl }) => purl);
    assert.ok(crates.length > 100);
    for (const one of crates) assert.ok(notices.includes(`\n${one.name} ${one.version} (${one.licenses[0].expression})`), one.purl);
    const page = read(name, "dpo/index.html").toString();
    for (const said of [made.commit, made.tools.rustc, ...bill.metadata.properties.map(({ value }) => value)]) assert.ok(page.includes(said), said);
    const programs = files(name).filter((file) => file.endsWith(".wasm"));
    assert.equal(programs.length, name === "general" ? 2 : 4);
    for (const file of programs) assert.ok(page.includes(digest("sha256", read(name, file), "hex")), file);
    for (const [, link] of page.matchAll(/href="(?!data:)([^"#]+)"/g)) {
      const path = join(site(name).folder, "dpo", link);
      assert.ok(existsSync(path), `${link} on dpo/`);
    }
  }
});

// In a private window Chromium asked for the icon's file again at each link inside the page: the server was told how somebody reads.
test("a page that somebody reads holds its icon and what its style draws: nothing of it is a file that a browser may ask for again", () => {
  for (const name of SITES) {
    // The shell of a kiosk is installed: its icon is on the list of what it keeps.
    const seen = files(name).filter((file) => file.endsWith(".html") && file !== "kiosk/index.html");
    for (const file of seen) {
      const links = read(name, file).toString().match(/<link [^>]*rel="[^"]*icon[^"]*"[^>]*>/g) ?? [];
      for (const link of links) assert.match(link, / href="data:image\/svg\+xml;base64,/, `${name}, ${file}`);
      assert.ok(links.length === 1 || file === "404.html", `${name}, ${file}: ${links.length}`);
    }
    for (const file of [...seen, ...files(name).filter((file) => file.endsWith(".css"))]) {
      assert.doesNotMatch(read(name, file).toString(), /url\(\s*["']?(?!data:|#)[\w./]/, `${name}, ${file}`);
    }
  }
});

for (const name of SITES) {
  test(`every file of the ${name} site is in SHA256SUMS, and loaded files are named after their bytes`, () => {
    const lines = read(name, "SHA256SUMS").toString().trimEnd().split("\n");
    const sums = Object.fromEntries(lines.map((line) => line.split("  ").reverse()));
    const all = files(name).filter((file) => file !== "SHA256SUMS");
    assert.deepEqual(Object.keys(sums).sort(), all.sort());
    for (const file of all) {
      const sum = digest("sha256", read(name, file), "hex");
      assert.equal(sums[file], sum, file);
      // The service worker and the script of the embed are found under names that stay, too.
      if (!["kiosk/sw.js", "embed.js"].includes(file) && (IS_READING.test(file) || /\.(js|css|wasm|bin)$|^reader\/desk|^register\/(texts|editor)|^practice\/(words|place)/.test(file))) assert.equal(file.split(".").at(-2), sum.slice(0, 16), file);
    }
  });

  test(`every integrity on the pages of the ${name} site is that of the file, and whatever is loaded has one`, async () => {
    for (const page of pages(name)) {
      const checked = [];
      for (const { tag, is } of await elements(name, page)) {
        for (const attribute of Object.keys(is).filter((one) => one.endsWith("integrity"))) {
          const link = is[attribute.replace(/-?integrity$/, "")] ?? is.src ?? is.href;
          const { file } = target(link, page);
          assert.equal(is[attribute], `sha384-${digest("sha384", read(name, file), "base64")}`, `${file} on ${page}`);
          checked.push(file);
        }
        for (const [, [link, sum]] of JSON.parse(is["data-readings"] ?? "[]")) {
          const { file } = target(link, page);
          assert.equal(sum, `sha384-${digest("sha384", read(name, file), "base64")}`, `${file} on ${page}`);
          checked.push(file);
        }
        // What is asked for early has its integrity checked by whoever takes it.
        if (tag === "script" || /stylesheet|modulepreload/.test(is.rel)) assert.ok(is.integrity, `${is.src ?? is.href} on ${page}`);
      }
      const program = files(name).filter((file) => !hasInside(file) && !isForHosts(file) && (IS_READING.test(file) || /\.(js|wasm|bin)$|^(reader|practice|register)\/.*\.json$/.test(file)));
      const own = program.filter((file) => lives(page) && loads(page, file));
      const style = files(name).filter((file) => /^style\..*\.css$/.test(file) || (file.endsWith(".css") && isStaffs(file) && loads(page, file)) || (/^(practice|poster)\//.test(page) && /^staff\..*\.css$/.test(file)) || (page.startsWith("poster/") && file.startsWith(page.includes("/a3/") ? "poster-a3." : "poster-a4.")) || (page.startsWith("pictures/") && /^pictures\/.*\.css$/.test(file)));
      // The editor shows the patients' page, saves posters, and begins with the site's own register.
      const shown = staffOf(page) === "register" ? files(name).filter((file) => /^staff\..*\.css$/.test(file)) : [];
      if (shown.length && name !== "general") shown.push("register.json");
      assert.deepEqual([...new Set(checked)].sort(), [...style, ...own, ...shown].sort(), `loaded by ${page}`);
    }
  });

  test(`the pages of the ${name} site have no inline script, a style only with its sum, and no name that is hidden from patients`, async () => {
    for (const page of pages(name)) {
      const all = await elements(name, page);
      const inside = all.filter(({ tag }) => tag === "style").map(({ text }) => `'sha256-${digest("sha256", text, "base64")}'`);
      const policy = all.find(({ is }) => is["http-equiv"] === "Content-Security-Policy").is.content;
      assert.equal(directives(policy)["style-src"], ["'self'", ...inside].join(" "), page);
      assert.equal(inside.length, page === "index.html" ? 1 : 0, page);
      for (const { tag, text, is } of all) {
        assert.ok(tag !== "script" || (is.src && !text.trim()), `an inline script on ${page}`);
        const inline = Object.keys(is).filter((one) => one === "style" || one.startsWith("on"));
        assert.deepEqual(inline, [], `<${tag}> on ${page}`);
        assert.ok(!Object.values(is).some((value) => /^\s*javascript:/i.test(value)), `<${tag}> on ${page}`);
        assert.doesNotMatch(`${tag} ${is.class ?? ""}`, HIDDEN);
      }
    }
    for (const file of files(name)) assert.doesNotMatch(file, HIDDEN);
    const styles = files(name).filter((file) => file.endsWith(".css"));
    for (const file of styles) assert.doesNotMatch(read(name, file).toString(), HIDDEN);
  });

  test(`every page of the ${name} site carries its own policy first; static pages allow no script`, async () => {
    const patients = ["index.html", ...languagesOf(name).map((one) => `${one}/index.html`), ...SIMPLE.map((one) => `${one}/simple/index.html`)];
    const posters = languagesOf(name).flatMap((language) => ["", "a3/"].map((paper) => `poster/${language}/${paper}index.html`));
    // Without a register nobody gets a code, so that there is nothing to read.
    assert.deepEqual(pages(name).sort(),
      [...patients, ...posters, "accessibility/index.html", "dpo/index.html", "pictures/index.html", ...(name === "general" ? [] : ["fhir/index.html", "practice/index.html", "reader/index.html"]), "register/index.html"].sort());
    for (const page of pages(name)) {
      const all = await elements(name, page);
      const policies = all.filter(({ is }) => is["http-equiv"] === "Content-Security-Policy");
      assert.equal(policies.length, 1, page);
      const policy = directives(policies[0].is.content);
      const style = policy["style-src"].replace(/ 'sha256-[\w+/=]+'$/, "");
      assert.deepEqual({ ...policy, "style-src": style }, lives(page) ? PAGE_POLICY : STATIC_POLICY, page);
      const first = all.findIndex(({ tag }) => ["link", "script", "body"].includes(tag));
      assert.ok(all.indexOf(policies[0]) < first, `the policy of ${page} comes first`);
      assert.ok(lives(page) || !all.some(({ tag }) => tag === "script"), page);
    }
  });

  test(`a preview of a link to the ${name} site is the same for every page of a language, and tells nothing of the place`, async () => {
    for (const page of files(name).filter((file) => file.endsWith(".html"))) {
      const said = (await elements(name, page)).filter(({ is }) => is.property?.startsWith("og:")).map(({ is }) => [is.property, plain(is.content)]);
      const [, language = "fr"] = page.match(new RegExp(`^${LANGUAGE}/`)) ?? [];
      const hand = words(language, "handout");
      const generic = [["og:type", "website"], ["og:title", hand.title], ["og:description", hand.lead]];
      assert.deepEqual(said, new RegExp(`^(${LANGUAGE}/(simple/)?)?index\\.html$`).test(page) ? generic : [], page);
    }
  });

  test(`every link on the pages of the ${name} site leads to a file of the site, and to a place in it`, async () => {
    const there = files(name);
    const all = Object.fromEntries(await Promise.all(pages(name).map(async (page) => [page, await elements(name, page)])));
    for (const [page, elements] of Object.entries(all)) {
      for (const { is } of elements) {
        const readings = JSON.parse(is["data-readings"] ?? "[]").map(([, [link]]) => link);
        const named = ["wasm", "notice", "words", "blanks", "texts", "editor", "style", "own"].map((one) => is[`data-${one}`]);
        const data = [...named, ...readings];
        // For search engines the place's own address stands before the path.
        const address = name === "general" ? undefined : register(name).site.page;
        const own = (link) => (address && link.startsWith(address) ? link.replace(address, "/") : link);
        for (const link of [is.href, is.src, ...data].filter((link) => link !== undefined && !link.startsWith("data:"))) {
          // The page of pictures shows parts of the page in each of their states: what leads on from them is not there.
          if (page === "pictures/index.html" && link.startsWith("#")) continue;
          const { file, id } = target(is.rel === "alternate" ? own(link) : link, page);
          assert.ok(there.includes(file), `${link} on ${page}`);
          // What begins with a digit is no place in a page but a link with its language and level.
          assert.ok(!id || /^\d/.test(id) || all[file].some(({ is }) => is.id === id), `${link} on ${page}`);
        }
      }
      // The staff and integrators read French; a poster is in one language.
      if (isStaffs(page) || /^(poster|pictures|fhir|dpo|accessibility)\//.test(page)) continue;
      const languages = elements.filter(({ tag, is }) => tag === "a" && is.hreflang && !isBeside(is)).map(({ is }) => target(is.href, page).file);
      // A language without the level one reads leads to the one it has.
      const level = (language) => (page.includes("simple/") && SIMPLE.includes(language) ? "simple/" : "");
      assert.deepEqual(languages, languagesOf(name).map((one) => `${one}/${level(one)}index.html`), `the languages of ${page}`);
      const levels = elements.filter(({ tag, is }) => tag === "a" && is["data-level"]).map(({ is }) => target(is.href, page).file);
      const [, language = "fr"] = page.match(new RegExp(`^(?:embed/)?${LANGUAGE}/`)) ?? [];
      assert.deepEqual(levels, SIMPLE.includes(language) ? [`${language}/index.html`, `${language}/simple/index.html`] : [], `the levels of ${page}`);
    }
  });
}

test("the delivered scripts can neither run text nor send, fetch only what starts the program, and only the patient's may keep", () => {
  const scripts = Object.fromEntries(files("hospital").filter((file) => file.endsWith(".js")).map((file) => [
    file.split(".")[0], read("hospital", file).toString(),
  ]));
  assert.deepEqual(Object.keys(scripts).sort(), [
    "boot", "embed", "kiosk/shell", "kiosk/sw", "practice/practice", "reader/reader", "register/register",
  ]);
  for (const [name, text] of Object.entries(scripts)) {
    assert.doesNotMatch(text, /new Function\b|\beval\(/, name);
    // Chromium runs an imported script that does not fit its sum, if it has to ask for it anew: nothing is imported.
    assert.doesNotMatch(text, /^\s*import\b|\bimport ?\(/m, name);
    assert.doesNotMatch(text, /RTCPeerConnection|WebTransport|WebSocket|EventSource|sendBeacon|XMLHttpRequest/, name);
    assert.doesNotMatch(text, /\bcookie\b|sessionStorage|indexedDB/, name);
    // The drawer: a patient's opens on a press only (keep.test.mjs), the practice's too, for its register; the editor's keeps unsaved work (editor.test.mjs).
    if (!["boot", "practice/practice", "register/register"].includes(name)) assert.doesNotMatch(text, /localStorage/, name);
  }
  const fetches = /\bfetch\s*\(|\.fetch\b/;
  for (const boot of ["kiosk/shell", "kiosk/sw"]) assert.match(scripts[boot], fetches);
  for (const program of ["boot", "practice/practice", "reader/reader", "register/register"]) {
    const [imports, init] = scripts[program].split(/(?=async function __wbg_init\()/);
    assert.doesNotMatch(imports, fetches);
    // The start stands behind the glue, and gets what it names.
    assert.equal(init.match(new RegExp(fetches, "g")).length, 2);
  }
});

for (const file of ["app", "practice/practice", "reader/reader", "register/register"]) {
  test(`the program ${file} asks for no feature that its oldest browsers lack, and tells no names`, () => isForOldBrowsers(file));
}

function isForOldBrowsers(file) {
  const oldest = [
    "bulk-memory", "bulk-memory-opt", "call-indirect-overlong", "multivalue", "mutable-globals", "nontrapping-fptoint",
    "reference-types", "sign-ext",
  ];
  const program = new WebAssembly.Module(read("hospital", files("hospital").find((one) => one.startsWith(file) && one.endsWith(".wasm"))));
  const [section] = WebAssembly.Module.customSections(program, "target_features");
  // A count, then for each feature "+", its length and its name: all below 128, so one byte a number.
  const bytes = Buffer.from(section);
  const features = [];
  for (let at = 1; at < bytes.length; at += 2 + bytes[at + 1]) {
    features.push(bytes.toString("latin1", at, at + 1) + bytes.toString("latin1", at + 2, at + 2 + bytes[at + 1]));
  }
  assert.equal(features.length, bytes[0]);
  assert.deepEqual(features.filter((one) => !oldest.some((known) => one === `+${known}`)), []);
  assert.equal(WebAssembly.Module.customSections(program, "name").length, 0);
}

test("what a patient loads stays within its budget", () => {
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  const rows = Object.entries(BUDGET).map(([what, budget]) => {
    const part = files("hospital").filter((file) => budget.files.test(file) && !isStaffs(file) && !hasInside(file) && !isForHosts(file)).map((file) => read("hospital", file));
    const sum = (sizes) => sizes.reduce((sum, size) => sum + size, 0);
    const raw = sum(part.map((bytes) => bytes.length));
    return { what, raw, brotli: sum(part.map((bytes) => brotliCompressSync(bytes, options).length)), budget: budget.bytes };
  });
  const lines = [["", "raw", "brotli", "budget"], ["---", "---:", "---:", "---:"], ...rows.map((row) => Object.values(row))];
  console.log(lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n"));
  for (const { what, raw, brotli, budget } of rows) assert.ok(raw > 0 && brotli <= budget, `${what}: ${brotli} bytes`);
});
