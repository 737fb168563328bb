// Starts the program. Everything the patient needs is already on the page, which says of itself that it is without its
// program (data-app="still"); if anything here fails, it is so again.
const program = document.querySelector("link[data-wasm]");
const { wasm, wasmIntegrity, notice, noticeIntegrity, others, othersIntegrity } = program.dataset;
const get = async (file, integrity) => {
  const answer = await fetch(file, { integrity, credentials: "omit" });
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return answer;
};
try {
  // All at once. The integrity of the module is checked by its modulepreload link.
  const [module, bytes, pages, code] = await Promise.all([
    import(program.href),
    get(notice, noticeIntegrity).then((answer) => answer.arrayBuffer()),
    // The page in the other languages and at the other levels, so that a switch needs no request.
    get(others, othersIntegrity).then((answer) => answer.text()),
    get(wasm, wasmIntegrity),
  ]);
  await module.default({ module_or_path: code });
  const other = [...new DOMParser().parseFromString(pages, "text/html").querySelectorAll("[data-title]")];
  const [documents, titles] = [other.map((one) => one.firstElementChild), other.map((one) => one.dataset.title)];
  remember([document.querySelector(".document"), ...documents]);
  module.start(document.getElementById("eclaire"), new Uint8Array(bytes), documents, titles);
  root.dataset.app = "live";
} catch (error) {
  fail(error);
}
