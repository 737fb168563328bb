// Every text of the catalogue on a card, as a hospital that uses everything would show it: in both languages and at both
// levels, whole, and fitting a small window and a page enlarged four times.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { cut } from "./support/cut.mjs";
import { open } from "./support/page.mjs";
import { root, temporaryFolder } from "./support/site.mjs";
import { plain } from "./support/text.mjs";

const READINGS = ["fr", "fr/simple", "en", "en/simple"];
const ids = (folder) => readdirSync(join(root, "content", folder)).map((file) => file.replace(/\.toml$/, ""));
const uses = ids("catalogue");
const reuses = ids("reuses");

/** The questions of an entry, as its neutral file names them. */
const questions = (folder, id) => {
  const text = readFileSync(join(root, "content", folder, `${id}.toml`), "utf8");
  return [...(text.match(/^questions = \[(.*)\]/m)?.[1] ?? "").matchAll(/"([^"]+)"/g)].map(([, id]) => id);
};

/** A register that uses all of the catalogue and says nothing of its own. */
function everything() {
  const example = JSON.parse(readFileSync(join(root, "content/registers/hospital.json"), "utf8"));
  const item = (folder) => (id) => {
    const asked = questions(folder, id).map((id) => ({ id, channel: "care_team" }));
    return { id, catalogue: id, ...(asked.length ? { questions: asked } : {}) };
  };
  const { version, example: invented, site, requests } = example;
  const register = { version, example: invented, site, requests, uses: uses.map(item("catalogue")) };
  const file = join(temporaryFolder(), "everything.json");
  writeFileSync(file, JSON.stringify({ ...register, reuses: reuses.map(item("reuses")) }));
  return file;
}

const site = everything();

/** The texts of an entry in its file: one a key, as the page shows them. */
function texts(reading, folder, id) {
  const level = reading.includes("/") ? reading : `${reading}/clear`;
  const file = readFileSync(join(root, "content", level, folder, `${id}.toml`), "utf8");
  const strings = file.matchAll(/"""([\s\S]*?)"""|"((?:[^"\\]|\\.)*)"/g);
  return [...strings].map(([, many, one]) => (many === undefined ? JSON.parse(`"${one}"`) : many)).flatMap((text) =>
    text.split(/\n\n/).map(plain).filter(Boolean),
  );
}

for (const reading of READINGS) {
  test(`every use and every reuse is whole on its card in ${reading}, and fits 320 px and a page enlarged four times`, async () => {
    const page = await open({ site, path: `/${reading}/`, width: 320 });
    await page.unfold();
    const cards = await page.run(() => {
      const all = [...document.querySelectorAll("article.card")];
      const said = (id) => document.querySelector(`#say-${id}`)?.textContent ?? "";
      return Object.fromEntries(all.map((card) => {
        const id = card.id.replace(/^(re)?use-/, "");
        const visible = [...card.querySelectorAll("dd")].every((one) => one.checkVisibility() && one.textContent.trim());
        return [card.id, { text: card.textContent + said(id), visible, fallback: card.querySelectorAll(".fallback").length }];
      }));
    });
    assert.deepEqual(Object.keys(cards).sort(), [...uses.map((id) => `use-${id}`), ...reuses.map((id) => `reuse-${id}`)].sort());
    // At the simple level each sentence stands on a line of its own.
    const tidy = (text) => plain(text).replace(/ /g, "");
    for (const [folder, prefix, all] of [["catalogue", "use", uses], ["reuses", "reuse", reuses]]) {
      for (const id of all) {
        const card = cards[`${prefix}-${id}`];
        assert.ok(card.visible, `every value on the card of ${id} is seen`);
        assert.equal(card.fallback, 0, `${id} is in this language`);
        const missing = texts(reading, folder, id).filter((text) => !tidy(card.text).includes(tidy(text)));
        assert.deepEqual(missing, [], `the card of ${id} says all that its file says`);
      }
    }
    assert.deepEqual(await cut(page), [], "at 320 px");
    const zoomed = { width: 1280 / 4, height: 1024 / 4, deviceScaleFactor: 4, mobile: false };
    await page.command("Emulation.setDeviceMetricsOverride", zoomed);
    assert.equal(await page.run(() => innerWidth * devicePixelRatio), 1280);
    assert.deepEqual(await cut(page), [], "enlarged four times");
  });
}
