// Words and texts.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./site.mjs";

/** Text as a reader sees it: white space and apostrophes of every kind are one. */
export const plain = (text) => (text ?? "").replace(/[\s\u00a0\u202f\u2009]+/g, " ").replace(/’/g, "'").trim();

/** The short words of the page in a language, by their key; of the desk's page with `desk`. */
export function words(language, file = "words") {
  const lines = readFileSync(join(root, `content/${language}/${file}.toml`), "utf8").matchAll(/^(\w+) = "(.*)"$/gm);
  return Object.fromEntries([...lines].map(([, key, text]) => [key, plain(JSON.parse(`"${text}"`))]));
}

/** A register as it is written. */
export const register = (name) =>
  JSON.parse(readFileSync(join(root, name.endsWith(".json") ? name : `content/registers/${name}.json`), "utf8"));

/** A text of `words` with its blanks filled. */
export const fill = (text, blanks) => text.replace(/\{(\w+)\}/g, (blank, name) => blanks[name] ?? blank);

/** How many words a patient reads. Signs that stand alone are none, and a telephone number is one. */
export const count = (text) =>
  plain(text).replace(/(\d) (?=\d)/g, "$1").split(" ").filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Where two long texts begin to differ; nothing if they are the same. */
export function difference(one, other) {
  if (one === other) return undefined;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const near = (text) => `…${text.slice(Math.max(0, at - 40), at + 80)}…`;
  return `${near(one)} but ${near(other)}`;
}
