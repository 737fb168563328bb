// The register editor: what staff do in its form, in any browser.
import { Key } from "selenium-webdriver";
import { plain } from "./text.mjs";

/** Types into the field at a path, in place of what stands there. */
export async function type(page, path, text) {
  const field = await page.find(`[data-path="${path}"]`);
  await page.run((field) => {
    for (let one = field; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
    field.scrollIntoView({ block: "center" });
    field.focus();
    field.select();
  }, field);
  await page.press(text || Key.DELETE);
}

/** Ticks or chooses by the id of the control. */
export const choose = (page, path, code) => page.click(`[id="${path}=${code}"]`);

/** Waits until the preview has this text in it. */
export const shows = (page, text, selector) =>
  page.until((text, selector) => {
    const tidy = (text) => text.replace(/[\s\u00a0\u202f]+/g, " ").replace(/’/g, "'");
    const inside = document.querySelector("#preview").contentDocument;
    return [...inside.querySelectorAll(selector)].some((one) => tidy(one.textContent).includes(text));
  }, plain(text), selector ?? ".document");

/** Adds an entry of the catalogue that a search finds. */
export async function add(page, list, search, id) {
  await page.click(`[data-pick=${list}]`);
  await page.until(() => document.activeElement.id === "search");
  await page.press(search);
  await page.until((id) => document.querySelector(`[data-add="${id}"]`), id);
  await page.click(`[data-add="${id}"]`);
  await page.until(() => document.activeElement.id === "pane-title");
}

/** A small practice, from nothing: the editor's page after `empty` was pressed. */
export async function writeSmallPractice(page) {
  await type(page, "site.name.fr", "Cabinet de la Gare");
  await choose(page, "site.kind", "practice");
  await type(page, "site.contacts.desk.phone", "01 02 03 04 05");
  await add(page, "uses", "poumons", "chest-xray");
  return page;
}
