// A page of somebody else, with an embed of a site on it: `const page = await openHost("wordpress")`.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import http from "node:http";
import { join } from "node:path";
import { after } from "node:test";
import { open } from "./page.mjs";
import { root, site } from "./site.mjs";

const folder = join(root, "tests/browser/hosts");
const servers = [];

/** The host pages there are. */
export const HOSTS = readdirSync(folder).filter((name) => name.endsWith(".html")).map((name) => name.replace(".html", ""));

/** What a webmaster pastes, as the build wrote it: `frame` or `element`, with another address in place of the register's. */
export function snippet(name, which, address) {
  const text = readFileSync(join(site(name).folder, `embed/${which}.txt`), "utf8");
  return text.replaceAll(text.match(/<a href="([^"]*)"/)[1], address);
}

/**
 * A host page by its name in tests/browser/hosts, or a whole page as a text that begins with `<`. In it `{frame}` and `{element}`
 * are what the build of the site `name` says to paste, `{site}` and `{origin}` its address, `{script}` the script alone.
 */
export function hostPage(host, name, origin) {
  const text = host.startsWith("<") ? host : readFileSync(join(folder, `${host}.html`), "utf8");
  const element = snippet(name, "element", `${origin}/`);
  const script = element.match(/<script.*<\/script>/)[0];
  const blanks = { frame: snippet(name, "frame", `${origin}/`), element, script, origin, site: `${origin}/` };
  blanks.integrity = script.match(/integrity="([^"]*)"/)[1];
  return text.replace(/\{(\w+)\}/g, (blank, key) => blanks[key] ?? blank);
}

/**
 * Opens a host page. The site is another one to the browser: localhost, not 127.0.0.1. `opens`: in which browser; the other options
 * are those of `open`.
 */
export async function openHost(host, { opens = open, ...options } = {}) {
  const { site: name = "hospital" } = options;
  return opens({
    ...options,
    until: null,
    host: (server) => serve(hostPage(host, name, server.url.replace("127.0.0.1", "localhost"))),
  });
}

function serve(html) {
  const policy = html.match(/Content-Security-Policy: (.*?) -->/)?.[1];
  const server = http.createServer((request, response) => {
    const file = join(folder, new URL(request.url, "http://host").pathname.slice(1) || ".");
    const own = request.url !== "/" && existsSync(file);
    if (!own && request.url !== "/") return response.writeHead(request.url === "/favicon.ico" ? 204 : 404).end();
    const type = own ? { css: "text/css", js: "text/javascript" }[file.split(".").at(-1)] : "text/html";
    response.writeHead(200, { "content-type": type, ...(policy && !own ? { "content-security-policy": policy } : {}) });
    response.end(own ? readFileSync(file) : html);
  });
  servers.push(server);
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(`http://127.0.0.1:${server.address().port}/`)));
}

/** The frames of the host page, wherever they are. */
export const frames = (page) => page.run(() =>
  [...document.querySelectorAll("iframe, eclaire-notice")].map((one) => one.shadowRoot?.querySelector("iframe") ?? one));

/** Does something inside a frame of the host page, by its number; what is waited for first is that it lives. */
export async function inside(page, act, { which = 0, until = "live" } = {}) {
  await page.until(() => [...document.querySelectorAll("iframe, eclaire-notice")].every((one) => one.localName === "iframe" || one.shadowRoot));
  await page.untilSeen(async () => {
    await page.driver.switchTo().defaultContent();
    await page.driver.switchTo().frame((await frames(page))[which]);
    return !until || page.run((until) => document.readyState === "complete" && document.documentElement.dataset.app === until, until);
  }, `no frame ${which} that is ${until}`);
  try {
    return await act();
  } finally {
    await page.driver.switchTo().defaultContent();
  }
}

after(() => servers.forEach((server) => (server.close(), server.closeAllConnections())));
