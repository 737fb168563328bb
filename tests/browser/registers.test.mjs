// Every register there is makes a whole page, and the living page says the same as the one that was delivered.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./support/page.mjs";
import { registers, site } from "./support/site.mjs";
import { difference, words } from "./support/text.mjs";

const SECTIONS = ["start", "care", "rights", "wishes", "sheet", "contacts", "about"];

/** The text of the living page, and of the page in its language as it was delivered; today's date left out. */
const texts = async (language) => {
  const answer = await fetch(`${language}/`);
  const delivered = new DOMParser().parseFromString(await answer.text(), "text/html");
  return [document, delivered].map((document) => {
    const copy = document.querySelector("main").parentElement.cloneNode(true);
    // What only the program says: messages, that nothing was said, and which of the languages the browser asks for.
    copy.querySelectorAll("[role=status], .nothing-said, [data-all-there], .way-back, [data-questions-open], .asked, #paper .open, #paper .boxes, .how-names").forEach((status) => status.remove());
    const letters = [...copy.querySelectorAll("[data-text]")];
    letters.forEach((letter) => (letter.textContent = letter.textContent.replace(/^(À …+, le ).+$/m, "$1")));
    // On the sheet the day stands behind a label, in each of its languages.
    const days = [...copy.querySelectorAll("#paper .paper-date > :first-child")];
    days.forEach((day) => (day.textContent = day.textContent.replace(/: .*/, ":")));
    return copy.textContent.replace(/\s+/g, " ");
  });
};

const mistakes = () => {
  const wrong = [];
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, summary, legend, dt, dd, label, button:not([data-listen][hidden]), a")) {
    if (!heading.textContent.trim()) wrong.push(`empty ${heading.outerHTML}`);
  }
  const patients = document.body.cloneNode(true);
  patients.querySelector("#staff")?.remove();
  for (const bad of ["undefined", "NaN", "[object", "null", "{", "}"]) {
    if (patients.textContent.includes(bad)) wrong.push(`“${bad}” in the text`);
  }
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  ids.filter((id, index) => ids.indexOf(id) < index).forEach((id) => wrong.push(`two elements with the id ${id}`));
  for (const link of document.querySelectorAll("a[href^='#']")) {
    if (!document.getElementById(link.hash.slice(1))) wrong.push(`${link.hash} leads nowhere`);
  }
  return wrong;
};

for (const name of ["general", ...registers]) {
  test(`${name} makes a whole page that lives`, async () => {
    const refused = site(name).said.includes("cannot be shown");
    const page = await open({ site: name });
    const languages = await page.run(() => [...document.querySelectorAll("nav a[hreflang]")].map((link) => link.hreflang));
    for (const language of [...languages.slice(1), languages[0]]) {
      await page.read(language);
      for (const id of SECTIONS) {
        assert.ok(await page.run((id) => document.querySelector(`#${id} :is(h1, h2)`)?.textContent, id), `#${id} is there`);
      }
      assert.deepEqual(await page.run(mistakes), [], language);
      const [living, delivered] = await page.run(texts, language);
      assert.equal(difference(living, delivered), undefined, `the living page in ${language} says what was delivered`);
    }
    const questions = await page.run(() => document.querySelectorAll("input:not([data-picture])").length);
    if (refused || name === "general") assert.equal(questions, 0, "the general page offers no choice");
    const problems = await page.run(() => document.querySelectorAll("#staff ul:first-of-type li").length);
    if (refused) {
      assert.ok(problems > 0, "staff find what is wrong");
      assert.ok((await page.visible()).includes(words(languages[0]).register_broken), "patients are told");
    }
    assert.deepEqual(await page.complaints(), []);
  });
}

test("there are registers of both kinds: shown, and refused", () => {
  const refused = registers.filter((name) => site(name).said.includes("cannot be shown"));
  assert.ok(registers.length >= 8 && refused.length >= 2 && registers.length - refused.length >= 3, `${registers}`);
});
