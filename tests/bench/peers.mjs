// The peers, each with the uses of a register as a person would set it up by its own documentation: one question a use, with what the
// register says of it, opened at once so that the first answer can be given. And the limit: the page's own text without anything else.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the peers are installed: not beside this file, for tests read everything below tests/. */
const PACKAGES = fileURLToPath(new URL("../../target/bench/", import.meta.url));

/** Installs the peers as package-lock.json pins them, the first time and after it has changed. */
function install() {
  const read = (folder, file) => existsSync(join(folder, file)) && readFileSync(join(folder, file), "utf8");
  const here = fileURLToPath(new URL(".", import.meta.url));
  if (read(PACKAGES, "package-lock.json") === read(here, "package-lock.json") && existsSync(join(PACKAGES, "node_modules/orejime"))) return;
  mkdirSync(PACKAGES, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) copyFileSync(join(here, file), join(PACKAGES, file));
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: PACKAGES, stdio: ["ignore", "ignore", "inherit"] });
}

/** What each peer is set up with. `uses`: what a register says of its uses. */
export const PEERS = {
  "Orejime 3.2.1": {
    files: ["orejime/dist/orejime-standard.css", "orejime/dist/orejime-standard-fr.js"],
    before: (uses) => `window.orejimeConfig = ${JSON.stringify({
      privacyPolicyUrl: "/donnees", forceModal: true,
      purposes: uses.map(({ id, title, lines }) => ({ id, title, description: lines.join(" ") })),
    })};`,
    control: ".orejime-Modal input",
  },
  "vanilla-cookieconsent 3.1.0": {
    files: ["vanilla-cookieconsent/dist/cookieconsent.css", "vanilla-cookieconsent/dist/cookieconsent.umd.js"],
    after: (uses) => `CookieConsent.run(${JSON.stringify({
      hideFromBots: false, autoShow: false,
      categories: Object.fromEntries(uses.map(({ id }) => [id, {}])),
      language: { default: "fr", translations: { fr: {
        consentModal: { title: "L’IA dans vos soins", description: "Vous pouvez choisir.", acceptAllBtn: "Tout accepter", acceptNecessaryBtn: "Tout refuser", showPreferencesBtn: "Choisir" },
        preferencesModal: {
          title: "L’IA dans vos soins", acceptAllBtn: "Tout accepter", acceptNecessaryBtn: "Tout refuser", savePreferencesBtn: "Enregistrer", closeIconLabel: "Fermer",
          sections: uses.map(({ id, title, lines }) => ({ title, description: lines.join(" "), linkedCategory: id })),
        },
      } } },
    })}).then(() => CookieConsent.showPreferences());`,
    control: "#cc-main .pm .section__toggle",
  },
  "Klaro 0.7.22": {
    files: ["klaro/dist/klaro.js"],
    before: (uses) => `window.klaroConfig = ${JSON.stringify({
      version: 1, mustConsent: true, acceptAll: true, lang: "fr", groupByPurpose: false, default: false,
      translations: { zz: { privacyPolicyUrl: "/donnees" }, fr: { purposes: { care: "Soins" } } },
      services: uses.map(({ id, title, lines }) => ({ name: id, title, description: lines.join(" "), purposes: ["care"] })),
    })};`,
    control: ".klaro .cm-list-input:not(#service-item-disableAll)",
  },
  "SurveyJS 2.5.38": {
    files: ["survey-core/survey-core.fontless.min.css", "survey-core/survey.core.min.js", "survey-core/i18n/french.min.js", "survey-js-ui/survey-js-ui.min.js"],
    after: (uses) => `{
      const survey = new Survey.Model(${JSON.stringify({
        locale: "fr",
        elements: uses.map(({ id, title, lines }) => ({
          type: "radiogroup", name: id, title, description: lines.join(" "), choices: ["J’accepte", "Je refuse", "J’en parle d’abord"],
        })),
      })});
      survey.render(document.getElementById("survey"));
    }`,
    control: "#survey input[type=radio]",
  },
};

/** Writes a peer's site into a folder. */
export function writePeer(name, uses, folder) {
  const { files, before, after } = PEERS[name];
  install();
  mkdirSync(folder, { recursive: true });
  for (const file of files) copyFileSync(join(PACKAGES, "node_modules", file), join(folder, basename(file)));
  const scripts = files.filter((file) => file.endsWith(".js")).map((file) => basename(file));
  const write = (file, text) => text && writeFileSync(join(folder, file), text);
  write("before.js", before?.(uses));
  write("after.js", after?.(uses));
  const all = [...(before ? ["before.js"] : []), ...scripts, ...(after ? ["after.js"] : [])];
  writeFileSync(join(folder, "index.html"), `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>L’IA dans vos soins</title>
<link rel="icon" href="data:,">
${files.filter((file) => file.endsWith(".css")).map((file) => `<link rel="stylesheet" href="${basename(file)}">`).join("\n")}
${all.map((file) => `<script defer src="${file}"></script>`).join("\n")}
</head>
<body>
<h1>L’IA dans vos soins</h1>
<p>Ici, des logiciels d’intelligence artificielle (IA) aident l’équipe soignante. Usages décrits : ${uses.length}.</p>
<p>Votre soignant et vous prenez la décision médicale, pas l’outil.</p>
<div id="survey"></div>
</body>
</html>
`);
}

/** Writes the limit: every word and every control of a finished page, without its style, its program and its other languages. */
export function writeLimit(site, folder) {
  const page = readFileSync(join(site, "fr/index.html"), "utf8");
  const [title] = page.match(/<title>[^<]*<\/title>/);
  const body = page.match(/<body[^>]*>([^]*)<\/body>/)[1]
    .replace(/<(script|svg|style|template)\b[^]*?<\/\1>/g, "")
    .replace(/<(\w+)\s[^>]*>/g, (tag, name) => `<${name}${[...tag.matchAll(/ (type|name|value|id|for|href|open)="[^"]*"/g)].map(([one]) => one).join("")}>`)
    .replace(/<(span|div|bdi)>|<\/(span|div|bdi)>/g, "");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "index.html"), `<!doctype html>
<html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${title}<link rel="icon" href="data:,">
<style>body{max-width:40em;margin:auto;padding:1em;font:1.1em/1.5 sans-serif}</style>
<body>${body}</body></html>
`);
}
