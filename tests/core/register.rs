//! The register: what staff may write, and what they are told when it is wrong or when something is missing.
//!
//! An *error* says that the register cannot be shown, a *gap* that patients will read "not told by the hospital".
//! Both read `place: expected …, found …`, and all of them come at once.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used)]

use crate::support;

use eclaire::choices::{Id, Regime, Request};
use eclaire::content::{
    Date, Helper, LARGEST_FILE, Language, Level, Localised, NotText, Stage, text_of, uncarried,
};
use eclaire::register::{
    Channel, Checked, Device, LONGEST_LIST, Problem, ProblemKind, Register, RegisterFile, Report, Severity,
    SiteKind, Tool, check, to_json,
};
use eclaire::share::AddressProblem;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use support::{Draft, complete, fixture, least, library, lines, two_names_that_begin_alike};

#[track_caller]
fn errors_of(text: &str, expected: &[&str]) {
    let checked = check(text, library());
    assert_eq!(lines(&checked.errors), expected);
    assert!(checked.register.is_none(), "errors, and yet a register to show");
}

fn french(text: &Localised) -> &str {
    text.pick(Language::Fr, Level::Clear).unwrap().text
}

fn id(name: &str) -> Id {
    Id::parse(name).unwrap()
}

/// A use that the place describes by itself, under `inform`.
fn own_use() -> Value {
    json!({
        "id": "scales",
        "stages": ["during"],
        "regime": "inform",
        "texts": {
            "title": { "fr": "La balance", "en": "The scales" },
            "software_does": { "fr": "Le logiciel lit la balance.", "en": "The software reads the scales." },
            "human_does": { "fr": "L’infirmière vérifie le poids.", "en": "The nurse checks the weight." },
        },
    })
}

fn question(name: &str) -> Value {
    json!({
        "id": name,
        "text": { "fr": "Mes photos", "en": "My photos" },
        "if_yes": { "fr": "On les prend.", "en": "They are taken." },
        "if_no": { "fr": "On ne les prend pas.", "en": "They are not taken." },
        "channel": "care_team",
    })
}

// What is right.

#[test]
fn a_register_that_tells_everything_has_neither_errors_nor_gaps() {
    complete().has_gaps(&[]);
}

/// The page offered an objection to the national data and sent it to the hospital's data protection officer, who can do nothing with it.
#[test]
fn an_objection_to_the_national_data_goes_to_nobody_of_the_place_whatever_the_register_says() {
    let file = include_str!("../../content/registers/hospital.json");
    let register = Draft(serde_json::from_str(file).unwrap()).is_shown();
    let channels = |id: &str| {
        let reuse = register.reuses.iter().find(|one| one.id.as_str() == id).unwrap();
        (reuse.elsewhere, reuse.offer.questions[0].channel)
    };
    assert_eq!(channels("national-data"), (true, Some(Channel::Elsewhere)));
    assert_eq!(channels("research"), (false, Some(Channel::Dpo)));
    assert!(register.reuses.iter().any(|one| one.elsewhere));
}

#[test]
fn the_least_register_is_a_site_without_ai() {
    least().has_gaps(&[
        "site.page: expected the address of this page, for links, QR codes and posters, found nothing",
        "site.contacts: expected whom patients can ask, found nothing",
        "site.notice.last_review: expected the date of the last review, found nothing",
        "site.notice.next_review: expected the date of the next review, found nothing",
        "site.notice.author: expected who wrote this, found nothing",
        "site.notice.funding: expected who pays for the tools or for this page, found nothing",
    ]);
    let register = least().is_shown();
    assert!(!register.example && register.uses.is_empty() && register.reuses.is_empty());
}

#[test]
fn the_facts_of_the_file_arrive_in_the_register() {
    let register = complete().is_shown();
    assert!(register.example);
    assert_eq!(register.requests, [Request::Explanation, Request::Talk]);
    assert_eq!((register.site.id.as_str(), register.site.kind), ("clinique-essai", SiteKind::Clinic));
    assert_eq!(register.site.review.next, Date::parse("2027-04"));
    assert_eq!(register.site.contacts.dpo.unwrap().email.unwrap(), "dpo@clinique.example");

    let one = &register.uses[0];
    assert_eq!(
        one.device,
        Some(Device::Yes { ce_class: Some("IIb".to_owned()), since: Date::parse("2023-04") })
    );
    assert_eq!((one.training, one.commercial), (Some(false), Some(false)));
    assert_eq!(one.in_use_since, Date::parse("2024-01-15"));
    let performance = one.performance.as_ref().unwrap();
    assert_eq!((performance.found, performance.missed, performance.false_alarms), (6, 1, 58));
    assert_eq!((performance.left_alone, performance.of), (935, 1000));
    assert_eq!(one.hosting.as_ref().unwrap().hds, Some(true));
    assert_eq!(register.uses[1].device, Some(Device::No));
    assert_eq!(register.site.projects.as_deref(), Some("https://clinique-essai.example/projets/"));
    let tool = &one.tool;
    assert_eq!((tool.version.as_deref(), tool.report), (Some("4.2"), Some(Report::SaysSo)));
    let benefit = tool.benefit.as_ref().unwrap();
    let texts = [&tool.maker_country, &tool.made, &Some(benefit.what.clone()), &benefit.measured];
    let texts = texts.into_iter().chain([&tool.watched, &tool.errors_reviewed]);
    let texts: Vec<_> = texts.chain([&tool.staff_trained, &tool.patients]).collect();
    assert_eq!(
        texts.into_iter().map(|text| french(text.as_ref().unwrap())).collect::<Vec<_>>(),
        [
            "Suède",
            "Avec mille images de Suède.",
            "Deux cancers de plus sur 1000 femmes.",
            "À Uppsala, par l’hôpital.",
            "Un radiologue compare chaque mois.",
            "Le groupe IA de la clinique.",
            "Tous les radiologues, en 2024.",
            "Deux patientes l’ont choisi.",
        ]
    );

    let letters = &register.reuses[1].offer.questions[0];
    assert_eq!((letters.id.as_str(), letters.channel), ("letters", Some(Channel::Desk)));
}

#[test]
fn stages_and_requests_come_in_the_order_of_the_page_and_once() {
    let register = complete()
        .with("uses[2].stages", json!(["home", "before", "home"]))
        .with("uses[2].requests", json!(["talk", "explanation", "talk"]))
        .is_shown();
    assert_eq!(register.uses[2].stages, [Stage::Before, Stage::Home]);
    assert_eq!(register.uses[2].offer.requests, [Request::Explanation, Request::Talk]);
}

#[test]
fn the_default_language_is_shown_first_and_the_others_keep_their_order() {
    let site = |default: &str| complete().with("site.default_language", default).is_shown().site;
    assert_eq!(site("fr").languages, [Language::Fr, Language::En]);
    assert_eq!(site("en").languages, [Language::En, Language::Fr]);
}

#[test]
fn texts_are_trimmed() {
    let register = complete().with("site.name", json!({ "fr": "  Clinique\n", "en": "Clinic" })).is_shown();
    assert_eq!(french(&register.site.name), "Clinique");
}

#[test]
fn null_says_nothing_as_leaving_out_does() {
    complete()
        .with("uses[0].maker", Value::Null)
        .has_gaps(&["uses[0].maker: expected who makes it, found nothing"]);
}

#[test]
fn an_editor_may_point_at_the_schema() {
    complete().with("$schema", "register.schema.json").has_gaps(&[]);
    complete().with("site.$schema", "no").is_refused(&[
        "site.$schema: expected one of the keys id, name, kind, languages, default_language, page, projects, \
         notice, contacts, found an unknown key",
    ]);
}

/// Notepad and PowerShell on Windows begin UTF-8 files with a byte order mark. Nobody sees it in an editor, and the
/// message "expected value at line 1 column 1" helped no one.
#[test]
fn a_byte_order_mark_is_not_an_error() {
    let checked = check(&format!("\u{feff}{}", complete().text()), library());
    assert_eq!(lines(&checked.errors), [""; 0]);
    assert_eq!(checked.register, Some(complete().is_shown()));
}

// What cannot be read.

#[test]
fn what_is_not_json_is_told_with_line_and_column() {
    errors_of("", &["the file: expected JSON, found EOF while parsing a value at line 1 column 0"]);
    errors_of(
        "{\n  \"version\": 1,\n}",
        &["the file: expected JSON, found trailing comma at line 3 column 1"],
    );
    errors_of("{} {}", &["the file: expected JSON, found trailing characters at line 1 column 4"]);
    errors_of("version: 1", &["the file: expected JSON, found expected value at line 1 column 1"]);
    let deep = "[".repeat(100_000);
    errors_of(&deep, &["the file: expected JSON, found recursion limit exceeded at line 1 column 128"]);
}

#[test]
fn json_that_is_no_object_is_no_register() {
    errors_of("[]", &["the file: expected an object, found a list"]);
    errors_of("null", &["the file: expected an object, found null"]);
    errors_of("\"register\"", &["the file: expected an object, found \"register\""]);
}

#[test]
fn an_empty_object_lacks_what_is_obligatory() {
    errors_of(
        "{}",
        &["version: expected a whole number, found nothing", "site: expected an object, found nothing"],
    );
}

#[test]
fn unknown_keys_are_told_with_the_known_ones() {
    complete().with("uses[0].device.class", "IIa").is_refused(&[
        "uses[0].device.class: expected one of the keys is_device, ce_class, since, found an unknown key",
    ]);
}

#[test]
fn keys_written_twice_are_told() {
    let text = complete().text().replacen("\"commercial\":", "\"training\":true,\"commercial\":", 1);
    errors_of(&text, &["uses[0].training: expected each key once, found the same key again"]);
    let text = complete().text().replacen("\"Test clinic\",", "\"Test clinic\",\"en\":\"Clinic\",", 1);
    errors_of(&text, &["site.name.en: expected each language once, found the same language again"]);
}

#[test]
fn a_value_of_the_wrong_type_is_told_with_what_stands_there() {
    #[track_caller]
    fn told(at: &str, value: Value, expected: &str, found: &str) {
        complete().with(at, value).is_refused(&[&format!("{at}: expected {expected}, found {found}")]);
    }
    told("version", json!("1"), "a whole number", "\"1\"");
    told("example", json!("yes"), "true or false", "\"yes\"");
    told("uses", json!({}), "a list", "an object");
    told("uses", Value::Null, "a list", "null");
    told("uses[1]", json!([]), "an object", "a list");
    told("uses[0].training", json!(0), "true or false", "0");
    told("uses[0].product", json!(true), "a text", "true");
    told("uses[0].product", json!(" "), "a text", "an empty text");
    told("uses[0].kept", json!("20 ans"), TEXT, "\"20 ans\"");
    told("uses[0].kept", json!({}), TEXT, "no language");
    told("uses[0].kept.en", Value::Null, "a text", "null");
    told("uses[0].kept.de", json!("20 Jahre"), "one of: fr, en, ar, es, pt, ro, tr, ru", "\"de\"");
    let pages = "the code of a language that Éclaire has pages in, such as \"fr\"";
    told("site.languages[1]", json!("de"), pages, "\"de\"");
    told("site.kind", json!("spa"), "one of: hospital clinic practice health_centre", "\"spa\"");
    told("uses[2].stages[0]", json!("now"), "one of: before during after home behind", "\"now\"");
    told("uses[2].regime", json!("opt-out"), "one of: inform request object agree", "\"opt-out\"");
    told("requests[1]", json!("veto"), "one of: explanation human_reading other_opinion talk", "\"veto\"");
    told("reuses[0].questions[0].channel", json!("cnil"), "one of: care_team desk dpo", "\"cnil\"");
    told("uses[0].id", json!("Sein"), "a short name of a-z, 0-9 and - (at most 40 characters)", "\"Sein\"");
}

const TEXT: &str = "a text by language, such as {\"fr\": \"…\", \"en\": \"…\"}";

#[test]
fn numbers_are_whole_and_not_negative() {
    for number in ["-1", "2.5", "1e30", "4294967296", "1.0"] {
        let text =
            complete().with("uses[0].performance.found", "NUMBER").text().replace("\"NUMBER\"", number);
        errors_of(&text, &[&format!("uses[0].performance.found: expected a whole number, found {number}")]);
    }
}

#[test]
fn a_long_text_is_quoted_in_part() {
    let found = format!("\"{}…\"", "x".repeat(57));
    complete()
        .with("uses[0].training", "x".repeat(61))
        .is_refused(&[&format!("uses[0].training: expected true or false, found {found}")]);
    let found = format!("\"{}\"", "x".repeat(60));
    complete()
        .with("uses[0].training", "x".repeat(60))
        .is_refused(&[&format!("uses[0].training: expected true or false, found {found}")]);
}

/// A list of problems in a terminal, where a text of the file could have written lines of its own.
#[test]
fn a_problem_is_one_line() {
    complete()
        .with("uses[0].training", "no\n\nEverything is right.\u{1b}[2K")
        .is_refused(&["uses[0].training: expected true or false, found \"no  Everything is right. [2K\""]);
    complete().with("example\nkey", 1).is_refused(&[
        "example key: expected one of the keys version, example, site, requests, moments, uses, reuses, found an unknown key",
    ]);
}

#[test]
fn dates_are_days_or_months_of_the_calendar() {
    #[track_caller]
    fn refused(date: &str) {
        let expected = "expected a date such as 2026-11-22 or 2026-11";
        complete()
            .with("uses[0].in_use_since", date)
            .is_refused(&[&format!("uses[0].in_use_since: {expected}, found \"{date}\"")]);
    }
    refused("2026-02-30");
    refused("2025-02-29");
    refused("2026-13");
    refused("2026-00-10");
    refused("2026");
    refused("22/11/2026");
    refused("2026-1-2");
    refused("2026-11-22T10:00");
    for date in ["2024-02-29", "2026-11", "2000-02-29", "2026-12-31"] {
        let register = complete().with("uses[0].in_use_since", date).is_shown();
        assert_eq!(register.uses[0].in_use_since.unwrap().to_string(), date);
    }
}

#[test]
fn the_next_review_is_not_before_the_last_one() {
    let reviews = |last: &str, next: &str| {
        complete().with("site.notice.last_review", last).with("site.notice.next_review", next)
    };
    reviews("2026-10-15", "2026-10-14")
        .is_refused(&["site.notice.next_review: expected a date after 2026-10-15, found 2026-10-14"]);
    reviews("2026-10", "2026-09-30")
        .is_refused(&["site.notice.next_review: expected a date after 2026-10, found 2026-09-30"]);
    reviews("2026-10-15", "2026-10").has_gaps(&[]);
    reviews("2026-10-15", "2026-10-16").has_gaps(&[]);
}

#[test]
fn there_is_one_version_of_the_format() {
    complete().with("version", 2).is_refused(&["version: expected 1, the only version there is, found 2"]);
}

// Everything at once, and each thing once.

#[test]
fn every_problem_is_told_at_once() {
    errors_of(&fixture("many-problems"), MANY_PROBLEMS);
}

const MANY_PROBLEMS: &[&str] = &[
    "site.notice.last_review: expected a date such as 2026-11-22 or 2026-11, found \"2026-02-30\"",
    "site.notice.next_review: expected a date such as 2026-11-22 or 2026-11, found \"soon\"",
    "uses[0].hopsital: expected one of the keys id, catalogue, texts, stages, picture, moments, department, product, maker, \
     in_use_since, device, hosting, kept, training, commercial, performance, tool, contact, regime, requests, questions, found an unknown key",
    "uses[0].training: expected true or false, found \"no\"",
    "uses[3].id: expected a short name of a-z, 0-9 and - (at most 40 characters), found \"Wound Photos\"",
    "uses[4].stages[1]: expected one of: before during after home behind, found \"afterwards\"",
    "uses[2].id: expected a name that no other use or reuse has (uses[1] has it), found \"bed-planning\" again",
    "uses[0].regime: expected \"request\" or more say: the law gives it here (see the catalogue), found \"inform\"",
    "uses[1].questions: expected no question under \"inform\"; only \"object\" and \"agree\" have them, found a question",
    "uses[1].requests: expected no request under \"inform\"; take \"request\", found a request",
    "uses[2].questions[0].channel: expected someone whom site.contacts tells how to reach, found no contact",
    "uses[2].device.ce_class: expected I, IIa, IIb or III, found \"2a\"",
    "uses[2].performance.of: expected 100 or 1000 people, found 200",
    "uses[2].performance: expected found + missed + false_alarms + left_alone = 200, found 96",
    "uses[4].texts.software_does.fr: expected a sentence of at least four words that says who does what, with a verb \
     and a full stop, found \"Mesure de plaies\"",
    "uses[4].texts.software_does.en: expected a sentence of at least four words that says who does what, with a verb \
     and a full stop, found \"Wound measurement\"",
    "reuses[0].questions[0].channel: expected who takes the objection (care_team, desk or dpo), obligatory under \
     \"object\", found nothing",
    "reuses[1].catalogue: expected an entry of the catalogue (data-warehouse, national-data, product-improvement, \
     research, teaching), found \"tourism\"",
];

/// The reader left a broken element out of its list, and the check then counted the others as if it had never been
/// there: staff were sent to the use before the one that was wrong.
#[test]
fn an_element_that_cannot_be_read_does_not_shift_the_places_of_the_others() {
    complete().without("uses[0].id").with("uses[3].requests", json!(["talk"])).is_refused(&[
        "uses[0].id: expected a short name of a-z, 0-9 and - (at most 40 characters), found nothing",
        "uses[3].requests: expected no request under \"inform\"; take \"request\", found a request",
    ]);
    complete()
        .with("uses[2].questions", json!([{}, question("one"), question("one")]))
        .with("uses[2].texts.ask", json!(["Who?", { "fr": "Qui ?" }]))
        .with("reuses[0].id", 1)
        .without("reuses[1].texts.title")
        .is_refused(&[
            "uses[2].texts.ask[0]: expected a text by language, such as {\"fr\": \"…\", \"en\": \"…\"}, found \"Who?\"",
            "uses[2].questions[0].id: expected a short name of a-z, 0-9 and - (at most 40 characters), found nothing",
            "reuses[0].id: expected a short name of a-z, 0-9 and - (at most 40 characters), found 1",
            "uses[2].questions[2].id: expected each question once, found \"one\" again",
            "reuses[1].texts.title: expected a title, found nothing, here or in the catalogue",
        ]);
}

/// A site without a name, or a date that is none, hid every mistake in the uses until it was mended.
#[test]
fn what_cannot_be_read_hides_nothing_elsewhere() {
    let planted = complete().with("uses[3].requests", json!(["talk"]));
    let found = "uses[3].requests: expected no request under \"inform\"; take \"request\", found a request";
    for at in complete().places() {
        if "uses[3].requests".starts_with(&at)
            || at.starts_with("uses[3].id")
            || at.starts_with("uses[3].catalogue")
        {
            continue;
        }
        let errors = lines(&planted.clone().with(&at, json!(-0.5)).check().errors);
        assert_eq!(errors.len(), 2, "{at}: {errors:#?}");
        assert!(errors[0].starts_with(&format!("{at}: expected ")) && errors[0].ends_with(", found -0.5"));
        assert_eq!(errors[1], found);
    }
}

#[test]
fn something_missing_hides_no_problem_of_the_same_use() {
    complete()
        .without("uses[2].texts.title")
        .with("uses[2].device.ce_class", "IV")
        .with("uses[2].performance.of", 10)
        .with("uses[2].contact", json!({ "hours": { "fr": "Le matin", "en": "Mornings" } }))
        .is_refused(&[
            "uses[2].texts.title: expected a title, found nothing, here or in the catalogue",
            "uses[2].device.ce_class: expected I, IIa, IIb or III, found \"IV\"",
            "uses[2].performance.of: expected 100 or 1000 people, found 10",
            "uses[2].performance: expected found + missed + false_alarms + left_alone = 10, found 1000",
            "uses[2].contact: expected at least one of phone, email, address, place, found no way to reach anyone",
        ]);
    complete().without("reuses[1].texts.title").with("reuses[1].contact", json!({})).is_refused(&[
        "reuses[1].texts.title: expected a title, found nothing, here or in the catalogue",
        "reuses[1].contact: expected at least one of phone, email, address, place, found no way to reach anyone",
    ]);
}

#[test]
fn the_fixtures_show_one_kind_of_problem_each() {
    let broken = |name: &str, errors: &[&str]| {
        println!("{name}");
        errors_of(&fixture(name), errors);
    };
    broken("broken-json", &["the file: expected JSON, found expected `,` or `}` at line 8 column 5"]);
    broken(
        "unknown-key",
        &[
            "uses[0].depratment: expected one of the keys id, catalogue, texts, stages, picture, moments, department, product, maker, \
         in_use_since, device, hosting, kept, training, commercial, performance, tool, contact, regime, requests, questions, \
         found an unknown key",
        ],
    );
    broken(
        "question-under-inform",
        &[
            "uses[0].questions: expected no question under \"inform\"; only \"object\" and \"agree\" have them, found a \
         question",
        ],
    );
    broken(
        "agree-without-effect",
        &[
            "uses[0].questions[0].if_no: expected what happens after a no, obligatory under \"agree\", found nothing",
        ],
    );
    broken(
        "object-without-channel",
        &[
            "reuses[0].questions[0].channel: expected who takes the objection (care_team, desk or dpo), obligatory under \
         \"object\", found nothing",
        ],
    );
    broken("broken-reference", &[&reference_error("uses[0]", library().catalogue.keys(), "mamography")]);
    broken(
        "no-human",
        &[
            "uses[0].texts.human_does: expected a sentence that says who does what, found nothing, here or in the catalogue",
        ],
    );
}

fn reference_error<'a>(at: &str, known: impl Iterator<Item = &'a String>, found: &str) -> String {
    let known = known.map(String::as_str).collect::<Vec<_>>().join(", ");
    format!("{at}.catalogue: expected an entry of the catalogue ({known}), found \"{found}\"")
}

// What the patient may say.

#[test]
fn a_question_needs_a_regime_that_has_questions() {
    for regime in ["inform", "request"] {
        let mut one = own_use();
        one["regime"] = json!(regime);
        one["questions"] = json!([question("scales")]);
        if regime == "request" {
            one["requests"] = json!(["talk"]);
        }
        complete().with("uses[5]", one).is_refused(&[&format!(
            "uses[5].questions: expected no question under \"{regime}\"; only \"object\" and \"agree\" have them, \
             found a question"
        )]);
    }
}

#[test]
fn object_and_agree_need_a_question() {
    for regime in ["object", "agree"] {
        complete().with("uses[2].regime", regime).without("uses[2].questions").is_refused(&[&format!(
            "uses[2].questions: expected at least one question under \"{regime}\", found none"
        )]);
    }
}

#[test]
fn request_needs_something_to_ask_for() {
    let one = || complete().with("uses[2].regime", "request").without("uses[2].questions");
    one().is_shown();
    let expected = "uses[2].requests: expected at least one request under \"request\", found none";
    one().without("uses[2].requests").is_refused(&[expected]);
    one().with("uses[2].requests", json!([])).is_refused(&[expected]);
}

#[test]
fn inform_has_no_requests() {
    let mut one = own_use();
    one["requests"] = json!(["talk"]);
    complete().with("uses[5]", one).is_refused(&[
        "uses[5].requests: expected no request under \"inform\"; take \"request\", found a request",
    ]);
}

#[test]
fn agree_tells_what_happens_after_a_no() {
    complete().without("uses[2].questions[0].if_no").is_refused(&[
        "uses[2].questions[0].if_no: expected what happens after a no, obligatory under \"agree\", found nothing",
    ]);
    // Under object it is a fact like others.
    complete()
        .without("reuses[1].questions[0].if_no")
        .has_gaps(&["reuses[1].questions[0].if_no: expected what happens after a no, found nothing"]);
}

#[test]
fn object_tells_who_takes_the_objection() {
    complete().without("reuses[0].questions[0].channel").is_refused(&[
        "reuses[0].questions[0].channel: expected who takes the objection (care_team, desk or dpo), obligatory under \
         \"object\", found nothing",
    ]);
    // An agreement is given to whoever asks for it.
    complete().without("uses[2].questions[0].channel").has_gaps(&[]);
}

#[test]
fn whoever_takes_an_answer_can_be_reached() {
    complete().without("site.contacts.dpo").is_refused(&[
        "reuses[0].questions[0].channel: expected someone whom site.contacts tells how to reach, found no contact",
    ]);
    complete().without("site.contacts").is_refused(&[
        "uses[2].questions[0].channel: expected someone whom site.contacts tells how to reach, found no contact",
        "reuses[0].questions[0].channel: expected someone whom site.contacts tells how to reach, found no contact",
        "reuses[1].questions[0].channel: expected someone whom site.contacts tells how to reach, found no contact",
    ]);
    // The care team is there.
    let care_team = complete()
        .without("site.contacts")
        .with("uses[2].questions[0].channel", "care_team")
        .with("reuses[0].questions[0].channel", "care_team")
        .with("reuses[1].questions[0].channel", "care_team");
    assert_eq!(care_team.is_shown().reuses[0].offer.questions[0].channel, Some(Channel::CareTeam));
}

#[test]
fn a_contact_tells_at_least_one_way() {
    let expected = "expected at least one of phone, email, address, place, found no way to reach anyone";
    complete().without("site.contacts.dpo.email").is_refused(&[&format!("site.contacts.dpo: {expected}")]);
    for (way, told) in [("phone", "3939"), ("email", "x"), ("address", "x")] {
        complete()
            .without("site.contacts.dpo.email")
            .with(&format!("site.contacts.dpo.{way}"), told)
            .has_gaps(&[]);
    }
    complete()
        .without("site.contacts.dpo.email")
        .with("site.contacts.dpo.place", json!({ "fr": "Bureau 1", "en": "Office 1" }))
        .has_gaps(&[]);
}

#[test]
fn a_register_gives_no_less_say_than_the_catalogue_knows() {
    complete().with("uses[0].regime", "inform").with("uses[0].requests", json!([])).is_refused(&[
        "uses[0].regime: expected \"request\" or more say: the law gives it here (see the catalogue), found \"inform\"",
    ]);
    complete().with("reuses[0].regime", "request").with("reuses[0].questions", json!([])).is_refused(&[
        "reuses[0].regime: expected \"object\" or more say: the law gives it here (see the catalogue), found \"request\"",
        "reuses[0].requests: expected at least one request under \"request\", found none",
    ]);
    complete().with("uses[1].regime", "object").is_refused(&[
        "uses[1].regime: expected \"agree\" or more say: the law gives it here (see the catalogue), found \"object\"",
    ]);
}

#[test]
fn a_register_may_give_more_say_than_the_catalogue_knows() {
    let asked =
        complete().with("uses[3].regime", "request").with("uses[3].requests", json!(["talk"])).is_shown();
    assert_eq!(
        (asked.uses[3].offer.regime, &asked.uses[3].offer.requests[..]),
        (Regime::Request, &[Request::Talk][..])
    );
    let agreed = complete().with("reuses[0].regime", "agree").is_shown();
    assert_eq!(agreed.reuses[0].offer.regime, Regime::Agree);
    let agreed = complete()
        .with("uses[0].regime", "agree")
        .with("uses[0].questions", json!([question("reading")]))
        .is_shown();
    assert_eq!(agreed.uses[0].offer.questions[0].id, id("reading"));
}

#[test]
fn without_a_catalogue_entry_the_regime_is_told() {
    complete()
        .without("uses[2].regime")
        .is_refused(&["uses[2].regime: expected inform, request, object or agree, found nothing"]);
}

#[test]
fn what_is_left_out_is_as_in_the_catalogue() {
    let register = complete().without("uses[1].questions").is_shown();
    let entry = &library().catalogue["consultation-notes"];
    let notes = &register.uses[1];
    assert_eq!(Some(notes.offer.regime), entry.regime);
    assert_eq!(notes.offer.requests, entry.requests);
    assert_eq!(notes.stages, entry.stages);
    assert_eq!(notes.ask, entry.texts.ask);
    assert_eq!(notes.offer.questions.len(), 1);
    assert_eq!(notes.offer.questions[0].id, entry.questions[0]);
    assert_eq!(notes.offer.questions[0].text, entry.texts.questions["recording"].text);

    let agreed =
        complete().with("uses[0].regime", "agree").with("uses[0].questions", json!([question("reading")]));
    let entry = &library().catalogue["mammography"];
    assert_eq!(agreed.is_shown().uses[0].offer.requests, entry.requests);
    assert_ne!(entry.requests, [], "or else the next line shows nothing");
    let none = agreed.with("uses[0].requests", json!([]));
    assert_eq!(none.is_shown().uses[0].offer.requests, [], "an empty list is not left out: it says none");
}

// Names.

#[test]
fn a_use_or_reuse_has_a_name_of_its_own() {
    complete().with("uses[2].id", "mammography").is_refused(&[
        "uses[2].id: expected a name that no other use or reuse has (uses[0] has it), found \"mammography\" again",
    ]);
    complete().with("reuses[1].id", "wound-photos").is_refused(&[
        "reuses[1].id: expected a name that no other use or reuse has (uses[2] has it), found \"wound-photos\" again",
    ]);
}

#[test]
fn a_question_has_a_name_of_its_own_within_its_use() {
    complete()
        .with("uses[2].questions[1]", question("photo"))
        .is_refused(&["uses[2].questions[1].id: expected each question once, found \"photo\" again"]);
    complete().with("reuses[1].questions[0].id", "photo").has_gaps(&[]);
}

/// French, English, French again: only neighbours were compared, and the menu offered French twice.
#[test]
fn a_language_is_offered_once() {
    let expected = "site.languages: expected each language once, found \"fr\" again";
    complete().with("site.languages", json!(["fr", "fr", "en"])).is_refused(&[expected]);
    complete().with("site.languages", json!(["fr", "en", "fr"])).is_refused(&[expected]);
}

#[test]
fn the_default_language_is_one_of_those_offered() {
    let expected = |found: &str| {
        format!("site.default_language: expected one of the languages offered, found \"{found}\"")
    };
    complete()
        .with("site.languages", json!(["fr"]))
        .with("site.default_language", "en")
        .is_refused(&[&expected("en")]);
    complete().with("site.languages", json!([])).is_refused(&[&expected("fr")]);
}

/// One letter wrong in the name of an entry, and seven lines about texts that the entry has all told.
#[test]
fn a_broken_reference_is_one_problem() {
    complete().with("uses[0].catalogue", "mamography").is_refused(&[&reference_error(
        "uses[0]",
        library().catalogue.keys(),
        "mamography",
    )]);
    complete().with("reuses[0].catalogue", "mammography").is_refused(&[&reference_error(
        "reuses[0]",
        library().reuses.keys(),
        "mammography",
    )]);
}

// The texts.

#[test]
fn software_and_human_are_described_by_a_sentence_not_by_a_label() {
    let expected =
        "expected a sentence of at least four words that says who does what, with a verb and a full stop";
    let labels = [
        ("human_does", "Human oversight"),
        ("human_does", "A human checks."),
        ("software_does", "Measures the wound exactly"),
    ];
    for (key, label) in labels {
        let at = format!("uses[2].texts.{key}.en");
        complete().with(&at, label).is_refused(&[&format!("{at}: {expected}, found \"{label}\"")]);
    }
    complete().with("uses[2].texts.human_does.en", "A human checks it.").has_gaps(&[]);
    complete()
        .with("uses[0].texts", json!({ "human_does": { "fr": "Un humain.", "en": "A human checks it." } }))
        .is_refused(&[&format!("uses[0].texts.human_does.fr: {expected}, found \"Un humain.\"")]);
}

#[test]
fn a_use_of_its_own_tells_its_title_and_who_does_what() {
    complete().with("uses[5]", json!({ "id": "scales", "stages": ["home"], "regime": "inform" })).is_refused(&[
        "uses[5].texts.title: expected a title, found nothing, here or in the catalogue",
        "uses[5].texts.software_does: expected a sentence that says who does what, found nothing, here or in the catalogue",
        "uses[5].texts.human_does: expected a sentence that says who does what, found nothing, here or in the catalogue",
    ]);
    complete()
        .without("uses[2].stages")
        .is_refused(&["uses[2].stages: expected at least one stage, found none"]);
    complete()
        .without("reuses[1].texts.title")
        .is_refused(&["reuses[1].texts.title: expected a title, found nothing, here or in the catalogue"]);
    complete().without("uses[2].questions[0].text").is_refused(&[
        "uses[2].questions[0].text: expected what the question is about, found nothing, here or in the catalogue",
    ]);
}

#[test]
fn the_catalogue_tells_what_the_register_does_not() {
    let entry = &library().catalogue["mammography"].texts;
    let one = &complete().is_shown().uses[0];
    assert_eq!(
        (&one.title, &one.software_does, &one.human_does),
        (&entry.title, &entry.software_does, &entry.human_does)
    );
    assert_eq!((one.cannot.as_ref(), one.errors.missed.as_ref()), (Some(&entry.cannot), Some(&entry.missed)));
}

/// Half of it in the hospital's words and half in the catalogue's would say two things in two languages.
#[test]
fn a_text_of_its_own_replaces_the_catalogues_in_all_languages() {
    let own = complete().with("uses[0].texts", json!({ "cannot": { "fr": "Il ne sait rien de vous." } }));
    own.has_gaps(&["uses[0].texts.cannot.en: expected this text in English, found nothing"]);
    let register = own.is_shown();
    let cannot = register.uses[0].cannot.as_ref().unwrap();
    assert_eq!(*cannot, Localised::new(Language::Fr, "Il ne sait rien de vous."));
    assert!(library().catalogue["mammography"].texts.cannot.has(Language::En), "or else that shows nothing");
    assert_eq!(register.uses[0].title, library().catalogue["mammography"].texts.title);

    let own = complete().with("uses[1].questions[0].text", json!({ "en": "My voice" })).is_shown();
    assert_eq!(own.uses[1].offer.questions[0].text, Localised::new(Language::En, "My voice"));
    assert!(own.uses[1].offer.questions[0].if_no.as_ref().unwrap().has(Language::Fr));

    let ask = json!([{ "fr": "Qui lit ?", "en": "Who reads?" }]);
    let own = complete().with("uses[0].texts", json!({ "ask": ask })).is_shown();
    assert_eq!(own.uses[0].ask.len(), 1);
}

// How well it works.

#[test]
fn performance_is_told_out_of_100_or_1000_people_who_add_up() {
    let of = |of: u32, left_alone: u32| {
        complete().with("uses[0].performance.of", of).with("uses[0].performance.left_alone", left_alone)
    };
    of(100, 35).has_gaps(&[]);
    of(1000, 935).has_gaps(&[]);
    of(200, 135).is_refused(&["uses[0].performance.of: expected 100 or 1000 people, found 200"]);
    of(0, 35).is_refused(&[
        "uses[0].performance.of: expected 100 or 1000 people, found 0",
        "uses[0].performance: expected found + missed + false_alarms + left_alone = 0, found 100",
    ]);
    of(1000, 934).is_refused(&[
        "uses[0].performance: expected found + missed + false_alarms + left_alone = 1000, found 999",
    ]);
    // 4294967295 + 4294967295 + 58 + 935 is 991 in 32 bits.
    of(1000, 944).with("uses[0].performance.found", u32::MAX).with("uses[0].performance.missed", u32::MAX).is_refused(&[
        "uses[0].performance: expected found + missed + false_alarms + left_alone = 1000, found 8589935592",
    ]);
}

#[test]
fn a_device_has_one_of_the_four_ce_classes() {
    for class in ["I", "IIa", "IIb", "III"] {
        complete().with("uses[0].device.ce_class", class).has_gaps(&[]);
    }
    for class in ["IIA", "2a", "classe IIa", "IV", "i"] {
        let expected = "uses[0].device.ce_class: expected I, IIa, IIb or III";
        complete()
            .with("uses[0].device.ce_class", class)
            .is_refused(&[&format!("{expected}, found \"{class}\"")]);
    }
}

#[test]
fn what_is_no_device_has_no_ce_class() {
    complete().with("uses[0].device.is_device", false).is_refused(&[
        "uses[0].device: expected no CE class for what is not a medical device, found a CE class",
    ]);
    complete().with("uses[0].device", json!({ "is_device": false })).has_gaps(&[]);
}

// What is not told.

/// Every fact of the format that may be left out, with what staff read when it is.
const GAPS: &[(&str, &str)] = &[
    ("site.page", "the address of this page, for links, QR codes and posters"),
    ("site.projects", "the address of your list of projects that reuse data, and of their results"),
    ("site.notice.last_review", "the date of the last review"),
    ("site.notice.next_review", "the date of the next review"),
    ("site.notice.author", "who wrote this"),
    ("site.notice.author.en", "this text in English"),
    ("site.notice.funding", "who pays for the tools or for this page"),
    ("site.name.fr", "this text in Français"),
    ("site.contacts.users_commission", "how to reach the commission des usagers"),
    ("site.contacts.desk.name.en", "this text in English"),
    ("site.contacts.desk.place.en", "this text in English"),
    ("site.contacts.desk.hours.fr", "this text in Français"),
    ("uses[0].department", "the department"),
    ("uses[0].department.en", "this text in English"),
    ("uses[0].product", "the product's name"),
    ("uses[0].maker", "who makes it"),
    ("uses[0].in_use_since", "since when it is in use"),
    ("uses[0].device", "whether it is a medical device"),
    ("uses[0].device.ce_class", "the class of its CE marking"),
    ("uses[0].device.since", "since when it is CE marked"),
    ("uses[0].hosting", "where the data are hosted"),
    ("uses[0].hosting.organisation", "who hosts the data"),
    ("uses[0].hosting.country", "in which country the data are hosted"),
    ("uses[0].hosting.country.en", "this text in English"),
    ("uses[0].hosting.hds", "whether the host is certified for health data"),
    ("uses[0].kept", "how long data are kept"),
    ("uses[0].training", "whether data are reused to train software"),
    ("uses[0].commercial", "whether there is a commercial reuse"),
    ("uses[0].performance", "how well it works"),
    ("uses[0].performance.what.en", "this text in English"),
    ("uses[0].performance.study", "the study"),
    ("uses[0].performance.tested_on", "who was in the study"),
    ("uses[0].tool.version", "which version is in use"),
    ("uses[0].tool.maker_country", "in which country the maker is"),
    ("uses[0].tool.maker_country.en", "this text in English"),
    ("uses[0].tool.made", "how it was made, and with which data"),
    ("uses[0].tool.benefit", "what it has brought to patients"),
    ("uses[0].tool.benefit.what.en", "this text in English"),
    ("uses[0].tool.benefit.measured", "where and by whom it was measured"),
    ("uses[0].tool.watched", "how it is watched once in use"),
    ("uses[0].tool.errors_reviewed", "who looks at its errors each year"),
    ("uses[0].tool.report", "whether the report says that it helped"),
    ("uses[0].tool.staff_trained", "which staff are trained in it"),
    ("uses[0].tool.patients", "how patients took part"),
    ("uses[0].contact.name.en", "this text in English"),
    ("uses[2].texts.title.en", "this text in English"),
    ("uses[2].texts.human_does.fr", "this text in Français"),
    ("uses[2].texts.one_line", "one sentence about it"),
    ("uses[2].texts.when", "when it happens"),
    ("uses[2].texts.data", "which data it uses"),
    ("uses[2].texts.cannot", "what it cannot know or do"),
    ("uses[2].texts.less_sure", "for whom it is less sure"),
    ("uses[2].texts.if_not", "what happens if I do not want it"),
    ("uses[2].texts.missed", "how it can miss something"),
    ("uses[2].texts.false_alarm", "how it can be wrong"),
    ("uses[2].texts.team", "what the team does about errors"),
    ("uses[2].texts.leads_nowhere.en", "this text in English"),
    ("uses[2].texts.ask[0].en", "this text in English"),
    ("uses[2].questions[0].if_yes", "what happens after a yes"),
    ("uses[2].questions[0].text.en", "this text in English"),
    ("reuses[0].who", "who reuses the data"),
    ("reuses[0].hosting", "where the data are hosted"),
    ("reuses[0].kept", "how long data are kept"),
    ("reuses[1].texts.one_line", "one sentence about it"),
    ("reuses[1].texts.what_for", "what it is for"),
    ("reuses[1].texts.which_data", "which data"),
    ("reuses[1].texts.protection", "how people are protected"),
    ("reuses[1].texts.effect_on_care", "the effect on care"),
    ("reuses[1].texts.limits", "what a no does not do"),
    ("reuses[1].questions[0].if_no", "what happens after a no"),
];

#[test]
fn the_address_of_the_page_is_one_that_patients_can_type_and_that_says_nothing_of_them() {
    let address = complete().is_shown().site.page.map(|page| page.to_string());
    assert_eq!(address.as_deref(), Some("https://clinique-essai.example/ia/"));
    for (address, refused) in [
        (
            "http://clinique.example/",
            "an address that begins with https:// and names a host, found http://clinique.example/",
        ),
        (
            "https://clinique.example/?p=1",
            "an address with nothing behind a ? or a #, found https://clinique.example/?p=1",
        ),
        ("https://hôpital.example/", "an address of a to z, digits and - . _ ~ / : %, found 'ô'"),
    ] {
        complete().with("site.page", address).is_refused(&[&format!("site.page: expected {refused}")]);
    }
    let long = format!("https://clinique.example/{}", "a".repeat(60));
    complete().with("site.page", long).is_refused(&[
        "site.page: expected at most 65 characters, so that a QR code can be read, found 85 characters",
    ]);
}

/// Three characters of a link may be those of two names. One in seven registers of a hundred uses was refused for it, and its staff told
/// to rename a use; now the link says one character more.
#[test]
fn two_uses_whose_names_begin_alike_in_a_link_are_a_register_like_any_other() {
    let (one, other) = two_names_that_begin_alike();
    let draft = complete().with("uses[1].id", one.as_str()).with("uses[2].id", other.as_str());
    let checked = check(&draft.text(), library());
    assert!(checked.register.is_some() && checked.errors.is_empty(), "{:?}", checked.errors);
}

#[test]
fn a_fact_left_out_is_a_gap_and_never_an_error() {
    for (at, what) in GAPS {
        println!("without {at}");
        complete().without(at).has_gaps(&[&format!("{at}: expected {what}, found nothing")]);
    }
}

/// The places without which there is nothing to show. (`[]` is an element of a list.)
const OBLIGATORY: &str = "
    version
    site site.id site.name site.kind site.languages site.languages[] site.default_language
    site.notice site.notice.version
    site.contacts site.contacts.desk site.contacts.dpo
    site.contacts.dpo.email site.contacts.users_commission.phone
    moments moments[] moments[].id moments[].name moments[].picture
    uses[].id uses[].catalogue uses[].stages uses[].regime
    uses[].texts uses[].texts.title uses[].texts.software_does uses[].texts.human_does
    uses[].contact.phone
    uses[].device.is_device uses[].tool.benefit.what
    uses[].performance.of uses[].performance.found uses[].performance.missed
    uses[].performance.false_alarms uses[].performance.left_alone uses[].performance.what
    uses[].questions uses[].questions[] uses[].questions[].id uses[].questions[].text uses[].questions[].if_no
    reuses[].id reuses[].catalogue reuses[].regime reuses[].texts reuses[].texts.title
    reuses[].contact.email
    reuses[].questions reuses[].questions[] reuses[].questions[].id reuses[].questions[].text
    reuses[].questions[].channel
";

/// The places that nobody misses somewhere: texts that help only where they are, what the catalogue knows as well, and a
/// word on the report behind the scenes, where nothing is written about one patient.
const UNMISSED: &str = "
    example requests requests[] site.languages[]
    site.contacts.desk.name site.contacts.desk.phone site.contacts.desk.address
    site.contacts.desk.place site.contacts.desk.hours
    uses uses[] uses[].stages[] uses[].picture uses[].moments uses[].moments[] uses[].requests uses[].requests[] uses[].contact uses[].contact.name
    uses[].texts.leads_nowhere uses[].texts.ask uses[].texts.ask[] uses[].tool.report
    uses[].questions uses[].questions[] uses[].questions[].channel
    reuses reuses[] reuses[].picture reuses[].requests reuses[].requests[] reuses[].contact
";

#[test]
fn every_other_place_may_be_left_out_too() {
    let (mut obligatory, mut unmissed) = (BTreeSet::new(), BTreeSet::new());
    for at in complete().places() {
        let Checked { register, errors, gaps } = complete().without(&at).check();
        let kind = at.replace(|c: char| c.is_ascii_digit(), "");
        match (register, gaps.is_empty()) {
            (None, _) => drop(obligatory.insert(kind)),
            (Some(_), true) => drop(unmissed.insert(kind)),
            (Some(_), false) => {}
        }
        assert!(errors.iter().all(|error| error.severity() == Severity::Error));
        assert!(gaps.iter().all(|gap| gap.severity() == Severity::Gap));
    }
    let listed = |text: &'static str| text.split_whitespace().map(str::to_owned).collect::<BTreeSet<_>>();
    assert_eq!(obligatory, listed(OBLIGATORY));
    assert_eq!(unmissed, listed(UNMISSED));
}

#[test]
fn the_patients_own_tool_is_asked_no_local_facts() {
    let register = complete().is_shown();
    let own = &register.uses[4];
    assert!(own.by_patient && own.hosting.is_none() && own.performance.is_none());
    complete().with("uses[4].catalogue", "bed-planning").has_gaps(&[
        "uses[4].department: expected the department, found nothing",
        "uses[4].product: expected the product's name, found nothing",
        "uses[4].maker: expected who makes it, found nothing",
        "uses[4].in_use_since: expected since when it is in use, found nothing",
        "uses[4].device: expected whether it is a medical device, found nothing",
        "uses[4].training: expected whether data are reused to train software, found nothing",
        "uses[4].commercial: expected whether there is a commercial reuse, found nothing",
        "uses[4].performance: expected how well it works, found nothing",
        "uses[4].hosting: expected where the data are hosted, found nothing",
        "uses[4].kept: expected how long data are kept, found nothing",
        "uses[4].tool.version: expected which version is in use, found nothing",
        "uses[4].tool.maker_country: expected in which country the maker is, found nothing",
        "uses[4].tool.made: expected how it was made, and with which data, found nothing",
        "uses[4].tool.benefit: expected what it has brought to patients, found nothing",
        "uses[4].tool.watched: expected how it is watched once in use, found nothing",
        "uses[4].tool.errors_reviewed: expected who looks at its errors each year, found nothing",
        "uses[4].tool.staff_trained: expected which staff are trained in it, found nothing",
        "uses[4].tool.patients: expected how patients took part, found nothing",
    ]);
}

/// Registers of November 2026 know nothing of it.
#[test]
fn a_register_that_tells_nothing_of_how_its_tools_are_made_reads_as_before() {
    let mut before = complete().without("site.projects");
    for at in ["uses[0].tool", "uses[1].tool", "uses[2].tool", "uses[3].tool"] {
        before = before.without(at);
    }
    let mut now = complete().is_shown();
    now.site.projects = None;
    now.uses.iter_mut().for_each(|one| one.tool = Tool::default());
    assert_eq!(before.is_shown(), now);
}

#[test]
fn whether_a_report_says_that_software_helped_is_yes_no_or_that_there_is_none() {
    for (said, report) in [("yes", Report::SaysSo), ("no", Report::DoesNotSay), ("no_report", Report::None)] {
        let register = complete().with("uses[0].tool.report", said).is_shown();
        assert_eq!(register.uses[0].tool.report, Some(report));
    }
    complete()
        .with("uses[0].tool.report", true)
        .is_refused(&["uses[0].tool.report: expected one of: yes no no_report, found true"]);
}

#[test]
fn the_address_of_the_projects_is_one_that_can_be_typed() {
    for good in ["https://chu.example/eds/projets.html", "https://chu.example/?page=projets"] {
        complete().with("site.projects", good).has_gaps(&[]);
    }
    for bad in
        ["chu.example/projets", "http://chu.example/", "https://chu", "https://chu.example/mes projets"]
    {
        complete().with("site.projects", bad).is_refused(&[&format!(
            "site.projects: expected an address that begins with https:// and names a host, without a blank or a \
             /../, found {bad}"
        )]);
    }
}

/// National data are not its own to publish about, and a practice without reuses has no projects.
#[test]
fn only_a_place_that_decides_on_reuses_is_asked_for_its_list_of_projects() {
    let without = |reuses: Value| complete().without("site.projects").with("reuses", reuses);
    let found =
        "expected the address of your list of projects that reuse data, and of their results, found nothing";
    complete().without("site.projects").has_gaps(&[&format!("site.projects: {found}")]);
    without(json!([])).has_gaps(&[]);
    let national = json!([{ "id": "national-data", "catalogue": "national-data" }]);
    let gaps = without(national)
        .with("reuses[0].questions", json!([{ "id": "reuse", "channel": "dpo" }]))
        .check()
        .gaps;
    assert!(gaps.iter().all(|gap| gap.path.to_string() != "site.projects"), "{gaps:?}");
}

// Dangerous signs.

#[test]
fn a_use_has_the_signs_of_its_entry_and_whom_to_ask() {
    let chemo = json!([{ "id": "chemo", "catalogue": "chemo-telemonitoring" }]);
    let register = complete().with("uses", chemo).is_shown();
    let one = &register.uses[0];
    let entry = &library().catalogue["chemo-telemonitoring"];
    assert_eq!((&one.net.call, &one.net.see), (&entry.texts.net.call, &entry.texts.net.see));
    assert_eq!(one.net.helpers, Helper::USUAL);
    assert!(one.net.call.is_some() && one.calls_from_home);
    let scenes = complete().with("uses[3].catalogue", "activity-coding").is_shown();
    assert_eq!((&scenes.uses[3].net.call, &scenes.uses[3].net.see), (&None, &None), "none is needed");
}

#[test]
fn a_register_may_name_its_own_signs_and_whoever_names_one_is_told_whom_to_ask() {
    let register = complete().is_shown();
    let own = &register.uses[2];
    assert_eq!((&own.catalogue, &own.net.call, &own.net.see), (&None, &None, &None), "no entry, no sign");
    assert!(!own.calls_from_home);
    let sign = json!({ "fr": "Une fièvre de plus de 38.", "en": "A fever above 38." });
    let register = complete().with("uses[2].texts.call_at_once", sign.clone()).is_shown();
    let own = &register.uses[2];
    assert_eq!(
        own.net.call.as_ref().unwrap().pick(Language::Fr, Level::Clear).unwrap().text,
        "Une fièvre de plus de 38."
    );
    assert_eq!(own.net.helpers, Helper::USUAL);
    assert!(own.calls_from_home, "it happens at home");
    // Instead of the catalogue's, as every text.
    let register = complete().with("uses[0].texts", json!({ "see_someone": sign })).is_shown();
    let see = register.uses[0].net.see.as_ref().unwrap();
    assert_eq!(see.pick(Language::En, Level::Clear).unwrap().text, "A fever above 38.");
}

/// A hospital that lends watches told where their data lie; it was neither shown nor reported.
#[test]
fn what_is_told_about_the_patients_own_tool_is_not_lost() {
    let register = complete()
        .with("uses[4].hosting", json!({ "organisation": "Montre SA", "country": { "fr": "Suède", "en": "Sweden" }, "hds": false }))
        .with("uses[4].kept", json!({ "fr": "Un an.", "en": "One year." }))
        .is_shown();
    assert_eq!(register.uses[4].hosting.as_ref().unwrap().organisation.as_deref(), Some("Montre SA"));
    assert_eq!(french(register.uses[4].kept.as_ref().unwrap()), "Un an.");
}

#[test]
fn a_register_with_gaps_everywhere_is_shown() {
    let checked = check(&fixture("gaps-only"), library());
    assert_eq!(lines(&checked.errors), [""; 0]);
    let register = checked.register.unwrap();
    assert_eq!((register.uses.len(), register.reuses.len()), (4, 2));
    assert!(register.uses.iter().all(|one| one.performance.is_none() && one.device.is_none()));
    assert!(checked.gaps.len() > 50, "{} gaps", checked.gaps.len());
}

#[test]
fn texts_that_exist_in_one_language_only_are_gaps_in_the_other() {
    let checked = check(&fixture("mixed-languages"), library());
    assert_eq!(lines(&checked.errors), [""; 0]);
    let missing = |language: Language| {
        checked
            .gaps
            .iter()
            .filter(|gap| gap.kind == ProblemKind::UntoldIn(language))
            .map(|gap| gap.path.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        missing(Language::En),
        [
            "site.name.en",
            "site.contacts.desk.place.en",
            "site.notice.funding.en",
            "uses[0].texts.title.en",
            "uses[0].texts.human_does.en",
            "uses[0].texts.ask[0].en",
            "uses[0].questions[0].if_yes.en",
            "uses[0].kept.en",
        ]
    );
    assert_eq!(
        missing(Language::Fr),
        [
            "site.notice.author.fr",
            "uses[0].texts.one_line.fr",
            "uses[0].texts.cannot.fr",
            "uses[0].texts.ask[1].fr",
            "uses[0].questions[0].text.fr",
            "uses[0].questions[0].if_no.fr",
            "uses[0].department.fr",
            "uses[1].texts.cannot.fr",
            "reuses[0].who.fr",
        ]
    );
    let register = checked.register.unwrap();
    assert_eq!(register.site.languages, [Language::En, Language::Fr]);
    let shown = register.uses[0].title.pick(Language::En, Level::Clear).unwrap();
    assert_eq!((shown.text, shown.language), ("Photos de plaies", Language::Fr));
}

// The examples.

#[test]
fn the_example_registers_have_no_errors() {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(support::repository("content/registers")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let checked = check(&std::fs::read_to_string(&path).unwrap(), library());
        assert_eq!(lines(&checked.errors), [""; 0], "{}", path.display());
        let register = checked.register.unwrap();
        assert!(register.example, "{} does not say that it is invented", path.display());
        names.push(path.file_stem().unwrap().to_str().unwrap().to_owned());
    }
    names.sort();
    assert!(
        names.len() >= 2 && names.contains(&"hospital".to_owned()) && names.contains(&"practice".to_owned())
    );
}

fn example(name: &str) -> Register {
    let path = support::repository("content/registers").join(format!("{name}.json"));
    check(&std::fs::read_to_string(path).unwrap(), library()).register.unwrap()
}

#[test]
fn the_example_hospital_shows_every_stage_regime_and_answer_to_a_question() {
    let hospital = example("hospital");
    assert!(hospital.uses.len() >= 14 && hospital.reuses.len() >= 4);
    for stage in Stage::ALL {
        assert!(hospital.uses.iter().any(|one| one.stages.contains(&stage)), "nothing {}", stage.code());
    }
    let says = hospital.uses.iter().map(|one| &one.offer).chain(hospital.reuses.iter().map(|one| &one.offer));
    for regime in Regime::ALL {
        assert!(says.clone().any(|say| say.regime == regime), "nothing under {}", regime.code());
    }
    assert!(hospital.uses.iter().any(|one| one.performance.is_some()));
}

#[test]
fn the_example_practice_has_its_own_uses() {
    let practice = example("practice");
    assert_eq!(practice.site.kind, SiteKind::Practice);
    assert!(practice.uses.len() >= 4);
}

// Writing.

#[test]
fn what_is_written_and_read_again_is_the_same_file() {
    let names = ["complete", "gaps-only", "mixed-languages", "question-under-inform"];
    for text in names.map(fixture) {
        let (file, problems) = RegisterFile::read(&text);
        assert_eq!(problems, []);
        let file = file.unwrap();
        let written = to_json(&file);
        assert_eq!(RegisterFile::read(&written), (Some(file), Vec::new()));
        assert!(!written.contains("null"), "{written}");
    }
}

#[test]
fn a_file_with_problems_of_form_is_not_read_in_part() {
    let (file, problems) = RegisterFile::read(&complete().with("uses[0].training", "no").text());
    assert_eq!(
        (file, lines(&problems)),
        (None, vec!["uses[0].training: expected true or false, found \"no\"".to_owned()])
    );
}

// Whatever anyone writes.

/// What the rest of Éclaire relies on in a register that is shown.
fn keeps_its_promises(register: &Register) {
    assert!(!register.site.languages.is_empty());
    let mut ids = Vec::new();
    let uses = register.uses.iter().map(|one| (&one.id, &one.offer, &one.title));
    let reuses = register.reuses.iter().map(|one| (&one.id, &one.offer, &one.title));
    for (id, say, title) in uses.chain(reuses) {
        assert!(!ids.contains(&id) && !title.is_empty());
        ids.push(id);
        match say.regime {
            Regime::Inform => assert!(say.requests.is_empty() && say.questions.is_empty()),
            Regime::Request => assert!(!say.requests.is_empty() && say.questions.is_empty()),
            Regime::Object => {
                assert!(!say.questions.is_empty() && say.questions.iter().all(|one| one.channel.is_some()));
            }
            Regime::Agree => {
                assert!(!say.questions.is_empty() && say.questions.iter().all(|one| one.if_no.is_some()));
            }
        }
        for question in &say.questions {
            let contacts = &register.site.contacts;
            match question.channel {
                Some(Channel::Desk) => assert!(contacts.desk.is_some()),
                Some(Channel::Dpo) => assert!(contacts.dpo.is_some()),
                Some(Channel::CareTeam | Channel::Elsewhere) | None => {}
            }
        }
    }
    for one in &register.uses {
        assert!(!one.stages.is_empty() && !one.software_does.is_empty() && !one.human_does.is_empty());
        if let Some(known) = &one.performance {
            assert_eq!(known.found + known.missed + known.false_alarms + known.left_alone, known.of);
        }
    }
}

/// Errors or a register, never both and never neither; and one line for each problem.
fn is_decided(checked: &Checked) {
    assert_eq!(checked.register.is_some(), checked.errors.is_empty());
    for problem in checked.errors.iter().chain(&checked.gaps) {
        let line = problem.to_string();
        assert!(!line.contains(char::is_control) && line.contains(": expected "), "{line:?}");
    }
    if let Some(register) = &checked.register {
        keeps_its_promises(register);
    }
}

proptest! {
    #![proptest_config(support::cases(200))]

    #[test]
    fn any_text_is_checked_without_a_panic(text in ".*") {
        is_decided(&check(&text, library()));
    }

    #[test]
    fn any_json_is_checked_without_a_panic(value in support::any_json()) {
        is_decided(&Draft(value).check());
    }

    #[test]
    fn any_json_in_place_of_any_part_is_checked_without_a_panic(
        place in any::<proptest::sample::Index>(),
        value in support::any_json(),
    ) {
        let places = complete().places();
        is_decided(&complete().with(place.get::<String>(&places), value).check());
    }

    #[test]
    fn a_register_changed_in_any_way_is_checked_without_a_panic(draft in support::any_changed_register()) {
        is_decided(&draft.check());
    }

    #[test]
    fn a_file_cut_anywhere_is_told_to_be_no_json(cut in any::<proptest::sample::Index>()) {
        let text = fixture("complete");
        let ends = text.char_indices().map(|(end, _)| end).collect::<Vec<_>>();
        let checked = check(&text[..*cut.get(&ends)], library());
        // The last line break may be missing.
        prop_assume!(checked.register.is_none());
        prop_assert!(checked.errors[0].to_string().starts_with("the file: expected JSON, found "));
    }

    #[test]
    fn what_a_changed_register_says_is_written_and_read_again(draft in support::any_changed_register()) {
        if let (Some(file), _) = RegisterFile::read(&draft.text()) {
            prop_assert_eq!(RegisterFile::read(&to_json(&file)), (Some(file), Vec::new()));
        }
    }
}

// What its bytes and its characters are.

/// The bytes of a file in `tests/fixtures/registers/bytes`: one register as other programs have spoilt it.
fn spoilt(name: &str) -> Vec<u8> {
    std::fs::read(support::repository("tests/fixtures/registers/bytes").join(name)).unwrap()
}

#[test]
fn bytes_that_are_no_utf8_are_told_for_what_they_look_like_and_never_guessed() {
    let why = |bytes: &[u8]| text_of(bytes, LARGEST_FILE).unwrap_err();
    for western in ["cp1252.json", "mac-roman.json"] {
        let bytes = spoilt(western);
        let first = bytes.iter().position(|byte| *byte >= 0x80).unwrap();
        assert_eq!(why(&bytes), NotText::OlderEncoding(first + 1), "{western}");
    }
    assert_eq!(why(&spoilt("utf16le-nobom.json")), NotText::Utf16, "its every second byte is zero");
    for mark in [[0xff, 0xfe], [0xfe, 0xff]] {
        assert_eq!(why(&mark), NotText::Utf16);
    }
    assert_eq!(why(b"\x89PNG\r\n\x1a\n"), NotText::Binary(1));
    assert_eq!(why(b"%PDF-1.6\n"), NotText::Pdf);
    assert_eq!(why(&vec![b' '; LARGEST_FILE + 1]), NotText::TooLarge(LARGEST_FILE));
    assert_eq!(text_of("\u{feff}é".as_bytes(), LARGEST_FILE), Ok("é"), "a byte order mark is no error");
}

#[test]
fn characters_that_no_paper_or_export_carries_are_errors_with_their_place() {
    for (name, found) in [
        ("vertical-tab.json", "U+000B"),
        ("bidi-override.json", "U+202E"),
        ("controls-name.json", "U+000"),
        ("replacement-char.json", "U+FFFD"),
    ] {
        let checked = check(&String::from_utf8(spoilt(name)).unwrap(), library());
        let about = |problem: &&Problem| matches!(problem.kind, ProblemKind::Character { .. });
        let problem =
            checked.errors.iter().find(about).unwrap_or_else(|| panic!("{name}: {:?}", checked.errors));
        assert!(problem.kind.found().starts_with(found), "{name}: {problem}");
        assert!(!problem.path.as_str().is_empty(), "{name}: {problem}");
        assert!(checked.register.is_none(), "{name}");
        assert!(problem.to_string().chars().all(|one| !one.is_control()), "it is not repeated: {problem}");
    }
    for bad in ['\0', '\u{b}', '\u{7f}', '\u{85}', '\u{fffe}', '\u{ffff}', '\u{fffd}', '\u{202a}', '\u{2069}']
    {
        assert_eq!(uncarried(&format!("Dr\t{bad}")), Some((4, bad)));
    }
    // Marks of direction that change nothing beside them, joiners, line breaks: names have them.
    assert_eq!(uncarried("a\tb\r\n’é\u{a0}\u{202f}\u{200d}\u{200f}مستشفى😀"), None);
}

/// A name of 100 000 signs, a telephone number that turns round, a port that no machine has: all were taken.
#[test]
fn what_no_page_has_room_for_and_nobody_can_dial_or_open_is_an_error_in_its_place() {
    let said = |change: &dyn Fn(&mut Value)| {
        let mut register = complete().0;
        change(&mut register);
        let checked = check(&register.to_string(), library());
        checked.errors.iter().map(|one| (one.path.to_string(), one.kind.clone())).collect::<Vec<_>>()
    };
    assert_eq!(said(&|_| ()), []);
    let long = |count: usize| Value::String("x".repeat(count));
    for (path, most, found) in
        [("/site/name/fr", 500, 501), ("/uses/0/product", 500, 501), ("/site/name/fr", 4000, 100_000)]
    {
        let place = path[1..].replace("/0", "[0]").replace('/', ".");
        let errors = said(&|register| *register.pointer_mut(path).unwrap() = long(found));
        assert!(errors.contains(&(place, ProblemKind::TooLong { most, found })), "{path}: {errors:?}");
        assert_eq!(said(&|register| *register.pointer_mut(path).unwrap() = long(most.min(500))), []);
    }
    let phone = |text: &str| said(&|register| register["site"]["contacts"]["desk"]["phone"] = text.into());
    for good in ["01 23 45 67 89", "+33 (0)1.23.45.67.89, poste 12", "3939", "01\u{a0}23\u{202f}45"] {
        assert_eq!(phone(good), [], "{good}");
    }
    for bad in ["01\u{200f}23", "01\u{61c}23", "01\u{200b}23", "<b>01 23</b>", "standard", "1", "01 23 💬"]
    {
        let [(place, kind)] = &phone(bad)[..] else { panic!("{bad}") };
        assert_eq!(place, "site.contacts.desk.phone");
        assert!(matches!(kind, ProblemKind::Phone(_)), "{bad}: {kind:?}");
    }
    let page = |text: &str| said(&|register| register["site"]["page"] = text.into());
    for good in ["https://chu.example:8443/ia/", "https://chu.example", "https://chu.example/a.b/c/"] {
        assert_eq!(page(good), [], "{good}");
    }
    for (bad, why) in [
        ("https://chu.example:99999/", AddressProblem::Port),
        ("https://chu.example:0/", AddressProblem::Port),
        ("https://chu.example:/", AddressProblem::Port),
        ("https://chu.example:80a/", AddressProblem::Port),
        ("https://chu.example/ia/../", AddressProblem::Path),
        ("https://chu.example/ia/%2E%2e/", AddressProblem::Path),
        ("https://chu.example/./ia/", AddressProblem::Path),
        ("https://chu.example//ia/", AddressProblem::Path),
    ] {
        let errors = page(bad);
        let is = |kind: &ProblemKind| matches!(kind, ProblemKind::Page { why: found, .. } if *found == why);
        assert!(errors.len() == 1 && is(&errors[0].1), "{bad}: {errors:?}");
    }
    let projects = |text: &str| said(&|register| register["site"]["projects"] = text.into());
    assert_eq!(projects("https://chu.example:8443/recherche?liste=1#a"), []);
    for bad in [
        "https://chu.example:99999/",
        "https://chu.example/../",
        "https://chu.example@evil.example/",
        "http://chu.example/",
    ] {
        assert!(matches!(&projects(bad)[..], [(_, ProblemKind::ProjectsAddress(_))]), "{bad}");
    }
}

#[test]
fn a_list_that_no_page_can_show_is_one_error_and_hides_nothing_else() {
    let mut register = complete().0;
    let one = register["uses"][0].clone();
    register["uses"] = Value::Array(vec![one; LONGEST_LIST + 1]);
    let checked = check(&register.to_string(), library());
    let errors: Vec<_> = checked.errors.iter().map(|one| (one.path.to_string(), one.kind.clone())).collect();
    assert_eq!(
        errors,
        [("uses".to_owned(), ProblemKind::TooMany { most: LONGEST_LIST, found: LONGEST_LIST + 1 })]
    );
}

/// As many broken places as a file can have: each was compared with each.
#[test]
fn a_file_in_which_everything_is_broken_is_told_place_by_place() {
    let mut register = complete().0;
    let one = serde_json::json!({ "id": 1, "texts": { "title": 1, "when": 2, "data": 3 }, "device": 4, "hosting": 5 });
    register["uses"] = Value::Array(vec![one; LONGEST_LIST]);
    let checked = check(&register.to_string(), library());
    let broken = checked.errors.iter().filter(|one| one.path.as_str().ends_with("].id")).count();
    assert_eq!(broken, LONGEST_LIST);
}
