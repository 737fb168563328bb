//! How an embed looks on its host's page: a closed list of properties, in the fragment of the frame's address, such as
//! `#theme=scheme:light,accent:0b5563,font:sans,corner:none,height`.
//!
//! It carries names and one colour, never a style of its own: whatever is not in the list is ignored.

use super::{Accent, Corner, Font, Scheme};

/// What a host has chosen. What it has not chosen stays as Éclaire looks.
///
/// ```
/// use eclaire::share::{Scheme, Theme};
///
/// let theme = Theme::from_fragment("#theme=scheme:dark,accent:0b5563,background:url(x)");
/// assert_eq!(theme.scheme, Some(Scheme::Dark));
/// assert_eq!(theme.to_fragment(), "#theme=scheme:dark,accent:0b5563");
/// // A colour that cannot be read on a dark ground is not taken there.
/// assert_eq!(theme.accent_in(Scheme::Dark), None);
/// assert!(theme.accent_in(Scheme::Light).is_some());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Theme {
    /// Light or dark.
    pub scheme: Option<Scheme>,
    /// The colour of links, buttons and lines.
    pub accent: Option<Accent>,
    /// The kind of letters.
    pub font: Option<Font>,
    /// The corners of boxes and buttons.
    pub corner: Option<Corner>,
    /// Whether the host wants to be told how tall the document is (rule 77). No look, but it travels the same way.
    pub tells_height: bool,
}

/// How a fragment with a theme begins. No anchor of a page does.
const BEGINS: &str = "theme=";

/// The word that asks for the height.
const HEIGHT: &str = "height";

/// No theme is longer; what is longer was not written by us.
const LONGEST: usize = 80;

impl Theme {
    /// The theme in a fragment, with or without its `#`. Unknown names and values are ignored; of a property that stands
    /// there twice, the first counts.
    pub fn from_fragment(fragment: &str) -> Theme {
        let mut theme = Theme::default();
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let Some(parts) = fragment.strip_prefix(BEGINS).filter(|parts| parts.len() <= LONGEST) else {
            return theme;
        };
        for part in parts.split(',') {
            match part.split_once(':') {
                Some(("scheme", value)) => theme.scheme = theme.scheme.or(Scheme::from_code(value)),
                Some(("accent", value)) => theme.accent = theme.accent.or(Accent::parse(value)),
                Some(("font", value)) => theme.font = theme.font.or(Font::from_code(value)),
                Some(("corner", value)) => theme.corner = theme.corner.or(Corner::from_code(value)),
                None if part == HEIGHT => theme.tells_height = true,
                _ => {}
            }
        }
        theme
    }

    /// The theme as a fragment with its `#`; nothing if nothing was chosen.
    pub fn to_fragment(&self) -> String {
        let scheme = self.scheme.map(|one| format!("scheme:{}", one.code()));
        let accent =
            self.accent.map(|Accent([red, green, blue])| format!("accent:{red:02x}{green:02x}{blue:02x}"));
        let font = self.font.map(|one| format!("font:{}", one.code()));
        let corner = self.corner.map(|one| format!("corner:{}", one.code()));
        let height = self.tells_height.then(|| HEIGHT.to_owned());
        let parts: Vec<_> = [scheme, accent, font, corner, height].into_iter().flatten().collect();
        if parts.is_empty() { String::new() } else { format!("#{BEGINS}{}", parts.join(",")) }
    }

    /// The accent, where it can be read in this scheme. Elsewhere Éclaire's own stays.
    pub fn accent_in(&self, scheme: Scheme) -> Option<Accent> {
        self.accent.filter(|accent| accent.is_readable_in(scheme))
    }
}
