// What somebody of 78 finds who came for an X-ray and has two minutes: how far, how many presses, how many words. The measures are those of
// the reading of the use of 28 November 2026, counted as it counted them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { register } from "../bench/registers.mjs";
import { Key, open } from "./support/page.mjs";
import { tabTo } from "./support/keyboard.mjs";
import { changed, root } from "./support/site.mjs";
import { fill, words } from "./support/text.mjs";
import { radio } from "./support/walk.mjs";

const PHONE = { width: 390, height: 844, deviceScaleFactor: 1, mobile: false };
const word = words("fr");

/** The page on a phone. */
async function phone(options = {}) {
  const page = await open({ width: PHONE.width, ...options });
  await page.command("Emulation.setDeviceMetricsOverride", PHONE);
  await page.command("Emulation.setScrollbarsHidden", { hidden: true });
  return page;
}

/** The height with everything laid out: on a long page the style guesses how high is what nobody has come to yet. */
const height = (page) => page.run(() => {
  document.querySelectorAll("main > section").forEach((one) => { one.style.contentVisibility = "visible"; });
  return document.documentElement.scrollHeight;
});

/** How many words an element shows: a telephone number is one, what is only heard is none. */
const count = (page, selector) => page.run((selector) => {
  const seen = (one) => {
    const unseen = [...one.querySelectorAll(".visually-hidden, .say-here .question-item")].map((part) => part.innerText);
    return unseen.reduce((text, part) => text.replace(part, ""), one.innerText);
  };
  const shown = [...document.querySelectorAll(selector)].map(seen).join(" ").replace(/\d+(\s\d+)+/g, "0");
  return shown.split(/\s+/).filter((one) => /\p{L}|\d/u.test(one)).length;
}, selector);

for (const [language, level] of [["fr", "clear"], ["fr", "simple"], ["en", "clear"], ["en", "simple"]]) {
  test(`the first screen of a phone holds the place, the title and all five answers: ${language}, ${level}`, async () => {
    const page = await phone();
    if (language !== "fr") await page.read(language);
    if (level !== "clear") await page.readAt(level);
    await page.run(() => scrollTo(0, 0));
    const below = await page.run((most) => [...document.querySelectorAll(".site-name, h1, .five li")]
      .filter((one) => one.getBoundingClientRect().bottom > most).map((one) => one.textContent), PHONE.height);
    assert.deepEqual(below, []);
    assert.equal(await page.run(() => document.querySelectorAll(".five li").length), 5);
  });
}

test("with everything closed the hospital's page is about a quarter of the 45 000 pixels it was, and what is pressed is a finger high", async () => {
  const page = await phone();
  assert.ok((await height(page)) <= 12_000, `${await height(page)} pixels`);
  const low = await page.run(() => [...document.querySelectorAll("summary, button, .contents a, .tile, label.request, #moments a")]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44).map((one) => one.textContent.trim()));
  assert.deepEqual(low, []);
});

test("a hospital with 100 uses has a page of at most 20 000 pixels: what is folded opens by a press, a link and a moment, without the program too", async () => {
  const site = changed("hospital", (one) => Object.assign(one, register(100, root)));
  const page = await phone({ site });
  assert.ok((await height(page)) <= 20_000, `${await height(page)} pixels`);
  const [folded, stops] = await page.run(() => [
    [...document.querySelectorAll(".others")].map((one) => [one.querySelector("summary").textContent, one.querySelectorAll(".card").length]),
    document.querySelectorAll(".stop").length,
  ]);
  assert.ok(folded.length >= 3 && folded.length <= stops, `${folded}`);
  for (const [says, cards] of folded) assert.equal(says.replace(/\s/g, " "), fill(word.stage_others, { number: cards }).replace(/\s/g, " "));
  const hidden = () => page.run(() => [...document.querySelectorAll("#care .card:not(.aside)")].filter((one) => !one.checkVisibility()).length);
  assert.equal(await hidden(), folded.reduce((sum, [, cards]) => sum + cards, 0));
  await page.click("[data-moment=imaging]");
  assert.equal(await hidden(), 0, "of what was picked nothing is folded away");
  const still = await phone({ site, scripts: false });
  await still.click(".others > summary");
  assert.ok(await still.run(() => document.querySelector(".others .card").checkVisibility()));
});

test("how many uses a moment concerns is said where it was pressed, and what was pressed stays in sight", async () => {
  for (const [width, height] of [[390, 844], [390, 664], [768, 1024], [1366, 768]]) {
    const page = await phone();
    await page.command("Emulation.setDeviceMetricsOverride", { ...PHONE, width, height });
    for (const moment of ["imaging", "papers"]) {
      const tile = `[data-moment=${moment}]`;
      await page.run((tile) => document.querySelector(tile).scrollIntoView({ block: "end", behavior: "instant" }), tile);
      await page.click(tile);
      const seen = await page.run((tile) => [tile, "#moments .picked.shown", "#moments .picked.shown [data-do=show-all]"].map((one) => {
        const { top, bottom } = document.querySelector(one).getBoundingClientRect();
        // A browser scrolls by whole pixels.
        return top >= -1 && bottom <= innerHeight + 1;
      }), tile);
      assert.deepEqual(seen, [true, true, true], `${moment}, ${width} × ${height}`);
      await page.click(tile);
    }
  }
});

test("who goes from row to row by ear hears its title, and the rest as what describes it", async () => {
  const page = await phone();
  await page.command("Accessibility.enable");
  const { root: { nodeId } } = await page.command("DOM.getDocument", { depth: 0 });
  const rows = await page.run(() => [...document.querySelectorAll(".card .row")].map((row) => ({
    card: row.closest(".card").id,
    title: row.querySelector("h4").textContent,
    line: row.querySelector(".one-line").textContent,
    mark: row.querySelector(".regime").textContent,
  })));
  assert.ok(rows.length >= 24, `${rows.length}`);
  for (const { card, title, line, mark } of rows) {
    const { nodeId: row } = await page.command("DOM.querySelector", { nodeId, selector: `[id="${card}"] .row` });
    const { nodes: [heard] } = await page.command("Accessibility.getPartialAXTree", { nodeId: row, fetchRelatives: false });
    assert.equal(heard.name.value, title, card);
    assert.ok(heard.description.value.includes(line) && heard.description.value.includes(mark), `${card}: ${heard.description.value}`);
  }
});

test("who decides about my X-ray, and what can I say: three presses, two screens, 150 words", async () => {
  const page = await phone();
  const scrolled = async (selector) => {
    const before = await page.run(() => scrollY);
    await page.run((selector) => document.querySelector(selector).scrollIntoView({ block: "center", behavior: "instant" }), selector);
    return Math.abs((await page.run(() => scrollY)) - before);
  };
  const read = await count(page, "#start h1, .five, #moments h2, #moments .hint");
  let far = await scrolled("[data-moment=imaging]");
  await page.click("[data-moment=imaging]");
  far += await scrolled(".picked.shown a[href='#care']");
  await page.click(".picked.shown a[href='#care']");
  await page.until(() => location.hash === "#care");
  await page.run(() => (window.from = scrollY));
  far += await scrolled("#use-chest-xray summary");
  await page.click("#use-chest-xray_card > summary");
  assert.ok(await page.run(() => document.querySelector("#use-chest-xray .decides").checkVisibility()));
  assert.ok(await page.run(() => document.querySelector("#use-chest-xray .say-here input").checkVisibility()));
  assert.ok(far <= 2 * PHONE.height, `${far} pixels`);
  const said = await count(page, "#use-chest-xray :is(h4, .one-line, .decides, .say-here)");
  assert.ok(read + said <= 150, `${read} words before the card, ${said} in it`);
});

test("what is picked arranges: the rest is a press away, on paper everything stands, and nothing is said by it", async () => {
  const page = await phone();
  const shown = () => page.run(() => [...document.querySelectorAll("#care .card")].filter((one) => one.checkVisibility()).length);
  const all = await shown();
  await page.click("[data-moment=imaging]");
  const imaging = await shown();
  assert.ok(imaging >= 3 && imaging < all, `${imaging} of ${all}`);
  assert.match(await page.visible(".picked"), new RegExp(`${imaging}.* ${all}`), "it says of how many");
  await page.click("[data-moment=tests]");
  assert.ok((await shown()) > imaging, "several may be picked");
  await page.command("Emulation.setEmulatedMedia", { media: "print" });
  assert.equal(await page.run(() => [...document.querySelectorAll(".aside")].filter((one) => getComputedStyle(one).display === "none").length), 0);
  await page.command("Emulation.setEmulatedMedia", { media: "" });
  assert.deepEqual(await page.ticked(), []);
  assert.ok((await page.visible("#paper")).includes(word.sheet_nothing));
  await page.read("en");
  assert.ok((await shown()) < all, "another language shows the same");
  await page.click(".picked [data-do=show-all]");
  assert.equal(await shown(), all);
});

test("without the program the same moments are lists that lead to the cards", async () => {
  const page = await phone({ scripts: false });
  await page.click("#moment-imaging > summary");
  assert.ok(await page.run(() => document.querySelector("#moment-imaging a[href='#use-chest-xray']").checkVisibility()));
  assert.equal(await page.run(() => document.querySelector("[data-moment]").checkVisibility()), false);
});

test("the short way shows one card after the other, within 300 words, and lets go at any moment", async () => {
  const page = await phone();
  await page.click("[data-moment=tests]");
  await page.click(".picked.shown [data-do=walk]");
  const cards = () => page.run(() => [...document.querySelectorAll("#care .card")].filter((one) => one.checkVisibility()).map((one) => one.id));
  const steps = [];
  let read = 0;
  while (!(await page.run(() => document.querySelector("#walk-end").matches(".shown")))) {
    const now = await cards();
    assert.equal(now.length, 1, "one thing on the screen");
    assert.ok(await page.run(() => document.activeElement.closest(".card") !== null), "its title has the focus");
    read += await count(page, ".walk-now :is(h4, .one-line, .decides, .say-here)");
    steps.push(now[0]);
    await page.click("[data-walk=next]");
  }
  assert.ok(steps.length >= 2 && new Set(steps).size === steps.length, `${steps}`);
  assert.ok(read / steps.length <= 100, `${read} words in ${steps.length} steps`);
  assert.match(await page.visible(".walk-bar"), new RegExp(`${steps.length + 1}`), "it says where one is");
  await page.click("[data-walk=back]");
  assert.deepEqual(await cards(), [steps.at(-1)]);
  await page.click("[data-walk=leave]");
  assert.ok(await page.run(() => document.querySelector(".masthead").checkVisibility()), "everything is there again");
});

test("where colours are forced no picture keeps one of ours, which could be dark on black", async () => {
  const page = await phone();
  const colours = () => page.run(() => [...new Set([...document.querySelectorAll(".picture")].map((one) => getComputedStyle(one).color))].sort());
  const own = await page.run(() => getComputedStyle(document.querySelector(".tile .picture")).color);
  assert.ok((await colours()).includes(own));
  await page.command("Emulation.setEmulatedMedia", { media: "", features: [{ name: "forced-colors", value: "active" }] });
  assert.ok(!(await colours()).includes(own), `${await colours()}`);
  await page.command("Emulation.setEmulatedMedia", { media: "", features: [] });
});

// On a computer the card stood in the column of the stop's name, which the short way hides: a word a line.
test("on a wide screen a card of the short way has the width of the text, and how one reads opens below its control", async () => {
  for (const [width, height] of [[1024, 768], [1366, 768]]) {
    const page = await phone();
    await page.command("Emulation.setDeviceMetricsOverride", { ...PHONE, width, height });
    const off = async () => {
      await page.click(".how > summary");
      const apart = await page.run(() => {
        const [control, panel] = [".how > summary", ".how-panel"].map((one) => document.querySelector(one).getBoundingClientRect());
        return [Math.max(0, control.left - panel.right, panel.left - control.right), panel.top - control.bottom];
      });
      await page.click(".how > summary");
      return apart;
    };
    const [beside, below] = await off();
    assert.ok(beside === 0 && below < 100, `${beside} px beside its control, ${below} below`);
    await page.click("[data-moment=tests]");
    await page.click(".picked.shown [data-do=walk]");
    const [card, text] = await page.run(() => [".walk-now", "main"].map((one) => document.querySelector(one).getBoundingClientRect().width));
    assert.ok(card > 0.85 * text, `${card} of ${text} px`);
  }
});

test("what is said in a card is said in “what I want”, and the other way round: it is one answer", async () => {
  const page = await phone();
  await page.click("#use-consultation-notes_card > summary");
  const here = `#here-${radio("use-consultation-notes", "recording", "no")}`;
  await page.until((here) => document.querySelector(here) !== null, here);
  await page.click(`label[for=${here.slice(1)}]`);
  assert.deepEqual(await page.ticked(), [radio("use-consultation-notes", "recording", "no")]);
  assert.equal((await page.sheet())[word.sheet_refused].length, 1);
  assert.equal(await page.visible("#say-consultation-notes > summary .asked"), word.answer_refuse);
  await page.click(`label[for=${radio("use-consultation-notes", "recording", "yes")}]`);
  assert.equal(await page.run((here) => document.querySelector(here.replace("_no", "_yes")).checked, here), true);
  await page.click("#use-consultation-notes .say-here button.clear");
  assert.deepEqual(await page.ticked(), []);
});

test("each answer is announced, with how many questions are open, and nobody is pressed to go on", async () => {
  const page = await phone();
  const open_ = () => page.run(() => document.querySelector("[data-questions-open]").textContent);
  const before = await open_();
  await page.click(`label[for=${radio("reuse-research", "reuse", "no")}]`);
  assert.notEqual(await open_(), before);
  const said = await page.text("[data-erased]");
  assert.ok(said.startsWith(word.noted) && said.includes((await page.text("[data-questions-open]"))), said);
  await page.click("label[for=ask-_talk]");
  await page.click("label[for=ask-_talk]");
  assert.ok((await page.text("[data-erased]")).startsWith(word.taken_off));
});

test("nothing is lost by one touch: erasing asks when something was said, and says when it is done", async () => {
  const page = await phone();
  await page.click("#wishes button.erase");
  assert.equal(await page.run(() => document.querySelector("#wishes .sure").matches(".shown")), false, "there was nothing to lose");
  await page.click("label[for=ask-_talk]");
  await page.click("#wishes button.erase");
  assert.deepEqual(await page.ticked(), ["ask-_talk"]);
  const apart = await page.run(() => {
    const [one, other] = [...document.querySelectorAll("#wishes .sure button")].map((button) => button.getBoundingClientRect());
    return Math.max(other.top - one.bottom, other.left - one.right, one.left - other.right);
  });
  assert.ok(apart >= 16, `${apart} px between keeping everything and losing it`);
  await page.click("#wishes [data-do=spare]");
  assert.deepEqual(await page.ticked(), ["ask-_talk"]);
  await page.erase("#wishes");
  assert.deepEqual(await page.ticked(), []);
  assert.ok((await page.visible("#wishes")).includes(word.erased), "and one sees it");
});

test("Back lands where one was", async () => {
  const page = await phone();
  // A sheet on which something stands: an untouched one is short on the screen.
  await page.run(() => document.querySelector("#wishes input[id^=ask-]").click());
  await page.until(() => document.querySelector("#paper:not(.unsaid) a.change"));
  for (const link of ["#paper a.change", "#not-told a[href^='#use-']"]) {
    const element = await page.find(link);
    await page.run((element) => { for (let one = element.closest("details"); one; one = one.parentElement.closest("details")) one.open = true; }, element);
    await page.run((element) => element.scrollIntoView({ block: "center" }), element);
    const before = await page.run((element) => element.getBoundingClientRect().top, element);
    await page.run((element) => element.click(), element);
    await page.until((element) => Math.abs(element.getBoundingClientRect().top) > 400, element);
    await page.driver.navigate().back();
    await page.until((element, before) => Math.abs(element.getBoundingClientRect().top - before) < 50, element, before);
  }
});

test("the version one reads stays when the page is loaded again", async () => {
  const page = await phone();
  await page.readAt("simple");
  await page.read("en");
  await page.click(".contents a[href='#rights']");
  await page.driver.navigate().refresh();
  await page.says("live");
  await page.until(() => document.querySelector(".document").lang === "en" && document.querySelector(".document").dataset.level === "simple");
});

test("a hard word is found by the first letter of the word one has heard", async () => {
  const page = await phone();
  await page.click(["#glossary .letter-group > summary", "S"]);
  assert.ok((await page.visible("#glossary .letter-group[open]")).toLowerCase().includes("scanner"));
  assert.equal(await page.run(() => document.querySelectorAll("#glossary :is(input, textarea)").length), 0, "nothing is typed here");
});

test("a right leads to the letter that exercises it", async () => {
  const page = await phone();
  await page.click("#right-record-access a[href='#letter-record']");
  await page.until(() => document.querySelector("#letter-record").open && document.querySelector("#letters").open);
});

test("how one reads is one control, which a keyboard opens and which covers nothing that has the focus", async () => {
  const page = await phone();
  await tabTo(page, ".how > summary");
  await page.press(Key.ENTER);
  assert.ok(await page.run(() => document.querySelector(".how-panel").checkVisibility()));
  await page.click(".sizes [data-size=large]");
  assert.ok(await page.run(() => parseFloat(getComputedStyle(document.documentElement).fontSize) >= 19));
  await tabTo(page, ".contents a");
  assert.equal(await page.run(() => document.querySelector(".how").open), false);
});

test("Escape folds how one reads, and the focus is where it was", async () => {
  const page = await phone();
  await page.click(".how > summary");
  await tabTo(page, ".how-panel [data-size=large]");
  await page.press(Key.ESCAPE);
  assert.equal(await page.run(() => document.querySelector(".how").open), false);
  assert.ok(await page.run(() => document.activeElement.matches(".how > summary")));
});

test("a patient reads what the hospital does not tell, in the words of the cards", async () => {
  const page = await phone();
  await page.click("#not-told > summary");
  const told = await page.visible("#not-told");
  assert.ok(told.includes(word.fact_performance) && told.includes(await page.text("#use-emergency-triage_title")));
  assert.match(await page.visible("#use-emergency-triage .untold"), /\d/, "and a closed card says that it has gaps");
});
