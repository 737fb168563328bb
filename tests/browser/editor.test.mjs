// The register editor: a register from nothing, the preview, the problems, the files, cards of manufacturers, unsaved work.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { violations } from "./support/axe.mjs";
import { add, choose, shows, type, writeSmallPractice } from "./support/editor.mjs";
import { Key, open } from "./support/page.mjs";
import { printed, scanned } from "./support/paper.mjs";
import { site as built, eclaire, root, temporaryFolder } from "./support/site.mjs";
import { difference, plain, register, words } from "./support/text.mjs";

const editor = words("fr", "editor");
const patients = words("fr");

/** The editor's page, where someone has begun with `how`. */
async function begin(how, options = {}) {
  const page = await open({ site: "practice", path: "/register/", until: "live", ...options });
  if (how) await page.click(`[data-begin=${how}]`);
  if (how) await page.until(() => Boolean(document.querySelector("#preview")?.contentDocument?.querySelector(".document")));
  return page;
}

/** The text of the preview. */
const preview = (page, selector = ".document") =>
  page.run((selector) => document.querySelector("#preview").contentDocument.querySelector(selector)?.textContent ?? "", selector);

/** Opens a file from the disk. */
async function openFile(page, selector, file) {
  const input = await page.find(selector);
  await input.sendKeys(file);
}

/** A small practice, from nothing. */
const smallPractice = async () => writeSmallPractice(await begin("empty"));

test("a small practice makes its register from nothing, and what is saved has no error", async () => {
  const page = await smallPractice();
  await shows(page, "Cabinet de la Gare", ".site-name");
  await shows(page, patients.not_told_practice, "#use-chest-xray .not-told");
  await type(page, "uses[0].product", "Exemple-Rayon");
  await type(page, "uses[0].department.fr", "Radiologie");
  await choose(page, "uses[0].training", "no");
  await shows(page, "Exemple-Rayon", "#use-chest-xray bdi");
  await page.click("[data-panel=problems]");
  await page.until(() => document.querySelector("#errors") && !document.querySelector("#errors .jump"));
  await page.click("[data-panel=files]");
  const { file, name, text } = await page.saved("[data-save=register]");
  assert.equal(name, "register.json");
  assert.match(eclaire("check", file), /: 0 errors, \d+ gaps/);
  const saved = JSON.parse(text);
  assert.deepEqual([saved.site.id, saved.site.kind, saved.uses[0].training], ["cabinet-de-la-gare", "practice", false]);
  assert.equal(saved.uses[0].commercial, undefined, "what was not said is left out");
  assert.deepEqual(await page.complaints(), []);
});

test("the preview follows what is typed, shows what is not told, and can be read in the other language and at the other level", async () => {
  const page = await begin("own");
  await page.click('[data-look="uses[0]"]');
  const id = register("practice").uses[0].id;
  await shows(page, "Exemple-Standard", `#use-${id}.being-edited`);
  await type(page, "uses[0].product", "");
  await shows(page, patients.not_told_practice, `#use-${id} .fact .not-told`);
  await page.until(() => document.querySelector('[id="uses[0].product-said"]').textContent !== "");
  const french = await preview(page, "h1");
  await page.click(".reading [data-language=en]");
  await page.until(() => document.querySelector("#preview").contentDocument.querySelector(".document").lang === "en");
  assert.notEqual(await preview(page, "h1"), french);
  await page.click(".reading [data-level=simple]");
  await page.until(() => document.querySelector("#preview").contentDocument.querySelector(".document").dataset.level === "simple");
});

test("a register with an error is shown without what is wrong, and says so", async () => {
  const page = await begin("own");
  await page.click('[data-look="uses[0]"]');
  await type(page, "uses[0].in_use_since", "hier");
  await page.until(() => document.querySelector('[id="uses[0].in_use_since"]').getAttribute("aria-invalid") === "true");
  const said = await page.text('[id="uses[0].in_use_since-said"]');
  assert.ok(said.includes("hier") && said.includes("2026-11-22"), said);
  assert.ok((await page.visible(".preview")).includes(editor.preview_left_out.split("(")[0].trim()));
  await shows(page, "Exemple-Standard");
  assert.ok((await page.text("[data-look='uses[0]']")).includes(editor.count_errors.replace("{count}", "1")));
});

test("every problem leads to its field, with the keyboard alone, and what is folded opens", async () => {
  const page = await begin("own");
  await page.click("[data-panel=problems]");
  const paths = await page.run(() => [...document.querySelectorAll("#gaps [data-jump]")].map((one) => one.dataset.jump));
  assert.ok(paths.length > 5);
  for (const path of paths) {
    await page.run((path) => document.querySelector(`[data-jump="${path}"]`).focus(), path);
    await page.press(Key.ENTER);
    assert.equal(await page.run(() => document.documentElement.scrollHeight <= innerHeight), true, "only the columns scroll");
    await page.until((path) => {
      const active = document.activeElement;
      const own = active.dataset.path ?? active.dataset.at ?? active.closest("[data-place]")?.dataset.place;
      return own?.startsWith(path) && active.checkVisibility();
    }, path);
  }
});

test("what the format does not know stays in the file, is told, and can be taken out", async () => {
  const folder = temporaryFolder();
  const odd = { ...register("practice"), colour: "blue" };
  odd.uses[0].texts = { ...odd.uses[0].texts, titel: { fr: "Faute" } };
  writeFileSync(join(folder, "odd.json"), JSON.stringify(odd));
  const page = await begin();
  await openFile(page, "#open-file", join(folder, "odd.json"));
  await page.until(() => document.querySelector("[data-panel=problems]"));
  await page.click("[data-panel=problems]");
  await page.until(() => document.querySelectorAll("#errors .jump").length === 2);
  await page.click("[data-panel=files]");
  assert.deepEqual(JSON.parse((await page.saved("[data-save=register]")).text), odd);
  await page.click('[data-look=""]');
  await page.click('[data-do=remove][data-at="colour"]');
  await page.click('[data-look="uses[0]"]');
  await page.click('[data-do=remove][data-at="uses[0].texts.titel"]');
  await page.click("[data-panel=problems]");
  await page.until(() => document.querySelectorAll("#errors .jump").length === 0);
});

test("what was done is taken back, and done again", async () => {
  const page = await begin("own");
  await type(page, "site.name.fr", "Autre nom");
  await shows(page, "Autre nom", ".site-name");
  await page.click("[data-do=undo]");
  await shows(page, register("practice").site.name.fr, ".site-name");
  assert.equal(await page.run(() => document.querySelector('[data-path="site.name.fr"]').value), register("practice").site.name.fr);
  await page.click("[data-do=redo]");
  await shows(page, "Autre nom", ".site-name");
});

test("a reload loses nothing: the work is found, taken up, or thrown away by a press", async () => {
  const page = await smallPractice();
  await page.until((kept) => document.querySelector("#keeping").textContent.replace(/’/g, "'").includes(kept), editor.kept);
  // The last letters are kept too, however soon the page goes.
  await type(page, "uses[0].product", "Exemple-Rayon");
  const again = async () => {
    await page.driver.navigate().refresh();
    await page.until(() => document.documentElement.dataset.app === "live");
  };
  await again();
  assert.ok((await page.visible("#unsaved")).includes(editor.unsaved.split("(")[0].trim()));
  assert.equal(await page.run(() => document.querySelector("[data-begin=empty]").checkVisibility()), false, "nothing writes over it");
  await page.click("[data-do=take-up]");
  await page.until(() => document.querySelector('[data-look="uses[0]"]'));
  await page.click('[data-look="uses[0]"]');
  assert.equal(await page.run(() => document.querySelector('[data-path="uses[0].product"]').value), "Exemple-Rayon");
  await again();
  await page.click("[data-do=throw-away]");
  assert.equal(await page.run(() => localStorage.length), 0);
  await again();
  assert.equal(await page.run(() => document.querySelector("#unsaved")), null);
});

test("a second tab does not write over what the first one keeps: it is told, and keeps its own once the place is free", async () => {
  const says = (page, what) => page.until((what) => (
    document.querySelector("#keeping").textContent.replace(/’/g, "'").replaceAll("\u00a0", " ") === what
  ), plain(what));
  const page = await begin("own");
  const [first, { url }] = [await page.driver.getWindowHandle(), page];
  await page.driver.switchTo().newWindow("tab");
  const second = await page.driver.getWindowHandle();
  await page.driver.get(`${url}/register/`);
  await page.until(() => document.querySelector("[data-begin=own]")?.checkVisibility());
  await page.driver.switchTo().window(first);
  await type(page, "site.name.fr", "Le premier");
  await says(page, editor.kept);
  await page.driver.switchTo().window(second);
  await page.click("[data-begin=own]");
  await type(page, "site.name.fr", "Le second");
  await says(page, editor.kept_elsewhere);
  const kept = () => page.run(() => localStorage.getItem(localStorage.key(0)));
  assert.ok((await kept()).includes("Le premier"));
  await page.driver.switchTo().window(first);
  await type(page, "site.name.fr", "Encore le premier");
  await page.until(() => localStorage.getItem(localStorage.key(0)).includes("Encore le premier"));
  await says(page, editor.kept);
  await page.click("[data-panel=files]");
  await page.click("[data-do=forget]");
  await page.driver.get("about:blank");
  await page.driver.switchTo().window(second);
  await type(page, "site.name.fr", "Le second, gardé");
  await says(page, editor.kept);
  assert.ok((await kept()).includes("Le second, gardé"));
  await page.driver.close();
  await page.driver.switchTo().window(first);
});

test("where the browser refuses to keep anything, that is said, and everything else works", async () => {
  const page = await begin("own");
  await page.run(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await type(page, "site.name.fr", "Sans mémoire");
  await page.until((refused) => document.querySelector("#keeping").textContent.replace(/’/g, "'").includes(refused), editor.not_kept);
  await shows(page, "Sans mémoire", ".site-name");
});

test("a manufacturer's card becomes a use to complete, with a list of what is left to do", async () => {
  const page = await begin();
  await openFile(page, "#open-card", join(root, "tests/fixtures/chai/broken.xml"));
  await page.until(() => document.querySelector(".start .said.error"));
  assert.ok((await page.visible(".start .said.error")).includes(editor.not_a_card));
  await openFile(page, "#open-card", join(root, "tests/fixtures/chai/veinview.xml"));
  await page.until(() => document.querySelectorAll("#todo .jump").length > 10);
  const product = await page.run(() => document.querySelector('[data-path="uses[0].product"]').value);
  assert.notEqual(product, "");
  await page.click('[data-jump="uses[0].regime"]');
  await page.until(() => document.activeElement.name === "uses[0].regime");
});

test("a card can join a register there is already", async () => {
  const page = await begin("own");
  const count = register("practice").uses.length;
  await page.click("[data-pick=uses]");
  await openFile(page, "#open-card", join(root, "tests/fixtures/chai/veinview.xml"));
  await page.until((count) => document.querySelector(`[data-look="uses[${count}]"][aria-current]`), count);
});

test("the saved page opens from the disk without a script, looks like the preview, and asks for nothing", async () => {
  const page = await begin("own");
  await page.click("[data-panel=files]");
  const { file, text } = await page.saved("[data-save=page]");
  assert.ok(!/<script|src=|href="(?!#|tel:|mailto:)/.test(text.replace(/<style>[^]*<\/style>/, "")), "nothing from elsewhere");
  assert.ok(!text.includes("fingerprint\""), "only a site has a fingerprint");
  const shown = await preview(page, "#care");
  await page.driver.get(`file://${file}`);
  assert.equal(plain(await page.text("#care")), plain(shown));
  assert.notEqual(await page.run(() => getComputedStyle(document.querySelector(".card")).borderTopStyle), "none", "the style is taken");
  assert.deepEqual((await page.complaints()).filter((one) => !one.includes("favicon")), []);
});

for (const site of ["hospital", "practice"]) {
  test(`what a webmaster pastes is saved as the site of the ${site} has it`, async () => {
    const page = await begin("own", { site });
    await page.click("[data-panel=files]");
    for (const what of ["frame", "element"]) {
      const { name, text } = await page.saved(`[data-save=${what}]`);
      assert.equal(name, `${what}.txt`);
      assert.equal(text, readFileSync(join(built(site).folder, "embed", name), "utf8"));
    }
  });

  test(`the saved posters of the ${site} are those of its site, each on one side of its paper, in both languages`, async () => {
    const page = await begin("own", { site });
    const address = register(site).site.page;
    const posters = [];
    for (const language of ["fr", "en"]) {
      await page.click(`.reading [data-language=${language}]`);
      await page.click("[data-panel=files]");
      for (const [paper, folder, sides] of [["a4", "", [595, 842]], ["a3", "a3/", [842, 1191]]]) {
        const saved = await page.saved(`[data-save=poster-${paper}]`);
        assert.equal(saved.name, `poster-${paper}-${language}.html`);
        posters.push({ ...saved, language, path: `/poster/${language}/${folder}`, sides });
      }
      await page.click("[data-panel=preview]");
    }
    assert.deepEqual(await page.complaints(), []);
    // Attributes in one order: a browser writes them in that in which it was told them.
    const poster = () => page.run(() => {
      const all = document.querySelectorAll("main, main *");
      const attributes = (one) => [...one.attributes].map(({ name, value }) => `${name}=${value}`).sort();
      const own = (one) => [...one.childNodes].map((node) => node.data ?? "").join("|");
      const elements = [...all].map((one) => [one.localName, ...attributes(one), own(one)].join(" "));
      return [document.title, document.documentElement.lang, ...elements].join("\n");
    });
    for (const { file, text, language, path, sides } of posters) {
      assert.ok(!/<script|<link|src=|@import|href=(?!"#p-)/.test(text), "nothing from elsewhere: a drawing is inside");
      await page.driver.get(`file://${file}`);
      const shown = await poster();
      const paper = await printed(page);
      assert.equal(paper.pages, 1, path);
      const size = paper.size.match(/[\d.]+/g).map(Number);
      sides.forEach((side, at) => assert.ok(Math.abs(side - size[at]) < 2, `${path}: ${paper.size}`));
      const codes = await page.run(() => document.querySelectorAll("svg:not(.picture, #pictures svg), img").length);
      if (address) assert.deepEqual(scanned(await page.pdf()), [`${address}#1.${language}`]);
      else assert.deepEqual([codes, paper.text.includes(plain(words(language, "handout").no_address))], [0, true]);
      assert.deepEqual(await page.complaints(), []);
      await page.driver.get(page.url + path);
      // Only a site has a fingerprint.
      const there = (await poster()).replace(/(?<=poster-version.*) – [a-z]+ [0-9a-f]{8}$/m, "");
      assert.equal(difference(shown, there), undefined);
      await page.complaints();
    }
  });
}

test("without the address of the page that is said beside the files, with a way to its field; with it, it is not", async () => {
  const page = await begin("own");
  assert.equal(register("practice").site.page, undefined);
  const said = () => page.visible(".panel .lists");
  await page.click("[data-panel=files]");
  assert.ok((await said()).includes(editor.no_address));
  await page.run(() => document.querySelector('.panel [data-jump="site.page"]').focus());
  await page.press(Key.ENTER);
  await page.until(() => document.activeElement.dataset.path === "site.page");
  await page.press("https://cabinet.example/ia/");
  // While it is being typed, it may be no address yet.
  await page.until(() => {
    const waits = document.querySelector("[data-save=frame]").ariaDisabled === "true";
    return !waits && !document.querySelector('.panel [data-jump="site.page"]');
  });
  assert.ok(!(await said()).includes(editor.no_address));
  assert.ok((await page.saved("[data-save=frame]")).text.includes('src="https://cabinet.example/ia/embed/'));
});

test("with an error what is for patients waits, and only the register is saved", async () => {
  const page = await begin("own");
  await page.click("[data-panel=files]");
  const waiting = () =>
    page.run(() => [...document.querySelectorAll("[data-save][aria-disabled=true]")].map((one) => one.dataset.save));
  assert.deepEqual(await waiting(), []);
  await type(page, "site.page", "http://cabinet.example");
  await page.until(() => document.querySelector("[data-save=frame]").ariaDisabled === "true");
  assert.deepEqual(await waiting(), ["page", "poster-a4", "poster-a3", "frame", "element"]);
  assert.ok((await page.visible(".panel .lists")).includes(editor.with_errors));
});

test("nothing leaves, whatever is done", async () => {
  const page = await begin();
  const loaded = await page.allLoaded();
  await page.click("[data-begin=hospital]");
  await add(page, "uses", "mammographie", "mammography");
  await page.click('[data-look="uses[0]"]');
  await type(page, "uses[0].product", "Exemple");
  for (const panel of ["problems", "files", "preview"]) await page.click(`[data-panel=${panel}]`);
  await page.click(".reading [data-language=en]");
  await page.click("[data-panel=files]");
  for (const what of ["register", "page", "poster-a4", "poster-a3", "frame", "element"]) await page.saved(`[data-save=${what}]`);
  await page.run(() => document.querySelector("#preview").contentDocument.querySelectorAll("a").forEach((link) => link.click()));
  assert.deepEqual(page.requests.slice(loaded), []);
  assert.deepEqual((await page.sent()).filter((url) => !/^(blob|about):/.test(url)), []);
  assert.deepEqual(await page.complaints(), []);
});

test("axe finds nothing: at the beginning, in the form, in the catalogue, in the lists", async () => {
  const page = await begin();
  const found = {};
  const look = async (what) => {
    for (const [width, dark] of [[1440, false], [1180, true], [820, false]]) {
      await page.look(width, dark);
      for (const one of await violations(page)) (found[one] ??= []).push(`${what} ${width}`);
    }
  };
  await look("beginning");
  await page.click("[data-begin=own]");
  await page.until(() => Boolean(document.querySelector("#preview")?.contentDocument?.querySelector(".document")));
  await look("site");
  await page.click('[data-look="uses[0]"]');
  await page.unfold();
  await type(page, "uses[0].in_use_since", "hier");
  await page.until(() => document.querySelector("[aria-invalid=true]"));
  await look("use");
  await page.click("[data-panel=problems]");
  await look("problems");
  await page.click("[data-pick=uses]");
  await page.click("[data-panel=files]");
  await look("catalogue");
  assert.deepEqual(found, {});
});
