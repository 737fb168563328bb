// Decides whether a consent record in JSON-LD means something, by what is published and by nothing of ours.
//
// `await judgeReceipt(document)` gives a list of findings; an empty list means that nothing is wrong. The document is
// expanded by the reference implementation of JSON-LD, without network: nothing may get lost on the way. Then every IRI
// is looked up: those of DPV 2.3 in `vocabulary`, the part of its published list that our receipts use
// (fixtures/dpv-2.3.json); `published` is the whole list, null where it is not at hand. Dublin Core terms come from the package
// @vocabulary/dcterms.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import jsonld from "jsonld";
import { isLanguage } from "./fhir-values.mjs";

const require = createRequire(import.meta.url);
const terms = fileURLToPath(new URL("../../../shared/data/dpv-2.3/terms.csv", import.meta.url));
const SCHEMES = /^(https?|urn|mailto|tel|did):/;
const OF_DPV = /^https?:\/\/(www\.)?w3id\.org\/dpv/;
const DCT = "http://purl.org/dc/terms/";
const XSD = "http://www.w3.org/2001/XMLSchema#";
const FORMS = {
  [`${XSD}date`]: /^\d{4}-\d\d-\d\d$/,
  [`${XSD}dateTime`]: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/,
  [`${XSD}duration`]: /^-?P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/,
};

/** The terms of DPV 2.3 that we use, with what they are: `class` or `property`. */
export const vocabulary = new Map(Object.entries(JSON.parse(readFileSync(new URL("fixtures/dpv-2.3.json", import.meta.url), "utf8")).terms));

/** All terms of DPV 2.3; null if the list is not on this machine. */
export const published = existsSync(terms)
  ? lines(terms, /^(https:\/\/w3id\.org\/dpv[^,\s]*),(class|property),/gm)
  : null;

const dcterms = require.resolve("@vocabulary/dcterms/dcterms.nq");
const dublinCore = lines(dcterms, /^<(http:\/\/purl\.org\/dc\/terms\/\w+)>/gm);

// DPV publishes these outside of that list: countries (ISO 3166), and the profiles that its guide for 27560 names.
// The profiles are named so in schema/dpv-27560.ttl of w3c/dpv (commit f01a55c); its guide says “receipt-record” in one place.
const ELSEWHERE = [
  /^https:\/\/w3id\.org\/dpv\/loc#[A-Z]{2}$/,
  /^https:\/\/w3id\.org\/dpv\/schema\/dpv-27560#(record|record-eu-gdpr|receipt|receipt-eu-gdpr)$/,
  /^https:\/\/w3id\.org\/dpv\/guides\/consent-27560$/,
];

// What DPV says a property points to (its range), as far as our receipts use it, with the terms below it: a text in its place, or
// another thing, means nothing to who reads the vocabulary.
const RANGES = {
  isExercisedAt: ["RightExerciseNotice"],
  hasRecordOfActivity: ["RecordsOfActivities", "DataProcessingRecord", "ConsentRecord", "RightExerciseRecord"],
  hasProcess: ["Process"],
  hasScope: ["Scope"],
  hasNotice: ["Notice", "PrivacyNotice", "ConsentNotice", "AINotice", "RightNotice", "RightExerciseNotice"],
  hasConsentControl: ["ConsentControl", "ProvideConsent", "WithdrawConsent", "ReaffirmConsent", "ObtainConsent"],
  hasDataSubject: ["DataSubject", "Patient", "Child"],
  hasDataController: ["DataController"],
};

const ASKED = [
  "hasIdentifier", "hasDataSubject", "hasNotice", "hasProcess", "hasPurpose", "hasPersonalData", "hasStorageCondition",
  "hasDataController", "hasRecipient", "hasConsentControl", "hasJurisdiction", "hasRight",
];

// What every line of a file begins with: the first group of the pattern, with the second.
function lines(file, pattern) {
  return new Map([...readFileSync(file, "utf8").matchAll(pattern)].map(([, term, kind]) => [term, kind]));
}

export async function judgeReceipt(document) {
  const findings = new Set(hollow(document));
  const eventHandler = ({ event }) => findings.add(`${event.message} ${JSON.stringify(event.details)}`);
  const documentLoader = (url) => Promise.reject(new Error(`nothing may be fetched: ${url}`));
  let expanded;
  try {
    // A copy: what is judged must not change.
    expanded = await jsonld.expand(structuredClone(document), { documentLoader, eventHandler });
  } catch (error) {
    return [...findings, `cannot be expanded: ${error.message} ${error.details?.cause?.message ?? ""}`];
  }
  if (expanded.length === 0) findings.add("the document says nothing");
  const prefixes = [document?.["@context"]].flat().flatMap((one) => Object.keys(one ?? {}));
  for (const node of expanded) walk(node, findings, prefixes);
  claim(JSON.stringify(expanded), findings);
  return [...findings];
}

// Who says that a record is one of 27560 has what its guide asks for once at least (the fields whose number is “1” or “1..*”).
function claim(text, findings) {
  if (!text.includes('"http://purl.org/dc/terms/conformsTo":[{"@id":"https://w3id.org/dpv/schema/dpv-27560#')) return;
  const missing = ASKED.filter((name) => !text.includes(`"https://w3id.org/dpv#${name}":`));
  if (missing.length) findings.add(`it claims to conform to 27560 without ${missing.join(", ")}`);
}

function walk(node, findings, prefixes) {
  for (const [key, value] of Object.entries(node)) {
    if (key === "@id") iri(value, "class", findings);
    else if (key === "@type") [value].flat().forEach((one) => iri(one, "class", findings));
    else if (key === "@value") literal(value, node["@type"], findings, prefixes);
    else if (key === "@language" && !isLanguage(value)) findings.add(`${value} is no language of BCP 47`);
    else if (!key.startsWith("@")) {
      iri(key, "property", findings);
      range(key, [value].flat(), findings);
    }
    const nodes = key === "@type" ? [] : [value].flat().filter((one) => typeof one === "object");
    nodes.forEach((one) => walk(one, findings, prefixes));
  }
}

function range(property, values, findings) {
  const [, name] = property.match(/^https:\/\/w3id\.org\/dpv#(\w+)$/) ?? [];
  for (const value of RANGES[name] ? values : []) {
    const types = [value["@type"] ?? []].flat();
    // What is only named is described elsewhere.
    const isNamed = Object.keys(value).join() === "@id";
    const fits = types.some((type) => RANGES[name].includes(type.replace("https://w3id.org/dpv#", "")));
    if (!isNamed && !fits) findings.add(`${name} points to ${"@value" in value ? "a text" : types.join(", ") || "something without a type"}, not to a ${RANGES[name][0]}`);
  }
}

function iri(value, kind, findings) {
  if (value === "@json") return;
  if (value.startsWith("_:")) return kind === "property" && findings.add(`${value} is a blank property`);
  // What has no known scheme is a prefix that the context does not tell.
  if (!SCHEMES.test(value)) return findings.add(`${value} is no IRI; does the context know its prefix?`);
  if (/[\s<>"{}|\\^`]/.test(value)) return findings.add(`${value} has a character that no IRI has`);
  if (value.startsWith(DCT) && !dublinCore.has(value)) findings.add(`${value} is no Dublin Core term`);
  if (!OF_DPV.test(value) || ELSEWHERE.some((one) => one.test(value))) return;
  const known = vocabulary.get(value);
  if (!known) findings.add(`${value} is none of the terms of DPV 2.3 that we know (fixtures/dpv-2.3.json)`);
  else if (known !== kind) findings.add(`${value} is a ${known} in DPV 2.3, and stands for a ${kind}`);
}

// A term as a text is no term: the context forgot that its values are IRIs.
function literal(value, type, findings, prefixes) {
  const text = String(value);
  const [, prefix] = text.match(/^([\w-]+):[\w-]+$/) ?? [];
  if (OF_DPV.test(text) || prefixes.includes(prefix)) findings.add(`“${text}” is a text, not an IRI`);
  const isTime = type?.startsWith(`${XSD}date`);
  if (FORMS[type]?.test(text) === false || (isTime && Number.isNaN(Date.parse(text)))) {
    findings.add(`“${text}” is no ${type}`);
  }
}

// JSON-LD drops null without a word, and keeps what is empty.
function hollow(value, where = "the document") {
  if (value === null || value === "") return [`${where} is ${value === null ? "null" : "empty"}`];
  if (typeof value !== "object") return [];
  const parts = Object.entries(value);
  if (parts.length === 0) return [`${where} is empty`];
  return parts.flatMap(([key, one]) => (key === "@context" ? [] : hollow(one, `${where}.${key}`)));
}
