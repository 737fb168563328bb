// Software that enforces Consents, as hospitals have it, and how each reads one. None of it knows our codes.
//
// `enforceR5`: the engine of @asushares/core 2.8.1 (npm, Apache-2.0), as it is published: it takes `Consent.decision` of what is active
// for what goes everywhere, a deny before a permit, and does not look at conditions. `enforceR4`: two small engines after the text
// of FHIR 4.0.1. `policyRule` says what goes by default (OPTIN, OPTOUT, NOPP …, as LEAP reads it); a provision goes where each
// of its conditions fits; of several Consents a deny goes before a permit. They differ in what they do with a code that they do not
// know: "ignored" drops the condition, "honoured" looks for it in the data (Consent.provision.code: "if this code is found in an
// instance, then the exception applies") and finds none of ours, for no data carry it.
import { AbstractDataSharingEngine } from "@asushares/core";

class Engine extends AbstractDataSharingEngine {
  createAuditEvent() {}
}

/** What the published engine of R5 decides about data of any kind: `permit`, `deny`, or undefined. */
export function enforceR5(consents) {
  const says = console.log;
  // It writes down what it does.
  console.log = () => {};
  try {
    const engine = new Engine({ applicableRulesForAll: () => [] }, 0, true);
    const card = engine.process(consents, { content: { resourceType: "Bundle", entry: [] } });
    return { CONSENT_PERMIT: "permit", CONSENT_DENY: "deny" }[card.summary];
  } finally {
    console.log = says;
  }
}

const DEFAULTS = { OPTIN: "permit", OPTINR: "permit", OPTOUT: "deny", OPTOUTE: "deny", NOCONSENT: "deny" };
const KNOWN = /^(http:\/\/loinc\.org|http:\/\/snomed\.info\/sct|http:\/\/(terminology\.)?hl7\.org\/.*)$/;

/** What an engine of R4 decides about data used for a purpose: `permit`, `deny`, or undefined. */
export function enforceR4(consents, purpose, unknownCodes) {
  const all = consents.filter(({ status }) => status === "active").map((one) => ruled(one, purpose, unknownCodes));
  return all.includes("deny") ? "deny" : all.find(Boolean);
}

function ruled({ policyRule, provision }, purpose, unknownCodes) {
  const base = policyRule?.coding?.map(({ code }) => DEFAULTS[code]).find(Boolean);
  return within(provision, purpose, unknownCodes) ?? base;
}

function within(provision, purpose, unknownCodes) {
  if (!provision || !fits(provision, purpose, unknownCodes)) return undefined;
  const inner = (provision.provision ?? []).map((one) => within(one, purpose, unknownCodes)).filter(Boolean);
  return inner.includes("deny") ? "deny" : inner[0] ?? provision.type;
}

function fits(provision, purpose, unknownCodes) {
  return Object.keys(provision).filter((name) => !["type", "provision"].includes(name)).every((name) => {
    if (name === "purpose") return provision.purpose.some(({ code }) => code === purpose);
    if (name !== "code") throw new Error(`this engine does not know the condition ${name}`);
    const isKnown = ({ coding = [] }) => coding.some(({ system }) => KNOWN.test(system));
    if (provision.code.some(isKnown)) throw new Error("this engine has no data with codes that it knows");
    return unknownCodes === "ignored";
  });
}
