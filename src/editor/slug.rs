//! Names that machines read, made of words.

use crate::choices::Id;
use crate::content::fold;

/// A short name for machines made of a text; `None` if no letter is left.
pub fn slug(text: &str) -> Option<Id> {
    let dashed: String =
        fold(text).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let words = dashed.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    let name = words.trim_start_matches(|c: char| !c.is_ascii_lowercase());
    let cut = name.get(..Id::LONGEST).unwrap_or(name).trim_end_matches('-');
    Id::parse(cut)
}
