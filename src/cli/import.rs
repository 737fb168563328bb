//! `eclaire import`: other descriptions of AI products become drafts of registers.

use super::Trouble;
use super::args::{Import, ImportKind};
use super::repository::{read_beginning, write_new};
use crate::content::{LARGEST_FILE, text_of};
use crate::register::{Imported, to_json};
use std::path::{Path, PathBuf};

pub(super) fn import(options: &Import) -> Result<(), Trouble> {
    let ImportKind::Chai { files, out } = &options.kind;
    chai(files, out.as_deref())
}

/// The draft goes to a file or to standard output; what a person still has to do, always to standard error.
fn chai(files: &[PathBuf], out: Option<&Path>) -> Result<(), Trouble> {
    let (mut cards, mut unread) = (Vec::new(), Vec::new());
    for file in files {
        let bytes = read_beginning(file, LARGEST_FILE)?;
        match text_of(&bytes, LARGEST_FILE) {
            Ok(text) => cards.push((file.display().to_string(), text.to_owned())),
            Err(problem) => unread.push(format!("{}: {problem}", file.display())),
        }
    }
    let Imported { file, report, refused } = crate::register::import(&cards);
    report.iter().for_each(|one| eprintln!("{one}"));
    unread.iter().for_each(|problem| eprintln!("not imported: {problem}"));
    refused.iter().for_each(|error| eprintln!("not imported: {error}"));
    if refused.len() + unread.len() == files.len() {
        return Err(Trouble::new(
            format!("none of {} files could be imported, so there is no draft", files.len()),
            "Look at each reason above.",
        ));
    }
    let draft = to_json(&file);
    match out {
        Some(out) => {
            write_new(out, draft.as_bytes())?;
            eprintln!("The draft is in {0}. `eclaire check {0}` lists what it lacks.", out.display());
        }
        None => print!("{draft}"),
    }
    match refused.len() + unread.len() {
        0 => Ok(()),
        count => Err(Trouble::new(
            format!("{count} of {} files could not be imported", files.len()),
            "Look at each reason above; the other cards are in the draft.",
        )),
    }
}
