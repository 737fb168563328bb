// What a test does in a tab, whichever browser it is.

export const pause = (time) => new Promise((done) => setTimeout(done, time));

/** Waits until a function in the page says yes. */
export const until = (driver, code, ...values) =>
  driver.wait(() => driver.executeScript(code, ...values).catch(() => false), 300_000, `waited in vain for ${code}`);

/** Waits until nothing more arrives: half a second of silence after the first one and a half, six seconds at most. */
export async function silence(collector, least = 1500, most = 6000) {
  const begun = Date.now();
  let [seen, since] = [collector.arrived.length, begun];
  while (Date.now() - begun < most) {
    await pause(100);
    if (collector.arrived.length !== seen) [seen, since] = [collector.arrived.length, Date.now()];
    if (Date.now() - begun > least && Date.now() - since > 500) return;
  }
}

/** Closes what has opened beside the first window, and goes back to it. */
export async function alone(driver, first) {
  for (const handle of await driver.getAllWindowHandles()) {
    if (handle === first) continue;
    await driver.switchTo().window(handle);
    await driver.close();
  }
  await driver.switchTo().window(first);
}

/**
 * Presses everything there is: opens each part, answers each question in each way, picks from each list, types where one can, presses
 * each button. What would leave the page or stop the test (printing, asking, a window) only counts. Says how often it pressed.
 */
export const pressEverything = () => {
  const counted = window;
  counted.print = () => { counted.printed = (counted.printed ?? 0) + 1; };
  counted.alert = counted.prompt = () => null;
  counted.confirm = () => true;
  let presses = 0;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const act = (element, how) => { if (element.isConnected && !element.disabled) { presses += 1; try { how(element); } catch { /* it was taken away while it was pressed */ } } };
  const changed = (element) => { for (const kind of ["input", "change"]) element.dispatchEvent(new Event(kind, { bubbles: true })); };
  for (const one of all("details:not([open]) > summary")) act(one, () => one.click());
  for (const one of all("input[type=checkbox], input[type=radio]")) act(one, () => one.click());
  for (const one of all("select")) {
    for (const [at] of [...one.options].entries()) if (at < 6) act(one, () => { one.selectedIndex = at; changed(one); });
  }
  for (const one of all("input:not([type]), input[type=text], input[type=search], input[type=url], input[type=number], textarea")) {
    act(one, () => { one.value = "12"; changed(one); });
  }
  for (const one of all("button")) act(one, () => one.click());
  return presses;
};
