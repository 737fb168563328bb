// The staff's screen of the kiosk, over the place of the frame: what is installed, the size of a millimetre, how long the kiosk
// waits, and half a minute in which the screen may be wiped. It closes by itself when nobody touches it.
import { BOUNDS, check, coming, now, set, tell } from "./offline.js";

const UNTOUCHED = 120_000;
const CLEANING = 30_000;

const staff = document.getElementById("staff");
const cleaning = document.getElementById("cleaning");
const part = (name) => staff.querySelector(`[data-is=${name}]`);
const say = (name, text) => { part(name).textContent = text; };
let touched = 0;
let cleanUntil = 0;

/** Whether staff has the screen. */
export const isOpen = () => staff.open || cleaning.open;

/** Opens the screen. */
export async function open() {
  touched = performance.now();
  say("said", "");
  staff.showModal();
  staff.scrollTop = 0;
  draw();
  await installed();
}

/** Listens. `done` is called when the screen belongs to patients again. */
export function prepare(done) {
  const acts = {
    back: close,
    check: async () => {
      say("said", part("said").dataset.asking);
      const answered = await check();
      say("said", part("said").dataset[!answered ? "refused" : coming() ? "coming" : "latest"]);
      await installed();
    },
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
  say("checked", checked ? new Date(checked).toLocaleString("fr", { dateStyle: "long", timeStyle: "short" }) : part("checked").dataset.never);
}

/** What the device has, as the service worker says it. */
async function installed() {
  const is = await tell("version");
  say("sum", is?.sum ?? part("sum").dataset.none);
  part("before").hidden = !is?.before;
  part("after").hidden = !is?.gone;
  draw();
}
