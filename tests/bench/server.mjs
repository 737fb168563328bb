// Serves a folder on this machine as a good host does: packed beforehand (brotli 11), with the headers that the site asks for.
//
// It does not take `eclaire serve` nor the tests' proxy: those pack nothing, and everyone here is to be served alike.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import http from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".svg": "image/svg+xml",
  ".json": "application/json", ".txt": "text/plain; charset=utf-8", ".webmanifest": "application/manifest+json", ".png": "image/png", ".bin": "application/octet-stream",
};
/** What is packed already. */
const PACKED = new Set([".png", ".woff2"]);
const packed = new Map();

function pack(body) {
  const key = createHash("sha256").update(body).digest("hex");
  if (!packed.has(key)) {
    packed.set(key, brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }));
  }
  return packed.get(key);
}

/** The headers of a site's file `headers/_headers`, by path; `/*` stands for every path. */
function headersOf(folder) {
  const file = join(folder, "headers/_headers");
  const headers = new Map();
  if (!existsSync(file)) return headers;
  let path;
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line.startsWith("/")) headers.set((path = line.trim()), {});
    const [, key, value] = line.match(/^\s+([\w-]+): (.*)$/) ?? [];
    if (key) headers.get(path)[key] = value;
  }
  return headers;
}

/**
 * A folder, or one page as a text, on a port of its own, which no visit before had: nothing of it is in any cache. `sent()`: the bytes
 * that went out. It ends with `stop()`, and by itself after ten minutes.
 */
export async function serve({ folder, page }) {
  const headers = folder ? headersOf(folder) : new Map();
  const sockets = new Set();
  let gone = 0;
  const server = http.createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://site").pathname);
    const file = folder && join(folder, normalize(path), path.endsWith("/") ? "index.html" : "");
    if (folder ? !(existsSync(file) && statSync(file).isFile()) : path !== "/") return response.writeHead(404).end();
    const body = folder ? readFileSync(file) : Buffer.from(page);
    const ending = folder ? extname(file) : ".html";
    const small = PACKED.has(ending) ? body : pack(body);
    response.writeHead(200, {
      "content-type": TYPES[ending] ?? "application/octet-stream", "content-length": small.length,
      ...(small === body ? {} : { "content-encoding": "br", vary: "accept-encoding" }), ...headers.get("/*"), ...headers.get(path),
    });
    response.end(small);
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => (sockets.delete(socket), (gone += socket.bytesWritten)));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const stop = () => (clearTimeout(timer), server.close(), server.closeAllConnections());
  const timer = setTimeout(stop, 600_000).unref();
  return { port: server.address().port, sent: () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, gone), stop };
}
