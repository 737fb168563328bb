// A real nginx with the headers that a site carries: on this machine only, with a folder of its own; it stops by itself.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import net from "node:net";
import { userInfo } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { temporaryFolder } from "./site.mjs";

const servers = [];

/** The address of a site, served by nginx as `headers/nginx.conf` says. */
export async function nginx(site) {
  const [folder, port] = [temporaryFolder(), await freePort()];
  const own = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((one) => `${one}_temp_path ${folder}/${one};`);
  writeFileSync(join(folder, "nginx.conf"), `
    user ${userInfo().username}; worker_processes 1; daemon off; pid ${folder}/pid; error_log stderr;
    events {}
    http {
      include /etc/nginx/mime.types; default_type application/octet-stream; access_log off; ${own.join(" ")}
      server { listen 127.0.0.1:${port}; root ${site}; index index.html; include ${site}/headers/nginx.conf; }
    }`);
  const server = spawn("timeout", ["3600", "nginx", "-p", folder, "-e", "stderr", "-c", join(folder, "nginx.conf")]);
  servers.push(server);
  let said = "";
  server.stderr.setEncoding("utf8").on("data", (text) => (said += text));
  let ended = false;
  server.once("exit", () => (ended = true));
  const address = `http://127.0.0.1:${port}`;
  while (!(await fetch(address).then(() => true, () => false))) {
    if (ended) throw new Error(`nginx ended: ${said}`);
  }
  return address;
}

function freePort() {
  return new Promise((done) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

after(() => servers.forEach((server) => server.kill()));
