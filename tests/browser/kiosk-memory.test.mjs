// A waiting room's day on one kiosk page: 200 visits, and no more memory at the end than at the beginning.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answerSomething, erase, inside, kiosk } from "./support/shell.mjs";

/** What the page holds after everything that nobody needs has been thrown away. */
async function held(page) {
  // Twice: what the first pass frees may have held something.
  for (let pass = 0; pass < 2; pass += 1) await page.command("HeapProfiler.collectGarbage");
  const { metrics } = await page.command("Performance.getMetrics");
  const value = (name) => metrics.find((metric) => metric.name === name).value;
  const { nodes, documents, jsEventListeners } = await page.command("Memory.getDOMCounters");
  const { targetInfos } = await page.command("Target.getTargets", { filter: [{}] });
  const inFrame = await inside(page, () => page.run(() => document.getElementsByTagName("*").length));
  return { heap: value("JSHeapUsedSize"), nodes, documents, jsEventListeners, targets: targetInfos.length, inFrame };
}

test("from the 20th visit to the 200th on one page, memory and DOM grow by less than a tenth", async () => {
  const page = await kiosk();
  await page.command("Performance.enable");
  let before;
  for (let visit = 1; visit <= 200; visit += 1) {
    await answerSomething(page);
    await erase(page);
    if (visit === 20) before = await held(page);
  }
  const after = await held(page);
  console.log("after 20 visits", before, "after 200", after);
  for (const [what, there] of Object.entries(before)) assert.ok(after[what] <= there * 1.1, `${what}: ${there}, then ${after[what]}`);
  assert.deepEqual(await page.complaints(), []);
});
