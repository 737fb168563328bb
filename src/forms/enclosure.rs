//! The door of the program: it does not come alive where somebody looks in.

use crate::browser::{is_overlooked, open_up, shut};
use web_sys::Element;

/// Before anything is kept, shown or said. `None` where the page has to stay still: it stands in a frame of somebody who could
/// read it. `root` holds the document.
pub(super) fn enclosed(root: &Element) -> Option<()> {
    if is_overlooked() {
        shut(root);
        return None;
    }
    open_up(root);
    Some(())
}
