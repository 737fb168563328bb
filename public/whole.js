// Whether the page has come whole, joined before whatever starts a program. One that was cut off on its way has no end: it gets no program,
// since what is answered there might stand on no sheet, and says so where one begins to read and where the text breaks off.

/** After this time neither the program nor the rest of the text is said to be coming. Both may still come. */
const PATIENCE = 20_000;

/** The drawings stand behind the text. What comes after them, in a page that has everything inside, may take as long as it will. */
const isWhole = () => document.getElementById("eclaire")?.nextElementSibling;
const sayCutOff = () => {
  const note = document.querySelector("[data-cut-off]");
  if (note.textContent) return;
  note.textContent = note.dataset.cutOff;
  note.parentNode.append(note.cloneNode(true));
};
setTimeout(() => {
  const { dataset } = document.documentElement;
  if (dataset.app === "loading") dataset.app = "still";
  // Chromium tells nothing to a page that was cut off: it looks as if the rest were about to come.
  if (!isWhole()) sayCutOff();
}, PATIENCE);

/** The text of the page has been read to its end: no sooner is there all that a program brings to life. */
const parsed = new Promise((done) => {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", done, { once: true });
  else done();
}).then(() => {
  if (isWhole()) return document.querySelectorAll("[data-cut-off]").forEach((note) => note.remove());
  sayCutOff();
  throw new Error("cut off");
});
