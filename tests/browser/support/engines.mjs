// A page in another browser than Chromium: `const page = await openIn("webkit", { path: "/reader/" })`.
//
// `firefox` is Debian's Firefox ESR. `webkit` is WebKitGTK, the engine of Safari and of every browser on an iPhone or iPad, in
// the small browser that comes with it. Neither has Chromium's developer tools: what leaves is counted by the two servers
// between the browser and the world, and by nothing inside the browser.
import { spawn } from "node:child_process";
import http from "node:http";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after } from "node:test";
import { Builder, Capabilities } from "selenium-webdriver";
import firefox from "selenium-webdriver/firefox.js";
import remote from "selenium-webdriver/remote/index.js";
import { proxy } from "./proxy.mjs";
import { serve, temporaryFolder } from "./site.mjs";
import { PATIENCE, Tab } from "./tab.mjs";

/**
 * The engines of this run. WebKitGTK is asked by hand, `ENGINE=webkit node --test …`, until enough whole runs in a row have passed
 * (README.md says what is known of it).
 */
export const ENGINES = process.env.ENGINE ? [process.env.ENGINE] : ["firefox"];

/** What an engine cannot be asked for, and why: such a test is skipped, and says so. */
export const CANNOT = {
  firefox: {},
  webkit: {
    print: "WebKitWebDriver has no command to print a page to a file",
    backIntoSandbox: "WebKitWebDriver 2.50.6 answers nothing more after Back into a page of no origin; on its screen the page stood as fresh as it had come (30 November 2026)",
  },
};

/** Where a browser tells what a page's policy did not allow. */
const VIOLATED = "/violated";
const running = new Map();
const endings = [];

// A hook that is set while a test runs ends with that test.
after(async () => {
  for (const end of endings.reverse()) await end();
});

/**
 * Opens a page on an address of its own. `site`, `path`, `width`, `until`, `host`: as in page.mjs; the rest is for the proxy.
 * There is one process of each browser for a file of tests.
 */
export async function openIn(engine, options = {}) {
  const { site = "hospital", path = "/", width = 1280, change, host, ...spoil } = options;
  const { until = ["/", "/reader/"].includes(path) ? "live" : null } = options;
  if (!running.has(engine)) {
    running.set(engine, await start[engine]());
    await running.get(engine).driver.manage().setTimeouts({ script: PATIENCE });
  }
  const { driver } = running.get(engine);
  const server = await proxy(await serve(site), { ...spoil, change: telling(change) });
  await driver.manage().window().setRect({ width, height: 900 });
  const page = new Elsewhere(server, running.get(engine));
  await driver.get(host ? await host(server) : server.url + path);
  if (until) await page.says(until);
  return page;
}

class Elsewhere extends Tab {
  constructor(server, { driver, world, downloads }) {
    super(server, driver);
    Object.assign(this, { world, downloads, seen: world.length });
  }

  /** Waits until nothing more is loaded; from here on `requests` and `asked` begin at nothing. */
  async allLoaded() {
    await this.everythingThere();
    this.loaded = this.requests.length;
  }

  /** What the page asked our server for since `allLoaded`, and anyone else since it was opened. */
  asked() {
    const ours = this.requests.slice(this.loaded).map(({ path }) => path).filter((path) => !/^\/favicon\.ico$/.test(path));
    return [...ours, ...this.world.slice(this.seen)];
  }

  /** How often the browser told that the policy of a page was not kept. */
  violations() {
    return this.requests.filter(({ path }) => path === VIOLATED).length;
  }

  /** The page as a printed A4 document. */
  async pdf() {
    return Buffer.from(await this.driver.printPage({ width: 21, height: 29.7 }), "base64");
  }

  /** What a press saves as a file: its path, its name, its text. */
  saved(selector) {
    return this.savedIn(this.downloads(), selector);
  }
}

/** The policy that the server sends is the one in the page, and asks to be told when it is not kept. */
const telling = (change) => (path, answer) => {
  if (path === VIOLATED) return { ...answer, status: 204, body: Buffer.alloc(0) };
  const { headers, ...rest } = change?.(path, answer) || answer;
  const policy = headers["content-security-policy"];
  return { ...rest, headers: policy ? { ...headers, "content-security-policy": `${policy}; report-uri ${VIOLATED}` } : headers };
};

/** A proxy for everything that is not on this machine: it lets nothing through, and lists what was asked for. */
async function theWorld() {
  const asked = [];
  // Firefox itself asks after its settings, and whether there is a network; no page has a hand in it.
  const note = (url) => /^(http:\/\/)?[\w.-]+\.(mozilla\.(com|org|net)|firefox\.com)[:/]/.test(url) || asked.push(url);
  const server = http.createServer(({ url }, response) => {
    note(url);
    response.writeHead(502).end();
  });
  server.on("connect", ({ url }, socket) => {
    note(url);
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  endings.push(() => (server.close(), server.closeAllConnections()));
  const address = `127.0.0.1:${server.address().port}`;
  return { asked, proxy: { proxyType: "manual", httpProxy: address, sslProxy: address, noProxy: ["127.0.0.1", "localhost"] } };
}

const start = {
  async firefox() {
    const { asked, proxy } = await theWorld();
    const folder = temporaryFolder();
    const options = new firefox.Options().setBinary("/usr/bin/firefox-esr").addArguments("-headless").setProxy(proxy);
    options.setPreference("browser.download.folderList", 2).setPreference("browser.download.dir", folder);
    // The list of what was saved opens over the page and takes the focus from it, in whichever test is next.
    options.setPreference("browser.download.alwaysOpenPanel", false);
    const service = new firefox.ServiceBuilder("geckodriver");
    const driver = await new Builder().forBrowser("firefox").setFirefoxOptions(options).setFirefoxService(service).build();
    endings.push(() => driver.quit());
    return { driver, world: asked, downloads: () => folder };
  },

  /** WebKitGTK has no headless mode: it gets a screen that nobody sees. It saves files where its user is at home. */
  async webkit() {
    const { asked, proxy } = await theWorld();
    const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1400x1100x24", "-nolisten", "tcp"], {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    const display = await new Promise((done, fail) => {
      screen.once("error", fail).once("exit", () => fail(new Error("Xvfb ended")));
      screen.stdio[3].once("data", (number) => done(`:${String(number).trim()}`));
    });
    const home = temporaryFolder();
    const environment = { ...process.env, DISPLAY: display, HOME: home, NO_AT_BRIDGE: "1", LIBGL_ALWAYS_SOFTWARE: "1" };
    const service = new remote.DriverService.Builder("/usr/bin/WebKitWebDriver").setLoopback(true).setEnvironment(environment).build();
    // Asked for a proxy as WebDriver does, one in ten of these browsers crashed as it started, and its driver waits for it for
    // ever. Told on its command line, none did.
    const around = [`--proxy=http://${proxy.httpProxy}`, ...proxy.noProxy.map((host) => `--ignore-host=${host}`)];
    const browser = { binary: "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser", args: ["--automation", ...around] };
    const wanted = new Capabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": browser });
    const driver = await new Builder().usingServer(await service.start()).withCapabilities(wanted).build();
    endings.push(() => screen.kill(), () => service.kill(), () => driver.quit());
    return { driver, world: asked, downloads: () => home };
  },
};
