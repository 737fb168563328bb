// Starts the program of a page that has everything inside, after the program's own glue in the same script. As in boot.js: if
// anything fails, the page stays as it came.
//
// The other languages lie last, and may be most of what has to come: the program begins when all that it begins with is there.
const inside = (id) => document.getElementById(id);
const bytes = (id) => Uint8Array.from(atob(inside(id).textContent), (character) => character.charCodeAt(0));
/** The page has come as far as behind its notice: what follows an element is not written before that element has its end. */
const begun = async () => {
  while (document.readyState === "loading" && !inside("notice")?.nextElementSibling) await new Promise((done) => setTimeout(done, 50));
};
/** The readings of a language, which are taken out: they need not lie in memory twice. */
const taken = async (language) => {
  await parsed;
  const one = document.querySelector(`script[data-readings="${language}"]`);
  one.remove();
  return one.textContent;
};
try {
  await begun();
  // Without it the page was cut off: whether its text was, is said there.
  if (!inside("notice")) await parsed;
  await __wbg_init({ module_or_path: bytes("wasm") });
  remember([document.querySelector(".document")]);
  const { languages } = inside("notice").dataset;
  const readings = new Readings(languages ? languages.split(" ") : [], taken);
  start(inside("eclaire"), bytes("notice"), readings);
  for (const id of ["wasm", "notice"]) inside(id).remove();
  root.dataset.app = "live";
  whenIdle(() => readings.begin());
} catch (error) {
  fail(error);
}
