//! The HTML around what a page shows: its head, and where the document stands. Drawn by Leptos, as the document is, so that a title
//! or a description is escaped by whoever escapes everything else.

use super::Asset;
use super::draw::without_comments;
use super::sprite::{shown, sprite};
use crate::content::Language;
use crate::share::Form;
use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;
use leptos::tachys::html::InertElement;

/// One page.
pub(super) struct Html<'a> {
    /// Its language, which has a direction.
    pub(super) language: Language,
    /// How it reaches the patient, on patients' pages.
    pub(super) form: Option<Form>,
    /// Whether it waits for a program, which marks the page when it lives.
    pub(super) waits: bool,
    /// Whether it is shown on a kiosk: whose browser offers no translation, which would send the text away (rule 42).
    pub(super) at_kiosk: bool,
    /// What it may do.
    pub(super) policy: &'a str,
    /// Its title.
    pub(super) title: &'a str,
    /// A sentence about it; without one, search engines leave it out.
    pub(super) description: Option<&'a str>,
    /// Icon, styles and program, in this order, and what else stands in the head.
    pub(super) head: Vec<AnyView>,
    /// What it shows, and the data it brings.
    pub(super) body: Vec<AnyView>,
}

impl Html<'_> {
    /// The page as a file.
    pub(super) fn draw(self) -> String {
        let viewport = "width=device-width, initial-scale=1";
        let viewport =
            if self.at_kiosk { format!("{viewport}, viewport-fit=cover") } else { viewport.to_owned() };
        let (policy, title) = (self.policy.to_owned(), self.title.to_owned());
        let described = match self.description {
            Some(text) => view! { <meta name="description" content=text.to_owned() /> },
            None => view! { <meta name="robots" content="noindex".to_owned() /> },
        };
        let page = view! {
            <html
                lang=self.language.code()
                dir=self.language.direction().attribute()
                translate=self.at_kiosk.then_some("no")
                data-app=self.waits.then_some("still")
                data-form=self.form.map(Form::code)
            >
                <head>
                    <meta charset="utf-8" />
                    <meta http-equiv="Content-Security-Policy" content=policy />
                    <meta name="viewport" content=viewport />
                    <meta name="referrer" content="no-referrer" />
                    <meta name="color-scheme" content="light dark" />
                    {self.at_kiosk.then(|| view! { <meta name="google" content="notranslate" /> })}
                    <title>{title}</title>
                    {described}
                    {self.head}
                </head>
                <body>{self.body}</body>
            </html>
        };
        format!("<!doctype html>\n{}\n", without_comments(&page.to_html()))
    }
}

/// HTML that was drawn already.
pub(super) fn drawn_already(html: String) -> AnyView {
    InertElement::new(html).into_any()
}

/// Where the program finds the document, and the drawings that it shows.
pub(super) fn document_in_place(document: String) -> AnyView {
    document_among(document, std::iter::empty())
}

/// The same for a page in which the document may become one of these.
pub(super) fn document_among<'a>(document: String, others: impl Iterator<Item = &'a str>) -> AnyView {
    let mut pictures = shown(&document);
    others.for_each(|other| pictures.extend(shown(other)));
    // The text first: the drawings take their places when they come.
    view! {
        <div id="eclaire" inner_html=document></div>
        {sprite(&pictures)}
    }
    .into_any()
}

/// The script that starts a program, with the files that it fetches: the name of each in `data-…`, and the file. It waits neither for the rest of
/// the text nor for the styles of the page: one that never comes would hold it for ever. `readings`: those that the patients' page may ask for.
pub(super) fn start_at_once(
    page: &str,
    boot: &Asset,
    files: &[(&str, &Asset)],
    readings: Option<String>,
) -> AnyView {
    view! {
        <script
            type="module"
            async
            src=boot.seen_from(page)
            integrity=boot.integrity.clone()
            data-readings={readings}
            {..named(page, files)}
        ></script>
    }
    .into_any()
}

/// The files that a start fetches, as attributes: `data-NAME`, `data-NAME-integrity`.
fn named(page: &str, files: &[(&str, &Asset)]) -> Vec<AnyAttribute> {
    let attribute = |name: String, value: String| custom_attribute(name, value).into_any_attr();
    let of_file = |(name, file): &(&str, &Asset)| {
        let (address, integrity) = (file.seen_from(page), file.integrity.clone());
        [attribute(format!("data-{name}"), address), attribute(format!("data-{name}-integrity"), integrity)]
    };
    files.iter().flat_map(of_file).collect()
}

/// The script that starts the program of a page.
pub(super) fn start_script(page: &str, boot: &Asset) -> AnyView {
    view! { <script type="module" src=boot.seen_from(page) integrity=boot.integrity.clone()></script> }
        .into_any()
}

/// The link to a style of a page. `crossorigin`, because in a sandboxed frame every file is another's.
pub(super) fn style_link(page: &str, style: &Asset) -> AnyView {
    view! { <link rel="stylesheet" href=style.seen_from(page) integrity=style.integrity.clone() crossorigin="" /> }
        .into_any()
}

#[cfg(test)]
mod tests {
    use super::{Html, document_in_place};
    use crate::content::Language;
    use scraper::{Html as Read, Selector};

    fn page(title: &str, document: &str) -> String {
        let page = Html {
            language: Language::Ar,
            form: None,
            waits: true,
            at_kiosk: false,
            policy: "default-src 'none'",
            title,
            description: Some(title),
            head: Vec::new(),
            body: vec![],
        };
        Html { body: vec![document_in_place(document.to_owned())], ..page }.draw()
    }

    #[test]
    fn whatever_a_place_is_called_stands_in_its_title_as_it_is() {
        for title in ["X {document}", "</title><script>", "a & b \"c\" 'd'", "<!-- x -->", "$1 \\1"] {
            let read = Read::parse_document(&page(title, "<p>text</p>"));
            let one = |selector: &str| read.select(&Selector::parse(selector).unwrap()).next().unwrap();
            assert_eq!(one("title").text().collect::<String>(), title);
            assert_eq!(one("meta[name=description]").attr("content"), Some(title));
            assert_eq!(one("#eclaire > p").text().collect::<String>(), "text");
            assert_eq!(read.errors, Vec::<String>::new(), "{title}");
        }
    }

    #[test]
    fn a_page_says_its_language_and_direction_and_what_it_may_do() {
        let page = page("x", "");
        assert!(
            page.starts_with("<!doctype html>\n<html lang=\"ar\" dir=\"rtl\" data-app=\"still\">"),
            "{page}"
        );
        assert!(
            page.contains("content=\"default-src 'none'\"") || page.contains("default-src &#x27;none"),
            "{page}"
        );
    }
}
