// How long the page is, how far something is, how many words it takes: `node --test tests/browser/measures.mjs`, after `eclaire build`. It tests
// nothing (guide.test.mjs holds the limits); it prints a table for a note, as the reading of the use of 28 November 2026 counted.
import { test } from "node:test";
import { register } from "../bench/registers.mjs";
import { open } from "./support/page.mjs";
import { changed, root } from "./support/site.mjs";

const PHONE = { width: 390, height: 844, deviceScaleFactor: 1, mobile: false };

async function phone(options = {}) {
  const page = await open({ width: PHONE.width, ...options });
  await page.command("Emulation.setDeviceMetricsOverride", PHONE);
  await page.command("Emulation.setScrollbarsHidden", { hidden: true });
  await page.everythingThere();
  return page;
}

/** The height with everything laid out: on a long page the style guesses how high is what nobody has come to yet. */
const height = (page) => page.run(() => {
  document.querySelectorAll("main > section").forEach((one) => { one.style.contentVisibility = "visible"; });
  return document.documentElement.scrollHeight;
});
/** How many words an element shows: a telephone number is one, what is only heard is none. */
const words = (page, selector) => page.run((selector) => {
  const seen = (one) => {
    const unseen = [...one.querySelectorAll(".visually-hidden, .say-here .question-item")].map((part) => part.innerText);
    return unseen.reduce((text, part) => text.replace(part, ""), one.innerText);
  };
  const shown = [...document.querySelectorAll(selector)].map(seen).join(" ").replace(/\d+(\s\d+)+/g, "0");
  return shown.split(/\s+/).filter((one) => /\p{L}|\d/u.test(one)).length;
}, selector);

const rows = [];
const row = (what, measured, wanted, before) => rows.push(`| ${what} | ${before} | ${measured} | ${wanted} |`);

test("the measures of the guide", async () => {
  let page = await phone();
  row("height of the hospital's page, all closed (px)", await height(page), "12 000", "45 000");
  row("words that stand there, all closed", await words(page, "body"), "", "");
  const first = await words(page, "#start h1, .five, #moments h2, #moments .hint");
  await page.click("[data-moment=imaging]");
  await page.click(".picked.shown a[href='#care']");
  await page.click("#use-chest-xray_card > summary");
  const card = await words(page, "#use-chest-xray :is(h4, .one-line, .decides, .say-here)");
  row("presses to “who decides about my X-ray, and what can I say”", 3, "3", "");
  row("words on that way: before the card, in it", `${first} + ${card}`, "150", "");

  page = await phone();
  await page.click("[data-moment=tests]");
  await page.click(".picked.shown [data-do=walk]");
  let walked = 0, steps = 0;
  while (!(await page.run(() => document.querySelector("#walk-end").matches(".shown")))) {
    walked += await words(page, ".walk-now :is(h4, .one-line, .decides, .say-here)");
    steps += 1;
    await page.click("[data-walk=next]");
  }
  row(`words of the short way for a blood test (${steps} steps)`, walked, "300", "");

  page = await phone();
  await page.readAt("simple");
  row("words of the simple version, all closed", await words(page, "body"), "3 000", "5 217");
  row("its height (px)", await height(page), "", "");

  const large = changed("hospital", (one) => Object.assign(one, register(100, root)));
  page = await phone({ site: large });
  row("height with 100 uses, all closed (px)", await height(page), "20 000", "");
  await page.click("[data-moment=imaging]");
  row("the same with one moment picked (px)", await height(page), "", "");
  console.log(["| what | 28 November | now | wanted |", "| --- | --: | --: | --: |", ...rows].join("\n"));
});
