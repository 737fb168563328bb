// Starts the program of a staff page with its texts; if anything fails, the page says that it does not work. What a program that has
// failed had drawn goes away: nobody can tell how much of it is true.
const page = document.getElementById("eclaire");
const asItCame = [...page.childNodes];
const fail = door((lived) => {
  page.replaceChildren(...asItCame);
  if (lived) for (const note of page.querySelectorAll("[data-stopped]")) note.textContent = note.dataset.stopped;
});
const program = document.querySelector("link[data-wasm]");
const files = program.dataset;
const get = async (name) => {
  const answer = await fetch(files[name], { integrity: files[`${name}Integrity`], credentials: "omit" });
  if (!answer.ok) throw new Error(`${files[name]}: ${answer.status}`);
  return answer;
};
const text = (name) => get(name).then((answer) => answer.text());
try {
  // In the order in which the link names them, which is the one `start` takes them in.
  const names = Object.keys(files).filter((name) => name !== "wasm" && !name.endsWith("Integrity"));
  const [module, code, ...texts] = await Promise.all([import(program.href), get("wasm"), ...names.map(text)]);
  await module.default({ module_or_path: code });
  module.start(page, ...texts);
  root.dataset.app = "live";
} catch (error) {
  fail(error);
}
