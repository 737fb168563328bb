// The patient's page when its program has failed, joined behind door.js: the sheet as it came, to be filled in by hand, and a sentence.
const DRAWN = "#named-place, #paper-place, #kept-place, #found-place";
const key = (page) => `${page.lang} ${page.dataset.level}`;
const asItCame = new Map();

/** Remembers what the program will draw into. */
const remember = (pages) => {
  for (const page of pages) asItCame.set(key(page), [...page.querySelectorAll(DRAWN)].map((place) => place.cloneNode(true)));
};

const fail = door((lived) => {
  const page = document.querySelector(".document");
  const drawn = page.querySelectorAll(DRAWN);
  (asItCame.get(key(page)) ?? []).forEach((place, index) => drawn[index]?.replaceWith(place.cloneNode(true)));
  delete root.dataset.printed;
  for (const one of page.querySelectorAll(".without-program")) one.hidden = false;
  if (!lived) return;
  // At a kiosk the next patient may be there: everything goes.
  if (root.dataset.form === "kiosk") {
    if (parent === window) return location.reload();
    return parent.postMessage({ eclaire: "stopped" }, "*");
  }
  for (const note of page.querySelectorAll("[data-stopped]")) note.textContent = note.dataset.stopped;
});

// What is folded comes out of the printer too, where no style can unfold it; it stays unfolded, since nobody says for sure when the paper is drawn.
addEventListener("beforeprint", () => {
  if (root.dataset.app !== "live") document.querySelectorAll("details").forEach((one) => (one.open = true));
}, true);
