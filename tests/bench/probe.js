// Runs in every page and frame that is measured, before anything of the page. `wanted` comes from the harness: `control`, a selector;
// `there`, a function that says whether the program runs; `frame`, whether both are looked for in a frame.
//
// It looks every 10 ms, and stops looking when it has found everything. What it costs, it costs every subject alike.
(wanted) => {
  const top = window === window.top;
  const looks = wanted.frame ? !top : top;
  const seen = { long: [], paint: null, first: null, there: null, presses: 0, wasm: 0 };
  const memories = [];
  const now = () => performance.timeOrigin + performance.now();
  let inner = null;
  const long = (entries) => {
    for (const { startTime, duration } of entries) seen.long.push([startTime + performance.timeOrigin, duration]);
  };
  const tasks = new PerformanceObserver((list) => long(list.getEntries()));
  tasks.observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) if (name === "first-contentful-paint") seen.paint = startTime + performance.timeOrigin;
  }).observe({ type: "paint", buffered: true });
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const real = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await real.apply(WebAssembly, given);
      const { memory } = (made.instance ?? made).exports;
      if (memory) memories.push(memory);
      return made;
    };
  }

  let pressed = null;
  const state = (element) => ("checked" in element && element.type !== "button" ? element.checked : !element.checkVisibility());
  /** Whether a control can be seen. What is folded around it is opened as a patient opens it: by pressing its heading. */
  const unfolded = (control) => {
    const folds = [];
    for (let fold = control.closest("details"); fold; fold = fold.parentElement.closest("details")) folds.unshift(fold);
    for (const fold of folds) if (!fold.open) fold.querySelector("summary").click();
    return control.checkVisibility();
  };
  /** Whether the first control can be pressed, and the press stays: one that is taken back was none. */
  const press = () => {
    if (pressed?.isConnected && state(pressed)) return;
    if (seen.paint === null) return;
    const control = [...document.querySelectorAll(wanted.control)].find((one) => !one.matches(":disabled") && !state(one) && unfolded(one));
    if (!control) return;
    control.click();
    seen.presses += 1;
    if (!state(control)) return;
    pressed = control;
    seen.first = now();
  };
  const look = () => {
    if (document.documentElement) {
      if (!seen.there && wanted.there()) seen.there = now();
      if (wanted.control) press();
    }
    // Until a second after everything is there a press could be taken back.
    if (!seen.there || (wanted.control && !seen.first) || now() - Math.max(seen.there, seen.first) < 1000) setTimeout(look, 10);
    if (!top) tell();
  };
  const tell = () => {
    seen.wasm = memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
    seen.nodes = document.getElementsByTagName("*").length;
    window.top.postMessage({ probe: seen }, "*");
  };
  if (top) addEventListener("message", ({ data }) => { if (data?.probe) inner = data.probe; });
  if (looks) setTimeout(look, 0);

  /** What was seen, in milliseconds since the page was asked for. */
  const report = () => {
    // A busy page tells its observers late.
    long(tasks.takeRecords());
    if (top) seen.wasm = memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
    const from = wanted.frame && inner ? inner : seen;
    const since = (time) => (time === null ? null : time - performance.timeOrigin);
    return {
      now: performance.now(), paint: since(from.paint), first: since(from.first), there: since(from.there), presses: from.presses, wasm: from.wasm,
      nodes: wanted.frame ? from.nodes : document.getElementsByTagName("*").length,
      long: seen.long.map(([start, duration]) => [since(start), duration]),
      document: performance.getEntriesByType("navigation")[0]?.encodedBodySize,
      styles: performance.getEntriesByType("resource").filter(({ name }) => /\.css$/.test(name)).reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    };
  };

  /** From the next click to the first paint in which `done` says yes. */
  const arm = (done) => new Promise((tell) => {
    addEventListener("click", ({ timeStamp }) => {
      const frame = () => requestAnimationFrame(() => {
        if (!done()) return performance.now() - timeStamp > 20_000 ? tell(null) : frame();
        const painted = new MessageChannel();
        painted.port1.onmessage = () => tell(performance.now() - timeStamp);
        painted.port2.postMessage(null);
      });
      frame();
    }, { capture: true, once: true });
  });
  window.probe = { report, arm };
}
