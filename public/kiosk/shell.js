// The kiosk's shell: keeps the text of a visit in memory and shows it in a frame that can neither send nor keep anything.
// A wipe is a new frame: with the old one go its answers, its timers, its speech, its memory (rules 37, 38, 87).
//
// The frame may say seven words, and nothing else crosses: live, alive, begun, erase, staff, printing, stopped.

const TICK = 5000;
/** How many ticks a frame may be silent: a minute once it lives; while it has never lived, longer each time. */
const PATIENCE = 12;
/** How many ticks the text of a visit may take before staff are offered to look why. */
const SOON = 4;
/** The longest of those, and as long may the text of a visit take to come, and a printer's question stand. */
const LONGEST = 60;

/** Whether the program can run here: older browsers know no policy that lets it (Chromium before 97), or no such program. */
const RUNS = (() => {
  try {
    return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    return false;
  }
})();

const place = document.getElementById("visit");
const stopped = document.getElementById("stopped");
/** The way to the staff's screen as long as no visit is there to lead to it. */
const team = document.getElementById("team");
const { title, notReady, version } = place.dataset;
/** How the text of a visit is put together: join.js, joined behind this script, does it. */
const recipe = JSON.parse(document.getElementById("recipe").textContent);
let text = null;
let frame = null;
let shown = document.readyState === "complete";
let begun = false;
let live = false;
let printing = false;
/** The program of this visit has broken down: whatever its clock still says, it is not alive. */
let broken = false;
let leaving = false;
let silence = 0;
let tries = 0;
let loading = null;

function wipe() {
  frame?.remove();
  frame = null;
  begun = live = printing = broken = false;
  silence = 0;
}

/** Wipes, and begins again. */
function fresh() {
  wipe();
  if (leaving) return leave();
  if (text === null || !shown || isOpen()) return;
  frame = document.createElement("iframe");
  frame.title = title;
  frame.setAttribute("sandbox", RUNS ? "allow-scripts allow-modals" : "");
  frame.setAttribute("allow", "");
  const { mm, idle, voices, checked } = now();
  frame.name = JSON.stringify({ mm, idle, voices, version, checked: checked?.slice(0, 10) ?? "" });
  frame.srcdoc = RUNS ? text : toRead(text);
  place.textContent = "";
  place.append(frame);
}

/** The text of a visit without its program: nothing can be ticked, since nobody would wipe it. */
const toRead = (text) => text.replace(/<(input|button) /g, "<$1 disabled ").replace(/class="without-program"/g, "$& hidden");

/** Another version has taken over: it begins with a page of its own, but never in the middle of a visit. */
function leave() {
  leaving = true;
  if (begun || isOpen()) return;
  wipe();
  location.replace(location.pathname);
}

const heard = new Map([
  ["live", () => { live = true; tries = 0; }],
  ["alive", () => {}],
  ["begun", () => { begun = true; stopped.hidden = true; }],
  ["erase", () => { fresh(); between(); }],
  ["staff", () => { wipe(); open(); }],
  ["printing", () => {}],
  // Somebody was in the middle of a visit: it begins again, and why is said. Otherwise the frame is exchanged like one that is silent.
  ["stopped", () => {
    const interrupted = begun;
    live = false;
    broken = true;
    if (!interrupted) return;
    fresh();
    stopped.hidden = false;
    between();
  }],
]);

addEventListener("message", ({ source, data }) => {
  if (!frame || source !== frame.contentWindow || typeof data?.eclaire !== "string") return;
  const act = heard.get(data.eclaire);
  if (!act || broken) return;
  silence = 0;
  // While the printer asks, the frame sleeps: some browsers let it say nothing.
  printing = data.eclaire === "printing";
  act();
});

addEventListener("pagehide", () => { shown = false; wipe(); });
addEventListener("pageshow", () => { shown = true; fresh(); stayAwake(); });

async function load(cache = "default") {
  loading = new AbortController();
  try {
    text = await join(recipe, { cache, signal: loading.signal });
    team.hidden = true;
    fresh();
  } catch (error) {
    place.textContent = notReady;
    team.hidden = false;
    console.warn("Éclaire: the kiosk is not ready and tries again.", error);
  } finally {
    loading = null;
  }
}

/** Not from the browser's own cache: what is damaged there stays damaged. In the end with a shell that may know better. */
async function again() {
  // One at a time: what came second would end the visit that the first began.
  if (loading) return silence >= LONGEST && loading.abort();
  if (silence < PATIENCE) return load("reload");
  // Asked first: where no server answers, a browser would show a page of its own, from which nothing leads back.
  const shell = await fetch(location.pathname, { credentials: "omit", cache: "reload" }).catch(() => null);
  if (shell?.ok) location.replace(location.pathname);
}

// Counts ticks, not time: while the device sleeps, shell and frame sleep together. Before a printer's question only the frame does.
setInterval(() => {
  silence += 1;
  if (isOpen()) return;
  if (text === null && silence >= SOON) team.hidden = false;
  if (!begun) between();
  // Whoever reads there is left alone.
  if (!RUNS && frame) return;
  const patience = printing ? LONGEST : live ? PATIENCE : Math.min(PATIENCE * 2 ** tries, LONGEST);
  if (text === null && silence % 3 === 0) return again();
  if (silence < patience || !frame) return;
  if (!live) tries += 1;
  fresh();
}, TICK);

/** The screen stays on, where the browser lets us ask for it. */
async function stayAwake() {
  try {
    if (document.visibilityState === "visible") await navigator.wakeLock?.request("screen");
  } catch {
    // Refused: the device's own settings decide (docs/kiosk.md).
  }
}

document.addEventListener("visibilitychange", stayAwake);
for (const gesture of ["contextmenu", "dragstart", "selectstart"]) {
  document.addEventListener(gesture, (event) => event.preventDefault());
}

// Not with `await` at the top: browsers of 2020 would not even begin, and the kiosk would say for ever that it begins in a moment.
prepare(fresh);
team.addEventListener("click", () => open(true));
read().then(() => load()).then(() => install(leave));
