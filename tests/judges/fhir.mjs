// Decides whether a FHIR resource is one, by what HL7 has published and by nothing of ours.
//
// `judgeFhir(bundle, "r4")` or `"r5"` gives a list of findings; an empty list means that nothing is wrong. It reads the
// StructureDefinitions of FHIR 4.0.1 and 5.0.0 (fixtures/README.md): which elements there are, how often, of which type,
// with which codes; then it evaluates their invariants with the FHIRPath engine of the National Library of Medicine. R4
// goes through the published JSON Schema as well.
import { readFileSync } from "node:fs";
import fhirpath from "fhirpath";
import r4 from "fhirpath/fhir-context/r4";
import r5 from "fhirpath/fhir-context/r5";
import { schemaFindings, valueFindings } from "./fhir-values.mjs";

const read = (name) => JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), "utf8"));
const VERSIONS = { r4: { definitions: read("r4"), model: r4 }, r5: { definitions: read("r5"), model: r5 } };
const SCOPES = "http://terminology.hl7.org/CodeSystem/consentscope";
const compiled = new Map();

// A narrative says its language as HTML and as XML (FHIR 5.0.0, narrative; HL7's own examples). fhirpath 5.2.0 refuses every attribute
// with a prefix, so it is shown the narrative without `xml:lang` where that says what `lang` says; another one it refuses.
const withoutXmlLang = (key, value) => (key === "div" && typeof value === "string" ? value.replace(/( lang="([^"]*)") xml:lang="\2"/g, "$1") : value);

export function judgeFhir(given, version) {
  const bundle = JSON.parse(JSON.stringify(given), withoutXmlLang);
  const { definitions, model } = VERSIONS[version];
  const findings = new Set();
  const say = (where, what) => findings.add(`${where} ${what}`);
  const entries = Array.isArray(bundle?.entry) ? bundle.entry : [];
  const inBundle = new Map(entries.map((one) => [one?.fullUrl, one?.resource?.resourceType]));
  resource(bundle, bundle?.resourceType ?? "The document");
  return [...findings];

  function resource(value, where, root = value) {
    const type = value?.resourceType;
    if (definitions[type]?.kind !== "resource") return say(where, `is no resource that this judge knows: ${type}`);
    const rules = new Map();
    object(value, type, type, where, { from: "$this", rules, root });
    for (const { from, rule } of rules.values()) invariant(value, root, from, rule, where);
    if (version === "r4") schemaFindings(value).forEach((one) => say(where, one));
  }

  // `path` is the place in the definition of `type`; `from` is the same place in FHIRPath, seen from the resource.
  function object(value, type, path, where, { from, rules, root }) {
    remember(definitions[type].snapshot.element.find((one) => one.path === path), from, rules);
    if (Object.prototype.toString.call(value) !== "[object Object]") return say(where, `is not an object (${type})`);
    const known = new Set(path === type && definitions[type].kind === "resource" ? ["resourceType"] : []);
    for (const element of children(type, path)) {
      const last = element.path.split(".").at(-1).replace("[x]", "");
      const present = [];
      for (const one of element.type ?? [{ code: "" }]) {
        const name = element.path.endsWith("[x]") ? last + one.code[0].toUpperCase() + one.code.slice(1) : last;
        const names = primitive(typeOf(element, one)) ? [name, `_${name}`] : [name];
        names.forEach((name) => known.add(name));
        if (names.some((name) => name in value)) present.push([name, one]);
      }
      if (present.length < element.min) say(where, `lacks “${last}”`);
      if (present.length > 1) say(where, `has more than one “${last}[x]”`);
      for (const [name, one] of present) {
        const choice = element.path.endsWith("[x]") ? `.ofType(${one.code})` : "";
        const place = { from: `${from}.\`${last}\`${choice}`, rules, root };
        many(value[name], value[`_${name}`], element, one, `${where}.${name}`, place);
      }
    }
    const unknown = Object.keys(value).filter((key) => !known.has(key));
    if (unknown.length) say(where, `has what ${path} does not have in ${version}: ${unknown.join(", ")}`);
    if (Object.keys(value).length === 0) say(where, "is empty");
  }

  function many(value, extra, element, one, where, place) {
    const isList = element.max !== "1";
    const ofItsForm = (one) => (isList ? Array.isArray(one) && one.length > 0 : !Array.isArray(one));
    const given = [value, extra].filter((one) => one !== undefined);
    if (!given.every(ofItsForm)) return say(where, isList ? "is no list, or is empty" : "is no single value");
    const [values, extras] = [value, extra].map((one) => (isList ? one ?? [] : [one]));
    for (let at = 0; at < Math.max(values.length, extras.length); at += 1) {
      const here = isList ? `${where}[${at}]` : where;
      remember(element, place.from, place.rules);
      // Only in a list, and only beside an extension, may a value be null.
      const nothing = values[at] === undefined || (isList && values[at] === null && extras[at]);
      const noExtra = extras[at] === undefined || (isList && extras[at] === null);
      if (!noExtra) object(extras[at], "Element", "Element", `${here} (its extension)`, place);
      if (!nothing || noExtra) item(values[at], element, one, here, place);
    }
  }

  function item(value, element, one, where, place) {
    const referred = element.contentReference?.split("#")[1];
    const [own] = (referred ?? element.path).split(".");
    const type = typeOf(element, one);
    if (referred) return object(value, own, referred, where, place);
    if (children(own, element.path).length) return object(value, own, element.path, where, place);
    if (type === "Resource") return resource(value, where, element.path.endsWith(".contained") ? place.root : value);
    if (!primitive(type)) object(value, type, type, where, place);
    else valueFindings(value, type, element, definitions).forEach((one) => say(where, one));
    if (type === "Reference" && value) target(value, one.targetProfile ?? [], where);
  }

  function target({ reference = "", type }, profiles, where) {
    const to = inBundle.get(reference) ?? type ?? String(reference).match(/^([A-Z]\w+)\/[^/]+$/)?.[1];
    if (/^urn:/.test(reference) && !inBundle.has(reference)) say(where, `points to nothing in the Bundle: ${reference}`);
    const allowed = profiles.map((one) => one.split("/").at(-1));
    const toAny = allowed.length === 0 || allowed.includes("Resource");
    if (to && !toAny && !allowed.includes(to)) say(where, `may not point to a ${to}`);
  }

  function remember(element, from, rules) {
    // To the FHIRPath engine the XHTML of a narrative has no value; that it has one is seen without it.
    const blind = ({ key }) => key === "ele-1" && /^(Narrative\.div|xhtml)$/.test(element.path);
    for (const rule of element.constraint ?? []) {
      if (!blind(rule)) rules.set(`${from} ${rule.key}`, { from, rule });
    }
  }

  // What is neither true nor false (an empty collection) breaks no rule.
  function invariant(value, root, from, { key, human, expression }, where) {
    // ppc-2 to ppc-5 of R4 are published with a code system that does not exist; as they stand they always hold.
    const repaired = expression.replace("system='something'", `system='${SCOPES}'`);
    const text = `${from}.where((${repaired}) = false).exists()`;
    const cached = compiled.get(version + text) ?? fhirpath.compile(text, model, { traceFn: () => {} });
    compiled.set(version + text, cached);
    try {
      const [broken] = cached(value, { resource: value, rootResource: root });
      if (broken) say(where, `breaks ${key}${from.slice("$this".length).replaceAll("`", "")}: ${human}`);
    } catch (error) {
      say(where, `${key} cannot be evaluated at ${from}: ${error.message}`);
    }
  }

  function children(type, path) {
    return definitions[type].snapshot.element.filter(
      (one) => one.path.startsWith(`${path}.`) && !one.path.slice(path.length + 1).includes("."),
    );
  }

  function typeOf(element, one) {
    // R4 publishes the id of a resource as a string; the regular expression is that of `id`.
    if (/^[^.]+\.id$/.test(element.path) && definitions[element.path.split(".")[0]].kind === "resource") return "id";
    return one.fhirType ?? one.code;
  }

  function primitive(type) {
    return definitions[type]?.kind === "primitive-type";
  }
}
