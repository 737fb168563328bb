// Sites out of a released one: one register or a folder of them, without a toolchain.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import http from "node:http";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { everyLook } from "./support/axe.mjs";
import { ENGINES, openIn } from "./support/engines.mjs";
import { open } from "./support/page.mjs";
import * as shell from "./support/shell.mjs";
import { known, program, root, serveFolder, site, temporaryFolder } from "./support/site.mjs";

const files = (folder) => readdirSync(folder, { recursive: true }).filter((file) => statSync(join(folder, file)).isFile()).sort();
const register = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));

/** What `eclaire bake` says and ends with. */
function bake(dist, register, ...more) {
  return bakeInto(join(temporaryFolder(), "site"), dist, register, ...more);
}

function bakeInto(out, dist, register, ...more) {
  const { status, stdout, stderr } = spawnSync(program, ["bake", "--dist", dist, "--register", register, "--out", out, ...more], {
    // Nowhere: neither a clone nor a toolchain is needed.
    cwd: temporaryFolder(), encoding: "utf8", env: { PATH: "/nowhere" },
  });
  return { out, status, said: stdout, complained: stderr };
}

/** Twelve practices, and what can be wrong with a register: each stops nothing but itself. */
function practices() {
  const folder = temporaryFolder();
  const write = (name, json) => writeFileSync(join(folder, name), typeof json === "string" ? json : JSON.stringify(json));
  for (let at = 1; at <= 12; at += 1) {
    const one = register("content/registers/practice.json");
    one.site.id = `cabinet-${at}`;
    one.site.name = { fr: `Cabinet É${at}`, en: `Practice É${at}` };
    write(`cabinet-${at}.json`, one);
  }
  const same = register("content/registers/practice.json");
  same.site.page = "https://asso.example/cabinet-durand";
  write("cabinet-durand.json", same);
  write("cabinet-noir.json", { ...same, site: { ...same.site, id: "cabinet-noir", page: "https://asso.example/cabinet-durand/" } });
  writeFileSync(join(folder, "latin.json"), Buffer.from(JSON.stringify({ ...same, site: { ...same.site, id: "latin" } }), "latin1"));
  write("sans-humain.json", register("tests/fixtures/registers/no-human.json"));
  write("coupe.json", "{");
  write("Pas bon.json", register("tests/fixtures/registers/complete.json"));
  write("double.json", readFileSync(join(folder, "cabinet-3.json"), "utf8"));
  write("reader.json", register("tests/fixtures/registers/complete.json"));
  write("notes.txt", "nothing of a register");
  return folder;
}

let baked;
const several = () => (baked ??= bake(site("practice").folder, practices()));

test("what is baked of one register is what is built of it, byte for byte", () => {
  const { folder } = site("hospital");
  const { out, status, complained } = bake(site("practice").folder, join(root, "content/registers/hospital.json"));
  assert.equal(status, 0, complained);
  assert.deepEqual(files(out), files(folder));
  for (const file of files(out)) assert.ok(readFileSync(join(out, file)).equals(readFileSync(join(folder, file))), file);
});

test("a release of another version, a damaged one, or none, is refused in a sentence", () => {
  const hospital = join(root, "content/registers/hospital.json");
  const dist = join(temporaryFolder(), "dist");
  cpSync(site("practice").folder, dist, { recursive: true });
  const refused = (what, next) => {
    const { status, complained } = bake(dist, hospital);
    assert.equal(status, 1);
    assert.match(complained, what);
    assert.match(complained, next);
  };
  const file = join(dist, "release.json");
  const release = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify({ ...release, sources: "0123456789abcdef" }));
  refused(/was released by Éclaire \S+ \(sources 0123456789abcdef\), this program is/, /Next: .*same release/);
  writeFileSync(file, JSON.stringify(release));
  const { path } = release.files["app_bg.wasm"].file;
  writeFileSync(join(dist, path), "nothing");
  refused(new RegExp(`${path.replaceAll(".", "\\.")} is not the file that was released`), /Next: .*again/);
  writeFileSync(file, "{");
  refused(/release\.json: not as it was/, /Next: /);
  const { status, complained } = bake(temporaryFolder(), hospital);
  assert.equal(status, 1);
  assert.match(complained, /holds no release of Éclaire/);
});

test("a register with a problem stops nothing but itself, and is named at the end with its problems", () => {
  const { out, status, said, complained } = several();
  assert.equal(status, 1);
  assert.match(said, /^13 of 20 registers are shown/m);
  const why = {
    "sans-humain.json": /human_does/, "coupe.json": /expected JSON/, "Pas bon.json": /cannot be a path/,
    "double.json": /site\.id is "cabinet-3" as in cabinet-3\.json/, "reader.json": /Éclaire needs itself/,
    "cabinet-noir.json": /site\.page is "https:\/\/asso\.example\/cabinet-durand" as in cabinet-durand\.json/, "latin.json": /save it as UTF-8/,
  };
  for (const [name, reason] of Object.entries(why)) {
    const told = said.split("not shown: ").find((part) => part.startsWith(`${name}\n`));
    assert.match(told ?? said, reason, name);
  }
  assert.match(complained, /7 of 20 registers could not be shown; the others are made\nNext: /);
  for (let at = 1; at <= 12; at += 1) assert.ok(files(join(out, `cabinet-${at}`)).includes("index.html"));
  // A patient who was handed its address finds what is true everywhere.
  assert.match(readFileSync(join(out, "sans-humain/index.html"), "utf8"), /id="staff"/);
  assert.ok(files(join(out, "latin")).includes("index.html"), "even of a file that cannot be read");
  for (const folder of ["Pas bon", "double", "reader/fr"]) assert.ok(!files(out).some((file) => file.startsWith(`${folder}/`)), folder);
});

/** What a browser gets of a file that lies packed. */
const unpacked = (path) => {
  const bytes = readFileSync(path);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
};

let packedOnce;
const packed = () => (packedOnce ??= bake(site("practice").folder, practices(), "--packed"));

test("what all places share lies there once, and every sum is right", () => {
  const { out } = several();
  for (const shared of [/^app\..*\.wasm$/, /^style\./, /^reader\/reader\..*\.wasm$/, /^release\.json$/]) {
    assert.equal(files(out).filter((file) => shared.test(file)).length, 1, shared);
  }
  // A kiosk's service worker reaches no farther than its folder, so each has its own; it is a list of files.
  const programs = files(out).filter((file) => /^cabinet-.*\.(wasm|js)$/.test(file) && !file.endsWith("/kiosk/sw.js"));
  assert.deepEqual(programs, []);
});

/** One list for ten thousand places would change, and be sent again, with each of them. */
test("each place has the sums of its files, the root has the sums of those, and every one is right, packed or not", () => {
  for (const { out } of [several(), packed()]) {
    const all = new Set(["SHA256SUMS"]);
    const right = (folder) => {
      const { status, stderr } = spawnSync("sha256sum", ["-c", "--quiet", "SHA256SUMS"], { cwd: join(out, folder), encoding: "utf8" });
      assert.equal(status, 0, `${folder}: ${stderr}`);
      const lines = readFileSync(join(out, folder, "SHA256SUMS"), "utf8").trimEnd().split("\n").map((line) => line.split("  ")[1]);
      for (const line of lines) {
        all.add(join(folder, line));
        if (folder === "" && /^cabinet-[^/]*\/SHA256SUMS$/.test(line)) right(line.replace("/SHA256SUMS", ""));
        if (folder === "" && /^(sans-humain|coupe|latin)\/SHA256SUMS$/.test(line)) right(line.replace("/SHA256SUMS", ""));
      }
    };
    right("");
    assert.deepEqual([...all].sort(), files(out));
  }
});

/** A place took 6 MB: three times the program, and every reading four times. What is here are bytes, which do not waver. */
test("a place of six uses takes at most 0.45 MB, packed, and at most 2.3 MB as it is", () => {
  for (const [{ out }, most] of [[packed(), 450_000], [several(), 2_300_000]]) {
    const bytes = files(join(out, "cabinet-7")).reduce((sum, file) => sum + statSync(join(out, "cabinet-7", file)).size, 0);
    console.log(`cabinet-7: ${files(join(out, "cabinet-7")).length} files, ${bytes} bytes`);
    assert.ok(bytes <= most, `${bytes} bytes`);
  }
});

test("packed or not, a browser gets the same files", () => {
  const [plain, tight] = [several().out, packed().out];
  const shown = (out) => files(out).filter((file) => !/(^headers\/|SHA256SUMS$)/.test(file));
  assert.deepEqual(shown(tight), shown(plain));
  for (const file of shown(plain)) assert.ok(unpacked(join(tight, file)).equals(readFileSync(join(plain, file))), file);
  // What a server and a person read on the disk is never packed.
  for (const file of ["headers/nginx.conf", "SHA256SUMS", "cabinet-7/SHA256SUMS"]) assert.notEqual(readFileSync(join(tight, file))[0], 0x1f, file);
});

test("what a browser puts together of a place's files is the page that a site of one place has, byte for byte", async () => {
  const folder = temporaryFolder();
  const one = register("content/registers/practice.json");
  writeFileSync(join(folder, "cabinet.json"), JSON.stringify(one));
  const many = bake(site("practice").folder, folder).out;
  const alone = bake(site("practice").folder, join(folder, "cabinet.json")).out;
  const join_ = new Function(`${readFileSync(join(root, "public/join.js"), "utf8")}; return join;`)();
  const from = (page) => globalThis.fetch = async (address) => {
    const path = new URL(address, `http://site/${page}`).pathname.replace(/\/$/, "/index.html");
    return new Response(readFileSync(join(many, path)));
  };
  const { fetch } = globalThis;
  try {
    for (const [page, whole] of [["cabinet/eclaire.html", "eclaire.html"], ["cabinet/kiosk/", "kiosk/visit/index.html"]]) {
      from(page);
      const html = readFileSync(join(many, page.replace(/\/$/, "/index.html")), "utf8");
      const recipe = JSON.parse(html.match(/<script type="application\/json" id="recipe">(.*?)<\/script>/s)[1]);
      assert.equal(await join_(recipe), readFileSync(join(alone, whole), "utf8"), page);
      // Each file is checked by the browser: it has to be the one that lies there.
      for (const [, integrity] of recipe.files) assert.match(integrity, /^sha384-/);
    }
  } finally {
    globalThis.fetch = fetch;
  }
});

/** Ten thousand practices were written anew, and would all have been sent again, for one that changed. */
test("a register that has changed rewrites its own place and the sum of that, and nothing else", () => {
  for (const more of [[], ["--packed"]]) {
    const registers = temporaryFolder();
    const one = (name, phone) => {
      const practice = { ...register("content/registers/practice.json"), example: false };
      const contacts = structuredClone(practice.site.contacts);
      contacts.desk.phone = phone;
      writeFileSync(join(registers, `${name}.json`), JSON.stringify({ ...practice, site: { ...practice.site, id: name, page: `https://asso.example/${name}/`, contacts } }));
    };
    for (const name of ["durand", "martin", "petit"]) one(name, "01 23 45 67 89");
    const out = join(temporaryFolder(), "site");
    const baked = () => assert.equal(bakeInto(out, site("practice").folder, registers, ...more).status, 0);
    // The number of the file on the disk: one that is written anew is another one.
    const here = () => new Map(files(out).map((file) => [file, `${statSync(join(out, file)).ino} ${statSync(join(out, file)).mtimeMs}`]));
    baked();
    const before = here();
    baked();
    assert.deepEqual(here(), before, "nothing has changed");
    one("martin", "01 98 76 54 32");
    baked();
    const after = here();
    const changed = [...after.keys()].filter((file) => after.get(file) !== before.get(file));
    assert.deepEqual(changed.filter((file) => !file.startsWith("martin/")), ["SHA256SUMS"]);
    assert.ok(changed.includes("martin/index.html"));
    // What is named after its bytes and is not any more what they were, is gone with the old page.
    const gone = [...before.keys()].filter((file) => !after.has(file));
    assert.ok(gone.length > 0 && gone.every((file) => /^martin\/.*\.[0-9a-f]{16}\./.test(file)), gone.join(" "));
    // A place that is no longer there goes whole.
    renameSync(join(registers, "petit.json"), join(registers, "petit.txt"));
    baked();
    assert.ok(!existsSync(join(out, "petit")));
  }
});

test("a site that lies packed is a release, and a former site, like any other", () => {
  const folder = temporaryFolder();
  const write = (version) => {
    const one = { ...register("content/registers/practice.json"), example: false };
    writeFileSync(join(folder, "cabinet.json"), JSON.stringify({ ...one, site: { ...one.site, notice: { ...one.site.notice, version } } }));
  };
  write("1.0");
  const { out } = bake(site("practice").folder, folder, "--packed");
  write("2.0");
  const again = bakeInto(out, site("practice").folder, folder, "--packed");
  assert.equal(again.status, 0, again.complained);
  const { blanks } = JSON.parse(unpacked(join(out, "cabinet/reader/blanks.json")));
  assert.deepEqual(blanks.map(({ notice_version }) => notice_version), ["2.0", "1.0"]);
  const from = bake(out, join(root, "content/registers/practice.json"));
  assert.equal(from.status, 0, from.complained);
  for (const file of files(site("practice").folder)) {
    assert.ok(readFileSync(join(from.out, file)).equals(readFileSync(join(site("practice").folder, file))), file);
  }
});

/** A page of somebody else, on another origin, as long as the tests run. */
const hosts = [];
after(() => hosts.forEach((host) => (host.close(), host.closeAllConnections())));
function hosting(body) {
  const host = http.createServer((_, answer) => answer.writeHead(200, { "content-type": "text/html" }).end(`<!doctype html><title>Host</title>${body}`));
  hosts.push(host);
  return new Promise((done) => host.listen(0, "127.0.0.1", () => done(`http://127.0.0.1:${host.address().port}/`)));
}
const framing = (url) => hosting(`<iframe sandbox="allow-scripts allow-modals" width="100%" height="640" src="${url.replace("127.0.0.1", "localhost")}/cabinet-7/embed/"></iframe>`);

/** What an embed does once it lives, in any browser. */
async function liveEmbed(page) {
  await page.driver.switchTo().frame(0);
  await page.until(() => document.documentElement.dataset.app === "live");
  assert.match(await page.visible(".masthead"), /Cabinet É7/);
  const asked = page.requests.length;
  await page.read("en");
  assert.match(await page.visible(".masthead"), /Practice É7/);
  await page.tickEverything();
  assert.equal(page.requests.length, asked, "not one request more");
  const refused = await page.driver.executeAsyncScript(function (done) {
    fetch("../notice.json").then(() => done("sent"), () => done("refused"));
  });
  assert.equal(refused, "refused", "what belongs inside is inside: nothing can be asked for any more");
  assert.equal(page.requests.length, asked);
  await page.driver.switchTo().defaultContent();
}

test("the embed of a place lives in a frame that is shut off, in Chromium, and can then ask for nothing", async () => {
  const page = await open({ site: known(packed().out), until: null, host: ({ url }) => framing(url) });
  await liveEmbed(page);
});

for (const engine of ENGINES) {
  test(`${engine}: the embed of a place lives in a frame that is shut off, and can then ask for nothing`, async () => {
    let origin = "";
    // In WebKit a frame that is shut off is not of our own origin: the policy has to name it, as it does where the register has an address.
    const change = (path, answer) => engine !== "webkit" || !/\/embed\/$/.test(path) ? undefined : {
      ...answer, body: Buffer.from(answer.body.toString().replaceAll("-src 'self'", `-src 'self' ${origin}`).replaceAll("-src &#x27;self&#x27;", `-src &#x27;self&#x27; ${origin}`)),
    };
    const page = await openIn(engine, { site: known(several().out), path: "/cabinet-7/poster/fr/", until: null, change });
    origin = page.url.replace("127.0.0.1", "localhost");
    await page.driver.get(await framing(page.url));
    await liveEmbed(page);
  });
}

test("without a script, and when what belongs inside is damaged, the embed of a place can be read", async () => {
  const change = (path, answer) => (/\/inside\./.test(path) ? { ...answer, body: Buffer.from("spoilt") } : undefined);
  // Without scripts alone: a frame of another site has a process of its own, in which they would run.
  for (const options of [{ path: "/cabinet-7/embed/", scripts: false }, { host: ({ url }) => framing(url), change }]) {
    const page = await open({ site: known(several().out), until: null, ...options });
    if (options.host) await page.driver.switchTo().frame(0);
    await page.until(() => document.querySelector("#start") !== null && document.readyState === "complete");
    assert.equal(await page.run(() => document.documentElement.dataset.app), "still");
    assert.ok((await page.visible(".framed")).length > 20);
    assert.ok((await page.visible("#care")).length > 500);
    await page.click("nav a[data-language=en]");
    await page.until(() => document.documentElement.lang === "en");
    assert.ok((await page.visible(".framed")).length > 20, "another language is a link away");
    await page.driver.switchTo().defaultContent();
  }
});

for (const [browser, opens] of [["chromium", open], ...ENGINES.map((engine) => [engine, (options) => openIn(engine, options)])]) {
  test(`${browser}: the kiosk of a place lives, also when no server answers any more`, async () => {
    const page = await shell.kiosk({ opens, site: known(packed().out), path: "/cabinet-7/kiosk/" });
    await shell.answerSomething(page);
    await shell.erase(page);
    await page.stop();
    await page.driver.get(`${page.url}/cabinet-7/kiosk/`);
    await shell.living(page);
    assert.match(await shell.runInside(page, () => document.querySelector(".masthead").textContent), /Cabinet É7/);
    await page.resume();
  });
}

test("the single file of a place is made at its address, and lives alone from a disk", async () => {
  const page = await open({ site: known(packed().out), path: "/cabinet-7/eclaire.html", until: null });
  await page.until(() => document.getElementById("file").checkVisibility());
  const saved = await page.saved("#file");
  const copy = join(temporaryFolder(), "eclaire.html");
  writeFileSync(copy, saved.text);
  await page.driver.get(pathToFileURL(copy).href);
  await page.until(() => document.documentElement.dataset.app === "live");
  assert.match(await page.visible(".masthead"), /Cabinet É7/);
  await page.read("en");
  await page.go("/cabinet-7/eclaire.html");
  await page.click("main a[href='./']");
  await page.until(() => document.documentElement.dataset.app === "live" && location.pathname === "/cabinet-7/");
});

test("the address of the first language without a script leads to the page, which says the same without one", async () => {
  const page = await open({ site: known(packed().out), path: "/cabinet-7/fr/", until: null, scripts: false });
  await page.until(() => location.pathname === "/cabinet-7/");
  assert.ok((await page.visible("#care")).length > 500);
});

test("a place is whole: its page lives, switches language, and its desk reads its own codes", async () => {
  const address = await serveFolder(several().out);
  const page = await open({ site: "practice" });
  await page.everythingThere();
  page.become(address);
  await page.go("/cabinet-7/");
  await page.until(() => document.documentElement.dataset.app === "live");
  assert.match(await page.visible(".masthead"), /Cabinet É7/);
  await page.tickEverything();
  await page.read("en");
  assert.match(await page.visible(".masthead"), /Practice É7/);
  await page.go("/cabinet-7/reader/");
  await page.until(() => document.documentElement.dataset.app === "live");
  assert.deepEqual(await page.complaints(), []);
  await page.go("/cabinet-7/en/simple/");
  await page.click("nav a[data-level=clear]");
  await page.until(() => location.pathname === "/cabinet-7/en/");
});

test("the first page lists the places in two languages, without a script, and leads to each", async () => {
  const page = await open({ site: "practice", scripts: false });
  page.become(await serveFolder(several().out));
  await page.go("/index.html");
  const links = await page.run(() => [...document.querySelectorAll("main li a")].map((link) => [link.getAttribute("href"), link.textContent]));
  assert.equal(links.length, 13);
  assert.deepEqual(links[0], ["cabinet-1/", "Cabinet É1"]);
  for (const language of ["fr", "en"]) assert.ok(await page.run((language) => document.querySelector(`main [lang=${language}] .lead`), language));
  await page.click(["main a", "Cabinet É12"]);
  await page.until(() => location.pathname === "/cabinet-12/");
});

test("axe finds nothing on the first page of a site of several", async () => {
  const page = await open({ site: "practice" });
  page.become(await serveFolder(several().out));
  await page.go("/index.html");
  assert.equal(await page.run(() => document.querySelectorAll("main li a").length > 5), true);
  await everyLook(page);
});

test("the desk of a place goes on reading the sheets of its former texts", () => {
  const folder = temporaryFolder();
  const one = register("content/registers/practice.json");
  const write = () => writeFileSync(join(folder, "cabinet.json"), JSON.stringify(one));
  write();
  const former = bake(site("practice").folder, folder).out;
  one.site.notice.version = "9.9";
  write();
  const now = bake(site("practice").folder, folder, "--former", former);
  assert.equal(now.status, 0, now.complained);
  const blanks = JSON.parse(readFileSync(join(now.out, "cabinet/reader/blanks.json"), "utf8"));
  assert.equal((blanks.blanks ?? blanks).length, 2);
});

test("while its register has errors, the desk still reads the sheets of before, and does so when it is mended", () => {
  const folder = temporaryFolder();
  const one = register("content/registers/practice.json");
  const write = (json) => writeFileSync(join(folder, "cabinet.json"), JSON.stringify(json));
  const blanks = (out) => JSON.parse(readFileSync(join(out, "cabinet/reader/blanks.json"), "utf8"));
  write(one);
  const good = bake(site("practice").folder, folder);
  write({ ...one, site: { ...one.site, name: undefined } });
  const broken = bake(site("practice").folder, folder, "--former", good.out);
  assert.equal(broken.status, 1);
  assert.deepEqual(blanks(broken.out), blanks(good.out));
  assert.ok(existsSync(join(broken.out, "cabinet/reader/index.html")));
  one.site.notice.version = "9.9";
  write(one);
  const mended = bake(site("practice").folder, folder, "--former", broken.out);
  assert.equal(mended.status, 0, mended.complained);
  assert.equal(blanks(mended.out).blanks.length, 2);
});

/** One forgotten option made every sheet that had been handed out unreadable, and nothing said so. */
test("a site that is baked again into its own folder goes on reading the sheets of before, without an option", () => {
  const folder = temporaryFolder();
  const file = join(folder, "cabinet.json");
  const write = (version, more = {}) => {
    const one = { ...register("content/registers/practice.json"), example: false };
    writeFileSync(file, JSON.stringify({ ...one, site: { ...one.site, ...more, notice: { ...one.site.notice, version } } }));
  };
  for (const [registers, place] of [[file, ""], [folder, "cabinet/"]]) {
    const out = join(temporaryFolder(), "site");
    const versions = () => {
      const { status, complained } = bakeInto(out, site("practice").folder, registers);
      assert.equal(status, 0, complained);
      const { blanks } = JSON.parse(readFileSync(join(out, `${place}reader/blanks.json`), "utf8"));
      return blanks.map(({ notice_version }) => notice_version);
    };
    write("1.0");
    assert.deepEqual(versions(), ["1.0"]);
    write("2.0");
    assert.deepEqual(versions(), ["2.0", "1.0"]);
    assert.deepEqual(versions(), ["2.0", "1.0"]);
    write("3.0", { id: "another-place" });
    assert.deepEqual(versions(), ["3.0"], "another place's sheets are none of this one's");
    writeFileSync(join(out, `${place}reader/blanks.json`), "spoilt");
    const spoilt = bakeInto(out, site("practice").folder, registers);
    assert.equal(spoilt.status, 1);
    assert.match(spoilt.complained + spoilt.said, /blanks\.json(.|\n)*from a copy, or away/);
  }
});

test("a former site that is none is refused, and a place that is no longer there is named", () => {
  const folder = temporaryFolder();
  const practice = readFileSync(join(root, "content/registers/practice.json"));
  writeFileSync(join(folder, "cabinet.json"), practice);
  const former = bake(site("practice").folder, folder).out;
  const none = bake(site("practice").folder, folder, "--former", join(folder, "nowhere"));
  assert.equal(none.status, 1);
  assert.match(none.complained, /nowhere/);
  const other = temporaryFolder();
  writeFileSync(join(other, "autre.json"), practice);
  const now = bake(site("practice").folder, other, "--former", former);
  assert.match(now.said, /^no longer there: cabinet;/m);
});

test("one register with errors ends with 1: nobody puts the general page in the place of a hospital's by mistake", () => {
  const { out, status, said, complained } = bake(site("practice").folder, join(root, "tests/fixtures/registers/no-human.json"));
  assert.equal(status, 1);
  assert.match(said, /human_does/);
  assert.match(complained, /general page\nNext: Mend/);
  assert.ok(files(out).includes("index.html"));
});

test("a folder with something else in it is refused, and nothing of it is touched", () => {
  const out = temporaryFolder();
  writeFileSync(join(out, "index.html"), "<title>The hospital's own site</title>");
  writeFileSync(join(out, "precious.txt"), "precious");
  const { status, complained } = bakeInto(out, site("practice").folder, join(root, "content/registers/practice.json"));
  assert.equal(status, 1);
  assert.match(complained, /is not empty and holds no site of Éclaire\nNext: /);
  assert.deepEqual(files(out), ["index.html", "precious.txt"]);
  assert.match(readFileSync(join(out, "index.html"), "utf8"), /own site/);
});

test("a new site takes the place of the old one whole, what is not ours stays, and what fails leaves the old one", () => {
  const [hospital, practice] = ["hospital", "practice"].map((name) => join(root, `content/registers/${name}.json`));
  const { out } = bake(site("practice").folder, hospital);
  mkdirSync(join(out, "poster/own"));
  for (const own of [".htaccess", "_headers", "poster/own/notes.txt"]) writeFileSync(join(out, own), "theirs");
  const before = files(out);
  assert.equal(bakeInto(out, site("practice").folder, join(root, "nowhere.json")).status, 1);
  assert.deepEqual(files(out), before);
  assert.equal(bakeInto(out, site("practice").folder, practice).status, 0);
  const fresh = files(bake(site("practice").folder, practice).out);
  assert.deepEqual(files(out), [...fresh, ".htaccess", "_headers", "poster/own/notes.txt"].sort());
  for (const file of fresh) assert.ok(readFileSync(join(out, file)).equals(readFileSync(join(site("practice").folder, file))), file);
});
