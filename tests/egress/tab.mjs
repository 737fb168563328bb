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
 * each button; but nothing that it has pressed before with the same `round`. What would leave the page or stop the test (printing, asking,
 * a window) only counts. Says how often it pressed: not more than some hundred times, or a kiosk would take the long time for a sleep.
 */
export const pressEverything = (round, typed = "12") => {
  const counted = window;
  if (counted.round !== round) [counted.round, counted.pressed] = [round, new WeakSet()];
  counted.print = () => { counted.printed = (counted.printed ?? 0) + 1; };
  counted.alert = counted.prompt = () => null;
  counted.confirm = () => true;
  let presses = 0;
  const act = (how) => {
    presses += 1;
    try { how(); } catch { /* it was taken away while it was pressed */ }
  };
  const each = (selector, how) => {
    for (const one of document.querySelectorAll(selector)) {
      if (presses > 200 || counted.pressed.has(one) || !one.isConnected || one.disabled) continue;
      counted.pressed.add(one);
      how(one);
    }
  };
  const changed = (element) => { for (const kind of ["input", "change"]) element.dispatchEvent(new Event(kind, { bubbles: true })); };
  each("details:not([open]) > summary", (one) => act(() => one.click()));
  // In which language a kiosk is walked, the walk itself says.
  each("input:is([type=checkbox], [type=radio]):not([data-setting=language], [data-setting=level])", (one) => act(() => one.click()));
  each("select", (one) => {
    for (const [at] of [...one.options].entries()) if (at < 6) act(() => { one.selectedIndex = at; changed(one); });
  });
  each("input:not([type]), input[type=text], input[type=search], input[type=url], input[type=number], textarea", (one) => {
    act(() => { one.value = typed; changed(one); });
  });
  // What erases comes last, when there is nothing else; not at a kiosk, where a visit ends with its frame, as it does when staff come.
  const ERASES = "button:is([type=reset], [data-do=erase], [data-kiosk^=finish], [data-kiosk=staff])";
  each(`button:not(${ERASES})`, (one) => act(() => one.click()));
  if (!presses && document.documentElement.dataset.form !== "kiosk") each(ERASES, (one) => act(() => one.click()));
  return presses;
};
