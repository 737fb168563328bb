// The egress test: what leaves a page, and what could. One command, on this machine alone:
//
//     node tests/egress/run.mjs [--browser chromium] [--form page] [--part walk] [--site FOLDER] [--out FOLDER]
//
// With a browser, a form or a part (walk, leak, layers) named, the rest of the report stays as it was.
// It gives itself a network of its own in which there is nothing but itself (Linux, `unshare`), with a name server that notes who asks
// for what. First every form is walked, and whatever arrives after the page has said that all is there is counted. Then each channel of
// channels.mjs is tried inside each form, with the site's own headers and with none. The report goes to public/dpo/, from where
// every site takes it.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { BROWSERS, start } from "./browsers.mjs";
import { collector } from "./collector.mjs";
import { FORMS } from "./forms.mjs";
import { leak, layersOf, walkForm } from "./measure.mjs";
import { markdown } from "./report.mjs";
import { LAYERS, root, serveSite } from "./site.mjs";

const { values } = parseArgs({
  options: {
    browser: { type: "string", multiple: true }, form: { type: "string", multiple: true }, part: { type: "string", multiple: true },
    site: { type: "string", default: join(root, "dist") }, out: { type: "string", default: join(root, "public/dpo") },
  },
});

if (!process.env.ECLAIRE_EGRESS) {
  if (!existsSync(join(values.site, "eclaire.html"))) {
    console.error(`${values.site} holds no site: run cargo run -- build first.`);
    process.exit(1);
  }
  // A network with two ends of one wire, both here; a name server at 127.0.0.1.
  const names = join(mkdtempSync(join(tmpdir(), "eclaire-names-")), "resolv.conf");
  writeFileSync(names, "nameserver 127.0.0.1\n");
  const inside = `set -e; ip link set lo up; ip link add here type veth peer name there; ip addr add 192.0.2.1/24 dev here
    ip link set here up; ip link set there up; ip route add default dev here
    mount --bind ${names} /etc/resolv.conf; exec "$@"`;
  const own = process.getuid() === 0 ? [] : ["--map-root-user"];
  const ended = spawnSync("unshare", [...own, "--net", "--mount", "sh", "-c", inside, "sh", ...process.argv], {
    stdio: "inherit", env: { ...process.env, ECLAIRE_EGRESS: "inside" },
  });
  if (ended.error) console.error(`This needs Linux with unshare and ip: ${ended.error.message}`);
  process.exit(ended.status ?? 1);
}

mkdirSync(values.out, { recursive: true });
const begun = Date.now();
const named = (all, wanted) => all.filter((one) => !wanted || wanted.includes(one));
const [browsers, forms] = [named(Object.keys(BROWSERS), values.browser), named(Object.keys(FORMS), values.form)];
const file = join(values.out, "egress.json");
// What is not named stays as the last report has it: a form can be run anew alone.
const before = (values.browser || values.form || values.part) && existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
const report = {
  day: new Date().toISOString().slice(0, 10), system: `${process.platform} ${process.arch}`, forms: Object.keys(FORMS), browsers: {}, minutes: 0, walks: [], channels: [], layers: [], asked: [], ...before,
};
const minutesBefore = report.minutes;
/** Puts in what was found for a form in a browser, in place of what was there, and writes the report. */
function found(list, browser, form, entries) {
  report[list] = [...report[list].filter((one) => one.browser !== browser || one.form !== form), ...entries.map((one) => ({ browser, form, ...one }))];
  report.day = new Date().toISOString().slice(0, 10);
  report.minutes = minutesBefore + Math.round((Date.now() - begun) / 60_000);
  report.asked = [...new Set([...report.asked, ...world.asked.filter((name) => name !== "out.test" && !name.endsWith(".out.test"))])].sort();
  writeFileSync(file, `${JSON.stringify(report, null, 1)}\n`);
  writeFileSync(join(values.out, "egress.md"), markdown(report));
}

const world = await collector();
const site = await serveSite(values.site);
let failed = 0;
/** One part, in a browser that has seen nothing; what fails is told and does not stop the others. */
async function part(kind, browser, what, act) {
  if (values.part && !values.part.includes(kind)) return;
  console.log(`${browser}, ${what}`);
  let end;
  try {
    const begun = await start(browser);
    end = begun.end;
    await act(begun.driver);
  } catch (error) {
    failed += 1;
    console.error(`  failed: ${error.stack}`);
  } finally {
    await end?.();
  }
}
for (const browser of browsers) {
  report.browsers[browser] = BROWSERS[browser].version();
  for (const form of forms) {
    await part("walk", browser, form, async (driver) => {
      const walk = await walkForm(driver, site, world, form);
      found("walks", browser, form, [walk]);
      console.log(`  walked: ${walk.presses} presses, ${walk.own.length} to its own server, ${walk.others.length} to others, names ${walk.names.join(" ") || "none"}`);
    });
    await part("leak", browser, `${form}, made to leak`, async () => {
      const page = report.channels.filter((one) => one.browser === browser && one.form === "page");
      const known = form !== "page" && page.length ? Object.fromEntries(page.map(({ channel, bare }) => [channel, bare])) : undefined;
      const tried = await leak(() => start(browser), site, world, form, { known });
      found("channels", browser, form, tried);
      console.log(`  tried: ${tried.length}; without layers ${tried.filter((one) => one.bare.length).length} arrive, with them ${tried.filter((one) => one.held.length).map((one) => one.channel).join(", ") || "none"}`);
    });
  }
  for (const form of named(["page", "embed"], values.form)) {
    await part("layers", browser, `${form}, layer by layer`, async (driver) => {
      found("layers", browser, form, await layersOf(driver, site, world, form, Object.keys(LAYERS)));
    });
  }
}
site.end();
world.end();
const unasked = ({ form, own }) => own.filter((request) => !FORMS[form].asks?.test(request));
const left = report.walks.filter((walk) => unasked(walk).length || walk.others.length || walk.names.length);
console.log(`${report.minutes} minutes; something left on ${left.length} walks, ${failed} parts failed; the report is in ${values.out}`);
process.exit(left.length || failed ? 1 : 0);
