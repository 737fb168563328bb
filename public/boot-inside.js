// Starts the program of a page that has everything inside, after the program's own glue in the same script. As in boot.js: if
// anything fails, the page stays as it came.
const inside = (id) => document.getElementById(id);
const bytes = (id) => Uint8Array.from(atob(inside(id).textContent), (character) => character.charCodeAt(0));
try {
  await __wbg_init({ module_or_path: bytes("wasm") });
  const other = [...inside("others").content.querySelectorAll("[data-title]")];
  const [documents, titles] = [other.map((one) => one.firstElementChild), other.map((one) => one.dataset.title)];
  remember([document.querySelector(".document"), ...documents]);
  start(inside("eclaire"), bytes("notice"), documents, titles);
  // Everything has been taken out: it need not lie in memory twice.
  for (const id of ["wasm", "notice", "others"]) inside(id).remove();
  root.dataset.app = "live";
} catch (error) {
  fail(error);
}
