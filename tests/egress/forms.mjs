// Every form in which a page reaches somebody: how it is opened, and how one gets to where the patient's answers are.
import { until } from "./tab.mjs";

const live = (driver) => until(driver, () => document.readyState === "complete" && document.documentElement.dataset.app === "live");
const allThere = (driver) => until(driver, () => {
  const { app, all } = document.documentElement.dataset;
  return document.readyState === "complete" && app === "live" && all === "there";
});
const complete = (driver) => until(driver, () => document.readyState === "complete");

/** Goes into the one frame of a page, and waits there. */
const intoFrame = (selector, wait) => async (driver) => {
  await driver.switchTo().defaultContent();
  const find = () => driver.executeScript((selector) => document.querySelector(selector), selector);
  await driver.wait(async () => {
    await driver.switchTo().defaultContent();
    const frame = await find();
    if (!frame) return false;
    await driver.switchTo().frame(frame);
    return driver.executeScript(() => document.documentElement.dataset.app === "live").catch(() => false);
  }, 300_000, `no living frame ${selector}`);
  await wait(driver);
};

/** The code of somebody who has answered the first question. */
async function codeOfAPatient(driver, site) {
  await openForm(driver, site, "page");
  await driver.executeScript(() => document.querySelector("main input[id^=answer-]").click());
  await driver.executeScript(() => document.querySelector("[data-do=code]").click());
  await until(driver, () => document.querySelector("#code bdi") !== null);
  return driver.executeScript(() => document.querySelector("#code bdi").textContent);
}

/**
 * `enter` waits until everything is there and stands where the answers are; `frame`: it is shown in one; `typed`: what is put
 * into what one can type in, if it is not anything; `asks`: what its own server may be asked for after that.
 */
export const FORMS = {
  page: { address: (site) => `${site.url}/`, enter: allThere },
  "static page": { address: (site) => `${site.url}/en/`, enter: complete },
  link: { address: (site) => `${site.url}/#1.fr.c.kjh`, enter: allThere },
  "single file": { address: (site) => `${site.url}/eclaire.html`, enter: allThere },
  "single file, from a disk": { address: (site) => site.disk(), enter: allThere, disk: true },
  embed: { address: (site) => site.hostUrl, enter: intoFrame("iframe", allThere), frame: true, bare: (site) => `${site.url}/embed/`, bareEnter: complete },
  kiosk: { address: (site) => `${site.url}/kiosk/`, enter: complete, asks: /^GET \/kiosk\// },
  "kiosk, a visit": { address: (site) => `${site.url}/kiosk/`, enter: intoFrame("#visit iframe", allThere), frame: true, bare: (site) => `${site.url}/kiosk/visit/`, bareEnter: complete, asks: /^GET \/kiosk\// },
  practice: { address: (site) => `${site.url}/practice/`, enter: live },
  desk: { address: (site) => `${site.url}/reader/`, enter: live, typed: codeOfAPatient },
  editor: { address: (site) => `${site.url}/register/`, enter: live },
};

/** Opens a form with all its layers. */
export async function openForm(driver, site, name) {
  const form = FORMS[name];
  await driver.switchTo().defaultContent();
  // The same address with another `#` would not be loaded again.
  await driver.get("about:blank");
  await driver.get(form.address(site));
  await form.enter(driver);
}

/** Opens the same page with layers taken away: a page for frames alone, without anything around it that would hold it. */
export async function openBare(driver, site, name) {
  const form = FORMS[name];
  await driver.switchTo().defaultContent();
  await driver.get("about:blank");
  await driver.get((form.bare ?? form.address)(site));
  await (form.bare ? form.bareEnter : complete)(driver);
}
