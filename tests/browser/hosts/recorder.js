// What a session recorder does, and more: `recorded` holds everything that this page gets to know.
window.recorded = [];
const note = (kind, what) => recorded.push(`${kind} ${what}`);
const name = (target) => (target === window ? "window" : target === document ? "document" : target?.localName ?? "?");

// Every event there is a name for, before anyone else.
const targets = [window, document, HTMLElement.prototype, HTMLIFrameElement.prototype, Element.prototype];
const known = new Set(["compositionstart", "compositionupdate", "compositionend", "DOMActivate", "focusin", "focusout", "textInput"]);
for (const target of targets) {
  for (let one = target; one; one = Object.getPrototypeOf(one)) {
    Object.getOwnPropertyNames(one).filter((key) => key.startsWith("on")).forEach((key) => known.add(key.slice(2)));
  }
}
for (const type of known) {
  addEventListener(type, (event) => {
    const more = [event.key, event.data, event.inputType, event.clipboardData].filter((value) => value !== undefined && value !== null);
    note("event", [type, name(event.target), ...more.map((value) => JSON.stringify(value))].join(" "));
  }, { capture: true, passive: true });
}

new MutationObserver((changes) => changes.forEach(({ type, target, attributeName }) => {
  // The test's own driver marks the frame that it goes into.
  if (attributeName !== "cd_frame_id_") note("mutation", `${type} ${name(target)}`);
}))
  .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

for (const type of PerformanceObserver.supportedEntryTypes) {
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => note("performance", `${type} ${entry.name}`)))
    .observe({ type, buffered: true });
}

// What can be asked of a frame at any time.
window.reach = () => {
  const frame = document.querySelector("iframe");
  const tried = {
    document: () => frame.contentDocument?.body.innerHTML ?? null,
    location: () => frame.contentWindow.location.href,
    parentOf: () => frame.contentWindow.document.title,
    name: () => frame.contentWindow.name,
    origin: () => frame.contentWindow.origin,
    storage: () => frame.contentWindow.localStorage.length,
    selection: () => frame.contentWindow.getSelection().toString(),
    own: () => getSelection().toString(),
    src: () => frame.src,
    scroll: () => frame.contentWindow.scrollY,
    active: () => document.activeElement.localName,
    size: () => [frame.clientWidth, frame.clientHeight],
    here: () => [location.href, document.title, history.length],
  };
  return Object.fromEntries(Object.entries(tried).map(([what, ask]) => {
    try {
      return [what, ask()];
    } catch (error) {
      return [what, error.name];
    }
  }));
};
