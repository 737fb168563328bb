// A patient who presses anything: runs whole inside the page, and needs nothing from outside. What it presses is told by its seed.

/**
 * Presses so many controls that can be seen, drawn by `seed`, and looks after each whether the page is still what it promises: everything
 * ticked is what was ticked, each question stands on the sheet once, and is open there if nothing answers it; there is text; nothing complains.
 * Gives what was pressed, and what was wrong. `waits`: how long a language may take to come, in milliseconds.
 */
export async function wander({ seed, steps, waits }) {
  const root = document.documentElement;
  const live = root.dataset.app === "live";
  const [pressed, wrong] = [[], []];
  const say = (what) => wrong.push(`${what}, after ${pressed.slice(-6).join(" > ")}`);

  // mulberry32: the same seed gives the same walk in every engine.
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const oneOf = (all) => all[Math.floor(random() * all.length)];
  const pause = (time) => new Promise((done) => setTimeout(done, time));

  const fail = ({ message, reason }) => say(`an error: ${message ?? reason}`);
  addEventListener("error", fail);
  addEventListener("unhandledrejection", fail);
  const { warn, error } = console;
  console.warn = console.error = (...words) => say(`the console: ${words.join(" ")}`);
  // No dialog of the browser, and nothing in a folder: what comes out is looked at elsewhere.
  window.print = () => {};
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function () { if (!this.download) click.call(this); };

  const input = (control) => (control.matches("label[for]") ? document.getElementById(control.htmlFor) : control);
  const isTick = (control) => input(control)?.matches("input") ?? false;
  /** The control itself, of which one in a card is a copy. */
  const name = (id) => id.replace(/^here-/, "");
  // How one reads, and which state a picture shows, is nothing said.
  const isOther = "[data-picture], [id^=set-], #moments input";
  const ticked = () => new Set([...document.querySelectorAll("input:checked")].filter((one) => !one.matches(isOther)).map((one) => name(one.id)));

  const leads = live ? "nav a[hreflang], nav a[data-level], " : "";
  // What ends a visit, or is the staff's, is pressed by whoever walks between the visits.
  const ends = "[data-kiosk^=finish], [data-kiosk=staff], [data-kiosk=spare], [type=reset] ~ *, a[download], [disabled], [aria-disabled=true]";
  const controls = () => [...document.querySelectorAll(`${leads}a[href^="#"], button, summary, label[for]`)]
    .filter((one) => one.checkVisibility() && !one.matches(ends) && !one.closest("[inert]"));
  /** A kind of control first, then one of it: there are a hundred answers for each switch of language. */
  const kind = (one) => ["nav a", "nav summary", "summary", "label[for^=answer-]", "label[for^=here-]", "label", "button", "a.change", "a"].find((of) => one.matches(of));
  const draw = () => {
    const all = controls();
    // A dialog keeps everything else away.
    const modal = document.querySelector("dialog[open]");
    const may = modal ? all.filter((one) => modal.contains(one)) : all;
    const drawn = oneOf([...new Set(may.map(kind))]);
    return oneOf(may.filter((one) => kind(one) === drawn));
  };
  const told = (one) => one.id || one.htmlFor || one.getAttribute("href") || one.dataset.kiosk || one.dataset.do || `${one.localName} “${one.textContent.trim().slice(0, 30)}”`;

  /** What may differ after a press: ids that it may tick or untick. */
  const mayChange = (one, before) => {
    if (isTick(one)) {
      const { name: group } = document.getElementById(name(input(one).id)) ?? input(one);
      return [...document.querySelectorAll("input")].filter((other) => other.name === group).map((other) => name(other.id));
    }
    const around = one.matches("button") && one.closest("fieldset, .question");
    if (around) return [...around.querySelectorAll("input")].map((other) => name(other.id));
    return one.matches("[type=reset]") ? [...before] : [];
  };

  const onSheet = () => {
    if (!live || !document.getElementById("paper")) return;
    for (const question of document.querySelectorAll("fieldset[id^=question-]")) {
      const lines = [...document.querySelectorAll(`#paper a.change[href="#${question.id}"]`)];
      if (lines.length !== 1) {
        say(`${question.id} stands on the sheet ${lines.length} times`);
        continue;
      }
      const open = lines[0].closest("li").querySelector(".open") !== null;
      if (open === (question.querySelector("input:checked") !== null)) say(`${question.id} is ${open ? "open" : "answered"} on the sheet`);
    }
  };

  for (let step = 0; step < steps && wrong.length < 5; step += 1) {
    const one = draw();
    if (!one) {
      say("there is nothing to press");
      break;
    }
    pressed.push(told(one));
    const [before, may] = [ticked(), mayChange(one, ticked())];
    const { hreflang } = one.matches("nav a") ? one : {};
    // A finger that does not tremble.
    const now = performance.now.bind(performance);
    performance.now = () => now() + 1000;
    one.click();
    await pause(0);
    for (let waited = 0; hreflang && root.lang !== hreflang && waited < waits; waited += 20) await pause(20);
    if (hreflang && root.lang !== hreflang) say(`${hreflang} did not come`);
    await pause(0);

    const after = ticked();
    for (const id of [...before, ...after]) {
      if (before.has(id) !== after.has(id) && !may.includes(id)) say(`${id} is ${after.has(id) ? "ticked by itself" : "lost"}`);
    }
    if (isTick(one) && !one.matches(isOther)) {
      const real = document.getElementById(name(input(one)?.id ?? "")) ?? input(one);
      if (real?.type === "radio" && !real.matches(isOther) && !after.has(real.id)) say(`${real.id} was not ticked`);
    }
    onSheet();
    // The shortest there is, at the end of a kiosk's short way, has 190 characters.
    if (document.body.innerText.trim().length < 150) say("a blank screen");
    if ((root.dataset.app === "live") !== live) say("the program is gone");
  }

  removeEventListener("error", fail);
  removeEventListener("unhandledrejection", fail);
  Object.assign(console, { warn, error });
  HTMLAnchorElement.prototype.click = click;
  return { pressed: pressed.length, wrong };
}
