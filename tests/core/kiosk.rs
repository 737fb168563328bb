//! The kiosk without a browser: the way through its screens, the question whether anybody is there, reading aloud, the
//! settings; and what its page has that others have not.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use crate::support::repository;
use eclaire::content::{Date, Language};
use eclaire::patient::aloud::{Act, Aloud, Block, Sentence, Voice, voice_for};
use eclaire::patient::kiosk::{
    Clock, Contrast, Event, Idle, Kiosk, Policy, Presses, Quiet, Screen, Settings, TextSize,
};
use proptest::prelude::*;

const FR: Language = Language::Fr;
const EN: Language = Language::En;
const SECOND: u64 = 1000;

// ---- screens ---------------------------------------------------------------------------------------------

#[test]
fn the_way_goes_forward_to_its_end_and_back_to_its_beginning() {
    let mut kiosk = Kiosk::default();
    let mut way = vec![kiosk.screen];
    for _ in 0..10 {
        kiosk.apply(Event::Next);
        way.push(kiosk.screen);
    }
    assert_eq!(way[0], Screen::Welcome);
    assert_eq!(way[1..6], Screen::WAY);
    assert!(way[6..].iter().all(|screen| *screen == Screen::Sheet), "after the last there is none");
    let mut back = vec![kiosk.screen];
    for _ in 0..10 {
        kiosk.apply(Event::Back);
        back.push(kiosk.screen);
    }
    assert!(way[..6].iter().rev().eq(back[..6].iter()));
    assert!(back[6..].iter().all(|screen| *screen == Screen::Welcome));
}

#[test]
fn back_after_a_link_leads_to_where_the_link_stood() {
    let mut kiosk = Kiosk { screen: Screen::Care, ..Kiosk::default() };
    kiosk.apply(Event::Follow(Screen::Wishes));
    assert_eq!(kiosk.screen, Screen::Wishes);
    kiosk.apply(Event::Back);
    assert_eq!((kiosk.screen, kiosk.from), (Screen::Care, None));
    kiosk.apply(Event::Follow(Screen::Wishes));
    kiosk.apply(Event::Next);
    kiosk.apply(Event::Back);
    assert_eq!(kiosk.screen, Screen::Wishes, "whoever went on is on the way again");
}

#[test]
fn a_screen_beside_the_way_is_no_step_and_leads_back_to_it() {
    for screen in [Screen::Glossary, Screen::Contacts] {
        assert_eq!((screen.step(), screen.next(), screen.before()), (None, None, Some(Screen::Start)));
    }
    let mut kiosk = Kiosk { screen: Screen::Rights, ..Kiosk::default() };
    kiosk.apply(Event::Go(Screen::Glossary));
    kiosk.apply(Event::Back);
    assert_eq!(kiosk.screen, Screen::Rights, "whoever looked up a word goes on where they were");
    assert_eq!(Screen::WAY.map(Screen::step), [Some(1), Some(2), Some(3), Some(4), Some(5)]);
    for screen in Screen::ALL {
        assert_eq!(Screen::from_code(screen.code()), Some(screen));
    }
}

#[test]
fn whoever_changes_how_they_read_goes_on_where_they_were() {
    let mut kiosk = Kiosk::default();
    assert!(!kiosk.entered);
    (0..4).for_each(|_| kiosk.apply(Event::Next));
    assert!(kiosk.entered, "from now on there may be something to lose");
    kiosk.apply(Event::Go(Screen::Welcome));
    assert_eq!((kiosk.screen, kiosk.next()), (Screen::Welcome, Some(Screen::Wishes)));
    kiosk.apply(Event::Next);
    assert_eq!((kiosk.screen, kiosk.from), (Screen::Wishes, None));
}

#[test]
fn from_one_screen_beside_the_way_to_another_back_still_leads_to_the_way() {
    let mut kiosk = Kiosk { screen: Screen::Wishes, ..Kiosk::default() };
    kiosk.apply(Event::Go(Screen::Glossary));
    kiosk.apply(Event::Go(Screen::Contacts));
    kiosk.apply(Event::Back);
    assert_eq!(kiosk.screen, Screen::Wishes);
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        Just(Event::Touch),
        Just(Event::Next),
        Just(Event::Back),
        (0..8usize).prop_map(|at| Event::Go(Screen::ALL[at])),
        (0..8usize).prop_map(|at| Event::Follow(Screen::ALL[at])),
        (0..3usize).prop_map(|at| Event::Size(TextSize::ALL[at])),
        (0..2usize).prop_map(|at| Event::Contrast(Contrast::ALL[at])),
        any::<bool>().prop_map(Event::Aloud),
        any::<bool>().prop_map(Event::Cover),
    ]
}

proptest! {
    #[test]
    fn whatever_happened_nothing_is_left_of_it(events in prop::collection::vec(event(), 0..50)) {
        let mut kiosk = Kiosk::default();
        events.into_iter().for_each(|event| kiosk.apply(event));
        kiosk.apply(Event::Erase);
        prop_assert_eq!(kiosk, Kiosk::default());
    }

    #[test]
    fn there_is_never_a_dead_end(events in prop::collection::vec(event(), 0..50)) {
        let mut kiosk = Kiosk::default();
        events.into_iter().for_each(|event| kiosk.apply(event));
        for _ in 0..20 { kiosk.apply(Event::Back); }
        prop_assert_eq!(kiosk.screen, Screen::Welcome);
    }
}

#[test]
fn a_trembling_hand_presses_once() {
    let mut presses = Presses::default();
    assert!(presses.counts(1000));
    assert!(!presses.counts(1399), "within 400 ms: the echo of the first");
    assert!(presses.counts(1400));
    assert!(presses.counts(5), "a clock that was set back does not make it deaf");
}

#[test]
fn what_has_just_come_up_under_a_finger_is_not_pressed() {
    let mut presses = Presses::default();
    presses.surprise(1000);
    assert!(!presses.counts(1999));
    assert!(presses.counts(2000));
    presses.surprise(9_000_000);
    assert!(presses.counts(5), "a clock that was set back does not make it deaf");
}

// ---- is anybody there? -----------------------------------------------------------------------------------

fn idle() -> Idle {
    Idle::new(Policy::after(90))
}

#[test]
fn nobody_is_asked_before_somebody_has_begun() {
    assert_eq!(idle().look(1_000_000 * SECOND), Quiet::No);
}

#[test]
fn after_ninety_seconds_it_asks_and_thirty_seconds_later_it_erases() {
    let mut idle = idle();
    idle.touch(0);
    assert_eq!(idle.look(90 * SECOND - 1), Quiet::No);
    assert_eq!(idle.look(90 * SECOND), Quiet::Asking(30));
    assert_eq!(idle.look(100 * SECOND), Quiet::Asking(20));
    assert_eq!(idle.look(119 * SECOND + 1), Quiet::Asking(1));
    assert_eq!(idle.look(120 * SECOND), Quiet::Gone);
}

#[test]
fn one_may_say_i_am_still_here_as_often_as_one_likes() {
    let mut idle = idle();
    let mut now = 0;
    idle.touch(now);
    // WCAG 2.2.1 asks for ten.
    for time in 0..100 {
        now += 119 * SECOND;
        assert_eq!(idle.look(now), Quiet::Asking(1), "time {time}");
        idle.stay(now);
        assert_eq!(idle.look(now), Quiet::No, "time {time}");
    }
}

#[test]
fn once_the_question_stands_only_an_answer_to_it_counts() {
    let mut idle = idle();
    idle.touch(0);
    idle.look(95 * SECOND);
    // Someone's sleeve, or the next patient reaching past.
    idle.touch(96 * SECOND);
    assert_eq!(idle.look(120 * SECOND), Quiet::Gone);
}

#[test]
fn every_touch_before_that_begins_anew() {
    let mut idle = idle();
    for second in (0..1000).step_by(89) {
        idle.touch(second * SECOND);
        assert_eq!(idle.look((second + 89) * SECOND), Quiet::No);
    }
}

#[test]
fn time_stands_still_while_something_is_read_or_printed_and_then_begins_anew() {
    let mut idle = idle();
    idle.touch(0);
    idle.stand_still(80 * SECOND);
    assert_eq!(idle.look(400 * SECOND), Quiet::No);
    idle.go_on(400 * SECOND);
    assert_eq!(idle.look(489 * SECOND), Quiet::No);
    assert_eq!(idle.look(490 * SECOND), Quiet::Asking(30));
}

#[test]
fn a_printer_that_nobody_answers_does_not_keep_a_visit_open_for_ever() {
    let mut idle = idle();
    idle.touch(0);
    idle.stand_still(0);
    for second in 0..Idle::LONGEST_STILL / SECOND + 90 {
        // The attendant says it every second; it is still for the same reason.
        idle.stand_still(second * SECOND);
        assert_eq!(idle.look(second * SECOND), Quiet::No, "{second}");
    }
    assert_eq!(idle.look(Idle::LONGEST_STILL + 91 * SECOND), Quiet::Asking(29));
    idle.stay(Idle::LONGEST_STILL + 95 * SECOND);
    assert_eq!(idle.look(Idle::LONGEST_STILL + 180 * SECOND), Quiet::No);
    assert_eq!(idle.look(Idle::LONGEST_STILL + 186 * SECOND), Quiet::Asking(29));
}

#[test]
fn after_the_end_of_a_visit_nobody_is_asked_before_somebody_has_begun_again() {
    let mut idle = idle();
    idle.touch(0);
    assert_eq!(idle.look(95 * SECOND), Quiet::Asking(25));
    idle.end();
    assert_eq!(idle.look(1_000_000 * SECOND), Quiet::No);
    idle.touch(2_000_000 * SECOND);
    assert_eq!(idle.look(2_000_089 * SECOND), Quiet::No);
}

#[test]
fn whoever_wakes_a_sleeping_tablet_finds_nothing() {
    let mut idle = idle();
    idle.touch(0);
    assert_eq!(idle.look(8 * 3600 * SECOND), Quiet::Gone);
}

#[test]
fn a_clock_that_was_set_back_neither_erases_nor_waits_for_ever() {
    let mut idle = idle();
    idle.touch(1_000_000 * SECOND);
    assert_eq!(idle.look(5 * SECOND), Quiet::No);
    assert_eq!(idle.look(95 * SECOND), Quiet::Asking(30));
}

#[test]
fn a_clock_that_went_ahead_while_somebody_was_there_asks_and_erases_nothing() {
    let mut idle = idle();
    idle.touch(1000 * SECOND);
    idle.doubt(1020 * SECOND, 10 * SECOND);
    assert_eq!(idle.look(1020 * SECOND), Quiet::No, "so little would not have mattered");
    idle.doubt(1030 * SECOND, 180 * SECOND);
    assert_eq!(idle.look(1030 * SECOND), Quiet::Asking(30), "in full length");
    idle.doubt(1040 * SECOND, 180 * SECOND);
    assert_eq!(idle.look(1040 * SECOND), Quiet::Asking(20), "a question that stands goes on");
    assert_eq!(idle.look(1060 * SECOND), Quiet::Gone);
}

#[test]
fn a_clock_that_goes_ahead_before_a_visit_asks_nobody() {
    let mut idle = idle();
    idle.doubt(1000 * SECOND, 1_000_000 * SECOND);
    assert_eq!(idle.look(1000 * SECOND), Quiet::No);
}

#[test]
fn what_one_clock_says_is_no_time_until_the_other_bears_it_out() {
    let mut clock = Clock::begin(0, 1_000_000);
    let begun = clock.now(0);
    for (steady, wall) in [(1000, 1_000_900), (2000, 900_000), (3000, 901_000), (4000, 0), (5000, 5999)] {
        assert_eq!(clock.ahead(steady, wall), 0, "{steady} {wall}");
    }
    assert_eq!(clock.now(5000) - begun, 5000);
    assert_eq!(clock.ahead(6000, 1_006_999), 1_000_000);
    assert_eq!(clock.ahead(7000, 1_007_999), 0, "once is enough");
    clock.sleep(1_000_000);
    assert_eq!(clock.now(7000) - begun, 1_007_000);
}

#[test]
fn staff_choose_between_one_minute_and_ten() {
    for (wanted, got) in [(0, 60), (59, 60), (60, 60), (300, 300), (600, 600), (u32::MAX, 600)] {
        let mut idle = Idle::new(Policy::after(wanted));
        idle.touch(0);
        assert_eq!(idle.look(got * SECOND - 1), Quiet::No, "{wanted}");
        assert_eq!(idle.look(got * SECOND), Quiet::Asking(30), "{wanted}");
    }
}

proptest! {
    #[test]
    fn nobody_who_touches_often_enough_is_ever_asked(pauses in prop::collection::vec(0..90_000u64, 1..200)) {
        let (mut idle, mut now) = (idle(), 0);
        idle.touch(now);
        for pause in pauses {
            now += pause;
            prop_assert_eq!(idle.look(now), Quiet::No);
            idle.touch(now);
        }
    }

    #[test]
    fn nothing_is_erased_before_thirty_seconds_of_asking(steps in prop::collection::vec(1..1500u64, 150..300)) {
        let (mut idle, mut now, mut asked) = (idle(), 0, None);
        idle.touch(now);
        for step in steps {
            now += step;
            match idle.look(now) {
                Quiet::No => prop_assert!(asked.is_none()),
                Quiet::Asking(_) => { asked.get_or_insert(now); }
                Quiet::Gone => {
                    prop_assert!(now - asked.unwrap() >= 28_500, "asked for {} ms", now - asked.unwrap());
                    return Ok(());
                }
            }
        }
    }
}

// ---- reading aloud ---------------------------------------------------------------------------------------

fn block(text: &str) -> Block {
    Block { text: text.to_owned(), language: FR }
}

fn said(blocks: &[Block]) -> Vec<String> {
    Sentence::all(blocks).into_iter().map(|sentence| sentence.text).collect()
}

#[test]
fn a_text_is_said_sentence_by_sentence() {
    let text =
        "Le logiciel  entoure des zones. Le radiologue regarde tout\u{a0}!\nEt après\u{a0}? On vous dit.";
    assert_eq!(
        said(&[block("L’IA dans vos soins"), block(text)]),
        [
            "L’IA dans vos soins",
            "Le logiciel entoure des zones.",
            "Le radiologue regarde tout !",
            "Et après ?",
            "On vous dit."
        ]
    );
    assert_eq!(said(&[block("  "), block("–"), block("»")]), [""; 0], "there must be something to say");
    assert_eq!(
        said(&[block("Version 2.1 du texte")]),
        ["Version 2.1 du texte"],
        "a point inside ends nothing"
    );
}

#[test]
fn a_long_sentence_is_divided_where_one_breathes() {
    let long = "Vous pouvez demander une explication, ".repeat(20);
    let parts = said(&[block(&long)]);
    assert!(parts.len() > 3);
    for part in &parts {
        assert!(part.chars().count() <= Sentence::LONGEST && part.ends_with(','), "{part}");
    }
}

proptest! {
    #[test]
    fn every_piece_is_short_and_its_place_is_where_it_stands(text in "[a-zé ,.:!?\u{a0}]{0,900}") {
        let mut end = 0;
        for sentence in Sentence::all(&[block(&text)]) {
            prop_assert!(sentence.text.chars().count() <= Sentence::LONGEST);
            prop_assert!(sentence.place.start >= end, "in the order of the text");
            end = sentence.place.end;
            let there = text[sentence.place.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(there, sentence.text);
        }
    }

    #[test]
    fn nothing_that_can_be_said_is_left_out(text in "[a-zé ,.:!?\u{a0}]{0,900}") {
        let letters = |text: &str| text.chars().filter(|sign| sign.is_alphanumeric()).collect::<String>();
        prop_assert_eq!(letters(&said(&[block(&text)]).concat()), letters(&text));
    }
}

/// A voice that does what it is told, and nothing by itself.
#[derive(Default)]
struct Fake {
    aloud: Aloud,
    now: u64,
    said: Vec<(u32, String)>,
    cancelled: usize,
}

impl Fake {
    fn hear(&mut self, acts: Vec<Act>) {
        for act in acts {
            match act {
                Act::Cancel => self.cancelled += 1,
                Act::Say(number, sentence) => self.said.push((number, sentence.text)),
                Act::Wait(time) => {
                    self.now += time;
                    let acts = self.aloud.tick(self.now);
                    self.hear(acts);
                }
            }
        }
    }

    fn read(text: &str) -> Fake {
        let mut fake = Fake::default();
        let acts = fake.aloud.read(Sentence::all(&[block(text)]), 0);
        fake.hear(acts);
        fake
    }

    fn end(&mut self) {
        let (number, _) = self.said.last().unwrap().clone();
        let acts = self.aloud.ended(number, self.now);
        self.hear(acts);
    }

    fn texts(&self) -> Vec<&str> {
        self.said.iter().map(|(_, text)| text.as_str()).collect()
    }
}

#[test]
fn one_sentence_after_the_other_and_then_silence() {
    let mut fake = Fake::read("Un. Deux. Trois.");
    assert_eq!(fake.cancelled, 1, "what was being said before is cut off, and the voice gets a rest");
    fake.end();
    fake.end();
    assert!(fake.aloud.speaks());
    fake.end();
    assert_eq!(fake.texts(), ["Un.", "Deux.", "Trois."]);
    assert!(!fake.aloud.speaks() && !fake.aloud.is_paused());
}

#[test]
fn pause_cancels_and_the_sentence_is_said_again() {
    let mut fake = Fake::read("Un. Deux. Trois.");
    fake.end();
    let number = fake.said.last().unwrap().0;
    let acts = fake.aloud.pause();
    assert_eq!(acts, [Act::Cancel]);
    assert!(fake.aloud.is_paused());
    // The voice reports the end of what was cancelled, as voices do.
    assert_eq!(fake.aloud.ended(number, fake.now), []);
    assert_eq!(fake.aloud.failed(number), []);
    let acts = fake.aloud.resume(fake.now);
    fake.hear(acts);
    assert_eq!(fake.texts(), ["Un.", "Deux.", "Deux."]);
}

#[test]
fn the_end_of_a_cancelled_sentence_is_not_the_end_of_another() {
    let mut fake = Fake::read("Un. Deux.");
    let old = fake.said.last().unwrap().0;
    let acts = fake.aloud.read(Sentence::all(&[block("Trois. Quatre.")]), fake.now);
    fake.hear(acts);
    assert_eq!(fake.aloud.ended(old, fake.now), []);
    assert_eq!(fake.texts(), ["Un.", "Trois."]);
}

#[test]
fn stopping_forgets_the_text() {
    let mut fake = Fake::read("Un. Deux.");
    assert_eq!(fake.aloud.stop(), [Act::Cancel]);
    assert_eq!(fake.aloud.resume(fake.now), []);
    assert_eq!(fake.aloud.tick(fake.now + 60 * SECOND), []);
    assert!(!fake.aloud.speaks());
}

#[test]
fn a_sentence_that_never_ends_is_passed_over() {
    let mut fake = Fake::read("Un. Deux.");
    assert_eq!(fake.aloud.tick(fake.now + Aloud::LONGEST - 1), []);
    let acts = fake.aloud.tick(fake.now + Aloud::LONGEST);
    fake.now += Aloud::LONGEST;
    fake.hear(acts);
    assert_eq!(fake.texts(), ["Un.", "Deux."]);
}

#[test]
fn a_voice_that_fails_is_not_asked_again() {
    let mut fake = Fake::read("Un. Deux.");
    let number = fake.said.last().unwrap().0;
    assert_eq!(fake.aloud.failed(number), [Act::Cancel]);
    assert!(!fake.aloud.speaks());
}

fn voices(all: &[(&str, bool)]) -> Vec<Voice> {
    all.iter()
        .map(|(language, local)| Voice { language: (*language).to_owned(), local: *local, default: false })
        .collect()
}

/// Lists of real browsers: speech-dispatcher's in Chromium 156 and Firefox 153, in their order, shortened; a Mac's; an Android's.
#[test]
fn of_many_voices_the_chosen_one_reads_or_the_one_of_the_region() {
    let linux = [
        ("fr-BE", true),
        ("fr-BE", true),
        ("fr-CH", true),
        ("fr-FR", true),
        ("en-029", true),
        ("en-GB", true),
        ("en-US", true),
    ];
    assert_eq!(voice_for(&voices(&linux), FR), Some(3));
    assert_eq!(voice_for(&voices(&linux), EN), Some(5));
    let mut chosen = voices(&linux);
    chosen[2].default = true;
    assert_eq!(voice_for(&chosen, FR), Some(2), "the device's owner has chosen Switzerland");
    assert_eq!(voice_for(&chosen, EN), Some(5), "which says nothing of English");
    chosen[2].local = false;
    assert_eq!(voice_for(&chosen, FR), Some(3), "a choice that sends the text away is none");
    assert_eq!(voice_for(&voices(&[("fr_CA", true), ("fr_FR", true)]), FR), Some(1), "as Android writes it");
    assert_eq!(voice_for(&voices(&[("fr-ca", true), ("fr-fr", true)]), FR), Some(1), "in small letters");
    let android = [
        ("fra-CAN-x-lvariant-f00", true),
        ("fra-FRA-x-lvariant-f00", true),
        ("eng-USA", true),
        ("eng-GBR", true),
    ];
    assert_eq!(voice_for(&voices(&android), FR), Some(1), "as some Androids write it");
    assert_eq!(voice_for(&voices(&android), EN), Some(3));
    assert_eq!(voice_for(&voices(&[("fr-CA", true), ("fr", true)]), FR), Some(1), "of no region");
    assert_eq!(voice_for(&voices(&[("fr-CA", true)]), FR), Some(0), "better than none");
}

#[test]
fn only_a_voice_on_the_device_and_of_the_language_reads() {
    let found = |all: &[(&str, bool)]| voice_for(&voices(all), FR);
    assert_eq!(found(&[]), None, "none yet");
    assert_eq!(found(&[("fr-FR", false), ("fr-CA", false)]), None, "all of them send the text away");
    assert_eq!(found(&[("en-US", true)]), None, "an English voice does not read French");
    assert_eq!(found(&[("fr-FR", false), ("en-GB", true), ("fr-CA", true)]), Some(2));
    for name in ["fr", "fr_FR", "FR-fr", "fra-FRA-x-lvariant", "fre"] {
        assert_eq!(found(&[(name, true)]), Some(0), "{name}");
    }
    assert_eq!(found(&[("frr-DE", true)]), None, "North Frisian is another language");
    assert_eq!(voice_for(&voices(&[("fr-FR", true), ("en_GB", true)]), EN), Some(1));
}

// ---- settings --------------------------------------------------------------------------------------------

#[test]
fn the_settings_come_as_the_name_of_the_window() {
    let read =
        Settings::read(r#"{"mm":5.25,"idle":120,"version":"0.1.0 (a1b2c3d4)","checked":"2026-11-22"}"#);
    assert_eq!(read.mm, 525);
    assert_eq!(read.idle, Policy::after(120));
    assert_eq!(read.version.as_deref(), Some("0.1.0 (a1b2c3d4)"));
    assert_eq!(read.checked, Date::parse("2026-11-22"));
    assert_eq!(Settings::read(r#" { "mm" : 3.7795275590551185 , "idle" : 90 } "#).mm, 377);
}

/// The page around the frame keeps the settings, the page in it obeys them: a number that only one of them knows would silently
/// become another.
#[test]
fn what_staff_may_set_is_the_same_on_both_sides_of_the_frame() {
    let script = std::fs::read_to_string(repository("public/kiosk/offline.js")).unwrap();
    let written = |begins: &str| {
        let line = script.lines().find_map(|line| line.trim_start().strip_prefix(begins)).unwrap();
        line.trim_end_matches(" };").to_owned()
    };
    let (first, bounds) = (written("const FIRST = { "), written("const BOUNDS = { "));
    let seconds = Policy::SECONDS;
    assert!(bounds.contains(&format!("idle: [{}, {}]", seconds.start(), seconds.end())), "{bounds}");
    assert!(first.contains(&format!("idle: {},", Policy::DEFAULT)), "{first}");
    assert!(first.starts_with(&format!("mm: {}", f64::from(Settings::default().mm) / 100.0)), "{first}");
    // Whatever the script lets staff measure is taken as it is.
    let (least, most) =
        bounds.strip_prefix("mm: [").unwrap().split_once(']').unwrap().0.split_once(", ").unwrap();
    for (mm, hundredths) in [least, most].map(|mm| (mm, (mm.parse::<f64>().unwrap() * 100.0) as u32)) {
        assert_eq!(Settings::read(&format!("{{\"mm\":{mm}}}")).mm, hundredths);
    }
}

#[test]
fn staff_say_in_one_way_only_that_voices_are_the_devices_own() {
    let own = |json: &str| Settings::read(json).own_voices;
    assert!(own(r#"{"voices":1}"#));
    for other in ["{}", r#"{"voices":0}"#, r#"{"voices":"1"}"#, r#"{"voices":true}"#, r#"{"voices":2}"#] {
        assert!(!own(other), "{other}");
    }
}

#[test]
fn what_is_not_understood_is_as_if_it_had_not_been_said() {
    let default = Settings::default();
    assert_eq!((default.mm, default.idle), (378, Policy::after(90)));
    for bad in [
        "",
        "kiosk",
        "{}",
        "[]",
        "null",
        "{\"mm\":}",
        "{\"mm\":\"5\"}",
        "{\"mm\":-5}",
        "{\"mm\":1e9}",
        "{\"mm\":0.1}",
        "{\"mm\":99999999999}",
        "{\"mm\":.5}",
        "{\"idle\":null}",
        "{\"checked\":\"yesterday\"}",
        "{\"version\":\"\"}",
        "{\"version\":\"a\\\"b\"}",
        "{\"else\":{\"mm\":5}}",
        "{\"mm\" 5}",
        "{\"mm\":5",
        "{\"a\":1,,}",
        "{,}",
    ] {
        assert_eq!(Settings::read(bad), default, "{bad}");
    }
    let long = format!("{{\"version\":\"{}\"}}", "x".repeat(41));
    assert_eq!(Settings::read(&long), default);
    let read = Settings::read("{\"new\":true,\"idle\":100000,\"mm\":4}");
    assert_eq!(
        (read.mm, read.idle),
        (400, Policy::after(600)),
        "the rest counts; too long becomes the longest"
    );
}

proptest! {
    #[test]
    fn no_name_of_a_window_is_ever_a_panic(text in "\\PC{0,80}", object in "\\{[\"a-z0-9:,. \\\\{}]{0,60}\\}") {
        for json in [text, object] {
            let read = Settings::read(&json);
            prop_assert!((200..=2000).contains(&read.mm));
        }
    }
}
