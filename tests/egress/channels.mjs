// The ways by which a browser can be made to tell somebody something. Each is tried on purpose, inside every form of the page: the
// negative control of the egress test. They are what web pages do every day; nothing here is a trick.
//
// Each function runs in the page, by itself, and gets `to`: the addresses of the collector with the number of the attempt in them.

/** What all of them may use, in the page. */
export const HELPERS = `
  const put = (name, attributes = {}, parent = document.body) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    parent.append(element);
    return element;
  };
  const link = (rel, href, more = {}) => put("link", { rel, href, ...more }, document.head);
  const style = (css) => { put("style", {}, document.head).textContent = css; };
  const looks = (property, value) => {
    const element = put("div");
    element.textContent = "x";
    element.style.cssText = "width:9px;height:9px;position:fixed;top:0;left:0;display:list-item;" + property + ":" + value;
    style(".leak" + (looks.count = (looks.count || 0) + 1) + "{" + property + ":" + value + "}");
    element.className = "leak" + looks.count;
  };
  const svg = (inside) => { put("div").innerHTML = '<svg width="9" height="9">' + inside + "</svg>"; };
  const html = (text) => { put("div").innerHTML = text; };
  const blob = (text, type) => URL.createObjectURL(new Blob([text], { type }));
  const peer = (server) => {
    const one = new RTCPeerConnection({ iceServers: [server] });
    one.createDataChannel("x");
    one.createOffer().then((offer) => one.setLocalDescription(offer));
  };
`;

/** In the order of the report. */
export const CHANNELS = {
  "fetch": (to) => fetch(to.http),
  "fetch, no-cors": (to) => fetch(to.http, { mode: "no-cors" }),
  "fetch, keepalive POST": (to) => fetch(to.http, { method: "POST", body: "x", keepalive: true, mode: "no-cors" }),
  "fetch, https": (to) => fetch(to.tls, { mode: "no-cors" }),
  "fetchLater": (to) => fetchLater(to.tls, { activateAfter: 0 }),
  "XMLHttpRequest": (to) => { const one = new XMLHttpRequest(); one.open("GET", to.http); one.send(); },
  "XMLHttpRequest, synchronous": (to) => { const one = new XMLHttpRequest(); one.open("GET", to.http, false); one.send(); },
  "sendBeacon": (to) => navigator.sendBeacon(to.http, "x"),
  "EventSource": (to) => new EventSource(to.http),
  "WebSocket": (to) => new WebSocket(to.ws),
  "WebSocketStream": (to) => new WebSocketStream(to.ws),
  "WebTransport": (to) => new WebTransport(to.tls),
  "WebRTC, STUN": (to) => peer({ urls: to.stun }),
  "WebRTC, TURN over UDP": (to) => peer({ urls: to.turn, username: "a", credential: "b" }),
  "WebRTC, TURN over TCP": (to) => peer({ urls: to.turn + "?transport=tcp", username: "a", credential: "b" }),
  "Cache.add": (to) => caches.open("x").then((cache) => cache.add(to.http)),
  "WebAssembly.compileStreaming": (to) => WebAssembly.compileStreaming(fetch(to.http)),
  "img": (to) => put("img", { src: to.http }),
  "img, never in the page": (to) => { new Image().src = to.http; },
  "img, srcset": (to) => put("img", { srcset: to.http + " 1x" }),
  "picture": (to) => html(`<picture><source srcset="${to.http}"><img alt=""></picture>`),
  "input of type image": (to) => put("input", { type: "image", src: to.http }),
  "background attribute": (to) => html(`<table background="${to.http}"><tr><td>x</table>`),
  "video": (to) => put("video", { src: to.http, preload: "auto" }).load(),
  "video, poster": (to) => put("video", { poster: to.http }),
  "video, source": (to) => html(`<video preload="auto"><source src="${to.http}"></video>`),
  "video, track": (to) => { const track = put("track", { src: to.http, kind: "metadata", default: "" }, put("video", { crossorigin: "" })); track.track.mode = "hidden"; },
  "audio": (to) => put("audio", { src: to.http, preload: "auto" }).load(),
  "iframe": (to) => put("iframe", { src: to.http }),
  "iframe, srcdoc with an image": (to) => put("iframe", { srcdoc: `<img src="${to.http}">` }),
  "iframe, blob with an image": (to) => put("iframe", { src: blob(`<img src="${to.http}">`, "text/html") }),
  "iframe, data with an image": (to) => put("iframe", { src: `data:text/html,<img src="${to.http}">` }),
  "iframe, javascript": (to) => put("iframe", { src: `javascript:'<img src="${to.http}">'` }),
  "fencedframe": (to) => { put("fencedframe").config = new FencedFrameConfig(to.tls); },
  "portal": (to) => put("portal", { src: to.http }).activate(),
  "object": (to) => put("object", { data: to.http, type: "text/html" }),
  "embed": (to) => put("embed", { src: to.http, type: "text/html" }),
  "link, stylesheet": (to) => link("stylesheet", to.http),
  "link, alternate stylesheet": (to) => link("alternate stylesheet", to.http, { title: "x" }),
  "link, icon": (to) => link("icon", to.http),
  "link, apple-touch-icon": (to) => link("apple-touch-icon", to.http),
  "link, manifest": (to) => link("manifest", to.http),
  "link, preload image": (to) => link("preload", to.http, { as: "image" }),
  "link, preload fetch": (to) => link("preload", to.http, { as: "fetch", crossorigin: "" }),
  "link, preload font": (to) => link("preload", to.http, { as: "font", crossorigin: "" }),
  "link, modulepreload": (to) => link("modulepreload", to.http),
  "link, prefetch": (to) => link("prefetch", to.http),
  "link, prerender": (to) => link("prerender", to.http),
  "link, preconnect": (to) => link("preconnect", to.http),
  "link, dns-prefetch": (to) => link("dns-prefetch", to.http),
  "link, compression-dictionary": (to) => link("compression-dictionary", to.tls, { crossorigin: "" }),
  "script": (to) => put("script", { src: to.http }),
  "script, module": (to) => put("script", { src: to.http, type: "module" }),
  "import()": (to) => import(to.http),
  "import() of JSON": (to) => import(to.http, { with: { type: "json" } }),
  "import map": (to) => { put("script", { type: "importmap" }).textContent = JSON.stringify({ imports: { leak: to.http } }); return import("leak"); },
  "speculation rules, prefetch": (to) => { put("script", { type: "speculationrules" }).textContent = JSON.stringify({ prefetch: [{ source: "list", urls: [to.http], eagerness: "immediate" }] }); },
  "speculation rules, prerender": (to) => { put("script", { type: "speculationrules" }).textContent = JSON.stringify({ prerender: [{ source: "list", urls: [to.http], eagerness: "immediate" }] }); },
  "worker, from a blob that fetches": (to) => new Worker(blob(`fetch("${to.http}", { mode: "no-cors" })`, "text/javascript")),
  "worker, from a blob that imports": (to) => new Worker(blob(`importScripts("${to.http}")`, "text/javascript")),
  "worker, module from a blob": (to) => new Worker(blob(`import "${to.http}"`, "text/javascript"), { type: "module" }),
  "worker, from a data address": (to) => new Worker(`data:text/javascript,fetch("${to.http}",{mode:"no-cors"})`),
  "shared worker": (to) => new SharedWorker(blob(`fetch("${to.http}", { mode: "no-cors" })`, "text/javascript")),
  "service worker": (to) => navigator.serviceWorker.register(to.http),
  "paint worklet": (to) => CSS.paintWorklet.addModule(to.http),
  "audio worklet": (to) => new OfflineAudioContext(1, 1, 44100).audioWorklet.addModule(to.http),
  "CSS, background": (to) => looks("background-image", `url("${to.http}")`),
  "CSS, image-set": (to) => looks("background-image", `image-set("${to.http}" 1x)`),
  "CSS, list-style": (to) => looks("list-style-image", `url("${to.http}")`),
  "CSS, border-image": (to) => looks("border", `1px solid;border-image-source:url("${to.http}")`),
  "CSS, cursor": (to) => looks("cursor", `url("${to.http}"),auto`),
  "CSS, mask": (to) => looks("mask-image", `url("${to.http}")`),
  "CSS, filter": (to) => looks("filter", `url("${to.http}#x")`),
  "CSS, clip-path": (to) => looks("clip-path", `url("${to.http}#x")`),
  "CSS, shape-outside": (to) => looks("float", `left;shape-outside:url("${to.http}")`),
  "CSS, content": (to) => { put("b", { id: "leak" }); style(`#leak::before{content:url("${to.http}")}`); },
  "CSS, @import": (to) => style(`@import url("${to.http}");`),
  "CSS, @font-face": (to) => { style(`@font-face{font-family:leak;src:url("${to.http}")}`); put("p", { style: "font-family:leak" }).textContent = "x"; style("body{font-family:leak}"); },
  "FontFace": (to) => new FontFace("leak", `url("${to.http}")`).load(),
  "CSS, constructed sheet": (to) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(`html{background-image:url("${to.http}")}`); document.adoptedStyleSheets = [sheet]; },
  "SVG, image": (to) => svg(`<image href="${to.http}" width="9" height="9"/>`),
  "SVG, use": (to) => svg(`<use href="${to.http}#x"/>`),
  "SVG, feImage": (to) => svg(`<filter id="f"><feImage href="${to.http}"/></filter><rect width="9" height="9" filter="url(#f)"/>`),
  "SVG, fill": (to) => svg(`<rect width="9" height="9" fill="url(${to.http}#x)"/>`),
  "SVG, script": (to) => { const one = document.createElementNS("http://www.w3.org/2000/svg", "script"); one.setAttribute("href", to.http); document.body.append(one); },
  "XML stylesheet in a frame": (to) => put("iframe", { src: blob(`<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="${to.http}"?><a/>`, "text/xml") }),
  "XSLT, document()": (to) => { const read = (text) => new DOMParser().parseFromString(text, "text/xml"); const one = new XSLTProcessor(); one.importStylesheet(read(`<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/"><xsl:copy-of select="document('${to.http}')"/></xsl:template></xsl:stylesheet>`)); one.transformToDocument(read("<a/>")); },
  "payment manifest": (to) => new PaymentRequest([{ supportedMethods: to.tls }], { total: { label: "x", amount: { currency: "EUR", value: "1" } } }).canMakePayment(),
  "credential, FedCM": (to) => navigator.credentials.get({ identity: { providers: [{ configURL: to.tls, clientId: "x" }] } }),
  "credential, its picture": (to) => navigator.credentials.store(new FederatedCredential({ id: "x", provider: "https://out.test", iconURL: to.tls })),
  "notification, its picture": (to) => Notification.requestPermission().then(() => new Notification("x", { icon: to.http, image: to.http })),
  "media session, artwork": (to) => { navigator.mediaSession.metadata = new MediaMetadata({ title: "x", artwork: [{ src: to.http }] }); },
  "background fetch": (to) => navigator.serviceWorker.ready.then((one) => one.backgroundFetch.fetch("x", [to.http])),
  "presentation": (to) => new PresentationRequest([to.tls]).getAvailability(),
  "attribution": (to) => put("img", { attributionsrc: to.tls }),
  "shared storage": (to) => sharedStorage.worklet.addModule(to.tls),
  "policy with a report address": (to) => { put("meta", { "http-equiv": "Content-Security-Policy", content: `img-src 'none'; report-uri ${to.http}` }, document.createElement("head")); const frame = put("iframe", { csp: `img-src 'none'; report-uri ${to.http}` }); frame.srcdoc = "<img src='x'>"; },
  "share sheet": (to) => navigator.share({ url: to.http }),
  "protocol handler": (to) => navigator.registerProtocolHandler("web+leak", to.http + "?%s"),
};

/** Each of these may lead away: it has the page for itself. */
export const NAVIGATIONS = {
  // The link leads to the page itself: in a kiosk's frame to a new visit.
  "a, ping": (to) => put("a", { href: "#leak", ping: to.http }).click(),
  // Where no frame may be, Firefox leads the page itself there, or opens a window.
  "form, GET into a frame": (to) => { put("iframe", { name: "into-get" }); put("form", { action: to.http, target: "into-get" }).submit(); },
  "form, POST into a frame": (to) => { put("iframe", { name: "into-post" }); put("form", { action: to.http, method: "post", target: "into-post" }).submit(); },
  "location": (to) => { location.href = to.http; },
  "a link that is pressed": (to) => put("a", { href: to.http }).click(),
  "form, GET": (to) => put("form", { action: to.http }).submit(),
  "form, POST": (to) => put("form", { action: to.http, method: "post" }).submit(),
  "window.open": (to) => window.open(to.http),
  "meta refresh": (to) => put("meta", { "http-equiv": "refresh", content: `0;url=${to.http}` }, document.head),
  "base, then a relative link": (to) => { put("base", { href: to.http }, document.head); put("a", { href: "?x" }).click(); },
  "javascript: address": (to) => { location.href = `javascript:void(location.href='${to.http}')`; },
  "download": (to) => put("a", { href: to.http, download: "x" }).click(),
  "the whole window, from a frame inside": (to) => put("iframe", { srcdoc: `<script>top.location.href="${to.http}"</script>` }),
};

/** The script that makes these attempts in a page, by number. */
export function attempts(numbered) {
  const lines = numbered.map(([number, act]) => `try_(${number}, ${act});`);
  return `${HELPERS}
  let made = 0;
  const try_ = (number, act) => {
    const host = "n" + number + ".out.test";
    const to = {
      http: "http://" + host + ":8901/n" + number, ws: "ws://" + host + ":8901/n" + number, tls: "https://" + host + ":8943/n" + number,
      stun: "stun:" + host + ":3478", turn: "turn:" + host + ":3479",
    };
    document.documentElement.dataset.made = made += 1;
    try { Promise.resolve(act(to)).catch(() => {}); } catch {}
  };
  ${lines.join("\n")}`;
}
