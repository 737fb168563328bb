//! The kiosk.

use super::*;

/// A kiosk with the example of a hospital, in every language and at every level.
pub(super) fn kiosks() -> Vec<Seen> {
    let file = html::examples().into_iter().find(|path| path.ends_with("hospital.json")).unwrap();
    let notice = notice_of(&std::fs::read_to_string(file).unwrap());
    let readings: Vec<_> = notice.readings().collect();
    readings.into_iter().map(|one| Seen::read_as("kiosk", &notice, one, Form::Kiosk)).collect()
}

#[test]
fn a_kiosk_is_good_html_with_the_same_places_in_every_language_and_at_every_level() {
    let kiosks = kiosks();
    let ids = |page: &Seen| {
        let ids = page.all("[id]").into_iter().map(|one| one.attr("id").unwrap().to_owned());
        // Each text has its own hard words, and not every language has two levels to choose from.
        ids.filter(|id| !id.starts_with("term-") && !id.starts_with("set-level-")).collect::<Vec<_>>()
    };
    for page in &kiosks {
        assert_eq!(page.faults(), [""; 0], "{page}");
        assert_eq!(ids(page), ids(&kiosks[0]), "{page}");
    }
}

#[test]
fn at_a_kiosk_one_first_chooses_how_to_read_and_what_is_marked_is_how_it_is() {
    for page in kiosks() {
        assert_eq!(page.all("main > section")[0].attr("id"), Some("welcome"), "{page}");
        let settings = page.all("#welcome fieldset");
        let names: Vec<_> = settings.iter().map(|one| one.attr("data-set").unwrap()).collect();
        let mut expected = vec!["language", "level", "size", "contrast", "aloud"];
        expected.retain(|one| *one != "level" || page.language.levels().len() > 1);
        assert_eq!(names, expected, "{page}");
        for setting in settings {
            assert_eq!(all(setting, "input[checked]").len(), 1, "{page}: {}", setting.html());
        }
        // Which state a picture to touch shows is no answer.
        let marked = page.all("input[checked]:not([data-picture])");
        assert_eq!(marked.len(), names.len(), "{page}: no answer is marked");
    }
}

#[test]
fn a_kiosk_offers_nothing_that_stays_on_the_tablet_or_leads_away() {
    for page in kiosks() {
        let kept =
            "[data-do=save], [data-do=keep], [data-keeping], [data-do=copy-letter], [data-do=save-letter]";
        assert!(page.all(kept).is_empty(), "{page}");
        assert!(page.all("a[href]").iter().all(|link| link.attr("href").unwrap().starts_with('#')), "{page}");
        assert!(page.all("textarea, input:not([type=radio]):not([type=checkbox])").is_empty(), "{page}");
        assert_eq!(page.the(".document").attr("translate"), Some("no"), "{page}");
        let letters = page.notice.letters.all.len();
        assert_eq!(page.all("#letters [data-do=print-letter]").len(), letters, "{page}: printing stays");
    }
}

#[test]
fn staff_choose_only_among_times_that_the_kiosk_obeys() {
    use eclaire::patient::kiosk::{Policy, view::IDLE};
    assert!(IDLE.iter().all(|seconds| Policy::SECONDS.contains(seconds)), "{IDLE:?}");
    for must in [*Policy::SECONDS.start(), Policy::DEFAULT, *Policy::SECONDS.end()] {
        assert!(IDLE.contains(&must), "{must} cannot be chosen");
    }
}
