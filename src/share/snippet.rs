//! What a webmaster pastes: a sandboxed frame with the plain link below it; or, where a script may be pasted, the element
//! that makes such a frame (rules 75 and 76).
//!
//! It must not know where it is shown: a file of the build, the register's editor.

use super::{PageAddress, Theme};
use serde::{Deserialize, Serialize};

/// What stands in for the address of a site that is not known yet.
const NO_ADDRESS: &str = "https://ADRESSE-DE-VOTRE-PAGE.example/";

/// What is needed for a snippet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Snippet<'a> {
    /// The address of the site: the page that the plain link opens.
    address: Option<&'a PageAddress>,
    /// What the frame shows, for whoever does not see it; also the words of the link.
    title: &'a str,
    /// How it looks.
    theme: Theme,
    /// Its height in CSS pixels.
    height: u32,
}

/// An answer of oEmbed 1.0, in the order and under the names of its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Oembed {
    version: &'static str,
    r#type: &'static str,
    title: String,
    provider_name: &'static str,
    provider_url: String,
    width: u32,
    height: u32,
    html: String,
}

/// The script that defines the element, under a name that tells its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Script {
    /// The file, seen from the root of the site.
    pub name: String,
    /// Its integrity.
    pub integrity: String,
}

impl<'a> Snippet<'a> {
    /// The height of a frame whose host has not chosen one: a phone's screen shows it whole, with its link.
    pub const HEIGHT: u32 = 640;

    /// The width of a frame of which somebody wants to know it: that of a column of text.
    pub const WIDTH: u32 = 640;

    /// A snippet in Éclaire's look. Without an address one has to be written in by hand.
    pub fn new(address: Option<&'a PageAddress>, title: &'a str) -> Snippet<'a> {
        Snippet { address, title, theme: Theme::default(), height: Snippet::HEIGHT }
    }

    /// The same in a look, at a height.
    pub fn with(self, theme: Theme, height: u32) -> Snippet<'a> {
        Snippet { theme, height: height.clamp(320, 4000), ..self }
    }

    /// The frame with the link below it: needs no script on the host's page.
    pub fn frame(&self) -> String {
        // The height is told to a script only, and here there is none.
        let theme = Theme { tells_height: false, ..self.theme };
        format!(
            "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{}\" frameborder=\"0\" loading=\"lazy\" \
             referrerpolicy=\"no-referrer\" allow=\"\" sandbox=\"allow-scripts allow-modals\"></iframe>\n<p>{}</p>\n",
            escaped(&format!("{}embed/{}", self.root(), theme.to_fragment())),
            escaped(self.title),
            self.height,
            self.link()
        )
    }

    /// What a content management system is told that asks for what to show in the place of the page's address (oEmbed 1.0, `rich`): the
    /// frame alone, which such systems let through; what it may do is up to them and to our own answer. Without an address there is none.
    pub fn oembed(&self) -> Option<Oembed> {
        let root = self.address?.folder();
        let html = format!(
            "<iframe src=\"{}\" title=\"{}\" width=\"{}\" height=\"{}\" frameborder=\"0\"></iframe>",
            escaped(&format!("{root}embed/")),
            escaped(self.title),
            Snippet::WIDTH,
            self.height
        );
        Some(Oembed {
            version: "1.0",
            r#type: "rich",
            title: self.title.to_owned(),
            provider_name: "Éclaire",
            provider_url: root,
            width: Snippet::WIDTH,
            height: self.height,
            html,
        })
    }

    /// The element, with its script and the link inside.
    pub fn element(&self, script: &Script) -> String {
        let root = self.root();
        let theme = [
            ("scheme", self.theme.scheme.map(|one| one.code().to_owned())),
            ("accent", self.theme.accent.map(|one| one.to_string())),
            ("font", self.theme.font.map(|one| one.code().to_owned())),
            ("corner", self.theme.corner.map(|one| one.code().to_owned())),
        ];
        let theme: String = theme
            .into_iter()
            .filter_map(|(name, value)| Some(format!(" {name}=\"{}\"", value?)))
            .chain(self.theme.tells_height.then(|| " auto-height".to_owned()))
            .collect();
        format!(
            "<script src=\"{}\" integrity=\"{}\" crossorigin=\"anonymous\" async></script>\n\
             <eclaire-notice src=\"{}\" label=\"{}\" height=\"{}\"{theme} style=\"display:block;min-height:{}px\">\n  {}\n\
             </eclaire-notice>\n",
            escaped(&format!("{root}{}", script.name)),
            escaped(&script.integrity),
            escaped(&root),
            escaped(self.title),
            self.height,
            self.height,
            self.link()
        )
    }

    fn link(&self) -> String {
        format!("<a href=\"{}\">{}</a>", escaped(&self.root()), escaped(self.title))
    }

    /// The address, ending with `/`.
    fn root(&self) -> String {
        let address = self.address.map_or_else(|| NO_ADDRESS.to_owned(), PageAddress::to_string);
        format!("{}/", address.trim_end_matches('/'))
    }
}

/// Text for an attribute or an element, in ASCII alone: whoever opens a file of it in a browser is not told its encoding.
fn escaped(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => all += "&amp;",
            '<' => all += "&lt;",
            '>' => all += "&gt;",
            '"' => all += "&quot;",
            ascii if ascii.is_ascii() => all.push(ascii),
            other => all += &format!("&#{};", u32::from(other)),
        }
    }
    all
}
