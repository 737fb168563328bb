// What the server sends here, compared with what was made: for the staff's screen, when the kiosk cannot begin or refuses another version.
// It names files and servers, and knows nothing of a patient.

const LINE = /^([0-9a-f]{64}) {2}(\S+)$/;
const isPage = (file) => /(^|\/)$|\.html$/.test(file);

/** The answer of now, with whatever stands in between: past the service worker (sw.js), and kept by nobody. */
const ask = (file, integrity = "") => fetch(file, { integrity, cache: "no-store", credentials: "omit" });
const integrity = (sum) => `sha256-${btoa(String.fromCharCode(...sum.match(/../g).map((pair) => parseInt(pair, 16))))}`;

/** What came in place of a file: its `status`, 0 if nothing did, and its `text`. `undefined` if it is as it was made. */
async function changed(file, sum) {
  // Whether it is, the browser says, not we: so it works without https too.
  const same = sum && await ask(file, integrity(sum)).then(({ ok }) => ok, () => false);
  if (same) return undefined;
  const answer = await ask(file).catch(() => null);
  return { file, status: answer?.status ?? 0, text: await answer?.text() ?? "", via: answer?.headers.get("via") };
}

/** Scripts that are not of us, in a page: ours are inside, or come with their sum. */
const foreign = ({ text }) => [...new DOMParser().parseFromString(text, "text/html").querySelectorAll("script[src]:not([integrity])")]
  .map((one) => one.getAttribute("src"));

/**
 * Compares every file of the list. Gives those that came otherwise (`differ`: file and status), whether they are `pages` only, which
 * scripts somebody has `added` to them, and through what an answer says to have passed (`via`).
 */
async function compare() {
  // The worker has the sum of the list; the list has all others.
  const worker = await changed("sw.js");
  const sum = worker.text.match(/const SUM = "([0-9a-f]{64})"/)?.[1];
  const all = sum ? [await changed("SHA256SUMS", sum)] : [worker];
  const list = await ask("SHA256SUMS").then((answer) => answer.text(), () => "");
  for (const line of list.split("\n")) {
    const [, its, name] = line.match(LINE) ?? [];
    if (name) all.push(await changed(name.replace(/(^|\/)index\.html$/, "$1") || "./", its));
  }
  const differ = all.filter((one) => one);
  return {
    differ: differ.map(({ file, status }) => ({ file, status })),
    pages: differ.every(({ file, status }) => isPage(file) && status === 200),
    added: [...new Set(differ.filter(({ file }) => isPage(file)).flatMap(foreign))],
    via: differ.map(({ via }) => via).find((one) => one) ?? "",
  };
}
