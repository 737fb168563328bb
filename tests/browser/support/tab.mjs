// A tab with a page of ours in it: what a patient does there, in any browser that WebDriver can drive.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { serve } from "./site.mjs";
import { plain } from "./text.mjs";

/** How long anything may take on a slow machine, in milliseconds; less with `PATIENCE=5000`, while one looks for a fault. */
export const PATIENCE = Number(process.env.PATIENCE ?? 120_000);

/** The lines that somebody has to press before they see an element, the outermost first. */
export function closedAround(element) {
  const lines = [];
  if (element.checkVisibility()) return lines;
  for (let part = element.closest("details"); part; part = part.parentElement.closest("details")) {
    const line = part.querySelector(":scope > summary");
    if (!part.open && !line.contains(element)) lines.unshift(line);
  }
  return lines;
}

export class Tab {
  /** `server`: the proxy in front of the site. */
  constructor({ url, requests, release, become, stop, resume }, driver) {
    Object.assign(this, { url, requests, release, become, stop, resume, driver });
  }

  /** The address of another site, for `become`. */
  serve(name, former) {
    return serve(name, former);
  }

  /** Goes to another page of the site. */
  async go(path) {
    await this.driver.get(this.url + path);
    if (["/", "/reader/"].includes(path)) await this.until(() => document.documentElement.dataset.app === "live");
  }

  /** Waits until the page says this of its program. "still" is what it came with, too: it counts once the program has begun. */
  async says(state) {
    await this.until((state) => document.readyState === "complete" && document.documentElement.dataset.app === state, state);
  }

  /** Waits until a page has all it ever loads: a patients' page with a program says so itself, the staff's load all at once. */
  async everythingThere() {
    await this.until(() => {
      const { form, app, all } = document.documentElement.dataset;
      const hasAll = ["static", "framed"].includes(form) || (form ? all === "there" : app === "live");
      return document.readyState === "complete" && hasAll;
    });
  }

  /** Runs a function in the page. */
  run(code, ...values) {
    return this.driver.executeScript(code, ...values);
  }

  /** Waits until a function in the page says yes. */
  async until(code, ...values) {
    await this.driver.wait(() => this.run(code, ...values), PATIENCE, `waited in vain for ${code}`);
  }

  /**
   * Waits until a look at the page says yes. A frame that is just being exchanged is not there, or in Firefox never answers: then
   * it is looked again.
   */
  async untilSeen(look, message) {
    const { script } = await this.driver.manage().getTimeouts();
    await this.driver.manage().setTimeouts({ script: 5_000 });
    try {
      await this.driver.wait(() => look().catch(() => false), PATIENCE, message);
    } finally {
      await this.driver.manage().setTimeouts({ script });
    }
  }

  /** Clicks with the mouse, in the middle of what a patient sees. */
  async click(selector) {
    const element = await this.find(selector);
    for (const line of await this.run(closedAround, element)) await this.#hit(line);
    await this.#hit(element);
  }

  /** Erases everything, as somebody does who is sure. */
  async erase(section = "#sheet") {
    await this.click(`${section} button.erase`);
    const asked = await this.run((section) => document.querySelector(`${section} .sure.shown`) !== null, section);
    if (asked) await this.click(`${section} .sure button[type=reset]`);
  }

  async #hit(element) {
    await this.run(async (element) => {
      // A page in another language is laid out as a whole a moment after it is seen: nobody is as fast as a test.
      while (document.querySelector(".arriving")) await new Promise((done) => setTimeout(done, 20));
      element.scrollIntoView({ block: "center" });
    }, element);
    await element.click();
  }

  /** An element by selector, or `[selector, text]`: the first that is shown and has this text in it. */
  async find(wanted) {
    const [selector, text] = [wanted].flat();
    const element = await this.run((selector, text) => {
      const tidy = (text) => text.replace(/\s+/g, " ").replace(/’/g, "'");
      const all = [...document.querySelectorAll(selector)];
      if (!text) return all[0];
      const fits = all.filter((element) => tidy(element.textContent).includes(text));
      return fits.find((element) => element.checkVisibility()) ?? fits.find((element) => element.closest("details:not([open])"));
    }, selector, text);
    if (!element) throw new Error(`there is no ${selector} ${text ?? ""}`);
    return element;
  }

  /** Presses keys, one after the other, on whatever has the focus. */
  press(...keys) {
    return this.driver.actions().sendKeys(...keys).perform();
  }

  /** The text of an element, shown or not. */
  async text(selector) {
    return plain(await this.run((selector) => document.querySelector(selector)?.textContent, selector));
  }

  /** The text that can be seen. */
  async visible(selector = "body") {
    return plain(await this.run((selector) => document.querySelector(selector)?.innerText, selector));
  }

  /** The ids of everything ticked; what stands in a card too is counted once, and which state a picture to touch shows is no answer. */
  ticked() {
    return this.run(() => [...document.querySelectorAll("input:checked:not([id^=here-], [data-picture])")].map((input) => input.id));
  }

  /** Answers every question and asks for everything. */
  tickEverything() {
    return this.run(() => document.querySelectorAll(":is([type=checkbox], [value=yes]):not([id^=here-])").forEach((input) => input.click()));
  }

  /** Opens or closes every part that can be. */
  unfold(open = true) {
    return this.run((open) => document.querySelectorAll("details").forEach((one) => (one.open = open)), open);
  }

  /**
   * The sheet: its lines under each heading, in the patient's own language. Where French stands beside, `side: ".french"`
   * reads that.
   */
  async sheet(side = ".own") {
    const parts = await this.run((side) => {
      const told = (element) => (element.querySelector(side) ?? element).textContent;
      return [...document.querySelectorAll("#paper h4")].map((heading) => [
        // On paper a list may go on from one side to the next.
        !heading.matches(".goes-on") && told(heading), [...heading.nextElementSibling.querySelectorAll("li")].map(told),
      ]);
    }, side);
    const lists = [];
    for (const [heading, lines] of parts) {
      if (heading) lists.push([plain(heading), []]);
      lists.at(-1)[1].push(...lines.map(plain));
    }
    return Object.fromEntries(lists);
  }

  /** Switches the language as a patient does: with the mouse. */
  async read(language) {
    await this.click(`nav a[hreflang=${language}]`);
    await this.until((language) => document.documentElement.lang === language, language);
    await this.arrived();
  }

  /** Switches the level as a patient does: with the mouse. */
  async readAt(level) {
    await this.click(`nav a[data-level=${level}]`);
    await this.until((level) => document.querySelector(".document").dataset.level === level, level);
    await this.arrived();
  }

  /** Waits for what is laid out a moment after what is in sight. */
  async arrived() {
    await this.until(() => !document.querySelector(".arriving"));
  }

  /** Chooses the language of the sheet as a patient does: with the mouse. Its words may have to come first. */
  async sheetIn(language) {
    await this.click(`label[for=sheet-language-${language}]`);
    await this.until((language) => document.querySelector("#paper").lang === language, language);
  }

  /** What a press saves as a file into this folder: its path, its name, its text. */
  async savedIn(folder, selector) {
    const before = readdirSync(folder);
    await this.click(selector);
    // A browser reserves the name with an empty file before it writes what is saved: a slow machine shows that moment.
    const unfinished = /\.(crdownload|part|wkdownload)$|^\./;
    const whole = () => readdirSync(folder).find((name) => (
      !before.includes(name) && !unfinished.test(name) && statSync(join(folder, name)).size > 0
    ));
    const name = await this.driver.wait(whole, PATIENCE, `${selector} saved nothing`);
    const file = join(folder, name);
    return { file, name, text: readFileSync(file, "utf8") };
  }
}
