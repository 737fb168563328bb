//! What cannot be read, and what to do then: always the paper.

use super::DeskPage;
use crate::content::DeskWord;
use crate::desk::Refusal;
use crate::record::{CodeProblem, FileProblem, Oddity};
use leptos::prelude::*;

/// The message.
pub(super) fn refusal(page: &DeskPage, refusal: &Refusal) -> AnyView {
    let message = match refusal {
        Refusal::Code(problem) => match problem {
            CodeProblem::Foreign => page.word(DeskWord::ProblemForeign),
            CodeProblem::Character(at) => page.fill(DeskWord::ProblemCharacter, &[("at", &at.to_string())]),
            CodeProblem::Length => page.word(DeskWord::ProblemLength),
            CodeProblem::Keyboard => page.word(DeskWord::ProblemKeyboard),
            CodeProblem::Check => page.word(DeskWord::ProblemCheck),
            CodeProblem::Newer(version) => {
                page.fill(DeskWord::ProblemNewer, &[("version", &version.to_string())])
            }
            CodeProblem::OtherRegister => page.word(DeskWord::ProblemOther),
            CodeProblem::Meaningless => page.word(DeskWord::ProblemMeaningless),
            CodeProblem::Several => page.word(DeskWord::ProblemSeveral),
        },
        Refusal::File(problem) => match problem {
            FileProblem::TooLarge => page.word(DeskWord::FileTooLarge),
            FileProblem::NotText(_) => page.word(DeskWord::FileNotText),
            FileProblem::NewerLanguage(language) => {
                page.fill(DeskWord::FileNewerLanguage, &[("language", language)])
            }
            FileProblem::NotJson { line, column } => page
                .fill(DeskWord::FileNotJson, &[("line", &line.to_string()), ("column", &column.to_string())]),
            FileProblem::Foreign => page.word(DeskWord::FileForeign),
            FileProblem::Newer(version) => {
                page.fill(DeskWord::FileNewer, &[("version", &version.to_string())])
            }
            FileProblem::Broken(why) => page.fill(DeskWord::FileBroken, &[("why", &odd(page, why))]),
        },
    };
    view! { <div class="found refused"><h2>{page.word(DeskWord::ProblemTitle)}</h2><p>{message}</p></div> }
        .into_any()
}

/// What is odd about a file, in French.
fn odd(page: &DeskPage, oddity: &Oddity) -> String {
    match oddity {
        Oddity::Shape { line, column } => {
            let (line, column) = (line.to_string(), column.to_string());
            page.fill(DeskWord::OddShape, &[("line", &line), ("column", &column)])
        }
        Oddity::NoDay(month) => page.fill(DeskWord::OddNoDay, &[("month", &month.to_string())]),
        Oddity::Twice(name) => page.fill(DeskWord::OddTwice, &[("name", name)]),
        Oddity::NothingToDecide(item) => page.fill(DeskWord::OddNothingToDecide, &[("name", item.as_str())]),
        Oddity::HalfAnswered(question) => page.fill(DeskWord::OddHalfAnswered, &[("name", question)]),
        Oddity::NotOffered(what) => page.fill(DeskWord::OddNotOffered, &[("name", what)]),
        Oddity::OtherWords { question, said, .. } => {
            page.fill(DeskWord::OddOtherWords, &[("name", question), ("said", said)])
        }
    }
}
