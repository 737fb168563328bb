// What arrives while a form is used, and when it is made to leak.
import { attempts, CHANNELS, NAVIGATIONS } from "./channels.mjs";
import { FORMS, openBare, openForm } from "./forms.mjs";
import { LAYERS } from "./site.mjs";
import { alone, pause, pressEverything, silence, until } from "./tab.mjs";

/** What browsers ask for by themselves, also without any page: their makers, and the search engines that they come with. */
export const ERRANDS = /(^|\.)(google|googleapis|gstatic|gvt1|duckduckgo|mozilla|firefox|debian)\.(com|net|org)$/;

/** Every attempt has a number of its own. */
let number = 0;

/**
 * Walks a form: everything is pressed, in each language, after it has said that all is there. What its own server was asked for since,
 * what others were sent, which names were asked for.
 */
export async function walkForm(driver, site, world, form) {
  site.off([]);
  const typed = await FORMS[form].typed?.(driver, site);
  await openForm(driver, site, form);
  // A kiosk keeps its files with a service worker, which fetches them once: that is before all is there.
  await pause(form.startsWith("kiosk") ? 5000 : 1000);
  const [asked, arrived, names] = [site.asked.length, world.arrived.length, world.asked.length];
  // What has been pressed brings more: the rest of a form, what a desk makes of a code.
  const press = async () => {
    let presses = 0;
    for (let round = (number += 1), more = 1, times = 0; more > 0 && times < 30; times += 1) {
      more = await driver.executeScript(pressEverything, round, typed).catch(() => 0);
      presses += more;
      await pause(300);
    }
    return presses;
  };
  let presses = await press();
  // On a page without its program a link leads to another page, which is asked for.
  const others = await driver.executeScript(() => {
    const { app, form } = document.documentElement.dataset;
    if (app !== "live" || !form) return [];
    const named = document.querySelectorAll("nav a[data-language][hreflang], input[data-setting=language]");
    const languages = new Set([...named].map(({ hreflang, value }) => hreflang ?? value));
    return [...[...languages].filter((one) => one !== document.documentElement.lang), document.documentElement.lang];
  });
  // A link on a page, a control at a kiosk.
  const ways = (setting, link, value) => [`nav a[${link}=${value}], input[data-setting=${setting}][value=${value}]`, setting, value];
  for (const [way, setting, value] of others.flatMap((language) => [
    ways("language", "hreflang", language), ways("level", "data-level", "simple"), ways("level", "data-level", "clear"),
  ])) {
    const switched = await driver.executeScript((way) => {
      const found = [...document.querySelectorAll(way)].find((one) => one.ariaCurrent !== "true" && !one.checked);
      found?.click();
      return Boolean(found);
    }, way).catch(() => false);
    if (!switched) continue;
    await until(driver, (setting, value) => {
      const { lang, dataset } = document.querySelector(".document");
      return (setting === "language" ? lang : dataset.level) === value;
    }, setting, value);
    await pause(300);
    presses += await press();
  }
  // Whoever ends a visit at a kiosk, and says so twice, ends the page too.
  for (const end of ["finish", "finish-now"]) {
    presses += await driver.executeScript((end) => {
      const button = document.querySelector(`[data-kiosk=${end}]`);
      button?.click();
      return button ? 1 : 0;
    }, end).catch(() => 0);
    await pause(1500);
  }
  return {
    presses,
    own: site.asked.slice(asked),
    others: world.arrived.slice(arrived).map(({ how, text }) => `${how} ${text}`),
    names: [...new Set(world.asked.slice(names))].filter((name) => !ERRANDS.test(name)),
  };
}

/** Makes attempts in the page in which the driver stands. */
async function attempt(driver, world, tried) {
  const failed = await driver.executeScript(attempts(tried.map(({ number, act }) => [number, act]))).catch((error) => error.message);
  const made = await driver.executeScript(() => Number(document.documentElement.dataset.made)).catch((error) => error.message);
  // Who leads away may take the answer with it; of the others all have to have been made, or silence would prove nothing.
  if (tried.length > 1 && made !== tried.length) throw new Error(`${made} of ${tried.length} attempts were made: ${failed}`);
  await silence(world);
}

const numbered = (channels) => Object.entries(channels).map(([channel, act]) => ({ channel, act, number: (number += 1) }));

/** What of WebRTC arrives carries no number: it is told by where it arrives. */
const UNNUMBERED = { "WebRTC, STUN": "stun", "WebRTC, TURN over UDP": "turn", "WebRTC, TURN over TCP": "turn-tcp" };

/** By which ways each attempt has arrived, of everything since the collector had `from`. */
function arrivedOf(world, tried, from) {
  const since = new Set(world.arrived.slice(from).map(({ how }) => how));
  return Object.fromEntries(tried.map(({ channel, number }) => {
    const way = UNNUMBERED[channel];
    return [channel, [...world.of(number), ...(since.has(way) ? [way] : [])]];
  }));
}

/**
 * Tries each channel in a form, with what holds it and without anything. Says by which ways each arrived. `known`: navigations whose way
 * out without layers has been seen in this browser already; they are the browser's, whichever page begins them.
 */
export async function leak(begin, site, world, form, { channels = CHANNELS, navigations = NAVIGATIONS, known } = {}) {
  const found = {};
  for (const [key, off, enter] of [["held", [], openForm], ["bare", Object.keys(LAYERS), openBare]]) {
    // A browser that has seen nothing: a kiosk's page would come from what it keeps.
    const { driver, end } = await begin();
    try {
      const first = await driver.getWindowHandle();
      site.off(off);
      const all = [];
      const from = world.arrived.length;
      const fresh = async () => {
        await alone(driver, first);
        await enter(driver, site, form);
      };
      await fresh();
      const together = numbered(channels);
      await attempt(driver, world, together);
      all.push(...together);
      // Each of these has the page for itself.
      for (const one of key === "bare" && known ? [] : numbered(navigations)) {
        await fresh();
        await attempt(driver, world, [one]);
        all.push(one);
      }
      found[key] = arrivedOf(world, all, from);
    } finally {
      await end();
    }
  }
  site.off([]);
  return Object.keys(found.held).map((channel) => ({ channel, bare: found.bare[channel] ?? known[channel], held: found.held[channel] }));
}

/** What each layer holds: which channels arrive if it alone is missing, and how many if it is the only one. */
export async function layersOf(driver, site, world, form, layers) {
  const first = await driver.getWindowHandle();
  const arrive = async (off) => {
    site.off(off);
    await alone(driver, first);
    await (off.includes("isolation") && FORMS[form].frame ? openBare : openForm)(driver, site, form).catch(() => {});
    const [together, from] = [numbered(CHANNELS), world.arrived.length];
    await attempt(driver, world, together);
    const seen = arrivedOf(world, together, from);
    const told = world.arrived.filter((one) => together.some(({ number }) => one.number === String(number)) && one.referer).length;
    const powers = await driver.executeScript(() => document.featurePolicy?.allowedFeatures().length).catch(() => undefined);
    return { channels: Object.keys(seen).filter((one) => seen[one].length), told, powers };
  };
  const none = await arrive(layers);
  const whole = await arrive([]);
  const found = [{ layer: "none", ...none }, { layer: "all", ...whole }];
  for (const layer of layers) {
    found.push({ layer: `all but ${layer}`, ...(await arrive([layer])) });
    found.push({ layer: `only ${layer}`, ...(await arrive(layers.filter((one) => one !== layer))) });
  }
  site.off([]);
  return found;
}
