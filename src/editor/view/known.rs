//! What the catalogue says where a field of an item is left out.

use super::EditorPage;
use crate::editor::Pane;

/// What the catalogue says where a field of an item is left out.
pub(super) struct Catalogue {
    pub(super) text: Option<String>,
    pub(super) choice: Option<String>,
}

impl Catalogue {
    pub(super) fn of(page: &EditorPage, path: &str) -> Option<Catalogue> {
        let Pane::Item(kind, _) = Pane::of(path) else { return None };
        let (item, key) = path.split_once("].")?;
        let item = format!("{item}]");
        let (id, question) = page.now(|state| {
            let (at, _) = key.rsplit_once('.').unwrap_or_default();
            (state.draft.typed(&format!("{item}.catalogue")), state.draft.typed(&format!("{item}.{at}.id")))
        });
        let library = &page.library;
        let known = match kind {
            crate::editor::Kind::Use => library.catalogue.get(&id).map(|one| {
                (
                    key.strip_prefix("texts.").and_then(|key| one.texts.get(key)),
                    &one.texts.questions,
                    one.regime,
                    &one.requests,
                )
            }),
            crate::editor::Kind::Reuse => library.reuses.get(&id).map(|one| {
                (
                    key.strip_prefix("texts.").and_then(|key| one.texts.get(key)),
                    &one.texts.questions,
                    one.regime,
                    &one.requests,
                )
            }),
        };
        let (text, questions, regime, requests) = known?;
        let of_question = || {
            let texts = questions.get(&question)?;
            match key.rsplit_once('.')? {
                (_, "text") => Some(&texts.text),
                (_, "if_yes") => Some(&texts.if_yes),
                (_, "if_no") => Some(&texts.if_no),
                _ => None,
            }
        };
        let names = |list: &str, codes: Vec<&str>| {
            codes.iter().map(|code| library.editor.choice(list, code)).collect::<Vec<_>>().join(", ")
        };
        let text = match key {
            "requests" => Some(names("RequestName", requests.iter().map(|one| one.code()).collect())),
            "stages" => {
                let stages = library.catalogue.get(&id).map(|one| one.stages.as_slice()).unwrap_or_default();
                Some(names("StageName", stages.iter().map(|one| one.code()).collect()))
            }
            _ => text.or_else(of_question).map(|text| page.french(text)),
        };
        let choice =
            (key == "regime").then(|| regime.map(|one| names("RegimeName", vec![one.code()]))).flatten();
        Some(Catalogue { text, choice })
    }
}
