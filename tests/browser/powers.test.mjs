// What the programs can ask of the browser at all: a list that is written down, so that nothing is added unseen. A program in Wasm
// can do nothing but call what its glue gives it; none of that connects, loads or leads away. What it can still do, as any page, is to
// write HTML; what HTML could then load is held by the policy, which the egress test tries (tests/egress/).
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { site } from "./support/site.mjs";

/** Each program: its Wasm, the script with its glue, and every word by which the glue reaches into the browser. */
const PROGRAMS = {
  app: { wasm: "app", glue: "boot", words: `
    activeElement add addEventListener appendChild attributeFilter before block blur bottom buffer byobRequest byteLength byteOffset
    call cancel capture characterData checked childList classList click cloneNode close closest construct contains
    createElement createObjectURL createRange default defaultChecked disconnect document documentElement download elementFromPoint
    enqueue execCommand firstChild focus frameElement get getAttribute getBoundingClientRect getDate getElementById
    getFullYear getItem getMonth getSelection getVoices hasAttribute hash height hidden history href id innerHeight innerHTML
    innerWidth instanceof Element instanceof HTMLAnchorElement instanceof HTMLDetailsElement instanceof HTMLDialogElement
    instanceof HTMLDocument instanceof HTMLElement instanceof HTMLInputElement instanceof PageTransitionEvent
    instanceof Window is isConnected lang length localService localStorage location matches name new Array new Blob new Date
    new Error new MutationObserver new Object new Promise new ResizeObserver new SpeechSynthesisUtterance new Uint8Array
    nextElementSibling nextSibling nodeType now observe of once open origin parent parentElement passive pathname performance persisted
    postMessage prepend preventDefault preventScroll print protocol push pushState querySelector querySelectorAll
    queueMicrotask rate remove removeAttribute removeEventListener removeItem renew replaceState replaceWith resolve respond
    revokeObjectURL scrollBy scrollIntoView scrollTo scrollY search selectAllChildren set setAttribute setEnd setFloat64
    setInt32 setItem setProperty setStart showModal speak speechSynthesis state style subtree supplement tabIndex tagName target
    textContent then title toggle top type value view voice voiceURI volume width
  ` },
  practice: { wasm: "practice/practice", glue: "practice/practice", words: `
    abort addEventListener altKey buffer byobRequest byteLength byteOffset call capture checked click cloneNode close
    closest content createComment createElement createElementNS createTextNode ctrlKey document enqueue error execCommand
    files firstChild firstElementChild focus get getAttribute getDate getFullYear getItem getMonth getSelection hasAttribute
    href id innerHTML insertBefore instanceof ArrayBuffer instanceof Element instanceof HTMLDocument instanceof HTMLElement
    instanceof HTMLInputElement instanceof HTMLSelectElement instanceof KeyboardEvent instanceof PageTransitionEvent
    instanceof Window is isComposing isSameNode key lastModified length localStorage location message metaKey name new Date
    new Error new File new FileReader new Object new Promise new Uint8Array nodeValue of once parentNode passive persisted
    preventDefault print prototype querySelectorAll queueMicrotask readAsArrayBuffer readyState remove removeAttribute
    removeEventListener removeItem resolve respond result select selectAllChildren set setAttribute setInt32 setItem slice
    tagName target textContent then title type value view
  ` },
  reader: { wasm: "reader/reader", glue: "reader/reader", words: `
    abort addEventListener buffer byobRequest byteLength byteOffset call capture checked click cloneNode close closest
    content createComment createElement createObjectURL createTextNode crypto document download enqueue error execCommand
    files firstElementChild focus get getAttribute getDate getFullYear getMonth getRandomValues getSelection href id
    innerHTML insertBefore instanceof ArrayBuffer instanceof Element instanceof HTMLAnchorElement instanceof HTMLDocument
    instanceof HTMLFormElement instanceof HTMLInputElement instanceof PageTransitionEvent instanceof Window lastModified length
    message name new Blob new Date new Error new File new FileReader new Object new Promise new Uint8Array nodeValue now of
    once parentNode passive persisted preventDefault prototype querySelectorAll queueMicrotask random readAsArrayBuffer
    readyState remove removeAttribute removeEventListener reset resolve respond result revokeObjectURL select selectAllChildren
    set setAttribute setInt32 slice target textContent then title type value view
  ` },
  register: { wasm: "register/register", glue: "register/register", words: `
    abort add addEventListener appendChild block body buffer byobRequest byteLength byteOffset call capture checked
    classList click cloneNode close closest construct content contentDocument contentWindow createComment createElement
    createElementNS createObjectURL createTextNode document documentElement download enqueue error files firstChild
    firstElementChild focus get getAttribute getDate getElementById getFullYear getItem getMonth href id innerHTML
    insertBefore instanceof ArrayBuffer instanceof Element instanceof HTMLAnchorElement instanceof HTMLDetailsElement
    instanceof HTMLElement instanceof HTMLIFrameElement instanceof HTMLInputElement instanceof HTMLTextAreaElement instanceof Window
    lastModified length localStorage message name new Array new Blob new Date new Error new File new FileReader new Object
    new Promise new Uint8Array nodeValue of once open ownerDocument parentElement parentNode passive preventDefault prototype
    querySelector querySelectorAll queueMicrotask readAsArrayBuffer readyState remove removeAttribute removeEventListener
    removeItem resolve respond result revokeObjectURL scrollIntoView set setAttribute setInt32 setItem slice target
    textContent then title type value view
  ` },
};

/** What connects, loads or leads away: no program may have any of these words, whoever writes it into the list above. */
const WAYS_OUT = /^(fetch|send|sendBeacon|src|srcset|srcdoc|action|submit|requestSubmit|assign|replace|reload|register|addModule|importScripts|share|ping|new (XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|Worker|SharedWorker|Image|Audio|Request|FontFace|PaymentRequest))$/;

/** Every place at which a script of ours that is no glue reaches out of the page: what is fetched when it starts, and the kiosk's own frame. */
const REACHES = {
  boot: ["fetch(file, { integr", "fetch(module_or_path", "location.reload"],
  embed: [],
  "kiosk/shell": [
    "fetch(address, { int", "fetch(file, { integr", "fetch(location.pathn",
    "location.replace", "location.replace", "location.replace", "location.replace",
    "navigator.serviceWorker", "navigator.serviceWorker", "navigator.serviceWorker", "srcdoc",
  ],
  "kiosk/sw": ["fetch(path, { integr", "fetch(request"],
  "practice/practice": ["fetch(files[name], {", "fetch(module_or_path"],
  "reader/reader": ["fetch(files[name], {", "fetch(module_or_path"],
  "register/register": ["fetch(files[name], {", "fetch(module_or_path"],
};
const REACH = /\bfetch\([^)]{0,14}|\bimport ?\(|\bimportScripts\b|\bnew (Shared)?Worker\b|navigator\.(serviceWorker|sendBeacon|share|credentials|connection)\b|location\.(assign|replace|reload|href ?=(?!=))|window\.open\b|\.(submit|requestSubmit)\(|\bsrcdoc\b|\bnew (Image|Audio|Request|FontFace|XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|PaymentRequest)\b|addModule|XSLTProcessor|\bsetAttribute\("(src|href|action|ping)"/g;

const { folder } = site("hospital");
const files = readdirSync(folder, { recursive: true });
const bytes = (name, ending) => readFileSync(join(folder, files.find((file) => file.startsWith(`${name}.`) && file.endsWith(`.${ending}`))));

/** The words by which imports of a program reach into the browser. */
function words(imports) {
  const all = [...imports.matchAll(/\.([A-Za-z_$]\w*)|\b((?:new|instanceof) [A-Za-z_$]\w*)/g)].map(([, member, made]) => member ?? made);
  // What begins with a line, and single letters, are the glue's own.
  return [...new Set(all)].filter((word) => !/^_|^[a-z]$/.test(word)).sort();
}

for (const [name, { wasm, glue, words: known }] of Object.entries(PROGRAMS)) {
  const script = bytes(glue, "js").toString();
  const imports = script.slice(script.indexOf("function __wbg_get_imports"), script.indexOf('"./glue"'));

  test(`the program ${name} can call its glue and nothing else, and its glue reaches for what is on the list`, () => {
    const asked = WebAssembly.Module.imports(new WebAssembly.Module(bytes(wasm, "wasm")));
    assert.ok(asked.length > 20);
    for (const { module, name, kind } of asked) {
      assert.deepEqual([module, kind], ["./glue", "function"], name);
      assert.ok(imports.includes(`\n${name}: function`), name);
    }
    const listed = known.trim().split(/\s+/).join(" ").replace(/\b(new|instanceof) /g, "$1\u00a0").split(" ").map((word) => word.replace("\u00a0", " "));
    assert.deepEqual(words(imports), listed.sort(), "a new power of a program is looked at, and then written down here");
    assert.deepEqual(words(imports).filter((word) => WAYS_OUT.test(word)), []);
  });
}

test("a program that could send would be found", () => {
  assert.deepEqual(words("a: function(arg0) { return fetch(arg0.url); },\nb: function(x) { getObject(x).sendBeacon(1); new WebSocket(x); }").filter((word) => WAYS_OUT.test(word)), ["new WebSocket", "sendBeacon"]);
  assert.equal("navigator.sendBeacon(1); new Image().src = 1; fetch(there)".match(REACH).length, 3);
});

test("every place at which a script reaches out of its page is on the list", () => {
  const found = {};
  for (const file of files.filter((file) => file.endsWith(".js") && !/^embed\.[0-9a-f]{16}/.test(file))) {
    found[file.replace(/(\.[0-9a-f]{16})?\.js$/, "")] = (readFileSync(join(folder, file), "utf8").match(REACH) ?? []).sort();
  }
  assert.deepEqual(found, REACHES);
});
