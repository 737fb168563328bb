//! The line for the patient's file: short enough to paste into one field, French, without the patient's name.

use super::ExportInput;
use crate::content::{DeskWord, Word};
use crate::record::{Behalf, RecordLine};

/// The line.
pub(super) fn line(handed: &ExportInput) -> String {
    let ExportInput { record, read_back, words, .. } = handed;
    let day = record.day.map_or_else(
        || words.get(DeskWord::LineNoDay).to_owned(),
        |day| words.fill(DeskWord::LineDay, &[("date", &day.to_string())]),
    );
    let said: Vec<String> = record
        .lists()
        .iter()
        .map(|(list, lines)| {
            let lines: Vec<String> = lines.iter().map(|line| told(handed, line)).collect();
            format!("{}\u{a0}: {}.", words.get(said_word(*list)), lines.join("\u{a0}; "))
        })
        .collect();
    let said = if said.is_empty() { words.get(DeskWord::LineNothing).to_owned() } else { said.join(" ") };
    let standing = match read_back {
        Some(day) => words.fill(DeskWord::LineReadBack, &[("date", &day.to_string())]),
        None => words.get(DeskWord::LineProposed).to_owned(),
    };
    let by = record.behalf.map(|behalf| {
        let who = words.get(match behalf {
            Behalf::Me => DeskWord::ByPatient,
            Behalf::MyChild => DeskWord::ByParent,
            Behalf::Represented => DeskWord::ByRepresentative,
        });
        words.fill(DeskWord::LineBy, &[("who", who)])
    });
    let said: Vec<String> = by.into_iter().chain([said]).collect();
    let version = record.notice_version.as_str();
    let line = words.fill(
        DeskWord::LineText,
        &[
            ("day", &day),
            ("site", record.site.name.french()),
            ("version", version),
            ("language", handed.language()),
            ("standing", &standing),
            ("said", &said.join(" ")),
        ],
    );
    let example = record.example.then(|| words.get(DeskWord::WarningExample));
    [Some(line.as_str()), example].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What the heading of each list of a record is called in the third person.
const SAID: [(Word, DeskWord); 7] = [
    (Word::SheetAgreed, DeskWord::SaidAgreed),
    (Word::SheetRefused, DeskWord::SaidRefused),
    (Word::SheetObjected, DeskWord::SaidObjected),
    (Word::SheetLeft, DeskWord::SaidLeft),
    (Word::SheetTalk, DeskWord::SaidTalk),
    (Word::SheetAsked, DeskWord::SaidAsked),
    (Word::SheetOpen, DeskWord::SaidOpen),
];

pub(super) fn said_word(list: Word) -> DeskWord {
    // A test below sees that every list of a record is in the table.
    SAID.iter().find(|(heading, _)| *heading == list).map_or(DeskWord::SaidOpen, |(_, said)| *said)
}

fn told(handed: &ExportInput, line: &RecordLine) -> String {
    let title = line.item.map_or(handed.words.get(DeskWord::General), |item| item.title.french());
    match (line.request, line.question, line.item) {
        (Some(request), ..) => format!("{} ({})", request.text.french(), title),
        // One question is known by the title of what it is about.
        (None, Some(question), Some(item)) if item.questions.len() > 1 => {
            format!("{title} ({})", question.text.french())
        }
        _ => title.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::SAID;
    use crate::record::Record;

    /// The order of the lists may change: "refuses" must never come to stand where the patient objects.
    #[test]
    fn every_list_of_a_record_has_its_own_word_in_the_third_person() {
        assert!(Record::LISTS.iter().all(|list| SAID.iter().filter(|(one, _)| one == list).count() == 1));
        assert_eq!(SAID.len(), Record::LISTS.len());
    }
}
