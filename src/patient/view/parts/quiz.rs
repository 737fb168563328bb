//! "Check what you understood": each answer opens its own explanation. There is nothing to send, no score, and nothing
//! to keep: opening all of them is as good as opening one (rule 16).

use crate::content::{QuizAnswer, QuizQuestion, Word};
use crate::patient::view::{Page, Prose};
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The questions, closed until somebody wants them.
pub fn quiz(page: &Page) -> Markup {
    let all = page.notice.quiz.iter().map(|one| question(page, one)).collect_view();
    view! {
        <details id="quiz">
            <summary><h3>{page.word(Word::QuizTitle)}</h3></summary>
            <p>{page.word(Word::QuizLead)}</p>
            <ol class="quiz">{all}</ol>
        </details>
    }
    .markup()
}

fn question(page: &Page, one: &QuizQuestion) -> Markup {
    let answers = one.answers.iter().map(|answer| self::answer(page, answer)).collect_view();
    view! {
        <li id=format!("quiz-{}", one.id)>
            <p class="quiz-question">{page.text(&one.question)}</p>
            {answers}
        </li>
    }
    .markup()
}

fn answer(page: &Page, answer: &QuizAnswer) -> Markup {
    let says = page.word(if answer.right { Word::QuizRight } else { Word::QuizOther });
    view! {
        <details class="quiz-answer">
            <summary>{page.text(&answer.text)}</summary>
            <p><strong>{says}</strong> " " {Prose::new(page).text(&answer.explanation)}</p>
        </details>
    }
    .markup()
}
