// The browsers, as Debian brings them, told to leave their own errands.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import firefox from "selenium-webdriver/firefox.js";

/** What Firefox asks for by itself, switched off: its settings, its updates, whether there is a network. */
const QUIET = {
  "app.normandy.enabled": false, "app.update.enabled": false, "browser.region.update.enabled": false, "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false, "browser.safebrowsing.blockedURIs.enabled": false, "browser.safebrowsing.downloads.enabled": false,
  "browser.search.update": false, "datareporting.policy.dataSubmissionEnabled": false, "dom.push.connection.enabled": false, "extensions.update.enabled": false,
  "network.captive-portal-service.enabled": false, "network.connectivity-service.enabled": false, "network.trr.mode": 5, "toolkit.telemetry.enabled": false,
  "services.settings.server": "data:,", "browser.topsites.contile.enabled": false, "privacy.trackingprotection.enabled": false, "messaging-system.rsexperimentloader.enabled": false,
};

export const BROWSERS = {
  chromium: {
    version: () => execFileSync("chromium", ["--version"], { encoding: "utf8" }).trim(),
    async start(profile, { resolve }) {
      const options = new chrome.Options().setChromeBinaryPath("/usr/bin/chromium");
      options.addArguments("--headless=new", "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic", `--user-data-dir=${profile}`);
      if (resolve) options.addArguments(`--host-resolver-rules=${resolve}`);
      options.setAlertBehavior("dismiss");
      return new Builder().forBrowser("chrome").setChromeOptions(options).setChromeService(new chrome.ServiceBuilder("/usr/bin/chromedriver")).build();
    },
  },
  firefox: {
    version: () => execFileSync("firefox-esr", ["--version"], { encoding: "utf8" }).trim(),
    async start() {
      const options = new firefox.Options().setBinary("/usr/bin/firefox-esr").addArguments("-headless").setAlertBehavior("dismiss");
      for (const [name, value] of Object.entries(QUIET)) options.setPreference(name, value);
      return new Builder().forBrowser("firefox").setFirefoxOptions(options).setFirefoxService(new firefox.ServiceBuilder("geckodriver")).build();
    },
  },
};

/** Starts one with a profile that is thrown away. `resolve`: which names are this machine, where no name server of ours is asked. */
export async function start(name, { resolve } = {}) {
  const profile = mkdtempSync(join(tmpdir(), "eclaire-egress-profile-"));
  // On a busy machine a browser sometimes does not come up in the time its driver gives it.
  const begin = () => BROWSERS[name].start(profile, { resolve });
  const driver = await begin().catch(begin).catch(begin);
  await driver.manage().setTimeouts({ script: 300_000, pageLoad: 300_000 });
  return {
    driver,
    end: async () => {
      await driver.quit().catch(() => {});
      try {
        rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
      } catch {
        // It still writes as it ends; the system clears its own temporary folder.
      }
    },
  };
}
