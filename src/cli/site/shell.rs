//! The shells that Trunk made (`src/index.html`, `src/reader.html` …), and what is put into them.

use super::{Asset, Trouble};
use crate::content::{Piece, pieces};
use std::collections::BTreeSet;

/// A page's shell: a text with marks, such as `{title}`.
///
/// All marks are filled in one pass, so that nothing that is put in is ever searched for marks: a place may be called
/// `X {document}`.
#[derive(Debug, Clone)]
pub(super) struct Shell<'a> {
    /// What a message calls it.
    name: &'a str,
    text: String,
}

/// What goes into a shell: the name of the mark, and the text.
pub(super) type Filling<'a> = (&'a str, &'a str);

/// What Trunk wrote into a shell, from where to where, and the mark that takes its place.
const OF_TRUNK: [(&str, &str, &str); 4] = [
    (r#"<link rel="modulepreload""#, ">", "{program}"),
    (r#"<script type="module" src="boot.js""#, "</script>", "{start}"),
    (r#"<link rel="stylesheet""#, ">", "{style}"),
    (r#"<link rel="icon""#, ">", "{icon}"),
];

impl<'a> Shell<'a> {
    /// A shell of our own.
    pub(super) fn new(name: &'a str, text: &str) -> Shell<'a> {
        Shell { name, text: text.to_owned() }
    }

    /// A shell that Trunk made: with the marks `program`, `start`, `style` and `icon` in place of what it wrote there.
    ///
    /// # Errors
    /// If Trunk did not write one of them.
    pub(super) fn of_trunk(name: &'a str, text: &str) -> Result<Shell<'a>, Trouble> {
        let mut text = text.to_owned();
        for (start, end, mark) in OF_TRUNK {
            replace_tag(&mut text, start, end, mark)?;
        }
        Ok(Shell { name, text })
    }

    /// A shell of `src/` as Trunk would make it, but for the addresses, which [`Shell::of_trunk`] takes out.
    pub(super) fn as_trunk_makes(source: &str) -> String {
        source.replace("<link data-trunk rel=\"rust\"", "<link rel=\"modulepreload\"")
    }

    /// Whether it has this mark.
    pub(super) fn has(&self, mark: &str) -> bool {
        pieces(&self.text).any(|piece| piece == Piece::Placeholder(mark))
    }

    /// The page. Lines of the shell with nothing in them are left out; what is put in stays as it is, to the last empty line.
    ///
    /// # Errors
    /// If the shell has a mark that nothing is given for, or if something is given that it has no mark for: a page without its
    /// document is none.
    pub(super) fn fill(&self, all: &[Filling<'_>]) -> Result<String, Trouble> {
        let mut missing: BTreeSet<&str> = all.iter().map(|(mark, _)| *mark).collect();
        let mut page = String::new();
        for line in self.text.lines() {
            let mut filled = String::new();
            for piece in pieces(line) {
                match piece {
                    Piece::Text(text) => filled += text,
                    Piece::Placeholder(name) => {
                        let (mark, text) =
                            all.iter().find(|(mark, _)| *mark == name).ok_or_else(|| self.unknown(name))?;
                        missing.remove(mark);
                        filled += text;
                    }
                }
            }
            if !filled.trim().is_empty() {
                page.extend([&filled, "\n"]);
            }
        }
        missing.first().map_or(Ok(page), |mark| Err(self.without(mark)))
    }

    fn unknown(&self, mark: &str) -> Trouble {
        let next = "Compare src/*.html and public/ with the repository's, and build again.";
        Trouble::new(format!("{} has a mark {{{mark}}} that nothing is known for", self.name), next)
    }

    fn without(&self, mark: &str) -> Trouble {
        let next = "Compare src/*.html and public/ with the repository's, and build again.";
        Trouble::new(format!("{} has no mark {{{mark}}}: the page would be without it", self.name), next)
    }
}

/// A link to the program that a page loads, with the files that its start fetches: the name of each in `data-…`, and the
/// file.
pub(super) fn program_link(page: &str, module: &Asset, files: &[(&str, &Asset)]) -> String {
    let mut link = format!(
        r#"<link rel="modulepreload" href="{}" integrity="{}""#,
        module.seen_from(page),
        module.integrity
    );
    for (name, file) in files {
        let address = file.seen_from(page);
        link += &format!(r#" data-{name}="{address}" data-{name}-integrity="{}""#, file.integrity);
    }
    link + ">"
}

/// The script that starts the program of a page.
pub(super) fn start_script(page: &str, boot: &Asset) -> String {
    let (address, integrity) = (boot.seen_from(page), &boot.integrity);
    format!(r#"<script type="module" src="{address}" integrity="{integrity}"></script>"#)
}

/// The link to a style of a page. `crossorigin`, because in a sandboxed frame every file is another's.
pub(super) fn style_link(page: &str, style: &Asset) -> String {
    let (address, integrity) = (style.seen_from(page), &style.integrity);
    format!(r#"<link rel="stylesheet" href="{address}" integrity="{integrity}" crossorigin>"#)
}

/// The link to the icon of a page.
pub(super) fn icon_link(page: &str, icon: &Asset) -> String {
    format!(r#"<link rel="icon" href="{}" type="image/svg+xml">"#, icon.seen_from(page))
}

/// A text that may stand in an element or in an attribute.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// Replaces the one element that begins with `start` and ends with `end`. For shells as they came only.
fn replace_tag(html: &mut String, start: &str, end: &str, with: &str) -> Result<(), Trouble> {
    let missing = || {
        Trouble::new(
            format!("the page that Trunk made has no {start} … {end}"),
            "Compare src/*.html and trunk.toml with the repository's.",
        )
    };
    let from = html.find(start).ok_or_else(missing)?;
    let to = html[from..].find(end).ok_or_else(missing)? + from + end.len();
    html.replace_range(from..to, with);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Shell;
    use proptest::prelude::*;

    const TEXT: &str = "<title>{title}</title>\n    {extra}\n\n<body>{document}</body>\n";

    fn shell(text: &str) -> Shell<'_> {
        Shell::new("page.html", text)
    }

    #[test]
    fn what_is_put_in_is_never_searched_for_marks() {
        let page =
            shell(TEXT).fill(&[("title", "X {document}"), ("extra", "{title}"), ("document", "{extra}$1")]);
        assert_eq!(page.unwrap(), "<title>X {document}</title>\n    {title}\n<body>{extra}$1</body>\n");
    }

    #[test]
    fn empty_lines_of_the_shell_go_and_those_of_what_is_put_in_stay() {
        let page = shell(TEXT).fill(&[("title", "T"), ("extra", ""), ("document", "a\n\n  \nb")]);
        assert_eq!(page.unwrap(), "<title>T</title>\n<body>a\n\n  \nb</body>\n");
    }

    #[test]
    fn a_mark_without_a_text_and_a_text_without_a_mark_are_refused() {
        let said = |text, all: &[_]| shell(text).fill(all).unwrap_err().to_string();
        let unknown = said("<p>{policy}</p>{document}", &[("document", "d")]);
        assert!(
            unknown.starts_with("page.html has a mark {policy} that nothing is known for\nNext: "),
            "{unknown}"
        );
        let without = said("<p></p>", &[("document", "d")]);
        assert!(
            without.starts_with("page.html has no mark {document}: the page would be without it\nNext: "),
            "{without}"
        );
    }

    #[test]
    fn what_trunk_wrote_becomes_marks_and_what_it_did_not_write_is_told() {
        let made = "<link rel=\"modulepreload\" href=\"/app.js\"><link rel=\"icon\" href=\"icon.svg\"><link rel=\"stylesheet\" \
                    href=\"style.css\"><script type=\"module\" src=\"boot.js\"></script>";
        let shell = Shell::of_trunk("index.html", made).unwrap();
        let page = shell.fill(&[("program", "1"), ("icon", "2"), ("style", "3"), ("start", "4")]);
        assert_eq!(page.unwrap(), "1234\n");
        assert!(Shell::of_trunk("index.html", "<p>").is_err());
    }

    proptest! {
        #[test]
        fn whatever_is_put_in_stands_there_as_it_was(title in "[{}a-z$<>\n ]{0,24}", document in any::<String>()) {
            let page = shell("<title>{title}</title><body>{document}</body>").fill(&[("title", &title), ("document", &document)]);
            prop_assert_eq!(page.unwrap(), format!("<title>{title}</title><body>{document}</body>\n"));
        }
    }
}
