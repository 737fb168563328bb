// Sites out of a released one: one register or a folder of them, without a toolchain.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { everyLook } from "./support/axe.mjs";
import { open } from "./support/page.mjs";
import { program, root, serveFolder, site, temporaryFolder } from "./support/site.mjs";

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
  const { path } = release.files["app.js"].file;
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

test("what all places share lies there once, and every sum is right", () => {
  const { out } = several();
  for (const shared of [/^app\..*\.wasm$/, /^style\./, /^reader\/reader\..*\.wasm$/, /^release\.json$/]) {
    assert.equal(files(out).filter((file) => shared.test(file)).length, 1, shared);
  }
  // A kiosk's few small scripts lie beside its service worker, which reaches no farther than its folder.
  const programs = files(out).filter((file) => /^cabinet-.*\.(wasm|js)$/.test(file) && !file.includes("/kiosk/"));
  assert.deepEqual(programs, []);
  const sums = readFileSync(join(out, "SHA256SUMS"), "utf8").trimEnd().split("\n").map((line) => line.split("  ")[1]);
  assert.deepEqual(sums.sort(), files(out).filter((file) => file !== "SHA256SUMS"));
});

test("a place is whole: its page lives, switches language, and its desk reads its own codes", async () => {
  const address = await serveFolder(several().out);
  const page = await open({ site: "practice" });
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
