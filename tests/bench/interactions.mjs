// What a person does once the program runs, pressed with the mouse; the time is that from the press to the paint that shows it.

/** How often each is done in one visit. */
const TIMES = 4;

const first = (selector, fits) => `[...document.querySelectorAll(${JSON.stringify(selector)})].filter((element) => element.checkVisibility()).find(${fits})`;

/** Presses on the patient's page: a list of times by the name of what was done; null where nothing was to be seen within 20 seconds. */
export async function interact(browser) {
  const times = { question: [], answer: [], card: [], sheet: [], code: [], "first language": [], language: [], level: [] };
  const note = async (name, find, done) => {
    const time = await browser.click(find, done);
    if (time !== undefined) times[name].push(time);
  };
  for (let time = 0; time < TIMES; time += 1) {
    await note("question", first("#wishes details.wish:not([open]) > summary", "(summary) => (window.opened = summary.parentElement)"), "() => window.opened.open");
    const label = `${first("#wishes label[for^=answer-]", "(label) => !document.getElementById(label.htmlFor).checked")}`;
    await browser.value(`window.next = ${label}?.htmlFor; window.before = document.querySelector("#sheet").textContent`);
    await note("answer", label, "() => document.getElementById(window.next).checked");
    await note("card", first("#care details:not([open]) > summary", "(summary) => (window.opened = summary.parentElement)"), "() => window.opened.open");
    await browser.value(`window.before = document.querySelector("#paper")?.textContent`);
    await note("sheet", label, `() => document.querySelector("#paper").textContent !== window.before`);
  }
  for (let time = 0; time < 2; time += 1) {
    await browser.value(`window.code = document.querySelector("#code") !== null`);
    await note("code", first("[data-do=code]", "() => true"), `() => (document.querySelector("#code") !== null) !== window.code`);
  }
  const unfold = () => browser.value(`document.querySelector(".how")?.setAttribute("open", "")`);
  for (let time = 0; time < TIMES; time += 1) {
    await unfold();
    const language = time % 2 ? "fr" : "en";
    await note(time ? "language" : "first language", first(`nav a[hreflang=${language}]`, "() => true"), `() => document.documentElement.lang === "${language}"`);
  }
  for (let time = 0; time < 2; time += 1) {
    await unfold();
    const level = time % 2 ? "clear" : "simple";
    await note("level", first(`nav a[data-level=${level}]`, "() => true"), `() => document.querySelector(".document").dataset.level === "${level}"`);
  }
  return times;
}

/** Ends visits at a kiosk: from the wish to erase until the next patient's program says that it lives. */
export function restart(browser) {
  return browser.value(`(async () => {
    const times = [];
    for (let time = 0; time < 3; time += 1) {
      const frame = document.querySelector("#visit iframe");
      const say = (eclaire) => dispatchEvent(new MessageEvent("message", { data: { eclaire }, source: frame.contentWindow }));
      say("begun");
      const begun = performance.now();
      times.push(await new Promise((done) => {
        const hear = ({ source, data }) => {
          if (data?.eclaire !== "live" || source === frame.contentWindow) return;
          removeEventListener("message", hear);
          done(performance.now() - begun);
        };
        addEventListener("message", hear);
        say("erase");
        setTimeout(() => done(null), 60000);
      }));
    }
    return times;
  })()`);
}
