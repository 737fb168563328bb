//! `eclaire record`: what a patient's code or file says, for the desk and for software of the hospital.

use super::args::Record as Options;
use super::repository::read;
use super::site::fingerprinted;
use super::{Repository, Trouble};
use crate::content::{Date, Language, Library, Reading, Word};
use crate::notice::Notice;
use crate::record::{Blank, Code, Record, RecordLine, behalf_word, short_channel_word};
use std::path::Path;
use std::sync::Arc;

/// Reads the code with the text of its day, or the file, and prints it in French or as an export.
pub(super) fn record(repository: &Repository, options: &Options) -> Result<(), Trouble> {
    let library = repository.library()?;
    let record = match (&options.code, &options.file) {
        (Some(code), _) => from_code(code, &blanks(options, &library)?)?,
        (None, Some(file)) => Record::from_json(&read(file)?).map_err(|problem| {
            Trouble::new(
                format!("{}: {problem}", file.display()),
                "Ask for the file again, or read the paper.",
            )
        })?,
        (None, None) => {
            return Err(Trouble::new("neither a code nor a file", "Name one: `eclaire record --help`."));
        }
    };
    let read_back = match &options.read_back {
        None => None,
        Some(day) => Some(Date::parse(day).filter(|day| day.day.is_some()).ok_or_else(|| {
            Trouble::new(format!("--read-back \"{day}\" is no day"), "Write it like 2026-11-22.")
        })?),
    };
    match options.export {
        None => print!("{}", told(&library, &record)),
        Some(export) => print!("{}", export.write(&record, read_back, &library.desk_words)),
    }
    Ok(())
}

fn from_code(code: &str, blanks: &[Blank]) -> Result<Record, Trouble> {
    let (code, blank) = Code::read_with(code, blanks)
        .map_err(|problem| Trouble::new(problem.to_string(), "Ask for the code again, or read the paper."))?;
    Ok(Record::of(blank, &code))
}

/// The blanks with which a code can be read: of a register as it is now, or of a site with its former texts.
fn blanks(options: &Options, library: &Library) -> Result<Vec<Blank>, Trouble> {
    if let Some(site) = &options.site {
        return blanks_of(site);
    }
    let Some(file) = &options.register else {
        let next = "Name the register with --register, or the site with --site.";
        return Err(Trouble::new("a code says nothing without the text it was made with", next));
    };
    let checked = crate::register::check(&read(file)?, library);
    let notice = fingerprinted(&Arc::new(Notice::compose(Some(checked), library)));
    notice.blank().map(|blank| vec![blank]).ok_or_else(|| {
        let what = format!("{} cannot be shown, so no code was made with it", file.display());
        Trouble::new(what, "Run `eclaire check` on it.")
    })
}

/// The blanks that a site keeps: its own, then those of its former texts.
pub(super) fn blanks_of(site: &Path) -> Result<Vec<Blank>, Trouble> {
    let file = site.join(super::site::BLANKS);
    Blank::from_json(&read(&file)?).map_err(|problem| {
        Trouble::new(format!("{}: {problem}", file.display()), "Take it from the site again.")
    })
}

/// What a record says, in the words of the sheet.
fn told(library: &Library, record: &Record) -> String {
    let clear = Reading::clear(Language::Fr);
    let word = |word: Word| library.words.get(&clear).map_or("", |words| words.get(word));
    let fill = |word: Word, blanks: &[(&str, &str)]| {
        library.words.get(&clear).map(|words| words.fill(word, blanks)).unwrap_or_default()
    };
    let mut lines = vec![record.site.name.french().to_owned()];
    let day = record.day.map_or_else(|| word(Word::NotAnswered).to_owned(), |day| day.to_string());
    let version = ("version", record.notice_version.as_str());
    lines.push(fill(Word::LineForFile, &[("date", &day), version]));
    lines.push(fill(Word::SheetVersion, &[version, ("language", record.read.language.own_name())]));
    if let Some(behalf) = record.behalf {
        lines.push(fill(Word::SheetBehalf, &[("who", word(behalf_word(behalf)))]));
    }
    let line = |line: &RecordLine| {
        let title = line.item.map_or(word(Word::AiInGeneral), |item| item.title.french());
        let request = line.request.map(|request| request.text.french().to_owned());
        let question = line.question.map(|question| {
            let to = question.channel.map(|channel| word(short_channel_word(channel)));
            format!("{} {}", question.text.french(), to.unwrap_or_default())
        });
        let what: Vec<String> = [Some(title.to_owned()), request, question].into_iter().flatten().collect();
        what.join(word(Word::Separator)).trim_end().to_owned()
    };
    for (heading, list) in record.lists() {
        lines.push(format!("\n{}", word(heading)));
        lines.extend(list.iter().map(|one| format!("- {}", line(one))));
    }
    lines.push(format!("\n{}", word(Word::ReadBack)));
    lines.join("\n") + "\n"
}
