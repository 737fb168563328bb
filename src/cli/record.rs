//! `eclaire record`: what a patient's code or file says, for the desk and for software of the hospital.

use super::args::Record as Options;
use super::repository::{read, read_beginning, read_given};
use super::site::fingerprinted;
use super::today::{now, today};
use super::{Repository, Trouble};
use crate::content::{Date, DeskWord, DeskWords, Language, Library, Reading, Word};
use crate::desk::Opened;
use crate::notice::Notice;
use crate::record::{
    Delivery, DeliveryNumber, Export, Moment, Questionnaire, Record, RecordLine, behalf_word, language_word,
    short_channel_word,
};
use std::hash::{BuildHasher, RandomState};
use std::path::Path;
use std::sync::Arc;

/// Reads the code with the text of its day, or the file, and prints it in French or as an export. What to be careful about goes
/// to standard error, in the words of the desk: the output stays what software can read.
pub(super) fn record(repository: &Repository, options: &Options) -> Result<(), Trouble> {
    let library = repository.library()?;
    let mut opened = match (&options.code, &options.file) {
        (Some(code), _) => of_code(code, &questionnaires(options, &library)?)?,
        (None, Some(file)) => of_file(file, options, &library)?,
        (None, None) => {
            return Err(Trouble::new("neither a code nor a file", "Name one: `eclaire record --help`."));
        }
    };
    if let Some(day) = &options.read_back {
        let next = "Write the day on which it was read back with the patient, like 2026-11-22.";
        let trouble = |why: String| Trouble::new(format!("--read-back \"{day}\" {why}"), next);
        let date = Date::parse(day).filter(|day| day.day.is_some());
        let date = date.ok_or_else(|| trouble("is no day".to_owned()))?;
        opened
            .read_back_on(Some(date), today())
            .map_err(|problem| trouble(format!("cannot be: {problem}")))?;
    }
    eprint!("{}", careful(&library, &opened));
    match options.export {
        None => print!("{}", told(&library, &opened.record)),
        Some(export) => {
            let delivery = delivery(options, &opened)?;
            let words = &library.desk_words;
            let french = library.words.get(&Reading::clear(Language::Fr)).cloned().unwrap_or_default();
            eprint!("{}", for_the_receiver(export, words));
            print!("{}", export.write(&opened.record, opened.read_back, &delivery, words, &french));
        }
    }
    Ok(())
}

/// A number of its own and the moment, unless somebody names those of another handing over: then the same bytes come out.
fn delivery(options: &Options, opened: &Opened) -> Result<Delivery, Trouble> {
    let named = |text: &String, what: &str| {
        Trouble::new(format!("\"{text}\" is no {what}"), "Leave it out, and a new one is taken.")
    };
    let number = match &options.number {
        Some(text) => DeliveryNumber::parse(text).ok_or_else(|| named(text, "UUID"))?,
        None => DeliveryNumber::of(random()),
    };
    let at = match &options.at {
        Some(text) => {
            Some(Moment::parse(text).ok_or_else(|| named(text, "moment such as 2026-11-28T09:30:00Z"))?)
        }
        None => now(),
    };
    Ok(Delivery { number, at, address: opened.address.clone() })
}

/// Sixteen bytes that nobody can foresee: the standard library has its keys for sums from the system's random source.
fn random() -> [u8; 16] {
    let half = |which: u8| u128::from(RandomState::new().hash_one(which));
    (half(0) << 64 | half(1)).to_be_bytes()
}

/// What an export leaves out and what has to be filled in, as the desk's page says it.
fn for_the_receiver(export: Export, words: &DeskWords) -> String {
    let to_fill = export.to_fill();
    let to_fill = (!to_fill.is_empty()).then(|| {
        let what = words.fill(DeskWord::ToFill, &[("what", &to_fill.join(", "))]);
        format!("{what} {}.", words.get(DeskWord::Guide))
    });
    let leaves_out = export.leaves_out().map(|why| words.get(why).to_owned());
    leaves_out.into_iter().chain(to_fill).map(|line| line + "\n").collect()
}

fn of_code(code: &str, questionnaires: &[Questionnaire]) -> Result<Opened, Trouble> {
    Opened::of_code(code, questionnaires, today())
        .map_err(|problem| Trouble::new(problem.to_string(), "Ask for the code again, or read the paper."))
}

/// A file says enough to be read alone; whoever names the site or the register has it held against its text.
fn of_file(file: &Path, options: &Options, library: &Library) -> Result<Opened, Trouble> {
    let known = options.site.is_some() || options.register.is_some();
    let questionnaires = if known { questionnaires(options, library)? } else { Vec::new() };
    let words = Notice::compose(None, library).answer_words();
    Opened::of_file(&read_beginning(file, Record::LARGEST)?, &questionnaires, &words, today()).map_err(
        |problem| {
            Trouble::new(
                format!("{}: {problem}", file.display()),
                "Ask for the file again, or read the paper.",
            )
        },
    )
}

/// What the desk's page shows above and below a record: what to be careful about, and what has changed since.
fn careful(library: &Library, opened: &Opened) -> String {
    let desk = &library.desk_words;
    let warnings = opened.warnings.iter().map(|warning| warning.told(desk));
    let proposed = opened.read_back.is_none().then(|| desk.get(DeskWord::WarningNotReadBack).to_owned());
    let changes = library.words.get(&Reading::clear(Language::Fr)).map(|words| opened.changed(words));
    let changes = changes.unwrap_or_default().into_iter().map(|(title, what)| format!("- {title} – {what}"));
    let changes: Vec<String> = changes.collect();
    let heading = (!changes.is_empty()).then(|| format!("{}\u{a0}:", desk.get(DeskWord::ChangedTitle)));
    let lines = warnings.chain(proposed).chain(heading).chain(changes);
    lines.map(|line| line + "\n").collect()
}

/// The questionnaires with which a code can be read: of a register as it is now, or of a site with its former texts.
fn questionnaires(options: &Options, library: &Library) -> Result<Vec<Questionnaire>, Trouble> {
    if let Some(site) = &options.site {
        return blanks_of(site);
    }
    let Some(file) = &options.register else {
        let next = "Name the register with --register, or the site with --site.";
        return Err(Trouble::new("a code says nothing without the text it was made with", next));
    };
    let checked = crate::register::check(&read_given(file)?, library);
    let notice = fingerprinted(&Arc::new(Notice::compose(Some(checked), library)));
    notice.questionnaire().map(|questionnaire| vec![questionnaire]).ok_or_else(|| {
        let what = format!("{} cannot be shown, so no code was made with it", file.display());
        Trouble::new(what, "Run `eclaire check` on it.")
    })
}

/// The questionnaires that a site keeps: its own, then those of its former texts.
pub(super) fn blanks_of(site: &Path) -> Result<Vec<Questionnaire>, Trouble> {
    let file = site.join(super::site::BLANKS);
    Questionnaire::from_json(&read(&file)?).map_err(|problem| {
        Trouble::new(format!("{}: {problem}", file.display()), "Take it from the site again.")
    })
}

/// What a record says, in the words of the sheet.
fn told(library: &Library, record: &Record) -> String {
    let clear = Reading::clear(Language::Fr);
    let word = |word: Word| library.words.get(&clear).map_or("", |words| words.get(word));
    let fill = |word: Word, args: &[(&str, &str)]| {
        library.words.get(&clear).map(|words| words.fill(word, args)).unwrap_or_default()
    };
    let mut lines = vec![record.site.name.french().to_owned()];
    let desk = &library.desk_words;
    let date = |day| library.words.get(&clear).map(|words| words.date(day)).unwrap_or_default();
    lines.push(match record.day {
        Some(day) => desk.fill(DeskWord::Day, &[("date", &date(day))]),
        None => desk.get(DeskWord::NoDay).to_owned(),
    });
    let version = ("version", record.notice_version.as_str());
    lines.push(fill(Word::SheetVersion, &[version, ("language", word(language_word(record.read.language)))]));
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
