//! `eclaire import`: other descriptions of AI products become drafts of registers.

use super::Trouble;
use super::args::{Import, ImportKind};
use super::repository::{read, write};
use crate::register::{Imported, to_json};
use std::path::{Path, PathBuf};

pub(super) fn import(options: &Import) -> Result<(), Trouble> {
    let ImportKind::Chai { files, out } = &options.kind;
    chai(files, out.as_deref())
}

/// The draft goes to a file or to standard output; what a person still has to do, always to standard error.
fn chai(files: &[PathBuf], out: Option<&Path>) -> Result<(), Trouble> {
    let read_card = |file: &PathBuf| Ok((file.display().to_string(), read(file)?));
    let cards = files.iter().map(read_card).collect::<Result<Vec<_>, Trouble>>()?;
    let Imported { file, report, refused } = crate::register::import(&cards);
    report.iter().for_each(|one| eprintln!("{one}"));
    refused.iter().for_each(|error| eprintln!("not imported: {error}"));
    let draft = to_json(&file);
    match out {
        Some(out) => {
            write(out, draft.as_bytes())?;
            eprintln!("The draft is in {0}. `eclaire check {0}` lists what it lacks.", out.display());
        }
        None => print!("{draft}"),
    }
    match refused.len() {
        0 => Ok(()),
        count => Err(Trouble::new(
            format!("{count} of {} files could not be imported", files.len()),
            "Look at each reason above; the other cards are in the draft.",
        )),
    }
}
