// Starts the program of a staff page with its texts; if anything fails, the page says that it does not work.
const root = document.documentElement;
root.dataset.app = "loading";
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
  module.start(document.getElementById("eclaire"), ...texts);
  root.dataset.app = "live";
} catch (error) {
  root.dataset.app = "still";
  console.warn("Éclaire: this staff page stays without its program.", error);
}
