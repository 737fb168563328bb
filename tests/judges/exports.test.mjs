// What the program exports, before judges who do not know its types: every record of many, as FHIR R4, R4 for PCF, R5 and as a
// receipt, is right by what HL7 and the DPV group have published.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { decided } from "./decision.mjs";
import { judgeFhir } from "./fhir.mjs";
import { judgeReceipt } from "./jsonld.mjs";

const root = resolve(fileURLToPath(import.meta.url), "../../..");
const program = process.env.ECLAIRE ?? join(root, "target/debug/eclaire");
const golden = readFileSync(join(root, "tests/fixtures/records/november-2026.json"), "utf8");

/** What the program makes of a record. */
function exported(record, format, ...more) {
  const file = join(tmpdir(), `eclaire-judged-${process.pid}.json`);
  writeFileSync(file, JSON.stringify(record));
  return JSON.parse(execFileSync(program, ["record", "--file", file, "--as", format, ...more], { cwd: root, encoding: "utf8" }));
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

for (const number of [0, 1, 2, 3, 5, 8, 13, 21]) {
  for (const readBack of [[], ["--read-back", "2026-11-22"]]) {
    test(`record ${number}${readBack.length ? ", read back," : ""} is right as FHIR R4, for PCF, as R5 and as a receipt`, async () => {
      const one = record(number);
      assert.deepEqual(judgeFhir(exported(one, "fhir-r4", ...readBack), "r4"), []);
      assert.deepEqual(judgeFhir(exported(one, "fhir-r4-pcf", ...readBack), "r4"), []);
      assert.deepEqual(judgeFhir(exported(one, "fhir-r5", ...readBack), "r5"), []);
      assert.deepEqual(await judgeReceipt(exported(one, "receipt", ...readBack)), []);
    });
  }
}

const PURPOSES = { care: "TREAT", research: "HRESCH", development: "SYSDEV", teaching: "TRAIN" };
const DECISIONS = { yes: "permit", no: "deny" };

/** What the Consents of a Bundle come to for each question of a record, by name. */
function enforced(bundle, version, { items }) {
  const consents = bundle.entry.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === "Consent");
  const named = (one, name) => JSON.stringify(one.provision ?? "").includes(`"${name}"`);
  const questions = items.flatMap((item) => item.questions.map(({ id }) => [`${item.id}.${id}`, PURPOSES[item.purpose]]));
  return Object.fromEntries(questions.map(([name, purpose]) => {
    return [name, consents.filter((one) => named(one, name)).map((one) => decided(one, version, { code: name, purpose }))];
  }));
}

test("an engine that enforces consents permits what was agreed to or left, denies what was refused or objected to, and has nothing else", () => {
  for (const number of [0, 1, 2, 3]) {
    const one = record(number);
    const said = one.record.items.flatMap((item) => item.questions.map(({ id, answer }) => {
      return [`${item.id}.${id}`, answer in DECISIONS ? [DECISIONS[answer]] : []];
    }));
    for (const version of ["r4", "r5"]) {
      assert.deepEqual(enforced(exported(one, `fhir-${version}`), version, one.record), Object.fromEntries(said), `${number}, ${version}`);
    }
  }
});

test("the judges look at something: each kind of resource and each state is in what they were given", () => {
  const all = [0, 1, 2, 3].map((number) => {
    return JSON.stringify([exported(record(number), "fhir-r4"), exported(record(number), "receipt", "--read-back", "2026-11-22")]);
  }).join();
  for (const part of ["CommunicationRequest", "OPTOUT", "OPTIN", "57016-8", "permit", "deny", "ConsentGiven", "ConsentRefused", "ConsentRequestDeferred", "RightExerciseActivity", "HTEST"]) {
    assert.ok(all.includes(part), part);
  }
});
