// The pictures of README.md and of docs/: `node --test tests/browser/pictures.mjs`, after `eclaire build`; one of them with
// `--test-name-pattern NAME`. They are made to be looked at, and test nothing.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openHost, inside as insideHost } from "./support/host.mjs";
import { kiosk, press } from "./support/kiosk.mjs";
import { Key, open } from "./support/page.mjs";
import { kiosk as shell, staff } from "./support/shell.mjs";
import { changed, root, temporaryFolder } from "./support/site.mjs";
import { ANSWERS, answer } from "./support/walk.mjs";

const folder = join(root, "docs/pictures");

/** What the window shows. */
async function window(page, name, { width, height = 900 }) {
  await page.command("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
  await page.command("Emulation.setScrollbarsHidden", { hidden: true });
  const { data } = await page.command("Page.captureScreenshot", { format: "webp", quality: 70 });
  writeFileSync(join(folder, `${name}.webp`), Buffer.from(data, "base64"));
}

/** The first page that comes out of the printer, smaller. */
async function paper(page, name, dots = 60) {
  const file = join(temporaryFolder(), "paper");
  writeFileSync(`${file}.pdf`, await page.pdf());
  execFileSync("pdftoppm", ["-r", dots, "-png", "-gray", "-singlefile", `${file}.pdf`, file]);
  // Through the browser once more, which makes a tenth of it.
  await page.driver.get(`file://${file}.png`);
  const { width, height } = await page.run(() => ({ width: document.images[0].naturalWidth, height: document.images[0].naturalHeight }));
  await window(page, name, { width, height });
}

const top = (page, selector) => page.run((selector) => document.querySelector(selector).scrollIntoView({ block: "start" }), selector);

async function answered(options) {
  const page = await open(options);
  for (const [item, question, said] of ANSWERS.slice(1)) await answer(page, item, question, said);
  return page;
}

async function withCode(page) {
  await page.click("[data-do=code]");
  await page.until(() => document.querySelector("#paper svg"));
  return page;
}

/** What a GP hands over, a few keys after the page has opened. */
async function handedOver() {
  const site = changed("practice", (register) => { register.site.page = "https://cabinet-romarin.example/ia/"; });
  const page = await open({ site, path: "/practice/", until: "live" });
  await page.press("e", "c", "g", Key.ARROW_DOWN, Key.SPACE, Key.ENTER);
  await page.until(() => document.querySelector("#slip svg"));
  await page.run(() => scrollTo(0, 0));
  return page;
}

const voices = [{ lang: "fr-FR", name: "Voix", localService: true, default: true }];

async function inKiosk(name, steps, size) {
  const page = await kiosk({ ...size, voices });
  for (const step of steps) await press(page, step);
  await page.run(() => scrollTo(0, 0));
  await window(page, name, size);
}

const portrait = { width: 820, height: 1180 };
const landscape = { width: 1180, height: 820 };

const pictures = {
  phone: async (name) => window(await open({ width: 390 }), name, { width: 390, height: 780 }),
  tablet: async (name) => {
    const page = await answered({ width: 820 });
    await top(page, "#wishes");
    await window(page, name, { width: 820, height: 1000 });
  },
  sheet: async (name) => paper(await withCode(await answered({})), name),
  arabic: async (name) => {
    const page = await answered({});
    await page.sheetIn("ar");
    await paper(await withCode(page), name);
  },
  "kiosk-start": (name) => inKiosk(name, [], portrait),
  "kiosk-portrait": (name) => inKiosk(name, ["begin", "next"], portrait),
  "kiosk-landscape": (name) => inKiosk(name, ["begin", "next", "next"], landscape),
  "kiosk-sheet": (name) => inKiosk(name, ["begin", "next", "next", "next", "next"], landscape),
  "kiosk-staff": async (name) => {
    const page = await shell({ width: 820 });
    await staff(page);
    await window(page, name, landscape);
  },
  practice: async (name) => window(await handedOver(), name, { width: 1280, height: 1000 }),
  slip: async (name) => paper(await handedOver(), name, 90),
  register: async (name) => {
    const page = await open({ site: "practice", path: "/register/", until: "live" });
    await page.click("[data-begin=own]");
    await page.until(() => Boolean(document.querySelector("#preview")?.contentDocument?.querySelector(".document")));
    await page.run(() => scrollTo(0, 0));
    await window(page, name, { width: 1440, height: 1000 });
  },
  poster: async (name) => paper(await open({ path: "/poster/fr/" }), name),
};
for (const host of ["plain", "wordpress", "drupal", "typo3", "strict-csp"]) {
  pictures[`embed-${host}`] = async (name) => {
    const page = await openHost(host, { width: 1000 });
    await insideHost(page, () => {});
    await window(page, name, { width: 1000, height: 800 });
  };
}

for (const [name, make] of Object.entries(pictures)) test(name, () => make(name));
