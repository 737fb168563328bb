// What is measured: the forms of Éclaire, of an older Éclaire, the peers and the limit. A subject says what lies in its folder, at which
// address it begins, which control is a patient's first, and how one sees that its program runs.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PEERS, writeLimit, writePeer } from "./peers.mjs";
import { register, told, understood } from "./registers.mjs";

const live = () => document.documentElement?.dataset.app === "live";
/** The answers to the questions: not what picks a picture or what brings somebody here. */
const QUESTIONS = "main input[id^=answer-]";
/** A link that names one use, as it is printed on paper since November 2026: the reading of an ECG, which every register here has. */
const LINK = "#1.fr.c.8y9";

/** The forms of Éclaire by name. Every one is the whole thing: what it shows, what can be pressed first, when its program runs. */
export const FORMS = {
  page: { path: "/", control: QUESTIONS, there: live, interactions: true },
  embed: { host: true, path: "/embed/", control: QUESTIONS, there: live, frame: true },
  "single-file": { path: "/eclaire.html", control: QUESTIONS, there: live },
  link: { path: `/${LINK}`, control: QUESTIONS, there: () => document.documentElement?.dataset.app === "live" && document.querySelector("#named-place a") !== null },
  kiosk: { path: "/kiosk/", control: "[data-kiosk=begin]", there: live, frame: true, restart: true },
  practice: { path: "/practice/", control: "main input[type=checkbox]", there: live },
};

/** The site of a release with so many uses; without a program there is only the one that the release is. */
function bake({ site, program }, uses, root, folder) {
  if (!program) return uses === 19 ? site : undefined;
  const out = join(folder, "site");
  mkdirSync(folder, { recursive: true });
  const { register: text, left } = understood(register(uses, root), site);
  if (left.length) console.error(`${site} does not know ${left.join(", ")}: left out there`);
  writeFileSync(join(folder, "register.json"), JSON.stringify(text));
  execFileSync(program, ["bake", "--dist", site, "--register", join(folder, "register.json"), "--out", out], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  return out;
}

/**
 * Everything that is measured with so many uses, as `{ name, form, uses, folder, path, page, … }`. `releases`: by the name under which
 * each stands in the table. `only`: the forms wanted.
 */
export function subjects({ releases, uses, only, root, folder, peers }) {
  const all = [];
  for (const [name, release] of Object.entries(releases)) {
    const site = bake(release, uses, root, join(folder, `${name}-${uses}`));
    if (!site) continue;
    for (const form of only) all.push({ name, form, uses, folder: site, ...FORMS[form] });
    if (all.some(({ name }) => name === "limit") || !only.includes("page") || !peers) continue;
    const at = join(folder, `limit-${uses}`);
    writeLimit(site, at);
    all.push({ name: "limit", form: "page", uses, folder: at, path: "/", control: QUESTIONS, there: () => document.readyState === "complete" });
  }
  if (!only.includes("page") || !peers) return all;
  const said = told(register(uses, root), root);
  for (const [name, { control }] of Object.entries(PEERS)) {
    const at = join(folder, `${name.replace(/\W+/g, "-")}-${uses}`);
    writePeer(name, said, at);
    all.push({ name, form: "page", uses, folder: at, path: "/", control, there: `() => document.querySelector(${JSON.stringify(control)}) !== null` });
  }
  return all;
}

/** A page of somebody else with the embed on it, as the build says to paste it; the site is another one to the browser. */
export function hostPage(folder, port) {
  const frame = readFileSync(join(folder, "embed/frame.txt"), "utf8").replace(/src="[^"]*"/, `src="http://localhost:${port}/embed/"`).replace(' loading="lazy"', "");
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Hôpital</title>
<link rel="icon" href="data:,"><body><h1>Hôpital</h1>${frame}</body></html>`;
}
