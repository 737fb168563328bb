//! The register: what staff may write, and what they are told when it is wrong or when something is missing.
//!
//! An *error* says that the register cannot be shown, a *gap* that patients will read "not told by the hospital".
//! Both read `place: expected …, found …`, and all of them come at once.

mod support;

use eclaire::choices::{Channel, Id, Regime, Request};
use eclaire::content::{Date, Language, Level, Localised};
use eclaire::register::{Checked, Device, Register, RegisterFile, Severity, SiteKind, Stage, check, to_json};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::{Draft, complete, fixture, least, library, lines};

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

#[test]
fn the_least_register_is_a_site_without_ai() {
    least().has_gaps(&[
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

    let letters = &register.reuses[1].say.questions[0];
    assert_eq!((letters.id.as_str(), letters.channel), ("letters", Some(Channel::Desk)));
}

#[test]
fn stages_and_requests_come_in_the_order_of_the_page_and_once() {
    let register = complete()
        .with("uses[2].stages", json!(["home", "before", "home"]))
        .with("uses[2].requests", json!(["talk", "explanation", "talk"]))
        .is_shown();
    assert_eq!(register.uses[2].stages, [Stage::Before, Stage::Home]);
    assert_eq!(register.uses[2].say.requests, [Request::Explanation, Request::Talk]);
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
        "site.$schema: expected one of the keys id, name, kind, languages, default_language, notice, contacts, \
         found an unknown key",
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
    told("uses[0].maker", json!("x".repeat(61)).clone(), "a text", "x").clone();
}
