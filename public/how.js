// How one reads: the control in the head of the page, joined behind door-patient.js. It begins with the language that the browser asks for,
// if the page has it and is not in it: the page itself never changes by itself. Escape folds its panel.

/** Marks that language, once: whoever switches has found it. No answer of the browser leaves the device. */
function begin() {
  const [head] = document.querySelectorAll(".how-names");
  const names = [...(head?.children ?? [])];
  const of = (language) => names.find((name) => name.lang === language);
  const asked = navigator.languages.map((one) => of(one.split("-")[0])).find(Boolean);
  if (!asked || asked.lang === root.lang) return;
  asked.dataset.browsers = "";
  head.prepend(asked, " ");
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin, { once: true });
else begin();

document.addEventListener("keydown", ({ key }) => {
  const how = key === "Escape" && document.querySelector(".how[open]");
  if (!how) return;
  how.open = false;
  how.firstElementChild.focus();
});
