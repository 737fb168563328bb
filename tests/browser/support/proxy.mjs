// A small server on this machine between the browser and the program: it counts, delays and spoils.
import http from "node:http";
import { after } from "node:test";

const proxies = [];

/**
 * Passes everything on to `origin`, and remembers what was asked for.
 * `hold`: a pattern; files that match wait until `release()`.
 * `change`: a function that may replace the answer `{ status, headers, body }` for a path; with `cut: true` the connection ends after
 * half of the body that was promised, of a file that matches `hold` at `release()`; with `halting: true` the other half comes then.
 * `become(origin)` passes everything on to another site from then on, under the same address. `stop()`: no server answers there
 * any more, until `resume()`.
 */
export async function proxy(origin, { hold, change } = {}) {
  const requests = [];
  const become = (another) => (origin = another);
  let release;
  const released = new Promise((done) => (release = done));
  const server = http.createServer(async (request, response) => {
    requests.push({ path: request.url, method: request.method, at: new Date().toISOString() });
    // A file of tests may end while a page still loads: nobody waits for that answer any more.
    const answer = await pass(origin, request).catch(() => undefined);
    if (!answer) return response.destroy();
    const held = hold?.test(request.url) ? released : Promise.resolve();
    const { status, headers, body, cut, halting } = change?.(request.url, answer) ?? answer;
    if (!cut && !halting) await held;
    response.writeHead(status, { ...headers, "content-length": body.length });
    if (cut || halting) {
      const half = body.length >> 1;
      response.write(body.subarray(0, half), () => held.then(() => (cut ? response.destroy() : response.end(body.subarray(half)))));
      return;
    }
    response.end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  proxies.push(server);
  const { port } = server.address();
  const stop = () => new Promise((done) => (server.close(done), server.closeAllConnections()));
  const resume = () => new Promise((done) => server.listen(port, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${port}`, requests, release, become, stop, resume };
}

function pass(origin, request) {
  const { url, method } = request;
  const headers = { ...request.headers, host: new URL(origin).host };
  return new Promise((done, fail) => {
    // A connection of its own: the program closes one on which a report came, and another request on it would fail.
    const on = http.request(origin + url, { method, headers, agent: false }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => {
        const { "transfer-encoding": _, ...headers } = answer.headers;
        done({ status: answer.statusCode, headers, body: Buffer.concat(parts) });
      });
    });
    request.pipe(on.on("error", fail));
  });
}

after(() => proxies.forEach((server) => (server.close(), server.closeAllConnections())));
