//! `eclaire check`: what is wrong with a register, and what it does not tell.

use super::args::Check;
use super::repository::read_beginning;
use super::today::today;
use super::{Repository, Trouble};
use crate::content::{Date, LARGEST_FILE, Source, text_of};
use std::path::Path;

pub(super) fn check(repository: &Repository, options: &Check) -> Result<(), Trouble> {
    let mut broken = 0;
    for file in &options.files {
        broken +=
            if file == Path::new("content") { content(repository)? } else { register(repository, file)? };
    }
    match broken {
        0 => Ok(()),
        count => Err(Trouble::new(format!("{count} errors"), "Mend what is listed above and check again.")),
    }
}

fn content(repository: &Repository) -> Result<usize, Trouble> {
    let files = repository.files()?;
    let (library, problems) = crate::content::check(&files);
    for problem in &problems {
        println!("error: {problem}");
    }
    // A text that waits to be read again is no error: the texts are as right as on the day before.
    for source in today().map(|today| crate::content::due(&library.sources, today)).unwrap_or_default() {
        println!("due:   content/sources.toml: {}", waits(source));
    }
    println!("{}", crate::content::trend(&files));
    println!(
        "content: {} uses, {} reuses, {} rights, {} terms, {} sources, {} errors",
        library.catalogue.len(),
        library.reuses.len(),
        library.rights.len(),
        library.glossary.terms().len(),
        library.sources.len(),
        problems.len(),
    );
    Ok(problems.len())
}

/// Which source waits to be read again, and since when.
fn waits(source: &Source) -> String {
    let day = |date: Option<Date>| date.map_or_else(|| "never".to_owned(), |date| date.to_string());
    let (by, read) = (day(source.read_again), day(source.checked));
    format!("\"{}\" ({}) had to be read again by {by}; last read: {read}", source.id, source.reference)
}

fn register(repository: &Repository, file: &Path) -> Result<usize, Trouble> {
    let bytes = read_beginning(file, LARGEST_FILE)?;
    let text = match text_of(&bytes, LARGEST_FILE) {
        Ok(text) => text,
        // It hides nothing of the next file.
        Err(problem) => {
            println!("error: {}: {problem}", file.display());
            return Ok(1);
        }
    };
    let checked = crate::register::check(text, &repository.library()?);
    for problem in &checked.errors {
        println!("error: {problem}");
    }
    for problem in &checked.gaps {
        println!("gap:   {}: {} is not told", problem.path, problem.kind.expected());
    }
    println!("{}: {} errors, {} gaps", file.display(), checked.errors.len(), checked.gaps.len());
    if checked.register.is_some() && !checked.gaps.is_empty() {
        println!("The register can be shown. Each gap is shown to patients as not told by the hospital.");
    }
    Ok(checked.errors.len())
}
