//! `eclaire record`: what the code on a patient's sheet says, for the desk and for software of the hospital.

use super::args::Record;
use super::finish::fingerprint;
use super::repository::read;
use super::{Repository, Trouble};
use crate::content::{Language, Localised, Reading, Word, Words};
use crate::notice::Notice;
use crate::record::{Code, Line, Sheet};
use crate::register::Register;
use crate::ui::parts::{behalf_word, request_word, short_channel_word};
use std::sync::Arc;

/// Reads the code with the register of its day and prints what it says, in French.
pub(super) fn record(repository: &Repository, options: &Record) -> Result<(), Trouble> {
    let library = repository.library()?;
    let checked = crate::register::check(&read(&options.register)?, &library);
    let notice = Arc::new(Notice::compose(Some(checked), &library));
    let Some(register) = &notice.register else {
        let what = format!("{} cannot be shown, so no code was made with it", options.register.display());
        return Err(Trouble::new(what, "Run `eclaire check` on it."));
    };
    let code = Code::read(&options.code, register, fingerprint(&notice))
        .map_err(|problem| Trouble::new(problem.to_string(), "Ask for the code again, or read the paper."))?;
    print!("{}", told(&notice, register, &code));
    Ok(())
}

/// What a code says, in the words of the sheet.
fn told(notice: &Notice, register: &Register, code: &Code) -> String {
    let words = notice.words(Reading::clear(Language::Fr));
    let french = |text: &Localised| {
        text.pick(Language::Fr, code.reading.level).map(|shown| shown.text.to_owned()).unwrap_or_default()
    };
    let mut lines = vec![french(&register.site.name)];
    let day = code.day.map(|day| day.to_string()).unwrap_or_else(|| words.get(Word::NotAnswered).to_owned());
    let version = ("version", register.site.review.version.as_str());
    lines.push(words.fill(Word::LineForFile, &[("date", &day), version]));
    lines.push(words.fill(Word::SheetVersion, &[version, ("language", code.reading.language.own_name())]));
    if let Some(behalf) = code.behalf {
        lines.push(words.fill(Word::SheetBehalf, &[("who", words.get(behalf_word(behalf)))]));
    }
    let sheet = Sheet::of(register, &code.answers);
    for (heading, list) in sheet.lists() {
        lines.push(format!("\n{}", words.get(heading)));
        lines.extend(list.iter().map(|line| format!("- {}", told_line(words, &french, line))));
    }
    lines.push(format!("\n{}", words.get(Word::ReadBack)));
    lines.join("\n") + "\n"
}

fn told_line(words: &Words, french: &dyn Fn(&Localised) -> String, line: &Line) -> String {
    let title = line.title.map_or_else(|| words.get(Word::AiInGeneral).to_owned(), french);
    let request = line.request.map(|request| words.get(request_word(request)).to_owned());
    let question = line.question.map(|(_, text, channel)| {
        let to = channel.map(|channel| words.get(short_channel_word(channel)));
        format!("{} {}", french(text), to.unwrap_or_default())
    });
    let what: Vec<String> = [Some(title), request, question].into_iter().flatten().collect();
    what.join(words.get(Word::Separator)).trim_end().to_owned()
}
