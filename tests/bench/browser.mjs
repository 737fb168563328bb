// Chromium as a cheap tablet on a guest Wi-Fi: `const browser = await Browser.start(); await browser.visit(...)`.
//
// Sites and sandboxed frames share one process, as on an Android device with little memory; so what slows the page slows its frames.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";

/** How much slower than this machine, and what network. */
export const SLOWER = 6;
export const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
/** After so long a subject that is not there counts as never there, in milliseconds. */
export const LIMIT = 60_000;
/** So long nothing long may run before a page counts as quiet. */
const QUIET = 1000;
const PROBE = readFileSync(new URL("probe.js", import.meta.url), "utf8").replace(/^(\/\/.*\n)+/, "").trim();
const sleep = (time) => new Promise((done) => setTimeout(done, time));

export class Browser {
  static async start() {
    const browser = new Browser();
    browser.folder = mkdtempSync(join(tmpdir(), "eclaire-bench-chromium-"));
    const options = new chrome.Options().setChromeBinaryPath("/usr/bin/chromium");
    options.addArguments("--headless=new", "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync");
    options.addArguments("--disable-quic", `--user-data-dir=${browser.folder}`, "--disable-site-isolation-trials");
    options.addArguments("--disable-features=IsolateOrigins,site-per-process,IsolateSandboxedIframes,SpareRendererForSitePerProcess");
    browser.driver = await new Builder().forBrowser("chrome").setChromeOptions(options.setPageLoadStrategy("none"))
      .setChromeService(new chrome.ServiceBuilder("/usr/bin/chromedriver")).build();
    return browser;
  }

  async stop() {
    await Promise.race([this.driver.quit().catch(() => {}), sleep(10_000)]);
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  command(name, values = {}) {
    return this.driver.sendAndGetDevToolsCommand(name, values);
  }

  /** The value of an expression in the page; promises are waited for. */
  async value(expression) {
    const { result, exceptionDetails } = await this.command("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true });
    if (exceptionDetails) throw new Error(`${exceptionDetails.exception?.description ?? exceptionDetails.text}: ${expression.slice(0, 200)}`);
    return result.value;
  }

  /** Opens an address in a new tab with nothing kept, and waits until it is there and quiet. Gives what was seen. */
  async visit(url, { control, there, frame = false }, { slow = true } = {}) {
    await this.driver.switchTo().newWindow("tab");
    await this.command("Emulation.setDeviceMetricsOverride", { width: 820, height: 1180, deviceScaleFactor: 1, mobile: false });
    await this.command("Network.enable");
    await this.command("Network.clearBrowserCache");
    await this.command("Network.setBypassServiceWorker", { bypass: true });
    await this.command("Performance.enable");
    const wanted = `{ control: ${JSON.stringify(control ?? null)}, frame: ${frame}, there: ${there} }`;
    await this.command("Page.enable");
    await this.command("Page.addScriptToEvaluateOnNewDocument", { source: `(${PROBE})(${wanted});` });
    if (slow) {
      await this.command("Network.emulateNetworkConditions", NETWORK);
      await this.command("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    }
    const begun = Date.now();
    await this.command("Page.navigate", { url });
    let seen;
    for (;;) {
      await sleep(500);
      seen = (await this.value("window.probe && location.protocol !== 'about:' ? probe.report() : null").catch(() => null)) ?? seen;
      const long = Math.max(0, ...(seen?.long ?? []).map(([start, duration]) => start + duration));
      const is = seen && seen.there !== null && (!control || seen.first !== null);
      if (is && seen.now - Math.max(seen.there, seen.first ?? 0, long) > QUIET) break;
      if (Date.now() - begun > LIMIT + (is ? 30_000 : 0)) break;
    }
    if (!seen) return { there: null, first: null, paint: null, long: [] };
    return seen;
  }

  /** Where the time of the tab went until now, in milliseconds, and what it holds, in bytes. */
  async metrics() {
    await this.command("HeapProfiler.collectGarbage");
    const { metrics } = await this.command("Performance.getMetrics");
    const of = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    const time = (name) => of[name] * 1000;
    return { script: time("ScriptDuration"), layout: time("LayoutDuration"), style: time("RecalcStyleDuration"), task: time("TaskDuration"), heap: of.JSHeapUsedSize, own: this.own() };
  }

  /** What the newest tab's process has for itself alone, in bytes: the document too, which is in no heap. */
  own() {
    const processes = new Map();
    for (const id of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      try {
        const command = readFileSync(`/proc/${id}/cmdline`, "utf8");
        const status = readFileSync(`/proc/${id}/status`, "utf8");
        const of = (key) => Number(status.match(new RegExp(`^${key}:\\s+(\\d+)`, "m"))?.[1]);
        processes.set(Number(id), { id: Number(id), parent: of("PPid"), command, anonymous: of("RssAnon") * 1024 });
      } catch {
        // It has just ended.
      }
    }
    const ours = ({ command, parent }) => command.includes(this.folder) || (processes.has(parent) && ours(processes.get(parent)));
    const tabs = [...processes.values()].filter((one) => one.command.includes("--type=renderer") && ours(one));
    return tabs.sort((one, other) => other.id - one.id)[0]?.anonymous;
  }

  /** A click with the mouse on the first element that `find`, an expression, gives; until the paint in which `done` says yes. */
  async click(find, done) {
    const at = await this.value(`(async () => {
      const element = ${find};
      if (!element) return null;
      element.scrollIntoView({ block: "center", behavior: "instant" });
      await new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)));
      await new Promise((idle) => setTimeout(idle, 300));
      element.scrollIntoView({ block: "center", behavior: "instant" });
      const { x, y, width, height } = element.getBoundingClientRect();
      window.armed = probe.arm(${done});
      return { x: x + Math.min(width / 2, 40), y: y + height / 2 };
    })()`);
    if (!at) return undefined;
    for (const type of ["mousePressed", "mouseReleased"]) {
      await this.command("Input.dispatchMouseEvent", { type, ...at, button: "left", clickCount: 1 });
    }
    return this.value("Promise.race([window.armed, new Promise((done) => setTimeout(() => done(null), 25_000))])");
  }

  /** Closes the tab of the last visit. */
  async leave() {
    await this.driver.close();
    const [first] = await this.driver.getAllWindowHandles();
    await this.driver.switchTo().window(first);
  }
}
