//! A page saved in one file: its styles inside, a policy that allows nothing else, no script. Opened from a disk or sent by mail
//! it looks as it does on a site. It must not know what stands in it.

use crate::content::Language;
use std::fmt;

/// A style sheet that goes into a saved page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Style {
    /// Its text.
    pub text: String,
    /// The SHA-256 of its text in base64, by which a policy allows it.
    pub sum: String,
}

/// A page in one file.
#[derive(Debug, Clone, Copy)]
pub struct SavedPage<'a> {
    /// Its language.
    pub language: Language,
    /// Its title, as plain text.
    pub title: &'a str,
    /// What it looks like, in this order.
    pub styles: &'a [&'a Style],
    /// What stands in it, as HTML.
    pub document: &'a str,
}

impl fmt::Display for SavedPage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (code, direction) = (self.language.code(), self.language.direction().attribute());
        let sums: String = self.styles.iter().map(|style| format!(" 'sha256-{}'", style.sum)).collect();
        let styles: String =
            self.styles.iter().map(|style| format!("<style>{}</style>\n", style.text)).collect();
        let title = self.title.replace('&', "&amp;").replace('<', "&lt;");
        let document = self.document;
        write!(
            f,
            "<!doctype html>\n<html lang=\"{code}\" dir=\"{direction}\" data-app=\"still\" data-form=\"static\">\n<head>\n\
             <meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
             style-src{sums}; base-uri 'none'; form-action 'none'\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n{styles}</head>\n\
             <body>\n{document}\n</body>\n</html>\n"
        )
    }
}
