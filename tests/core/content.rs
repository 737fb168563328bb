//! The texts: the repository's own have no problem, and every kind of problem is found.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used)]

use crate::support;

use eclaire::choices::{Id, Regime};
use eclaire::content::{
    Confidence, Date, Direction, Files, Language, Level, Library, Localised, Reading, Word, Words, due,
    law_read,
};
use proptest::prelude::*;
use serde_json::json;
use std::collections::BTreeSet;
use support::{complete, content, library};

/// The problems of a copy of the content in which something was changed.
fn problems_after(change: impl FnOnce(&mut Files)) -> Vec<String> {
    let mut files = content();
    change(&mut files);
    let (_, problems) = Library::read(&files);
    problems.iter().map(ToString::to_string).collect()
}

/// Changing a text of a file has exactly these problems.
#[track_caller]
fn planted(file: &str, from: &str, to: &str, expected: &[&str]) {
    let found = problems_after(|files| {
        let text = files.0.get_mut(file).unwrap_or_else(|| panic!("no {file}"));
        assert!(text.contains(from), "{file} has no {from}");
        *text = text.replacen(from, to, 1);
    });
    assert_eq!(found, expected);
}

/// The number of the first line of a file that begins so.
fn line_of(file: &str, begins: &str) -> usize {
    content().0[file].lines().position(|line| line.starts_with(begins)).unwrap() + 1
}

/// The line of a file that begins so.
fn line(file: &str, begins: &str) -> String {
    content().0[file].lines().find(|line| line.starts_with(begins)).unwrap().to_owned()
}

// The repository's own texts.

#[test]
fn the_content_of_the_repository_has_no_problem() {
    let (_, problems) = Library::read(&content());
    for problem in &problems {
        println!("{problem}");
    }
    assert!(problems.is_empty(), "{} problems", problems.len());
}

#[test]
fn every_text_exists_in_every_language_at_every_level() {
    let mut missing = Vec::new();
    let mut look = |of: String, text: &Localised| {
        for language in Language::USUAL {
            for level in Level::ALL {
                let shown = text.pick(language, level);
                if shown.is_none_or(|shown| (shown.language, shown.level) != (language, level)) {
                    missing.push(format!("{of} in {} at {}", language.code(), level.code()));
                }
            }
        }
    };
    for (id, entry) in &library().catalogue {
        look(format!("{id}.title"), &entry.texts.title);
        look(format!("{id}.human_does"), &entry.texts.human_does);
        look(format!("{id}.leads_nowhere"), &entry.texts.leads_nowhere);
        entry.texts.ask.iter().for_each(|text| look(format!("{id}.ask"), text));
        assert!(!entry.texts.ask.is_empty() && !entry.stages.is_empty() && entry.regime.is_some(), "{id}");
    }
    for (id, entry) in &library().reuses {
        look(format!("{id}.limits"), &entry.texts.limits);
        assert!(
            entry.regime.is_some_and(Regime::has_questions),
            "a reuse that the patient has no say in: {id}"
        );
    }
    for right in &library().rights {
        look(format!("{}.delay", right.id), &right.texts.delay);
        assert!(!right.sources.is_empty(), "{} is written nowhere", right.id);
    }
    for part in &library().understanding {
        look(format!("{}.example", part.id), &part.example);
    }
    assert_eq!(missing, [""; 0]);
}

/// A hospital that only says "we use this" must get a register that can be shown.
#[test]
fn every_entry_can_be_used_as_it_is() {
    for (id, entry) in &library().catalogue {
        let register = complete().with("uses", json!([{ "id": id, "catalogue": id }])).is_shown();
        assert_eq!(
            (Some(register.uses[0].offer.regime), register.uses[0].by_patient),
            (entry.regime, entry.by_patient)
        );
    }
    for (id, entry) in &library().reuses {
        let questions: Vec<_> =
            entry.questions.iter().map(|one| json!({ "id": one.as_str(), "channel": "care_team" })).collect();
        let reuse = json!({ "id": id, "catalogue": id, "questions": questions });
        let register = complete().with("reuses", json!([reuse])).is_shown();
        assert_eq!(Some(register.reuses[0].offer.regime), entry.regime);
    }
}

/// `{name}` is filled by the page; a blank that a translator misspelt would be read by patients.
#[test]
fn every_word_has_the_same_blanks_in_every_language() {
    let blanks = |language: Language, level: Level, word: Word| -> BTreeSet<String> {
        let text = library().words[&Reading { language, level }].get(word);
        text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap().to_owned()).collect()
    };
    for word in Word::ALL {
        let french = blanks(Language::Fr, Level::Clear, *word);
        assert_eq!(blanks(Language::En, Level::Clear, *word), french, "{}", word.key());
        assert_eq!(blanks(Language::Fr, Level::Simple, *word), french, "{}", word.key());
        assert_eq!(blanks(Language::En, Level::Simple, *word), french, "{}", word.key());
    }
    assert!(!blanks(Language::Fr, Level::Clear, Word::OnlyIn).is_empty(), "or else that shows nothing");
}

#[test]
fn what_patients_are_told_rests_on_no_uncertain_source_alone() {
    let sure = |id: &String| library().sources[id].confidence != Confidence::Uncertain;
    let uses = library().catalogue.iter().map(|(id, entry)| (id, &entry.sources));
    for (id, sources) in uses.chain(library().reuses.iter().map(|(id, entry)| (id, &entry.sources))) {
        assert!(sources.iter().any(sure), "{id}");
    }
}

// What is found, planted one at a time.

#[test]
fn a_missing_word_is_found() {
    planted(
        "fr/words.toml",
        &line("fr/words.toml", "title = "),
        "",
        &["content/fr/words.toml: complete: \"title\" is missing; write it in this language"],
    );
    planted(
        "en/words.toml",
        &line("en/words.toml", "print = "),
        "print = \" \"",
        &[&format!(
            "content/en/words.toml:{}: complete: \"print\" is empty; write it in this language",
            line_of("en/words.toml", "print = ")
        )],
    );
}

#[test]
fn an_unknown_word_is_found() {
    planted(
        "en/words.toml",
        "\ntitle = ",
        "\ntitel = \"AI\"\ntitle = ",
        &["content/en/words.toml: reference: \"titel\" is not a word that the interface uses; delete it"],
    );
}

#[test]
fn a_problem_without_its_french_is_found() {
    planted(
        "fr/editor.toml",
        &line("fr/editor.toml", "no_stage = "),
        "",
        &["content/fr/editor.toml: complete: \"no_stage\" is missing; write it"],
    );
}

#[test]
fn french_that_belongs_to_no_problem_is_found() {
    planted(
        "fr/editor.toml",
        "\nno_stage = ",
        "\nno_stages = \"Cochez un moment.\"\nno_stage = ",
        &["content/fr/editor.toml: reference: \"no_stages\" is the French of nothing; delete it"],
    );
}

#[test]
fn french_that_does_not_say_what_was_found_is_found() {
    planted(
        "fr/editor.toml",
        "cette entrée. Trouvé\u{a0}: {found}.",
        "cette entrée.",
        &["content/fr/editor.toml: complete: \"not_in_catalogue\" does not say {found}; put it in"],
    );
}

#[test]
fn a_remark_without_its_french_and_french_without_a_remark_are_found() {
    planted(
        "fr/editor.toml",
        "\nshortened = ",
        "\nshorter = ",
        &[
            "content/fr/editor.toml: complete: \"shortened\" is missing; write it",
            "content/fr/editor.toml: reference: \"shorter\" is the French of nothing; delete it",
        ],
    );
}

#[test]
fn french_with_a_placeholder_that_its_problem_does_not_fill_is_found() {
    planted(
        "fr/editor.toml",
        "cette entrée. Trouvé\u{a0}: {found}.",
        "cette entrée. Trouvé\u{a0}: {expected}.",
        &[
            "content/fr/editor.toml: complete: \"not_in_catalogue\" does not say {found}; put it in",
            "content/fr/editor.toml: reference: \"not_in_catalogue\": nothing is put into {expected}; what is: found",
        ],
    );
}

/// Two hundred lines, one for each word of a file that was not there, hid the one that said so.
#[test]
fn a_file_of_words_that_is_missing_is_one_problem() {
    let found = problems_after(|files| drop(files.0.remove("en/words.toml")));
    assert_eq!(found, ["content/en/words.toml: complete: the file is missing; write it"]);
}

#[test]
fn a_file_that_is_missing_in_one_language_is_found() {
    let files = [
        "en/clear/catalogue/mammography.toml",
        "fr/clear/reuses/research.toml",
        "en/clear/rights/objection.toml",
        "fr/clear/understanding.toml",
        "sources.toml",
        "rights.toml",
    ];
    for file in files {
        let found = problems_after(|files| drop(files.0.remove(file).unwrap()));
        let expected = format!("content/{file}: complete: the file is missing; write it");
        assert!(found.contains(&expected), "{file}: {found:#?}");
        // What others refer to is missed by them too.
        let referred_to = ["sources.toml", "rights.toml"].contains(&file);
        assert!(referred_to || found.len() == 1, "{file}: {found:#?}");
    }
}

#[test]
fn a_missing_language_is_found_file_by_file() {
    // Without the words that the checker looks for, which Library::read does not read; names of the glossary count once.
    let not_read = ["en/style.toml", "en/hard-words.toml", "en/simple/words.toml"];
    let texts = |file: &&String| file.starts_with("en/") && !not_read.contains(&file.as_str());
    let count = content().0.keys().filter(texts).count();
    let found = problems_after(|files| files.0.retain(|file, _| !file.starts_with("en/")));
    assert!(
        found.iter().all(|line| line.starts_with("content/en/")
            && line.ends_with(": complete: the file is missing; write it"))
    );
    assert_eq!(found.len(), count);
}

#[test]
fn a_level_that_has_been_begun_is_asked_for_everywhere() {
    let without_simple = |files: &mut Files| files.0.retain(|file, _| !file.contains("/simple/"));
    let mut clear = content();
    without_simple(&mut clear);
    assert_eq!(Library::read(&clear).0.levels, [Level::Clear]);
    let file = "catalogue/mammography.toml";
    let begin = |files: &mut Files| {
        without_simple(files);
        let text = files.0[&format!("fr/clear/{file}")].clone();
        files.0.insert(format!("fr/simple/{file}"), text);
    };
    let mut files = content();
    begin(&mut files);
    assert_eq!(Library::read(&files).0.levels, Level::ALL);
    let found = problems_after(begin);
    assert!(found.contains(&format!("content/en/simple/{file}: complete: the file is missing; write it")));
    assert!(found.contains(
        &"content/fr/simple/rights/objection.toml: complete: the file is missing; write it".to_owned()
    ));
    assert!(!found.contains(&format!("content/fr/simple/{file}: complete: the file is missing; write it")));
}

#[test]
fn an_unknown_source_is_found() {
    for (file, from) in [
        ("catalogue/mammography.toml", "\"csp-l4001-3\""),
        ("reuses/research.toml", "\"lil-74\""),
        ("rights.toml", "\"csp-l1110-4\""),
        ("understanding.toml", "\"seed-s0\""),
        ("figures.toml", "\"seed-s3\""),
    ] {
        // A file with many facts says which one.
        let of = match file {
            "rights.toml" => "\"secrecy-team\": ",
            "understanding.toml" => "\"probable-answers\": ",
            "figures.toml" => "\"being-told\": ",
            _ => "",
        };
        let expected =
            format!("content/{file}: source: {of}\"loi-inconnue\" is not in sources.toml; add it there");
        planted(file, from, "\"loi-inconnue\"", &[&expected]);
    }
}

#[test]
fn an_entry_without_a_source_is_found() {
    let file = "catalogue/bed-planning.toml";
    planted(
        file,
        &line(file, "sources = "),
        "sources = []",
        &["content/catalogue/bed-planning.toml: source: no source; name where the facts come from"],
    );
}

#[test]
fn an_unknown_regime_stage_or_request_is_found() {
    let file = "catalogue/mammography.toml";
    planted(
        file,
        "regime = \"request\"",
        "regime = \"consent\"",
        &[
            "content/catalogue/mammography.toml: readable: expected a regime (inform, request, object, agree), found \"consent\"",
        ],
    );
    planted(
        file,
        "stages = [\"during\"]",
        "stages = [\"during\", \"later\"]",
        &["content/catalogue/mammography.toml: readable: expected a stage, found \"later\""],
    );
    planted(
        file,
        "\"talk\"",
        "\"veto\"",
        &["content/catalogue/mammography.toml: readable: expected a request, found \"veto\""],
    );
    planted(
        "reuses/research.toml",
        "regime = \"object\"",
        "regime = \"opt-out\"",
        &[
            "content/reuses/research.toml: readable: expected a regime (inform, request, object, agree), found \"opt-out\"",
        ],
    );
}

/// Only the catalogue was looked at, and there a question was enough in one language: an English reader was asked in
/// French, and a reuse without the texts of its question could be shown nowhere.
#[test]
fn a_question_without_texts_is_found_in_each_language() {
    planted(
        "en/clear/catalogue/consultation-notes.toml",
        "[questions.recording]",
        "[questions.voice]",
        &["content/en/clear/catalogue/consultation-notes.toml: complete: the question \"recording\" of \
         catalogue/consultation-notes.toml has no texts here; write them"],
    );
    planted(
        "fr/clear/reuses/research.toml",
        "[questions.reuse]",
        "[questions.again]",
        &[
            "content/fr/clear/reuses/research.toml: complete: the question \"reuse\" of reuses/research.toml has no texts here; write them",
        ],
    );
}

#[test]
fn a_question_has_a_name_that_registers_can_write() {
    let found = problems_after(|files| {
        let text = files.0.get_mut("reuses/research.toml").unwrap();
        *text = text.replace("\"reuse\"", "\"Re Use\"");
    });
    let expected = "expected a short name of a-z, 0-9 and - (at most 40 characters)";
    assert_eq!(found, [format!("content/reuses/research.toml:4: readable: {expected}")]);
}

/// A translator's empty pair of quotes was no text, so that the page showed another language, and nobody was told.
#[test]
fn an_empty_text_is_found() {
    let blank = |file: &str, key: &str, place: &str| {
        let number = line_of(file, &format!("{key} = \""));
        let expected =
            format!("content/{file}:{number}: complete: \"{place}\" is empty; write it in this language");
        planted(file, &line(file, &format!("{key} = \"")), &format!("{key} = \" \""), &[&expected]);
    };
    blank("en/clear/catalogue/mammography.toml", "cannot", "cannot");
    blank("fr/clear/reuses/research.toml", "text", "questions.reuse.text");
    blank("en/clear/rights/objection.toml", "title", "title");
    blank("en/clear/understanding.toml", "title", "what-it-can-bring.title");
}

#[test]
fn a_part_of_the_explanation_that_is_missing_in_one_language_is_found() {
    planted(
        "en/clear/understanding.toml",
        "[probable-answers]",
        "[likely-answers]",
        &[
            "content/en/clear/understanding.toml: complete: \"probable-answers\" is missing; write it in this language",
            "content/en/clear/understanding.toml: reference: \"likely-answers\" is not in understanding.toml; delete it, or \
             add it there",
        ],
    );
}

/// The line was counted up to the break before it: staff were sent to the line above.
#[test]
fn what_is_wrong_in_a_file_is_told_with_its_line() {
    let file = "en/clear/catalogue/mammography.toml";
    let number = line_of(file, "when = ");
    assert!(number > 2);
    let found = |from: &str, to: &str| {
        problems_after(|files| {
            let text = files.0.get_mut(file).unwrap();
            *text = text.replacen(from, to, 1);
        })
    };
    let unknown = found("\nwhen = ", "\nwehn = ");
    assert!(
        unknown[0].starts_with(&format!("content/{file}:{number}: readable: unknown field `wehn`")),
        "{unknown:#?}"
    );
    let broken = found("\nwhen = \"", "\nwhen = ");
    assert!(broken[0].starts_with(&format!("content/{file}:{number}: ")), "{broken:#?}");
    assert_eq!((unknown.len(), broken.len()), (1, 1));
}

#[test]
fn a_text_that_is_missing_in_a_file_is_found() {
    let file = "fr/clear/catalogue/mammography.toml";
    planted(
        file,
        &line(file, "less_sure = "),
        "",
        &["content/fr/clear/catalogue/mammography.toml:1: readable: missing field `less_sure`"],
    );
}

#[test]
fn a_confidence_or_a_group_that_does_not_exist_is_found() {
    let sources = problems_after(|files| {
        let text = files.0.get_mut("sources.toml").unwrap();
        *text = text.replacen("confidence = \"verified\"", "confidence = \"sure\"", 1);
    });
    let number = line_of("sources.toml", "confidence = \"verified\"");
    let expected = format!("content/sources.toml:{number}: readable: unknown variant `sure`");
    assert!(sources.iter().any(|line| line.starts_with(&expected)), "{sources:#?}");
    let rights = problems_after(|files| {
        let text = files.0.get_mut("rights.toml").unwrap();
        *text = text.replacen("group = \"care-team\"", "group = \"team\"", 1);
    });
    let expected = format!(
        "content/rights.toml:{}: readable: unknown variant `team`, expected one of `care-team`, `record`, `data-use`, \
         `decisions`, `health-space`, `people`, `complaint`, `later`",
        line_of("rights.toml", "group = \"care-team\"")
    );
    assert!(rights.contains(&expected), "{rights:#?}");
}

#[test]
fn without_any_file_every_problem_is_told_and_nothing_panics() {
    let (library, problems) = Library::read(&Files::default());
    let files: Vec<_> = problems.iter().map(|problem| problem.file.as_str()).collect();
    assert_eq!(
        files,
        [
            "ar/handout.toml",
            "ar/places.toml",
            "ar/words.toml",
            "en/handout.toml",
            "en/places.toml",
            "en/words.toml",
            "es/handout.toml",
            "es/places.toml",
            "es/words.toml",
            "explore.toml",
            "figures.toml",
            "former-words.toml",
            "fr/desk.toml",
            "fr/editor.toml",
            "fr/handout.toml",
            "fr/kiosk.toml",
            "fr/pictures.toml",
            "fr/places.toml",
            "fr/practice.toml",
            "fr/receiver.toml",
            "fr/words.toml",
            "glossary.toml",
            "letters.toml",
            "moments.toml",
            "pt/handout.toml",
            "pt/places.toml",
            "pt/words.toml",
            "quiz.toml",
            "rights.toml",
            "ro/handout.toml",
            "ro/places.toml",
            "ro/words.toml",
            "ru/handout.toml",
            "ru/places.toml",
            "ru/words.toml",
            "sources.toml",
            "tr/handout.toml",
            "tr/places.toml",
            "tr/words.toml",
            "understanding.toml",
            "worries.toml"
        ]
    );
    assert_eq!(library.words.len(), 0);
}

// What a language has to have that is on every sheet: its words, the titles, the questions.

#[test]
fn a_sheet_in_arabic_is_missing_nothing_that_only_a_hospital_can_write() {
    let words = &library().words[&Reading::clear(Language::Ar)];
    for word in [Word::NAMES_AND_DATES, Word::ON_SHEET].concat() {
        assert!(!words.get(word).is_empty(), "{}", word.key());
    }
    let arabic = |text: &Localised| {
        let shown = text.pick(Language::Ar, Level::Simple).unwrap();
        assert_eq!(shown.language, Language::Ar, "{text:?}");
        assert!(shown.text.chars().any(|letter| ('\u{600}'..'\u{700}').contains(&letter)), "{}", shown.text);
    };
    let uses = library()
        .catalogue
        .values()
        .map(|entry| (&entry.texts.title, &entry.questions, &entry.texts.questions));
    let reuses =
        library().reuses.values().map(|entry| (&entry.texts.title, &entry.questions, &entry.texts.questions));
    for (title, questions, texts) in uses.chain(reuses) {
        arabic(title);
        questions.iter().for_each(|question| arabic(&texts[question.as_str()].text));
    }
}

#[test]
fn a_word_that_a_translation_lacks_is_found() {
    planted(
        "ar/words.toml",
        "sheet_agreed",
        "sheet_yes",
        &[
            "content/ar/words.toml: complete: \"sheet_agreed\" is missing; write it in this language",
            "content/ar/words.toml: reference: \"sheet_yes\" is not a word that the interface uses; delete it",
        ],
    );
}

/// French and English have readers: there it would be wrong.
#[test]
fn a_translation_that_nobody_has_read_has_the_words_for_it() {
    let missing = "content/tr/words.toml: complete: \"unreviewed\" is missing; write it in this language";
    let other =
        "content/tr/words.toml: reference: \"reviewed\" is not a word that the interface uses; delete it";
    planted("tr/words.toml", "unreviewed", "reviewed", &[missing, other]);
}

// Letters and the words of the desk.

#[test]
fn a_letter_without_its_texts_or_with_a_list_that_nobody_fills_is_found() {
    // What it says in other languages is then about no letter, either.
    let said = ["ar", "en", "es", "pt", "ro", "ru", "tr"].map(|language| {
        format!(
            "content/{language}/letters.toml: reference: \"record\" is no French letter; delete it, or write it there"
        )
    });
    let mut expected = said.each_ref().map(String::as_str).to_vec();
    expected.extend([
        "content/fr/letters.toml: complete: \"record\" is missing; write the letter",
        "content/fr/letters.toml: reference: \"records\" is not in letters.toml; delete it, or add it there",
    ]);
    expected.sort_unstable();
    planted("fr/letters.toml", "[record]", "[records]", &expected);
    planted(
        "fr/letters.toml",
        "\n{list}\n",
        "\n(list)\n",
        &[
            "content/fr/letters.toml: complete: \"objection\": a letter that lists answers has a {list}, and no other has",
        ],
    );
    planted(
        "en/simple/letters.toml",
        "[access]",
        "[acces]",
        &[
            "content/en/simple/letters.toml: complete: \"access\" is missing; write it in this language",
            "content/en/simple/letters.toml: reference: \"acces\" is not in letters.toml; delete it, or add it there",
        ],
    );
    planted(
        "letters.toml",
        "\"gdpr-15\"",
        "\"gdpr-151\"",
        &["content/letters.toml: source: \"access\": \"gdpr-151\" is not in sources.toml; add it there"],
    );
}

#[test]
fn a_former_word_of_something_that_the_interface_does_not_say_is_found() {
    planted(
        "former-words.toml",
        "\"answer_leave\"",
        "\"answer_left\"",
        &[
            "content/former-words.toml: reference: \"answer_left\" is not a word that the interface uses; delete it",
        ],
    );
}

#[test]
fn a_word_of_the_desk_that_is_missing_or_used_nowhere_is_found() {
    planted(
        "fr/desk.toml",
        "read_code = ",
        "read_kode = ",
        &[
            "content/fr/desk.toml: complete: \"read_code\" is missing; write it",
            "content/fr/desk.toml: reference: \"read_kode\" is not a word that the desk uses; delete it",
        ],
    );
}

// Languages and levels.

#[test]
fn a_language_is_found_by_its_code_and_by_no_other() {
    for language in Language::ALL {
        assert_eq!(Language::from_code(language.code()), Some(language));
        assert_eq!(serde_json::to_value(language).unwrap(), language.code());
        assert!(content().0.contains_key(&format!("{}/words.toml", language.code())));
    }
    for code in ["", "FR", "Fr", "fr-FR", "fra", " fr", "français", "de"] {
        assert_eq!(Language::from_code(code), None, "{code:?}");
    }
}

#[test]
fn a_language_is_named_in_itself_so_that_those_who_need_it_find_it() {
    assert_eq!(
        Language::ALL.map(Language::own_name),
        ["Français", "English", "العربية", "Español", "Português", "Română", "Türkçe", "Русский"]
    );
    let to_the_left = Language::ALL.into_iter().filter(|one| one.direction() == Direction::Rtl);
    assert_eq!(to_the_left.collect::<Vec<_>>(), [Language::Ar]);
    assert_eq!((Direction::Ltr.attribute(), Direction::Rtl.attribute()), ("ltr", "rtl"));
}

#[test]
fn french_comes_first_as_the_law_asks() {
    assert_eq!((Language::ALL[0], Language::USUAL[0]), (Language::Fr, Language::Fr));
    assert!(Language::ALL.is_sorted() && Language::USUAL.is_sorted() && Level::ALL.is_sorted());
    assert!(Language::ON_EVERY_SHEET.contains(&Language::Fr), "the desk reads it");
    assert_eq!(Level::ALL.map(Level::code), ["clear", "simple"]);
}

// Words.

#[test]
fn the_blanks_of_a_word_are_filled() {
    let mut texts = vec![String::new(); Word::ALL.len()];
    texts[Word::SheetDate as usize] = "Le {day} {month}, {day}. {other}".to_owned();
    let words = Words::new(texts);
    let filled = words.fill(Word::SheetDate, &[("day", "3"), ("month", "mai")]);
    assert_eq!(filled, "Le 3 mai, 3. {other}");
    assert_eq!(words.get(Word::Title), "");
    assert_eq!(Words::none().fill(Word::SheetDate, &[("day", "3")]), "");
}

#[test]
fn each_word_has_a_key_of_its_own_and_its_place() {
    let keys: BTreeSet<_> = Word::ALL.iter().map(|word| word.key()).collect();
    assert_eq!(keys.len(), Word::ALL.len());
    for (place, word) in Word::ALL.iter().enumerate() {
        assert_eq!(*word as usize, place);
    }
}

// Dates.

fn date(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|| panic!("{text} is no date"))
}

#[test]
fn a_date_is_a_day_or_a_month_and_is_written_as_it_was_read() {
    assert_eq!(date("2026-11-22"), Date { year: 2026, month: 11, day: Some(22) });
    assert_eq!(date("2026-11"), Date { year: 2026, month: 11, day: None });
    for text in ["1900-01", "2999-12-31", "2024-02-29", "2000-02-29", "2026-04-30"] {
        assert_eq!(date(text).to_string(), text);
    }
}

/// "Checked: of October 2026" stood in Russian, whose months have another form beside a day.
#[test]
fn a_month_alone_is_written_as_each_language_writes_it() {
    let library = library();
    let of = |language: Language| library.words[&Reading::clear(language)].date(date("2026-10"));
    assert_eq!(of(Language::Fr), "octobre 2026");
    assert_eq!(of(Language::Es), "octubre de 2026");
    assert_eq!(of(Language::Pt), "outubro de 2026");
    assert_eq!(of(Language::Ru), "октябрь 2026");
    let beside_a_day = library.words[&Reading::clear(Language::Ru)].date(date("2026-10-30"));
    assert_eq!(beside_a_day, "30 октября 2026");
}

#[test]
fn what_is_not_in_the_calendar_is_no_date() {
    let refused = [
        "",
        "2026",
        "2026-",
        "2026-0",
        "2026-00",
        "2026-13",
        "2026-1",
        "26-11",
        "2026-11-",
        "2026-11-0",
        "2026-11-00",
        "2026-11-31",
        "2026-02-29",
        "2026-02-30",
        "1900-02-29",
        "2100-02-29",
        "1899-12",
        "3000-01",
        "2026-11-22-",
        "2026-11-22-01",
        "2026/11/22",
        "+026-11",
        "2026-+1",
        "２０２６-11",
        "2026-11-22 ",
        "-2026-11",
        "2026-1é",
    ];
    for text in refused {
        assert_eq!(Date::parse(text), None, "{text:?}");
    }
}

#[test]
fn a_day_is_counted_from_1970() {
    let counted = |days| Date::after_1970(days).map(|day| day.to_string());
    for (days, day) in [
        (0, "1970-01-01"),
        (30, "1970-01-31"),
        (31, "1970-02-01"),
        (789, "1972-02-29"),
        (11_016, "2000-02-29"),
        (20_779, "2026-11-22"),
        (376_199, "2999-12-31"),
    ] {
        assert_eq!(counted(days).as_deref(), Some(day), "{days}");
    }
    assert_eq!(counted(376_200), None);
    assert_eq!(counted(u64::MAX), None);
}

#[test]
fn a_review_is_overdue_from_the_day_after() {
    let overdue = |planned: &str, today: &str| date(planned).is_before(date(today));
    assert!(!overdue("2026-11-22", "2026-11-21"));
    assert!(!overdue("2026-11-22", "2026-11-22"));
    assert!(overdue("2026-11-22", "2026-11-23"));
    assert!(overdue("2026-11-22", "2027-01-01"));
}

#[test]
fn a_month_is_over_when_its_last_day_is() {
    let overdue = |planned: &str, today: &str| date(planned).is_before(date(today));
    assert!(!overdue("2026-11", "2026-11-30") && overdue("2026-11", "2026-12-01"));
    assert!(!overdue("2024-02", "2024-02-29") && overdue("2024-02", "2024-03-01"));
}

// ---- when the law is read again --------------------------------------------------------------------------

#[test]
fn a_source_is_due_on_its_day_and_after_it_and_the_longest_waiting_comes_first() {
    let mut sources = library().sources.clone();
    for (id, by) in [("gdpr-12", "2027-01-02"), ("csp-l4001-3", "2027-01-01"), ("ai-act-50", "2027-01-03")] {
        sources.get_mut(id).unwrap().read_again = Some(date(by));
    }
    let on = |day| -> Vec<&str> { due(&sources, date(day)).iter().map(|one| one.id.as_str()).collect() };
    assert_eq!(on("2026-12-31"), [""; 0]);
    assert_eq!(on("2027-01-01"), ["csp-l4001-3"]);
    assert_eq!(on("2027-01-02"), ["csp-l4001-3", "gdpr-12"]);
    assert_eq!(on("2027-01-04"), ["csp-l4001-3", "gdpr-12", "ai-act-50"]);
}

#[test]
fn every_law_is_to_be_read_again_within_a_year_of_its_reading() {
    for source in library().sources.values().filter(|source| source.is_law()) {
        let by = source.read_again.unwrap();
        let read = source.checked.unwrap_or(date("2026-11-28"));
        assert!(by <= Date { year: read.year + 1, ..read }, "{}: {by}", source.id);
    }
}

#[test]
fn the_law_was_last_read_on_the_latest_day_of_any_law() {
    let mut sources = library().sources.clone();
    let read = law_read(&sources);
    assert!(read.is_some());
    sources.get_mut("seed-s0").unwrap().checked = Some(date("2030-01-01"));
    assert_eq!(law_read(&sources), read, "a seed is no law");
    sources.get_mut("gdpr-12").unwrap().checked = Some(date("2029-01-01"));
    assert_eq!(law_read(&sources), Some(date("2029-01-01")));
    assert_eq!(law_read(&std::collections::BTreeMap::new()), None);
}

proptest! {
    #![proptest_config(support::cases(500))]

    #[test]
    fn any_text_that_is_a_date_is_written_as_it_was_read(text in "([0-9]{4}-[0-9]{2}(-[0-9]{2})?|.*)") {
        if let Some(date) = Date::parse(&text) {
            prop_assert_eq!(date.to_string(), text.clone());
            prop_assert_eq!(serde_json::from_value::<Date>(json!(text)).unwrap(), date);
        } else {
            prop_assert!(serde_json::from_value::<Date>(json!(text)).is_err());
        }
    }

}

proptest! {
    #![proptest_config(support::cases(25))] // Each case reads all the content.

    #[test]
    fn any_file_in_place_of_any_other_is_read_without_a_panic(
        place in any::<proptest::sample::Index>(),
        text in prop_oneof![".*", "[a-z]{0,8} = (\"|\\[|\\{|3|true|\"\\\\u00)?[a-z\n]{0,9}"],
    ) {
        let mut files = content();
        let names: Vec<_> = files.0.keys().cloned().collect();
        files.0.insert(place.get::<String>(&names).clone(), text);
        let (_, problems) = Library::read(&files);
        prop_assert!(problems.iter().all(|problem| problem.line != Some(0)));
    }
}

#[test]
fn the_names_of_the_catalogue_are_names_that_registers_can_write() {
    for name in library().catalogue.keys().chain(library().reuses.keys()) {
        assert!(Id::parse(name).is_some(), "{name}");
    }
}
