// Starts the program. Everything the patient needs is already on the page; if anything here fails, it stays.
const root = document.documentElement;
const program = document.querySelector("link[data-wasm]");
const { wasm, wasmIntegrity, notice, noticeIntegrity } = program.dataset;
const get = (file, integrity) => fetch(file, { integrity, credentials: "omit" });
try {
  // All three at once. The integrity of the module is checked by its modulepreload link.
  const [module, bytes, code] = await Promise.all([
    import(program.href),
    get(notice, noticeIntegrity).then((answer) => answer.arrayBuffer()),
    get(wasm, wasmIntegrity),
  ]);
  await module.default({ module_or_path: code });
  module.start(new Uint8Array(bytes));
  root.dataset.app = "live";
} catch (error) {
  root.dataset.app = "still";
  console.warn("Éclaire: the page stays as it is, without its program.", error);
}
