// Our own server: the site as `eclaire serve` sends it, and on another port a page of somebody else with an embed on it. Layers can be
// taken away, to see what each of them is for.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(fileURLToPath(import.meta.url), "../../..");
const program = process.env.ECLAIRE ?? join(root, "target/debug/eclaire");

/** What stands between a page and the world. Each can be taken away. */
export const LAYERS = {
  policy: { headers: ["content-security-policy"], inside: true },
  "Connection-Allowlist": { headers: ["connection-allowlist"] },
  "Permissions-Policy": { headers: ["permissions-policy"] },
  "Referrer-Policy": { headers: ["referrer-policy"], inside: true },
  isolation: { headers: ["cross-origin-opener-policy", "cross-origin-resource-policy"], frames: true },
};

/** A page without what it says of these layers itself. */
function without(html, layers) {
  if (layers.includes("policy")) html = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/g, "");
  if (layers.includes("Referrer-Policy")) html = html.replace(/<meta name="referrer"[^>]*>/g, "").replace(/ referrerpolicy="[^"]*"/g, "");
  if (layers.includes("isolation")) html = html.replace(/ sandbox="[^"]*"/g, "");
  return html;
}

/** Serves the finished site in this folder. `off(layers)` takes these away from then on. */
export async function serveSite(folder) {
  let layers = [];
  const asked = [];
  const child = spawn(program, ["serve", "--site", folder, "--port", "0", "--stop-after", "14400"], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  const origin = await new Promise((done, fail) => {
    let said = "";
    child.once("exit", () => fail(new Error(`eclaire serve ended: ${said}`)));
    child.stdout.setEncoding("utf8").on("data", (text) => {
      said += text;
      const address = said.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (address) done(address[0]);
    });
  });

  const server = http.createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    // Whole answers only: of one that has not changed a browser would take what it has, with the layers of then.
    const { "if-none-match": _, "if-modified-since": __, ...headers } = request.headers;
    const on = http.request(origin + request.url, { method: request.method, headers, agent: false }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => {
        const { "transfer-encoding": _, ...headers } = answer.headers;
        for (const layer of layers) for (const header of LAYERS[layer].headers) delete headers[header];
        // A policy may hold the sandbox of a frame: that is isolation, and stays when the policy alone is taken away.
        const sandbox = answer.headers["content-security-policy"]?.match(/sandbox [\w -]+/)?.[0];
        if (layers.includes("policy") && sandbox && !layers.includes("isolation")) headers["content-security-policy"] = sandbox;
        if (!layers.includes("policy") && sandbox && layers.includes("isolation")) headers["content-security-policy"] = headers["content-security-policy"].replace(sandbox, "").replace(/;\s*$/, "");
        let body = Buffer.concat(parts);
        if (layers.length && /html/.test(headers["content-type"])) body = Buffer.from(without(body.toString(), layers));
        response.writeHead(answer.statusCode, { ...headers, "content-length": body.length, ...(layers.length && { "cache-control": "no-store" }) });
        response.end(body);
      });
    });
    request.pipe(on.on("error", () => response.destroy()));
  });
  const url = `http://127.0.0.1:${await port(server)}`;

  // A host page. To the browser it is another site: localhost, not 127.0.0.1.
  const host = http.createServer((request, response) => {
    if (request.url !== "/") return response.writeHead(404).end();
    const snippet = readFileSync(join(folder, "embed/frame.txt"), "utf8");
    const frame = snippet.replaceAll(snippet.match(/<a href="([^"]*)"/)[1], `${url}/`).replace(' loading="lazy"', "");
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
    response.end(without(`<!doctype html><title>host</title>${frame}`, layers));
  });
  const hostUrl = `http://localhost:${await port(host)}/`;

  // From a disk there is no header at all.
  const disk = mkdtempSync(join(tmpdir(), "eclaire-egress-"));
  const single = readFileSync(join(folder, "eclaire.html"), "utf8");
  writeFileSync(join(disk, "eclaire.html"), single);
  writeFileSync(join(disk, "bare.html"), without(single, Object.keys(LAYERS)));
  return {
    url, hostUrl, asked, folder,
    disk: () => `file://${disk}/${layers.includes("policy") ? "bare" : "eclaire"}.html`,
    off: (taken) => { layers = taken; },
    end() {
      for (const one of [server, host]) (one.close(), one.closeAllConnections());
      child.kill();
      rmSync(disk, { recursive: true, force: true });
    },
  };
}

const port = (server) => new Promise((done) => server.listen(0, "127.0.0.1", () => done(server.address().port)));
