// The judges can say no: what is right passes, and every planted error is refused for its own reason.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { enforceR4, enforceR5 } from "./enforcers.mjs";
import { judgeFhir } from "./fhir.mjs";
import { judgeReceipt, published, vocabulary } from "./jsonld.mjs";

const good = (name) => JSON.parse(readFileSync(new URL(`good/${name}.json`, import.meta.url), "utf8"));
const consent = (bundle) => bundle.entry[0].resource;
const request = (bundle) => bundle.entry[1].resource;
const ELSEWHERE = "urn:uuid:00000000-9a53-4f0e-9f0b-0f6f0c6b5a11";
const DIV = '<div xmlns="http://www.w3.org/1999/xhtml" lang="fr" xml:lang="fr"><p>Non</p></div>';
const SCRIPT = '<div xmlns="http://www.w3.org/1999/xhtml"><script>1</script></div>';

/** One error planted into what is good: there is a finding, and it tells of this error. */
function refused(version, sentence, plant, expected) {
  test(`${version.toUpperCase()}: ${sentence}`, () => {
    const bundle = good(version);
    plant(bundle);
    assert.match(judgeFhir(bundle, version).join("\n"), expected);
  });
}

for (const [version, other] of [["r4", "r5"], ["r5", "r4"]]) {
  describe(`A Bundle of ${version.toUpperCase()}`, () => {
    test(`${version.toUpperCase()}: a good Bundle passes`, () => assert.deepEqual(judgeFhir(good(version), version), []));

    const no = (...planted) => refused(version, ...planted);
    no("a consent needs a status", (b) => delete consent(b).status, /\[0\].resource lacks “status”/);
    no("a status has a code of its own list", (b) => (consent(b).status = "given"), /none of draft, .*: given/);
    no("a request needs a status", (b) => delete request(b).status, /\[1\].resource lacks/);
    no("a priority has a code of its own list", (b) => (request(b).priority = "soon"), /none of routine, urgent/);
    no("a Bundle needs a type of the list", (b) => (b.type = "folder"), /none of document, message/);
    no("no name may be unknown", (b) => (consent(b).eclaire = "yes"), /Consent does not have .*: eclaire/);
    no("no name may be unknown in a part", (b) => (request(b).payload[0].text = "?"), /payload does not have .*: text/);
    no("30 February is no day", (b) => (request(b).authoredOn = "2026-02-30"), /no day: 2026-02-30/);
    no("a moment has a time zone", (b) => (b.timestamp = "2026-11-22T10:15:00"), /timestamp is no instant/);
    no("a list is a list", (b) => (consent(b).category = consent(b).category[0]), /category is no list/);
    no("an empty list is left out", (b) => (request(b).note = []), /note is no list, or is empty/);
    no("a single value is no list", (b) => (consent(b).status = ["draft"]), /status is no single value/);
    no("nothing is null", (b) => (request(b).authoredOn = null), /authoredOn is no dateTime: null/);
    no("nothing is an empty text", (b) => (consent(b).category[0].text = ""), /text is no string: ""/);
    no("nothing is an empty object", (b) => (request(b).subject = {}), /subject is empty/);
    no("a language has a known form", (b) => (consent(b).language = "fr_FR"), /no language of BCP 47: fr_FR/);
    no("an identifier is a real UUID", (b) => (b.entry[0].fullUrl = "urn:uuid:1234"), /no UUID/);
    no("a system is an absolute address", (b) => (consent(b).identifier[0].system = "ours"), /no absolute address/);
    no("an extension has a value or parts", (b) => (consent(b).extension = [{ url: "urn:a:b" }]), /ext-1/);
    no("an address occurs once", (b) => (b.entry[1].fullUrl = b.entry[0].fullUrl), /breaks bdl-7/);
    no("an entry is not empty", (b) => b.entry.push({ fullUrl: "https://a.example/1" }), /breaks bdl-5/);
    no("a reference finds its target", (b) => (request(b).about[0].reference = ELSEWHERE), /points to nothing in the/);
    no("a subject is no device", (b) => (request(b).subject = { reference: "Device/1" }), /may not point to a Device/);
    no("what is contained is there", (b) => (request(b).subject = { reference: "#patient" }), /breaks ref-1/);
    no("a narrative has no script", (b) => (consent(b).text.div = SCRIPT), /breaks txt-1/);
    no("a narrative says one language, not two", (b) => (consent(b).text.div = DIV.replace("xml:lang=\"fr\"", "xml:lang=\"en\"")), /breaks txt-1/);
    test(`${version.toUpperCase()}: a narrative may say its language as HTML and as XML`, () => {
      const bundle = good(version);
      consent(bundle).text.div = DIV;
      assert.deepEqual(judgeFhir(bundle, version), []);
    });
    no("a resource is a known one", (b) => (request(b).resourceType = "Wish"), /no resource that this judge knows: Wish/);
    no("another version is not this one", (b) => Object.assign(b, good(other)), /does not have/);
  });
}

describe("What only one version has", () => {
  const shapes = { coding: [{ system: "http://terminology.hl7.org/CodeSystem/consentscope", code: "research" }] };
  refused("r4", "a decision is of R5", (b) => (consent(b).decision = "deny"), /does not have in r4: decision/);
  refused("r4", "a consent needs a policy (ppc-1)", (b) => delete consent(b).policyRule, /breaks ppc-1/);
  refused("r4", "privacy needs a patient (ppc-2)", (b) => delete consent(b).patient, /breaks ppc-2/);
  refused("r4", "research needs a patient (ppc-3)", (b) => {
    consent(b).scope = shapes;
    delete consent(b).patient;
  }, /breaks ppc-3/);
  refused("r4", "a consent needs a scope", (b) => delete consent(b).scope, /lacks “scope”/);
  refused("r4", "not-done is no status of a consent", (b) => (consent(b).status = "not-done"), /: not-done/);
  refused("r4", "there is one provision", (b) => (consent(b).provision = [consent(b).provision]), /no single value/);
  refused("r4", "maybe is no type of provision", (b) => (consent(b).provision.type = "maybe"), /deny, permit: maybe/);
  refused("r4", "there is one source", (b) => (consent(b).sourceReference = { display: "Notice" }), /than one “source/);
  refused("r4", "an attachment tells its type (att-1)", (b) => {
    consent(b).sourceAttachment = { data: "TE9M" };
  }, /breaks att-1/);
  refused("r5", "a scope is of R4", (b) => (consent(b).scope = shapes), /does not have in r5: scope/);
  refused("r5", "a request needs an intent", (b) => delete request(b).intent, /lacks “intent”/);
  refused("r5", "an intent has a code of its own list", (b) => (request(b).intent = "wish"), /none of proposal, plan/);
  refused("r5", "proposed is no status of a consent", (b) => (consent(b).status = "proposed"), /: proposed/);
  refused("r5", "a date has no time", (b) => (consent(b).date = "2026-11-22T10:15:00Z"), /date is no date/);
  refused("r5", "maybe is no decision", (b) => (consent(b).decision = "maybe"), /none of deny, permit: maybe/);
  refused("r5", "a reference names something (ref-2)", (b) => (consent(b).controller = [{ id: "a" }]), /breaks ref-2/);
  refused("r5", "an entry has an address (bdl-15)", (b) => delete b.entry[0].fullUrl, /breaks bdl-15/);
  refused("r5", "a collection asks for nothing (bdl-3a)", (b) => {
    b.entry[0].request = { method: "GET", url: "Consent" };
  }, /breaks bdl-3a/);
});

describe("What engines that know none of our codes decide", () => {
  const active = (version, more = {}) => [{ ...consent(good(version)), status: "active", ...more }];

  test("R5: a no to one recording, written as the exception to a permit, permits everything", () => {
    assert.equal(enforceR5(active("r5")), "permit");
  });
  test("R5: written as a deny, it denies everything", () => assert.equal(enforceR5(active("r5", { decision: "deny" })), "deny"));
  test("R5: what is not active is not enforced, and where nothing is decided nothing is", () => {
    assert.equal(enforceR5([consent(good("r5"))]), undefined);
    assert.equal(enforceR5(active("r5", { decision: undefined })), undefined);
    assert.equal(enforceR5([]), undefined);
  });

  test("R4: a no to one recording denies all treatment where our code is dropped", () => {
    const all = active("r4", { policyRule: { text: "law" } });
    assert.equal(enforceR4(all, "TREAT", "ignored"), "deny");
    assert.equal(enforceR4(all, "HRESCH", "ignored"), undefined, "another purpose");
  });
  test("R4: an objection is never applied where our code is looked for", () => {
    const provision = { type: "deny", code: [{ text: "research" }], purpose: [{ code: "HRESCH" }] };
    assert.equal(enforceR4(active("r4", { policyRule: { text: "law" }, provision }), "HRESCH", "honoured"), undefined);
  });
  test("R4: the code of a rule goes for everything", () => {
    const policyRule = { coding: [{ code: "OPTOUT" }] };
    assert.equal(enforceR4(active("r4", { policyRule, provision: undefined }), "TREAT", "ignored"), "deny");
  });
  test("R4: a purpose alone is understood by both, and a deny goes before a permit", () => {
    const rule = (type) => active("r4", { policyRule: { text: "law" }, provision: { type, purpose: [{ code: "HRESCH" }] } });
    for (const unknownCodes of ["ignored", "honoured"]) {
      assert.equal(enforceR4(rule("deny"), "HRESCH", unknownCodes), "deny");
      assert.equal(enforceR4([...rule("permit"), ...rule("deny")], "HRESCH", unknownCodes), "deny");
      assert.equal(enforceR4(rule("permit"), "HRESCH", unknownCodes), "permit");
    }
  });
});

describe("What else the judge knows", () => {
  const response = {
    resourceType: "QuestionnaireResponse", questionnaire: "https://a.example/1", status: "completed",
    item: [{ linkId: "a", answer: [{ valueCoding: { system: "https://a.example/2", code: "agreed" } }] }],
  };
  const codes = { resourceType: "CodeSystem", status: "active", content: "complete", concept: [{ code: "a" }, { code: "b" }] };
  const asked = (type) => ({ resourceType: "Questionnaire", status: "active", item: [{ linkId: "a", text: "?", type }] });
  const named = { resourceType: "NamingSystem", name: "Texts", status: "active", kind: "identifier", date: "2026-11-28", uniqueId: [{ type: "uri", value: "https://a.example" }] };
  const wrong = (what, version, expected) => assert.match(judgeFhir(what, version).join("\n"), expected);

  test("a good response, code system, questionnaire and naming system pass", () => {
    for (const version of ["r4", "r5"]) for (const one of [response, codes, named]) assert.deepEqual(judgeFhir(one, version), []);
    assert.deepEqual(judgeFhir(asked("choice"), "r4"), []);
    assert.deepEqual(judgeFhir(asked("coding"), "r5"), []);
  });
  test("a response has a known status, and in R5 names its questionnaire", () => {
    wrong({ ...response, status: "given" }, "r4", /: given/);
    wrong({ ...response, questionnaire: undefined }, "r5", /lacks “questionnaire”|questionnaire/);
  });
  test("a code occurs once", () => wrong({ ...codes, concept: [{ code: "a" }, { code: "a" }] }, "r4", /breaks csd-1/));
  test("a question has a type of its version", () => {
    wrong(asked("coding"), "r4", /: coding/);
    wrong(asked("choice"), "r5", /: choice/);
  });
  test("a naming system has a name that is unique", () => wrong({ ...named, uniqueId: undefined }, "r4", /uniqueId/));
});

describe("A record in JSON-LD", () => {
  test("a good record passes", async () => assert.deepEqual(await judgeReceipt(good("record")), []));
  const no = (sentence, plant, expected) =>
    test(sentence, async () => {
      const record = good("record");
      assert.match((await judgeReceipt(plant(record) ?? record)).join("\n"), expected);
    });

  no("a name means something", (r) => void (r.mood = "good"), /mood/);
  no("a name means something in a part, too", (r) => void (r.process[0].mood = "good"), /mood/);
  no("a type is no relative address", (r) => void (r["@type"] = "ConsentRecord"), /ConsentRecord/);
  no("an identifier is no relative address", (r) => void (r["@id"] = "record/1"), /record\/1/);
  no("a value is no relative address", (r) => void (r.process[0].purpose = "care"), /care/);
  no("a prefix is known", (r) => void (r.process[0].purpose = "iso:Care"), /iso:Care is no IRI/);
  no("a term is no text", (r) => void delete r["@context"].status["@type"], /“dpv:ConsentGiven” is a text/);
  no("null says nothing", (r) => void (r.process[0].purpose = null), /purpose is null/);
  no("nothing is fetched", (r) => void (r["@context"] = "https://w3id.org/dpv"), /nothing may be fetched/);
  no("a moment is a moment", (r) => void (r.given = "22/11/2026"), /“22\/11\/2026” is no .*dateTime/);
  no("Dublin Core has this term", (r) => void (r["@context"].language = "dct:tongue"), /tongue is no Dublin Core term/);
  no("a language has a known form", (r) => void (r.notice.title["@language"] = "français 1"), /français/);
  no("an empty list says nothing", (r) => void (r.process = []), /process is empty/);
  no("an empty record says nothing", () => ({}), /says nothing/);

  const CONFORMS = "https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr";
  no("a claim to conform to 27560 is kept", (r) => void (r.conforms = CONFORMS), /without hasIdentifier, .*hasStorageCondition/);
  test("a claim that is kept passes", async () => {
    const rest = ["Identifier", "DataSubject", "StorageCondition", "DataController", "Recipient", "ConsentControl", "Right"];
    const kept = Object.fromEntries(rest.map((name) => [`dpv:has${name}`, "as the establishment knows"]));
    for (const [name, type] of [["DataSubject", "DataSubject"], ["DataController", "DataController"], ["ConsentControl", "WithdrawConsent"]]) {
      kept[`dpv:has${name}`] = { "@type": `dpv:${type}` };
    }
    assert.deepEqual(await judgeReceipt({ ...good("record"), conforms: CONFORMS, ...kept }), []);
  });

  no("DPV has this class", (r) => void (r.process[0].data = "dpv:HealthData"), /HealthData is none of the terms of DPV/);
  no("DPV has this property", (r) => void (r["@context"].purpose["@id"] = "dpv:hasReason"), /hasReason is none of the terms/);
  no("DPV has this type", (r) => void (r["@type"] = "dpv:Receipt"), /Receipt is none of the terms/);
  no("DPV has this article", (r) => void (r.process[0].basis = "eu-gdpr:A6-1-z"), /A6-1-z is none of the terms/);
  no("a country is one of its namespace", (r) => void (r.where = "loc:France"), /loc#France is none of the terms/);
  no("a class is no property", (r) => void (r["dpv:Purpose"] = "dpv:AINotice"), /stands for a property/);
  no("a property is no value", (r) => void (r.status = "dpv:hasPurpose"), /stands for a class/);

  no("a right is exercised where a notice says, not at a text", (r) => void (r["dpv:isExercisedAt"] = "dpo@a.example"), /isExercisedAt points to a text, not to a RightExerciseNotice/);
  no("a record of activity is a record", (r) => void (r["dpv:hasRecordOfActivity"] = { "@type": "dpv:Process" }), /hasRecordOfActivity points to .*Process, not to a RecordsOfActivities/);
  no("a process is one", (r) => void (r.process[0]["@type"] = "dpv:AINotice"), /hasProcess points to .*AINotice/);
  test("what is only named is described elsewhere", async () => {
    const record = good("record");
    record.process.push({ "@id": "urn:uuid:0b0f3a2e-5a7a-4f6b-8a53-3c2f5be0a7d2" });
    assert.deepEqual(await judgeReceipt(record), []);
  });

  test("the list of terms is one: none is without its kind", () => {
    assert.ok(vocabulary.size > 40);
    for (const [term, kind] of vocabulary) assert.match(`${term} ${kind}`, /^https:\/\/w3id\.org\/dpv\S*#\S+ (class|property)$/);
  });
  // The whole list is not in this repository (W3C licence) but lies beside it where Éclaire is written.
  if (published) {
    test("each term is in the published list, as what it is there", () => {
      for (const [term, kind] of vocabulary) assert.equal(published.get(term), kind, term);
    });
  }
});
