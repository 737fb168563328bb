//! The page in a browser that knows neither style nor script: nothing is hidden there, nothing stands apart that is not apart in the
//! markup, and no box is drawn by a style.

use super::*;
use scraper::Node;

/// What every browser begins on a line of its own, w3m too, which knows no `fieldset` and no `summary`; a box to tick stands apart by
/// itself.
const APART: [&str; 27] = [
    "address",
    "blockquote",
    "body",
    "br",
    "dd",
    "div",
    "dl",
    "dt",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "input",
    "li",
    "ol",
    "p",
    "pre",
    "svg",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];

/// Words that run together: what stands before and after the place.
fn run_together(root: ElementRef) -> Vec<String> {
    let (mut before, mut line, mut apart, mut found) = (String::new(), None, true, Vec::new());
    for node in root.descendants() {
        match node.value() {
            Node::Element(element) if APART.contains(&element.name()) => apart = true,
            Node::Text(text) if !text.is_empty() => {
                let begins = |node: &Node| node.as_element().is_some_and(|one| APART.contains(&one.name()));
                let own_line = node.ancestors().find(|one| begins(one.value())).map(|one| one.id());
                let (last, first) = (before.chars().last(), text.chars().next());
                let glued = last.is_some_and(|one| one.is_alphanumeric() || ".?!:)".contains(one))
                    && first.is_some_and(char::is_alphanumeric);
                // In Arabic "and" is written together with the word behind it, in whatever letters that is.
                let joined = before.ends_with(" و");
                if glued && !joined && !apart && own_line == line {
                    found.push(format!("{before}|{}", &**text));
                }
                (before, line, apart) = (text.to_string(), own_line, false);
            }
            _ => {}
        }
    }
    found
}

#[test]
fn words_do_not_run_together_where_the_tags_are_all_that_stands_between() {
    let together = scraper::Html::parse_fragment("<p><b>notes</b><i>Que</i></p>");
    assert_eq!(run_together(together.root_element()), ["notes|Que"], "or else this shows nothing");
    for page in pages() {
        assert_eq!(run_together(page.the(".document")), [""; 0], "{page}");
    }
}

#[test]
fn nothing_is_said_by_what_is_only_hidden() {
    for page in pages() {
        for hidden in page.all("[hidden]") {
            // A button or a link that does nothing says nothing about anybody.
            assert!(
                ["button", "a"].contains(&hidden.value().name()) || text(hidden).is_empty(),
                "{page}: {}",
                hidden.html()
            );
        }
        for state in [Word::Asked, Word::Picked, Word::Overdue, Word::NotAnswered] {
            assert!(exactly(page.the(".document"), page.word(state)).is_empty(), "{page}: {state:?}");
        }
    }
}

#[test]
fn what_can_be_ticked_by_hand_has_a_box_of_letters_of_its_own() {
    for (page, _) in pages_with_a_register() {
        for one in page.all("#paper .box") {
            let pen = the(one, ".pen");
            // Its two sides and its first word are never parted by the end of a line.
            assert_eq!(pen.text().collect::<String>(), "[\u{a0}]\u{a0}", "{page}");
            assert!(one.text().collect::<String>().starts_with("[\u{a0}]\u{a0}"), "{page}: before its words");
        }
    }
}

#[test]
fn a_reader_without_a_style_is_told_that_a_browser_may_tick_by_itself() {
    for (page, _) in pages_with_a_register() {
        let told = page.the("#wishes .unstyled");
        assert_eq!(text(told), page.word(Word::Unstyled), "{page}");
    }
}
