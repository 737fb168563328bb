// The accessibility statement of a site is itself accessible, asks for nothing, and is led to from the officer's page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { everyLook } from "./support/axe.mjs";
import { cut } from "./support/cut.mjs";
import { findings } from "./support/ibm.mjs";
import { open } from "./support/page.mjs";

const path = "/accessibility/";

for (const site of ["hospital", "general"]) {
  test(`the statement of the ${site} site fits 320 px, and neither engine finds anything`, async () => {
    const page = await open({ site, path, width: 320 });
    assert.deepEqual(await cut(page), []);
    await everyLook(page);
    // Its doubts have their answers in ibm.test.mjs.
    assert.deepEqual((await findings(page)).filter((one) => !/ potential_/i.test(one)), []);
    assert.deepEqual(await page.complaints(), []);
  });
}

test("the officer's page leads to the statement, and the statement to the patients' page", async () => {
  const page = await open({ path: "/dpo/" });
  await page.click(`a[href="..${path}"]`);
  await page.until((path) => location.pathname === path, path);
  await page.click("main a[href='../']");
  await page.until(() => location.pathname === "/");
});

test("nothing on the officer's page but its tables of data is wider than 320 px", async () => {
  const page = await open({ path: "/dpo/", width: 320 });
  await page.run(() => document.querySelectorAll("table").forEach((one) => one.remove()));
  assert.deepEqual(await cut(page), []);
  await everyLook(page);
});

test("the page of pictures fits 320 px", async () => {
  assert.deepEqual(await cut(await open({ path: "/pictures/", width: 320 })), []);
});
