// A waiting room's day on one kiosk page: 200 visits, and no more memory at the end than at the beginning.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { answerSomething, erase, inside, kiosk, visits } from "./support/shell.mjs";

const [EARLY, LATE] = [20, 200];

/** What the page holds after everything that nobody needs has been thrown away. */
async function held(page) {
  // Thrice: what one pass frees may have held something.
  for (let pass = 0; pass < 3; pass += 1) await page.command("HeapProfiler.collectGarbage");
  const { metrics } = await page.command("Performance.getMetrics");
  const value = (name) => metrics.find((metric) => metric.name === name).value;
  const { nodes, documents, jsEventListeners } = await page.command("Memory.getDOMCounters");
  const { targetInfos } = await page.command("Target.getTargets", { filter: [{}] });
  const inFrame = await inside(page, () => page.run(() => document.getElementsByTagName("*").length));
  return { heap: value("JSHeapUsedSize"), nodes, documents, jsEventListeners, targets: targetInfos.length, inFrame };
}

/**
 * What the processes that draw hold in the device's memory, in megabytes: the frame has one of its own, which the shell's heap
 * does not show.
 */
function inProcesses() {
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map((name) => {
    try {
      if (!readFileSync(`/proc/${name}/cmdline`, "utf8").includes("--type=renderer")) return 0;
      return Number(readFileSync(`/proc/${name}/smaps_rollup`, "utf8").match(/^Pss:\s+(\d+)/m)[1]);
    } catch {
      return 0;
    }
  });
  return Math.round(processes.reduce((sum, kilobytes) => sum + kilobytes, 0) / 1024);
}

/** The least of three looks: what is just being thrown away is no growth. */
async function least(page) {
  const looks = [await held(page), await held(page), await held(page)];
  return Object.fromEntries(Object.keys(looks[0]).map((what) => [what, Math.min(...looks.map((look) => look[what]))]));
}

test("from the 20th visit to the 200th on one page, memory and DOM grow by less than a tenth", { timeout: 1_200_000 }, async () => {
  const page = await kiosk();
  await page.command("Performance.enable");
  await page.driver.manage().setTimeouts({ script: 600_000 });
  const begun = Date.now();
  await visits(page, EARLY - 1);
  await answerSomething(page);
  await erase(page);
  const [before, early] = [await least(page), inProcesses()];
  // In parts: no single question to the browser lasts long.
  // None of them with the driver's own hands: with them the shell had two nodes and a listener more each time, without none.
  for (let left = LATE - EARLY - 1; left > 0; left -= 20) await visits(page, Math.min(left, 20));
  await answerSomething(page);
  await erase(page);
  const seconds = Math.round((Date.now() - begun) / 1000);
  const [after, late] = [await least(page), inProcesses()];
  const growth = Object.entries(before).map(([what, there]) => `${what} ${there} → ${after[what]} (${((after[what] / there - 1) * 100).toFixed(1)} %)`);
  console.log(`${LATE} visits in ${seconds} s; from visit ${EARLY} to ${LATE}: ${growth.join(", ")}; processes ${early} → ${late} MB`);
  // Wobbles by what the browser has not yet given back; 180 frames that stay would be gigabytes.
  assert.ok(late <= early * 2, `${early} MB, then ${late} MB`);
  for (const [what, there] of Object.entries(before)) assert.ok(after[what] <= there * 1.1, `${what}: ${there}, then ${after[what]}`);
  assert.deepEqual(await page.complaints(), []);
});
