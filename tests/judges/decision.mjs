// What an engine that enforces consents makes of a Consent, by what HL7 has written and by nothing of ours.
//
// R5: `decision` goes, and a provision that fits is an exception to it, "a negation of the previous level" (binding of
// Consent.decision, 5.0.0). R4: `provision.type` goes where the root provision fits (an empty one fits everything), and a nested
// one that fits goes instead; where the root does not fit, the Consent says nothing. A provision fits if each of its conditions
// does: each has one value at least that is asked for (Consent, notes on provisions).
const CONDITIONS = ["code", "purpose", "period", "actor", "action", "securityLabel", "class", "documentType", "resourceType", "data", "dataPeriod"];

/** `permit`, `deny`, or undefined: what goes for `asked`, an object with `code`, `purpose` and `day`, as far as one asks with them. */
export function decided(consent, version, asked) {
  if (version === "r4") return fits(consent.provision ?? {}, asked) ? typed(consent.provision, asked) : undefined;
  return negated(consent.decision, consent.provision, asked);
}

function typed(provision, asked) {
  const exception = provision?.provision?.find((one) => fits(one, asked));
  return exception ? typed(exception, asked) : provision?.type;
}

function negated(decision, provisions, asked) {
  const exception = provisions?.find((one) => fits(one, asked));
  return exception ? negated({ permit: "deny", deny: "permit" }[decision], exception.provision, asked) : decision;
}

function fits(provision, asked) {
  return CONDITIONS.filter((name) => name in provision).every((name) => {
    if (name === "code") return provision.code.some(({ coding = [], text }) => [coding[0]?.code, text].filter(Boolean).includes(asked.code));
    if (name === "purpose") return provision.purpose.some(({ code }) => code === asked.purpose);
    if (name === "period") return provision.period.start <= asked.day && asked.day <= provision.period.end;
    throw new Error(`this judge does not know the condition ${name}`);
  });
}
