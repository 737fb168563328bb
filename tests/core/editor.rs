//! The register editor's pure part: a draft loses nothing, every field has a name and a place, every problem is said in French
//! and leads to a field, and what can be shown is shown.

#![allow(clippy::unwrap_used)] // A helper that fails fails its test.

use crate::support;

use eclaire::choices::Id;
use eclaire::content::{Language, NotText, Piece, ProblemText, RemarkText, Stage, Telling, fold, pieces};
use eclaire::editor::{
    Draft, Event, Kind, NotARegister, Pane, SavedPage, State, Style, Todo, TodoList, from_card, not_text,
    preview, refused, remark_text, said, search, slug, telling,
};
use eclaire::register::{
    Fact, Group, Presence, Problem, ProblemKind, RemarkKind, Severity, Shape, check, import, to_json,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use support::{any_changed_register, any_json, cases, fixture, library, repository};

fn example(name: &str) -> String {
    fs::read_to_string(repository("content/registers").join(format!("{name}.json"))).unwrap()
}

fn draft(json: &str) -> Draft {
    Draft::read(json).unwrap()
}

fn value(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

/// Every register of the repository.
fn registers() -> Vec<(String, String)> {
    let folders = ["content/registers", "tests/fixtures/registers"];
    let files = folders.iter().flat_map(|folder| fs::read_dir(repository(folder)).unwrap());
    let files = files.map(|file| file.unwrap().path());
    let mut all: Vec<_> = files
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .map(|path| (path.display().to_string(), fs::read_to_string(path).unwrap()))
        .collect();
    all.sort();
    all
}

// Nothing is lost.

#[test]
fn a_register_that_is_opened_and_saved_is_the_same_file() {
    for (name, json) in registers().into_iter().filter(|(name, _)| !name.contains("broken-json")) {
        assert_eq!(value(&draft(&json).json()), value(&json), "{name}");
    }
}

#[test]
fn a_saved_draft_is_written_as_the_program_writes_registers() {
    let card = fs::read_to_string(repository("tests/fixtures/chai/veinview.xml")).unwrap();
    let written = to_json(&import(&[("card.xml".to_owned(), card)]).file);
    assert_eq!(draft(&written).json(), written);
}

#[test]
fn what_the_format_does_not_know_stays_and_is_a_problem_that_can_be_taken_away() {
    let json = r#"{"version": 1.5, "a.b[0]": "odd", "site": 3, "uses": [null, {"id": -7, "id": "twice"}]}"#;
    let mut draft = draft(json);
    assert_eq!(draft.json().split_whitespace().collect::<String>(), json.replace(' ', ""));
    let problems = check(&draft.json(), library()).errors;
    assert!(problems.iter().any(|problem| problem.path.as_str() == "a.b[0]"));
    draft.remove("a.b[0]");
    assert!(!draft.json().contains("odd"));
    assert!(draft.json().contains("twice"));
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn any_object_is_taken_and_given_back(json in any_json()) {
        match Draft::read(&json.to_string()) {
            Ok(draft) => prop_assert_eq!(value(&draft.json()), json),
            Err(_) => prop_assert!(!json.is_object()),
        }
    }

    #[test]
    fn every_edit_is_taken_back_whole_and_touches_nothing_else(register in any_changed_register(), typed in ".*") {
        let before = draft(&register.text());
        for path in ["site.name.fr", "uses[0].hosting.country.en", "uses[1].department.fr", "reuses[0].kept.fr", "site.contacts.desk.phone"] {
            let mut after = before.clone();
            after.write(path, &typed);
            prop_assert!(after.undo());
            prop_assert_eq!(&after, &before);
            prop_assert!(after.redo());
            after.undo();
            after.remove(path);
            after.undo();
            prop_assert_eq!(&after, &before);
        }
    }

    #[test]
    fn whatever_stands_in_a_file_there_is_a_preview_and_no_panic(register in any_changed_register()) {
        let _ = preview::see(&draft(&register.text()), library());
    }
}

#[test]
fn what_is_no_json_object_is_refused_with_its_place() {
    assert_eq!(Draft::read("{\n \"a\": }"), Err(NotARegister::NotJson { line: 2, column: 7 }));
    assert_eq!(Draft::read("[1]"), Err(NotARegister::Other));
    // Twenty thousand uses ended the program.
    let many = format!(r#"{{"uses":[{}{{}}]}}"#, "{},".repeat(19_999));
    assert_eq!(Draft::read(&many), Err(NotARegister::TooMany(1000)));
    assert!(Draft::read("\u{feff}{}").is_ok(), "a byte order mark is no error");
}

// Editing.

#[test]
fn a_new_fact_stands_where_the_format_has_it_and_an_emptied_one_leaves_nothing_behind() {
    let mut draft = draft(r#"{"version":1,"uses":[{"id":"a","kept":{"fr":"Un an."}}]}"#);
    draft.write("uses[0].hosting.country.en", "France");
    draft.write("uses[0].hosting.country.fr", "France");
    draft.write("uses[0].department.fr", "Radiologie");
    let keys: Vec<_> =
        draft.json().lines().filter(|line| line.starts_with("      \"")).map(str::to_owned).collect();
    let keys: Vec<_> = keys.iter().map(|line| line.trim().split('"').nth(1).unwrap()).collect();
    assert_eq!(keys, ["id", "department", "hosting", "kept"]);
    assert!(draft.json().find("\"fr\": \"France\"") < draft.json().find("\"en\": \"France\""));
    for path in ["uses[0].hosting.country.en", "uses[0].hosting.country.fr", "uses[0].department.fr"] {
        draft.write(path, " ");
    }
    assert_eq!(value(&draft.json())["uses"][0], json!({"id": "a", "kept": {"fr": "Un an."}}));
}

#[test]
fn digits_are_a_number_and_anything_else_stays_as_typed_for_the_checker() {
    let mut draft = Draft::empty();
    draft.write("uses[0].performance.of", "100");
    assert_eq!(value(&draft.json())["uses"][0]["performance"]["of"], json!(100));
    draft.write("uses[0].performance.of", "cent");
    assert_eq!(draft.typed("uses[0].performance.of"), "cent");
    assert!(
        check(&draft.json(), library())
            .errors
            .iter()
            .any(|one| one.path.as_str() == "uses[0].performance.of")
    );
}

#[test]
fn letters_typed_in_one_field_are_one_step_back() {
    let mut draft = Draft::empty();
    for typed in ["C", "Ca", "Cab"] {
        draft.write("site.name.fr", typed);
    }
    draft.write("site.contacts.desk.phone", "0");
    draft.undo();
    assert_eq!(draft.typed("site.name.fr"), "Cab");
    draft.undo();
    assert_eq!(draft, Draft::empty());
    assert!(!draft.can_undo() && draft.can_redo());
}

fn work() -> State {
    State::on(Draft::empty(), TodoList::default())
}

#[test]
fn a_small_practice_writes_its_register_from_nothing() {
    let mut work = work();
    let mut does = |happened| work.apply(happened, library());
    let typed = |path: &str, text: &str| Event::Typed(path.to_owned(), text.to_owned());
    does(typed("site.name.fr", "Cabinet de l’Œillet"));
    does(Event::Chose("site.kind".to_owned(), Some("practice".to_owned())));
    does(typed("site.contacts.desk.phone", "01 02 03 04 05"));
    does(Event::Pick(Kind::Use, Some("consultation-notes".to_owned())));
    does(typed("uses[0].product", "Exemple"));
    does(Event::Said("uses[0].training".to_owned(), Some(false)));
    let (before, written) = (work.draft.clone(), work.draft.json());
    let errors = check(&written, library()).errors;
    // The catalogue's question, if it has one, asks who takes the answer; nothing else is wrong.
    assert!(errors.iter().all(|one| one.path.as_str().ends_with(".channel")), "{errors:?}");
    assert_eq!(work.draft.typed("site.id"), "cabinet-de-l-oeillet");
    assert_eq!(work.pane, Pane::Item(Kind::Use, 0));
    work.apply(Event::Said("uses[0].training".to_owned(), None), library());
    assert!(work.draft.value("uses[0].training").is_none());
    work.apply(Event::Undo, library());
    assert_eq!(work.draft, before);
}

#[test]
fn every_entry_of_the_catalogue_added_leaves_no_error_but_who_takes_the_answer() {
    let all = Kind::ALL
        .iter()
        .flat_map(|kind| search(library(), *kind, "").into_iter().map(move |one| (*kind, one.id)));
    for (kind, id) in all {
        let mut work = State::on(draft(&example("practice")), TodoList::default());
        work.apply(Event::Pick(kind, Some(id.clone())), library());
        let errors = check(&work.draft.json(), library()).errors;
        assert!(errors.iter().all(|one| one.path.as_str().ends_with(".channel")), "{id}: {errors:?}");
        // Said about a question that the register took from the catalogue without naming it, it is said about that one.
        for problem in errors {
            let channel = problem.path.as_str().to_owned();
            work.apply(Event::Chose(channel, Some("care_team".to_owned())), library());
        }
        assert_eq!(check(&work.draft.json(), library()).errors, [], "{id}");
    }
}

#[test]
fn the_questions_of_the_catalogue_are_written_out_before_one_is_edited() {
    let mut work = State::on(draft(&example("practice")), TodoList::default());
    work.apply(Event::Pick(Kind::Reuse, Some("research".to_owned())), library());
    let item = work.pane.path().unwrap();
    work.draft.remove(&format!("{item}.questions"));
    work.apply(Event::Chose(format!("{item}.questions[0].channel"), Some("dpo".to_owned())), library());
    let id = Id::parse(&work.draft.typed(&format!("{item}.questions[0].id")));
    assert!(library().reuses["research"].questions.contains(&id.unwrap()));
}

#[test]
fn items_move_and_go_and_what_is_looked_at_follows() {
    let mut work = State::on(draft(&example("hospital")), TodoList::default());
    let first = work.draft.typed("uses[0].id");
    work.apply(Event::Look(Pane::Item(Kind::Use, 0)), library());
    work.apply(Event::Shift("uses[0]".to_owned(), false), library());
    assert_eq!((work.draft.typed("uses[1].id"), work.pane), (first, Pane::Item(Kind::Use, 1)));
    work.apply(Event::Remove("uses[1]".to_owned()), library());
    assert_eq!(work.pane, Pane::Site);
    work.apply(Event::Undo, library());
    work.apply(Event::Undo, library());
    assert_eq!(work.draft, draft(&example("hospital")));
}

#[test]
fn a_list_of_ones_own_without_an_element_says_none_and_is_not_the_catalogue_s() {
    let mut work = work();
    work.apply(Event::Pick(Kind::Use, Some("mammography".to_owned())), library());
    work.apply(Event::Ticked("uses[0].requests".to_owned(), "talk".to_owned(), true), library());
    work.apply(Event::Ticked("uses[0].requests".to_owned(), "talk".to_owned(), false), library());
    assert_eq!(value(&work.draft.json())["uses"][0]["requests"], json!([]));
    work.apply(Event::AsCatalogue("uses[0].requests".to_owned(), true), library());
    assert_eq!(value(&work.draft.json())["uses"][0].get("requests"), None);
    work.apply(Event::Ticked("uses[0].stages".to_owned(), "home".to_owned(), true), library());
    work.apply(Event::Ticked("uses[0].stages".to_owned(), "home".to_owned(), false), library());
    assert_eq!(value(&work.draft.json())["uses"][0].get("stages"), None);
}

// The form.

fn each_group(shape: &Shape, then: &mut dyn FnMut(&Group)) {
    match shape {
        Shape::Group(group) => {
            then(group);
            group.fields.iter().for_each(|field| each_group(&field.shape, then));
        }
        Shape::List(inner) => each_group(inner, then),
        _ => {}
    }
}

#[test]
fn every_field_of_the_format_stands_once_in_the_form_with_a_label_and_no_other_does() {
    let mut known = BTreeSet::new();
    each_group(&Shape::register(), &mut |group| {
        let named = library().editor.parts(group.name).iter().flat_map(|part| &part.fields);
        let mut named: Vec<_> = named.map(|field| field.key.as_str()).collect();
        let mut fields: Vec<_> = group.fields.iter().map(|field| field.key).collect();
        named.sort_unstable();
        fields.sort_unstable();
        assert_eq!(named, fields, "{} in content/fr/editor.toml", group.name);
        known.insert(group.name.to_owned());
    });
    let named: BTreeSet<_> = library().editor.groups.keys().cloned().collect();
    assert_eq!(named, known);
}

#[test]
fn every_choice_has_a_name() {
    fn choices(shape: &Shape) {
        match shape {
            Shape::Choice(list, codes) => {
                for code in codes {
                    assert!(
                        library().editor.choices.get(*list).is_some_and(|names| names.contains_key(*code)),
                        "{list}.{code}"
                    );
                }
            }
            Shape::Group(group) => group.fields.iter().for_each(|field| choices(&field.shape)),
            Shape::List(inner) => choices(inner),
            _ => {}
        }
    }
    choices(&Shape::register());
}

#[test]
fn the_shape_is_that_of_the_published_schema() {
    let schema = value(&fs::read_to_string(repository("public/register.schema.json")).unwrap());
    each_group(&Shape::register(), &mut |group| {
        let of = if group.name == "RegisterFile" { &schema } else { &schema["$defs"][group.name] };
        let mut keys: Vec<_> = of["properties"]
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .filter(|key| *key != "$schema")
            .collect();
        let mut fields: Vec<_> = group.fields.iter().map(|field| field.key).collect();
        keys.sort_unstable();
        fields.sort_unstable();
        assert_eq!(fields, keys, "{}", group.name);
        let required = of["required"].as_array().cloned().unwrap_or_default();
        for field in &group.fields {
            assert_eq!(
                required.contains(&json!(field.key)),
                field.presence == Presence::Obligatory,
                "{}.{}",
                group.name,
                field.key
            );
        }
    });
}

// Problems.

/// Everything that the checker says about registers of every kind, and about each field with a wrong value in it.
fn problems() -> Vec<Problem> {
    let checked = |json: &str| {
        let checked = check(json, library());
        checked.errors.into_iter().chain(checked.gaps)
    };
    let mut all: Vec<Problem> = registers().iter().flat_map(|(_, json)| checked(json)).collect();
    let complete = fixture("complete");
    let complete = support::Draft(value(&complete));
    for at in complete.places() {
        all.extend(checked(&complete.clone().without(&at).text()));
        for wrong in [
            json!(true),
            json!(7),
            json!(""),
            json!("x"),
            json!([]),
            json!({}),
            json!("inform"),
            json!("agree"),
            json!("2020-01-01"),
        ] {
            all.extend(checked(&complete.clone().with(&at, wrong).text()));
        }
    }
    all.extend(checked(&Draft::empty().json()));
    all.extend(checked(r#"{"version": 1, "version": 1}"#));
    all.extend(checked("{"));
    all.extend(checked(&complete.clone().with("uses[0].kept.de", "x").text()));
    all.extend(checked(
        &complete.clone().with("uses[0].kept.fr", 1).text().replace("\"fr\":1", "\"en\":\"a\",\"en\":\"b\""),
    ));
    all.extend(checked(&complete.clone().with("uses[0].device.is_device", false).text()));
    all.extend(checked(&complete.clone().with("uses[0].product", "Word\u{b}").text()));
    all.extend(checked(&complete.clone().with("uses[0].product", "x".repeat(501)).text()));
    all.extend(checked(&complete.clone().with("uses", vec![json!({}); 1001]).text()));
    let asked = complete.clone().with("uses[0].regime", "request").with("uses[0].requests", json!([]));
    all.extend(checked(&asked.text()));
    let again = |list: &str| {
        let items = complete.places().into_iter().filter(|at| at == list);
        items.map(|at| complete.clone().doubled(&at).text()).collect::<String>()
    };
    for page in [
        "http://x.example",
        "https://hôpital.example",
        "https://x.example/?p",
        "https://x.example:99999/",
        "https://x.example/../",
        "https://x.example/ia.html",
        &format!("https://{}.example", "x".repeat(80)),
    ] {
        all.extend(checked(&complete.clone().with("site.page", page).text()));
    }
    for list in ["site.languages[0]", "moments[0]", "uses[0]", "reuses[0].questions[0]"] {
        all.extend(checked(&again(list)));
    }
    all
}

#[test]
fn every_problem_is_said_in_french_and_leads_to_a_field() {
    let shape = Shape::register();
    for problem in problems() {
        is_told_twice(&problem);
        if matches!(problem.kind, ProblemKind::UnknownKey(_) | ProblemKind::UnknownLanguage(_)) {
            continue; // A key that no field has: the part it stands in names it.
        }
        assert!(shape.at(problem.path.as_str()).is_some(), "no field for {problem}");
    }
}

/// A problem has both tellings, and neither has a hole in it.
fn is_told_twice(problem: &Problem) {
    let texts = &library().editor;
    let (text, args) = telling(&problem.kind, texts, "non dit");
    let names: Vec<_> = args.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, text.placeholders(), "{text:?}");
    assert!(!said(&problem.kind, texts, "non dit").trim().is_empty(), "no French for {problem}");
    let written = pieces(texts.problems.get(text));
    let holes = written.filter(|piece| matches!(piece, Piece::Placeholder(name) if !names.contains(name)));
    assert_eq!(holes.count(), 0, "{text:?}");
    assert!(!problem.kind.expected().trim().is_empty() && !problem.kind.found().trim().is_empty());
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn whatever_is_broken_is_told_in_english_and_in_french(register in any_changed_register()) {
        let checked = register.check();
        checked.errors.iter().chain(&checked.gaps).for_each(is_told_twice);
    }

    #[test]
    fn whatever_json_stands_there_is_told_in_english_and_in_french(json in any_json()) {
        check(&json.to_string(), library()).errors.iter().for_each(is_told_twice);
    }
}

#[test]
fn every_french_sentence_for_a_problem_is_needed() {
    let texts = &library().editor;
    let used: BTreeSet<_> =
        problems().iter().map(|problem| telling(&problem.kind, texts, "").0.key()).collect();
    let all: BTreeSet<_> = ProblemText::ALL.iter().map(|text| text.key()).collect();
    assert_eq!(used, all);
}

#[test]
fn a_gap_is_not_called_an_error_and_a_text_that_lacks_a_language_says_so() {
    let texts = &library().editor;
    for gap in check(&fixture("gaps-only"), library()).gaps {
        assert_eq!(gap.severity(), Severity::Gap);
        let page = gap.kind == ProblemKind::Untold(Fact::Page);
        let language = matches!(gap.kind, ProblemKind::UntoldIn(_));
        let text = match (page, language) {
            (true, _) => ProblemText::UntoldPage, // No patient reads that it is missing.
            (_, true) => ProblemText::UntoldIn,
            _ => ProblemText::Untold,
        };
        assert_eq!(telling(&gap.kind, texts, "").0, text);
    }
}

// The catalogue.

#[test]
fn the_catalogue_is_searched_without_accents_or_case_title_first() {
    let found =
        |typed: &str| search(library(), Kind::Use, typed).into_iter().map(|one| one.id).collect::<Vec<_>>();
    assert_eq!(found("MAMMOGRAPHIE lecture"), ["mammography"]);
    assert_eq!(found("echographie"), found("Échographie"));
    assert_eq!(found("").len(), library().catalogue.len());
    assert_eq!(found("zzz"), [""; 0]);
    assert!(found("radio").first().is_some_and(|id| {
        fold(&search(library(), Kind::Use, "radio")[0].title).contains("radio") && !id.is_empty()
    }));
    let one = &search(library(), Kind::Use, "mammographie")[0];
    assert_eq!(one.stages, [Stage::During]);
    assert!(one.regime.is_some());
    assert_eq!(search(library(), Kind::Reuse, "").len(), library().reuses.len());
}

#[test]
fn a_name_for_machines_is_made_of_any_name() {
    for (name, made) in [
        ("Hôpital Sainte-Œuvre n° 2", Some("hopital-sainte-oeuvre-n-2")),
        ("2 rue", Some("rue")),
        ("مستشفى", None),
        ("", None),
    ] {
        assert_eq!(slug(name), made.and_then(Id::parse), "{name}");
    }
    assert!(slug(&"très long nom ".repeat(9)).is_some());
}

// The preview.

#[test]
fn a_register_without_errors_is_shown_as_it_is() {
    let seen = preview::see(&draft(&example("practice")), library());
    assert_eq!(seen.notice.register, check(&example("practice"), library()).register);
}

#[test]
fn with_errors_everything_else_is_shown() {
    let mut draft = draft(&example("practice"));
    let uses = draft.count("uses");
    draft.remove("site.id");
    draft.write("uses[1].in_use_since", "hier");
    draft.write("uses[0].catalogue", "nothing-like-that");
    let seen = preview::see(&draft, library());
    assert!(seen.checked.register.is_none());
    let register = seen.notice.register.clone().unwrap();
    assert_eq!(register.uses.len(), uses - 1, "without the one that has no texts");
    assert_eq!(register.uses[0].in_use_since, None);
    assert_eq!(register.site.name, check(&example("practice"), library()).register.unwrap().site.name);
}

#[test]
fn an_empty_draft_shows_a_page_already() {
    let seen = preview::see(&Draft::empty(), library());
    assert!(seen.notice.register.is_some());
    assert!(!seen.checked.errors.is_empty());
}

// Cards.

#[test]
fn a_card_becomes_a_draft_with_a_list_of_what_is_left_to_do() {
    let xml = card("veinview");
    let (draft, todo) = from_card(None, "veinview.xml", &xml).unwrap();
    assert_eq!(draft.count("uses"), 1);
    assert!(!todo.taken_over.is_empty() && !todo.left_open.is_empty() && !todo.to_decide.is_empty());
    for one in lines(&todo) {
        assert!(
            one.path.is_empty() || Shape::register().at(&one.path).is_some(),
            "no field for {}",
            one.path
        );
    }

    let before = self::draft(&example("practice"));
    let (more, todo) = from_card(Some(&before), "veinview.xml", &xml).unwrap();
    let at = before.count("uses");
    assert_eq!(more.count("uses"), at + 1);
    assert!(todo.taken_over.iter().all(|one| one.path.starts_with(&format!("uses[{at}]"))));
    let mut back = more;
    back.undo();
    assert_eq!(back, before);
}

fn card(name: &str) -> String {
    fs::read_to_string(repository(&format!("tests/fixtures/chai/{name}.xml"))).unwrap()
}

/// Cards in which there is something to say in every way.
fn cards() -> Vec<String> {
    let told = card("veinview");
    let consent = "PatientConsentOrDisclosure";
    let asked = [
        ["OutcomesAndOutputs", "IntendedUseAndWorkflow", "Summary"].as_slice(),
        &["HowToUse", "PrimaryIntendedUsers", "OutputAndInputDataTypes"],
        &["CautionedOutOfScopeSettings", "KnownRisksAndLimitations", "KnownBiasesOrEthicalConsiderations"],
        &["StakeholdersConsulted"],
    ];
    let evasive =
        asked.concat().into_iter().fold(told.clone(), |card, element| saying(&card, element, "Yes."));
    let unmade =
        saying(&saying(&told, "InputDataSource", "Scans."), "DevelopmentDataCharacterization", "Yes.");
    let elsewhere = ["IntendedUseAndWorkflow", "Summary"]
        .into_iter()
        .fold(told.clone(), |card, element| saying(&card, element, "See the manual."));
    vec![
        evasive,
        unmade,
        elsewhere,
        without(&told, "ModelName"),
        without(&told, "HowToUse"),
        without(&told, consent),
        saying(&told, "ModelName", ""),
        saying(&told, "ClinicalRiskLevel", "Low"),
        saying(&told, consent, ""),
        saying(&told, consent, "N/A"),
        card("says-nothing"),
        card("fda-only"),
        card("decides"),
        told,
    ]
}

fn without(card: &str, element: &str) -> String {
    let (before, rest) = card.split_once(&format!("<{element}>")).unwrap();
    before.to_owned() + rest.split_once(&format!("</{element}>")).unwrap().1
}

fn saying(card: &str, element: &str, text: &str) -> String {
    let said = format!("</BasicInfo><{element}>{text}</{element}>");
    without(card, element).replacen("</BasicInfo>", &said, 1)
}

fn lines(todo: &TodoList) -> impl Iterator<Item = &Todo> {
    todo.taken_over.iter().chain(&todo.left_open).chain(&todo.to_decide)
}

#[test]
fn everything_there_is_to_say_about_a_card_is_said_in_french() {
    for card in cards() {
        let (_, todo) = from_card(None, "card.xml", &card).unwrap();
        for one in lines(&todo) {
            let Some(text) = remark_text(&one.kind) else {
                assert!(matches!(one.kind, RemarkKind::AsItIs | RemarkKind::Untold(_)), "{:?}", one.kind);
                continue;
            };
            let said = one.said(&library().editor).unwrap();
            assert!(!said.before.trim().is_empty(), "no French for {:?}", one.kind);
            assert_eq!(said.quoted.is_empty(), text.placeholders().is_empty(), "{:?}", one.kind);
            assert!(one.kind.to_string().contains(&said.quoted), "{}", one.kind);
        }
    }
}

#[test]
fn every_french_sentence_about_a_card_is_needed() {
    let cards = cards();
    let reports: Vec<_> = cards.iter().map(|xml| from_card(None, "card.xml", xml).unwrap().1).collect();
    let remarks = reports.iter().flat_map(lines).filter_map(|one| remark_text(&one.kind));
    let used: BTreeSet<_> = remarks.map(RemarkText::key).collect();
    let all: BTreeSet<_> = RemarkText::ALL.iter().map(|text| text.key()).collect();
    assert_eq!(used, all);
}

#[test]
fn a_card_that_cannot_be_read_changes_nothing_and_says_why_in_french() {
    let newer = card("other-version").replace("v0.1", "v0.3");
    let cards = [
        (card("broken"), "(ligne "),
        (card("cut-off"), "(ligne "),
        (card("other-root"), "Trouvé"),
        (newer, "0.1 ou 0.2"),
    ];
    for (xml, says) in cards {
        let error = from_card(None, "card.xml", &xml).unwrap_err();
        let said = refused(&error, &library().editor);
        assert!(said.contains(says) && !said.contains('{'), "{said}");
    }
    assert!(not_text(NotText::Pdf, &library().editor).contains("PDF"));
}

// What is saved.

#[test]
fn a_saved_page_has_its_styles_inside_and_allows_nothing_else() {
    let style = |text: &str, sum: &str| Style { text: text.to_owned(), sum: sum.to_owned() };
    let (one, two) = (style("p {}", "one="), style("q {}", "two="));
    let page = |styles: &[&Style]| {
        let title = "Soins < & >";
        SavedPage { language: Language::Fr, title, styles, document: "<p>…</p>" }.to_string()
    };
    let policy =
        |sums: &str| format!("\"default-src 'none'; style-src{sums}; base-uri 'none'; form-action 'none'\"");
    let (alone, both) = (page(&[&one]), page(&[&one, &two]));
    assert!(alone.contains(&policy(" 'sha256-one='")) && alone.contains("<style>p {}</style>"));
    assert!(both.contains(&policy(" 'sha256-one=' 'sha256-two='")) && both.contains("<style>q {}</style>"));
    assert!(alone.contains("<title>Soins &lt; &amp; ></title>") && alone.contains("<p>…</p>"));
    assert!(!both.contains("<script") && !both.contains("<link"));
}
