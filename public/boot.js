// Starts the program, after the program's own glue in the same script. Everything the patient needs is already on the page, which says
// of itself that it is without its program (data-app="still"); if anything here fails, it is so again.
const named = document.querySelector("script[data-wasm]").dataset;

// A server's headers may be of a time when no style lay in the page, and refuse it.
if (!getComputedStyle(root).getPropertyValue("--ink")) {
  const link = { rel: "stylesheet", href: named.style, integrity: named.styleIntegrity, crossOrigin: "" };
  document.head.append(Object.assign(document.createElement("link"), link));
}

const get = async (file, integrity) => {
  const answer = await fetch(file, { integrity });
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return answer;
};
/** A text is a file, or a recipe: join.js, which is there where many places share a site, puts it together. */
const text = async (one) => (Array.isArray(one) ? (await get(...one)).text() : join(one));

try {
  // Asked for now and not by the head of the page: the text, with its questions, is half there by then, and what comes beside it holds it up.
  const program = __wbg_init({ module_or_path: get(named.wasm, named.wasmIntegrity) });
  const kit = get(named.notice, named.noticeIntegrity).then((answer) => answer.arrayBuffer());
  const [bytes] = await Promise.all([kit, program, parsed]);
  remember([document.querySelector(".document")]);
  const files = new Map(JSON.parse(named.readings));
  const readings = new Readings([...files.keys()], (language) => text(files.get(language)));
  start(document.getElementById("eclaire"), new Uint8Array(bytes), readings);
  root.dataset.app = "live";
  whenIdle(() => readings.begin());
} catch (error) {
  fail(error);
}
