// The kiosk as the patient has it: the page inside the frame. The page around it is in kiosk-shell.test.mjs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./support/axe.mjs";
import { everything, kiosk, later, looked, press, screens, setClock, size, turnAway, VISIT } from "./support/kiosk.mjs";
import { difference, fill, plain, words } from "./support/text.mjs";

const WAY = ["start", "care", "rights", "wishes", "sheet"];
const ALL = ["welcome", ...WAY, "glossary", "contacts"];
const SIZES = [[320, 640], [390, 844], [820, 1180], [1180, 820], [1366, 768]];
const fr = words("fr");

/** Goes to a screen as a patient does: through the table of contents. */
async function go(page, screen) {
  if (screen === "welcome") return;
  if ((await screens(page))[0] === "welcome") await press(page, "begin");
  if ((await screens(page))[0] === screen) return;
  await page.click(".jump summary");
  await page.click(`.jump a[href="#${screen}"]`);
  assert.deepEqual(await screens(page), [screen]);
}

test("before any text one chooses language, level, size, colours; nothing is chosen but what is so", async () => {
  const page = await kiosk();
  assert.deepEqual(await screens(page), ["welcome"]);
  const groups = await page.run(() => [...document.querySelectorAll("#welcome fieldset:not([hidden])")].map((one) => ({
    set: one.dataset.set,
    checked: [...one.querySelectorAll(":checked")].map(({ value }) => value),
    widths: new Set([...one.querySelectorAll("label")].map((label) => Math.round(label.getBoundingClientRect().width))).size,
  })));
  assert.deepEqual(groups.map(({ set, checked }) => [set, ...checked]), [
    ["language", "fr"], ["level", "clear"], ["size", "normal"], ["contrast", "normal"],
  ]);
  assert.ok(groups.every(({ widths }) => widths === 1), "the blocks of a group are equal");
  const seen = await page.visible("#welcome");
  for (const word of [fr.kiosk_silence, fr.kiosk_hands, fr.aloud_none]) assert.ok(seen.includes(word), word);
});

test("what one chooses holds at once, in the other language too", async () => {
  const page = await kiosk();
  await page.click("[for=set-size-largest]");
  await page.click("[for=set-contrast-high]");
  await page.click("[for=set-language-en]");
  await page.until(() => document.documentElement.lang === "en");
  await page.click("[for=set-level-simple]");
  const { size, contrast } = await page.run(() => ({ ...document.documentElement.dataset }));
  assert.deepEqual([size, contrast], ["largest", "high"]);
  assert.deepEqual((await page.ticked()).filter((id) => id.startsWith("set-")).sort(),
    ["set-aloud-no", "set-contrast-high", "set-language-en", "set-level-simple", "set-size-largest"]);
  await press(page, "begin");
  assert.equal(await page.text("#start-title"), words("en").title);
});

test("one section a screen, the step in words, the title of each has the focus; no entry in the history", async () => {
  const page = await kiosk();
  const before = await page.run(() => [history.length, location.href, document.title]);
  assert.equal(before[2], "Éclaire", "the title tells a printer nothing");
  await press(page, "begin");
  for (const [at, screen] of WAY.entries()) {
    assert.deepEqual(await screens(page), [screen]);
    assert.equal(await page.visible("#step"), fill(fr.kiosk_step, { step: at + 1, steps: 5 }));
    assert.equal(await page.run(() => document.activeElement.id), `${screen}-title`);
    assert.equal(await page.run(() => scrollY), 0);
    const current = await page.run(() => [...document.querySelectorAll("[aria-current=step]")].map((one) => one.hash));
    assert.deepEqual(current, [`#${screen}`]);
    if (screen !== "sheet") await press(page, "next");
  }
  for (const screen of [...WAY.slice(0, -1).reverse(), "welcome"]) {
    await press(page, "back");
    assert.deepEqual(await screens(page), [screen]);
  }
  for (const screen of ALL) await go(page, screen);
  assert.deepEqual(await page.run(() => [history.length, location.href, document.title]), before);
});

test("a second tap in the same place never erases: under “continue” lies nothing on the next screen that ends the visit", async () => {
  for (const voices of [[], LOCAL]) for (const [width, height] of SIZES) {
    const page = await kiosk({ width, height, voices });
    if (voices.length) await page.click("[for=set-aloud-yes]");
    await press(page, "begin");
    for (const screen of WAY.slice(1)) {
      const place = await page.run(() => {
        const next = document.querySelector(".bar [data-kiosk=next]");
        next.scrollIntoView({ block: "end" });
        const { left, top, width, height } = next.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      });
      await press(page, "next");
      assert.deepEqual(await screens(page), [screen]);
      const under = await page.run(({ x, y }) => document.elementFromPoint(x, y)?.closest("button")?.dataset.kiosk ?? null, place);
      assert.ok(![ "finish", "staff" ].includes(under), `${under} on ${screen}, ${width} × ${height}`);
    }
    // And what did come up there is deaf for a moment.
    await page.run(() => document.querySelector(".bar [data-kiosk=print]").click());
    assert.equal(await page.run(() => window.printed ?? 0), 0);
    await press(page, "print");
    assert.equal(await page.run(() => window.printed), 1);
  }
});

test("where nothing prints, the kiosk says so above its own bar", async () => {
  for (const [width, height] of SIZES) {
    const page = await kiosk({ width, height });
    await page.run(() => { window.print = undefined; });
    await press(page, "begin");
    while ((await screens(page))[0] !== "sheet") await press(page, "next");
    for (const where of [0, 1]) {
      await page.run((where) => scrollTo(0, where * document.documentElement.scrollHeight), where);
      await press(page, "print");
      const [note, bar, below] = await page.run(() => {
        const note = document.querySelector("#sheet > .print-status");
        const bar = document.querySelector(".bar");
        const { top, bottom } = note.getBoundingClientRect();
        // Where little of the screen is left the bar stands at the end of the text.
        const edge = getComputedStyle(bar).position === "static" ? innerHeight : bar.getBoundingClientRect().top;
        return [note.textContent, edge, [top, bottom]];
      });
      assert.equal(plain(note), plain(fr.not_printed_here ?? fr.not_printed), `${width} × ${height}`);
      assert.ok(below[0] >= 0 && below[1] <= bar, `${width} × ${height}: ${below} and the bar at ${bar}`);
    }
  }
});

test("on the sheet printing is in the bar, in the place of “continue”, and erasing is no louder than before", async () => {
  const page = await kiosk();
  const quiet = await page.run(() => getComputedStyle(document.querySelector(".bar .finish")).backgroundColor);
  await go(page, "sheet");
  assert.equal(await page.text(".bar [data-kiosk=print]"), plain(fr.print));
  assert.equal(await page.run(() => getComputedStyle(document.querySelector(".bar .finish")).backgroundColor), quiet);
});

test("how one reads can be changed later, from every screen, and one goes on where one was", async () => {
  const page = await kiosk();
  for (const screen of ["wishes", "rights"]) {
    await go(page, screen);
    await page.click(".jump summary");
    await page.click('.jump a[href="#welcome"]');
    assert.deepEqual(await screens(page), ["welcome"]);
    await page.click("[for=set-size-large]");
    await press(page, "next");
    assert.deepEqual(await screens(page), [screen]);
  }
});

test("the staff's button is there before a visit and gone in it: nobody loses what they said to it", async () => {
  const page = await kiosk();
  const there = () => page.run(() => document.querySelector("[data-kiosk=staff]").checkVisibility());
  assert.ok(await there());
  await press(page, "begin");
  await press(page, "back");
  assert.deepEqual([await screens(page), await there()], [["welcome"], false]);
  await press(page, "finish");
  assert.ok(await there());
});

test("a link in a text leads to another screen, and back leads to the link", async () => {
  const page = await kiosk();
  await go(page, "rights");
  const link = '#right-record-access a[href="#letter-record"]';
  await page.click(link);
  assert.deepEqual(await screens(page), ["sheet"]);
  const { top, bottom } = await page.run(() => document.getElementById("letter-record").getBoundingClientRect().toJSON());
  assert.ok(bottom > 0 && top < 700, "what the link names is in sight");
  await press(page, "back");
  assert.deepEqual(await screens(page), ["rights"]);
  assert.ok(await page.run((link) => document.activeElement === document.querySelector(link), link));
});

test("on the short way the bar leads from card to card, with one count of steps; after the last card it goes on", async () => {
  const page = await kiosk();
  const now = () => page.run(() => [...document.querySelectorAll("main > section")].filter((one) => one.checkVisibility()).map((one) => one.id).join());
  const step = () => page.visible("#step");
  const walks = () => page.run(() => document.querySelector(".walking") !== null);
  const begin = async () => {
    await page.click("#start [data-moment=imaging]");
    await later(page, 1);
    await page.click(".picked.shown [data-do=walk]");
    await page.until(() => document.querySelector(".walking"));
  };
  await press(page, "begin");
  await begin();
  const [first, steps] = (await step()).match(/\d+/g).map(Number);
  assert.equal(first, 1);
  const buttons = await page.run(() => [...document.querySelectorAll("button")].filter((one) => one.checkVisibility()).map((one) => one.textContent));
  assert.equal(new Set(buttons).size, buttons.length, `no two buttons of one name: ${buttons}`);
  await press(page, "next");
  assert.match(await step(), new RegExp(`2\\D+${steps}`));
  await press(page, "back");
  await press(page, "back");
  assert.deepEqual([await walks(), await now()], [false, "care"], "back from the first card is its screen");
  assert.doesNotMatch(await step(), new RegExp(`${steps}$`));
  await press(page, "back");
  await page.click("#start [data-moment=imaging]");
  await later(page, 1);
  await begin();
  for (let at = 1; at < steps; at += 1) await press(page, "next");
  assert.ok(await walks(), "the last step says that this was all");
  await press(page, "next");
  assert.deepEqual([await walks(), await now()], [false, "rights"]);
});

test("choices and buttons are 20 mm on this very screen, 5 mm from its edges, and nothing is cut off", async () => {
  for (const mm of [undefined, 5.25]) {
    const page = await kiosk({ settings: mm && { mm } });
    const measure = mm ?? 3.78;
    for (const screen of ALL) {
      await go(page, screen);
      await page.unfold();
      for (const [width, height] of SIZES) {
        await size(page, width, height);
        const found = await page.run((measure) => {
          const wrong = [];
          const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
          const near = (value) => Math.round(value * 10) / 10;
          for (const one of shown("button, .request, .setting, .answer, summary")) {
            const { height, left, right } = one.getBoundingClientRect();
            // What is no choice may be lower, but never less than 48 pixels.
            const least = one.matches(".staff-button, .jump summary") ? 48 : Math.max(48, 20 * measure);
            if (height < least - 0.1) wrong.push(`${one.textContent} is ${near(height / measure)} mm high`);
            if (left < 5 * measure - 0.1 || innerWidth - right < 5 * measure - 0.1) {
              wrong.push(`${one.textContent} is at the edge: ${near(left)}, ${near(innerWidth - right)}`);
            }
          }
          if (document.documentElement.scrollWidth > innerWidth) wrong.push(`${document.documentElement.scrollWidth} px wide`);
          return wrong;
        }, measure);
        assert.deepEqual(found, [], `${screen}, ${width} × ${height}, ${measure} px a millimetre`);
      }
      await page.unfold(false);
      await size(page, 820, 1180);
    }
  }
});

test("the largest letters are not cut off either", async () => {
  const page = await kiosk();
  await page.click("[for=set-size-largest]");
  for (const screen of ALL) {
    await go(page, screen);
    for (const [width, height] of SIZES) {
      await size(page, width, height);
      const wide = await page.run(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${screen}: ${wide} on ${width}`);
    }
    await size(page, 820, 1180);
  }
});

test("on a narrow screen no word of a button or tile is cut in two, at any size of letters, and nothing lies on the place's name", async () => {
  for (const language of ["fr", "ru"]) {
    for (const letters of ["normal", "large", "largest"]) {
      const page = await kiosk({ width: 390, height: 844 });
      await page.click(`[for=set-language-${language}]`);
      await page.until((language) => document.documentElement.lang === language, language);
      await page.click(`[for=set-size-${letters}]`);
      for (const screen of ["welcome", "start", "wishes", "sheet"]) {
        await go(page, screen);
        const found = await page.run(() => {
          const cut = [];
          for (const one of document.querySelectorAll(".bar button, .tile, [data-set=language] .setting")) {
            if (!one.checkVisibility()) continue;
            const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) {
              for (const { index, 0: word } of texts.currentNode.data.matchAll(/[\p{L}\p{M}]+/gu)) {
                const range = document.createRange();
                range.setStart(texts.currentNode, index);
                range.setEnd(texts.currentNode, index + word.length);
                if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) cut.push(word);
              }
            }
          }
          if (!document.querySelector(".jump summary").checkVisibility()) return { cut, apart: true };
          const [name, jump] = [".masthead .site-name", ".jump summary"].map((selector) => document.querySelector(selector).getBoundingClientRect());
          const apart = name.bottom <= jump.top + 1 || jump.bottom <= name.top + 1 || name.right <= jump.left + 1 || jump.right <= name.left + 1;
          return { cut, apart };
        });
        assert.deepEqual(found, { cut: [], apart: true }, `${screen}, ${language}, ${letters}`);
      }
    }
  }
});

test("on a narrow screen the first thing in sight is in which language one reads, each under its own name", async () => {
  const page = await kiosk({ width: 390, height: 844 });
  const seen = await page.run(() => [...document.querySelectorAll("[data-set=language] label")].map((one) => one.getBoundingClientRect().bottom < innerHeight));
  assert.deepEqual(seen.filter((one) => !one), [], `${seen.length} languages`);
});

test("in the table of contents nothing is nearer to the edge than what one reads", async () => {
  const page = await kiosk({ width: 390, height: 844 });
  await press(page, "begin");
  await page.click(".jump summary");
  const [text, key] = await page.run(() => [".section:not([hidden]) h2", ".jump a"].map((selector) => document.querySelector(selector).getBoundingClientRect().left));
  assert.ok(key >= text - 0.5, `${key} and ${text}`);
});

test("what one points at can still be read", async () => {
  const page = await kiosk();
  await go(page, "wishes");
  await press(page, "cover");
  const at = await page.run(() => {
    const { x, y } = document.querySelector("[data-kiosk=uncover]").getBoundingClientRect();
    return { x: x + 20, y: y + 20 };
  });
  await page.command("Input.dispatchMouseEvent", { type: "mouseMoved", ...at });
  assert.deepEqual(await page.run(() => {
    const button = document.querySelector("[data-kiosk=uncover]");
    const { color, backgroundColor } = getComputedStyle(button);
    const light = (text) => text.match(/\d+/g).slice(0, 3).map((one) => one / 255)
      .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
      .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
    const [dark, bright] = [light(color), light(backgroundColor)].sort((one, other) => one - other);
    return [button.matches(":hover"), (bright + 0.05) / (dark + 0.05) >= 7];
  }), [true, true]);
});

test("turning the tablet keeps the screen and the place", async () => {
  const page = await kiosk();
  await go(page, "care");
  await page.run(() => document.getElementById("use-mammography").scrollIntoView());
  await size(page, 1180, 820);
  await page.until(() => innerWidth === 1180);
  assert.deepEqual(await screens(page), ["care"]);
  // What was read stays in sight: the browser sees to that with the next frame that it draws.
  await page.until(() => {
    const { top, bottom } = document.getElementById("use-mammography").getBoundingClientRect();
    return bottom > 0 && top < 600;
  });
});

test("turning the tablet in the middle of a long text, with the largest letters, keeps what one reads in sight", async () => {
  const page = await kiosk();
  await page.click("[for=set-size-largest]");
  for (const screen of ["care", "rights", "wishes"]) {
    await go(page, screen);
    for (const part of [0.3, 0.6, 0.8]) {
      await size(page, 820, 1180);
      await page.until(() => innerWidth === 820);
      await page.run((part) => scrollTo(0, document.documentElement.scrollHeight * part), part);
      // The page hears that it was scrolled with the next picture.
      await page.driver.executeAsyncScript((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      await page.run(() => {
        const inside = (one) => { const { top, bottom } = one.getBoundingClientRect(); return top >= 60 && bottom <= innerHeight * 0.6; };
        window.read = [...document.querySelectorAll("main p, main li, main h3, main h4, main label, main summary")].find((one) => one.checkVisibility() && inside(one));
      });
      await size(page, 1180, 820);
      await page.until(() => innerWidth === 1180);
      await page.until(() => { const { top, bottom } = window.read.getBoundingClientRect(); return bottom > 0 && top < innerHeight - 60; });
    }
  }
});

/** A visit in which everything is done that can be. */
async function visit(page) {
  await page.click("[for=set-language-en]");
  await page.until(() => document.documentElement.lang === "en");
  await page.click("[for=set-level-simple]");
  await page.click("[for=set-size-large]");
  await page.click("[for=set-contrast-high]");
  await go(page, "care");
  await page.click("#use-mammography summary");
  await page.click("#use-mammography a.term");
  await go(page, "wishes");
  await page.tickEverything();
  await go(page, "sheet");
  await page.click("label[for=behalf-my-child]");
  await page.click("[data-do=code]");
  await page.until(() => document.querySelector("#code"));
  await page.click(".section [data-do=print]");
  assert.equal(await page.run(() => window.printed), 1);
  await page.run(() => { scrollTo(0, 500); getSelection().selectAllChildren(document.querySelector("#paper")); });
}

const same = (one, other) => {
  assert.equal(difference(one.page, other.page), undefined);
  assert.deepEqual({ ...one, page: 0 }, { ...other, page: 0 });
};

test("“I have finished” on every screen: one tap, and everything is as it came", async () => {
  const page = await kiosk();
  const fresh = await everything(page);
  await visit(page);
  await press(page, "finish");
  same(await everything(page), fresh);
  // The documents that are not shown now were used too.
  await page.click("[for=set-language-en]");
  await page.click("[for=set-level-simple]");
  await go(page, "sheet");
  assert.ok((await page.visible("#paper")).includes(words("en/simple").sheet_nothing ?? words("en").sheet_nothing));
  assert.deepEqual((await page.ticked()).filter((id) => !id.startsWith("set-")), []);
  for (const screen of ALL) {
    await press(page, "finish");
    await go(page, screen);
    const bar = await page.run(() => [...document.querySelectorAll(".bar button:not([hidden])")].map((one) => one.dataset.kiosk));
    assert.ok(bar.includes("finish") && bar.includes("cover"), screen);
  }
  await press(page, "finish");
  same(await everything(page), fresh);
});

test("whoever comes back with the Back button finds a fresh start", async () => {
  const page = await kiosk();
  const fresh = await everything(page);
  await visit(page);
  await page.go("/register.json");
  await page.run(() => history.back());
  await page.until(() => document.documentElement.dataset.app === "live");
  await page.until(() => !document.querySelector("#welcome").hidden);
  const now = await everything(page);
  same({ ...now, history: 0 }, { ...fresh, history: 0 });
});

test("“hide the screen” covers everything; one tap shows it again, in its place", async () => {
  const page = await kiosk();
  await go(page, "wishes");
  await press(page, "cover");
  const seen = await page.run(() => {
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const at = (x, y) => document.elementFromPoint(x, y)?.closest(".cover-all") != null;
    return [at(1, 1), at(width - 1, height - 1), at(width / 2, height / 2), at(100, height - 60)];
  });
  assert.deepEqual(seen, [true, true, true, true]);
  assert.equal(await page.run(() => document.activeElement.dataset.kiosk), "uncover");
  await press(page, "uncover");
  assert.deepEqual(await screens(page), ["wishes"]);
  assert.equal(await page.run(() => document.querySelector("dialog[open]")), null);
});

const asked = (page) => page.until(() => document.querySelector(".still-there[open]"));

test("twelve times nobody touches it, twelve times someone is still there; the thirteenth time it erases", async () => {
  const page = await kiosk();
  const fresh = await everything(page);
  await go(page, "wishes");
  await page.tickEverything();
  await page.click("[for^=answer-]");
  const said = await page.ticked();
  for (let time = 0; time < 12; time += 1) {
    await later(page, 95);
    await asked(page);
    assert.equal(await page.run(() => document.activeElement.dataset.kiosk), "stay", "the least harmful has the focus");
    assert.match(await page.visible("#idle-left"), /\b2[0-9]\b/);
    assert.match(await page.text("[data-alert]"), /\b2[0-9]\b/, "a screen reader hears it");
    await press(page, "stay");
    assert.deepEqual(await page.ticked(), said);
  }
  await later(page, 60);
  await press(page, "cover");
  await later(page, 95);
  await asked(page);
  await later(page, 31);
  await page.until(() => !document.querySelector("#welcome").hidden);
  same(await everything(page), fresh);
});

test("Escape answers the question too, and erasing from it erases", async () => {
  const page = await kiosk();
  const fresh = await everything(page);
  await go(page, "care");
  await later(page, 95);
  await asked(page);
  await page.press("\uE00C");
  await page.until(() => !document.querySelector(".still-there[open]"));
  await later(page, 80);
  await looked(page);
  assert.equal(await page.run(() => document.querySelector(".still-there[open]")), null, "it began anew");
  await later(page, 15);
  await asked(page);
  await press(page, "finish");
  same(await everything(page), fresh);
});

test("the question that comes up under a finger is not answered by it", async () => {
  const page = await kiosk();
  await go(page, "wishes");
  await page.tickEverything();
  // The tap that was on its way to an answer.
  await page.run(() => {
    const dialog = document.querySelector(".still-there");
    new MutationObserver(() => dialog.open && dialog.querySelector("[data-kiosk=finish]").click()).observe(dialog, { attributes: true });
  });
  await later(page, 95);
  await asked(page);
  await looked(page);
  assert.deepEqual(await screens(page), ["wishes"]);
  await press(page, "stay");
  assert.notDeepEqual(await page.ticked(), []);
});

test("a printer's question that nobody ever answers does not keep a visit open for ever", async () => {
  const page = await kiosk();
  await go(page, "sheet");
  await page.run(() => dispatchEvent(new Event("beforeprint")));
  await looked(page);
  await later(page, 700);
  await asked(page);
});

test("a long touch offers nothing: no menu, nothing selected", async () => {
  const page = await kiosk();
  await go(page, "care");
  const [goes, selects] = await page.run(() => {
    const text = document.querySelector("#care p");
    return [text.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true })), getComputedStyle(text).userSelect];
  });
  assert.deepEqual([goes, selects], [false, "none"]);
});

test("while the printer asks, time stands still", async () => {
  const page = await kiosk();
  await go(page, "sheet");
  await page.run(() => dispatchEvent(new Event("beforeprint")));
  await later(page, 300);
  await looked(page);
  assert.deepEqual(await screens(page), ["sheet"]);
  assert.equal(await page.run(() => document.querySelector(".still-there[open]")), null);
  await page.run(() => dispatchEvent(new Event("afterprint")));
  await later(page, 95);
  await asked(page);
});

test("a clock that is set while somebody reads erases nothing: at most it asks, in full length", async () => {
  const page = await kiosk();
  await go(page, "wishes");
  await page.tickEverything();
  const said = await page.ticked();
  await setClock(page, 3600);
  await asked(page);
  assert.match(await page.visible("#idle-left"), /\b(30|29)\b/);
  await press(page, "stay");
  await setClock(page, -7200);
  await looked(page);
  assert.equal(await page.run(() => document.querySelector(".still-there[open]")), null);
  assert.deepEqual(await page.ticked(), said);
  // And idleness is measured all the same.
  await later(page, 95);
  await asked(page);
});

test("a clock that is set back while the printer asks does not keep the visit open", async () => {
  const page = await kiosk();
  await go(page, "sheet");
  await page.run(() => dispatchEvent(new Event("beforeprint")));
  await looked(page);
  await setClock(page, -3600);
  await looked(page);
  await page.run(() => dispatchEvent(new Event("afterprint")));
  await later(page, 95);
  await asked(page);
});

test("out of sight nothing is shown; who wakes a tablet that has slept finds nothing of a visit, not for a moment", async () => {
  const page = await kiosk();
  const fresh = await everything(page);
  await go(page, "wishes");
  await page.click("[for^=answer-]");
  await turnAway(page, true);
  assert.equal(await page.run(() => document.body.checkVisibility({ visibilityProperty: true })), false);
  // It slept: the clock that cannot be set stood.
  await setClock(page, 3600);
  const first = await page.run(() => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => false });
    document.dispatchEvent(new Event("visibilitychange"));
    return { ticked: document.querySelectorAll("input[id^=answer-]:checked").length, seen: document.body.checkVisibility({ visibilityProperty: true }) };
  });
  assert.deepEqual(first, { ticked: 0, seen: true });
  same(await everything(page), fresh);
});

test("who comes back soon finds what was there", async () => {
  const page = await kiosk();
  await go(page, "wishes");
  await page.click("[for^=answer-]");
  const said = await page.ticked();
  await turnAway(page, true);
  await setClock(page, 20);
  await turnAway(page, false);
  assert.deepEqual(await page.ticked(), said);
  assert.equal(await page.run(() => document.body.checkVisibility({ visibilityProperty: true })), true);
});

const LOCAL = [{ name: "Amélie", lang: "fr_FR", localService: true }];
const REMOTE = [{ name: "Online", lang: "fr-FR", localService: false }, { name: "Sam", lang: "en-US", localService: true }];
const spoken = (page) => page.run(() => speechSynthesis.said.map(({ text, voice, lang }) => ({ text, voice: voice?.name, lang })));
const speaks = (page, number) => page.until((number) => speechSynthesis.said.length >= number, number);

test("without a voice of its own for the language the tablet offers none and says so", async () => {
  const page = await kiosk({ voices: REMOTE });
  assert.ok((await page.visible("#welcome")).includes(fr.aloud_none));
  assert.ok(!(await page.visible("#welcome")).includes(fr.kiosk_aloud));
  await page.click("[for=set-language-en]");
  await page.until(() => document.documentElement.lang === "en");
  assert.ok((await page.visible("#welcome")).includes(words("en").kiosk_aloud), "there is one for English");
  assert.deepEqual(await spoken(page), [], "nothing is said unasked");
});

test("voices that the device finds late are offered then", async () => {
  const page = await kiosk();
  await page.run((voices) => { speechSynthesis.all = voices; speechSynthesis.dispatchEvent(new Event("voiceschanged")); }, LOCAL);
  assert.ok((await page.visible("#welcome")).includes(fr.kiosk_aloud));
});

test("of many voices that of the page's region reads, or the one the device's owner has chosen; one by network never", async () => {
  const voice = (name, lang, more = {}) => ({ name, lang, localService: true, default: false, voiceURI: name, ...more });
  const many = [voice("Belgium", "fr-BE"), voice("Canada", "fr-CA"), voice("France", "fr-FR"), voice("Online", "fr-FR", { localService: false, default: true })];
  const own = { localService: false, voiceURI: "urn:moz-tts:speechd:French?fr" };
  for (const [voices, expected, settings] of [
    [many, "France"],
    [[...many, voice("Chosen", "fr-CH", { default: true })], "Chosen"],
    [[voice("Firefox", "fr-FR", own)], undefined],
    [[voice("Online", "fr-FR", { localService: false }), voice("Firefox", "fr-FR", own)], "Firefox", { voices: 1 }],
    [[voice("Online", "fr-FR", { localService: false })], undefined, { voices: 1 }],
  ]) {
    const page = await kiosk({ voices, settings });
    const offered = (await page.visible("#welcome")).includes(fr.kiosk_aloud);
    assert.equal(offered, expected !== undefined);
    if (!expected) continue;
    await page.click("[for=set-aloud-yes]");
    await speaks(page, 1);
    assert.equal((await spoken(page))[0].voice, expected);
  }
});

test("asked for, the text is read sentence by sentence with the tablet's own voice; pause, another screen, the cover end it", async () => {
  const page = await kiosk({ voices: [...REMOTE, ...LOCAL] });
  await page.click("[for=set-aloud-yes]");
  await speaks(page, 1);
  await press(page, "begin");
  await speaks(page, 2);
  const end = () => page.run(() => { speechSynthesis.said.at(-1).dispatchEvent(new Event("end")); });
  await end();
  await speaks(page, 3);
  const said = await spoken(page);
  assert.ok(said.every(({ voice, lang }) => voice === "Amélie" && lang === "fr_FR"), JSON.stringify(said));
  assert.deepEqual(said.slice(1, 3).map(({ text }) => text.replace(/’/g, "'")), [fr.title, fr.start_used]);
  assert.equal(await page.run(() => [...CSS.highlights.get("aloud")].map(String).join()), said[2].text, "it is marked");

  await press(page, "listen");
  assert.equal(await page.run(() => CSS.highlights.size), 0);
  assert.equal(await page.text(".bar [data-kiosk=listen]"), fr.aloud_resume);
  await press(page, "listen");
  await speaks(page, 4);
  assert.equal((await spoken(page))[3].text, said[2].text, "the sentence is said again");

  await later(page, 25);
  await press(page, "cover");
  const number = (await spoken(page)).length;
  await end();
  await press(page, "uncover");
  assert.equal((await spoken(page)).length, number, "a covered screen says nothing");
});

test("while the text is read aloud, nobody is asked whether they are there; erasing ends it", async () => {
  const page = await kiosk({ voices: LOCAL });
  await page.click("[for=set-aloud-yes]");
  await go(page, "care");
  const before = (await spoken(page)).length;
  for (let sentence = 0; sentence < 6; sentence += 1) {
    await speaks(page, before + sentence);
    await later(page, 20);
    await looked(page);
    await page.run(() => { speechSynthesis.said.at(-1).dispatchEvent(new Event("end")); });
  }
  assert.equal(await page.run(() => document.querySelector(".still-there[open]")), null);
  const cancelled = await page.run(() => speechSynthesis.cancelled);
  await press(page, "finish");
  assert.ok(await page.run(() => speechSynthesis.cancelled) > cancelled);
  assert.equal(await page.run(() => CSS.highlights.size), 0);
});

test("nothing to write, nothing to save, nothing to copy, no way out, nothing stored", async () => {
  const page = await kiosk();
  await visit(page);
  const found = await page.run(async () => ({
    text: document.querySelectorAll("input:not([type=radio], [type=checkbox]), textarea, [contenteditable]").length,
    hand: document.querySelectorAll("[data-do=save], [data-do=keep], [data-do$=-letter]:not([data-do=print-letter])").length,
    out: [...document.querySelectorAll("a[href]")].filter((link) => !link.getAttribute("href").startsWith("#")).length,
    translated: document.querySelector(".document").translate || !document.querySelector("meta[name=google][content=notranslate]"),
    // Its own answer makes it of no origin: there is no place to store anything in.
    stored: await Promise.all([
      () => localStorage.length, () => sessionStorage.length, () => document.cookie, () => indexedDB.databases(), () => caches.keys(),
    ].map((ask) => Promise.resolve().then(ask).then(() => "there is a place", () => "refused"))),
  }));
  assert.deepEqual(found, { text: 0, hand: 0, out: 0, translated: false, stored: Array(5).fill("refused") });
});

test("the version, the day and the fingerprint stand on the first and on the last screen", async () => {
  const page = await kiosk({ settings: { version: "0.9 (abcd)", checked: "2026-11-20" } });
  for (const screen of ["welcome", "sheet"]) {
    await go(page, screen);
    const seen = await page.visible(`#${screen} .version`);
    assert.match(seen, /version 1\.0.*octobre 2026.*[0-9a-f]{8}/);
    assert.ok(seen.includes(fill(fr.kiosk_checked, { version: "0.9 (abcd)", date: "20 novembre 2026" })), seen);
  }
});

test("axe finds nothing on any screen, in either colours", async () => {
  const page = await kiosk({ voices: LOCAL });
  const found = {};
  for (const contrast of ["normal", "high"]) {
    await page.click(`[for=set-contrast-${contrast}]`);
    for (const screen of ALL) {
      await go(page, screen);
      for (const violation of await violations(page)) (found[violation] ??= []).push(`${screen} ${contrast}`);
    }
    await press(page, "cover");
    for (const violation of await violations(page)) (found[violation] ??= []).push(`cover ${contrast}`);
    await press(page, "finish");
  }
  assert.deepEqual(found, {});
});

test("without the program the whole text can be read, and nothing is drawn that would not work", async () => {
  const page = await kiosk({ scripts: false, path: VISIT });
  const seen = await page.visible();
  for (const word of [fr.care_title, fr.rights_title, fr.wishes_title, fr.contacts_title]) assert.ok(seen.includes(word), word);
  assert.ok(!seen.includes(fr.kiosk_finish) && !seen.includes(fr.kiosk_lead));
  // And nothing can be said that nobody would erase.
  await page.unfold();
  const boxes = await page.driver.findElements({ css: "#wishes .answer, #wishes .request" });
  assert.ok(boxes.length > 5);
  for (const box of boxes.slice(0, 6)) await page.driver.actions().move({ origin: box }).click().perform();
  assert.deepEqual(await page.driver.findElements({ css: "input:checked:not([data-setting], [data-picture])" }), []);
});

test("the page around hears its few words and nothing else", async () => {
  const host = `<!doctype html><title>host</title><script>
    window.heard = [];
    addEventListener("message", ({ data, origin }) => heard.push({ data, origin }));
  </script><iframe sandbox="allow-scripts allow-modals" src="${VISIT}" width="800" height="900"></iframe>`;
  const change = (path, answer) => {
    const { "content-security-policy": _, ...headers } = answer.headers;
    if (path === "/host") return { status: 200, headers: { "content-type": "text/html" }, body: Buffer.from(host) };
    return { ...answer, headers };
  };
  const page = await kiosk({ path: "/host", change });
  // How often it says that it is alive depends on how long this takes.
  const heard = () => page.run(() => heard.map(({ data }) => data).filter(({ eclaire }) => eclaire !== "alive"));
  await page.until(() => heard.length > 0);
  assert.deepEqual(await heard(), [{ eclaire: "live" }]);
  assert.equal(await page.run(() => heard[0].origin), "null", "its origin is its own");
  const { driver } = page;
  await driver.switchTo().frame(0);
  await page.click("[for=set-language-en]");
  await press(page, "staff");
  await press(page, "begin");
  // A press right after another would count as its echo, and this clock may be the real one: the frame is no part of the page.
  const begun = await page.run(() => performance.now());
  await page.until((begun) => performance.now() - begun > 500, begun);
  await press(page, "finish");
  await driver.switchTo().defaultContent();
  await page.until(() => heard.some(({ data }) => data.eclaire === "erase"));
  assert.deepEqual(await heard(), ["live", "begun", "staff", "erase"].map((eclaire) => ({ eclaire })));
});
