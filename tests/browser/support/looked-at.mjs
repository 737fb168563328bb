// The pages that every engine of accessibility looks at, as somebody reads them.
import { open } from "./page.mjs";

/** What each is called, and how it is opened: as `open` takes it, then the language and the level that is switched to. */
const LOOKED_AT = {
  "the page": {},
  "the page in English": { read: "en" },
  // The one that is read from right to left; what is the same in all of them is looked at in all of them by axe (languages).
  "the page in Arabic": { read: "ar" },
  "the simplified version": { level: "simple" },
  "the embed": { path: "/embed/" },
  "the static page": { path: "/fr/", until: null },
  "the general page": { site: "general" },
  "the practice's page": { path: "/practice/", until: "live" },
  "the desk's page": { path: "/reader/", until: "live" },
};

/** Each of them, and more ones, by its name: a function that opens it. */
export const lookedAt = (more = {}) => Object.entries({ ...LOOKED_AT, ...more }).map(([what, { read, level, ...options }]) => [what, async () => {
  const page = await open(options);
  if (read) await page.read(read);
  if (level) await page.readAt(level);
  return page;
}]);
