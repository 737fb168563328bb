//! Pictures and moments of care: which use shows which, and what a register may say about it.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used)]

use crate::support::{complete, content, library, lines};
use eclaire::content::{Library, Picture, Stage};
use eclaire::notice::Notice;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What the notice of a register says belongs to each moment.
fn moments_of(notice: &Notice) -> Vec<(String, Vec<String>)> {
    let here = notice.moments_here().into_iter();
    here.map(|here| {
        let uses = here.uses.iter().chain(&here.own_tools).map(|one| one.id.to_string());
        (here.moment.id.to_string(), uses.collect())
    })
    .collect()
}

/// Putting another line into a file of the content has exactly this problem.
#[track_caller]
fn planted(file: &str, from: &str, to: &str, expected: &str) {
    let mut files = content();
    let text = files.0.get_mut(file).unwrap();
    assert!(text.contains(from), "{file} has no {from}");
    *text = text.replacen(from, to, 1);
    let (_, problems) = Library::read(&files);
    assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [expected]);
}

#[test]
fn every_use_of_the_catalogue_has_a_picture_of_its_own() {
    let mut seen = BTreeSet::new();
    let uses = library().catalogue.iter().map(|(id, entry)| (id, entry.picture));
    for (id, picture) in uses.chain(library().reuses.iter().map(|(id, entry)| (id, entry.picture))) {
        assert!(seen.insert(picture.unwrap()), "{id} has the picture of another");
    }
}

#[test]
fn a_use_that_patients_meet_belongs_to_a_moment() {
    for (id, entry) in &library().catalogue {
        let met = entry.stages.iter().any(|stage| *stage != Stage::Behind);
        assert!(!met || !entry.moments.is_empty(), "{id}: patients meet it, and no moment leads there");
    }
}

#[test]
fn a_picture_that_is_missing_or_that_nobody_knows_is_found() {
    let file = "catalogue/chest-xray.toml";
    let known = "name one of src/content/picture.rs";
    planted(
        file,
        "picture = \"chest-film\"\n",
        "",
        &format!("content/{file}: complete: \"picture\" is missing; {known}"),
    );
    planted(
        file,
        "chest-film",
        "robot",
        &format!("content/{file}: reference: there is no picture \"robot\"; {known}"),
    );
    planted(
        "reuses/research.toml",
        "\"books\"",
        "\"brain\"",
        &format!("content/reuses/research.toml: reference: there is no picture \"brain\"; {known}"),
    );
}

#[test]
fn a_moment_that_leads_nowhere_or_has_a_long_name_is_found() {
    planted(
        "catalogue/chest-xray.toml",
        "[\"imaging\", ",
        "[\"x-ray\", ",
        "content/catalogue/chest-xray.toml: reference: \"x-ray\" is not in moments.toml; add it there",
    );
    planted(
        "en/clear/moments.toml",
        "An emergency",
        "When it is an emergency",
        "content/en/clear/moments.toml: short: \"emergency\": 5 words; at most 4 stand on a tile",
    );
    planted(
        "reuses/research.toml",
        "regime",
        "moments = [\"home\"]\nregime",
        "content/reuses/research.toml: reference: a reuse of data has no moment of care; delete \"moments\"",
    );
}

#[test]
fn a_name_turns_around_only_if_it_shows_a_way() {
    let turned: Vec<_> = Picture::ALL.iter().filter(|one| one.turns()).map(|one| one.code()).collect();
    assert_eq!(turned, ["ambulance", "arrow"]);
}

#[test]
fn a_picture_is_found_by_its_name_and_no_name_stands_twice() {
    for one in Picture::ALL {
        assert_eq!(Picture::from_code(one.code()), Some(*one));
    }
    assert_eq!(Picture::CODES.iter().collect::<BTreeSet<_>>().len(), Picture::ALL.len());
}

#[test]
fn a_register_shows_the_pictures_of_the_catalogue_unless_it_names_others() {
    let register = complete().check().register.unwrap();
    let picture = |id: &str| register.uses.iter().find(|one| one.id.as_str() == id).unwrap().picture;
    assert_eq!(picture("mammography"), Picture::Mammogram);
    assert_eq!(picture("wound-photos"), Picture::Bandage);
    assert_eq!(register.reuses[1].picture, Picture::Letter);
    let other = complete().with("uses[0].picture", "scanner").check().register.unwrap();
    assert_eq!(other.uses[0].picture, Picture::Scanner);
    let bare = complete().without("uses[2].picture").without("reuses[1].picture").check().register.unwrap();
    assert_eq!(bare.uses[2].picture, Picture::Stethoscope, "that of its first stage, during the visit");
    assert_eq!(bare.reuses[1].picture, Picture::Folders);
}

#[test]
fn a_page_has_the_moments_to_which_its_uses_belong_in_the_order_of_the_page() {
    let notice = Notice::compose(Some(complete().check()), library());
    let expected: [(&str, &[&str]); 5] = [
        ("consultation", &["consultation-notes"]),
        ("imaging", &["mammography"]),
        ("stay", &["bed-planning"]),
        ("cancer", &["mammography"]),
        ("home", &["wound-photos", "own-devices", "own-chatbot"]),
    ];
    let mut found = moments_of(&notice);
    let own = found.pop().unwrap();
    let expected =
        expected.map(|(id, uses)| (id.to_owned(), uses.iter().map(|one| (*one).to_owned()).collect()));
    assert_eq!(found, expected);
    assert_eq!(own, ("wounds".to_owned(), vec!["wound-photos".to_owned()]));
}

#[test]
fn the_general_page_has_the_moments_of_the_patients_own_tools() {
    let notice = Notice::compose(None, library());
    let own = vec!["own-chatbot".to_owned(), "own-devices".to_owned()];
    assert_eq!(moments_of(&notice), [("home".to_owned(), own)]);
}

#[test]
fn a_moment_that_nobody_has_or_that_is_there_already_is_refused() {
    let known: Vec<_> = library().moments.iter().map(|one| one.id.to_string()).collect();
    let known = format!("{}, wounds", known.join(", "));
    complete()
        .with("uses[2].moments[1]", "burns")
        .is_refused(&[&format!("uses[2].moments[1]: expected a moment of care ({known}), found \"burns\"")]);
    let checked = complete().with("moments[0].id", "home").with("uses[2].moments", json!(["home"])).check();
    assert_eq!(
        lines(&checked.errors),
        ["moments[0].id: expected a name that no other moment of care has, found \"home\" again"]
    );
}

/// Pictures and moments say nothing: who has kept an answer keeps it when a place chooses another picture.
#[test]
fn another_picture_changes_no_questionnaire() {
    let questionnaire = |picture: Value| {
        let draft = complete().with("uses[0].picture", picture).without("uses[2].moments");
        let notice = Notice::compose(Some(draft.check()), library());
        notice.questionnaire().unwrap()
    };
    assert_eq!(questionnaire(json!("scanner")), questionnaire(json!("pill")));
}
