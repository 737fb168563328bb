//! The embed: the page in a sandboxed frame on somebody else's page. It looks as the host has chosen from a closed list, and
//! tells the host nothing; its height, if the host has asked for it.

use crate::device::{fragment, look, tell_height};
use crate::share::{Scheme, Theme};
use web_sys::Element;

/// Before anything is drawn. `root` holds the document.
pub(super) fn begin(root: &Element) {
    let theme = Theme::from_fragment(&fragment());
    let accent = |scheme| theme.accent_in(scheme).map(|accent| accent.to_string());
    look(
        &[
            ("data-scheme", theme.scheme.map(Scheme::code)),
            ("data-font", theme.font.map(|font| font.code())),
            ("data-corner", theme.corner.map(|corner| corner.code())),
        ],
        &[("--accent-light", accent(Scheme::Light)), ("--accent-dark", accent(Scheme::Dark))],
    );
    if theme.tells_height {
        tell_height(root);
    }
}
