// Where the time of a start goes: `node tests/bench/profile.mjs [--site PATH] [--program FILE] [--uses 19] [--form page] [--press EXPRESSION]
// [--functions]`.
//
// The same tablet as in run.mjs, once, with Chromium's own trace: for each kind of work on the page's main thread how long it took by itself.
// With `--press` not the start is traced but a click on what the expression gives. With `--functions` it is also said in which scripts and
// functions; looking for that slows the page itself, so that only the shares mean something.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import WebSocket from "ws";
import { Browser } from "./browser.mjs";
import { release } from "./release.mjs";
import { serve } from "./server.mjs";
import { hostPage, subjects } from "./subjects.mjs";

const root = resolve(fileURLToPath(import.meta.url), "../../..");
const { values } = parseArgs({ options: {
  site: { type: "string", default: root }, program: { type: "string" }, uses: { type: "string", default: "19" },
  form: { type: "string", default: "page" }, press: { type: "string" }, functions: { type: "boolean" },
} });
const CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline", "v8", "v8.wasm", ...(values.functions ? ["disabled-by-default-v8.cpu_profiler"] : [])];

/** Chromium's tracing, over a connection of its own: the one of the driver leads to a page only. */
class Trace {
  static async of(browser) {
    const trace = new Trace();
    const options = (await browser.driver.getCapabilities()).get("goog:chromeOptions");
    const { webSocketDebuggerUrl } = await (await fetch(`http://${options.debuggerAddress}/json/version`)).json();
    trace.socket = new WebSocket(webSocketDebuggerUrl, { perMessageDeflate: false, maxPayload: 1e9 });
    await new Promise((done, fail) => trace.socket.once("open", done).once("error", fail));
    trace.events = [];
    trace.socket.on("message", (data) => {
      const { method, params } = JSON.parse(data);
      if (method === "Tracing.dataCollected") trace.events.push(...params.value);
      if (method === "Tracing.tracingComplete") trace.complete();
    });
    return trace;
  }

  say(method, params = {}) {
    this.socket.send(JSON.stringify({ id: 1, method, params }));
    return new Promise((done) => setTimeout(done, 500));
  }

  begin() {
    return this.say("Tracing.start", { traceConfig: { includedCategories: CATEGORIES, recordMode: "recordAsMuchAsPossible" }, transferMode: "ReportEvents" });
  }

  async end() {
    const all = new Promise((done) => (this.complete = done));
    await this.say("Tracing.end");
    await all;
    this.socket.close();
    return this.events;
  }
}

/** Every event of the busiest main thread that took time, in their order, each with the whole task that it is a part of. */
function onMain(events) {
  const mains = new Set(events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(({ pid, tid }) => `${pid} ${tid}`));
  const threads = new Map();
  for (const event of events) {
    const key = `${event.pid} ${event.tid}`;
    if (!threads.has(key)) threads.set(key, []);
    threads.get(key).push(event);
  }
  const whole = (thread) => thread.filter(({ ph, dur }) => ph === "X" && dur > 0);
  const sum = (thread) => whole(thread).filter(({ name }) => name === "RunTask").reduce((all, { dur }) => all + dur, 0);
  const [main] = [...mains].map((key) => threads.get(key) ?? []).sort((one, other) => sum(other) - sum(one));
  return whole(main).sort((one, other) => one.ts - other.ts || other.dur - one.dur);
}

/** The time each kind of event took by itself, in milliseconds, longest first. */
function byKind(events) {
  const own = new Map();
  const stack = [];
  for (const event of events) {
    while (stack.length && stack.at(-1).ts + stack.at(-1).dur <= event.ts) stack.pop();
    const add = (name, time) => own.set(name, (own.get(name) ?? 0) + time);
    if (stack.length) add(stack.at(-1).name, -event.dur / 1000);
    add(event.name, event.dur / 1000);
    stack.push(event);
  }
  return [...own].sort(([, one], [, other]) => other - one);
}

/** What each task over 50 ms was made of. */
function longTasks(events) {
  const tasks = events.filter(({ name, dur }) => name === "RunTask" && dur > 50_000);
  return tasks.map((task) => {
    const within = events.filter(({ ts, dur }) => ts >= task.ts && ts + dur <= task.ts + task.dur);
    const parts = byKind(within).filter(([, time]) => time >= 5).map(([name, time]) => `${name} ${Math.round(time)}`);
    return `${Math.round(task.dur / 1000)}: ${parts.join(", ")}`;
  });
}

/** How long each function ran by itself, by what the sampler saw. */
function byFunction(events) {
  const own = new Map();
  const nodes = new Map();
  for (const { name, pid, id, args } of events) {
    if (name !== "ProfileChunk") continue;
    const { cpuProfile = {}, timeDeltas = [] } = args.data;
    for (const node of cpuProfile.nodes ?? []) nodes.set(`${pid} ${id} ${node.id}`, node.callFrame);
    (cpuProfile.samples ?? []).forEach((sample, at) => {
      const frame = nodes.get(`${pid} ${id} ${sample}`);
      if (!frame || /^\((idle|root)\)$/.test(frame.functionName)) return;
      const called = `${frame.functionName || "(anonymous)"} ${frame.url?.split("/").at(-1) ?? ""}`.trim();
      own.set(called, (own.get(called) ?? 0) + timeDeltas[at] / 1000);
    });
  }
  return [...own].sort(([, one], [, other]) => other - one);
}

const folder = mkdtempSync(join(tmpdir(), "eclaire-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
const browser = await Browser.start();
const [subject] = subjects({ releases: { site: release(values.site, values.program) }, uses: Number(values.uses), only: [values.form], root, folder });
const site = await serve({ folder: subject.folder });
const host = subject.host ? await serve({ page: hostPage(subject.folder, site.port) }) : undefined;
const visit = (slow) => browser.visit(`http://127.0.0.1:${host ? `${host.port}/` : site.port + subject.path}`, subject, { slow });
await visit(false);
await browser.leave();
const trace = await Trace.of(browser);
if (!values.press) await trace.begin();
const seen = await visit(true);
if (values.press) {
  await trace.begin();
  console.log(`pressed: ${await browser.click(values.press, "() => true")} ms`);
  await new Promise((done) => setTimeout(done, 2000));
}
const events = await trace.end();
await browser.stop();
site.stop();
host?.stop();
console.log(`first paint ${Math.round(seen.paint)}, first answer ${Math.round(seen.first)}, program there ${Math.round(seen.there)} ms`);
console.log(`tasks over 50 ms (start + length): ${seen.long.map(([start, length]) => `${Math.round(start)} + ${Math.round(length)}`).join(", ")}\n`);
const list = (heading, rows) => console.log(`| ${heading} | ms |\n| --- | --: |\n${rows.filter(([, time]) => time >= 5).slice(0, 25).map(([name, time]) => `| ${name} | ${Math.round(time)} |`).join("\n")}\n`);
const main = onMain(events);
list("kind of work, by itself", byKind(main));
console.log(`Tasks over 50 ms, in their order:\n${longTasks(main).map((task) => `- ${task}\n`).join("")}`);
if (values.functions) list("function, by itself", byFunction(events));
