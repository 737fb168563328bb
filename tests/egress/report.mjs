// The report of the egress test, for people.

const BROWSERS = { chromium: "Chromium", firefox: "Firefox ESR" };

export function markdown(report) {
  const browsers = Object.keys(report.browsers);
  const lines = [
    "# The egress test", "",
    `Run on ${report.day} (${report.system}), ${report.minutes} minutes, with ${Object.values(report.browsers).join(" and ")}.`,
    "`node tests/egress/run.mjs` in the sources of Éclaire makes this report anew.", "",
    ...(report.forms.every((form) => browsers.length > 1 && browsers.every((browser) => report.channels.some((one) => one.browser === browser && one.form === form)))
      ? [] : ["**Not every form was run in every browser**: where nothing was run, nothing is said.", ""]),
    "A collector on the same machine, in a network in which there is nothing else, answers to every name and notes whatever arrives: HTTP, WebSocket,",
    "TLS, UDP (STUN, TURN, QUIC) and each name that is asked for.", "",
    "The forms: *page*, the patients’ page; *static page*, the same without a program (`en/`); *link*, the page by a link that names a use; *single file*, `eclaire.html`;",
    "*embed*, the page in a frame of another site; *kiosk*, its shell (`kiosk/`), and a visit in it; *practice* (`practice/`), *desk* (`reader/`) and *editor* (`register/`), for staff.", "",
    "## While a page is used", "",
    "Each form was opened, and when it had said that all is there, everything on it was pressed, in each language and level it has. What arrived after that:", "",
    "| form | " + browsers.map((one) => `${BROWSERS[one]}: presses | own server | others | names`).join(" | ") + " |",
    "|---|" + browsers.map(() => "--:|--:|--:|--:|").join(""),
  ];
  for (const form of report.forms) {
    const cells = browsers.map((browser) => {
      const walk = report.walks.find((one) => one.browser === browser && one.form === form);
      return !walk ? "not run | | |" : `${walk.presses} | ${walk.own.length} | ${walk.others.length} | ${walk.names.length}`;
    });
    lines.push(`| ${form} | ${cells.join(" | ")} |`);
  }
  const told = report.walks.filter((walk) => walk.own?.length || walk.names?.length);
  if (told.some(({ form }) => form.startsWith("kiosk"))) {
    lines.push("", "A kiosk asks its own server, and nobody else, for its own files again: whether there is a newer text, when a visit has ended too, and for each of them when staff has them compared. No such request holds anything of a patient.");
  }
  for (const { browser, form, own, names } of told) {
    const asked = [...new Set([...own, ...names.map((name) => `the name ${name}`)])];
    lines.push("", `${form}, ${BROWSERS[browser]}: ${asked.slice(0, 8).join(", ")}${asked.length > 8 ? `, and ${asked.length - 8} more` : ""}`);
  }
  lines.push(
    "", "## Made to leak on purpose", "",
    "Each channel was tried inside each form, once with everything taken away that holds it (headers, policy in the page, sandbox) and once with the site as it is.",
    "*Arrived* counts those that the collector saw without our layers: only of these can it be said that they were stopped. The others did not arrive even then, so nothing is shown by their silence.", "",
    "| form | " + browsers.map((one) => `${BROWSERS[one]}: tried | arrived without layers | arrive with them`).join(" | ") + " |",
    "|---|" + browsers.map(() => "--:|--:|--:|").join(""),
  );
  const of = (browser, form) => report.channels.filter((one) => one.browser === browser && one.form === form);
  for (const form of report.forms) {
    const cells = browsers.map((browser) => {
      const all = of(browser, form);
      if (!all.length) return "not run | |";
      return `${all.length} | ${all.filter((one) => one.bare.length).length} | ${all.filter((one) => one.held.length).length}`;
    });
    lines.push(`| ${form} | ${cells.join(" | ")} |`);
  }
  lines.push("", "### What is not stopped", "", "| form | browser | channel | what arrives |", "|---|---|---|---|");
  const out = report.channels.filter((one) => one.held.length);
  for (const { form, browser, channel, held } of out) lines.push(`| ${form} | ${BROWSERS[browser]} | ${channel} | ${held.join(", ")} |`);
  if (!out.length) lines.push("| – | – | nothing | – |");
  lines.push("", "### Each channel", "", "How many of the forms it leaves: without our layers → with them. A dash: nothing arrived, with them or without, so nothing is shown.", "", `| channel | ${browsers.map((one) => BROWSERS[one]).join(" | ")} |`, `|---|${browsers.map(() => "---|").join("")}`);
  for (const channel of new Set(report.channels.map((one) => one.channel))) {
    const cells = browsers.map((browser) => {
      const all = report.channels.filter((one) => one.browser === browser && one.channel === channel);
      if (!all.length) return "not run";
      const [bare, held] = ["bare", "held"].map((key) => all.filter((one) => one[key].length).length);
      return bare || held ? `${bare} → ${held}` : "–";
    });
    lines.push(`| ${channel} | ${cells.join(" | ")} |`);
  }
  lines.push("", "## What each layer is for", "", "Channels (without navigations) that arrive; how many told the address they came from; powers of the device and of the browser that the page may still ask for (Firefox does not say).", "", "| form | browser | layers | channels | told where from | powers |", "|---|---|---|--:|--:|--:|");
  for (const { form, browser, layer, channels, told: from, powers } of report.layers) {
    lines.push(`| ${form} | ${BROWSERS[browser]} | ${layer} | ${channels.length} | ${from} | ${powers ?? "–"} |`);
  }
  lines.push("", "## Names that the browsers asked for by themselves", "", report.asked.length ? report.asked.join(", ") : "None.", "");
  return lines.join("\n");
}
