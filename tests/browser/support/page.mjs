// A page in a real browser: `const page = await open({ site: "practice", width: 360 })`.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { after } from "node:test";
import { Builder, By, Key, logging } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import { proxy } from "./proxy.mjs";
import { serve, temporaryFolder } from "./site.mjs";
import { plain } from "./text.mjs";

export { By, Key };

let driver;
const SECONDS = 1000;

async function browser() {
  if (driver) return driver;
  const options = new chrome.Options().setChromeBinaryPath("/usr/bin/chromium");
  options.addArguments("--headless=new", "--no-sandbox", "--disable-background-networking", "--disable-component-update");
  options.addArguments("--disable-sync", "--disable-quic", `--user-data-dir=${temporaryFolder()}`);
  options.setPerfLoggingPrefs({ enableNetwork: true, enablePage: false });
  const logs = new logging.Preferences();
  logs.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  logs.setLevel(logging.Type.PERFORMANCE, logging.Level.ALL);
  driver = await new Builder()
    .forBrowser("chrome")
    .setChromeOptions(options.setLoggingPrefs(logs))
    .setChromeService(new chrome.ServiceBuilder("/usr/bin/chromedriver"))
    .build();
  return driver;
}

after(() => driver?.quit());

/**
 * Opens a page on an address of its own. `site`, `former`: see site.mjs. `scripts: false` turns JavaScript off. `until`: the value
 * of `data-app` to wait for; nothing is waited for with `null`. The rest is for the proxy.
 */
export async function open(options = {}) {
  const { site = "hospital", former, path = "/", width = 1280, dark = false, scripts = true, ...spoil } = options;
  const { until = scripts && ["/", "/reader/"].includes(path) ? "live" : null } = options;
  await browser();
  const server = await proxy(await serve(site, former), spoil);
  const page = new Page(server);
  await page.command("Emulation.setScriptExecutionDisabled", { value: !scripts });
  await page.look(width, dark);
  await page.sent();
  await page.complaints();
  await driver.get(server.url + path);
  if (until) await page.until((until) => document.documentElement.dataset.app === until, until);
  return page;
}

class Page {
  constructor({ url, requests, release, become }) {
    Object.assign(this, { url, requests, release, become, driver });
  }

  /** The address of another site, for `become`. */
  serve(name, former) {
    return serve(name, former);
  }

  /** Goes to another page of the site. */
  async go(path) {
    await driver.get(this.url + path);
    if (["/", "/reader/"].includes(path)) await this.until(() => document.documentElement.dataset.app === "live");
  }

  /** Waits for the last file, the icon; from here on both counters of requests begin at nothing. */
  async allLoaded() {
    await this.until(() => performance.getEntriesByType("resource").some(({ name }) => name.endsWith("icon.svg")));
    await this.until(() => document.readyState === "complete");
    await this.sent();
    return this.requests.length;
  }

  /** Runs a function in the page. */
  run(code, ...values) {
    return driver.executeScript(code, ...values);
  }

  /** Waits until a function in the page says yes. */
  async until(code, ...values) {
    await driver.wait(() => this.run(code, ...values), 20 * SECONDS, `waited in vain for ${code}`);
  }

  /** A command of the browser's developer tools, and its answer. */
  command(name, values = {}) {
    return driver.sendAndGetDevToolsCommand(name, values);
  }

  /** The size of the window and the colours the patient prefers. */
  async look(width, dark = false) {
    const size = { width, height: 900, deviceScaleFactor: 1, mobile: false };
    await this.command("Emulation.setDeviceMetricsOverride", size);
    const features = [{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }];
    await this.command("Emulation.setEmulatedMedia", { features });
  }

  /** Clicks with the mouse, in the middle of what a patient sees. */
  async click(selector) {
    const element = await this.find(selector);
    await this.run((element) => element.scrollIntoView({ block: "center" }), element);
    await element.click();
  }

  /** An element by selector, or `[selector, text]`: the first that is shown and has this text in it. */
  async find(wanted) {
    const [selector, text] = [wanted].flat();
    const element = await this.run((selector, text) => {
      const tidy = (text) => text.replace(/\s+/g, " ").replace(/’/g, "'");
      const fits = (element) => !text || (element.checkVisibility() && tidy(element.textContent).includes(text));
      return [...document.querySelectorAll(selector)].find(fits);
    }, selector, text);
    if (!element) throw new Error(`there is no ${selector} ${text ?? ""}`);
    return element;
  }

  /** Presses keys, one after the other, on whatever has the focus. */
  press(...keys) {
    return driver.actions().sendKeys(...keys).perform();
  }

  /** The text of an element, shown or not. */
  async text(selector) {
    return plain(await this.run((selector) => document.querySelector(selector)?.textContent, selector));
  }

  /** The text that can be seen. */
  async visible(selector = "body") {
    return plain(await this.run((selector) => document.querySelector(selector)?.innerText, selector));
  }

  /** The ids of everything ticked. */
  ticked() {
    return this.run(() => [...document.querySelectorAll("input:checked")].map((input) => input.id));
  }

  /** Answers every question and asks for everything. */
  tickEverything() {
    return this.run(() => document.querySelectorAll("[type=checkbox], [value=yes]").forEach((input) => input.click()));
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
        told(heading), [...heading.nextElementSibling.querySelectorAll("li")].map(told),
      ]);
    }, side);
    return Object.fromEntries(parts.map(([heading, lines]) => [plain(heading), lines.map(plain)]));
  }

  /** Switches the language as a patient does: with the mouse. */
  async read(language) {
    await this.click(`nav a[hreflang=${language}]`);
    await this.until((language) => document.documentElement.lang === language, language);
  }

  /** Switches the level as a patient does: with the mouse. */
  async readAt(level) {
    await this.click(`nav a[data-level=${level}]`);
    await this.until((level) => document.querySelector(".document").dataset.level === level, level);
  }

  /** What the browser complained about since the last time. */
  async complaints() {
    const entries = await driver.manage().logs().get("browser");
    return entries.filter((entry) => entry.level.value >= logging.Level.WARNING.value).map((entry) => entry.message);
  }

  /** What the browser asked anyone for since the last time, whoever that is. */
  async sent() {
    const entries = await driver.manage().logs().get("performance");
    const messages = entries.map((entry) => JSON.parse(entry.message).message);
    return messages.filter(({ method }) => method === "Network.requestWillBeSent").map(({ params }) => params.request.url);
  }

  /** What a press saves as a file: its path, its name, its text. */
  async saved(selector) {
    const folder = temporaryFolder();
    await this.command("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
    await this.click(selector);
    // The browser reserves the name with an empty file before it writes what is saved: a slow machine shows that moment.
    const whole = () => readdirSync(folder).find((name) => !/\.crdownload$|^\./.test(name) && statSync(join(folder, name)).size > 0);
    await driver.wait(whole, 20 * SECONDS, `${selector} saved nothing`);
    const file = join(folder, whole());
    return { file, name: whole(), text: readFileSync(file, "utf8") };
  }

  /** The page as a printed A4 document. */
  async pdf() {
    const { data } = await this.command("Page.printToPDF", { preferCSSPageSize: true });
    return Buffer.from(data, "base64");
  }
}
