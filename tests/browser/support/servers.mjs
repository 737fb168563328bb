// Real web servers of Debian with the headers that a site carries: on this machine only, each with a folder of its own; they stop by
// themselves.
import { spawn } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import net from "node:net";
import { userInfo } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { temporaryFolder } from "./site.mjs";

const servers = [];

/**
 * What each server is started with: its configuration for a site in `root`, on the server's own root or below `/ia/`, where `www` is
 * the folder around. Everything else is as `docs/hosting.md` says.
 */
const SERVERS = {
  nginx({ folder, port, www, root, below }) {
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((one) => `${one}_temp_path ${folder}/${one};`);
    const site = below
      ? `root ${www}; location = /ia { absolute_redirect off; return 301 /ia/; } location ^~ /ia/ { root ${www}; index index.html; error_page 404 /ia/404.html; include ${root}/headers/nginx.conf; }`
      : `root ${root}; index index.html; error_page 404 /404.html; include ${root}/headers/nginx.conf;`;
    writeFileSync(join(folder, "conf"), `
      user ${userInfo().username}; worker_processes 1; daemon off; pid ${folder}/pid; error_log stderr;
      events {}
      http {
        include /etc/nginx/mime.types; default_type application/octet-stream; access_log off; ${temporary.join(" ")}
        server { listen 127.0.0.1:${port}; ${site} }
      }`);
    return ["nginx", "-p", folder, "-e", "stderr", "-c", join(folder, "conf")];
  },
  apache({ folder, port, www, root, below }) {
    const modules = ["mpm_event", "authz_core", "dir", "mime", "headers", "deflate", "filter"];
    writeFileSync(join(folder, "conf"), `
      ServerRoot ${folder}
      ServerName https://localhost
      Listen 127.0.0.1:${port}
      PidFile ${folder}/pid
      DefaultRuntimeDir ${folder}
      ErrorLog ${folder}/error.log
      ${modules.map((one) => `LoadModule ${one}_module /usr/lib/apache2/modules/mod_${one}.so`).join("\n")}
      User www-data
      TypesConfig /etc/mime.types
      DocumentRoot ${below ? www : root}
      <Directory />
        Require all granted
      </Directory>
      <Directory ${root}>
        Include ${root}/headers/apache.conf
        ErrorDocument 404 ${below ? "/ia" : ""}/404.html
      </Directory>`);
    return ["apache2", "-D", "FOREGROUND", "-f", join(folder, "conf")];
  },
  caddy({ folder, port, www, root, below }) {
    const files = `root * ${below ? www : root}\nimport ${root}/headers/Caddyfile\nfile_server`;
    const lost = `rewrite * ${below ? "/ia" : ""}/404.html\n${files}`;
    const site = below
      ? `redir /ia /ia/\nhandle /ia/* {\n${files}\n}`
      : `handle {\n${files}\n}`;
    const found = `@lost {\nexpression {err.status_code} == 404\n${below ? "path /ia/*" : ""}\n}`;
    const errors = `handle_errors {\n${found}\nroute @lost {\n${lost}\n}\n}`;
    writeFileSync(join(folder, "conf"), `{\nadmin off\nauto_https off\n}\nhttp://:${port} {\nbind 127.0.0.1\n${site}\n${errors}\n}\n`);
    return ["caddy", "run", "--config", join(folder, "conf"), "--adapter", "caddyfile"];
  },
  lighttpd({ folder, port, www, root, below }) {
    const include = `server.error-handler = "${below ? "/ia" : ""}/404.html" include "${root}/headers/lighttpd.conf"`;
    writeFileSync(join(folder, "conf"), `
      server.modules = ("mod_setenv", "mod_deflate", "mod_expire")
      server.bind = "127.0.0.1"
      server.port = ${port}
      server.document-root = "${below ? www : root}"
      index-file.names = ("index.html")
      mimetype.assign = (".html" => "text/html", ".css" => "text/css", ".js" => "text/javascript", ".json" => "application/json",
        ".svg" => "image/svg+xml", ".png" => "image/png", ".txt" => "text/plain")
      ${below ? `$HTTP["url"] =~ "^/ia/" { ${include} }` : include}`);
    return ["lighttpd", "-D", "-f", join(folder, "conf")];
  },
};

/** The servers, by name. */
export const NAMES = Object.keys(SERVERS);

/** The address of a site on one of them, with its slash; on its root, or below `/ia/` of a server that has something else. */
export async function server(name, site, { below = false } = {}) {
  const [folder, port, www] = [temporaryFolder(), await freePort(), temporaryFolder()];
  // Apache and its like are other users.
  const root = below ? join(www, "ia") : site;
  if (below) {
    symlinkSync(site, root);
    mkdirSync(join(www, "other"));
    writeFileSync(join(www, "other", "page.html"), "<!doctype html><title>The hospital's own</title>");
  }
  const command = SERVERS[name]({ folder, port, www, root, below });
  const home = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const started = spawn("timeout", ["3600", ...command], { env: home });
  servers.push(started);
  let said = "";
  for (const stream of [started.stdout, started.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
  let ended = false;
  started.once("exit", () => (ended = true));
  const address = `http://127.0.0.1:${port}`;
  while (!(await fetch(address).then(() => true, () => false))) {
    if (ended) throw new Error(`${name} ended: ${said}`);
    await new Promise((done) => setTimeout(done, 50));
  }
  return below ? `${address}/ia/` : `${address}/`;
}

function freePort() {
  return new Promise((done) => {
    const listens = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = listens.address();
      listens.close(() => done(port));
    });
  });
}

after(() => servers.forEach((one) => one.kill()));
