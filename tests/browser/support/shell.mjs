// The kiosk: a shell, and in it a frame in which a visit lives. Everything but the clocks works in any browser.
import { By, open } from "./page.mjs";
import { PATIENCE } from "./tab.mjs";

export { PATIENCE };

const FRAME = "#visit iframe";

/** Waits until a function in the page says yes. */
export const soon = (page, code, ...values) =>
  page.driver.wait(() => page.run(code, ...values), PATIENCE, `waited in vain for ${code}`);

/** Opens a kiosk and waits until a visit can begin and everything is installed. `opens`: in which browser. */
export async function kiosk({ opens = open, ...options } = {}) {
  const page = await opens({ path: "/kiosk/", until: null, ...options });
  await living(page);
  await soon(page, () => navigator.serviceWorker.controller?.state === "activated");
  return page;
}

/** Does something in the frame, and comes back out. */
export async function inside(page, act) {
  await page.driver.switchTo().frame(await page.driver.findElement(By.css(FRAME)));
  try {
    return await act();
  } finally {
    await page.driver.switchTo().defaultContent();
  }
}

/** Waits until the program in the frame lives. */
export async function living(page) {
  const lives = () => inside(page, () => page.run(() => document.documentElement.dataset.app === "live"));
  await page.untilSeen(lives, "no visit came to life");
}

/** Runs a function in the frame. */
export const runInside = (page, code, ...values) => inside(page, () => page.run(code, ...values));

/** Marks the frame and its document: whether they are still the same can be asked of `isSame`. */
export async function mark(page) {
  await page.run((selector) => { document.querySelector(selector).marked = true; }, FRAME);
}

/** Whether the frame that was marked is still there. */
export const isSame = (page) => page.run((selector) => document.querySelector(selector)?.marked === true, FRAME);

/** Says a word to the shell, as the program in the frame does. */
export const say = (page, word) =>
  runInside(page, (word) => parent.postMessage({ eclaire: word }, "*"), word);

/** Presses in the frame what a patient sees there, as fingers do that do not tremble: not one at once after another. */
export const press = (page, ...selectors) => inside(page, async () => {
  for (const selector of selectors) {
    await page.run(() => {
      for (const clock of [Date, performance]) {
        const now = clock.now.bind(clock);
        clock.now = () => now() + 1000;
      }
    });
    await page.click(selector);
  }
});

/** Waits until whatever the frame has said has come to the shell: it comes from another process, and in its order. */
export async function arrived(page) {
  await page.run(() => {
    window.arrived = false;
    addEventListener("message", ({ data }) => { window.arrived ||= data === "arrived"; });
  });
  await runInside(page, () => parent.postMessage("arrived", "*"));
  await soon(page, () => window.arrived);
}

/** From the first screen to one's wishes. */
export const toWishes = ["[data-kiosk=begin]", ".jump summary", ".jump a[href='#wishes']"];

/** A short visit: something is answered. */
export async function answerSomething(page) {
  await press(page, ...toWishes, "#wishes label[for^=answer-][for$=_no]");
  await arrived(page);
}

/** What is ticked in the frame. */
export const ticked = (page) =>
  runInside(page, () => [...document.querySelectorAll("input:checked:not([data-picture])")].map((input) => input.id).filter((id) => /^(answer|ask)-/.test(id)));

/** Presses “I have finished, erase everything”, and waits for the next visit. */
export async function erase(page) {
  await mark(page);
  await press(page, ".bar [data-kiosk=finish]");
  // Whoever has said something is asked once more, and is sure; after a visit in which nothing was said the frame may be gone already.
  const asked = await runInside(page, () => document.querySelector(".bar .sure.shown") !== null).catch(() => false);
  if (asked) await press(page, ".bar [data-kiosk=finish-now]");
  await page.driver.wait(async () => !(await isSame(page)), PATIENCE, "the frame stayed");
  await living(page);
}

/**
 * So many short visits, one after the other, at one go inside the page: each begins, is erased, and the next frame comes to life.
 * The frame's words are said in its name; that the next lives, the frame says itself.
 */
export const visits = (page, number) => page.driver.executeAsyncScript((selector, number, done) => {
  const frame = () => document.querySelector(selector)?.contentWindow;
  const visit = () => {
    for (const eclaire of ["begun", "erase"]) dispatchEvent(new MessageEvent("message", { data: { eclaire }, source: frame() }));
  };
  const hear = ({ source, data }) => {
    if (data?.eclaire !== "live" || source !== frame()) return;
    number -= 1;
    if (number > 0) return visit();
    removeEventListener("message", hear);
    done();
  };
  addEventListener("message", hear);
  visit();
}, FRAME, number);

/** Opens the staff's screen. */
export async function staff(page) {
  await press(page, "#welcome [data-kiosk=staff]");
  await soon(page, () => document.getElementById("staff").open);
}

/** Gives the shell a clock that only the test moves on: `await clock(page)`, then `await forward(page, seconds)`. */
export const clock = (page) => page.run(() => {
  let shift = 0;
  for (const what of [performance, Date]) {
    const begun = what.now();
    what.now = () => begun + shift;
  }
  window.forward = (seconds) => { shift += seconds * 1000; };
});

export const forward = (page, seconds) => page.run((seconds) => window.forward(seconds), seconds);

/** From the next page on the shell's steps are made by the test: `await steps(page, 12)`. Gives what ends that. */
export async function holdSteps(page) {
  const hold = () => {
    if (window !== top) return;
    const real = window.setInterval;
    window.steps = [];
    window.setInterval = (step, time) => (time === 5000 ? window.steps.push(step) : real(step, time));
  };
  const { identifier } = await page.command("Page.addScriptToEvaluateOnNewDocument", { source: `(${hold})()` });
  return () => page.command("Page.removeScriptToEvaluateOnNewDocument", { identifier });
}

export const steps = (page, number) =>
  page.run((number) => { for (let n = 0; n < number; n += 1) window.steps.forEach((step) => step()); }, number);
