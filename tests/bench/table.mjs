// The tables: medians of the runs, and for presses the 95th percentile of all of them.
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
  ["memory: heap and Wasm (MB)", (visit) => visit.heap + (visit.wasm ?? 0), megabytes],
  ["elements", (visit) => visit.nodes, milliseconds],
];

const markdown = (head, rows) => [head, head.map((_, at) => (at ? "--:" : "---")), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

function value([, read, write], visits) {
  if (!visits.length) return "";
  if (read) return write(median(visits.map(read)));
  return ["script", "style", "layout"].map((key) => milliseconds(median(visits.map((visit) => visit[key])))).join(" + ");
}

/** Everything as Markdown. */
export function tables(results) {
  const parts = [];
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
