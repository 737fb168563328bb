//! Searching the catalogue: by words of the title and the first line, in French, with or without accents.

use crate::choices::Regime;
use crate::content::{Language, Level, Library, Localised, Stage, fold};

/// What an entry is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// AI in care.
    Use,
    /// Data beyond one's own care.
    Reuse,
}

impl Kind {
    /// Both.
    pub const ALL: [Kind; 2] = [Kind::Use, Kind::Reuse];

    /// The list of the register that it stands in.
    pub fn list(self) -> &'static str {
        match self {
            Kind::Use => "uses",
            Kind::Reuse => "reuses",
        }
    }
}

/// An entry of the catalogue that fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its id.
    pub id: String,
    /// Its French title.
    pub title: String,
    /// What it is in one sentence.
    pub one_line: String,
    /// Where in care it happens; none for a reuse.
    pub stages: Vec<Stage>,
    /// What kind of say the patient has.
    pub regime: Option<Regime>,
}

/// The entries that have every word that was typed, those with the words in the title first, each in the order of French
/// titles. Everything, if nothing was typed.
pub fn search(library: &Library, kind: Kind, typed: &str) -> Vec<Found> {
    let words: Vec<String> = fold(typed).split_whitespace().map(str::to_owned).collect();
    let mut found: Vec<(bool, String, Found)> = all(library, kind)
        .filter_map(|found| {
            let title = fold(&found.title);
            let text = format!("{title} {} {}", fold(&found.one_line), found.id);
            let in_title = words.iter().all(|word| title.contains(word));
            words.iter().all(|word| text.contains(word)).then_some((!in_title, title, found))
        })
        .collect();
    found.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
    found.into_iter().map(|(.., found)| found).collect()
}

fn all(library: &Library, kind: Kind) -> Box<dyn Iterator<Item = Found> + '_> {
    match kind {
        Kind::Use => Box::new(library.catalogue.iter().map(|(id, entry)| Found {
            id: id.clone(),
            title: french(&entry.texts.title),
            one_line: french(&entry.texts.one_line),
            stages: entry.stages.clone(),
            regime: entry.regime,
        })),
        Kind::Reuse => Box::new(library.reuses.iter().map(|(id, entry)| Found {
            id: id.clone(),
            title: french(&entry.texts.title),
            one_line: french(&entry.texts.one_line),
            stages: Vec::new(),
            regime: entry.regime,
        })),
    }
}

fn french(text: &Localised) -> String {
    text.pick(Language::Fr, Level::Clear).map(|shown| shown.text.to_owned()).unwrap_or_default()
}
