// The embed: a sandboxed frame on somebody else's page. It lives there, changes nothing there, and tells nothing.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { violations } from "./support/axe.mjs";
import { HOSTS, frames, inside, openHost, snippet } from "./support/host.mjs";
import { By, Key, open } from "./support/page.mjs";
import { site } from "./support/site.mjs";
import { PATIENCE } from "./support/tab.mjs";
import { plain, words } from "./support/text.mjs";
import { ANSWERS, answer, erased, radio } from "./support/walk.mjs";

const word = words("fr");
const SANDBOX = ["allow-modals", "allow-scripts"];
const research = radio("reuse-research", "reuse", "no");

/** A host page of our own, with the script of the element in its head. */
const host = (body, head = "{script}") =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Host</title>${head}</head><body>${body}</body></html>`;

const element = (attributes = "") =>
  `<eclaire-notice src="{site}" label="IA" ${attributes}><a href="{site}" id="link">IA</a></eclaire-notice>`;

/** What the host sees of a frame. */
const seen = (page) => page.run(() => {
  const frame = document.querySelector("iframe") ?? document.querySelector("eclaire-notice").shadowRoot.querySelector("iframe");
  const { width, height, left, top } = frame.getBoundingClientRect();
  frame.scrollIntoView({ block: "center" });
  const box = frame.getBoundingClientRect();
  const there = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  scrollTo(0, 0);
  return {
    width, height, left, top, room: frame.parentElement?.clientWidth ?? frame.getRootNode().host.clientWidth,
    shown: frame.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    onTop: there === frame || there === frame.getRootNode().host,
    sandbox: [...frame.sandbox].sort(), allow: frame.getAttribute("allow"), title: frame.title, loading: frame.loading,
    referrer: frame.referrerPolicy, names: frame.getAttributeNames().sort(),
  };
});

// Every host.

for (const name of HOSTS) {
  test(`on the host page ${name} the embed lives in its frame, moves nothing, and its link stands below`, async () => {
    const page = await openHost(name, { width: 1280 });
    await inside(page, async () => {
      assert.ok((await page.visible("#start")).length > 100);
      await answer(page, "reuse-research", "reuse", "no");
      assert.equal((await page.sheet())[word.sheet_objected].length, 1);
    });
    const frame = await seen(page);
    assert.ok(frame.shown && frame.onTop, "it is seen");
    assert.ok(frame.height > 500 && frame.height <= 700, `${frame.height} px`);
    assert.ok(frame.width > 300, `${frame.width} px`);
    assert.deepEqual(frame.sandbox, SANDBOX);
    assert.deepEqual([frame.allow, frame.loading, frame.referrer], ["", "lazy", "no-referrer"]);
    assert.ok(frame.title.length > 5);
    const link = await page.run(() => {
      const frame = document.querySelector("iframe");
      const link = document.querySelector("eclaire-notice a") ?? frame.nextElementSibling.querySelector("a");
      const below = (frame ?? document.querySelector("eclaire-notice").shadowRoot.querySelector("iframe")).getBoundingClientRect();
      return { href: link.href, below: link.getBoundingClientRect().top >= below.bottom - 1 };
    });
    assert.deepEqual(link, { href: `${page.url.replace("127.0.0.1", "localhost")}/`, below: true });
    assert.deepEqual(await page.complaints(), []);
  });

  test(`the host page ${name} does not shift while the embed loads`, async () => {
    const page = await openHost(name);
    await inside(page, () => {});
    const shifts = await page.run(() => new Promise((done) => {
      // A frame that grows pushes things down. A browser that paints before it has read the host's page to its end moves that
      // page sideways, once, when the scroll bar comes: no work of the frame's.
      const down = ({ sources }) => sources.filter(({ previousRect, currentRect }) => previousRect.y !== currentRect.y);
      const all = [];
      new PerformanceObserver((list) => all.push(...list.getEntries().flatMap(down).map(({ node }) => node?.nodeName)))
        .observe({ type: "layout-shift", buffered: true });
      // What is buffered is told before the next frame but one.
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(all))));
    }));
    assert.deepEqual(shifts, []);
  });
}

test("in the host's column, narrow on a phone or wide, the embed is as wide as the column, and nothing leaves it sideways", async () => {
  for (const [name, width] of ["plain", "wordpress", "drupal"].flatMap((name) => [[name, 360], [name, 1366]])) {
    const page = await openHost(name, { width });
    const wide = await inside(page, () => page.run(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth, clientWidth];
    }));
    // Not the window's width: that holds the scroll bar too, and a little too wide is a bar at the foot.
    assert.ok(wide[0] <= wide[1], `${name}: ${wide}`);
    assert.ok(await page.run(() => document.documentElement.scrollWidth <= innerWidth), name);
  }
});

test("the element makes the same frame as the snippet, in an open shadow root, and its script is small", async () => {
  const [frame, made] = [await seen(await openHost(host("{frame}"))), await seen(await openHost(host(element())))];
  for (const key of ["sandbox", "allow", "loading", "referrer"]) assert.deepEqual(made[key], frame[key], key);
  assert.ok(!made.names.some((name) => name.startsWith("on") || ["name", "srcdoc", "csp", "allowfullscreen"].includes(name)));
  const files = readdirSync(site("hospital").folder).filter((file) => /^embed(\.\w+)?\.js$/.test(file));
  assert.equal(files.length, 2, "under a name that tells its bytes, and one that stays");
  const [one, other] = files.map((file) => readFileSync(join(site("hospital").folder, file)));
  assert.deepEqual(one, other);
  assert.ok(one.length <= 3072, `${one.length} bytes`);
});

// The host cannot change what is inside, and what is inside changes nothing outside.

test("a host's style that overrides everything changes nothing of the embed", async () => {
  const looks = {};
  for (const name of ["drupal", "hostile-css"]) {
    const page = await openHost(name, { width: 1280 });
    const { height } = await seen(page);
    const look = await inside(page, () => page.run(() => ["body", "h1", "#start p", ".masthead a", "button"].map((one) => {
      const { color, backgroundColor, fontFamily, fontSize, letterSpacing, opacity, visibility } = getComputedStyle(document.querySelector(one));
      return { color, backgroundColor, fontFamily, fontSize, letterSpacing, opacity, visibility };
    })));
    looks[name] = { height, look };
  }
  assert.deepEqual(looks["hostile-css"].look, looks.drupal.look);
  assert.ok(looks["hostile-css"].height > 550, `${looks["hostile-css"].height} px`);
});

test("the embed never takes the focus, scrolls the host, or asks anyone for anything once it lives", async () => {
  const page = await openHost("plain", { hold: /\.wasm$/ });
  await page.run(() => {
    window.moved = [];
    addEventListener("scroll", () => moved.push("scroll"), true);
    document.querySelector("#before").focus();
    addEventListener("focusin", () => moved.push("focus"), true);
    addEventListener("blur", () => moved.push("blur"), true);
  });
  page.release();
  await inside(page, () => page.until(() => document.readyState === "complete"));
  const state = await page.run(() => [document.activeElement.id, scrollY, moved, history.length]);
  assert.deepEqual(state.slice(0, 3), ["before", 0, []]);
  const loaded = page.requests.length;
  await inside(page, async () => {
    await page.read("en");
    await page.readAt("simple");
    await page.tickEverything();
    await page.run(() => document.querySelector("[data-do=code]").click());
  });
  assert.equal(page.requests.length, loaded, "not one request more");
});

test("the keyboard enters the embed and leaves it, in both directions", async () => {
  for (const name of ["plain", "strict-csp"]) {
    const page = await openHost(name);
    await inside(page, () => {});
    const frame = name === "plain" ? "iframe" : "eclaire-notice";
    // The focus goes from one process to another: it is waited for.
    const has = (selector, what) => page.until((selector) => document.activeElement?.matches(selector), selector).catch(() => assert.fail(what));
    await page.run(() => document.querySelector("#before").focus());
    await page.press(Key.TAB);
    await has(frame, "Tab enters");
    await inside(page, async () => {
      await has(".skip", "at the beginning");
      await page.press(Key.TAB);
      await has(".masthead summary", "and goes on inside");
      await page.run(() => {
        const all = [...document.querySelectorAll("a[href], button, input, summary")].filter((one) => one.checkVisibility() && !one.disabled);
        all.at(-1).focus();
      });
    });
    await page.press(Key.TAB);
    await has("iframe + p a, eclaire-notice a", "Tab leaves, to the link below");
    await page.press(Key.TAB);
    await has("#after", "and goes on");
    for (let times = 0; times < 2; times += 1) await back(page);
    await has(frame, "Shift+Tab enters at the end");
    await inside(page, async () => {
      await page.until(() => document.hasFocus());
      await page.run(() => document.querySelector(".skip").focus());
    });
    await back(page);
    await has("#before", "Shift+Tab leaves");
  }
});

const back = (page) => page.driver.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();

// Whatever becomes of the host's attribute.

const ATTRIBUTES = {
  "as we give it": 'sandbox="allow-scripts allow-modals"',
  "taken away": "",
  "emptied": 'sandbox=""',
  "loosened": 'sandbox="allow-scripts allow-modals allow-same-origin allow-popups"',
};
const OURS = ["content-security-policy", "cross-origin-opener-policy", "referrer-policy", "permissions-policy", "connection-allowlist"];

/** A host page on the site's own origin or on another, around a page of the site, with our headers or without. */
async function around({ path, attribute, same, headers, ...more }) {
  const html = (origin) => `<!doctype html><meta charset="utf-8"><title>Host</title><iframe src="${origin}${path}" ${attribute} width="900" height="700"></iframe>`;
  const change = (asked, answer) => {
    if (asked === "/host/") return { status: 200, headers: { "content-type": "text/html" }, body: Buffer.from(html("")) };
    const kept = headers ? answer.headers : Object.fromEntries(Object.entries(answer.headers).filter(([name]) => !OURS.includes(name)));
    return { ...answer, headers: kept };
  };
  return same ? open({ path: "/host/", until: null, change, ...more }) : openHost(html("{origin}"), { change, ...more });
}

/** What the host reads out of its frame: `null` where it cannot. */
const readOut = (page) => page.run(() => {
  try {
    const frame = document.querySelector("iframe").contentDocument;
    return frame && [...frame.querySelectorAll("input:checked:not([data-picture])")].map((one) => one.id);
  } catch {
    return null;
  }
});

/** That a page in a frame says that one may only read there, with a link to the page itself, and not how to print. */
async function shows(page, word, href) {
  const [note] = await page.run(() => [...document.querySelectorAll("main > .framed")].map((one) => {
    const link = one.querySelector("a");
    return { text: one.innerText, shown: one.checkVisibility(), href: link.getAttribute("href"), target: link.target, rel: link.rel };
  }));
  assert.ok(note?.shown, "it is seen");
  for (const one of [word.framed, word.open_page]) assert.ok(note.text.includes(one), note.text);
  assert.deepEqual([note.href, note.target, note.rel], [href, "_blank", "noopener noreferrer"]);
  assert.ok(!(await page.run(() => document.body.innerText)).includes(word.print_without), "its print would print the host");
  assert.deepEqual(await page.run(() => [...document.querySelectorAll("input, textarea, select, button:not([data-listen][hidden])")].filter((one) => !one.matches(":disabled")).length), 0);
}

for (const same of [true, false]) {
  for (const headers of [true, false]) {
    for (const [what, attribute] of Object.entries(ATTRIBUTES)) {
      test(`no answer is read out of the embed by a host on ${same ? "its own" : "another"} origin, ${headers ? "with" : "without"} our headers, its sandbox ${what}`, async () => {
        const page = await around({ path: "/embed/", attribute, same, headers });
        // Our own answer shuts the frame off; without it, the page sees for itself whether it is.
        const lives = what === "as we give it" || (headers && what !== "emptied");
        const until = lives ? "live" : "still";
        await inside(page, async () => {
          if (lives) {
            await answer(page, "reuse-research", "reuse", "no");
            assert.equal((await page.sheet())[word.sheet_objected].length, 1);
            assert.equal(await page.run(() => document.querySelectorAll(".framed, .until-alone").length), 0);
            assert.equal(await page.run(() => origin), "null");
          } else {
            await page.run((id) => document.getElementById(id).click(), research);
            await page.run((id) => document.querySelector(`label[for="${id}"]`)?.click(), research);
            assert.equal(await page.run(() => document.querySelectorAll(":checked:not([data-picture])").length), 0);
            await shows(page, word, "../#1.fr.c");
          }
        }, { until });
        const read = await readOut(page);
        assert.ok(read === null || !lives, JSON.stringify(read));
        if (read) assert.deepEqual(read, []);
        // Nor off the device, by whoever looks later.
        assert.equal(await page.run(() => localStorage.length + sessionStorage.length), 0);
      });
    }
  }
}

test("the page itself, framed by a host on its own origin that sends no headers, stays still and takes back what was ticked", async () => {
  const page = await around({ path: "/", attribute: "", same: true, headers: false, hold: /\.wasm$/ });
  await inside(page, () => page.run((id) => document.getElementById(id).click(), research), { until: "loading" });
  assert.ok((await readOut(page)).includes(research), "before the program is there, whoever frames it can read it");
  page.release();
  await inside(page, async () => {
    await page.until(() => document.querySelector("main > .framed"));
    await shows(page, word, "/");
    assert.equal(await page.run(() => document.querySelectorAll(":checked:not([data-picture])").length), 0);
  }, { until: "still" });
  assert.deepEqual(await readOut(page), []);
});

test("the pages outside embed/ are framed by nobody, on whatever origin", async () => {
  for (const path of ["/", "/fr/", "/en/simple/", "/eclaire.html", "/kiosk/visit/", "/reader/"]) {
    for (const same of [true, false]) {
      const page = await around({ path, attribute: "", same, headers: true });
      await inside(page, async () => assert.equal(await page.run(() => document.querySelector("main")), null, path), { until: null });
    }
  }
});

test("the page for frames lives in a window of its own, too: shut off, and without a word about frames", async () => {
  const page = await open({ path: "/embed/", until: "live" });
  assert.equal(await page.run(() => origin), "null");
  assert.equal(await page.run(() => document.querySelectorAll(".framed, .until-alone").length), 0);
  await answer(page, "reuse-research", "reuse", "no");
  assert.deepEqual(await page.complaints(), []);
});

test("no referrer goes out of the embed, whatever the host's attribute says", async () => {
  const page = await around({ path: "/embed/", attribute: 'sandbox="allow-scripts allow-modals" referrerpolicy="unsafe-url"', same: false, headers: false });
  await inside(page, async () => {
    assert.equal(await page.run(() => document.querySelector("meta[name=referrer]").content), "no-referrer");
  });
});

// What a patient can do inside.

test("nothing is kept in the embed: storage is refused, and nothing offers to keep or to save", async () => {
  const page = await openHost("plain");
  await inside(page, async () => {
    const refused = await page.run(() => Object.fromEntries(Object.entries({
      local: () => localStorage.length,
      session: () => sessionStorage.length,
      crumbs: () => document.cookie,
      database: () => indexedDB.open("x").readyState,
      caches: () => caches.keys(),
      parent: () => parent.document.title,
      top: () => top.location.href,
    }).map(([what, ask]) => {
      try {
        return [what, String(ask())];
      } catch (error) {
        return [what, error.name];
      }
    })));
    for (const [what, said] of Object.entries(refused)) {
      if (what !== "caches" && what !== "database") assert.equal(said, "SecurityError", what);
    }
    await page.tickEverything();
    for (const language of ["fr", "en"]) {
      await page.run((language) => document.querySelector(`nav a[hreflang=${language}]`).click(), language);
      const offers = await page.run(() =>
        [...document.querySelectorAll("[data-do=save], [data-do=save-letter], [data-do=keep]")].filter((one) => {
          for (const part of [one, ...(function* () { for (let up = one.parentElement; up; up = up.parentElement) yield up; })()]) {
            if (part.localName === "details") part.open = true;
          }
          return one.checkVisibility();
        }).length);
      assert.equal(offers, 0, language);
      for (const still of ["print", "code", "copy-letter", "print-letter"]) {
        assert.ok(await page.run((still) => document.querySelector(`[data-do=${still}]`).checkVisibility(), still), still);
      }
    }
    // Pressed all the same, by whoever finds it: nothing happens, and nothing breaks.
    await page.run(() => document.querySelectorAll("[data-do=keep], [data-do=save]").forEach((button) => button.click()));
    assert.ok((await page.ticked()).length > 0);
  });
  await page.go("/fr/");
  assert.equal(await page.run(() => localStorage.length + sessionStorage.length), 0);
});

test("inside, a patient reads in another language, answers, gets the code, erases; nothing leads out", async () => {
  const page = await openHost("wordpress");
  await inside(page, async () => {
    for (const [item, question, said] of ANSWERS.slice(1)) await answer(page, item, question, said);
    await page.read("en");
    assert.equal(await page.run(() => document.documentElement.lang), "en");
    assert.deepEqual((await page.ticked()).sort(), ANSWERS.slice(1).map(([item, question, said]) => radio(item, question, said)).sort());
    await page.click("[data-do=code]");
    assert.match(await page.text("#code .code-text"), /^[0-9A-Z-]{8,}/i);
    const out = await page.run(() => [...document.querySelectorAll("[href], [target], [action]")]
      .filter((one) => !one.closest("head") && !/^(#|[a-z]{2}\/(simple\/)?$)/.test(one.getAttribute("href") ?? "#") || one.target)
      .map((one) => one.outerHTML));
    assert.deepEqual(out, []);
    await page.erase();
    await erased(page, words("en"));
  });
  assert.deepEqual(await page.complaints(), []);
});

test("printing from inside prints the frame's own sheet: the frame's own print is called, and is allowed", async () => {
  const page = await openHost("plain");
  await inside(page, async () => {
    // The dialog would stop the test; the sandbox is checked by its tokens.
    await page.run(() => {
      window.printed = 0;
      window.print = () => (window.printed += 1);
    });
    await page.click("[data-do=print]");
    assert.equal(await page.run(() => window.printed), 1);
    await page.run(() => (document.querySelector("#letters details").open = true));
    await page.click("[data-do=print-letter]");
    assert.equal(await page.run(() => window.printed), 2);
    assert.equal(await page.run(() => document.documentElement.dataset.printed), "letter", "the letter alone");
  });
  assert.ok((await seen(page)).sandbox.includes("allow-modals"));
});

test("the embed says which text it shows: the version and the beginning of the fingerprint", async () => {
  const [{ fingerprint }] = JSON.parse(readFileSync(join(site("hospital").folder, "reader/blanks.json"), "utf8")).blanks;
  const page = await openHost("plain");
  await inside(page, async () => {
    for (const language of ["fr", "en"]) {
      await page.run((language) => document.querySelector(`nav a[hreflang=${language}]`).click(), language);
      await page.until((language) => document.documentElement.lang === language, language);
      // What is open stays so in the other language.
      if (language === "fr") await page.click("#about-more > summary");
      assert.ok((await page.visible("#about")).includes(fingerprint.slice(0, 8)), language);
    }
  });
});

test("without its program the frame is a page to read, in all its languages, with a link to the page itself", async () => {
  const spoiled = (html) => html.replace(/(id="wasm">).{1000}/, "$1");
  const change = (path, answer) => (path.endsWith("/embed/") ? { ...answer, body: Buffer.from(spoiled(`${answer.body}`)) } : answer);
  const page = await openHost("plain", { change });
  await inside(page, async () => {
    assert.ok((await page.visible("#care")).length > 500);
    await shows(page, words("fr"), "../#1.fr.c");
    await page.click("nav a[hreflang=en]");
    await page.until(() => document.documentElement.lang === "en" && location.pathname === "/embed/en/");
    assert.equal(await page.run(() => document.documentElement.dataset.form), "framed");
    assert.notEqual(await page.run(() => getComputedStyle(document.querySelector(".masthead")).display), "block", "with its style");
    await shows(page, words("en"), "../../#1.en.c");
    await page.click("nav a[data-level=simple]");
    await page.until(() => location.pathname === "/embed/en/simple/");
    await shows(page, words("en", "simple/words"), "../../../#1.en.s");
    await page.click("nav a[hreflang=fr]");
    await page.until(() => location.pathname === "/embed/fr/simple/");
  }, { until: "still" });
});

test("where the host runs no script, the link is there, and the frame of the snippet", async () => {
  const page = await openHost("drupal", { scripts: false });
  assert.ok(await (await page.driver.findElement(By.css("eclaire-notice a"))).isDisplayed());
  const other = await openHost("plain", { scripts: false });
  assert.ok(await (await other.driver.findElement(By.css("iframe"))).isDisplayed());
});

test("the page's address pasted alone becomes a frame in WordPress: what it is told by oEmbed lives in the frame that it makes", async () => {
  const told = JSON.parse(readFileSync(join(site("hospital").folder, "oembed.json"), "utf8"));
  const page = readFileSync(join(site("hospital").folder, "index.html"), "utf8");
  const address = "https://hopital-brumeval.example/ia/";
  assert.deepEqual({ ...told, html: "" }, { version: "1.0", type: "rich", title: told.title, provider_name: "Éclaire", provider_url: address, width: 640, height: 640, html: "" });
  // WordPress 6.1.9 (Debian 12) reads the first 150 KB, up to the end of the head, and one link by this pattern (class-wp-oembed.php).
  const head = page.slice(0, page.toLowerCase().indexOf("</head>"));
  assert.ok(Buffer.byteLength(head) < 153_600);
  const links = [...head.matchAll(/<link([^<>]+)\/?>/giu)].map(([, link]) => link).filter((link) => link.includes("application/json+oembed"));
  assert.deepEqual(links.map((link) => link.match(/ href="([^"]+)"/)[1]), [`${address}oembed.json`]);
  // What its own code made of our file: data2html, then wp_filter_oembed_result, run with PHP 8.2.
  const frame = told.html.match(/^<iframe src="([^"]+)" title="([^"]+)" width="640" height="640" frameborder="0"><\/iframe>$/);
  assert.ok(frame, told.html);
  assert.equal(frame[1], `${address}embed/`);
  const made = `<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" src="{site}embed/#?secret=abcdefghij" data-secret="abcdefghij" title="${frame[2]}" width="640" height="640" frameborder="0"></iframe>`;
  const there = await openHost(host(made));
  await inside(there, async () => {
    await answer(there, "reuse-research", "reuse", "no");
    assert.equal((await there.sheet())[word.sheet_objected].length, 1);
    // In such a frame nothing prints: the page says what is left.
    await there.click("#sheet [data-do=print]");
    const said = async () => [word.not_printed, word.not_printed_here].includes(plain(await there.text("#sheet .print-status")));
    await there.untilSeen(said, "it is said that nothing was printed");
  });
});

// What their own code left of our snippets, run with PHP 8.2 (docs/embed.md).
const LEFT = {
  "SPIP 4.1.15 and 4.2.9 of the element: a paragraph around it, and line breaks inside": `{script}
<p><eclaire-notice src="{site}" label="IA" height="640" style="display:block;min-height:640px"><br class='autobr' />
  <a href="{site}">IA</a><br class='autobr' />
</eclaire-notice></p>`,
  "Drupal 11 of the frame, where somebody allowed an iframe its address and size":
    '<iframe src="{origin}/embed/" width="100%" height="640"></iframe>\n<p><a href="{site}">IA</a></p>',
};

for (const [what, left] of Object.entries(LEFT)) {
  test(`what is left by ${what}: it lives, is shut off, and its link is there`, async () => {
    const page = await openHost(host(left, ""));
    await inside(page, async () => {
      assert.equal(await page.run(() => window.origin), "null");
      await answer(page, "reuse-research", "reuse", "no");
      assert.equal((await page.sheet())[word.sheet_objected].length, 1);
    });
    const seenThere = await seen(page);
    assert.ok(seenThere.shown && seenThere.onTop && seenThere.height > 500 && seenThere.width > 300);
    assert.ok(await page.run(() => document.querySelector("a").checkVisibility()));
    assert.deepEqual(await page.complaints(), []);
  });
}

test("a site that does not know its address offers no oEmbed, whose address has to be whole", () => {
  assert.ok(!readdirSync(site("practice").folder).includes("oembed.json"));
  assert.ok(!readFileSync(join(site("practice").folder, "index.html"), "utf8").includes("oembed"));
});

// Who listens.

test("a session recorder on the host learns that there is a frame, and nothing of what a patient does in it", async () => {
  const learned = [];
  for (const said of ["yes", "no"]) {
    const page = await openHost("recorder");
    await inside(page, () => {});
    const [from, before] = await page.run(() => [recorded.length, history.length]);
    await inside(page, async () => {
      await answer(page, "reuse-research", "reuse", said);
      await page.press("x", Key.ARROW_DOWN);
      await page.read("en");
      if (said === "no") await answer(page, "reuse-data-warehouse", "reuse", "no");
      await page.run(() => getSelection().selectAllChildren(document.querySelector("#paper")));
      await page.press(Key.chord(Key.CONTROL, "c"));
    });
    const [whole, reach] = await page.run((from) => [recorded.slice(from), reach()], from);
    // The host's own icon may come late.
    const all = whole.filter((line) => !/^performance resource .*favicon\.ico$/.test(line));
    for (const line of all) {
      // The pointer goes over the frame and the focus goes into it: that it is there, and used.
      assert.match(line, /^event (pointer|mouse)(over|enter|out|leave|move|down|up|rawupdate) (iframe|html|body|main|div|p|h1|a|document|window)$|^event (blur|focus|focusin|focusout|selectionchange|scroll|scrollend|visibilitychange) \S+$|^performance (event|first-input|longtask|long-animation-frame|layout-shift|largest-contentful-paint|visibility-state|taskattribution|paint|interaction|scroll) ?/, line);
      assert.doesNotMatch(line, /"/, "no key and no text");
    }
    assert.equal(await page.run(() => document.querySelectorAll("iframe").length), 1);
    const { src, size, here, active, own, document, name, ...rest } = reach;
    assert.equal(document, null);
    assert.ok(Object.values(rest).every((one) => one === "SecurityError"), JSON.stringify(rest));
    assert.equal(name, "SecurityError");
    assert.equal(own, "");
    learned.push({ src: new URL(src).pathname + new URL(src).hash, size, title: here[1], history: here[2] - before, active, kinds: [...new Set(all)].filter((line) => line.startsWith("message")) });
    const told = await page.run(() => JSON.stringify(recorded));
    for (const secret of ["recherche", "research", "entrepôt", "answer-", research]) assert.ok(!told.includes(secret), secret);
    assert.ok(!told.includes("event message"), "no message");
  }
  assert.deepEqual(learned[0], learned[1], "whatever was answered");
});

test("only the height crosses, only when it was asked for, only from the element's own frame, only as a number", async () => {
  const page = await openHost(host(
    `<script>window.heard = []; addEventListener("message", ({ data }) => heard.push(data));</script>${element('auto-height id="tall"')}${element('id="fixed"')}`,
  ));
  const heights = () => page.run(() => ["tall", "fixed"].map((id) => document.getElementById(id).offsetHeight));
  await inside(page, () => {});
  await page.run(() => document.getElementById("fixed").scrollIntoView());
  await inside(page, () => {}, { which: 1 });
  // The page may still be settling: what counts is where both end.
  const ended = async () => {
    const real = await inside(page, () => page.run(() => document.getElementById("eclaire").getBoundingClientRect().height));
    const [tall] = await heights();
    return tall > 2000 && (Math.abs(tall - real - 40) <= 1 || tall === 50000) && tall;
  };
  const tall = await page.driver.wait(ended, PATIENCE);
  const [, fixed] = await heights();
  assert.equal(fixed, 640);
  for (const message of await page.run(() => heard)) {
    assert.deepEqual(Object.keys(message).sort(), ["eclaire", "height"]);
    assert.ok(message.eclaire === "height" && Number.isInteger(message.height));
  }
  // From the host itself, and from the other frame.
  await page.run(() => postMessage({ eclaire: "height", height: 999 }, "*"));
  await inside(page, () => page.run(() => parent.postMessage({ eclaire: "height", height: 998 }, "*")), { which: 1 });
  await page.until(() => heard.filter(({ height }) => height === 999 || height === 998).length === 2);
  assert.deepEqual(await heights(), [tall, fixed]);
  // From its own frame, but no height.
  const odd = [null, "height", 7, [], {}, { eclaire: "height" }, { eclaire: "height", height: "900" }, { eclaire: "height", height: 900.5 },
    { eclaire: "height", height: {} }, { eclaire: "HEIGHT", height: 900 }, { height: 900 }, { type: "resize", height: 900 }];
  const before = await page.run(() => heard.length);
  await inside(page, () => page.run((odd) => {
    odd.forEach((message) => parent.postMessage(message, "*"));
    for (const height of [NaN, Infinity, -Infinity]) parent.postMessage({ eclaire: "height", height }, "*");
  }, odd));
  await page.until((count) => heard.length >= count, before + odd.length + 3);
  assert.deepEqual(await heights(), [tall, fixed]);
  // Numbers are kept within what can be used. Read as the message has been heard: in the new height the frame may soon tell its own again.
  await page.run(() => {
    window.shown = {};
    addEventListener("message", ({ data }) => { shown[data?.height] = document.getElementById("tall").offsetHeight; });
  });
  for (const [told, height] of [[-5, 320], [0, 320], [900, 940], [1e9, 50000]]) {
    await inside(page, () => page.run((height) => parent.postMessage({ eclaire: "height", height }, "*"), told));
    await page.until((told) => told in shown, told);
    assert.equal(await page.run((told) => shown[told], told), height, told);
  }
  assert.deepEqual(await page.complaints(), []);
});

test("from the first use on the height stays as it is: no card that is opened and no answer can be told from it", async () => {
  const page = await openHost(host(
    `<script>window.heard = []; addEventListener("message", ({ data }) => heard.push(data.height));</script>${element("auto-height")}`,
  ));
  await inside(page, () => {});
  const tall = () => page.run(() => document.querySelector("eclaire-notice").offsetHeight);
  await page.until(() => document.querySelector("eclaire-notice").offsetHeight > 2000);
  await inside(page, async () => {
    await page.click("#care summary");
    await page.until(() => document.querySelector("#care details[open]"));
    // What the frame said before is heard before this.
    await page.run(() => parent.postMessage({ height: "last" }, "*"));
  });
  await page.until(() => heard.includes("last"));
  const [height, heard] = [await tall(), await page.run(() => heard.length)];
  await inside(page, async () => {
    const grown = await page.run(() => document.getElementById("eclaire").offsetHeight);
    assert.ok(grown > height, "there is more to show than before");
    await page.unfold();
    await page.tickEverything();
    await page.tickEverything();
    await page.run(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    assert.ok(await page.run(() => document.documentElement.scrollHeight > innerHeight), "what is more scrolls inside");
  });
  assert.deepEqual([await tall(), await page.run(() => heard.length)], [height, heard]);
});

test("whoever follows links inside an embed leaves no trace in the host's history", async () => {
  for (const how of ["", "auto-height"]) {
    const page = await openHost(host(`<p style="height:400px">Host</p>${element(how)}`));
    await inside(page, () => {});
    const before = await page.run(() => history.length);
    await inside(page, async () => {
      for (const place of ["#wishes", "#rights", "#wishes"]) {
        await page.run((place) => document.querySelector(`a[href='${place}']`).click(), place);
        await page.until((place) => document.activeElement.id === place.slice(1), place);
      }
    });
    assert.equal(await page.run(() => history.length), before, how);
  }
});

test("a link inside a frame that is as tall as its page brings the host to where it leads", async () => {
  const page = await openHost(host(`<p style="height:400px">Host</p>${element("auto-height")}`));
  await inside(page, () => {});
  await page.until(() => document.querySelector("eclaire-notice").offsetHeight > 2000);
  await inside(page, async () => {
    await page.click("nav a[href='#wishes']");
    await page.until(() => document.activeElement.id === "wishes");
    assert.equal(await page.run(() => location.hash), "#theme=height", "nothing of it in the address");
  });
  await page.until(() => scrollY > 2000);
});

test("a fixed height never sends a message, and is inside its bounds whatever is written", async () => {
  for (const [written, shown] of [["500", 500], ["1", 320], ["-3", 320], ["x", 640], ["", 640], ["1e9", 50000]]) {
    const page = await openHost(host(`<script>window.heard = 0; addEventListener("message", () => heard++);</script>${element(`height="${written}"`)}`));
    await inside(page, () => {});
    assert.deepEqual(await page.run(() => [document.querySelector("eclaire-notice").offsetHeight, heard]), [shown, 0], written);
  }
});

// The element on pages that are not as expected.

test("the script may be loaded twice, as a script and as a module, and there may be several embeds on a page", async () => {
  const page = await openHost(host(
    `<script>window.before = Object.getOwnPropertyNames(window);</script>{script}{script}<script src="{origin}/embed.js"></script>
     <script type="module" src="{origin}/embed.js"></script>${element('id="one"')}${element('id="two" scheme="dark"')}`, "",
  ));
  await inside(page, () => {});
  await page.run(() => document.getElementById("two").scrollIntoView());
  await inside(page, () => page.tickEverything(), { which: 1 });
  assert.equal((await frames(page)).length, 2);
  assert.deepEqual(await inside(page, () => page.ticked()), [], "each has answers of its own");
  const globals = await page.run(() => Object.getOwnPropertyNames(window).filter((name) => !before.includes(name)));
  assert.deepEqual(globals.filter((name) => !/^(before|\d+|\$?[cs](dc|e)_.*|ret_nodes)$/.test(name)), [], "no globals but the driver's");
  assert.deepEqual(await page.complaints(), []);
});

test("where the name is taken, or the address is none, the link stays and nothing complains", async () => {
  const taken = await openHost(host(`${element()}`, `<script>customElements.define("eclaire-notice", class extends HTMLElement {});</script>{script}`));
  await taken.until(() => document.readyState === "complete");
  assert.deepEqual(await taken.run(() => [document.querySelector("eclaire-notice").shadowRoot, document.getElementById("link").checkVisibility()]), [null, true]);
  assert.deepEqual(await taken.complaints(), []);
  for (const address of ["", "javascript:alert(1)//", "data:text/html,x", "ftp://a.example/"]) {
    const page = await openHost(host(element().replace('src="{site}"', address && `src="${address}"`)));
    await page.until(() => document.readyState === "complete" && customElements.get("eclaire-notice"));
    const state = await page.run(() => {
      const one = document.querySelector("eclaire-notice");
      return [one.shadowRoot?.querySelector("iframe") ?? null, document.getElementById("link").checkVisibility()];
    });
    assert.deepEqual(state, [null, true], address);
    assert.deepEqual(await page.complaints(), [], address);
  }
});

test("an embed that is moved, taken away and put back goes on living", async () => {
  const page = await openHost(host(`<div id="a">${element('auto-height')}</div><div id="b"></div>`));
  await inside(page, () => {});
  await page.run(() => document.getElementById("b").append(document.querySelector("eclaire-notice")));
  await inside(page, () => {});
  await page.run(() => {
    const one = document.querySelector("eclaire-notice");
    one.remove();
    document.getElementById("a").append(one);
  });
  await inside(page, () => {});
  assert.equal((await frames(page)).length, 1);
  assert.equal(await page.run(() => document.querySelector("eclaire-notice").shadowRoot.querySelectorAll("iframe").length), 1);
});

// The look.

/** What the style makes of a theme. */
const look = (page) => page.run(() => {
  const style = (one) => getComputedStyle(document.querySelector(one));
  const { scheme, font, corner } = document.documentElement.dataset;
  return {
    scheme, font, corner, accent: style(".contents a").color, paper: style("body").backgroundColor, letters: style("body").fontFamily.split(",")[0],
    titles: style("h1").fontFamily.split(",")[0], round: style(".card").borderTopLeftRadius,
  };
});

test("a host may choose scheme, accent, font and corner from a closed list", async () => {
  const theme = 'scheme="light" accent="#7a1f5c" font="serif" corner="large"';
  const dark = 'scheme="dark" accent="ffd700" font="sans" corner="none"';
  for (const deviceDark of [false, true]) {
    const page = await openHost(host(element(theme)), { dark: deviceDark });
    const light = await inside(page, () => look(page));
    assert.deepEqual([light.scheme, light.font, light.corner], ["light", "serif", "large"]);
    assert.deepEqual([light.accent, light.paper, light.round], ["rgb(122, 31, 92)", "rgb(253, 252, 249)", "18px"]);
    assert.equal(light.letters, light.titles);
    const second = await openHost(host(element(dark)), { dark: deviceDark });
    const other = await inside(second, () => look(second));
    assert.deepEqual([other.accent, other.paper, other.round, other.letters], ["rgb(255, 215, 0)", "rgb(18, 25, 28)", "0px", "Arial"]);
  }
});

test("an accent that could not be read is not taken, nor anything that is not in the list", async () => {
  const seenIn = async (page) => inside(page, () => look(page));
  const plain = await seenIn(await openHost(host(element())));
  for (const theme of [
    'accent="#cccccc"', 'accent="red"', 'accent="#fff"', 'font="fantasy"', 'corner="9px"', 'scheme="sepia"', 'background="black"',
    'accent="7a1f5c;}*{display:none"', 'scheme="light,font:serif"',
  ]) {
    const themed = await seenIn(await openHost(host(element(theme))));
    assert.deepEqual(themed, plain, theme);
  }
});

test("axe finds nothing on host pages with their embed, and nothing inside", async () => {
  for (const name of ["plain", "strict-csp"]) {
    for (const width of [1280, 360]) {
      const page = await openHost(name, { width });
      await inside(page, async () => {
        await page.tickEverything();
        await page.unfold();
        if (name === "plain") assert.deepEqual(await violations(page), [], "inside");
      });
      // A host that runs no script but one runs no axe either.
      if (name === "plain") assert.deepEqual(await violations(page), [], "outside");
    }
  }
  const themed = await openHost(host(element('scheme="dark" accent="#ffd700" corner="large" font="serif"')));
  await inside(themed, async () => assert.deepEqual(await violations(themed), []));
});

test("the files to paste from are the frame and the element with its script and integrity, and name no page but the site's", () => {
  const [frame, element] = ["frame", "element"].map((which) => snippet("hospital", which, "https://ia.example/"));
  assert.match(frame, /^<iframe src="https:\/\/ia.example\/embed\/" title="[^"]+" width="100%" height="640" frameborder="0" loading="lazy" referrerpolicy="no-referrer" allow="" sandbox="allow-scripts allow-modals"><\/iframe>\n<p><a href="https:\/\/ia.example\/">[^<]+<\/a><\/p>\n$/);
  assert.match(element, /^<script src="https:\/\/ia.example\/embed\.\w{16}\.js" integrity="sha384-[^"]+" crossorigin="anonymous" async><\/script>\n<eclaire-notice /);
});
