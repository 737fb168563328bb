// The egress test: what leaves a page, and what could. One command, on this machine alone:
//
//     node tests/egress/run.mjs [--browser chromium] [--form page] [--site FOLDER] [--out FOLDER]
//
// It gives itself a network of its own in which there is nothing but itself (Linux, `unshare`), with a name server that notes who asks
// for what. First every form is walked, and whatever arrives after the page has said that all is there is counted. Then each channel of
// channels.mjs is tried inside each form, with the site's own headers and with none. The report goes to public/dpo/, from where
// every site takes it.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
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
    browser: { type: "string", multiple: true }, form: { type: "string", multiple: true },
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

const begun = Date.now();
const world = await collector();
const site = await serveSite(values.site);
const report = { day: new Date().toISOString().slice(0, 10), system: `${process.platform} ${process.arch}`, browsers: {}, forms: Object.keys(FORMS).filter((one) => !values.form || values.form.includes(one)), walks: [], channels: [], layers: [] };
let failed = 0;
try {
  for (const browser of Object.keys(BROWSERS).filter((one) => !values.browser || values.browser.includes(one))) {
    report.browsers[browser] = BROWSERS[browser].version();
    for (const form of report.forms) {
      // Each form has a browser that has seen nothing.
      const { driver, end } = await start(browser);
      try {
        console.log(`${browser}, ${form}`);
        const walk = await walkForm(driver, site, world, form);
        report.walks.push({ browser, form, ...walk });
        console.log(`  walked: ${walk.presses} presses, ${walk.own.length} to its own server, ${walk.others.length} to others, names ${walk.names.join(" ") || "none"}`);
        const tried = await leak(() => start(browser), site, world, form);
        report.channels.push(...tried.map((one) => ({ browser, form, ...one })));
        const seen = tried.filter((one) => one.bare.length);
        console.log(`  tried: ${tried.length}; without layers ${seen.length} arrive, with them ${tried.filter((one) => one.held.length).map((one) => one.channel).join(", ") || "none"}`);
      } catch (error) {
        failed += 1;
        report.walks.push({ browser, form, failed: error.message });
        console.error(`  ${browser}, ${form}: ${error.stack}`);
      } finally {
        await end();
      }
    }
    for (const form of ["page", "embed"].filter((one) => report.forms.includes(one))) {
      const { driver, end } = await start(browser);
      try {
        for (const one of await layersOf(driver, site, world, form, Object.keys(LAYERS))) report.layers.push({ browser, form, ...one });
      } catch (error) {
        failed += 1;
        console.error(`  layers of ${browser}, ${form}: ${error.stack}`);
      } finally {
        await end();
      }
    }
  }
} finally {
  site.end();
  world.end();
}
report.minutes = Math.round((Date.now() - begun) / 60_000);
report.asked = [...new Set(world.asked.filter((name) => !name.endsWith(".out.test")))].sort();
writeFileSync(join(values.out, "egress.json"), `${JSON.stringify(report, null, 1)}\n`);
writeFileSync(join(values.out, "egress.md"), markdown(report));
const left = report.walks.filter((walk) => walk.failed || walk.own.length || walk.others.length || walk.names.length);
console.log(`${report.minutes} minutes; ${left.length} walks from which something left or that failed; the report is in ${values.out}`);
process.exit(left.length || failed ? 1 : 0);
