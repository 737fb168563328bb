// A kiosk: the page inside the frame, opened alone, with a clock that can be put forward and voices that can be chosen.
import { open } from "./page.mjs";

/** Where the page inside the frame lies. */
export const VISIT = "/kiosk/visit/";

// The clock goes on only as a test puts it forward, and by what a timer waited for: a slow machine is not an idle patient.
const CLOCK = `(() => {
  const begun = Date.now();
  window.ahead = window.looks = window.set = 0;
  Date.now = () => begun + window.ahead + window.set;
  performance.now = () => window.ahead;
  const { setTimeout: once, setInterval: every } = window;
  window.setTimeout = (step, time = 0) => once(() => { window.ahead += time; step(); }, time);
  window.setInterval = (step, time) => every(() => { step(); window.looks += 1; }, time);
  window.print = () => { window.printed = (window.printed ?? 0) + 1; };
})();`;

/** A device with these voices: it says nothing, and notes what it was asked to say. */
export const device = (voices) => `(() => {
  const synthesis = new EventTarget();
  Object.assign(synthesis, { all: ${JSON.stringify(voices)}, said: [], getVoices: () => synthesis.all });
  synthesis.speak = (utterance) => synthesis.said.push(utterance);
  synthesis.cancel = () => { synthesis.cancelled = (synthesis.cancelled ?? 0) + 1; };
  Object.defineProperty(window, "speechSynthesis", { value: synthesis });
  window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
})();`;

let added;

/** Opens a kiosk. `voices`: those of the device. `settings`: what the staff have set. */
export async function kiosk({ voices = [], settings, height = 1180, width = 820, ...options } = {}) {
  const page = await open({ path: VISIT, until: null, width, ...options });
  if (added) await page.command("Page.removeScriptToEvaluateOnNewDocument", { identifier: added });
  const source = CLOCK + device(voices);
  added = (await page.command("Page.addScriptToEvaluateOnNewDocument", { source })).identifier;
  await size(page, width, height);
  await page.run((name) => (window.name = name), settings ? JSON.stringify(settings) : "");
  await page.go(options.path ?? VISIT);
  if (!options.path) await alive(page);
  return page;
}

/** Waits for the program, and for what it says when everything is there. */
export const alive = (page) => page.until(() => {
  const { app, all } = document.documentElement.dataset;
  return app === "live" && all === "there";
});

/** Turns or changes the tablet. */
export const size = (page, width, height) =>
  page.command("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });

/** Puts the clock forward. */
export const later = (page, seconds) => page.run((seconds) => { window.ahead += seconds * 1000; }, seconds);

/** Sets the clock that can be set: forward, or back. */
export const setClock = (page, seconds) => page.run((seconds) => { window.set += seconds * 1000; }, seconds);

/** Puts the screen out of sight, or back. */
export const turnAway = (page, hidden) => page.run((hidden) => {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event("visibilitychange"));
}, hidden);

/** Waits until the page has looked at its clock once more, as it does every second. */
export async function looked(page) {
  const before = await page.run(() => window.looks);
  await page.until((before) => window.looks > before, before);
}

/** Presses a button of the kiosk, as a finger does that does not tremble: not at once after another. */
export async function press(page, name) {
  await later(page, 1);
  // Behind an open dialog nothing can be pressed.
  const dialog = await page.run(() => document.querySelector("dialog[open]") !== null);
  await page.click(`${dialog ? "dialog[open]" : ":is(.bar, #welcome)"} [data-kiosk=${name}]:not([hidden])`);
  // Whoever has said something is asked once more, and is sure.
  const asked = name === "finish" && !dialog && (await page.run(() => document.querySelector(".bar .sure.shown") !== null));
  if (asked) await press(page, "finish-now");
}

/** The ids of the screens that can be seen. */
export const screens = (page) => page.run(() =>
  [...document.querySelectorAll("main > section, .foot")].filter((one) => one.checkVisibility()).map((one) => one.id || "contacts"));

/** Everything that a visit could have changed. */
export const everything = (page) => page.run(() => ({
  root: [...document.documentElement.attributes].map(({ name, value }) => `${name}=${value}`),
  title: document.title,
  address: location.href,
  history: history.length,
  page: document.getElementById("eclaire").innerHTML,
  ticked: [...document.querySelectorAll("input:checked")].map(({ id }) => id),
  open: document.querySelectorAll("[open]").length,
  focus: document.activeElement.tagName,
  scroll: scrollY,
  selected: String(getSelection()),
}));
