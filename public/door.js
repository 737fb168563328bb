// The door of a program, joined in front of each script that starts one: what goes wrong behind it, then or later, comes out here.
//
// A program that has broken down stays loaded, and would answer some touches and not others. So nothing reaches it any more, and the
// page becomes what it was without its program.
const root = document.documentElement;
root.dataset.app = "loading";

/** What a program of ours listens to. Links, controls and `details` go on working: the browser does that by itself. */
const HEARD = [
  "click", "change", "input", "reset", "submit", "toggle", "cancel", "close", "search", "keydown", "keyup", "pointerdown", "wheel",
  "focusin", "focusout", "scroll", "pageshow", "pagehide", "hashchange", "popstate", "visibilitychange", "beforeprint", "afterprint",
  "message", "storage", "load", "dragover", "drop",
];

/** Gives the function to call when the program has failed. `after` makes the page what it was, and is told whether the program had run. */
function door(after) {
  let lived;
  const fail = (error) => {
    if (lived === undefined) {
      lived = root.dataset.app === "live";
      root.dataset.app = "still";
      for (const type of HEARD) addEventListener(type, (event) => event.stopImmediatePropagation(), true);
      console.warn("Éclaire: the page goes on without its program.", error);
    }
    // Again each time: its clock and its observers still call it, and it may have drawn something before it broke down anew.
    after(lived);
  };
  // A trap, or whatever else is thrown through the program. Extensions throw as well, and are none of our business.
  const ours = (error) => error instanceof WebAssembly.RuntimeError || /wasm/i.test(error?.stack ?? "");
  addEventListener("error", ({ error }) => ours(error) && fail(error));
  addEventListener("unhandledrejection", ({ reason }) => ours(reason) && fail(reason));
  return fail;
}
