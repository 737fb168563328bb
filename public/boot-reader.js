// Starts the program of the desk's page; if anything fails, the page says that it does not work.
const root = document.documentElement;
root.dataset.app = "loading";
const program = document.querySelector("link[data-wasm]");
const { wasm, wasmIntegrity, words, wordsIntegrity, blanks, blanksIntegrity } = program.dataset;
const get = async (file, integrity) => {
  const answer = await fetch(file, { integrity, credentials: "omit" });
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return answer;
};
const text = (file, integrity) => get(file, integrity).then((answer) => answer.text());
try {
  const [module, said, known, code] = await Promise.all([
    import(program.href),
    text(words, wordsIntegrity),
    text(blanks, blanksIntegrity),
    get(wasm, wasmIntegrity),
  ]);
  await module.default({ module_or_path: code });
  module.start(document.getElementById("eclaire"), said, known);
  root.dataset.app = "live";
} catch (error) {
  root.dataset.app = "still";
  console.warn("Éclaire: the desk's page stays without its program.", error);
}
