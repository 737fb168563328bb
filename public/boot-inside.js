// Starts the program of a page that has everything inside, after the program's own glue in the same script. As in boot.js: if
// anything fails, the page stays as it came.
const inside = (id) => document.getElementById(id);
const bytes = (id) => Uint8Array.from(atob(inside(id).textContent), (character) => character.charCodeAt(0));
try {
  await __wbg_init({ module_or_path: bytes("wasm") });
  remember([document.querySelector(".document")]);
  const aside = [...document.querySelectorAll("script[data-readings]")];
  const texts = new Map(aside.map((one) => [one.dataset.readings, one.textContent]));
  const readings = new Readings([...texts.keys()], (language) => texts.get(language));
  start(inside("eclaire"), bytes("notice"), readings);
  // Everything has been taken out: it need not lie in memory twice.
  for (const one of [inside("wasm"), inside("notice"), ...aside]) one.remove();
  root.dataset.app = "live";
  whenIdle(() => readings.begin());
} catch (error) {
  fail(error);
}
