// The tables: medians of the runs, and for presses the 95th percentile of all of them. In brackets the least: on a machine that others use
// too it is nearest to what the machine does alone.
import { LIMIT } from "./browser.mjs";

const sorted = (numbers) => [...numbers].sort((one, other) => one - other);
const quantile = (numbers, part) => sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))];
/** The middle one; of an even number the mean of both in the middle. */
export const median = (numbers) => {
  const all = sorted(numbers);
  return (all[Math.floor((all.length - 1) / 2)] + all[Math.ceil((all.length - 1) / 2)]) / 2;
};
/** What is over 50 ms of every task, until the program is there and the page is quiet. */
export const blocking = (visit) => visit.long.reduce((sum, [, duration]) => sum + duration - 50, 0);

const memory = (visit) => visit.heap + (visit.wasm ?? 0);

const never = (time) => (time === null || time === undefined ? Infinity : time);
const milliseconds = (time) => (time === Infinity ? `>${LIMIT}` : Number.isNaN(time) || time === undefined ? "" : `${Math.round(time)}`);
const kilobytes = (bytes) => (Number.isFinite(bytes) ? (bytes / 1000).toFixed(0) : "");
const megabytes = (bytes) => (Number.isFinite(bytes) ? (bytes / 1e6).toFixed(1) : "");

const ROWS = [
  ["bytes (KB)", (visit) => visit.bytes, kilobytes],
  ["document and styles (KB)", (visit) => visit.document + visit.styles, kilobytes],
  ["first paint (ms)", (visit) => never(visit.paint), milliseconds],
  ["first answer can be given (ms)", (visit) => never(visit.first), milliseconds],
  ["program there (ms)", (visit) => never(visit.there), milliseconds],
  ["blocking time (ms)", blocking, milliseconds],
  ["of it script, style, layout (ms)", null],
  ["memory: heap and Wasm (MB)", memory, megabytes],
  ["memory of the process (MB)", (visit) => visit.own, megabytes],
  ["elements", (visit) => visit.nodes, milliseconds],
];

const markdown = (head, rows) => [head, head.map((_, at) => (at ? "--:" : "---")), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

function value([, read, write], visits) {
  if (!visits.length) return "";
  if (read) {
    const all = visits.map(read);
    return write === milliseconds && new Set(all).size > 1 ? `${write(median(all))} (${write(Math.min(...all))})` : write(median(all));
  }
  return ["script", "style", "layout"].map((key) => milliseconds(median(visits.map((visit) => visit[key])))).join(" + ");
}

/** A ratio of two subjects: the median of what it was in each run, which others on the machine weigh on alike; then that of the least. */
function ratio(one, other, read) {
  if (!one?.visits.length || !other?.visits.length) return "";
  const both = one.visits.map((visit) => [visit, other.visits.find(({ run }) => run === visit.run)]).filter(([, beside]) => beside);
  const all = both.map((visits) => visits.map(read)).filter(([a, b]) => Number.isFinite(a) || Number.isFinite(b)).map(([a, b]) => a / b);
  const least = ({ visits }) => Math.min(...visits.map(read));
  return all.length ? `${times(median(all))} (${times(least(one) / least(other))})` : "";
}

const PAINT = (visit) => never(visit.paint);
const FIRST = (visit) => never(visit.first);
const THERE = (visit) => never(visit.there);
/** What is compared with whom, and the most that is wanted (issue 13). */
const RATIOS = [
  ["first paint ÷ Orejime’s", "Orejime", PAINT, 1],
  ["first answer ÷ Orejime’s", "Orejime", FIRST, 1],
  ["program there ÷ Klaro’s", "Klaro", THERE, 1],
  ["blocking ÷ Klaro’s", "Klaro", blocking, 1 / 3],
  ["program there ÷ the older one’s", "older", THERE, 0.4],
  ["blocking ÷ the older one’s", "older", blocking],
  ["first paint ÷ the limit’s", "limit", PAINT],
  ["first answer ÷ the limit’s", "limit", FIRST],
  ["program there ÷ the limit’s first answer", "limit", (visit) => (visit.wasm ? THERE(visit) : FIRST(visit))],
  ["bytes ÷ the limit’s", "limit", (visit) => visit.bytes],
];
/** How a register grows: program there and memory, against a register of 19 uses. */
const GROWTH = { 100: 1.5, 300: 3 };

const times = (number) => (number === Infinity ? "∞" : number.toFixed(2));

function ratios(results) {
  const sizes = [...new Set(results.map(({ uses }) => uses))];
  const page = (name, uses) => results.find((one) => one.form === "page" && one.name.startsWith(name) && one.uses === uses);
  const rows = RATIOS.map(([name, other, read, most]) => [name, ...sizes.map((uses) => ratio(page("Éclaire", uses), page(other, uses), read)), most ? `≤ ${times(most)}` : ""]);
  for (const [name, read] of [["program there ÷ that of 19 uses", THERE], ["memory of the process ÷ that of 19 uses", (visit) => visit.own]]) {
    const most = read === THERE ? Object.entries(GROWTH).map(([uses, most]) => `${uses}: ≤ ${most}`).join(", ") : "linear";
    rows.push([name, ...sizes.map((uses) => (uses === 19 ? "" : ratio(page("Éclaire", uses), page("Éclaire", 19), read))), most]);
  }
  const some = rows.filter((row) => row.slice(1, -1).some((cell) => cell !== ""));
  return some.length ? [`### Ratios of the page: the median run by run (that of the least)\n\n${markdown(["", ...sizes.map((uses) => `${uses} uses`), "wanted"], some)}`] : [];
}

/** Everything as Markdown. */
export function tables(results) {
  const parts = ratios(results);
  for (const uses of new Set(results.map(({ uses }) => uses))) {
    const pages = results.filter((one) => one.uses === uses && one.form === "page");
    if (!pages.length) continue;
    parts.push(`### The page with ${uses} uses\n\n${markdown(["", ...pages.map(({ name }) => name)], ROWS.map((row) => [row[0], ...pages.map(({ visits }) => value(row, visits))]))}`);
  }
  const forms = results.filter(({ name, form }) => name === "Éclaire" || name === "older" || form !== "page");
  if (forms.length) {
    const shown = ROWS.filter(([name]) => !/^document|^of it/.test(name));
    parts.push(`### Every form\n\n${markdown(["form", "uses", "of", ...shown.map(([name]) => name), "restart (ms)"], forms.map(({ form, uses, name, visits }) => [
      form, uses, name, ...shown.map((row) => value(row, visits)), (() => {
        const all = visits.flatMap(({ restart = [] }) => restart).map(never);
        return all.length ? milliseconds(median(all)) : "";
      })(),
    ]))}`);
  }
  const measured = results.filter(({ visits }) => visits.some(({ pressed }) => pressed));
  if (measured.length) {
    const names = Object.keys(measured[0].visits.find(({ pressed }) => pressed).pressed);
    parts.push(`### From a press to the paint that shows it (ms; 95th percentile, in brackets the median)\n\n${markdown(["uses", "of", ...names], measured.map(({ uses, name, visits }) => [
      uses, name, ...names.map((press) => {
        const all = visits.flatMap(({ pressed }) => pressed?.[press] ?? []).map(never);
        return all.length ? `${milliseconds(quantile(all, 0.95))} (${milliseconds(median(all))})` : "";
      }),
    ]))}`);
  }
  return parts.join("\n\n");
}
