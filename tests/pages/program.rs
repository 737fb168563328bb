//! What a person at a terminal reads: what each command does, what went wrong, and what to do next.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use crate::support;

use eclaire::choices::{Answer, Answers, Id, QuestionId};
use eclaire::content::{Date, DeskWord, Language, Level, Reading};
use eclaire::notice::Notice;
use eclaire::record::{Code, Export, Fingerprint, Questionnaire, Record, Slots};
use eclaire::register::{RegisterFile, check};
use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::{Arc, OnceLock};
use support::{library, repository};

// ---- help ------------------------------------------------------------------------------------------------

#[test]
fn help_says_what_eclaire_is_for_and_what_happens_without_a_command() {
    eclaire(&["--help"]).succeeds().says(&[
        "Éclaire tells patients when and how AI is used in their care",
        "It sends nothing anywhere",
        "Without a command it builds the page with the example of a hospital and serves it",
    ]);
}

#[test]
fn help_lists_every_command_with_what_it_does() {
    let help = eclaire(&["--help"]).succeeds();
    for (command, does) in COMMANDS {
        let line = help.out.lines().find(|line| line.trim_start().starts_with(&format!("{command} ")));
        let line = line.unwrap_or_else(|| panic!("{command} is not in the list:\n{}", help.out));
        assert!(line.contains(first_words(does)), "{line}");
    }
}

#[test]
fn the_help_of_every_command_says_what_it_does_and_explains_every_option() {
    for (command, does) in COMMANDS {
        let help = eclaire(&[command, "--help"]).succeeds();
        help.says(&[does, "Usage: eclaire"]);
        explains_every_option(&help);
    }
    let help = eclaire(&["import", "chai", "--help"]).succeeds();
    help.says(&["CHAI Applied Model Cards, version 0.1 or 0.2 (XML)", "<FILE>...", "--out"]);
    explains_every_option(&help);
}

#[test]
fn the_version_is_that_of_the_package() {
    eclaire(&["--version"]).succeeds().says(&[&format!("eclaire {}", env!("CARGO_PKG_VERSION"))]);
}

// ---- what goes wrong -------------------------------------------------------------------------------------

#[test]
fn an_unknown_command_an_unknown_option_or_a_missing_word_says_how_to_go_on() {
    eclaire(&["publish"]).fails("publish");
    eclaire(&["check", "--fast", "content"]).fails("--fast");
    eclaire(&["check"]).fails("<FILE>");
    eclaire(&["serve", "--port", "many"]).fails("many");
}

#[test]
fn a_missing_file_is_named() {
    eclaire(&["check", "nowhere/register.json"]).fails("nowhere/register.json");
    eclaire(&["import", "chai", "nowhere/card.xml"]).fails("nowhere/card.xml");
    eclaire(&["serve", "--site", "nowhere/site", "--port", "0", "--stop-after", "1"]).fails("nowhere/site");
}

#[test]
fn a_folder_in_place_of_a_file_is_named() {
    eclaire(&["check", "tests"]).fails("tests");
}

#[test]
fn a_draft_that_cannot_be_written_is_named() {
    let place = folder("not-writable").join("file");
    fs::write(&place, "").unwrap();
    let out = place.join("draft.json");
    let out = out.to_str().unwrap();
    eclaire(&["import", "chai", VEINVIEW, "--out", out]).fails(out);
}

#[test]
fn a_port_in_use_is_named() {
    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let site = site("port-in-use");
    eclaire(&["serve", "--site", &site, "--port", &port, "--stop-after", "5"]).fails(&port);
}

#[test]
fn a_file_that_is_no_json_is_named_with_the_place_of_the_fault() {
    let file = folder("no-json").join("register.json");
    fs::write(&file, "{\n  \"version\": 1,\n  oops\n}\n").unwrap();
    let ran = eclaire(&["check", file.to_str().unwrap()]);
    ran.fails("errors");
    ran.says(&["expected JSON", "line 3"]);
}

// ---- check -----------------------------------------------------------------------------------------------

#[test]
fn a_register_in_another_encoding_is_told_so_and_hides_nothing_of_the_next() {
    let western = "tests/fixtures/registers/bytes/cp1252.json";
    let ran = eclaire(&["check", western, "tests/fixtures/registers/many-problems.json"]);
    ran.fails("errors");
    let errors = ran.lines("error: ");
    assert!(errors[0].contains("not in UTF-8") && errors[0].contains("windows-1252"), "{errors:?}");
    assert!(errors.len() > 3, "the next one is looked at: {errors:?}");
}

#[test]
fn check_lists_every_error_and_every_gap_and_fails() {
    let file = "tests/fixtures/registers/many-problems.json";
    let ran = eclaire(&["check", file]);
    ran.fails("errors");
    let checked = check(&support::fixture("many-problems"), library());
    assert!(checked.errors.len() >= 3 && !checked.gaps.is_empty());
    assert_eq!(ran.lines("error: "), support::lines(&checked.errors));
    assert_eq!(ran.lines("gap:   ").len(), checked.gaps.len());
    ran.says(&[&format!("{file}: {} errors, {} gaps", checked.errors.len(), checked.gaps.len())]);
}

#[test]
fn check_succeeds_with_gaps_only_and_says_that_patients_read_them() {
    let ran = eclaire(&["check", "tests/fixtures/registers/gaps-only.json"]).succeeds();
    let checked = check(&support::fixture("gaps-only"), library());
    let gaps: Vec<_> =
        checked.gaps.iter().map(|gap| format!("{}: {} is not told", gap.path, gap.kind.expected())).collect();
    assert_eq!(ran.lines("gap:   "), gaps);
    ran.says(&["0 errors", "The register can be shown", "not told"]);
}

#[test]
fn check_of_a_register_that_tells_everything_is_short() {
    let ran = eclaire(&["check", "tests/fixtures/registers/complete.json"]).succeeds();
    assert_eq!(ran.out, "tests/fixtures/registers/complete.json: 0 errors, 0 gaps\n");
}

#[test]
fn check_reads_several_files_and_fails_if_one_is_broken() {
    let [good, broken] = ["complete", "no-human"].map(|name| format!("tests/fixtures/registers/{name}.json"));
    let ran = eclaire(&["check", &good, &broken, "content"]);
    ran.fails("errors");
    ran.says(&[&format!("{good}: 0 errors"), &format!("{broken}: "), "content: "]);
}

#[test]
fn the_texts_of_eclaire_are_clean_and_their_readability_is_told() {
    let ran = eclaire(&["check", "content"]).succeeds();
    assert!(ran.out.ends_with(" 0 errors\n") && !ran.out.contains("error: "), "{}", ran.out);
    assert!(ran.out.starts_with("language level  section "), "{}", ran.out);
    assert!(ran.out.contains("\nfr       simple rights ") && ran.out.contains("\ncontent: "), "{}", ran.out);
}

#[test]
fn the_example_registers_have_no_error() {
    for example in examples() {
        eclaire(&["check", example.to_str().unwrap()]).succeeds().says(&["0 errors"]);
    }
}

// ---- record ----------------------------------------------------------------------------------------------

/// The code that the page of the example hospital shows for an objection to research; the register says which texts.
fn code_of_an_objection() -> String {
    let library = library();
    let json = fs::read_to_string(repository("content/registers/hospital.json")).unwrap();
    let checked = eclaire::register::check(&json, library);
    let notice = eclaire::cli::fingerprinted(&Arc::new(Notice::compose(Some(checked), library)));
    let mut answers = Answers::default();
    let [item, question] = ["research", "reuse"].map(|name| Id::parse(name).unwrap());
    answers.answer(QuestionId { item, question }, Some(Answer::No));
    let day = Date::parse("2026-11-22");
    let (reading, paper) = (Reading::clear(Language::En), Language::En);
    let code = Code {
        fingerprint: notice.fingerprint.begin(),
        day,
        reading,
        sheet_language: paper,
        behalf: None,
        answers,
    };
    code.write(&Slots::of_questionnaire(&notice.questionnaire().unwrap())).unwrap()
}

#[test]
fn record_says_in_french_what_a_code_means_and_what_is_open() {
    let code = code_of_an_objection();
    let ran = eclaire(&["record", &code.to_lowercase(), "--register", "content/registers/hospital.json"])
        .succeeds();
    ran.says(&[
        "Hôpital public de Brumeval",
        "Le 22 novembre 2026",
        "Je m’oppose - La recherche sur des données déjà",
    ]);
    ran.says(&["→ DPO", "Sans réponse - ", "Un code n’est pas une signature."]);
    assert!(!ran.out.contains("J’accepte") && !ran.out.contains("Je demande\n"), "{}", ran.out);
}

#[test]
fn a_code_that_cannot_be_read_is_told_in_a_sentence_with_what_to_do() {
    let code = code_of_an_objection();
    let last = if code.ends_with('0') { '1' } else { '0' };
    let wrong = format!("{}{last}", &code[..code.len() - 1]);
    let read = |code: &str, register: &str| eclaire(&["record", code, "--register", register]);
    read(&wrong, "content/registers/hospital.json").fails("a character is wrong or two are swapped");
    read("shc:/5676", "content/registers/hospital.json").fails("no code of Éclaire");
    read(&code, "content/registers/practice.json").fails("made with another register or other texts");
    read(&code, "tests/fixtures/registers/no-human.json").fails("cannot be shown");
}

/// What a mark is for: whoever comes back is told of this card and of no other.
#[test]
fn the_mark_of_a_use_changes_with_its_card_and_with_nothing_else() {
    let library = library();
    let marked = |change: &dyn Fn(&mut Value)| {
        let json = fs::read_to_string(repository("content/registers/practice.json")).unwrap();
        let mut json: Value = serde_json::from_str(&json).unwrap();
        change(&mut json);
        let notice = Notice::compose(Some(eclaire::register::check(&json.to_string(), library)), library);
        eclaire::cli::fingerprinted(&Arc::new(notice)).questionnaire().unwrap()
    };
    let before = marked(&|_| {});
    assert_eq!(marked(&|_| {}), before, "the same text has the same marks");
    assert_eq!(before.items[0].digests.len(), 4, "one for each language and level");
    let after = marked(&|json| json["uses"][0]["maker"] = "Un autre fabricant".into());
    assert_ne!(after.fingerprint, before.fingerprint);
    let changed = |at: usize| before.items[at].digests != after.items[at].digests;
    assert_eq!((0..before.items.len()).filter(|at| changed(*at)).collect::<Vec<_>>(), [0]);
    let elsewhere = marked(&|json| json["site"]["notice"]["version"] = "9.9".into());
    assert_ne!(elsewhere.fingerprint, before.fingerprint);
    assert!(before.items.iter().zip(&elsewhere.items).all(|(one, two)| one.digests == two.digests));
}

/// Whoever has answered is asked again when a text has changed, never when its picture has: their code is still read.
/// Pictures were taken out of what the fingerprint is made of by their class, as the first attribute; Leptos writes it last, so that none was.
#[test]
fn a_picture_changed_in_a_register_leaves_fingerprint_and_marks_alone() {
    let library = library();
    let known = |change: &dyn Fn(&mut Value)| {
        let json = fs::read_to_string(repository("content/registers/practice.json")).unwrap();
        let mut json: Value = serde_json::from_str(&json).unwrap();
        change(&mut json);
        let notice = Notice::compose(Some(check(&json.to_string(), library)), library);
        eclaire::cli::fingerprinted(&Arc::new(notice))
    };
    let before = known(&|_| {});
    let after = known(&|json| {
        // The ambulance is turned around where one reads from right to left: it has a class more.
        json["uses"][0]["picture"] = "ambulance".into();
        json["reuses"][0]["picture"] = "bed".into();
    });
    let of_first = |notice: &Notice| {
        let register = notice.register.as_ref().unwrap();
        (register.uses[0].picture, register.reuses[0].picture)
    };
    assert_ne!(of_first(&before), of_first(&after), "the register's pictures count");
    assert_eq!(after.fingerprint, before.fingerprint);
    assert_eq!(after.questionnaire().unwrap(), before.questionnaire().unwrap());
}

/// The fingerprint is made of the static pages before it is known, and they are not drawn again.
#[test]
fn of_its_own_fingerprint_a_page_shows_the_beginning_and_nothing_else_depends_on_it() {
    let library = library();
    let json = fs::read_to_string(repository("content/registers/practice.json")).unwrap();
    let notice = Arc::new(Notice::compose(Some(check(&json, library)), library));
    let known = eclaire::cli::fingerprinted(&notice);
    assert_ne!(known.fingerprint, notice.fingerprint);
    for reading in notice.readings() {
        let drawn = |notice| eclaire::cli::prerender(notice, reading, eclaire::share::Form::Static).document;
        let (none, own) = (notice.fingerprint.short(), known.fingerprint.short());
        assert_eq!(drawn(&known).matches(&own).count(), 1, "{reading:?}");
        assert!(drawn(&notice).replace(&none, &own) == drawn(&known), "{reading:?}");
    }
}

/// A folder like a site, with the questionnaires of November 2026.
fn site_of_november() -> PathBuf {
    // Written once: tests run side by side.
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    let site = SITE.get_or_init(|| {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("site-of-november");
        fs::create_dir_all(folder.join("reader")).unwrap();
        fs::write(folder.join("reader/blanks.json"), golden("blanks-november-2026.json")).unwrap();
        folder
    });
    site.clone()
}

fn golden(name: &str) -> String {
    fs::read_to_string(repository("tests/fixtures/records").join(name)).unwrap()
}

#[test]
fn a_code_is_read_with_the_texts_that_a_site_keeps() {
    let (site, code) = (site_of_november(), golden("code-november-2026.txt"));
    let ran = eclaire(&["record", code.trim(), "--site", site.to_str().unwrap()]).succeeds();
    ran.says(&["Je m’oppose - La recherche sur des données déjà", "Pour : un adulte que je représente"]);
    eclaire(&["record", code.trim(), "--site", "/nowhere"]).fails("/nowhere/reader/blanks.json");
}

/// What the patient of November 2026 said, on New Year's Day: whatever this machine's clock says, that is past.
fn said_on_new_years_day() -> (String, PathBuf) {
    static SAID: OnceLock<(String, PathBuf)> = OnceLock::new();
    let said = SAID.get_or_init(|| {
        let questionnaires = Questionnaire::from_json(&golden("blanks-november-2026.json")).unwrap();
        let code = golden("code-november-2026.txt");
        let (code, questionnaire) = Code::read_with(code.trim(), &questionnaires).unwrap();
        let code = Code { day: Date::parse("2026-01-01"), ..code };
        let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("new-years-day.json");
        fs::write(&file, Record::of(questionnaire, &code).to_json()).unwrap();
        (code.write(&Slots::of_questionnaire(questionnaire)).unwrap(), file)
    });
    said.clone()
}

/// By code or by file: the same record, the same bytes.
#[test]
fn every_export_of_a_code_is_that_of_the_file_of_the_same_record() {
    let site = site_of_november();
    let (code, file) = said_on_new_years_day();
    let of = ["--number", "0f8fad5b-d9cb-4696-a165-70867728950e", "--at", "2026-11-28T21:35:00Z"];
    for format in Export::ALL.map(Export::code) {
        for read_back in [&[][..], &["--read-back", "2026-01-02"]] {
            let with = |how: &[&str]| {
                let all = [&["record", "--as", format], &of[..], how, read_back].concat();
                eclaire(&all).succeeds().out
            };
            let by_code = with(&[&code, "--site", site.to_str().unwrap()]);
            let file = ["--file", file.to_str().unwrap()];
            assert_eq!(by_code, with(&file), "{format}");
            assert_eq!(by_code, with(&[&file[..], &["--site", site.to_str().unwrap()]].concat()), "{format}");
            assert!(by_code.ends_with('\n') && by_code.len() > 100, "{format}: {by_code}");
        }
    }
}

/// What the desk's page warns of, the program warns of, beside the output and never in it.
#[test]
fn what_to_be_careful_about_is_told_beside_the_output_in_the_words_of_the_desk() {
    let word = |word: DeskWord| library().desk_words.get(word).split('{').next().unwrap().to_owned();
    let (site, (code, file)) = (site_of_november(), said_on_new_years_day());
    let (site, file) = (site.to_str().unwrap(), file.to_str().unwrap());
    let warned = |options: &[&str], right: &[DeskWord]| {
        let ran = eclaire(&[&["record", "--as", "line"], options].concat()).succeeds();
        let all = [
            DeskWord::WarningExample,
            DeskWord::WarningOtherSite,
            DeskWord::WarningOld,
            DeskWord::WarningFuture,
            DeskWord::WarningAltered,
            DeskWord::WarningUnknownText,
            DeskWord::WarningFile,
            DeskWord::WarningNotReadBack,
        ];
        for one in all {
            assert_eq!(
                ran.err.contains(&word(one)),
                right.contains(&one),
                "{one:?} {options:?}: {}",
                ran.err
            );
            // That is in the line itself: it must never be without.
            assert!(one == DeskWord::WarningExample || !ran.out.contains(&word(one)), "{}", ran.out);
        }
    };
    let (example, proposed) = (DeskWord::WarningExample, DeskWord::WarningNotReadBack);
    warned(&[&code, "--site", site], &[example, proposed]);
    warned(&[&code, "--site", site, "--read-back", "2026-01-02"], &[example]);
    warned(&["--file", file, "--site", site], &[example, DeskWord::WarningFile, proposed]);
    let unknown = [example, DeskWord::WarningUnknownText, DeskWord::WarningFile, proposed];
    warned(&["--file", file], &unknown);
    let elsewhere = [&unknown[..], &[DeskWord::WarningOtherSite]].concat();
    warned(&["--file", file, "--register", "content/registers/practice.json"], &elsewhere);

    let change = |from: &str, to: &str| {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("changed-record.json");
        let text = fs::read_to_string(file).unwrap();
        assert!(text.contains(from), "{from}");
        fs::write(&path, text.replace(from, to)).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let future = change("2026-01-01", "2999-12-31");
    let right = [&unknown[..], &[DeskWord::WarningFuture]].concat();
    warned(&["--file", &future], &right);
    let altered = change("\"example\":true", "\"example\":false");
    let right = [example, DeskWord::WarningAltered, DeskWord::WarningFile, proposed];
    warned(&["--file", &altered, "--site", site], &right);
}

/// Of a former text the program says, as the desk's page does, what has changed since.
#[test]
fn what_has_changed_since_a_former_text_is_told_beside_the_output() {
    let mut questionnaires = Questionnaire::from_json(&golden("blanks-november-2026.json")).unwrap();
    let mut now = questionnaires[0].clone();
    (now.notice_version, now.fingerprint) = ("2.0".into(), Fingerprint([7; 32]));
    let gone = now.items.remove(0);
    questionnaires.insert(0, now);
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("site-of-another-year");
    fs::create_dir_all(folder.join("reader")).unwrap();
    fs::write(folder.join("reader/blanks.json"), Questionnaire::to_json(&questionnaires)).unwrap();
    let (code, _) = said_on_new_years_day();
    let ran = eclaire(&["record", &code, "--site", folder.to_str().unwrap()]).succeeds();
    let title = gone.title.0.pick(Language::Fr, Level::Clear).unwrap().text;
    for part in ["ancien texte (version 1.0)", &format!("- {title} – N’est plus ici")] {
        assert!(ran.err.contains(part), "{part} in {}", ran.err);
    }
}

#[test]
fn a_day_on_which_it_cannot_have_been_read_back_is_refused() {
    let (code, file) = said_on_new_years_day();
    let site = site_of_november();
    let site = ["--site", site.to_str().unwrap()];
    for what in [&[code.as_str()][..], &["--file", file.to_str().unwrap()]] {
        let on = |day| eclaire(&[&["record"], what, &site[..], &["--read-back", day]].concat());
        on("2026-01-01").succeeds();
        on("2025-12-31").fails("the patient answered on 2026-01-01");
        on("2999-12-31").fails("that day has not come yet");
        on("2026-01").fails("is no day");
    }
}

#[test]
fn without_a_day_the_sheet_and_the_line_say_that_it_is_not_known() {
    let (_, file) = said_on_new_years_day();
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("without-a-day.json");
    fs::write(&path, fs::read_to_string(file).unwrap().replace("\"2026-01-01\"", "null")).unwrap();
    let file = ["record", "--file", path.to_str().unwrap()];
    let sheet = eclaire(&file).succeeds();
    sheet.says(&[&library().desk_words.get(DeskWord::NoDay).replace('\u{a0}', " ")]);
    assert!(!sheet.out.contains("Pas répondu"), "{}", sheet.out);
    eclaire(&[&file[..], &["--as", "line"]].concat())
        .succeeds()
        .says(&["donnée à une date non connue par une page à lire de « Hôpital public de Brumeval »"]);
}

#[test]
fn what_cannot_be_a_record_is_told_and_nothing_is_printed() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("records");
    fs::create_dir_all(&folder).unwrap();
    let json = golden("november-2026.json");
    let file = |name: &str, text: &str| {
        let path = folder.join(name);
        fs::write(&path, text).unwrap();
        eclaire(&["record", "--as", "fhir-r4", "--file", path.to_str().unwrap()])
    };
    assert!(!file("right.json", &json).succeeds().out.is_empty());
    for (name, text, told) in [
        ("cut.json", json[..200].to_owned(), "not JSON, or cut off: reading ended at line 1"),
        ("foreign.json", "{}".to_owned(), "no file of the wanted kind"),
        ("newer.json", json.replace("\"version\":1", "\"version\":7"), "of version 7"),
        ("edited.json", json.replace("\"agree\"", "\"inform\""), "nothing to decide"),
        (
            "opposite.json",
            json.replace("\"answer\":\"no\"", "\"answer\":\"yes\""),
            "does not go with the words",
        ),
        ("large.json", json.clone() + &" ".repeat(600_000), "larger than 512 KB"),
    ] {
        let ran = file(name, &text);
        ran.fails(told);
        assert_eq!(ran.out, "");
    }
    let western = folder.join("western.json");
    let letters: Vec<u8> = json.replace('’', "'").chars().map(|letter| letter as u32 as u8).collect();
    fs::write(&western, letters).unwrap();
    eclaire(&["record", "--file", western.to_str().unwrap()]).fails("no text in UTF-8 (byte ");
    eclaire(&["record"]).fails("neither a code nor a file");
    eclaire(&["record", "EC-0"]).fails("says nothing without the text");
    let right = repository("tests/fixtures/records/november-2026.json");
    let right = right.to_str().unwrap();
    eclaire(&["record", "--file", right, "--read-back", "tomorrow"]).fails("no day");
    eclaire(&["record", "--file", right, "--as", "pdf"]).fails(
        "expected one of: line, fhir-r4, fhir-r4-transaction, fhir-r5, fhir-r5-transaction, fhir-r4-pcf,",
    );
    eclaire(&["record", "--file", right, "--as", "fhir-r4", "--number", "7"]).fails("\"7\" is no UUID");
    eclaire(&["record", "--file", right, "--as", "fhir-r4", "--at", "noon"]).fails("\"noon\" is no moment");
    let twice = [0, 1].map(|_| eclaire(&["record", "--file", right, "--as", "fhir-r4"]).succeeds().out);
    assert_ne!(twice[0], twice[1], "each handing over has a number of its own");
}

// ---- schema ----------------------------------------------------------------------------------------------

#[test]
fn the_published_schema_is_the_one_of_this_program() {
    let published = fs::read_to_string(repository("public/register.schema.json")).unwrap_or_default();
    assert!(
        eclaire(&["schema"]).succeeds().out == published,
        "public/register.schema.json is not up to date. Renew it: cargo run -- schema > public/register.schema.json"
    );
}

#[test]
fn every_example_is_valid_and_names_the_schema_where_editors_find_it() {
    let schema = schema();
    assert!(examples().len() >= 3, "hospital, practice and one that was imported");
    for example in examples() {
        let register = json(&example);
        assert_eq!(faults(&schema, &register), [""; 0], "{}", example.display());
        let named = example.with_file_name(register["$schema"].as_str().unwrap());
        assert!(named.is_file(), "{} names {}", example.display(), named.display());
    }
}

#[test]
fn whatever_the_program_can_read_is_valid_in_an_editor_too() {
    let schema = schema();
    let mut read = 0;
    for path in files("tests/fixtures/registers", "json") {
        let text = fs::read_to_string(&path).unwrap();
        if let (Some(_), _) = RegisterFile::read(&text) {
            assert_eq!(faults(&schema, &json(&path)), [""; 0], "{}", path.display());
            read += 1;
        }
    }
    assert!(read >= 5);
}

#[test]
fn an_editor_marks_an_unknown_key_a_missing_part_and_a_wrong_value() {
    let schema = schema();
    let wrong = [
        support::complete().with("uses[0].hopsital", true),
        support::complete().with("uses[0].regime", "accept"),
        support::complete().with("uses[0].training", "no"),
        support::complete().with("site.id", "Not a name"),
        support::complete().without("site.name"),
        support::complete().with("version", 2),
    ];
    assert_eq!(faults(&schema, &support::complete().0), [""; 0]);
    for (index, register) in wrong.iter().enumerate() {
        assert!(!faults(&schema, &register.0).is_empty(), "nothing wrong is found in the register {index}");
    }
}

#[test]
fn every_field_of_the_schema_is_explained_to_those_who_fill_it_in() {
    let schema = schema_text();
    let mut silent = Vec::new();
    for (name, part) in schema["$defs"].as_object().unwrap() {
        for (key, field) in part["properties"].as_object().into_iter().flatten() {
            let explained = field.get("description").is_some() || !field["$ref"].is_null();
            // A language code needs no words.
            if !explained && name != "Localised" {
                silent.push(format!("{name}.{key}"));
            }
        }
    }
    assert_eq!(silent, [""; 0]);
}

// ---- import ----------------------------------------------------------------------------------------------

const VEINVIEW: &str = "tests/fixtures/chai/veinview.xml";
const FDA_ONLY: &str = "tests/fixtures/chai/fda-only.xml";
const BROKEN: &str = "tests/fixtures/chai/broken.xml";

#[test]
fn import_writes_a_draft_that_check_reads_and_reports_on_standard_error() {
    let draft = folder("import").join("draft.json");
    let path = draft.to_str().unwrap();
    let ran = eclaire(&["import", "chai", VEINVIEW, FDA_ONLY, "--out", path]).succeeds();
    assert_eq!(ran.out, "");
    for expected in [
        VEINVIEW,
        FDA_ONLY,
        "taken over",
        "left open",
        "to be decided by a person",
        &format!("eclaire check {path}"),
    ] {
        assert!(ran.err.contains(expected), "no “{expected}” in\n{}", ran.err);
    }
    assert_eq!(json(&draft)["uses"].as_array().unwrap().len(), 2);
    assert_eq!(faults(&schema(), &json(&draft)), [""; 0]);
    // Nothing is wrong with its form; what a card cannot know is asked for.
    let checked = eclaire(&["check", path]);
    checked.fails("errors");
    let errors = checked.lines("error: ");
    assert!(errors.iter().any(|error| error.starts_with("uses[0].regime: ")), "{errors:#?}");
    assert!(
        errors.iter().all(|error| ["stages", "regime", "texts.human_does"]
            .iter()
            .any(|key| { error.split(": ").next().is_some_and(|path| path.ends_with(key)) })),
        "{errors:#?}"
    );
}

#[test]
fn import_without_out_prints_the_draft_and_nothing_else() {
    let ran = eclaire(&["import", "chai", VEINVIEW]).succeeds();
    let draft: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(draft["uses"][0]["product"], "VeinView Scan");
    assert!(ran.err.contains("to be decided by a person"), "{}", ran.err);
}

/// `import chai --out my.json` wrote an empty draft over somebody's own register, also when nothing was imported.
#[test]
fn import_never_writes_over_a_file_and_writes_nothing_when_nothing_was_imported() {
    let folder = folder("import-over");
    let (mine, nothing) = (folder.join("my.json"), folder.join("nothing.json"));
    fs::write(&mine, "my own work").unwrap();
    let ran = eclaire(&["import", "chai", VEINVIEW, "--out", mine.to_str().unwrap()]);
    ran.fails("is there already");
    assert_eq!(fs::read_to_string(&mine).unwrap(), "my own work");
    eclaire(&["import", "chai", BROKEN, "--out", nothing.to_str().unwrap()]).fails("none of 1");
    assert!(!nothing.exists());
}

#[test]
fn a_broken_card_stops_nothing_but_itself() {
    let draft = folder("broken-card").join("draft.json");
    let path = draft.to_str().unwrap();
    let ran = eclaire(&["import", "chai", VEINVIEW, BROKEN, FDA_ONLY, "--out", path]);
    ran.fails("1 of 3");
    assert!(ran.err.contains(&format!("not imported: {BROKEN}, line 5")), "{}", ran.err);
    let ids: Vec<_> = json(&draft)["uses"].as_array().unwrap().iter().map(|one| one["id"].clone()).collect();
    assert_eq!(ids, ["veinview-scan", "notemaker"]);
}

// ---- serve -----------------------------------------------------------------------------------------------

#[test]
fn serve_prints_its_address_and_gives_every_answer_the_headers_that_keep_a_page_silent() {
    let site = site("headers");
    let mut server = Command::new(env!("CARGO_BIN_EXE_eclaire"))
        .args(["serve", "--site", &site, "--port", "0", "--stop-after", "3"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(server.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let address = line.split("http://").nth(1).and_then(|rest| rest.split('/').next()).expect(&line);
    assert!(address.starts_with("127.0.0.1:"), "only this machine: {address}");
    for (path, status) in [("/", "200"), ("/nowhere", "404")] {
        let answer = get(address, path);
        assert!(answer.starts_with(&format!("http/1.1 {status}")), "{answer}");
        for header in [
            "content-security-policy: ",
            "referrer-policy: no-referrer",
            "x-content-type-options: nosniff",
            "cross-origin-opener-policy: same-origin",
            "cross-origin-resource-policy: same-origin",
            "connection-allowlist: (response-origin)",
            "permissions-policy: camera=(), microphone=(), geolocation=()",
            "cache-control: no-cache",
        ] {
            assert!(answer.contains(&format!("\r\n{header}")), "{path}: no “{header}” in\n{answer}");
        }
        let policy = answer.lines().find(|line| line.starts_with("content-security-policy")).unwrap();
        for part in ["form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'"] {
            assert!(policy.contains(part), "{policy}");
        }
        assert_eq!(policy.contains("connect-src 'self'"), path == "/", "only a page has a program: {policy}");
        // Which style may lie in a page is in its own policy, which holds beside this one (tests/browser/delivery.test.mjs).
        let elsewhere = policy.replace("style-src 'self' 'unsafe-inline';", "");
        assert!(!elsewhere.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
        // What is shown where there is nothing names the sums of what lies in it, which only it knows.
        let begins = if path == "/" { "default-src 'none'; script-src 's" } else { "base-uri 'none'" };
        assert!(policy.contains(begins), "{path}: {policy}");
        assert!(path == "/" || answer.ends_with("<p>nothing here</p>"), "{answer}");
        // Another site's page would read an intranet's through the browser of somebody who works there.
        for never in ["set-cookie", "access-control-allow-origin"] {
            assert!(!answer.contains(never), "{answer}");
        }
    }
    assert!(server.wait().unwrap().success(), "it stops by itself");
}

// ---- watch -----------------------------------------------------------------------------------------------

#[test]
fn watch_knows_the_four_programs_and_refuses_another() {
    eclaire(&["watch", "--help"]).succeeds().says(&["patient", "reader", "practice", "register"]);
    eclaire(&["watch", "--only", "kitchen"]).fails("kitchen");
    let help = eclaire(&["--help"]).succeeds();
    assert!(!help.out.contains("  draw "), "it calls that by itself:\n{}", help.out);
}

// ---- tests/run -------------------------------------------------------------------------------------------

/// Runs `tests/run` with words that make it say something and end.
fn tests_run(words: &[&str]) -> Ran {
    let Output { status, stdout, stderr } = Command::new("bash")
        .arg("tests/run")
        .args(words)
        .current_dir(repository(""))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let [out, err] = [stdout, stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    Ran { out, err, code: status.code() }
}

#[test]
fn the_stages_of_the_tests_are_listed_and_explained() {
    let help = tests_run(&["--help"]).succeeds();
    for stage in ["checks", "core", "pages", "programs", "judges", "browser"] {
        assert!(help.lines(&format!("  {stage}")).len() == 1, "{stage}:\n{}", help.out);
    }
}

#[test]
fn a_stage_that_does_not_exist_runs_nothing_and_lists_those_that_do() {
    for words in [&["kiosk"][..], &["core", "views", "browser"], &["checks", "kiosk"], &["--fast"]] {
        let ran = tests_run(words);
        assert_eq!(ran.code, Some(2), "{words:?}: {}{}", ran.out, ran.err);
        assert_eq!(ran.out, "", "{words:?}: nothing has run");
        for stage in ["checks", "core", "pages", "programs", "judges", "browser"] {
            assert!(ran.err.contains(stage), "{words:?}: no {stage} in\n{}", ran.err);
        }
    }
}

// ---- Trunk -----------------------------------------------------------------------------------------------

/// Trunk ignores what it does not know: a typing error would pass without a word. These are the keys of Trunk 0.21.14
/// (`schemas/config.json` in its package).
const TRUNK_BUILD: &[&str] = &[
    "accept_invalid_certs",
    "all_features",
    "allow_self_closing_script",
    "cargo_profile",
    "create_nonce",
    "dist",
    "example",
    "features",
    "filehash",
    "frozen",
    "html_output",
    "inject_scripts",
    "locked",
    "minify",
    "no_default_features",
    "no_sri",
    "nonce_placeholder",
    "offline",
    "pattern_params",
    "pattern_preload",
    "pattern_script",
    "public_url",
    "public_url_no_trailing_slash_fix",
    "release",
    "root_certificate",
    "target",
];

#[test]
fn trunk_knows_every_key_of_its_configuration() {
    let text = fs::read_to_string(repository("trunk.toml")).unwrap();
    let configuration: toml::Table = toml::from_str(&text).unwrap();
    for (section, keys) in &configuration {
        assert_eq!(section, "build", "a section that Éclaire does not need");
        for key in keys.as_table().unwrap().keys() {
            assert!(TRUNK_BUILD.contains(&key.as_str()), "Trunk 0.21 has no build.{key}");
        }
    }
    assert!(repository(configuration["build"]["target"].as_str().unwrap()).is_file());
}

// ---- words for the tests ---------------------------------------------------------------------------------

/// The commands, and what they do in words.
const COMMANDS: [(&str, &str); 7] = [
    ("bake", "Make a site of one's own out of a released one, without a toolchain"),
    ("serve", "Build the page if needed and show it on this machine; prints the address"),
    ("watch", "Show one page while one edits: it is drawn anew and reloads when a file is saved"),
    ("build", "Build a site from a register into a folder"),
    ("check", "Say what is wrong with a register, and what it does not tell"),
    ("schema", "Print the JSON Schema of the register, for editors"),
    ("import", "Turn another description of an AI product into the draft of a register"),
];

/// As much as fits on the first line of a list.
fn first_words(text: &str) -> &str {
    text.char_indices().nth(40).map_or(text, |(end, _)| &text[..end])
}

/// What the program said.
struct Ran {
    out: String,
    err: String,
    code: Option<i32>,
}

/// Runs the program in the repository.
fn eclaire(args: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_eclaire"));
    let Output { status, stdout, stderr } =
        command.args(args).current_dir(repository("")).stdin(Stdio::null()).output().unwrap();
    let [out, err] = [stdout, stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    Ran { out, err, code: status.code() }
}

impl Ran {
    #[track_caller]
    fn succeeds(self) -> Ran {
        assert_eq!(self.code, Some(0), "{}{}", self.out, self.err);
        self
    }

    /// It fails, names what went wrong, and gives a next step on standard error.
    #[track_caller]
    fn fails(&self, what: &str) {
        assert!(self.code.is_some_and(|code| code != 0), "it did not fail:\n{}{}", self.out, self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
        assert!(self.err.contains(what), "no “{what}” in:\n{}", self.err);
        let next = self.err.lines().find_map(|line| line.strip_prefix("Next: "));
        assert!(next.is_some_and(|next| next.len() > 10), "no next step in:\n{}", self.err);
    }

    #[track_caller]
    fn says(&self, expected: &[&str]) {
        let said = self.out.split_whitespace().collect::<Vec<_>>().join(" ");
        for expected in expected {
            assert!(said.contains(expected), "no “{expected}” in:\n{}", self.out);
        }
    }

    /// The rest of the lines that begin so.
    fn lines(&self, beginning: &str) -> Vec<&str> {
        self.out.lines().filter_map(|line| line.strip_prefix(beginning)).collect()
    }
}

/// Every option in a help text has words beside it, or below it.
#[track_caller]
fn explains_every_option(help: &Ran) {
    let mut lines = help.out.lines().map(str::trim).peekable();
    let mut in_list = false;
    while let Some(line) = lines.next() {
        in_list = if line.ends_with(':') {
            ["Options:", "Arguments:", "Commands:"].contains(&line)
        } else {
            in_list
        };
        if in_list && (line.starts_with('-') || line.starts_with('<') || line.starts_with('[')) {
            let words = line.split("  ").filter(|part| !part.is_empty()).count() > 1;
            let below = lines.peek().is_some_and(|next| !next.is_empty() && !next.starts_with('-'));
            assert!(words || below, "“{line}” is not explained in\n{}", help.out);
        }
    }
}

/// An empty folder of its own for each test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("program").join(name);
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A finished site, of one page.
fn site(name: &str) -> String {
    let site = folder(name);
    fs::write(site.join("index.html"), "<!doctype html><title>Éclaire</title>").unwrap();
    fs::write(site.join("404.html"), "<p>nothing here</p>").unwrap();
    site.to_str().unwrap().to_owned()
}

/// The answer to a request, in lower case.
fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).to_lowercase()
}

fn examples() -> Vec<PathBuf> {
    files("content/registers", "json")
}

/// The files of a folder of the repository that end so.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(repository(folder)).unwrap();
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == ending));
    files.sort();
    files
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn schema_text() -> Value {
    serde_json::from_str(&eclaire(&["schema"]).succeeds().out).unwrap()
}

fn schema() -> jsonschema::Validator {
    jsonschema::validator_for(&schema_text()).unwrap()
}

/// What an editor would mark.
fn faults(schema: &jsonschema::Validator, register: &Value) -> Vec<String> {
    schema.iter_errors(register).map(|fault| format!("{}: {fault}", fault.instance_path())).collect()
}
