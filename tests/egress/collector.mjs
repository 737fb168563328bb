// What stands on the other side: it answers to every name, on every way out that a browser has, and notes who came.
//
// Each attempt has a number, which is its host name (`n17.out.test`) and its path (`/n17`): whatever arrives tells by which channel it
// came, even if it is only a name that was asked for.
import dgram from "node:dgram";
import http from "node:http";
import net from "node:net";
import { createHash } from "node:crypto";

/** The ports on which it listens, on this machine only. */
export const PORTS = { http: 8901, tls: 8943, stun: 3478, turn: 3479, names: 53 };
const GIF = Buffer.from("R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==", "base64");

/** Starts it. `names`: whether it is this machine's name server too, which takes a network of its own (run.mjs). */
export async function collector({ names = true } = {}) {
  const arrived = [];
  const asked = [];
  const note = (how, text, more = {}) => arrived.push({ how, number: /\bn(\d+)\b/.exec(text)?.[1], text: text.slice(0, 120), ...more });
  const ends = [];

  const web = http.createServer((request, response) => {
    note("http", `${request.headers.host}${request.url}`, { method: request.method, referer: request.headers.referer });
    const type = /Accept:.*text\/event-stream/i.test(JSON.stringify(request.headers)) ? "text/event-stream" : "image/gif";
    request.resume();
    response.writeHead(200, { "content-type": type, "access-control-allow-origin": "*", "access-control-allow-headers": "*", "cache-control": "no-store" });
    response.end(GIF);
  });
  web.on("upgrade", (request, socket) => {
    note("websocket", `${request.headers.host}${request.url}`);
    const key = createHash("sha1").update(`${request.headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");
    socket.on("error", () => {});
    socket.end(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`);
  });
  // A connection alone says something: to whom, and when.
  web.on("connection", () => arrived.push({ how: "tcp", text: `port ${PORTS.http}` }));
  await listen(web, PORTS.http);
  ends.push(() => (web.close(), web.closeAllConnections()));

  const tls = net.createServer((socket) => {
    socket.on("error", () => {});
    // The name stands in the greeting, before anything is secret.
    socket.once("data", (bytes) => (note("tls", bytes.toString("latin1")), socket.destroy()));
    arrived.push({ how: "tcp", text: `port ${PORTS.tls}` });
  });
  await listen(tls, PORTS.tls);
  ends.push(() => tls.close());

  for (const [how, port] of [["udp", PORTS.tls], ["stun", PORTS.stun], ["turn", PORTS.turn]]) {
    const socket = dgram.createSocket("udp4");
    socket.on("message", (bytes) => note(how, bytes.toString("latin1").replace(/[^\w.-]/g, " ")));
    await new Promise((done) => socket.bind(port, "127.0.0.1", done));
    ends.push(() => socket.close());
  }
  const relay = net.createServer((socket) => (arrived.push({ how: "turn-tcp", text: `port ${PORTS.turn}` }), socket.on("error", () => {}).destroy()));
  await listen(relay, PORTS.turn);
  ends.push(() => relay.close());

  if (names) {
    const server = dgram.createSocket("udp4");
    server.on("message", (question, from) => {
      const { name, type, end } = asks(question);
      asked.push(name);
      if (name.endsWith(".out.test")) note("name", name);
      server.send(answers(question.subarray(0, end), name, type), from.port, from.address);
    });
    await new Promise((done) => server.bind(PORTS.names, "127.0.0.1", done));
    ends.push(() => server.close());
  }

  return {
    arrived,
    asked,
    /** By which ways the attempt with this number arrived. */
    of: (number) => [...new Set(arrived.filter((one) => one.number === String(number)).map(({ how }) => how))],
    end: () => ends.forEach((end) => end()),
  };
}

const listen = (server, port) => new Promise((done) => server.listen(port, "127.0.0.1", done));

/** What a question to a name server asks for, and where it ends. */
function asks(question) {
  const labels = [];
  let at = 12;
  while (question[at]) {
    labels.push(question.toString("latin1", at + 1, at + 1 + question[at]));
    at += question[at] + 1;
  }
  return { name: labels.join(".").toLowerCase(), type: question.readUInt16BE(at + 1), end: at + 5 };
}

/** Every name of ours is this machine; others there are not. */
function answers(question, name, type) {
  const ours = name.endsWith(".test");
  const found = ours && type === 1;
  const head = Buffer.from(question);
  head.writeUInt16BE(ours ? 0x8180 : 0x8183, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(found ? 1 : 0, 6);
  head.writeUInt32BE(0, 8);
  return found ? Buffer.concat([head, Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, 127, 0, 0, 1])]) : head;
}
