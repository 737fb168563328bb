// The whole kiosk, shell and frame, in the other engines: it erases by a new frame, lets nobody back, and starts without a network.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINES, openIn } from "./support/engines.mjs";
import { answerSomething, erase, kiosk, living, PATIENCE, runInside, soon, staff, ticked } from "./support/shell.mjs";

for (const engine of ENGINES) {
  const opened = () => kiosk({ opens: (options) => openIn(engine, options) });

  test(`${engine}: a visit is erased with its frame, and whoever comes back with Back or opens the page again finds a new one`, async () => {
    const page = await opened();
    assert.equal(await runInside(page, () => window.origin), "null");
    const entries = await page.run(() => history.length);
    await answerSomething(page);
    assert.equal((await ticked(page)).length, 1);
    await runInside(page, () => { window.said = "something"; });
    await erase(page);
    assert.deepEqual(await ticked(page), []);
    assert.equal(await runInside(page, () => window.said), null);
    assert.equal(await page.run(() => document.querySelectorAll("iframe").length), 1);
    assert.equal(await page.run(() => history.length), entries);
    for (const leave of [
      async () => {
        await page.go("/fr/");
        await page.driver.navigate().back();
      },
      () => page.driver.navigate().refresh(),
    ]) {
      await answerSomething(page);
      await leave();
      await living(page);
      assert.deepEqual(await ticked(page), []);
    }
    assert.equal(page.violations(), 0);
  });

  test(`${engine}: once installed it starts without any server; a visit, its end and the staff's screen are all there`, async () => {
    const page = await opened();
    // A browser may need a moment before it lets a new worker answer for a page.
    await page.driver.wait(async () => {
      const before = page.requests.length;
      await page.go("/kiosk/");
      await living(page);
      return page.requests.slice(before).every(({ path }) => path !== "/kiosk/");
    }, PATIENCE, "the worker never answered for the page");
    await page.stop();
    await page.go("/kiosk/?from=home");
    await living(page);
    const away = await page.driver.executeAsyncScript((done) => fetch("/fr/").then(() => done(false), () => done(true)));
    assert.ok(away, "there really is no server");
    await answerSomething(page);
    await erase(page);
    assert.deepEqual(await ticked(page), []);
    await staff(page);
    await soon(page, () => /^[0-9a-f]{64}$/.test(document.querySelector("[data-is=sum]").textContent));
    await page.click("[data-scale='1.07']");
    await page.click("[data-do=back]");
    await living(page);
    const mm = () => runInside(page, () => JSON.parse(window.name).mm);
    assert.equal(await mm(), 4.04);
    await page.go("/kiosk/");
    await living(page);
    assert.equal(await mm(), 4.04, "it is kept");
    await page.resume();
  });
}
