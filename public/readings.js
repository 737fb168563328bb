// The page in the other languages and at the other levels (the readings), joined behind door-patient.js. A file has those of one language,
// which are so alike that the second takes half as many bytes; before them stands what the program lacks of this language (its supplement),
// and nothing else where it is on sheets only. Each is a text until somebody is about to read it: an old tablet takes half
// a second to make a page of one. The likely ones are made in pieces while nobody does anything.

/** How many are made before somebody asks: each takes as much memory as the page itself. */
const MADE_BEFORE = 3;
/** Characters that are made at a time: whoever presses meanwhile waits for so many, on an old tablet some twenty milliseconds. */
const PIECE = 4_096;

const whenIdle = (work) => (self.requestIdleCallback ? requestIdleCallback(work, { timeout: 3000 }) : setTimeout(work, 50));

/** A page that is made of a text, piece by piece, in a document that shows nothing. */
class Making {
  constructor(text) {
    Object.assign(this, { text, at: 0, inert: document.implementation.createHTMLDocument("") });
    this.inert.open();
    // In two pieces: where this script lies in a page, a whole one would be taken for the beginning of a comment.
    this.inert.write("<" + "!doctype html>");
  }

  /** Goes on by so many characters; says whether it is whole. */
  goOn(characters) {
    if (this.at < this.text.length) {
      this.inert.write(this.text.slice(this.at, this.at + characters));
      this.at += characters;
      if (this.at >= this.text.length) this.inert.close();
    }
    return this.at >= this.text.length;
  }

  /** The document and its title. */
  whole() {
    this.goOn(Infinity);
    const aside = this.inert.querySelector("[data-title]");
    return [aside.firstElementChild, aside.dataset.title];
  }
}

/** What the program asks for another reading. A reading is called by its language and its level: "fr simple". */
class Readings {
  #files = new Map();
  #texts = new Map();
  #supplements = new Map();
  #making = new Map();
  #given = new Set();
  #pages = [];
  #waiting;
  #languages;
  #get;

  /** `languages`: those of the files. `get` gives the text of one, or promises it; none is got before `begin`, or before somebody asks. */
  constructor(languages, get) {
    this.#languages = likely(languages);
    this.#waiting = new Set(languages);
    this.#get = get;
  }

  /** Gets all files, one after the other, the likely ones first. What cannot be got is got when somebody asks for it. */
  async begin() {
    this.#have(document.querySelector(".document"));
    for (const language of this.#languages) await this.#file(language).catch(() => {});
  }

  /** Calls `done` with the document of a reading and its title; now, if its text is there. Without them if it cannot be got. */
  open(language, level, done) {
    const reading = `${language} ${level}`;
    const give = () => {
      const making = this.#making.get(reading) ?? new Making(this.#texts.get(reading));
      this.#making.delete(reading);
      this.#given.add(reading);
      const [page, title] = making.whole();
      remember([page]);
      this.#have(page);
      done(page, title);
    };
    this.#when(this.#texts, reading, language, give, done);
  }

  /** Calls `done` with nothing and the supplement of a language; now, if it is there. Without it if it cannot be got. */
  supplement(language, done) {
    this.#when(this.#supplements, language, language, () => done(undefined, this.#supplements.get(language)), done);
  }

  /** Gives one of these texts: now, or when the file of its language has come. Calls `done` without it if it does not come. */
  #when(texts, one, language, give, done) {
    if (texts.has(one)) give();
    else this.#file(language).then(() => (texts.has(one) ? give() : done()), () => done());
  }

  /** The pages that were given are used up: the next ones are made anew. The first one stands there again. */
  renew() {
    this.#making.clear();
    this.#given.clear();
    this.#pages = [];
    this.#have(document.querySelector(".document"));
    this.#make();
  }

  /** Whoever asks while a file is on its way waits for the same answer; after a failure it is asked for anew. */
  #file(language) {
    const coming = this.#files.get(language) ?? this.#ask(language);
    this.#files.set(language, coming);
    coming.catch(() => this.#files.delete(language));
    return coming;
  }

  async #ask(language) {
    const text = await this.#get(language);
    const [supplement, ...pages] = text.split("<div data-reading=");
    if (supplement) this.#supplements.set(language, supplement);
    for (const page of pages) this.#texts.set(page.slice(1, page.indexOf('"', 1)), `<div data-reading=${page}`);
    this.#waiting.delete(language);
    this.#sayAllThere();
    this.#make();
  }

  /** Makes the likely ones, as far as their texts are there. */
  #make() {
    const fits = (one) => !this.#making.has(one) && !this.#given.has(one);
    const next = [...this.#texts.keys()].slice(0, MADE_BEFORE).find(fits);
    if (!next) return;
    const making = new Making(this.#texts.get(next));
    this.#making.set(next, making);
    const goOn = () => (making.goOn(PIECE) ? this.#make() : whenIdle(goOn));
    whenIdle(goOn);
  }

  /** A page that is in use: it says when everything is there. */
  #have(page) {
    this.#pages.push(page);
    this.#sayAllThere();
  }

  #sayAllThere() {
    if (this.#waiting.size) return;
    root.dataset.all = "there";
    const notes = this.#pages.flatMap((page) => [...page.querySelectorAll("[data-all-there]")]);
    for (const note of notes) note.textContent = note.dataset.allThere;
  }
}

/** In the order in which this person may want them: the languages of the browser, the page's own, the others. */
function likely(languages) {
  const own = [...navigator.languages.map((one) => one.split("-")[0]), root.lang];
  // What is not found comes last: -1 >>> 0 is the greatest of these numbers.
  const rank = (language) => own.indexOf(language) >>> 0;
  return [...languages].sort((one, other) => rank(one) - rank(other));
}
