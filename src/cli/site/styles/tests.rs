//! Held against the files of `public/style/` and against the views: nothing is forgotten, nothing stands twice, nothing is left over.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used)]

use super::super::super::repository::{Repository, list, read};
use super::{DESK, EDITOR, EMBED, PATIENTS, PICTURES, PLACES, SHELL, STAFF, Style, VISIT, bare};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};

/// What is loaded together: the styles of each kind of page.
const PAGES: [(&str, &[Style]); 9] = [
    ("patients", &[PATIENTS]),
    ("desk", &[PATIENTS, DESK]),
    ("practice and posters", &[PATIENTS, STAFF]),
    ("editor", &[PATIENTS, EDITOR]),
    ("pictures", &[PATIENTS, PICTURES]),
    ("places", &[PATIENTS, PLACES]),
    ("embed", &[EMBED]),
    ("visit", &[VISIT]),
    ("shell", &[SHELL]),
];

/// Tokens that a script gives a value: what a host chose (`src/patient/embed.rs`), and the millimetre of a screen (`public/kiosk/staff.js`).
const SET_BY_A_SCRIPT: [&str; 3] = ["--accent-light", "--accent-dark", "--mm"];

/// Spaces in rem that are no step of the scale, and what they are fitted to.
const FITTED: [(&str, &str); 16] = [
    ("0.1", "a legend to its first field"),
    ("0.15", "lines of a list that belong together"),
    ("0.2", "a heading to its one line; a small button"),
    ("0.3", "what stands under a field; the lines of the kiosk's head"),
    ("0.35", "a sentence to the next one, less than a paragraph"),
    ("0.4", "a line with a box for a finger beside it"),
    ("0.6", "a mark to its words"),
    ("0.65", "the first line of a label to that of its field"),
    ("0.7", "a picture to the row that it begins"),
    ("0.9", "inside of a box, from its border to its text"),
    ("1.1", "the same around a safety net"),
    ("1.75", "the first part of the kiosk's screen for staff"),
    ("2.25", "past the box that is ticked"),
    ("2.4", "past the arrow of a row"),
    ("5.5", "past the word that leads to the question"),
    ("11", "past the kiosk's closed list of contents"),
];

fn styles() -> BTreeMap<String, String> {
    let repository = Repository::find().unwrap();
    let files = list(&repository, "public/style").unwrap();
    let text =
        |path: String| (path["public/".len()..].to_owned(), bare(&read(&repository.path(&path)).unwrap()));
    files.into_iter().map(text).collect()
}

/// The texts of a page's styles, joined.
fn joined(page: &[Style], files: &BTreeMap<String, String>) -> String {
    page.iter().flat_map(Style::files).map(|file| files[&file].as_str()).collect()
}

/// What an expression finds: its first group.
fn found(expression: &str, text: &str) -> BTreeSet<String> {
    let all = Regex::new(expression).unwrap();
    all.captures_iter(text).map(|one| one[1].to_owned()).collect()
}

fn defined(style: &str) -> BTreeSet<String> {
    found(r"[{;\s](--[a-z0-9-]+):", style)
}

fn used(style: &str) -> BTreeSet<String> {
    found(r"var\((--[a-z0-9-]+)", style)
}

#[test]
fn every_part_is_in_a_style_and_every_part_of_a_style_is_there_once() {
    let listed: Vec<_> = PAGES.iter().flat_map(|(_, page)| page.iter().flat_map(Style::files)).collect();
    let listed: BTreeSet<_> = listed.into_iter().collect();
    assert_eq!(listed, styles().into_keys().collect());
    for (name, page) in PAGES {
        let files: Vec<_> = page.iter().flat_map(Style::files).collect();
        assert_eq!(files.len(), files.iter().collect::<BTreeSet<_>>().len(), "{name}: {files:?}");
    }
}

#[test]
fn the_layers_stand_in_their_order_in_every_style() {
    let layer = |file: &str| {
        let layers = ["tokens.css", "style/base.css", "style/parts/", "style/pages/", "style/print.css"];
        layers.iter().position(|one| file.contains(one)).unwrap_or_else(|| panic!("{file} is in no layer"))
    };
    for (name, page) in PAGES {
        for style in page {
            let layers: Vec<_> = style.files().map(|file| layer(&file)).collect();
            assert!(layers.is_sorted(), "{name}: {:?}", style.files().collect::<Vec<_>>());
        }
    }
}

#[test]
fn every_token_that_is_used_is_defined_and_every_one_that_is_defined_is_used() {
    let files = styles();
    for (name, page) in PAGES {
        let text = joined(page, &files);
        let (defined_here, used_here) = (defined(&text), used(&text));
        let undefined = used_here.iter().filter(|one| !defined_here.contains(*one));
        let undefined: Vec<_> = undefined.filter(|one| !SET_BY_A_SCRIPT.contains(&one.as_str())).collect();
        assert!(undefined.is_empty(), "{name} uses {undefined:?}");
        // Of what all pages share, the patients' page uses everything; of its own, each page does.
        let own = page.iter().flat_map(Style::files);
        let own: String = own
            .filter(|file| name == "patients" || file.contains("/pages/"))
            .map(|file| files[&file].as_str())
            .collect();
        let unused: Vec<_> = defined(&own).into_iter().filter(|one| !used_here.contains(one)).collect();
        assert!(unused.is_empty(), "{name} does not use {unused:?}");
    }
    let all: String = files.into_values().collect();
    assert!(SET_BY_A_SCRIPT.iter().all(|one| used(&all).contains(*one)));
}

#[test]
fn a_colour_and_a_face_of_code_are_written_among_the_tokens_only() {
    let colour = Regex::new(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\(|[: ](?:black|white|gr[ae]y|red|green|blue|yellow|orange)\b").unwrap();
    for (file, text) in styles() {
        if file.ends_with("tokens.css") {
            continue;
        }
        for value in found(r":\s*([^;{}]+);", &text) {
            assert!(!colour.is_match(&format!(" {value}")), "{file}: {value}");
        }
        assert!(!text.contains("monospace"), "{file}");
    }
}

#[test]
fn what_has_a_token_is_not_written_out() {
    let files = styles();
    let tokens = &files["style/tokens.css"];
    let steps = found(r"--space-\d+: ([\d.]+)rem", tokens);
    let corners = found(r"corner: (\d+px)", tokens);
    let length = Regex::new(r"\d(?:rem|px)").unwrap();
    let mut fitted = BTreeSet::new();
    for (file, text) in &files {
        // In print one counts in millimetres and points; in em, by the letters beside it.
        for value in found(
            r"[{;\s](?:(?:scroll-)?(?:margin|padding)(?:-[a-z-]+)?|(?:row-|column-)?gap): ([^;}]+)",
            text,
        ) {
            let spaces = found(r"(?:^|[^\w.])(\d*\.?\d+)rem", &value);
            assert!(spaces.is_disjoint(&steps), "{file}: {value}");
            fitted.extend(spaces);
        }
        for value in found(r"[{;\s](?:font|font-size): ([^;}]+)", text) {
            assert!(!length.is_match(&value), "{file}: font {value}");
        }
        for value in found(r"border-radius: ([^;}]+)", text) {
            assert!(corners.iter().all(|one| !value.split(' ').any(|part| part == one)), "{file}: {value}");
        }
    }
    assert_eq!(fitted, FITTED.map(|(space, _)| space.to_owned()).into());
}

#[test]
fn the_order_is_ours_and_no_layer_is_left_to_browsers_that_may_not_know_it() {
    for (file, text) in styles() {
        assert!(!text.contains("@layer") && !text.contains("@import"), "{file}");
    }
}

#[test]
fn what_browsers_of_the_floor_do_not_know_never_says_what_belongs_together() {
    // The sides of `float` and `clear` in the direction of the text are of 2023: without them a legend lies on its card's border.
    let sides = Regex::new(r"(?:float|clear): inline-").unwrap();
    // `gap` of a flexible row is of 2020: what stands between a box and its words is a margin.
    let labels =
        Regex::new(r"\.(?:request|setting|boxes|box|answer)(?:[^\w{}-][^{}]*)?\{[^{}]*\bgap:").unwrap();
    assert!(labels.is_match(".request {\ndisplay: flex;\ngap: 1rem;\n}"), "or else this shows nothing");
    // Two texts of one row: "Vous pouvez demanderNon dit : 8".
    let row = Regex::new(r"\.marks \{[^{}]*\bgap:").unwrap();
    for (file, text) in styles() {
        assert!(!sides.is_match(&text), "{file}");
        assert!(!labels.is_match(&text), "{file}");
        assert!(!row.is_match(&text), "{file}");
    }
}

/// What stands out of the line without a feature query around it, and why it covers no words in a browser that does not know its place.
const OUT_OF_THE_LINE: [(&str, &str); 7] = [
    (".visually-hidden", "one pixel, in words that every browser knows"),
    (".skip", "above the page, in words that every browser knows"),
    (".card .row::after", "an arrow, which stays behind the words of its row"),
    (".say-here .question-item", "there with the program only"),
    (".signs", "draws nothing by itself"),
    (".how-panel", "stands in the line where there is no program"),
    (".contents .listening", "there with the program only"),
];

/// NetSurf 3.10 and Chromium 83 know no place in the direction of the text, and NetSurf no `@supports`: circles covered "J’accepte".
#[test]
fn what_is_taken_out_of_the_line_is_so_only_where_browsers_know_its_place() {
    let known = Regex::new(r"@supports \(inset: 0\) \{(?:[^{}]*\{[^{}]*\})*[^{}]*\}").unwrap();
    let out = Regex::new(r"([^{}]+)\{[^{}]*position: (?:absolute|fixed)").unwrap();
    let mut found = BTreeSet::new();
    for (_, text) in styles().iter().filter(|(file, _)| !file.contains("/pages/")) {
        let text = known.replace_all(text, "");
        found.extend(out.captures_iter(&text).map(|one| one[1].trim().to_owned()));
    }
    assert_eq!(found, OUT_OF_THE_LINE.map(|(selector, _)| selector.to_owned()).into());
}

#[test]
fn every_class_of_a_style_is_in_a_view() {
    let repository = Repository::find().unwrap();
    let views = ["src", "public"].map(|folder| list(&repository, folder).unwrap()).concat();
    let views = views.iter().filter(|path| {
        [".rs", ".html", ".js"].iter().any(|end| path.ends_with(end))
            && !path.starts_with("src/cli/site/styles/")
    });
    let views: String = views.map(|path| read(&repository.path(path)).unwrap() + "\n").collect();
    // Not what stands in values: a length has a point, too.
    let values = Regex::new(r"\{[^{}]*\}|:\s[^;{}]*;").unwrap();
    let words = found(r"(?:^|[^\w-])([a-zA-Z][\w-]*)", &views);
    for (file, text) in styles() {
        let selectors = values.replace_all(&text, "{}");
        for class in found(r"\.([a-zA-Z][\w-]*)", &selectors) {
            assert!(words.contains(&class), "{file}: .{class} is in no view");
        }
    }
}

/// The page of pictures called its row of sizes `sizes`. When patients got buttons for the size of letters under the same name, hidden
/// without a program, every picture was gone from it.
#[test]
fn no_name_of_the_page_of_pictures_has_another_meaning_to_patients() {
    let files = styles();
    let classes = |style: Style| found(r"\.(-?[a-z][a-z0-9-]*)", &joined(&[style], &files));
    let shared: Vec<_> = classes(PICTURES).intersection(&classes(PATIENTS)).cloned().collect();
    assert_eq!(shared, ["picture"]);
}

#[test]
fn a_style_travels_without_its_comments_and_keeps_a_token_that_is_empty() {
    let style = "/* head */\n\na {\n  /* one\n     two */\n  --dark: ;\n  content: \"/ \";\n}\n";
    assert_eq!(bare(style), "a {\n--dark: ;\ncontent: \"/ \";\n}\n");
}

#[test]
fn a_tight_style_has_no_space_but_where_one_means_something() {
    let style = "a, b :is(p, q) > i {\ncolor: red;\n--dark: ;\ncontent: \"{ a; b }\";\n}\n@media (min-width: 2rem) and (x) { c { inset: 0; margin: calc(1px + 2px) !important; } }\n";
    let tight = "a,b :is(p,q) > i{color:red;--dark: ;content:\"{ a; b }\";}\n@media (min-width:2rem) and (x){c{inset:0;margin:calc(1px + 2px) !important;}}\n";
    assert_eq!(super::tight(style), tight);
    assert_eq!(super::tight(tight), tight, "what is tight stays as it is");
}
