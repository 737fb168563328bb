// The first of the scripts that are joined into one for the kiosk (offline, compare, staff, shell, and join.js): what a script imports,
// a browser may run without looking at its sum.
//
// What the kiosk has on this device: its files (through sw.js), and the settings that staff made. Nothing of a patient.
//
// The settings lie in the Cache API beside the files: { mm, idle, voices, checked }, that is CSS pixels per millimetre, seconds
// of idleness, whether staff have tried voices of which the browser cannot say where they speak, and when the server was last asked for a
// new version.

const HOURS = 3600 * 1000;
const CHECK_EVERY = 4 * HOURS;
/** As long as nothing is installed here. */
const INSTALL_EVERY = HOURS / 12;
const HERE = new URL("./", location.href).pathname;
const FIRST = { mm: 3.78, idle: 90, voices: 0, checked: null };

/** What may be set, and between which bounds. */
const BOUNDS = { mm: [2.5, 12], idle: [60, 600], voices: [0, 1] };

let settings = { ...FIRST };
let registration;
/** When the server was last asked, on a clock that cannot be set; the settings say it for the next start. */
let asked = null;

/** The settings as they are now. */
const now = () => settings;

/** Reads the settings. What is missing or out of bounds is as it was at first. */
async function read() {
  try {
    const kept = await (await (await shelf()).match("settings.json"))?.json();
    settings = { ...FIRST, ...valid(kept) };
  } catch {
    // Nothing may be kept here (a private window, an address without https): the kiosk goes on with what it has.
  }
}

/** Sets and keeps some of them. */
async function set(some) {
  settings = { ...settings, ...valid(some) };
  try {
    await (await shelf()).put("settings.json", new Response(JSON.stringify(settings)));
  } catch {
    // As above: they hold until the page is left.
  }
}

const shelf = () => caches.open(`eclaire ${HERE} settings`);

function valid(some) {
  const within = (key) => typeof some?.[key] === "number" && some[key] >= BOUNDS[key][0] && some[key] <= BOUNDS[key][1];
  const kept = Object.fromEntries(Object.keys(BOUNDS).filter(within).map((key) => [key, some[key]]));
  if (Number.isFinite(Date.parse(some?.checked))) kept.checked = some.checked;
  return kept;
}

/** Installs the files. `leave` is called when another version has taken over: the page has to be opened anew. */
async function install(leave) {
  const worker = navigator.serviceWorker;
  if (!worker) return;
  let controlled = Boolean(worker.controller);
  worker.addEventListener("controllerchange", () => {
    if (controlled) leave();
    controlled = true;
  });
  try {
    await register();
    if (!settings.checked) await set({ checked: new Date().toISOString() });
    // Only as an installed app: in a window some browsers would put the question to whoever stands there.
    if (matchMedia("(display-mode: fullscreen), (display-mode: standalone)").matches) await navigator.storage.persist();
  } catch {
    // Without it the kiosk works as long as there is a network; the staff screen says so.
  }
}

async function register() {
  registration = await navigator.serviceWorker.register("sw.js", { updateViaCache: "none" });
}

/** Whether a version is here or on its way: a browser forgets a worker whose first files came damaged. */
const registered = () => Boolean(registration?.active ?? registration?.waiting ?? registration?.installing);

/** Asks the server whether there is another version; says whether it answered. Never called during a visit. */
async function check() {
  asked = performance.now();
  try {
    await (registered() ? registration.update() : register());
    await set({ checked: new Date().toISOString() });
    return true;
  } catch {
    return false;
  }
}

/** Between two visits: a version that lies ready takes over; if it is long ago, the server is asked. */
async function between() {
  if (registration?.waiting) return registration.waiting.postMessage("take over");
  if (!navigator.serviceWorker) return;
  const every = registered() ? CHECK_EVERY : INSTALL_EVERY;
  const since = Date.now() - (Date.parse(settings.checked) || 0);
  // After a start the settings say how long ago it is; of a day that lies ahead nobody knows. From then on no clock that can be set does.
  const late = asked === null && registered() ? since < 0 || since >= every : performance.now() - (asked ?? 0) >= every;
  if (late) await check();
}

/** Whether a version is being fetched or lies ready. */
const coming = () => Boolean(registration?.installing ?? registration?.waiting);

/** Tells the service worker something: its answer says which version it gives out; `null` without one. */
function tell(what) {
  const worker = registration?.active;
  if (!worker) return null;
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data);
    worker.postMessage(what, [port2]);
  });
}
