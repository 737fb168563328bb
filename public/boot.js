// Starts the program. Everything the patient needs is already on the page, which says of itself that it is without its
// program (data-app="still"); if anything here fails, it is so again.
const root = document.documentElement;
root.dataset.app = "loading";
const program = document.querySelector("link[data-wasm]");
const { wasm, wasmIntegrity, notice, noticeIntegrity } = program.dataset;
const get = async (file, integrity) => {
  const answer = await fetch(file, { integrity, credentials: "omit" });
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return answer;
};
// The page in another language, so that a switch of language needs no request.
const page = async (link) => {
  const text = await (await get(link.href, link.dataset.integrity)).text();
  return new DOMParser().parseFromString(text, "text/html");
};
try {
  // All at once. The integrity of the module is checked by its modulepreload link.
  const [module, bytes, pages, code] = await Promise.all([
    import(program.href),
    get(notice, noticeIntegrity).then((answer) => answer.arrayBuffer()),
    Promise.all([...document.querySelectorAll("link[data-integrity]")].map(page)),
    get(wasm, wasmIntegrity),
  ]);
  await module.default({ module_or_path: code });
  const documents = pages.map((one) => one.querySelector(".document"));
  module.start(document.getElementById("eclaire"), new Uint8Array(bytes), documents, pages.map((one) => one.title));
  root.dataset.app = "live";
} catch (error) {
  root.dataset.app = "still";
  console.warn("Éclaire: the page stays as it is, without its program.", error);
}
