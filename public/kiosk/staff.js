// The staff's screen of the kiosk, over the place of the frame: what is installed, the size of a millimetre, how long the kiosk
// waits, and half a minute in which the screen may be wiped. It closes by itself when nobody touches it.

const UNTOUCHED = 120_000;
const CLEANING = 30_000;

const staff = document.getElementById("staff");
const cleaning = document.getElementById("cleaning");
const part = (name) => staff.querySelector(`[data-is=${name}]`);
const say = (name, text) => { part(name).textContent = text; };
let touched = 0;
let cleanUntil = 0;

/** Whether staff has the screen. */
const isOpen = () => staff.open || cleaning.open;

/** Opens the screen. In `trouble`, when the kiosk cannot begin, it says at once which files are not what they should be. */
async function open(trouble = false) {
  touched = performance.now();
  say("said", "");
  part("compared").replaceChildren();
  staff.showModal();
  staff.scrollTop = 0;
  draw();
  await installed();
  if (!trouble) return;
  part("compared").scrollIntoView();
  await compared();
}

/** Listens. `done` is called when the screen belongs to patients again. */
function prepare(done) {
  const acts = {
    back: close,
    check: async () => {
      say("said", part("said").dataset.asking);
      const answered = await check();
      say("said", part("said").dataset[!answered ? "refused" : coming() ? "coming" : "latest"]);
      await installed();
      if (!answered) await compared();
    },
    compare: compared,
    before: async () => { await tell("go back"); location.replace(location.pathname); },
    after: async () => { await tell("go forward"); location.replace(location.pathname); },
    clean: () => {
      cleanUntil = performance.now() + CLEANING;
      staff.close();
      cleaning.showModal();
      countDown();
    },
  };
  staff.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (button?.dataset.scale) scale(Number(button.dataset.scale));
    else acts[button?.dataset.do]?.();
  });
  part("idle").addEventListener("change", ({ target }) => set({ idle: Number(target.value) }));
  part("own").addEventListener("change", ({ target }) => set({ voices: Number(target.checked) }).then(drawVoices));
  // Browsers find them late.
  globalThis.speechSynthesis?.addEventListener?.("voiceschanged", drawVoices);
  for (const touch of ["pointerdown", "keydown", "input"]) {
    staff.addEventListener(touch, () => { touched = performance.now(); });
  }
  // Nothing that is pressed while the screen is wiped ends the lock.
  cleaning.addEventListener("cancel", (event) => event.preventDefault());
  addEventListener("keydown", (event) => cleaning.open && event.preventDefault(), true);
  cleaning.addEventListener("close", () => performance.now() < cleanUntil && cleaning.showModal());
  for (const dialog of [staff, cleaning]) dialog.addEventListener("close", () => isOpen() || done());
  setInterval(() => {
    if (cleaning.open) countDown();
    else if (staff.open && performance.now() - touched >= UNTOUCHED) close();
  }, 250);
}

const close = () => staff.close();

function countDown() {
  const left = Math.ceil((cleanUntil - performance.now()) / 1000);
  cleaning.querySelector("[data-is=left]").textContent = Math.max(left, 0);
  if (left <= 0) cleaning.close();
}

function scale(by) {
  const [least, most] = BOUNDS.mm;
  set({ mm: Math.round(Math.min(Math.max(now().mm * by, least), most) * 100) / 100 });
  draw();
}

function draw() {
  const { mm, idle, checked } = now();
  staff.style.setProperty("--mm", `${mm}px`);
  say("mm", mm.toLocaleString("fr", { maximumFractionDigits: 2 }));
  part("idle").value = String(idle);
  drawVoices();
  say("checked", checked ? new Date(checked).toLocaleString("fr", { dateStyle: "long", timeStyle: "short" }) : part("checked").dataset.never);
}

/** Which languages have a voice that is the device's own; voice.rs chooses among them. */
function drawVoices() {
  const all = globalThis.speechSynthesis?.getVoices() ?? [];
  // Firefox has no others than the system's, and on Linux says of none that it is local.
  const unsure = all.filter(({ localService, voiceURI }) => !localService && voiceURI.startsWith("urn:moz-tts:"));
  const own = all.filter((one) => one.localService || (now().voices && unsure.includes(one)));
  const { yes, none } = part("voices").dataset;
  for (const place of staff.querySelectorAll("[data-voice]")) {
    place.textContent = own.some(({ lang }) => lang.toLowerCase().startsWith(place.dataset.voice)) ? yes : none;
  }
  part("unsure").hidden = unsure.length === 0;
  part("own").checked = Boolean(now().voices);
}

/** What the device has, as the service worker says it. */
async function installed() {
  const is = await tell("version");
  say("sum", is?.sum ?? part("sum").dataset.none);
  part("before").hidden = !is?.before;
  part("after").hidden = !is?.gone;
  draw();
}

/** Compares, and says what came out. */
async function compared() {
  const place = part("compared");
  const { dataset } = place;
  const line = (text) => Object.assign(document.createElement("p"), { textContent: text });
  place.replaceChildren(line(dataset.comparing));
  const { differ, pages, added, via } = await compare();
  touched = performance.now();
  if (differ.length === 0) return place.replaceChildren(line(dataset.same));
  if (differ.every(({ status }) => status === 0)) return place.replaceChildren(line(dataset.silent));
  const list = document.createElement("ul");
  for (const { file, status } of differ) {
    const is = status === 200 ? dataset.changed : status === 0 ? dataset.nothing : dataset.status.replace("{status}", status);
    list.append(Object.assign(document.createElement("li"), { textContent: `${file === "./" ? "kiosk/" : file}\u00a0: ${is}` }));
  }
  const why = added.length > 0 ? dataset.added.replace("{added}", added.join(", ")) : pages ? dataset.pages : dataset.mixed;
  place.replaceChildren(line(dataset.differ), list, line(why), ...(via ? [line(dataset.via.replace("{via}", via))] : []));
}
