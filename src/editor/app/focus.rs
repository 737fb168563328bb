//! Where the focus goes when the form has been drawn again: to what someone has just made, never to the top of the page.

use crate::editor::listen;
use crate::editor::{Event, Pane};

/// Where the focus goes when the form has been drawn again.
pub(super) enum Focus {
    /// Where it is.
    Stays,
    /// To the heading of what is looked at.
    Title,
    /// To the field at a path.
    Field(String),
    /// To a control by its id.
    Control(String),
}

impl Focus {
    pub(super) fn after(event: &Event) -> Focus {
        match event {
            Event::Look(Pane::Pick(_)) => Focus::Control("search".to_owned()),
            Event::Look(_) | Event::Pick(..) | Event::Shift(..) => Focus::Title,
            Event::Add(path) => Focus::Field(path.clone()),
            Event::Remove(path) => match path.rfind('[') {
                // Out of the list of uses one falls back to the place.
                Some(end) if path[..end].contains('.') => Focus::Field(path[..end].to_owned()),
                _ => Focus::Title,
            },
            Event::AsCatalogue(path, _) => Focus::Control(format!("{path}=")),
            Event::Ticked(path, code, _) if path == "site.languages" => {
                Focus::Control(format!("{path}={code}"))
            }
            _ => Focus::Stays,
        }
    }

    pub(super) fn go(self) {
        match self {
            Focus::Stays => {}
            Focus::Title => listen::focus_soon("pane-title"),
            Focus::Field(path) => listen::focus_field_soon(&path),
            Focus::Control(id) => listen::focus_soon(&id),
        }
    }
}
