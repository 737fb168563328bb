// Registers of any size: the examples for 6 and 19 uses, and for more a hospital whose further uses are written from the
// catalogue's texts, no two alike.
//
// A use that is a copy of another costs a packed page nothing, and would make a large register look lighter than it is. So each
// sentence of a further use is another entry's sentence from the same place of its card, with most words exchanged for others of the
// catalogue that are as long. What comes out means nothing, but it is as long, is built and packs nearly like what somebody wrote.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const LANGUAGES = ["fr", "en"];
const LONG = /(?<!\p{L})\p{Ll}{4,}/gu;
const STRINGS = ["title", "one_line", "when", "software_does", "human_does", "data", "cannot", "missed", "false_alarm", "leads_nowhere", "team", "less_sure", "if_not"];

/** A register with so many uses. `root`: the repository whose examples and catalogue it is made of. */
export function register(uses, root) {
  const example = (name) => JSON.parse(readFileSync(join(root, `content/registers/${name}.json`), "utf8"));
  const small = example("practice");
  if (uses <= small.uses.length) return { ...small, uses: small.uses.slice(0, uses) };
  const hospital = example("hospital");
  const own = hospital.uses.slice(0, uses);
  const catalogue = readCatalogue(root);
  const rest = [...catalogue.keys()].filter((id) => !own.some((use) => use.catalogue === id));
  const like = hospital.uses.filter((use) => use.product && use.kept);
  for (const id of rest.slice(0, uses - own.length)) own.push({ ...facts(like, own.length), id, catalogue: id });
  const writer = new Writer(catalogue);
  for (let at = 0; own.length < uses; at += 1) {
    const entry = [...catalogue.keys()][at % catalogue.size];
    own.push({ ...facts(like, own.length), id: `${entry.slice(0, 30)}-${name(at)}`, catalogue: entry, texts: writer.texts(entry) });
  }
  return { ...hospital, uses: own };
}

/** The facts of one of the example's uses, with a product and dates of its own. */
function facts(like, at) {
  const { id: _, catalogue: __, texts: ___, questions: ____, contact: _____, ...use } = like[at % like.length];
  const since = `${2018 + (at % 8)}-${String(1 + (at % 12)).padStart(2, "0")}`;
  return { ...use, product: `Exemple-${name(at)}`, in_use_since: since };
}

/** A word for a number: never the same for two. */
function name(number) {
  const syllables = ["ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo"];
  let word = "";
  for (let rest = number + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length)) word += syllables[rest % syllables.length];
  return word;
}

/** The texts of the catalogue at the level `clear`: by the entry's name, then by the language. */
function readCatalogue(root) {
  const folder = (language) => join(root, `content/${language}/clear/catalogue`);
  const names = readdirSync(folder("fr")).filter((file) => file.endsWith(".toml")).sort();
  return new Map(names.map((file) => [file.replace(".toml", ""), Object.fromEntries(
    LANGUAGES.map((language) => [language, readTexts(readFileSync(join(folder(language), file), "utf8"))]),
  )]));
}

/** What this needs of the catalogue's files: strings and blocks before the first table, and the list of questions to ask. */
function readTexts(file) {
  const [head] = file.split(/^\[/m);
  const texts = {};
  for (const [, key, block, line] of head.matchAll(/^(\w+) = (?:"""\n?([^]*?)"""|"(.*)")$/gm)) texts[key] = block ?? JSON.parse(`"${line}"`);
  const list = file.match(/^ask = \[([^]*?)^\]/m)?.[1] ?? "";
  texts.ask = [...list.matchAll(/^\s*"(.*)",?$/gm)].map(([, line]) => JSON.parse(`"${line}"`));
  return texts;
}

/** Writes texts that are new each time, and the same on every run. */
class Writer {
  constructor(catalogue) {
    this.catalogue = catalogue;
    this.state = 20261128;
    this.words = { fr: new Map(), en: new Map() };
    this.sentences = { fr: {}, en: {} };
    for (const entry of catalogue.values()) {
      for (const language of LANGUAGES) {
        for (const [key, text] of Object.entries(entry[language])) {
          const sentences = [text].flat().flatMap((one) => one.trim().split(/(?<=[.!?])\s+/));
          (this.sentences[language][key] ??= []).push(...sentences);
          for (const [word] of sentences.join(" ").matchAll(LONG)) {
            const words = this.words[language];
            words.set(word.length, [...new Set([...(words.get(word.length) ?? []), word])]);
          }
        }
      }
    }
  }

  /** A number from 0 to below 1 (mulberry32). */
  random() {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  one(list) {
    return list[Math.floor(this.random() * list.length)];
  }

  /** Other sentences in place of these, as many and about as long. */
  anew(text, key, language) {
    return text.trim().split(/(?<=[.!?]) +/).map((sentence) => {
      const near = (this.sentences[language][key] ?? []).filter(({ length }) => Math.abs(length - sentence.length) < 25);
      return (near.length ? this.one(near) : sentence).replace(LONG, (word) => (this.random() < 0.2 ? word : this.one(this.words[language].get(word.length))));
    }).join(" ");
  }

  /** The texts of a card like that of an entry, in every language. */
  texts(entry) {
    const source = this.catalogue.get(entry);
    const all = (read) => Object.fromEntries(LANGUAGES.map((language) => [language, read(source[language], language)]).filter(([, text]) => text));
    const texts = {};
    for (const key of STRINGS) {
      const text = all((from, language) => from[key] && this.anew(from[key], key, language));
      if (Object.keys(text).length) texts[key] = text;
    }
    texts.ask = source.fr.ask.map((_, at) => all((from, language) => from.ask[at] && this.anew(from.ask[at], "ask", language)));
    return texts;
  }
}

/** What a register says of its uses in French, for whoever draws it otherwise: `{ id, title, lines }`. */
export function told(register, root) {
  const catalogue = readCatalogue(root);
  return register.uses.map(({ id, catalogue: entry, texts = {} }) => {
    const text = (key) => texts[key]?.fr ?? catalogue.get(entry)?.fr[key];
    const lines = ["one_line", "when", "software_does", "human_does", "data", "if_not"].map(text).filter(Boolean);
    return { id, title: text("title"), lines };
  });
}

/** What a released site understands of a register, everything that its own JSON Schema names, and the names of what is left out. */
export function understood(register, site) {
  const schema = JSON.parse(readFileSync(join(site, "register.schema.json"), "utf8"));
  const left = new Set();
  const walk = (value, rule) => {
    if (rule?.$ref) return walk(value, schema.$defs[rule.$ref.split("/").at(-1)]);
    if (rule?.anyOf) return walk(value, value === null ? {} : rule.anyOf.find(({ type }) => type !== "null"));
    if (Array.isArray(value)) return value.map((one) => walk(one, rule?.items));
    if (value === null || typeof value !== "object" || !rule?.properties) return value;
    for (const key of Object.keys(value)) if (!(key in rule.properties)) left.add(key);
    return Object.fromEntries(Object.entries(value).filter(([key]) => key in rule.properties).map(([key, one]) => [key, walk(one, rule.properties[key])]));
  };
  const known = walk(register, schema);
  // Its schema may know a language that it has no page in.
  const { languages } = known.site;
  known.site.languages = languages.filter((language) => existsSync(join(site, language, "index.html")));
  languages.filter((language) => !known.site.languages.includes(language)).forEach((language) => left.add(language));
  return { register: known, left: [...left] };
}
