//! The styles of a site: of which parts of `public/style/` each is made, and in which order.
//!
//! Of two rules that weigh the same the later one wins, so their order is written here, in layers: tokens, base, parts, what one
//! page has of its own, print. CSS has layers too (`@layer`), but not in the browsers of our floor.

#[cfg(test)]
mod tests;

use super::Trouble;
use super::release::Release;

/// A style: its layers, and the parts in each.
pub(super) struct Style(&'static [&'static [&'static str]]);

const TOKENS: &[&str] = &["tokens"];
const BASE: &[&str] = &["base"];
const PARTS: &[&str] = &[
    "parts/page",
    "parts/first",
    "parts/moments",
    "parts/reading",
    "parts/disclosure",
    "parts/timeline",
    "parts/card",
    "parts/safety-net",
    "parts/facts",
    "parts/people",
    "parts/explore",
    "parts/questions",
    "parts/requests",
    "parts/buttons",
    "parts/code",
    "parts/program",
    "parts/paper",
    "parts/keeping",
    "parts/letters",
    "parts/lines",
    "parts/foot",
];
const PRINT: &[&str] = &["print"];

/// What the patients' page looks like. The pages of the staff, the posters and the list of places load it too, before their own.
pub(super) const PATIENTS: Style = Style(&[TOKENS, BASE, PARTS, PRINT]);

/// What only the desk's page looks like.
const DESK: Style = Style(&[&["pages/desk"]]);

/// What only the practice's page and the posters look like.
pub(super) const STAFF: Style = Style(&[&["pages/practice", "pages/slip", "pages/poster"]]);

/// What only the register editor looks like.
const EDITOR: Style = Style(&[&[
    "pages/editor/page",
    "pages/editor/start",
    "pages/editor/table",
    "pages/editor/form",
    "pages/editor/catalogue",
    "pages/editor/panel",
]]);

/// What only the list of places looks like.
pub(super) const PLACES: Style = Style(&[&["pages/places"]]);

/// What only the page of pictures looks like.
pub(super) const PICTURES: Style = Style(&[&["pages/pictures"]]);

/// The page for an address where there is nothing, whole: it lies in the page.
pub(super) const LOST: Style = Style(&[TOKENS, BASE, &["parts/page"], &["pages/places"]]);

/// The embed, whole: it lies in the page.
pub(super) const EMBED: Style = Style(&[TOKENS, BASE, PARTS, &["pages/embed"], PRINT]);

/// A visit in the kiosk, whole: it lies in the page.
pub(super) const VISIT: Style = Style(&[
    TOKENS,
    &["pages/kiosk/tokens"],
    BASE,
    PARTS,
    &["pages/kiosk/visit", "pages/kiosk/welcome", "pages/kiosk/bar", "pages/kiosk/dialogs"],
    PRINT,
]);

/// The kiosk's shell, whole.
pub(super) const SHELL: Style = Style(&[TOKENS, BASE, &["parts/buttons"], &["pages/kiosk/shell"]]);

impl Style {
    /// What a staff page has of its own beside the patients' style, by the name of its program. The practice's is [`STAFF`].
    pub(super) fn of_staff(program: &str) -> Option<Style> {
        match program {
            "reader" => Some(DESK),
            "register" => Some(EDITOR),
            _ => None,
        }
    }

    /// The style as browsers load it: its parts, joined, without what is there for people who read them.
    ///
    /// # Errors
    /// If the release lacks a part.
    pub(super) fn joined(&self, release: &Release) -> Result<String, Trouble> {
        self.files().map(|file| Ok(tight(&bare(release.text(&file)?)))).collect()
    }

    /// Its files in a release, in their order.
    fn files(&self) -> impl Iterator<Item = String> {
        self.0.iter().flat_map(|layer| layer.iter()).map(|part| format!("style/{part}.css"))
    }
}

/// A bare style without the spaces that mean nothing to a browser: 240 bytes less of every first view. A rule that stands on a line of its own
/// stays there. Before a colon a space may mean "within"; after one it does not, but a property whose value is empty needs it.
fn tight(style: &str) -> String {
    let mut tight = String::with_capacity(style.len());
    let (mut quoted, mut space) = (false, false);
    let mut line_ended = false;
    for letter in style.chars() {
        if !quoted && letter.is_whitespace() {
            space = true;
            line_ended |= letter == '\n';
            continue;
        }
        let last = tight.chars().next_back().unwrap_or('{');
        if space && last == '}' && line_ended {
            tight.push('\n');
        } else if space {
            let parts_words = !"{};,:".contains(last) && !"{};,".contains(letter);
            let stands_for_nothing = last == ':' && letter == ';';
            if parts_words || stands_for_nothing {
                tight.push(' ');
            }
        }
        quoted ^= letter == '"';
        tight.push(letter);
        (space, line_ended) = (false, false);
    }
    tight.push('\n');
    tight
}

/// A style without its comments, indentation and empty lines. What stands between quotation marks in our styles begins no comment.
fn bare(style: &str) -> String {
    let mut parts = style.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    let style = parts.fold(first, |text, part| text + part.split_once("*/").map_or("", |(_, after)| after));
    style.lines().map(str::trim).filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}
