//! Patients are told as a fact only what a source says of which we are sure, and that somebody has read.

use crate::content::{Confidence, ContentProblem, Library, Rule};

/// All sources, and who names them.
pub(super) fn check(library: &Library, findings: &mut Vec<ContentProblem>) {
    let mut report = |file: String, message: String| {
        findings.push(ContentProblem { file, line: None, rule: Rule::Source, message });
    };
    for source in library.sources.values() {
        if source.confidence == Confidence::Verified && source.checked.is_none() {
            let message = format!("\"{}\" is verified, but nobody said when; add checked", source.id);
            report("sources.toml".to_owned(), message);
        }
        if source.is_law() && source.read_again.is_none() {
            let message =
                format!("\"{}\" is law, and law changes; say by which day to read_again", source.id);
            report("sources.toml".to_owned(), message);
        }
    }
    let uses = library.catalogue.iter().map(|(id, entry)| (format!("catalogue/{id}.toml"), &entry.sources));
    let reuses = library.reuses.iter().map(|(id, entry)| (format!("reuses/{id}.toml"), &entry.sources));
    let parts = library.understanding.iter().map(|part| ("understanding.toml".to_owned(), &part.sources));
    let explorables = library.explorables.iter().map(|one| ("explore.toml".to_owned(), &one.sources));
    for (file, sources) in uses.chain(reuses).chain(parts).chain(explorables) {
        let known: Vec<_> = sources.iter().filter_map(|id| library.sources.get(id)).collect();
        if !known.is_empty() && known.iter().all(|source| source.confidence == Confidence::Uncertain) {
            report(file, "only uncertain sources; find a sure one, or leave the fact out".to_owned());
        }
    }
}
