// A page in Chromium: `const page = await open({ site: "practice", width: 360 })`.
import { after } from "node:test";
import { Builder, By, Key, logging } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import { proxy } from "./proxy.mjs";
import { serve, temporaryFolder } from "./site.mjs";
import { PATIENCE, Tab } from "./tab.mjs";

export { By, Key };

let driver;

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
  await driver.manage().setTimeouts({ script: PATIENCE });
  return driver;
}

after(() => driver?.quit());

/**
 * Opens a page on an address of its own. `site`, `former`: see site.mjs. `scripts: false` turns JavaScript off. `until`: the value
 * of `data-app` to wait for; nothing is waited for with `null`. `host`: a function that gives the address of another page, to be
 * opened instead (host.mjs). The rest is for the proxy.
 */
export async function open(options = {}) {
  const { site = "hospital", former, path = "/", width = 1280, dark = false, scripts = true, host, ...spoil } = options;
  const { until = scripts && ["/", "/reader/"].includes(path) ? "live" : null } = options;
  await browser();
  const server = await proxy(await serve(site, former), spoil);
  const page = new Page(server, driver);
  await page.command("Emulation.setScriptExecutionDisabled", { value: !scripts });
  await page.look(width, dark);
  await page.sent();
  await page.complaints();
  await driver.get(host ? await host(server) : server.url + path);
  // Whoever went past the last stop with Tab is in the browser's own bar, on the next page too.
  await page.command("Page.bringToFront");
  if (until) await page.says(until);
  return page;
}

/** What only the developer tools of Chromium can do, and the rest as every browser does it. */
class Page extends Tab {
  /** Waits until everything is there; from here on both counters of requests begin at nothing. */
  async allLoaded() {
    await this.everythingThere();
    await this.sent();
    return this.requests.length;
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
    await this.command("Emulation.setEmulatedMedia", { media: "", features });
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
    return this.savedIn(folder, selector);
  }

  /** The page as a printed A4 document. */
  async pdf() {
    const { data } = await this.command("Page.printToPDF", { preferCSSPageSize: true });
    return Buffer.from(data, "base64");
  }
}
