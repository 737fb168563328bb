// What the program exports, before judges who do not know its types: every record of many, as FHIR R4, R4 for PCF, R5 and as a
// receipt, is right by what HL7 and the DPV group have published, and no software that enforces consents reads it otherwise than it
// was said. So is what the site publishes to explain it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { enforceR4, enforceR5 } from "./enforcers.mjs";
import { judgeFhir } from "./fhir.mjs";
import { judgeReceipt } from "./jsonld.mjs";

const root = resolve(fileURLToPath(import.meta.url), "../../..");
const program = process.env.ECLAIRE ?? join(root, "target/debug/eclaire");
const golden = readFileSync(join(root, "tests/fixtures/records/november-2026.json"), "utf8");

/** What the program makes of a record. */
function exported(record, format, ...more) {
  const file = join(tmpdir(), `eclaire-judged-${process.pid}.json`);
  writeFileSync(file, JSON.stringify(record));
  const options = { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] };
  return JSON.parse(execFileSync(program, ["record", "--file", file, "--as", format, ...more], options));
}

const ANSWERS = ["yes", "no", "talk-first", null];
/** The words of the answers: a file with an answer in the words of another, or in none, is refused. */
const SAID = {
  agree: { yes: "J’accepte", no: "Je refuse", "talk-first": "J’en parle d’abord" },
  object: { yes: "Je ne m’oppose pas", no: "Je m’oppose à cela", "talk-first": "J’en parle d’abord" },
};
const PEOPLE = ["me", "my-child", "represented", null];

/** The golden record with other answers: the same number always makes the same one. */
function record(number) {
  const one = JSON.parse(golden);
  let next = number;
  one.record.behalf = PEOPLE[number % 4];
  one.record.paper = ["fr", "en", "ar"][number % 3];
  if (number % 5 === 0) one.record.day = null;
  for (const item of one.record.items) {
    for (const question of item.questions) {
      question.answer = ANSWERS[next++ % 4];
      question.said = question.answer && { fr: SAID[item.regime][question.answer] };
    }
    if (next++ % 7 === 0 && item.regime === "request") item.requests = [{ request: "talk", text: { fr: "en parler avec quelqu’un" } }];
  }
  // What a register may say is not harmless: marks of XML, quotes, a name in another language only.
  one.record.site.name = number % 2 ? { fr: 'Hôpital <b>"A & B"</b>' } : one.record.site.name;
  if (number === 8) {
    one.record.site.name = { en: "Brumeval public hospital" };
    one.record.site.dpo = [];
    one.record.example = false;
  }
  return one;
}

const FORMATS = ["fhir-r4", "fhir-r4-pcf", "fhir-r5"].flatMap((name) => {
  return [name, `${name}-transaction`].map((format) => [format, name === "fhir-r5" ? "r5" : "r4"]);
});

for (const number of [0, 1, 2, 3, 5, 8, 13, 21]) {
  for (const readBack of [[], ["--read-back", "2026-11-22"]]) {
    test(`record ${number}${readBack.length ? ", read back," : ""} is right as FHIR R4, for PCF, as R5 and as a receipt`, async () => {
      const one = record(number);
      for (const [format, version] of FORMATS) assert.deepEqual(judgeFhir(exported(one, format, ...readBack), version), [], format);
      assert.deepEqual(await judgeReceipt(exported(one, "receipt", ...readBack)), []);
    });
  }
}

const PURPOSES = { care: "TREAT", research: "HRESCH", development: "SYSDEV", teaching: "TRAIN" };
const consents = (bundle) => (bundle.entry ?? []).map(({ resource }) => resource).filter(({ resourceType }) => resourceType === "Consent");

/** The golden record with these answers to every question of these purposes. */
function allOf(number, purposes, answer) {
  const one = record(number);
  one.record.day = "2026-11-22";
  for (const item of one.record.items.filter(({ purpose }) => purposes.includes(purpose))) {
    for (const question of item.questions) Object.assign(question, { answer, said: { fr: SAID[item.regime][answer] } });
  }
  return one;
}

const ENFORCED = [
  ...[0, 1, 2, 3, 5].map(record),
  ...["yes", "no", "talk-first"].flatMap((answer) => [allOf(1, ["research"], answer), allOf(2, Object.keys(PURPOSES), answer)]),
];

// Everything is read back here: what is only proposed, no engine enforces.
test("no engine permits or denies care, or permits anything; a purpose is denied where all about it was refused", () => {
  let denied = 0;
  for (const [at, one] of ENFORCED.entries()) {
    for (const format of ["fhir-r4", "fhir-r4-pcf"]) {
      const all = consents(exported(one, format, "--read-back", "2026-11-23"));
      for (const [purpose, code] of Object.entries(PURPOSES)) {
        const questions = one.record.items.filter((item) => item.purpose === purpose).flatMap((item) => item.questions);
        const no = purpose !== "care" && questions.length > 0 && questions.every(({ answer }) => answer === "no");
        const expected = no && !(format === "fhir-r4-pcf" && !one.record.day) ? "deny" : undefined;
        for (const unknownCodes of ["ignored", "honoured"]) {
          assert.equal(enforceR4(all, code, unknownCodes), expected, `${at}, ${format}, ${code}, unknown codes ${unknownCodes}`);
        }
        if (expected) denied += 1;
      }
      assert.equal(enforceR5(all), undefined, "an engine of R5 that is handed R4 reads nothing in it");
    }
    assert.equal(enforceR5(consents(exported(one, "fhir-r5", "--read-back", "2026-11-23"))), undefined, `${at}, R5`);
  }
  assert.ok(denied > 4, "something was denied");
});

test("two patients who said the same share no number, and each number is a UUID", () => {
  const numbers = () => JSON.stringify(exported(record(1), "fhir-r4")).match(/urn:uuid:[0-9a-f-]{36}/g);
  const [one, two] = [numbers(), numbers()];
  assert.ok(one.length > 3);
  assert.deepEqual(one.filter((number) => two.includes(number)), []);
});

test("whoever names the number and the moment gets the same bytes", () => {
  const named = ["--number", "0f8fad5b-d9cb-4696-a165-70867728950e", "--at", "2026-11-28T21:35:00Z"];
  assert.deepEqual(exported(record(1), "fhir-r5", ...named), exported(record(1), "fhir-r5", ...named));
});

// The example of the hospital, as tests/run builds it.
const published = join(root, "dist/fhir");
for (const name of readdirSync(published).filter((one) => one.endsWith(".json"))) {
  test(`the site publishes ${name}, and it is right`, async () => {
    const file = JSON.parse(readFileSync(join(published, name), "utf8"));
    if (name === "example-receipt.json") return assert.deepEqual(await judgeReceipt(file), []);
    const [, only] = name.match(/[-]?(r4|r5)\b/) ?? [];
    for (const version of only ? [only] : ["r4", "r5"]) assert.deepEqual(judgeFhir(file, version), [], version);
    const { url } = file;
    if (url) assert.ok(url.endsWith(`/fhir/${name}`), url);
  });
}

test("the judges look at something: each kind of resource and each state is in what they were given", () => {
  const all = [0, 1, 2, 3].map((number) => {
    return JSON.stringify([exported(record(number), "fhir-r4"), exported(record(number), "receipt", "--read-back", "2026-11-22")]);
  });
  all.push(JSON.stringify(exported(allOf(1, ["research"], "no"), "fhir-r4")));
  for (const part of ["QuestionnaireResponse", "CommunicationRequest", "HRESCH", "deny", "ConsentGiven", "ConsentRefused", "ConsentRequestDeferred", "RightExerciseRecord", "HTEST"]) {
    assert.ok(all.join().includes(part), part);
  }
});
