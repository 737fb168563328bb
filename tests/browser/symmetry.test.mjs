// No answer is bigger, brighter or nearer than another, and everything can be hit with a finger.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./support/page.mjs";

const WIDTHS = [360, 768, 1280];

/** Every question: its id, and for each answer its size, its place and how it is drawn. */
const questions = (page) => page.run(() => {
  const properties = [
    "color", "opacity", "filter", "font-family", "font-size", "font-weight", "font-style", "font-stretch", "letter-spacing",
    "text-transform", "text-decoration", "text-align", "background-color", "background-image", "border-top", "border-right",
    "border-bottom", "border-left", "border-top-left-radius", "border-bottom-right-radius", "box-shadow", "outline",
    "padding", "margin", "transform", "animation-name", "accent-color",
  ];
  const drawn = (element) => {
    const [style, { width, height }] = [getComputedStyle(element), element.getBoundingClientRect()];
    // A mark has a size of its own; a text takes the room it needs.
    const size = element.localName === "input" ? [width, height] : [];
    return [element.localName, ...size, ...properties.map((property) => `${property}: ${style[property]}`)];
  };
  const answer = (input) => {
    const block = input.parentElement;
    const { left, top, width, height } = block.getBoundingClientRect();
    return { id: input.id, value: input.value, left, top, width, height, drawn: [block, ...block.children].map(drawn) };
  };
  const all = [...document.querySelectorAll("#wishes fieldset.question[id]")];
  return all.map((one) => ({ id: one.id, answers: [...one.querySelectorAll("[type=radio]")].map(answer) }));
});

const spread = (answers, key) => Math.max(...answers.map((one) => one[key])) - Math.min(...answers.map((one) => one[key]));

for (const language of ["fr", "en"]) {
  test(`the three answers to every question in ${language} are of one size and drawn alike, at every width`, async () => {
    const page = await open();
    await page.read(language);
    await page.unfold();
    for (const [width, dark] of [...WIDTHS.map((width) => [width, false]), [360, true]]) {
      await page.look(width, dark);
      const all = await questions(page);
      assert.ok(all.length >= 6, `${all.length} questions`);
      for (const { id, answers } of all) {
        const where = `${id} at ${width} px`;
        assert.deepEqual(answers.map(({ value }) => value), ["yes", "no", "talk-first"], where);
        for (const size of ["width", "height"]) {
          assert.ok(spread(answers, size) <= 1, `${size} of ${where}: ${answers.map((one) => one[size])}`);
        }
        assert.ok(Math.min(spread(answers, "left"), spread(answers, "top")) <= 1, `${where} is a row or a column`);
        assert.ok(answers.every(({ height }) => height >= 48), `${where} is at least 48 px tall`);
        for (const { drawn } of answers.slice(1)) assert.deepEqual(drawn, answers[0].drawn, where);
      }
    }
  });
}

for (const width of [360, 1280]) {
  test(`at ${width} px every answer is given, and changed to any other, with one press anywhere on its block`, async () => {
    const page = await open({ width });
    await page.unfold();
    for (const { id, answers } of await questions(page)) {
      for (const answer of [...answers, ...answers.slice(0, 2).reverse()]) {
        for (const [x, y] of [[0.02, 0.05], [0.98, 0.05], [0.02, 0.95], [0.98, 0.95]]) {
          const own = await page.run((id, x, y) => {
            const block = document.getElementById(id).parentElement;
            block.scrollIntoView({ block: "center" });
            const { left, top, width, height } = block.getBoundingClientRect();
            return document.elementFromPoint(left + width * x, top + height * y).closest("label")?.control?.id ?? "nothing";
          }, answer.id, x, y);
          assert.equal(own, answer.id, `the block of ${answer.id} at ${x}, ${y}`);
        }
        await page.click(`label[for=${answer.id}]`);
        const said = (await page.ticked()).filter((one) => answers.some((answer) => answer.id === one));
        assert.deepEqual(said, [answer.id], id);
      }
    }
  });
}

/** Links and controls that are too small for a finger: below 24 pixels, or below 44 in both directions. */
const tooSmall = (page) => page.run(() => {
  // The fonts of many phones are as low as this one; with a taller one a link would only seem big enough.
  const low = new CSSStyleSheet();
  low.replaceSync("* { font-family: 'Liberation Sans', Arial, sans-serif !important; }");
  document.adoptedStyleSheets = [low];
  const inSentence = (link) =>
    getComputedStyle(link).display === "inline" && link.parentElement.textContent.trim() !== link.textContent.trim();
  // Whoever hits the words of a control hits the control: they are one target.
  const target = (one) => {
    if (one.localName !== "input") return one;
    return one.closest("label") ?? one.parentElement;
  };
  const size = (one) => {
    const { width, height } = target(one).getBoundingClientRect();
    return [width, height].map((pixels) => Math.round(pixels * 10) / 10);
  };
  const all = [...document.querySelectorAll("a[href], button, summary, input")].filter((one) => one.checkVisibility());
  const measured = all.filter((one) => !inSentence(one)).map((one) => ({ one, size: size(one) }));
  const small = measured.filter(({ size }) => Math.min(...size) < 24 || Math.max(...size) < 44);
  const name = (one) => `${one.localName} “${(one.labels?.[0] ?? one).textContent.trim()}” in #${one.closest("[id]").id}`;
  return small.map(({ one, size }) => `${name(one)}: ${size.join(" × ")}`);
});

const FULLEST = "tests/fixtures/registers/complete.json";

for (const width of WIDTHS) {
  test(`at ${width} px every link and control is big enough for a finger, in both languages`, async () => {
    for (const options of [{ site: "hospital" }, { site: FULLEST }, { site: "general" }, { path: "/fr/" }]) {
      const page = await open({ width, ...options });
      if (!options.path) await page.tickEverything();
      for (const language of ["fr", "en"]) {
        if ((await page.run(() => document.documentElement.lang)) !== language) await page.read(language);
        await page.unfold();
        assert.deepEqual(await tooSmall(page), [], `${language} of ${Object.values(options)}`);
      }
    }
  });
}
