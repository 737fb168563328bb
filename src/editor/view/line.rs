//! A line that leads to a field, of whatever there is to say about it.

use super::{EditorPage, outline};
use crate::content::EditorWord;
use crate::editor::Pane;
use crate::register::Shape;
use leptos::prelude::*;

/// A line that leads to a field.
pub(super) fn line(page: &EditorPage, path: &str, more: Option<AnyView>) -> AnyView {
    view! {
        <li>
            <button type="button" class="jump" data-jump=path.to_owned()>
                <span class="visually-hidden">{page.word(EditorWord::GoTo)}" : "</span>
                <span class="where">{name_of(page, path)}</span>
                {more}
            </button>
        </li>
    }
    .into_any()
}

/// What a place is called: the part it stands in, then the labels on the way to it.
fn name_of(page: &EditorPage, path: &str) -> String {
    let pane = Pane::of(path);
    let start = pane.path().unwrap_or_default();
    let mut names = vec![match pane {
        Pane::Item(kind, _) => outline::title(page, kind, &start),
        Pane::Site => page.word(EditorWord::PaneSite),
        _ => page.word(EditorWord::PaneRegister),
    }];
    let mut at = start.clone();
    for key in path.strip_prefix(&start).unwrap_or(path).split(['.', '[']).filter(|key| !key.is_empty()) {
        if let Some(index) = key.strip_suffix(']') {
            let number = index.parse::<usize>().map_or(1, |index| index + 1);
            names.push(number.to_string());
            at = format!("{at}[{index}]");
            continue;
        }
        let label = match Shape::register().at(&at) {
            Some(Shape::Group(group)) => {
                page.library.editor.field(group.name, key).map(|field| field.label.clone())
            }
            Some(Shape::Localised) => Some(page.library.editor.choice("Language", key).to_owned()),
            _ => None,
        };
        names.push(label.unwrap_or_else(|| key.to_owned()));
        at = if at.is_empty() { key.to_owned() } else { format!("{at}.{key}") };
    }
    names.join(" › ")
}
