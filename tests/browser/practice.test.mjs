// The practice's page: what a patient takes along is made with a few keys, names no more than was ticked, and stays here.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { everyLook } from "./support/axe.mjs";
import { cut } from "./support/cut.mjs";
import { focusHidden } from "./support/keyboard.mjs";
import { Key, open } from "./support/page.mjs";
import { printed, scanned } from "./support/paper.mjs";
import { changed, site as built, temporaryFolder } from "./support/site.mjs";
import { fill, plain, register, words } from "./support/text.mjs";

const practice = words("fr", "practice");
const word = words("fr");
const { ARROW_DOWN, ARROW_UP, ENTER, SPACE, TAB } = Key;

// The most that one link names, and the most characters of a QR code that every telephone reads (rule 97).
const MOST = 11;
const QR_CHARACTERS = 80;
// The sides of A5, in points.
const A5 = [419.5, 595.3];

const begin = (options = {}) => open({ site: "practice", path: "/practice/", until: "live", ...options });
const focus = (page) => page.run(() => {
  const { id, dataset } = document.activeElement;
  return id || dataset.copy || dataset.do;
});
const link = (page) => page.text("#text-link");
const line = (page) => page.text("#text-line");
const warning = (page) => page.text(".reveals");
const ticked = (page) => page.run(() => [...document.querySelectorAll("[data-use]:checked")].map((one) => one.dataset.use));
/** The uses that the list shows. */
const shown = (page) => page.run(() => {
  const boxes = [...document.querySelectorAll("[data-use]")];
  return boxes.filter((one) => one.checkVisibility()).map((one) => one.dataset.use);
});
const kept = (page) => page.run(() => localStorage.length);
const place = (page) => page.visible("#register");
const today = (page) => page.run(() => {
  const text = new Date().toLocaleDateString("fr", { day: "numeric", month: "long", year: "numeric" });
  return text.replace(/^1 /, "1er ");
});

/** Stops the page's clock at noon of a day of November 2026; a page that is open goes on with it. */
const setDay = (page, day) => page.run((day) => {
  window.Time ??= Date;
  window.Date = class extends Time {
    constructor(...at) {
      super(...(at.length ? at : [2026, 10, day, 12]));
    }
  };
}, day);
/** The beginning of the fingerprint of a site's page, as the desk knows it. */
const fingerprint = (name) => {
  const { blanks } = JSON.parse(readFileSync(join(built(name).folder, "reader/blanks.json"), "utf8"));
  return blanks[0].fingerprint.slice(0, 8);
};

/** Ticks uses with the mouse. */
async function tick(page, ...ids) {
  for (const id of ids) await page.click(`label[for=used-${id}]`);
  await page.until((ids) => ids.every((id) => document.querySelector(`#used-${id}`).checked), ids);
}

/** Chooses in a list by its value. */
async function choose(page, id, value) {
  await page.click(`#${id} option[value=${value}]`);
  await page.until((id, value) => document.querySelector(`#${id}`).value === value, id, value);
}

/** The first uses of a register. */
const first = (name, number) => register(name).uses.slice(0, number).map(({ id }) => id);

/** Opens a link as a patient does: the language, the level, what the page says was used. */
async function followed(page, address) {
  // From elsewhere: between two links to one page the browser would not load it anew.
  await page.driver.get("about:blank");
  await page.driver.get(address);
  await page.until(() => document.documentElement.dataset.app === "live");
  return page.run(() => ({
    language: document.documentElement.lang,
    level: document.querySelector(".document").dataset.level,
    uses: [...document.querySelectorAll("#named-place a")].map((one) => one.getAttribute("href").replace("#use-", "")),
  }));
}

/** Opens a file as a register: waits until the page says what became of it. */
async function openRegister(page, file) {
  const before = await place(page);
  await (await page.find("#file")).sendKeys(file);
  await page.until((before) => {
    const tidy = (text) => text.replace(/[\s\u00a0\u202f\u2009]+/g, " ").replace(/’/g, "'").trim();
    return tidy(document.querySelector("#register").innerText) !== before;
  }, before);
}

/** The register of another practice: a path to it. */
const other = (change = () => {}) => changed("practice", (register) => {
  register.site.id = "cabinet-voisin";
  register.site.name = { fr: "Cabinet voisin", en: "The practice next door" };
  register.site.page = "https://cabinet-voisin.example/ia/";
  register.uses = register.uses.filter(({ id }) => ["ecg-reading", "drug-interactions"].includes(id));
  change(register);
});
const isOwn = (page) => place(page).then((text) => text.includes(plain(register("practice").site.name.fr)));
const isOther = (page) => place(page).then((text) => text.includes("Cabinet voisin"));

async function reload(page) {
  await page.driver.navigate().refresh();
  await page.until(() => document.documentElement.dataset.app === "live");
}

test("who types a name and presses Enter has ticked it; of several the first gets the focus, and only then Enter leads to the link", async () => {
  const page = await begin();
  await page.press("ecg", ENTER);
  await page.until(() => document.querySelector("#used-ecg-reading").checked);
  assert.equal(await page.run(() => document.querySelector("#search").value), "");
  await page.press(ENTER, ENTER);
  assert.deepEqual((await followed(page, await link(page))).uses, ["ecg-reading"]);
  const other = await begin();
  await other.press("de", ENTER);
  const found = await shown(other);
  assert.ok(found.length > 1);
  await other.until((id) => document.activeElement.id === `used-${id}`, found[0]);
  assert.deepEqual(await ticked(other), []);
  await other.press(ENTER);
  assert.deepEqual(await ticked(other), [found[0]]);
  await other.press(ENTER);
  assert.equal(await focus(other), "link");
  const none = await begin();
  await none.press("zzz", ENTER);
  assert.equal(await focus(none), "search");
});

test("where the register gives no address, the page asks whether a patient can open that of this window", async () => {
  const page = await begin();
  assert.ok((await page.visible("#made")).includes(plain(practice.here)));
  const known = await begin({ site: changed("practice", (register) => { register.site.page = "https://cabinet.example/ia/"; }) });
  assert.ok(!(await known.visible("#made")).includes(plain(practice.here)));
});

test("seven keys after the page has opened, the link to what was used is copied", async () => {
  const page = await begin();
  const keys = ["e", "c", "g", ARROW_DOWN, SPACE, ENTER, ENTER];
  assert.equal(keys.length, 7);
  for (const key of keys) {
    await page.press(key);
    assert.deepEqual(await focusHidden(page), [], `after ${JSON.stringify(key)}`);
  }
  assert.deepEqual(await ticked(page), ["ecg-reading"]);
  assert.ok([practice.copied, practice.selected].includes(await page.text("#copied")));
  const address = await link(page);
  assert.equal(await page.run(() => getSelection().toString()), address, "what is copied, or selected to be, is the link");
  assert.deepEqual((await followed(page, address)).uses, ["ecg-reading"]);
  assert.deepEqual(await page.complaints(), []);
});

test("where nothing prints, the practice's page says so and that the link can be copied; where it prints, it says nothing", async () => {
  for (const [how, says] of [[() => { window.print = undefined; }, practice.not_printed], [() => { window.print = () => dispatchEvent(new Event("beforeprint")); }, ""]]) {
    const page = await begin();
    await page.click("[for=used-ecg-reading]");
    await page.run(how);
    await page.click("[data-do=print]");
    assert.equal(await page.text("#copied"), says);
    assert.deepEqual(await page.complaints(), []);
  }
});

test("the whole path by keyboard alone: search, list, language, level, link, slip, and the next patient", async () => {
  const page = await begin();
  await page.run(() => (window.print = () => (window.prints = (window.prints ?? 0) + 1)));
  const counted = { presses: 0 };
  const press = async (...keys) => {
    counted.presses += keys.length;
    for (const key of keys) await page.press(key);
  };
  const type = (text) => press(...text);

  assert.equal(await focus(page), "search", "one can type at once");
  await type("grain");
  assert.deepEqual(await shown(page), ["skin-images"]);
  await press(ARROW_DOWN, SPACE);
  assert.equal(await focus(page), "used-skin-images", "ticking leaves one where one is");
  // A letter on a box looks for the next one: capitals and accents do not matter.
  await type("TRACE");
  assert.equal(await focus(page), "search");
  await press(ARROW_DOWN);
  assert.equal(await focus(page), "used-ecg-reading");
  await press(ARROW_UP);
  assert.equal(await focus(page), "search", "before the first box comes the search");
  await press(ARROW_DOWN, SPACE);
  assert.deepEqual(await ticked(page), ["ecg-reading", "skin-images"], "in the order of the register");
  while ((await focus(page)) !== "language") await press(TAB);
  await press(ARROW_DOWN, TAB);
  assert.equal(await focus(page), "level");
  await press(ARROW_DOWN, ENTER);
  assert.equal(await focus(page), "link", "Enter leads to the first thing that can be handed out");
  await press(ENTER);
  assert.equal(await focus(page), "link", "copying leaves one where one is");
  await press(TAB);
  assert.equal(await focus(page), "print");
  await press(ENTER);
  assert.equal(await page.run(() => window.prints), 1);
  assert.ok(counted.presses <= 30, `${counted.presses} keys`);
  const address = await link(page);
  assert.ok((await line(page)).includes(fill(practice.line_handed, { what: [practice.handed_slip, practice.handed_link].join(", ") })));

  await press("/");
  assert.equal(await focus(page), "search");
  while ((await page.run(() => document.activeElement.type)) !== "reset") await press(TAB);
  await press(ENTER);
  assert.deepEqual(await ticked(page), []);
  assert.equal(await focus(page), "search", "the next patient's first use can be typed at once");
  assert.equal(await page.run(() => document.querySelector("#language").value), "fr");
  assert.equal(await page.run(() => document.querySelector("#level").value), "clear");
  assert.deepEqual(await followed(page, address), { language: "en", level: "simple", uses: ["ecg-reading", "skin-images"] });
});

test("without a tick the link names nothing, and there is nothing to warn of", async () => {
  const page = await begin();
  assert.deepEqual(await ticked(page), []);
  assert.equal(await warning(page), practice.generic);
  assert.equal(await link(page), `${page.url}/#1.fr.c`);
  assert.equal(await page.run(() => document.querySelector("#leave-out")), null);
  assert.deepEqual(await followed(page, await link(page)), { language: "fr", level: "clear", uses: [] });
});

test("a link that names uses comes with what it can reveal; the uses can be left out, and stay in the line for the file", async () => {
  const page = await begin();
  await tick(page, "ecg-reading", "drug-interactions");
  assert.equal(await warning(page), practice.reveals);
  const naming = await link(page);
  await page.click("label[for=leave-out]");
  assert.equal(await warning(page), practice.generic);
  assert.equal(await link(page), `${page.url}/#1.fr.c`);
  assert.equal(await page.run(() => document.querySelector("#leave-out").checked), true);
  assert.ok((await line(page)).includes("(ECG)"), await line(page));
  await page.press(SPACE);
  assert.equal(await focus(page), "leave-out", "one stays where one is");
  assert.equal(await link(page), naming);
  assert.deepEqual((await followed(page, naming)).uses, ["ecg-reading", "drug-interactions"]);
});

test("every use of the register can be ticked alone, and its link shows exactly that one", async () => {
  const page = await begin();
  const links = [];
  for (const { id } of register("practice").uses) {
    await tick(page, id);
    links.push([id, await link(page)]);
    await page.click(`label[for=used-${id}]`);
    assert.deepEqual(await ticked(page), []);
  }
  assert.equal(new Set(links.map(([, link]) => link)).size, links.length);
  for (const [id, address] of links) assert.deepEqual((await followed(page, address)).uses, [id]);
});

test("the patient's language and level are in the link, and in the line for the file", async () => {
  for (const [language, level] of [["fr", "simple"], ["en", "clear"], ["en", "simple"]]) {
    const page = await begin();
    await choose(page, "language", language);
    await choose(page, "level", level);
    assert.ok((await line(page)).includes(word[`in_${language}`]), await line(page));
    assert.ok((await line(page)).includes(practice[`level_${level}`].toLowerCase()), await line(page));
    assert.equal(await page.run(() => document.querySelector("#slip").lang), language);
    assert.deepEqual(await followed(page, await link(page)), { language, level, uses: [] });
  }
});

test("more uses than a link can name are not named in it, and that is said", async () => {
  const page = await begin({ site: "hospital" });
  await tick(page, ...first("hospital", MOST + 1));
  assert.equal(await warning(page), fill(practice.too_many, { most: MOST }));
  assert.match(await link(page), /#1\.fr\.c$/);
  const said = (await line(page)).match(/visite : (.*?)\. /)[1];
  assert.equal(said.split(" ; ").length, MOST + 1, "the line for the file names them all");
  await page.click(`label[for=used-${first("hospital", 1)}]`);
  assert.equal(await warning(page), practice.reveals);
});

test("the message says hello, the general sentence and the link in the patient's language, and names no use", async () => {
  const page = await begin();
  await tick(page, "ecg-reading", "skin-images");
  for (const language of ["fr", "en"]) {
    await choose(page, "language", language);
    const hand = words(language, "handout");
    const name = plain(register("practice").site.name[language]);
    const message = await page.text("#text-message");
    assert.equal(message, [hand.hello, hand.lead, await link(page), hand.silence, name].join(" "));
    assert.doesNotMatch(message.replace(await link(page), ""), /ECG|tracé|tracing|peau|skin|beauté|moles/i);
  }
});

test("the line for the file says the day, the text, what was used, what was handed over, and that this is no agreement", async () => {
  const page = await begin();
  const { site } = register("practice");
  const version = fill(practice.line_version, { version: site.notice.version, fingerprint: fingerprint("practice") });
  const before = await today(page);
  const given = (date) => fill(practice.line_text, {
    date, site: plain(site.name.fr), version, language: word.in_fr, level: practice.level_clear.toLowerCase(),
  });
  const rest = [practice.line_no_uses, practice.line_not_handed, practice.line_not_agreement].join(" ");
  const lines = [before, await today(page)].map((date) => `${given(date)} ${rest}`);
  assert.ok(lines.includes(await line(page)), `${await line(page)}, not ${lines[0]}`);

  await tick(page, "skin-images");
  const title = await page.text("label[for=used-skin-images] span");
  assert.ok((await line(page)).includes(fill(practice.line_uses, { uses: title })), await line(page));
  for (const [name, ...handed] of [["link", practice.handed_link], ["message", practice.handed_link, practice.handed_message]]) {
    await page.click(`[data-copy=${name}]`);
    assert.ok((await line(page)).includes(fill(practice.line_handed, { what: handed.join(", ") })), await line(page));
  }
  await page.click("[data-copy=line]");
  assert.equal(plain(await page.run(() => getSelection().toString())), await line(page));
  await tick(page, "ecg-reading");
  assert.ok((await line(page)).includes(practice.line_not_handed), "what was handed over before was another link");
});

test("a page that has been open since yesterday writes today's date: when something is chosen, when it is seen again, when it is copied", async () => {
  const page = await begin();
  const dated = async (day) => {
    assert.ok((await line(page)).includes(`${day} novembre 2026`), await line(page));
  };
  await setDay(page, 22);
  await tick(page, "ecg-reading");
  await dated(22);
  await setDay(page, 23);
  await choose(page, "level", "simple");
  await dated(23);
  await setDay(page, 24);
  await page.run(() => document.dispatchEvent(new Event("visibilitychange")));
  await dated(24);
  await page.run(() => document.addEventListener("copy", () => (window.copied = getSelection().toString())));
  await setDay(page, 25);
  await page.click("[data-copy=line]");
  await dated(25);
  assert.equal(plain(await page.run(() => window.copied)), await line(page), "what was copied was dated already");
  assert.equal(await page.text("#copied"), practice.copied);
});

test("what was copied is said until the texts say something else", async () => {
  const page = await begin();
  const said = () => page.text("#copied");
  const copy = async (name) => {
    await page.click(`[data-copy=${name}]`);
    assert.ok([practice.copied, practice.selected].includes(await said()), name);
  };
  const changes = {
    "another use": () => tick(page, "ecg-reading"),
    "a link without the uses": () => page.click("label[for=leave-out]"),
    "another language": () => choose(page, "language", "en"),
    "another level": () => choose(page, "level", "simple"),
    "the next patient": () => page.click("button[type=reset]"),
  };
  for (const [what, change] of Object.entries(changes)) {
    await copy("link");
    await change();
    assert.equal(await said(), "", what);
  }
  for (const name of ["link", "line", "message"]) await copy(name);
});

test("the slip and the line name the text that was given: its version and the beginning of its fingerprint", async () => {
  for (const name of ["practice", "hospital"]) {
    const page = await begin({ site: name });
    const { version } = register(name).site.notice;
    const known = { version, fingerprint: fingerprint(name) };
    assert.ok((await line(page)).includes(fill(practice.line_version, known)), await line(page));
    for (const language of ["fr", "en"]) {
      await choose(page, "language", language);
      const hand = words(language, "handout");
      const said = await page.text(".slip-version");
      for (const word of [hand.version, hand.fingerprint]) assert.ok(said.includes(fill(word, known)), said);
    }
    await openRegister(page, other());
    assert.doesNotMatch(await page.text("#made"), /[0-9a-f]{8}/, "of a register that was opened nobody has seen the page");
  }
});

test("a slip in a language that nobody has checked says so, in that language, of a register that was opened too", async () => {
  const page = await begin({ site: "hospital" });
  const notes = async (language) => {
    await choose(page, "language", language);
    return page.run(() => [...document.querySelectorAll("#slip .unreviewed")].map((one) => [one.closest("[lang]").lang, one.textContent]));
  };
  for (const language of register("hospital").site.languages) {
    const note = words(language).unreviewed;
    assert.deepEqual((await notes(language)).map(([lang, text]) => [lang, plain(text)]), note ? [[language, note]] : [], language);
  }
  // This practice's own page is in French and English; the one that is opened has Turkish, its months and its note.
  const turkish = await begin();
  await openRegister(turkish, other(({ site }) => { site.languages = ["fr", "tr"]; site.notice.last_review = "2026-11-01"; }));
  await choose(turkish, "language", "tr");
  const slip = await turkish.text("#slip");
  for (const said of [words("tr").unreviewed, words("tr").november]) assert.ok(slip.includes(said), `${said} in ${slip}`);
});

test("an address of more than 80 characters gets no square but a sentence; without the uses it is short enough again", async () => {
  const page = await begin({ site: "hospital" });
  await openRegister(page, changed("hospital", ({ site }) => (site.page = `https://clinique.example/${"a".repeat(40)}`)));
  await tick(page, ...first("hospital", 2));
  assert.equal((await link(page)).length, 79);
  assert.deepEqual(scanned(await page.pdf()), [await link(page)]);
  await tick(page, first("hospital", 3)[2]);
  assert.equal((await link(page)).length, 82);
  assert.equal(await page.run(() => document.querySelector("#slip .qr")), null);
  assert.ok((await page.visible("#made")).includes(practice.no_qr));
  assert.ok((await page.text("#slip")).includes((await link(page)).replace("https://", "")), "it can still be typed");
  await page.click("label[for=leave-out]");
  assert.deepEqual(scanned(await page.pdf()), [await link(page)]);
  assert.ok(!(await page.visible("#made")).includes(practice.no_qr));
});

for (const [site, uses, languages] of [["practice", 0, ["fr", "en"]], ["practice", 2, ["fr", "en"]], ["hospital", MOST, ["fr", "en", "ar", "ru"]]]) {
  for (const language of languages) {
    test(`the slip is printed alone on one A5 side, its square is the link: ${site}, ${uses} uses, ${language}`, async () => {
      const page = await begin({ site });
      await tick(page, ...first(site, uses));
      await choose(page, "language", language);
      const [address, slip] = [await link(page), await page.text("#slip")];
      assert.ok(address.length <= QR_CHARACTERS, `${address.length} characters`);
      const { pages, size, text, file } = await printed(page);
      assert.equal(pages, 1);
      const sides = size.match(/[\d.]+/g).map(Number);
      A5.forEach((side, at) => assert.ok(Math.abs(sides[at] - side) < 1.5, size));
      const bare = (text) => text.normalize("NFKC").replace(/\s/g, "");
      // What reads a PDF gives the letters of Arabic in another order, and signs of direction between them.
      const order = (text) => (language === "ar" ? bare(text).match(/[\p{L}\p{N}]/gu).sort().join("") : bare(text));
      assert.equal(order(text), order(slip), "the slip, the whole slip, and nothing but the slip");
      assert.ok(bare(slip).includes(address.replace(/^https:\/\//, "")), "who has no camera can type it");
      const hand = words(language, "handout");
      assert.equal(slip.includes(hand.named), uses > 0, "the patient is told that the link names something");
      if (language !== "fr") assert.ok(slip.includes(words("fr", "handout").lead), "and French stands below");
      assert.deepEqual(scanned(await page.pdf()), [address], file);
    });
  }
}

test("the square on the slip is at least 30 mm wide, none of its modules under half a millimetre, with its quiet zone", async () => {
  const page = await begin({ site: "hospital" });
  await tick(page, ...first("hospital", MOST));
  await page.command("Emulation.setEmulatedMedia", { media: "print" });
  const [side, modules, quiet] = await page.run(() => {
    const code = document.querySelector("#slip .qr");
    const { width } = code.viewBox.baseVal;
    const inside = code.querySelector("path").getBBox().width;
    return [(code.getBoundingClientRect().width / 96) * 25.4, width, (width - inside) / 2];
  });
  assert.ok(side >= 30, `${side} mm`);
  assert.ok(side / modules >= 0.5, `${side / modules} mm`);
  assert.equal(quiet, 4);
  await page.command("Emulation.setEmulatedMedia", { media: "" });
});

test("another practice's register is opened from a file, kept only after a press, found again, and forgotten on a press", async () => {
  const page = await begin();
  const file = other();
  await tick(page, "skin-images");
  await openRegister(page, file);
  assert.ok(await isOther(page));
  assert.deepEqual(await ticked(page), [], "nothing of the other list stays ticked");
  assert.deepEqual(await shown(page), ["ecg-reading", "drug-interactions"]);
  await tick(page, "ecg-reading");
  assert.match(await link(page), /^https:\/\/cabinet-voisin\.example\/ia\/#1\.fr\.c\.8y9$/);
  assert.ok((await line(page)).includes("Cabinet voisin"));
  assert.deepEqual(scanned(await page.pdf()), [await link(page)]);
  assert.equal(await kept(page), 0, "nothing is kept that nobody asked for");
  await reload(page);
  assert.ok(await isOwn(page));

  await openRegister(page, file);
  await page.click("[data-do=remember]");
  assert.ok((await place(page)).includes(practice.remembered));
  assert.equal(await kept(page), 1);
  await tick(page, "ecg-reading");
  await reload(page);
  assert.ok(await isOther(page));
  assert.ok((await place(page)).includes(practice.remembered));
  assert.deepEqual(await ticked(page), [], "the register is kept, the patient is not");
  const drawer = await page.run(() => Object.values(localStorage));
  assert.equal(JSON.parse(drawer[0]).site.id, "cabinet-voisin", "what is kept is the file");

  await page.click("[data-do=forget]");
  assert.ok(await isOwn(page));
  assert.equal(await kept(page), 0);
  await reload(page);
  assert.ok(await isOwn(page));
  assert.equal(await page.run(() => document.querySelector("#register [data-do]")), null);
  assert.deepEqual(await page.complaints(), []);
});

test("a register that is kept and can no longer be read is said to be so, the page's own serves, and it can be forgotten", async () => {
  const page = await begin();
  await openRegister(page, other());
  await page.click("[data-do=remember]");
  for (const spoilt of ["", "{", '{"version": 9}']) {
    await page.run((spoilt) => localStorage.setItem(Object.keys(localStorage)[0], spoilt), spoilt);
    await reload(page);
    assert.ok((await place(page)).includes(practice.remembered_unreadable), spoilt);
    assert.ok(!(await place(page)).includes(practice.register_unread.split("{")[0]), "nobody has opened a file");
    assert.ok(await isOwn(page));
    await tick(page, "skin-images");
    assert.equal(await kept(page), 1, "nobody has asked to forget it");
  }
  await page.click("[data-do=forget]");
  assert.equal(await kept(page), 0);
  assert.ok(!(await place(page)).includes(practice.remembered_unreadable));
  assert.deepEqual(await ticked(page), ["skin-images"], "what was chosen had nothing to do with it");
  await reload(page);
  assert.equal(await page.run(() => document.querySelector("#register [data-do]")), null);
  assert.deepEqual(await page.complaints(), []);
});

test("what is kept can be forgotten while another register is in use, which stays", async () => {
  const page = await begin();
  await openRegister(page, other());
  await page.click("[data-do=remember]");
  await openRegister(page, changed("practice", ({ site }) => (site.name = { fr: "Troisième cabinet" })));
  assert.ok((await place(page)).includes(practice.remembered_other));
  await page.click("[data-do=forget]");
  assert.equal(await kept(page), 0);
  assert.ok((await place(page)).includes("Troisième cabinet"));
  assert.ok(!(await place(page)).includes(practice.remembered_other));
});

test("whoever has a register kept or forgotten with the keyboard stays where registers are opened", async () => {
  const page = await begin();
  await openRegister(page, other());
  for (const deed of ["remember", "forget"]) {
    await page.run(() => document.querySelector("#file").focus());
    while ((await focus(page)) !== deed) await page.press(TAB);
    await page.press(ENTER);
    await page.until((deed) => !document.querySelector(`[data-do=${deed}]`), deed);
    assert.equal(await focus(page), "file", deed);
    assert.deepEqual(await focusHidden(page), [], deed);
  }
});

test("a file that is no register gets its sentence, and what was chosen stays", async () => {
  const page = await begin();
  await tick(page, "ecg-reading");
  const address = await link(page);
  const says = practice.register_unread.split("{")[0].trim();
  for (const content of ["Bonjour", "", "{}", "[1]", Buffer.from("89504e470d0a1a0a0000000d49484452fffe", "hex")]) {
    const file = join(temporaryFolder(), "register.json");
    writeFileSync(file, content);
    if ((await place(page)).includes(says)) await reload(page).then(() => tick(page, "ecg-reading"));
    await openRegister(page, file);
    assert.ok((await place(page)).includes(says), String(content));
    assert.ok(await isOwn(page));
    assert.deepEqual(await ticked(page), ["ecg-reading"]);
    assert.equal(await link(page), address);
  }
  await openRegister(page, other());
  assert.ok(await isOther(page));
  assert.ok(!(await place(page)).includes(says), "and a register that is one is opened after them");
  assert.deepEqual(await page.complaints(), []);
});

test("a register that does not say where its page lies gives no link and no slip, says so, and still gives the line", async () => {
  for (const address of [undefined, "http://cabinet-voisin.example/", "https://cabinet-voisin.example/?patient=1"]) {
    const page = await begin();
    await openRegister(page, other(({ site }) => (site.page = address)));
    assert.ok((await page.visible("#made")).includes(practice.no_address), address);
    assert.equal(await page.run(() => document.querySelector("#text-link, #text-message, #slip, [data-do=print]")), null);
    assert.ok((await line(page)).includes("Cabinet voisin"));
    await page.click("#search");
    await page.press(ENTER);
    assert.equal(await focus(page), "line", "Enter leads to what there is");
  }
});

// Where a browser is set to keep nothing, it throws as soon as the storage is named; where it is full, when something is put in.
const refusals = {
  "storage is full": () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  },
  "storage is blocked": () => Object.defineProperty(window, "localStorage", {
    get() {
      throw new DOMException("blocked", "SecurityError");
    },
  }),
};
for (const [what, refusal] of Object.entries(refusals)) {
  test(`where ${what}, that is said and is no error; the register is used all the same`, async () => {
    const page = await begin();
    const { identifier } = await page.command("Page.addScriptToEvaluateOnNewDocument", { source: `(${refusal})()` });
    await reload(page);
    await page.command("Page.removeScriptToEvaluateOnNewDocument", { identifier });
    assert.ok(await isOwn(page));
    await openRegister(page, other());
    await page.click("[data-do=remember]");
    assert.ok((await place(page)).includes(practice.remember_refused));
    assert.ok(!(await place(page)).includes(practice.remembered));
    assert.ok(await isOther(page));
    await tick(page, "ecg-reading");
    assert.match(await link(page), /8y9$/);
    assert.deepEqual(await page.complaints(), []);
  });
}

test("coming back with the Back button shows nothing of the last patient", async () => {
  const page = await begin();
  const clean = await page.run(() => document.querySelector("#made").textContent);
  await tick(page, "ecg-reading");
  await choose(page, "language", "en");
  await page.click("label[for=leave-out]");
  assert.equal(await focus(page), "leave-out");
  await page.run(() => {
    window.same = true;
    addEventListener("pageshow", ({ persisted }) => (window.persisted = persisted));
  });
  await page.driver.get(`${page.url}/fr/`);
  await page.driver.navigate().back();
  await page.until(() => location.pathname === "/practice/" && document.documentElement.dataset.app === "live");
  // A page that was kept is there a moment before it is told so.
  await page.until(() => !window.same || window.persisted !== undefined);
  assert.deepEqual(await page.run(() => [window.same, window.persisted]), [true, true], "the browser kept the page");
  await page.until(() => !document.querySelector("[data-use]:checked, #leave-out"));
  assert.equal(await page.run(() => document.querySelector("#made").textContent), clean);
  assert.equal(await focus(page), "search", "where the next patient's first use is typed");
});

test("nothing leaves after the page has loaded, whatever is done, and nothing is kept", async () => {
  const page = await begin();
  const loaded = await page.allLoaded();
  await page.run(() => (window.print = () => {}));
  await page.press("ecg", ARROW_DOWN, SPACE, ENTER, ENTER);
  await choose(page, "language", "en");
  await choose(page, "level", "simple");
  for (const name of ["link", "message", "line"]) await page.click(`[data-copy=${name}]`);
  await page.click("[data-do=print]");
  await page.click("label[for=leave-out]");
  await openRegister(page, other());
  await tick(page, "ecg-reading");
  await page.click("button[type=submit]");
  await page.click("button[type=reset]");
  assert.deepEqual(page.requests.slice(loaded), []);
  assert.deepEqual(await page.sent(), []);
  assert.deepEqual(await page.complaints(), []);
  const left = await page.run(async () => [
    document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, location.search, location.hash,
  ]);
  assert.deepEqual(left, ["", 0, 0, 0, "", ""]);
});

test("the patients' page neither loads nor names anything of the practice's", async () => {
  const page = await open({ site: "practice" });
  await page.allLoaded();
  assert.deepEqual(page.requests.filter(({ path }) => path.includes("practice")), []);
  assert.equal(await page.run(() => document.querySelectorAll("[href*='practice/'], [src*='practice/']").length), 0);
});

test("without the program the page says that it does not work, and what to do", async () => {
  const page = await begin({ scripts: false, until: null });
  const { root } = await page.command("DOM.getDocument", {});
  const { nodeId } = await page.command("DOM.querySelector", { nodeId: root.nodeId, selector: "main .without-program" });
  const { outerHTML } = await page.command("DOM.getOuterHTML", { nodeId });
  assert.ok(plain(outerHTML).includes(practice.no_program));
});

/** Does something with the page in each of its states. */
async function everyState(then, options) {
  const page = await begin(options);
  await then(page, "empty");
  await page.press("zzz");
  await then(page, "nothing found");
  await page.run(() => document.querySelector("#search").select());
  await page.press(Key.DELETE);
  await tick(page, "ecg-reading", "skin-images");
  await choose(page, "language", "en");
  await page.click("[data-copy=link]");
  await then(page, "a link that names uses");
  const broken = join(temporaryFolder(), "register.json");
  writeFileSync(broken, "Bonjour");
  await openRegister(page, broken);
  await then(page, "no register");
  await openRegister(page, other(({ site }) => delete site.page));
  await then(page, "no address");
  await page.click("[data-do=remember]");
  await then(page, "remembered");
}

test("at 320 px nothing scrolls sideways, and nothing is cut off", async () => {
  await everyState(async (page, state) => {
    assert.equal(await page.run(() => document.documentElement.scrollWidth <= innerWidth), true, state);
    // The list of uses is one that scrolls.
    assert.deepEqual((await cut(page)).filter((one) => !/^ul\.uses .* hides/.test(one)), [], state);
  }, { width: 320 });
});

test("axe finds nothing: empty, with a link, with another register, remembered", async () => {
  await everyState((page) => everyLook(page));
});
