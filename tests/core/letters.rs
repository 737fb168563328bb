//! Letters: French, filled from the register and the answers, with blanks for everything that only the pen may write.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used)]

use crate::support;

use eclaire::choices::{Answer, Answers, QuestionId, Regime};
use eclaire::content::{Date, Language, LetterList, LetterTo, Level, Localised, Reading, Word};
use eclaire::notice::Notice;
use eclaire::patient::Kit;
use eclaire::record::{Behalf, LetterPlace, Sender, language_word};
use proptest::prelude::*;
use support::said::{anything_about_any_register, example, notice_of, question};
use support::{Draft, library};

fn letter_for(notice: &Notice, name: &str, behalf: Option<Behalf>, answers: &Answers) -> String {
    let letter = notice.letters.all.iter().find(|one| one.id.as_str() == name).unwrap();
    let kit = Kit::of(notice);
    let place = kit.place.as_ref().map(|place| LetterPlace {
        questionnaire: &place.questionnaire,
        kind: place.kind,
        contacts: &place.contacts,
    });
    let sender = Sender {
        frame: &notice.letters.frame,
        words: notice.words(Reading::clear(Language::Fr)),
        place,
        behalf,
        answers,
        day: Date::parse("2026-11-22"),
    };
    sender.letter(letter.to, letter.lists, &letter.written)
}

fn letter(draft: &Draft, name: &str, behalf: Option<Behalf>, answers: &[(&str, Answer)]) -> String {
    let mut all = Answers::default();
    for (name, answer) in answers {
        all.answer(question(name), Some(*answer));
    }
    letter_for(&notice_of(draft), name, behalf, &all)
}

fn names() -> Vec<&'static str> {
    library().letters.all.iter().map(|one| one.id.as_str()).collect()
}

#[test]
fn there_is_a_letter_for_each_right_that_a_letter_exercises() {
    let expected = [
        "access",
        "correction",
        "restriction",
        "objection",
        "withdrawal",
        "record",
        "deceased",
        "grievance",
        "complaint",
    ];
    assert_eq!(names(), expected);
    let to: Vec<LetterTo> = library().letters.all.iter().map(|one| one.to).collect();
    use LetterTo::{Cnil, Dpo, Head};
    assert_eq!(to, [Dpo, Dpo, Dpo, Dpo, Dpo, Head, Head, Head, Cnil]);
}

/// For a child it was not asked for, though a parent may be refused more than oneself.
#[test]
fn whoever_asks_for_the_record_asks_for_the_reason_of_a_refusal() {
    for behalf in Behalf::ALL {
        for name in ["record", "deceased"] {
            let text = letter(&example("hospital"), name, Some(behalf), &[]);
            assert!(text.contains("la raison par écrit"), "{name} {behalf:?}: {text}");
        }
    }
}

#[test]
fn every_letter_names_its_article_its_delay_and_what_to_enclose() {
    let article = [
        ("access", "article 15"),
        ("correction", "article 16"),
        ("restriction", "article 18"),
        ("objection", "article 21"),
        ("withdrawal", "article 7"),
        ("record", "L1111-7"),
        ("deceased", "L1110-4"),
        ("grievance", "R1112-92"),
        ("complaint", "article 77"),
    ];
    for (name, article) in article {
        for behalf in Behalf::ALL {
            let text =
                letter(&example("hospital"), name, Some(behalf), &[]).replace('‑', "-").replace("L. ", "L");
            assert!(text.contains(article), "{name} {behalf:?} quotes {article}:\n{text}");
            let encloses = behalf != Behalf::Me || !matches!(name, "access" | "objection" | "withdrawal");
            assert_eq!(text.contains("Pièces jointes\u{a0}:"), encloses, "{name} {behalf:?}: {text}");
            assert!(text.contains("mois") || text.contains("jours"), "{name} says a delay");
            assert!(text.contains("Signature"), "{name}");
        }
    }
    for one in &library().letters.all {
        let texts = &one.texts;
        for text in [
            &texts.title,
            &texts.when,
            &texts.says,
            &texts.article,
            &texts.delay,
            &texts.enclose,
            &texts.after,
        ] {
            for language in Language::USUAL {
                for level in Level::ALL {
                    let shown = text.pick(language, level).unwrap();
                    assert_eq!((shown.language, shown.level), (language, level), "{}: {text:?}", one.id);
                }
            }
        }
        assert!(!one.sources.is_empty(), "{}", one.id);
    }
}

#[test]
fn it_goes_to_whom_the_register_names_on_the_day_it_is_written() {
    let text = letter(&example("hospital"), "access", None, &[]);
    assert!(text.contains("À l’attention du délégué à la protection des données (DPO)"), "{text}");
    assert!(
        text.contains("1 rue des Trois-Brumes, 00000 Brumeval")
            && text.contains("dpo@hopital-brumeval.example")
    );
    assert!(text.contains("le 22 novembre 2026") && text.contains("Hôpital public de Brumeval"));
    let complaint = letter(&example("hospital"), "complaint", None, &[]);
    assert!(complaint.contains("CNIL\n3 place de Fontenoy\nTSA 80715\n75334 Paris Cedex 07"), "{complaint}");
}

/// The fact is missing: the letter says so with a blank, and makes nothing up.
#[test]
fn where_the_register_names_nobody_the_address_is_a_blank() {
    let draft = example("practice").without("site.contacts.dpo");
    let text = letter(&draft, "access", None, &[]);
    assert!(
        text.contains("À l’attention du délégué à la protection des données (DPO)\nou, à défaut, "),
        "{text}"
    );
    assert!(text.contains(&format!("Adresse\u{a0}: {}", library().letters.frame.blank)), "{text}");
    assert!(!text.contains('@'), "{text}");
}

#[test]
fn an_objection_lists_what_the_patient_objects_to_and_nothing_else() {
    let answers = [
        ("research.reuse", Answer::No),
        ("data-warehouse.reuse", Answer::Yes),
        ("national-data.reuse", Answer::TalkFirst),
        ("teaching.teaching", Answer::No),
    ];
    let text = letter(&example("hospital"), "objection", None, &answers);
    assert!(text.contains("– La recherche sur des données déjà recueillies"), "{text}");
    for other in ["L’entrepôt de données", "Les données nationales", "pour enseigner", "\n☐"] {
        assert!(!text.contains(other), "{other}: {text}");
    }
}

/// The hospital can do nothing about national data: not even a no to them makes its letter name them.
#[test]
fn what_another_body_decides_on_stands_in_no_letter_to_this_place() {
    let national = &library().reuses["national-data"];
    assert!(national.elsewhere && library().reuses.values().filter(|one| one.elsewhere).count() == 1);
    for answers in [&[][..], &[("national-data.reuse", Answer::No)]] {
        let text = letter(&example("hospital"), "objection", None, answers);
        assert!(!text.contains("données nationales"), "{text}");
    }
    for language in Language::USUAL {
        for level in Level::ALL {
            let objection = library().letters.all.iter().find(|one| one.id.as_str() == "objection").unwrap();
            let says = objection.texts.says.pick(language, level).unwrap().text;
            assert!(says.contains("SNDS") && says.contains("health-data-hub.fr"), "{says}");
        }
    }
}

/// CSP R1111-1: in a hospital or clinic to its head or whom they name, elsewhere to the professional; never to a ward.
#[test]
fn a_record_is_asked_for_at_the_head_of_a_hospital_and_at_the_professional_of_a_practice() {
    for name in ["record", "deceased"] {
        let hospital = letter(&example("hospital"), name, None, &[]);
        assert!(
            hospital.contains("À l’attention du responsable de l’établissement\nou de la personne"),
            "{hospital}"
        );
        assert!(hospital.contains("1 rue des Trois-Brumes") && !hospital.contains("accueil@"), "{hospital}");
        let practice = letter(&example("practice"), name, None, &[]);
        assert!(practice.contains("À l’attention du professionnel de santé"), "{practice}");
        let anywhere = letter_for(&Notice::compose(None, library()), name, None, &Answers::default());
        assert!(anywhere.contains("(dans un cabinet\u{a0}: du professionnel de santé)"), "{anywhere}");
    }
}

/// A practice and a health centre have neither a mediator nor a committee of users (CSP R1112-79 to R1112-94).
#[test]
fn only_a_hospital_or_a_clinic_gets_a_complaint_to_its_head() {
    for (kind, offered) in
        [("hospital", true), ("clinic", true), ("practice", false), ("health_centre", false)]
    {
        let notice = notice_of(&example("hospital").with("site.kind", kind));
        assert_eq!(notice.letters.all.iter().any(|one| one.id.as_str() == "grievance"), offered, "{kind}");
    }
    let text = letter(&example("hospital"), "grievance", None, &[]);
    for part in [
        "médiateur médecin",
        "médiateur non médecin",
        "représentant des usagers",
        "à voix haute",
        "huit jours",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

/// CSP L1110-4, V.
#[test]
fn the_letter_on_someone_who_has_died_asks_who_one_is_and_for_which_of_the_three_reasons() {
    let text = letter(&example("hospital"), "deceased", None, &[]);
    for part in [
        "☐ son ayant droit",
        "☐ son concubin",
        "☐ son partenaire",
        "☐ titulaire de l’autorité parentale",
        "☐ connaître les causes de la mort",
        "☐ défendre la mémoire",
        "☐ faire valoir mes droits",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

/// CSP R1111-1: a curator asks only with the express agreement of the protected adult, and does not represent them.
#[test]
fn whoever_asks_for_the_record_of_an_adult_says_by_which_right_and_nobody_has_to_claim_to_represent() {
    let text = letter(&example("hospital"), "record", Some(Behalf::Represented), &[]);
    for part in
        ["☐ représentation", "☐ mandat écrit", "☐ assistance", "Accord exprès de la personne assistée"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("Je représente"), "{text}");
}

/// Time limits run from receipt.
#[test]
fn every_letter_with_a_time_limit_says_how_it_was_sent() {
    for name in names() {
        let text = letter(&example("hospital"), name, None, &[]);
        assert_eq!(
            text.contains("Envoi\u{a0}: ☐ en recommandé avec avis de réception"),
            name != "complaint",
            "{name}"
        );
        assert!(text.starts_with("Nom de naissance"), "{name}: {text}");
    }
}

/// The limit that ends a right is told wherever a record is refused, in every language and at every level.
#[test]
fn whoever_is_refused_a_record_reads_the_two_months_for_the_cada_and_that_nothing_stops_them() {
    for name in ["record", "deceased"] {
        let told = library().letters.all.iter().find(|one| one.id.as_str() == name).unwrap();
        for (language, level, parts) in [
            (
                Language::Fr,
                Level::Clear,
                ["deux mois après le refus", "trois mois après la réception", "n’arrête pas ces délais"],
            ),
            (
                Language::Fr,
                Level::Simple,
                ["2 mois après un refus", "3 mois après", "n’arrête pas ces délais"],
            ),
            (
                Language::En,
                Level::Clear,
                ["two months after the no", "three months after receipt", "does not stop these time limits"],
            ),
            (
                Language::En,
                Level::Simple,
                ["2 months after a no", "3 months after", "does not stop these time limits"],
            ),
        ] {
            // A number is kept on one line with what it counts.
            let after = told.texts.after.pick(language, level).unwrap().text.replace('\u{a0}', " ");
            for part in parts {
                assert!(after.contains(part), "{name}: {part}: {after}");
            }
        }
    }
}

/// Nothing was said: silence is no objection, so that everything is there to tick by hand and nothing is ticked.
#[test]
fn without_an_answer_everything_there_is_can_be_ticked_by_hand() {
    for name in ["objection", "withdrawal"] {
        let text = letter(&example("hospital"), name, None, &[]);
        let ticks: Vec<&str> = text.lines().filter(|line| line.starts_with("☐ ")).collect();
        // Of the three that one may object to, one is not this hospital's to decide on.
        assert_eq!(ticks.len(), if name == "objection" { 2 } else { 3 }, "{name}: {text}");
    }
    let withdrawal = letter(&example("hospital"), "withdrawal", None, &[("teaching.teaching", Answer::No)]);
    assert!(
        withdrawal.contains("– Montrer vos images ou votre cas pour enseigner")
            && !withdrawal.contains("\n☐"),
        "{withdrawal}"
    );
}

/// A letter once said what an empty box means where no line began with one.
#[test]
fn what_an_empty_box_means_leaves_only_with_a_box() {
    let about_boxes = "Une ligne qui commence par une case";
    let chosen = |name| if name == "objection" { "research.reuse" } else { "teaching.teaching" };
    let nothing_of_the_kind = example("hospital").with("reuses", Vec::<String>::new());
    for name in ["objection", "withdrawal"] {
        for behalf in Behalf::ALL {
            let open = letter(&example("hospital"), name, Some(behalf), &[]);
            assert!(open.contains("\n☐ ") && open.contains(about_boxes), "{name} {behalf:?}: {open}");
            let said = letter(&example("hospital"), name, Some(behalf), &[(chosen(name), Answer::No)]);
            assert!(!said.contains("\n☐") && !said.contains(about_boxes), "{name} {behalf:?}: {said}");
            assert!(!said.contains("\n\n\n"), "{name} {behalf:?}: a hole where it stood: {said}");
            // Nothing else has gone with it.
            let paragraphs = |text: &str| text.split("\n\n").count();
            assert_eq!(paragraphs(&said) + 1, paragraphs(&open), "{name} {behalf:?}");
        }
    }
    let none = letter(&nothing_of_the_kind, "objection", None, &[]);
    assert!(none.contains("– autre, s’il y a lieu") && !none.contains(about_boxes), "{none}");
    assert!(!none.contains("\n\n\n"), "{none}");
    // Where the place is not known there is a box to write at.
    let anywhere = letter_for(&Notice::compose(None, library()), "objection", None, &Answers::default());
    assert!(anywhere.contains("\n☐ ") && anywhere.contains(about_boxes), "{anywhere}");
    for one in library().letters.all.iter().filter(|one| one.lists != LetterList::Nothing) {
        for body in [&one.written.me, &one.written.my_child, &one.written.represented] {
            let after = body.split("\n\n").skip_while(|part| !part.contains("{list}")).nth(1).unwrap();
            assert!(after.starts_with(about_boxes), "{}: what leaves with the boxes is {after}", one.id);
        }
    }
}

#[test]
fn for_a_child_and_for_an_adult_one_represents_it_says_in_what_quality_one_writes() {
    for name in names() {
        let [me, child, adult] = [None, Some(Behalf::MyChild), Some(Behalf::Represented)]
            .map(|behalf| letter(&example("hospital"), name, behalf, &[]));
        assert_eq!(
            me,
            letter(&example("hospital"), name, Some(Behalf::Me), &[]),
            "unsaid, it is for oneself"
        );
        assert!(child.contains("autorité parentale") && child.contains("prénom de mon enfant"), "{child}");
        assert!(
            adult.contains("459") && adult.contains("prénom de la personne que je représente ou assiste"),
            "{adult}"
        );
        assert!(!me.contains("mon enfant") && !me.contains("représente"), "{name}: {me}");
    }
}

#[test]
fn identity_is_a_blank_to_be_filled_by_hand() {
    let frame = &library().letters.frame;
    for name in names() {
        let text = letter(&example("hospital"), name, None, &[]);
        for label in [&frame.name, &frame.address, &frame.reach, &frame.born, &frame.signature] {
            assert!(text.contains(&format!("{label} {}", frame.blank)), "{name}: {label}");
        }
    }
}

/// A register may say `{list}` or `{site}`: that is a name, not a blank of ours.
#[test]
fn every_blank_is_filled_once_and_what_a_register_says_is_not_searched_for_blanks() {
    for name in names() {
        let text = letter(&example("hospital"), name, None, &[]);
        assert!(!text.contains('{') && !text.contains('}'), "{name}: {text}");
    }
    let draft = example("hospital")
        .with("reuses[1].texts", serde_json::json!({ "title": { "fr": "{site} {list}" } }));
    let text = letter(&draft, "objection", None, &[("research.reuse", Answer::No)]);
    assert_eq!(text.matches("– {site} {list}").count(), 1, "{text}");
    let draft = draft.with("site.name", serde_json::json!({ "fr": "X {list}" }));
    let text = letter(&draft, "objection", None, &[("research.reuse", Answer::No)]);
    assert!(text.contains("X {list}"), "{text}");
    assert_eq!(text.matches("– {site} {list}").count(), 1, "{text}");
}

#[test]
fn the_general_page_has_letters_too_with_a_blank_for_the_place() {
    let notice = Notice::compose(None, library());
    for name in names() {
        let text = letter_for(&notice, name, None, &Answers::default());
        assert!(!text.contains('{'), "{text}");
    }
    let lists = library().letters.all.iter().filter(|one| one.lists != LetterList::Nothing).count();
    assert_eq!(lists, 2);
}

#[test]
fn a_letter_of_the_french_page_is_the_letter_of_the_english_page() {
    let draft = example("hospital").with("site.default_language", "en");
    let answers = [("research.reuse", Answer::No)];
    assert_eq!(
        letter(&draft, "objection", None, &answers),
        letter(&example("hospital"), "objection", None, &answers)
    );
    let french: Localised = library().letters.all[0].texts.title.clone();
    assert!(french.has(Language::En), "or else that shows nothing");
}

proptest! {
    #![proptest_config(support::cases(64))]

    /// It is written of what the program loads; the register knows nothing else.
    #[test]
    fn a_letter_lists_what_the_register_says_and_nothing_else((notice, _, said) in anything_about_any_register()) {
        let register = notice.register.as_ref().unwrap();
        let words = notice.words(Reading::clear(Language::Fr));
        let told = |text: &Localised| {
            let shown = text.pick(Language::Fr, Level::Clear).unwrap();
            if shown.language == Language::Fr {
                return shown.text.to_owned();
            }
            let other = language_word(shown.language);
            format!("{} {}", shown.text, words.fill(Word::OnlyIn, &[("language", words.get(other))]))
        };
        let uses = register.uses.iter().map(|one| (&one.id, &one.title, &one.offer));
        let reuses = register.reuses.iter().filter(|one| !one.elsewhere).map(|one| (&one.id, &one.title, &one.offer));
        let items: Vec<_> = uses.chain(reuses).collect();
        for (name, regime) in [("objection", Regime::Object), ("withdrawal", Regime::Agree)] {
            let asked = items.iter().filter(|(_, _, offer)| offer.regime == regime);
            let all: Vec<_> = asked.flat_map(|(item, title, offer)| offer.questions.iter().map(move |one| {
                (QuestionId { item: (*item).clone(), question: one.id.clone() }, *title, &one.text)
            })).collect();
            let line = |(_, title, text): &(QuestionId, &Localised, &Localised)| format!("{} ({})", told(title), told(text));
            let no = all.iter().filter(|(id, ..)| said.answers.to(id) == Some(Answer::No));
            let mut lines: Vec<String> = no.map(|one| format!("– {}", line(one))).collect();
            if lines.is_empty() {
                lines = all.iter().map(|one| format!("☐ {}", line(one))).collect();
            }
            let written = letter_for(&notice, name, None, &said.answers);
            prop_assert!(written.contains(&lines.join("\n")), "{name}: {lines:?}\n{written}");
            // What one adds by hand is a line of the letter's own.
            let begins = |line: &&str| line.starts_with("– ") || line.starts_with("☐ ");
            let listed = written.lines().filter(begins).filter(|line| !line.contains("………")).count();
            prop_assert_eq!(listed, lines.len(), "{}: {}", name, written);
        }
    }
}
