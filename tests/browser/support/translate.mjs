// A browser that translates, as it looks from inside the page: every text is exchanged, in the ways in which browsers and extensions
// do it. Nothing of a real translator is in it; what it writes shows what was there: “text” becomes “[text]”.

/**
 * Exchanges every text of the page that is shown, as `how` does it.
 * `fonts`: elements in the place of text nodes, and marks on the root (Chrome, Edge). `rude`: the same, also where the page asks not to
 * translate. `data`: other words in the same nodes, another language on the root (Firefox). `attributes`: the same, and what only those
 * read who hear the page. `wrapped`: an element of its own around each text and each element (extensions that read aloud or explain words).
 */
export const translate = (page, how = "fonts") => page.run((how) => {
  const root = document.documentElement;
  const kept = how === "rude" ? "script, style, template, noscript" : "script, style, template, noscript, [translate=no], .notranslate";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  const done = (text) => text.data.trim() === "" || text.data.startsWith("[") || text.parentElement.closest(`${kept}, textarea, option`);
  for (const text of texts.filter((text) => !done(text))) {
    const said = `[${text.data}]`;
    if (how === "data" || how === "attributes") {
      text.data = said;
    } else {
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      inner.textContent = said;
      outer.append(inner);
      text.replaceWith(outer);
    }
  }
  if (how === "attributes") {
    for (const name of ["title", "alt", "placeholder", "aria-label", "aria-description", "aria-roledescription"]) {
      for (const one of document.body.querySelectorAll(`[${name}]`)) {
        const said = one.getAttribute(name);
        if (said.trim() !== "" && !said.startsWith("[") && !one.closest(kept)) one.setAttribute(name, `[${said}]`);
      }
    }
  }
  if (how === "wrapped") {
    for (const one of document.querySelectorAll("#paper li, #result li, #copied, .reveals")) {
      const around = document.createElement("span");
      one.replaceWith(around);
      around.append(one);
    }
  }
  if (how === "fonts" || how === "rude") root.classList.add("translated-ltr");
  if (how !== "wrapped") root.lang = "tr";
}, how);

/** The ways in which texts are exchanged. */
export const WAYS = ["fonts", "rude", "data", "attributes", "wrapped"];
