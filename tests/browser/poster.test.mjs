// The poster: one side of A4 or A3 with the five answers, and a way to the page that is right or is not there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { everyLook } from "./support/axe.mjs";
import { cut } from "./support/cut.mjs";
import { open } from "./support/page.mjs";
import { printed, scanned } from "./support/paper.mjs";
import { plain, register, words } from "./support/text.mjs";

// The sides of the paper, in points and in millimetres.
const PAPER = { a4: { path: "", sides: [595, 842], width: 210 }, a3: { path: "a3/", sides: [842, 1191], width: 297 } };
const LANGUAGES = ["fr", "en"];
const posters = LANGUAGES.flatMap((language) => Object.keys(PAPER).map((paper) => ({ language, paper })));

const poster = ({ language, paper }, options) => open({ path: `/poster/${language}/${PAPER[paper].path}`, ...options });
const bare = (text) => text.normalize("NFKC").replace(/\s/g, "");
const five = (page) => page.run(() => [...document.querySelectorAll(".five li")].map((one) => one.textContent));

for (const which of posters) {
  const { language, paper } = which;
  const hand = words(language, "handout");

  test(`the ${paper} poster in ${language} fills one page of its paper with everything that stands on it`, async () => {
    for (const site of ["hospital", "practice"]) {
      const page = await poster(which, { site });
      const { pages, size, text } = await printed(page);
      assert.equal(pages, 1, site);
      const sides = size.match(/[\d.]+/g).map(Number);
      PAPER[paper].sides.forEach((side, at) => assert.ok(Math.abs(sides[at] - side) < 2, size));
      for (const one of await page.run(() => [...document.querySelectorAll("h1, .five li, main p")].map((one) => one.textContent))) {
        assert.ok(bare(text).includes(bare(plain(one))), `${site}: “${one}” is on the paper`);
      }
    }
  });

  test(`the ${paper} poster in ${language} gives the five answers of the patients' page, under the name of the place`, async () => {
    for (const site of ["hospital", "practice"]) {
      const patients = await open({ site, path: `/${language}/` });
      const answers = await five(patients);
      assert.equal(answers.length, 5);
      const page = await poster(which, { site });
      assert.deepEqual(await five(page), answers);
      assert.equal(await page.run(() => document.documentElement.lang), language);
      assert.equal(await page.text("h1"), words(language).title);
      assert.equal(await page.text(".poster-site"), plain(register(site).site.name[language]));
      assert.equal(await page.text(".poster-silence"), hand.silence);
    }
  });

  test(`the square on the ${paper} poster in ${language} leads to the address in the register, which can be typed too`, async () => {
    const page = await poster(which);
    const address = register("hospital").site.page;
    assert.deepEqual(scanned(await page.pdf()), [`${address}#1.${language}`]);
    assert.equal(await page.text(".poster-address"), address.replace(/^https:\/\/|\/$/g, ""));
    assert.ok((await page.visible()).includes(hand.scan));
    assert.ok(!(await page.visible()).includes(hand.no_address));
    assert.equal(plain(await page.run(() => document.querySelector(".qr").ariaLabel)), hand.square);
    await page.command("Emulation.setEmulatedMedia", { media: "print" });
    const side = await page.run(() => document.querySelector(".qr").getBoundingClientRect().width);
    await page.command("Emulation.setEmulatedMedia", { media: "" });
    const millimetres = (side / 96) * 25.4;
    assert.ok(millimetres >= PAPER[paper].width / 3, `${millimetres} mm: a third of the width of the paper`);
  });

  test(`without an address the ${paper} poster in ${language} has a blank box and a sentence, and no square`, async () => {
    const page = await poster(which, { site: "practice" });
    assert.equal(register("practice").site.page, undefined);
    assert.equal(await page.run(() => document.querySelectorAll("svg:not(.picture, #pictures svg), img, .poster-address").length), 0);
    assert.ok((await page.visible(".poster-way")).includes(hand.no_address));
    assert.ok(!(await page.visible()).includes(hand.scan));
    assert.ok(await page.run(() => {
      const box = document.querySelector(".poster-blank");
      const { width, height } = box.getBoundingClientRect();
      return width > 100 && height > 100 && getComputedStyle(box).borderTopStyle !== "none" && box.textContent === "";
    }), "there is a place to stick one on");
    const pictures = await page.run(() => {
      const all = [...document.querySelectorAll("*")];
      return all.filter((one) => getComputedStyle(one).backgroundImage !== "none").length;
    });
    assert.equal(pictures, 0, "nothing is drawn by the style either");
  });

  test(`the ${paper} poster in ${language} has no script, asks for nothing but its look, and keeps nothing`, async () => {
    const page = await poster(which);
    await page.until(() => document.readyState === "complete");
    assert.equal(await page.run(() => document.querySelectorAll("script, [onclick], [onload], link[rel=modulepreload]").length), 0);
    const policy = await page.run(() => document.querySelector("meta[http-equiv=Content-Security-Policy]").content);
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /script-src|connect-src/);
    const asked = page.requests.map(({ path }) => path).filter((path) => !/\/$|\.css$/.test(path));
    assert.deepEqual(asked, []);
    // The page before may still have asked for something: its server, too, is one of ours.
    assert.deepEqual((await page.sent()).filter((url) => new URL(url).hostname !== "127.0.0.1"), [], "nobody else is asked");
    assert.deepEqual(await page.run(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ""]);
    assert.deepEqual(await page.complaints(), []);
  });
}

test("a poster reads as any page does at 320 px", async () => {
  for (const site of ["hospital", "practice"]) {
    for (const which of posters) {
      const page = await poster(which, { site, width: 320 });
      assert.deepEqual(await cut(page), [], `${site} ${which.language} ${which.paper}`);
    }
  }
});

test("axe finds nothing on a poster, with and without an address", async () => {
  for (const site of ["hospital", "practice"]) {
    for (const which of posters) await everyLook(await poster(which, { site }));
  }
});
