//! How texts are written: the repository's own break no rule, and one error planted against each rule is reported with
//! its file, its line, its rule and what to write instead.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used)]

use crate::support;

use eclaire::content::{
    Files, Glossary, Language, Level, Readability, Rule, check, check_in, paragraphs, sentences, trend,
};
use proptest::prelude::*;
use std::sync::OnceLock;
use support::{content, library};

/// The repository's files, read once.
fn files() -> &'static Files {
    static FILES: OnceLock<Files> = OnceLock::new();
    FILES.get_or_init(content)
}

/// What is found after a change that nothing was wrong with before.
fn found_after(change: impl FnOnce(&mut Files)) -> Vec<String> {
    let mut files = files().clone();
    change(&mut files);
    // How the translations are written is not what changes here: they would be read each time.
    check_in(&files, &Language::USUAL).1.iter().map(ToString::to_string).collect()
}

/// What is found when a key of a file has another text.
fn found_with(file: &str, key: &str, text: &str) -> Vec<String> {
    found_after(|files| {
        write(files, file, key, text);
    })
}

/// Writes another text in place of what a key has; gives the line.
#[track_caller]
fn write(files: &mut Files, file: &str, key: &str, text: &str) -> usize {
    let content = files.0.get_mut(file).unwrap_or_else(|| panic!("no {file}"));
    let mut lines: Vec<String> = content.lines().map(str::to_owned).collect();
    let begins = format!("{key} = ");
    let at = lines.iter().position(|line| line.starts_with(&begins)).unwrap_or_else(|| panic!("no {key}"));
    // A text of several lines ends with its closing marks.
    let many = lines[at].matches("\"\"\"").count() == 1;
    let end = if many {
        at + lines[at + 1..].iter().position(|one| one.contains("\"\"\"")).unwrap() + 1
    } else {
        at
    };
    lines.splice(at..=end, [format!("{key} = \"{text}\"")]);
    *content = lines.join("\n");
    at + 1
}

/// Writing this text there is reported once, with the line, the rule and these words.
#[track_caller]
fn planted(file: &str, key: &str, text: &str, rule: Rule, says: &str) {
    let mut line = 0;
    let found = found_after(|files| line = write(files, file, key, text));
    let begin = format!("content/{file}:{line}: {}: \"{key}\": ", rule.name());
    let of_this: Vec<_> = found.iter().filter(|one| one.starts_with(&begin)).collect();
    assert_eq!(of_this.len(), 1, "{begin} in {found:#?}");
    assert!(of_this[0].contains(says), "{of_this:#?} does not say {says}");
}

#[test]
fn the_texts_of_the_repository_break_no_rule() {
    let (_, problems) = check(files());
    for problem in &problems {
        println!("{problem}");
    }
    assert!(problems.is_empty(), "{} findings", problems.len());
}

/// Every rule has a test here or in `content.rs` that plants an error against it: this is the list.
#[test]
fn every_rule_is_planted_somewhere() {
    let tests = ["pages/style.rs", "core/content.rs"].map(|name| support::repository("tests").join(name));
    let tests = tests.map(|path| std::fs::read_to_string(path).unwrap()).concat();
    for rule in Rule::ALL {
        let named = [format!("Rule::{rule:?}"), format!(": {}: ", rule.name())];
        assert!(named.iter().any(|one| tests.contains(one.as_str())), "{}", rule.name());
    }
}

// ---- lengths ---------------------------------------------------------------------------------------------

const TWENTY: &str = "Un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept \
                      dix-huit dix-neuf vingt.";

#[test]
fn a_sentence_of_more_than_twenty_words_is_found_and_one_of_twenty_is_not() {
    let file = "fr/clear/catalogue/mammography.toml";
    let long = TWENTY.replace("vingt.", "vingt vingt-et-un.");
    planted(
        file,
        "cannot",
        &long,
        Rule::SentenceLength,
        "21 words in a sentence, at most 20; make two of \"Un deux",
    );
    assert_eq!(found_with(file, "cannot", TWENTY), [""; 0]);
}

#[test]
fn a_sentence_of_more_than_twelve_words_is_found_at_the_simple_level() {
    let long = "One two three four five six seven eight nine ten eleven twelve thirteen.";
    let file = "en/simple/catalogue/mammography.toml";
    planted(file, "cannot", long, Rule::SentenceLength, "13 words in a sentence, at most 12");
    let fits = long.replace(" thirteen", "");
    assert_eq!(found_with(file, "cannot", &fits), [""; 0]);
}

/// The words of the page serve both levels: one that is too long for the simple level needs another there.
#[test]
fn a_word_of_the_page_that_is_too_long_for_the_simple_level_is_found() {
    let simple = "fr/simple/words.toml";
    let found = found_after(|files| {
        let text = files.0.get_mut(simple).unwrap();
        *text = text.lines().filter(|line| !line.starts_with("care_lead")).collect::<Vec<_>>().join("\n");
    });
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(
        found[0].starts_with("content/fr/words.toml:")
            && found[0].ends_with(&format!("write it anew in {simple}"))
    );
}

#[test]
fn four_sentences_in_a_paragraph_are_found_and_in_two_paragraphs_they_are_not() {
    let file = "fr/clear/rights/objection.toml";
    let four = "Un mot. Deux mots. Trois mots. Quatre mots.";
    planted(
        file,
        "what",
        four,
        Rule::ParagraphLength,
        "4 sentences in a paragraph; at most 3, or begin another",
    );
    let two = four.replace(". Trois", ".\\n\\nTrois");
    assert_eq!(found_with(file, "what", &two), [""; 0]);
}

#[test]
fn a_long_title_and_a_first_line_of_two_sentences_are_found() {
    let file = "en/clear/catalogue/mammography.toml";
    planted(
        file,
        "title",
        "A title of nine words is far too long",
        Rule::Short,
        "9 words in a title, at most 8",
    );
    planted(file, "one_line", "One sentence. Another one.", Rule::Short, "2 sentences; say it in one");
}

// ---- phrases ---------------------------------------------------------------------------------------------

/// What the law page (section 8) and the patient rules (1 to 18, 24) forbid, each in a sentence as somebody might write it.
#[test]
fn every_unsafe_sentence_is_found() {
    let french = [
        "Une personne sur 10 est concernée.",
        "Le risque est 3 fois plus grand.",
        "Le logiciel réussit dans 98 % des cas.",
        "C’est vrai à quatre-vingts pour cent.",
        "Cet outil est fiable à toute heure.",
        "Le logiciel est sans biais.",
        "Le logiciel est objectif.",
        "Vos données sont anonymes.",
        "Vous pouvez refuser l’IA.",
        "Votre consentement est obligatoire.",
        "La CNIL exige votre accord.",
        "Ceci est un texte en FALC.",
        "La garantie humaine est assurée.",
        "Un humain vérifie toujours.",
        "Le résultat est toujours vérifié.",
        "La loi garantit une explication.",
        "Vous pouvez faire effacer votre dossier.",
        "Votre refus est enregistré.",
        "L’IA Act vous protège déjà.",
        "L’IA est utilisée pour la radio.",
        "Vous devez répondre.",
        "Nous vous recommandons de dire oui.",
        "Cela aide la recherche.",
        "Vous pouvez tout accepter.",
        "Ne vous inquiétez pas.",
        "Bien sûr, le médecin regarde.",
        "C’est une révolution.",
        "Il voit mieux que les médecins.",
        "Cela prend environ une heure.",
        "Ce site utilise un cookie.",
        "C’est très simple !",
        "Une arme dans la guerre contre le cancer.",
        "Vous pouvez toujours refuser un examen.",
        "Cette alerte peut vous réveiller pour rien.",
        "Une alerte peut sonner la nuit et vous inquiéter pour rien.",
    ];
    let english = [
        "One in 10 people is concerned.",
        "The risk is 3 times more.",
        "It works in 98% of cases.",
        "The software has an accuracy of 98.",
        "The software is unbiased.",
        "The tool is objective.",
        "Your data are anonymous.",
        "You can refuse AI.",
        "Consent is mandatory.",
        "The CNIL requires your agreement.",
        "This is an easy-read text.",
        "A human always checks.",
        "The law guarantees an explanation.",
        "You can erase your record.",
        "Your refusal is recorded.",
        "The AI Act protects you.",
        "AI is used for the scan.",
        "You must answer.",
        "You should accept this.",
        "We recommend a yes.",
        "This will save lives.",
        "Do not worry about it.",
        "Of course the doctor looks.",
        "It is smarter than before.",
        "It is better than doctors.",
        "It takes approximately an hour.",
        "This site sets a cookie.",
        "It is very simple!",
        "The fight against cancer.",
        "You can always refuse a test.",
        "This alert can wake you for nothing.",
        "An alarm may ring at night and worry you for nothing.",
    ];
    unsafe_sentences_are_found("fr", &french);
    unsafe_sentences_are_found("en", &english);
}

/// Each sentence in a use of its own, so that one look finds them all.
fn unsafe_sentences_are_found(language: &str, texts: &[&str]) {
    let uses: Vec<_> =
        library().catalogue.keys().map(|id| format!("{language}/clear/catalogue/{id}.toml")).collect();
    assert!(uses.len() >= texts.len());
    let mut lines = Vec::new();
    let found = found_after(|files| {
        for (file, text) in uses.iter().zip(texts) {
            lines.push(write(files, file, "less_sure", text));
        }
    });
    for ((file, text), line) in uses.iter().zip(texts).zip(lines) {
        let begin = format!("content/{file}:{line}: {}: \"less_sure\": found ", Rule::Banned.name());
        assert!(
            found.iter().any(|one| one.starts_with(&begin) && one.contains("; write ")),
            "{text}: {found:#?}"
        );
    }
}

/// A universal refusal is false: psychiatry, emergencies, children, adults who cannot consent (L1111-4, L3212-1, R4127-42).
#[test]
fn every_kin_of_always_refusing_is_found_and_saying_that_one_cannot_is_not() {
    let french = [
        "Demandez un autre avis, et toujours refuser un soin.",
        "Vous avez toujours le droit de refuser.",
        "Vous pouvez refuser tout soin.",
        "Vous pouvez refuser ce suivi, comme tout soin.",
        "Un examen peut toujours être refusé.",
    ];
    let english = [
        "Ask for another opinion, and always refuse care.",
        "You always have the right to refuse.",
        "You can refuse any treatment.",
        "You can refuse this follow-up, like any care.",
        "A test can always be refused.",
    ];
    unsafe_sentences_are_found("fr", &french);
    unsafe_sentences_are_found("en", &english);
    let fine = "fr/clear/catalogue/mammography.toml";
    assert_eq!(found_with(fine, "less_sure", "On ne peut pas toujours refuser un soin."), [""; 0]);
    let fine = "en/clear/catalogue/mammography.toml";
    assert_eq!(found_with(fine, "less_sure", "A person cannot always refuse care."), [""; 0]);
}

/// An alarm told as for nothing teaches people to dismiss the next one, which may be true.
#[test]
fn an_alarm_told_as_for_nothing_is_found_where_false_alarms_are_told() {
    let french = "fr/simple/catalogue/diabetes-telemonitoring.toml";
    for text in ["L’alerte peut vous inquiéter pour rien.", "Une visite inutile peut suivre."] {
        planted(french, "false_alarm", text, Rule::Banned, "une alerte peut être vraie");
    }
    let english = "en/simple/catalogue/diabetes-telemonitoring.toml";
    for text in ["The alert can worry you for nothing.", "A needless visit may follow."] {
        planted(english, "false_alarm", text, Rule::Banned, "an alert may be true");
    }
}

#[test]
fn letters_and_spaces_that_are_not_printed_so_are_found() {
    let french = [
        "Voici : un mot.",
        "Quand?",
        "Dit «un\u{a0}mot\u{a0}».",
        "L'outil lit.",
        "Deux  espaces.",
        "Attendez...",
    ];
    for text in french {
        planted("fr/clear/rights/objection.toml", "limits", text, Rule::Typography, "; write ");
    }
    for text in ["It's a word.", "Here : a word.", "Two  spaces.", "Wait..."] {
        planted("en/clear/rights/objection.toml", "limits", text, Rule::Typography, "; write ");
    }
}

#[test]
fn a_hard_word_that_the_glossary_does_not_explain_is_found() {
    let says = "is not explained; write a plain word, or add it";
    planted(
        "fr/clear/catalogue/ecg-reading.toml",
        "cannot",
        "Il ne voit pas la sialographie.",
        Rule::Unexplained,
        says,
    );
    planted(
        "fr/simple/catalogue/ecg-reading.toml",
        "cannot",
        "Il ne lit pas le QZR.",
        Rule::Unexplained,
        says,
    );
    planted(
        "en/clear/catalogue/ecg-reading.toml",
        "cannot",
        "It does not see a sialography.",
        Rule::Unexplained,
        says,
    );
}

// ---- who acts, what stands beside each other -------------------------------------------------------------

#[test]
fn a_use_that_does_not_say_what_the_software_or_a_human_does_is_found() {
    let file = "fr/clear/catalogue/mammography.toml";
    planted(file, "software_does", "Cela compare deux examens.", Rule::Actors, "does not name the software");
    planted(
        file,
        "software_does",
        "Le logiciel est moderne.",
        Rule::Actors,
        "does not say what the software does",
    );
    planted(file, "human_does", "Quelqu’un décide.", Rule::Actors, "does not name a professional");
    planted(
        file,
        "human_does",
        "Le radiologue est responsable.",
        Rule::Actors,
        "does not say what a professional does",
    );
}

#[test]
fn a_no_that_is_told_in_less_detail_than_a_yes_is_found() {
    let file = "en/simple/catalogue/consultation-notes.toml";
    let mut line = 0;
    let found = found_after(|files| line = write(files, file, "if_no", "Nothing is recorded."));
    let expected = format!(
        "content/{file}:{line}: {}: \"questions.recording.if_no\": 3 words, and ",
        Rule::Pairs.name()
    );
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].starts_with(&expected) && found[0].ends_with("tell both in equal detail"), "{found:#?}");
}

#[test]
fn labels_of_unequal_length_are_found() {
    planted(
        "fr/words.toml",
        "answer_refuse",
        "Je refuse que cela se fasse",
        Rule::Pairs,
        "make them equally long",
    );
}

// ---- dangerous signs -------------------------------------------------------------------------------------

const NET: &str = "content/catalogue/mammography.toml: safety-net: ";

/// What is found when the entry of the mammography declares another net, in its own file.
fn found_with_net(net: &str) -> Vec<String> {
    found_after(|files| declare(files, "catalogue/mammography.toml", net))
}

/// Writes another table `[net]` at the end of a file; without text, none.
fn declare(files: &mut Files, file: &str, net: &str) {
    let content = files.0.get_mut(file).unwrap();
    let before = content.find("\n[net]\n").unwrap_or(content.len());
    content.truncate(before);
    if !net.is_empty() {
        content.push_str(&format!("\n[net]\n{net}\n"));
    }
}

#[test]
fn a_use_that_says_nothing_about_dangerous_signs_is_found() {
    let expected = format!(
        "{NET}does not say which sign is a reason to ask for help; add [net] with call, see, or none and why"
    );
    assert!(found_with_net("").contains(&expected));
    let expected = format!("{NET}[net] says nothing; add call, see, or none and why");
    assert!(found_with_net("sources = [\"breast-signs\"]").contains(&expected));
}

#[test]
fn none_needed_has_a_reason_for_staff_and_stands_alone() {
    let none = |why: &str| format!("none = \"{why}\"");
    assert!(found_with_net(&none(" ")).contains(&format!("{NET}says none without a reason; tell staff why")));
    let both = format!("{}\nsee = true\nsources = [\"breast-signs\"]", none("Works behind the scenes."));
    assert_eq!(found_with_net(&both), [format!("{NET}says none, and also a sign; keep one")]);
}

#[test]
fn a_number_that_is_not_on_the_list_is_found_in_an_entry() {
    for (name, number) in [("18", "18"), ("116117", "116117"), ("samu", "samu")] {
        let found = found_with_net(&format!("call = [\"{name}\"]\nsee = true\nsources = [\"breast-signs\"]"));
        let expected = format!(
            "{NET}\"{number}\" is nobody to call; expected here, team, or a number of the list: 15, 112, 114, 3114"
        );
        assert_eq!(found, [expected]);
    }
}

/// Who cannot hear or speak would be left with nobody to call.
#[test]
fn an_entry_that_names_some_emergency_numbers_names_all() {
    for some in ["\"15\"", "\"15\", \"112\"", "\"114\", \"team\""] {
        let found = found_with_net(&format!("call = [{some}]\nsee = true\nsources = [\"breast-signs\"]"));
        let expected =
            format!("{NET}names some of 15, 112, 114; name all, so that everybody can call somebody");
        assert!(found.contains(&expected), "{some}: {found:#?}");
    }
}

#[test]
fn a_sign_without_a_source_or_with_one_that_nobody_knows_is_found() {
    let expected = format!("{NET}names a sign without a source; add sources to [net]");
    assert_eq!(found_with_net("see = true"), [expected]);
    let expected = format!("{NET}\"hearsay\" is not in sources.toml; add it there");
    assert_eq!(found_with_net("see = true\nsources = [\"hearsay\"]"), [expected]);
}

#[test]
fn a_number_of_the_list_has_a_source_of_which_we_are_sure() {
    for (number, source) in [("15", "service-public-f33954"), ("114", "urgence-114"), ("3114", "numero-3114")]
    {
        let found = found_after(|files| {
            let sources = files.0.get_mut("sources.toml").unwrap();
            *sources = sources.replacen(&format!("id = \"{source}\""), "id = \"another\"", 1);
        });
        let expected =
            format!("content/sources.toml: safety-net: no sure source \"{source}\" for the number {number}");
        assert!(found.contains(&expected), "{found:#?}");
    }
}

#[test]
fn a_sign_is_told_in_every_language_at_every_level_and_only_where_it_is_declared() {
    let file = "en/simple/catalogue/mammography.toml";
    let missing = found_after(|files| declare(files, file, ""));
    assert_eq!(
        missing,
        [format!("content/{file}: safety-net: \"net.see\" is missing; say which sign it is")]
    );
    let file = "fr/clear/catalogue/activity-coding.toml";
    let superfluous = found_after(|files| declare(files, file, "call = \"Un signe.\""));
    let expected = format!(
        "content/{file}: safety-net: \"net.call\" is not declared in catalogue/activity-coding.toml; delete it, or add it there"
    );
    assert_eq!(superfluous, [expected]);
}

#[test]
fn a_number_to_call_that_is_not_on_the_list_is_found_in_any_text() {
    let says =
        |number: &str| format!("\"{number}\" is not a number of the list (15, 112, 114, 3114); write one");
    let french = "fr/clear/catalogue/mood-signs.toml";
    planted(french, "cannot", "En cas d’urgence, appelez le 18.", Rule::SafetyNet, &says("18"));
    planted(french, "team", "Vous pouvez joindre le 116\u{a0}117.", Rule::SafetyNet, &says("116117"));
    let english = "en/simple/rights/objection.toml";
    planted(english, "limits", "In an emergency, call 999.", Rule::SafetyNet, &says("999"));
    // A number of the list, somebody's own telephone, and numbers that nobody is told to call.
    for fine in [
        "Appelez le 15 ou le 112.",
        "Vous pouvez appeler le 01\u{a0}53\u{a0}73\u{a0}22\u{a0}22.",
        "Les moins de 18 ans, sous 48 heures.",
    ] {
        assert_eq!(found_with(french, "cannot", fine), [""; 0]);
    }
}

/// The numbers are drawn beside the sign, in the same words on every card.
#[test]
fn a_sign_names_no_number_itself() {
    let file = "fr/clear/catalogue/chemo-telemonitoring.toml";
    let mut line = 0;
    let found =
        found_after(|files| line = write(files, file, "call", "Fièvre pendant une chimiothérapie : le 15."));
    let expected = format!(
        "content/{file}:{line}: safety-net: \"net.call\": says 15; name the sign only, the numbers are drawn beside it"
    );
    assert!(found.contains(&expected), "{found:#?}");
}

#[test]
fn a_reuse_of_data_has_no_sign_to_declare() {
    let found = found_after(|files| declare(files, "reuses/research.toml", "see = true"));
    assert_eq!(found, ["content/reuses/research.toml: reference: a reuse of data has no [net]; delete it"]);
}

// ---- sources, exceptions, references ---------------------------------------------------------------------

#[test]
fn a_use_that_rests_on_an_uncertain_source_alone_is_found() {
    let found = found_after(|files| {
        let sources = files.0.get_mut("sources.toml").unwrap();
        sources.push_str(
            "\n[[sources]]\nid = \"a-rumour\"\ntitle = \"x\"\nreference = \"x\"\nkind = \"law\"\nconfidence = \"uncertain\"\nread_again = \"2027-11-28\"\n",
        );
        write_raw(files, "catalogue/bed-planning.toml", "sources", "[\"a-rumour\"]");
    });
    let expected = "content/catalogue/bed-planning.toml: source: only uncertain sources; find a sure one, or leave the fact out";
    assert_eq!(found, [expected]);
}

#[test]
fn a_source_that_is_verified_but_nobody_knows_when_is_found() {
    let found = found_after(|files| {
        let sources = files.0.get_mut("sources.toml").unwrap();
        let at = sources.find("id = \"csp-l4001-3\"").unwrap();
        let checked = at + sources[at..].find("checked = ").unwrap();
        sources.replace_range(checked..checked + "checked = \"2026-11-22\"".len(), "");
    });
    let expected =
        "content/sources.toml: source: \"csp-l4001-3\" is verified, but nobody said when; add checked";
    assert_eq!(found, [expected]);
}

#[test]
fn a_law_without_a_day_by_which_to_read_it_again_is_found() {
    let found = found_after(|files| {
        let sources = files.0.get_mut("sources.toml").unwrap();
        let at = sources.find("id = \"csp-l4001-3\"").unwrap();
        let again = at + sources[at..].find("read_again = ").unwrap();
        let end = again + sources[again..].find('\n').unwrap() + 1;
        sources.replace_range(again..end, "");
    });
    let expected = "content/sources.toml: source: \"csp-l4001-3\" is law, and law changes; say by which day to read_again";
    assert_eq!(found, [expected]);
}

fn write_raw(files: &mut Files, file: &str, key: &str, value: &str) {
    let content = files.0.get_mut(file).unwrap();
    let from = content.find(&format!("{key} = ")).unwrap();
    let to = from + content[from..].find('\n').unwrap_or(content.len() - from);
    content.replace_range(from..to, &format!("{key} = {value}"));
}

/// A long sentence may be allowed, with a reason; an exception that nothing needs, or without a reason, is an error.
#[test]
fn an_exception_is_named_has_a_reason_and_is_needed() {
    let file = "fr/clear/rights/objection.toml";
    let exception = |why: &str| {
        format!(
            "\n[[allowed]]\nfile = \"{file}\"\nkey = \"limits\"\nrule = \"sentence-length\"\nwhy = \"{why}\"\n"
        )
    };
    let allow =
        |files: &mut Files, why: &str| files.0.get_mut("fr/style.toml").unwrap().push_str(&exception(why));
    let long = TWENTY.replace("vingt.", "vingt vingt-et-un.");
    let needed = found_after(|files| {
        write(files, file, "limits", &long);
        allow(files, "the words of the law");
    });
    assert_eq!(needed, [""; 0]);
    let without_reason = found_after(|files| {
        write(files, file, "limits", &long);
        allow(files, " ");
    });
    let what =
        format!("content/fr/style.toml: reference: the exception for {file} \"limits\" (sentence-length)");
    let blank = without_reason.iter().any(|one| one == &format!("{what} has no reason; give one"));
    assert!(blank, "{without_reason:#?}");
    let in_vain = found_after(|files| allow(files, "no reason any more"));
    assert_eq!(in_vain, [format!("{what} is not needed; delete it")]);
}

#[test]
fn a_pattern_that_cannot_be_read_is_found() {
    let found = found_after(|files| {
        let style = files.0.get_mut("en/style.toml").unwrap();
        style.push_str("\n[[banned]]\npattern = '('\ninstead = \"x\"\n");
    });
    assert!(
        found.len() == 1 && found[0].starts_with("content/en/style.toml: readable: \"(\": "),
        "{found:#?}"
    );
}

#[test]
fn what_nothing_names_and_what_stands_twice_is_found() {
    let text = files().0["fr/clear/catalogue/mammography.toml"].clone();
    let orphan =
        found_after(|files| drop(files.0.insert("fr/clear/catalogue/forgotten.toml".to_owned(), text)));
    assert!(
        orphan.contains(
            &"content/fr/clear/catalogue/forgotten.toml: reference: nothing names this text; delete it, or add its facts"
                .to_owned()
        ),
        "{orphan:#?}"
    );
    for file in ["sources.toml", "rights.toml", "understanding.toml", "glossary.toml", "quiz.toml"] {
        let twice = found_after(|files| {
            let content = files.0.get_mut(file).unwrap();
            let begin = content.find("[[").unwrap();
            let end = begin + 2 + content[begin + 2..].find("\n[[").unwrap();
            let first = content[begin..end].to_owned();
            content.push_str(&format!("\n{first}\n"));
        });
        assert!(
            twice.iter().any(|one| one.starts_with(&format!("content/{file}: reference: "))
                && one.ends_with("stands here twice; delete one")),
            "{file}: {twice:#?}"
        );
    }
}

#[test]
fn a_quiz_without_one_right_answer_or_without_a_lesson_is_found() {
    let two = found_after(|files| {
        let quiz = files.0.get_mut("quiz.toml").unwrap();
        *quiz = quiz.replacen("right = false", "right = true", 1);
    });
    assert!(two.len() == 1 && two[0].ends_with("has not exactly one right answer; mark one"), "{two:#?}");
    let untaught = found_after(|files| write_raw(files, "quiz.toml", "teaches", "\"part/nowhere\""));
    assert!(
        untaught.len() == 1
            && untaught[0].ends_with("no text \"part/nowhere\" teaches it; name one that does")
    );
}

#[test]
fn a_figure_whose_sentence_lacks_a_number_is_found() {
    let found = found_with("en/clear/figures.toml", "being-told", "Many want to be told.");
    assert!(found.iter().any(|one| one.contains("\"being-told\" has no blank {")), "{found:#?}");
}

#[test]
fn a_form_of_two_terms_and_a_term_of_no_text_are_found() {
    let found = found_after(|files| {
        let names = files.0.get_mut("fr/glossary.toml").unwrap();
        *names = names.replacen("forms = [", "forms = [\"algorithme\", ", 1);
    });
    assert!(found.iter().any(|one| one.contains("\"algorithme\" leads to ")), "{found:#?}");
    let found = found_after(|files| {
        files.0.get_mut("glossary.toml").unwrap().push_str("\n[[terms]]\nid = \"unicorn\"\nsources = []\n");
        for language in ["fr", "en"] {
            let names = files.0.get_mut(&format!("{language}/glossary.toml")).unwrap();
            names.push_str(
                "\n[[terms]]\nid = \"unicorn\"\nplain = \"x\"\nterm = \"x\"\nforms = [\"xyzzy\"]\n",
            );
            for level in ["clear", "simple"] {
                files
                    .0
                    .get_mut(&format!("{language}/{level}/glossary.toml"))
                    .unwrap()
                    .push_str("\nunicorn = \"X.\"\n");
            }
        }
    });
    let expected =
        "\"unicorn\" stands in no text; delete it, or say heard = true if patients hear it at the hospital";
    assert_eq!(found.iter().filter(|one| one.ends_with(expected)).count(), 2, "{found:#?}");
}

// ---- the glossary in texts -------------------------------------------------------------------------------

fn words_found(language: Language, text: &str) -> Vec<String> {
    let glossary: &Glossary = &library().glossary;
    glossary.mentions(language, text).into_iter().map(|one| text[one.at].to_owned()).collect()
}

#[test]
fn a_word_is_found_whole_in_any_case_and_once_at_each_place() {
    let text = "La Mammographie, une mammographie ; l’algorithme, les algorithmes, médiathèque.";
    assert_eq!(
        words_found(Language::Fr, text),
        ["Mammographie", "mammographie", "algorithme", "algorithmes"]
    );
}

/// "ia" ends "média", and "IA" is a term.
#[test]
fn an_abbreviation_is_found_in_capitals_only() {
    assert_eq!(words_found(Language::Fr, "L’IA et les médias, ia."), ["IA"]);
}

#[test]
fn the_longest_form_wins() {
    assert_eq!(words_found(Language::Fr, "Une IA générative répond."), ["IA générative"]);
}

proptest! {
    #![proptest_config(support::cases(500))]

    #[test]
    fn mentions_stand_in_any_text_in_order_and_apart(text in "([a-zéàÀİßœ’ .-]|IA|mammographie|algorithme|dossier médical){0,30}") {
        for language in Language::USUAL {
            let mut end = 0;
            for one in library().glossary.mentions(language, &text) {
                prop_assert!(one.at.start >= end && one.at.end <= text.len());
                prop_assert!(text.is_char_boundary(one.at.start) && text.is_char_boundary(one.at.end));
                end = one.at.end;
            }
        }
    }

    #[test]
    fn sentences_lose_nothing_but_spaces(text in ".{0,80}") {
        let joined: String = paragraphs(&text).flat_map(sentences).collect();
        let letters = |text: &str| text.chars().filter(|one| !one.is_whitespace()).collect::<String>();
        prop_assert_eq!(letters(&joined), letters(&text));
    }
}

// ---- sentences and readability ---------------------------------------------------------------------------

#[test]
fn a_sentence_ends_at_its_mark_and_not_in_an_article_of_law() {
    assert_eq!(sentences("Un mot. Deux mots ? Trois."), ["Un mot.", "Deux mots ?", "Trois."]);
    assert_eq!(sentences("Voir l’art. L1111-7 du code. Fin"), ["Voir l’art. L1111-7 du code.", "Fin"]);
    assert_eq!(
        sentences("Il dit «\u{a0}oui.\u{a0}» Puis il part."),
        ["Il dit «\u{a0}oui.\u{a0}»", "Puis il part."]
    );
    assert_eq!(sentences("Sur health-data-hub.fr, lisez."), ["Sur health-data-hub.fr, lisez."]);
    assert_eq!(sentences(" "), [""; 0]);
}

#[test]
fn readability_counts_words_sentences_and_spoken_syllables() {
    let french = Readability::of(Language::Fr, "Le médecin regarde la radio. Il décide.");
    assert_eq!((french.words, french.sentences), (7, 2));
    assert_eq!(french.syllables, 1 + 3 + 2 + 1 + 2 + 1 + 2);
    assert_eq!(Readability::default().score(Language::Fr), None);
    let hard = "La télésurveillance postopératoire nécessite une interprétation pluridisciplinaire.";
    let score = |text| Readability::of(Language::Fr, text).score(Language::Fr).unwrap();
    assert!(score("Le chat dort. Il a faim.") > 100.0 && score(hard) < 0.0);
}

/// The trend is shown for every language and level: it is how an editor sees a text getting harder.
#[test]
fn the_trend_has_every_language_level_and_section() {
    let table = trend(files());
    for language in Language::USUAL {
        for level in Level::ALL {
            for section in
                ["(all)", "catalogue", "rights", "reuses", "understanding", "glossary", "quiz", "figures"]
            {
                let begin = format!("{:8} {:6} {section:14}", language.code(), level.code());
                assert!(table.lines().any(|line| line.starts_with(&begin)), "{begin}");
            }
        }
    }
}

// ---- translations ----------------------------------------------------------------------------------------

/// A number, a place to fill, a paragraph: whatever the French says, in each language.
#[test]
fn a_translation_with_another_number_or_another_paragraph_than_the_french_is_found() {
    let found = |file: &str, from: &str, to: &str| -> Vec<String> {
        let mut files = files().clone();
        let content = files.0.get_mut(file).unwrap();
        assert!(content.contains(from), "{file} has no {from}");
        *content = content.replacen(from, to, 1);
        let (_, problems) = check_in(&files, &[Language::Es]);
        problems.iter().map(ToString::to_string).filter(|one| one.contains(Rule::Facts.name())).collect()
    };
    let says = |found: Vec<String>, wanted: &str| {
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(found[0].contains(wanted), "{found:#?}");
    };
    let words = "es/words.toml";
    says(
        found(words, "{language}", "{lengua}"),
        "the French has \"{language}\" and this \"{lengua}\" instead",
    );
    let right = "es/clear/rights/record-access.toml";
    says(found(right, "8 días", "9 días"), "the French has \"8\" and this \"9\" instead; say the same");
    says(found(right, " Este plazo", "\n\nEste plazo"), "in French; write as many");
}

/// What stands beside a French letter is held against it in every language, also in one that a person has read.
#[test]
fn what_a_letter_says_with_another_number_paragraph_line_or_place_than_the_letter_is_found() {
    let found = |language: Language, planted: &[(&str, &str)]| -> Vec<String> {
        let file = format!("{}/letters.toml", language.code());
        let mut files = files().clone();
        let content = files.0.get_mut(&file).unwrap();
        for (from, to) in planted {
            assert!(content.contains(from), "{file} has no {from}");
            *content = content.replacen(from, to, 1);
        }
        let (_, problems) = check_in(&files, &[language]);
        problems.iter().map(ToString::to_string).filter(|one| one.contains(&file)).collect()
    };
    let says = |found: &[String], wanted: &str| {
        assert!(found.iter().any(|one| one.contains(wanted)), "{wanted}: {found:#?}");
    };
    for language in Language::ALL.into_iter().filter(|one| *one != Language::Fr) {
        let found = found(
            language,
            &[
                ("C-579/21", "C-579/22"),
                ("{site}.", "{sites}."),
                ("\n☐ ", " ☐ "),
                ("\n\n{list}\n", "\n{list}\n"),
                ("enclosed_my_child = [\n  ", "enclosed_my_child = [\n  \"2\",\n  "),
            ],
        );
        says(&found, "the French has \"{site}, 21\" and this \"{sites}, 22\" instead; say the same");
        says(&found, "\"access.me\": 18 lines, and 19 in French; write as many");
        says(&found, "\"objection.me\": 10 paragraphs, and 11 in French; write as many");
        says(&found, "the French encloses more or fewer things; list as many");
    }
    let without = |from: &str, to: &str| found(Language::En, &[(from, to)]);
    says(&without("\n[access]\n", "\n[acces]\n"), "\"access\" is missing; say what the French letter says");
    says(&without("\nadult_born = ", "\nadult_borne = "), "adult_born");
}
