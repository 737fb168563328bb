// The egress test, small: a few channels of tests/egress/ in three forms. The whole of it is a command of its own, with a name server
// and every form (tests/egress/run.mjs); its last report lies in public/dpo/.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { start } from "../egress/browsers.mjs";
import { CHANNELS, NAVIGATIONS } from "../egress/channels.mjs";
import { collector } from "../egress/collector.mjs";
import { FORMS } from "../egress/forms.mjs";
import { leak, walkForm } from "../egress/measure.mjs";
import { serveSite } from "../egress/site.mjs";
import { site } from "./support/site.mjs";

/** One of each kind: asking, pushing, what stays open, what is loaded, what is only looked up, what leads away. */
const TRIED = [
  "fetch", "sendBeacon", "WebSocket", "EventSource", "img", "iframe", "script", "CSS, background", "link, prefetch", "worker, from a blob that fetches",
];
const AWAY = ["location", "form, POST"];
const some = (all, names) => Object.fromEntries(names.map((name) => [name, all[name]]));

// No name server: every name of the collector is this machine.
const world = await collector({ names: false });
const ours = await serveSite(site("practice").folder);
after(() => (ours.end(), world.end()));
const begin = () => start("chromium", { resolve: "MAP *.out.test 127.0.0.1" });

for (const form of ["page", "embed", "kiosk, a visit"]) {
  test(`${form}: nothing arrives while it is used, and what leaks on purpose is seen without our layers and stopped with them`, async () => {
    const { driver, end } = await begin();
    const walk = await walkForm(driver, ours, world, form).finally(end);
    assert.ok(walk.presses > 50, `${walk.presses} presses`);
    // Whoever ends a visit has the kiosk look whether there is a newer text.
    const asks = FORMS[form].asks;
    assert.deepEqual([walk.own.filter((request) => !asks?.test(request)), walk.others], [[], []]);

    const tried = await leak(begin, ours, world, form, { channels: some(CHANNELS, TRIED), navigations: some(NAVIGATIONS, AWAY) });
    assert.deepEqual(tried.map(({ channel }) => channel), [...TRIED, ...AWAY]);
    assert.deepEqual(tried.filter(({ bare }) => !bare.length).map(({ channel }) => channel), [], "the collector sees each of them");
    assert.deepEqual(tried.filter(({ held }) => held.length), [], "with our layers none arrives");
  });
}
