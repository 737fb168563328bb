// Starts the program of a staff page with its texts, after the program's own glue in the same script; if anything fails, the page says that it
// does not work. What a program that has failed had drawn goes away: nobody can tell how much of it is true.
let page;
let asItCame;
const fail = door((lived) => {
  page?.replaceChildren(...asItCame);
  if (lived) for (const note of page.querySelectorAll("[data-stopped]")) note.textContent = note.dataset.stopped;
});
const files = document.querySelector("script[data-wasm]").dataset;
const get = async (name) => {
  const answer = await fetch(files[name], { integrity: files[`${name}Integrity`], credentials: "omit" });
  if (!answer.ok) throw new Error(`${files[name]}: ${answer.status}`);
  return answer;
};
const text = (name) => get(name).then((answer) => answer.text());
/** The page has been read to its end. */
const parsed = new Promise((done) => {
  if (document.readyState !== "loading") done();
  else document.addEventListener("DOMContentLoaded", done, { once: true });
});

/** After this time a style that has not come is no longer waited for: browsers show nothing as long as they do. It may still come. */
const STYLE = 5_000;
/** After this time without its program the page says that it does not work. The program may still come. */
const PATIENCE = 20_000;

setTimeout(() => {
  for (const link of document.querySelectorAll("link[rel=stylesheet]")) {
    if (link.sheet) continue;
    const late = Object.assign(link.cloneNode(), { media: "print", onload: () => { late.media = "all"; } });
    link.replaceWith(late);
  }
}, STYLE);

const waiting = setTimeout(() => { root.dataset.app = "still"; }, PATIENCE);
try {
  await parsed;
  page = document.getElementById("eclaire");
  asItCame = [...page.childNodes];
  // In the order in which the script's element names them, which is the one `start` takes them in.
  const names = Object.keys(files).filter((name) => name !== "wasm" && !name.endsWith("Integrity"));
  const [, ...texts] = await Promise.all([__wbg_init({ module_or_path: get("wasm") }), ...names.map(text)]);
  start(page, ...texts);
  root.dataset.app = "live";
} catch (error) {
  fail(error);
} finally {
  clearTimeout(waiting);
}
