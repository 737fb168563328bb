//! Letters that exercise a right: what each is for, and the letter itself. It is drawn here as one writes for oneself; the
//! browser writes it anew for whom the patient answers, with the answers and the day.

use super::fact;
use crate::choices::Answers;
use crate::content::{Language, Letter, Localised, Reading, Word};
use crate::patient::view::{Context, Page, Prose};
use crate::record::{Behalf, LetterPlace, Sender};
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The letters.
pub fn letters(page: &Page) -> Markup {
    let all = page.notice.letters.all.iter().map(|one| letter(page, one)).collect_view();
    view! {
        <details id="letters">
            <summary><h3>{page.word(Word::LettersTitle)}</h3></summary>
            <p>{page.word(Word::LettersLead)}</p>
            <p>{page.word(Word::LettersSent)}</p>
            <p class="needs-program">{page.word(Word::LetterFor)}</p>
            {all}
        </details>
    }
    .markup()
}

fn letter(page: &Page, letter: &Letter) -> Markup {
    let texts = &letter.texts;
    let prose = Prose::new(page);
    let one = |name, text: &Localised| fact(page, name, Some(prose.text(text)));
    let text = sender(page, None, &Answers::default()).letter(letter.to, letter.lists, &letter.written);
    let id = format!("letter-{}", letter.id);
    let act = |what: &'static str, word: Word| {
        view! {
            <button type="button" class="needs-program" data-do=what data-letter=letter.id.to_string()>
                {page.word(word)}
                <span class="visually-hidden">{page.word(Word::Separator)}{page.plain(&texts.title)}</span>
            </button>
        }
    };
    let hand_over = page.form.may_hand_over().then(|| {
        view! {
            " "
            {act("copy-letter", Word::LetterCopy)}
            " "
            {act("save-letter", Word::LetterSave)}
        }
    });
    view! {
        <details class="right letter" id=id.clone()>
            <summary>{page.text(&texts.title)}</summary>
            <dl class="facts">
                {one(Word::LetterWhen, &texts.when)}
                {one(Word::LetterSays, &texts.says)}
                {one(Word::LetterArticle, &texts.article)}
                {one(Word::LetterDelay, &texts.delay)}
                {one(Word::LetterEnclose, &texts.enclose)}
                {one(Word::LetterAfter, &texts.after)}
            </dl>
            <h4>{page.word(Word::LetterItself)}</h4>
            <pre class="letter-text" id=format!("{id}-text") data-text=letter.id.to_string() lang="fr" dir="ltr" translate="no">
                {text}
            </pre>
            <div class="actions">
                {act("print-letter", Word::LetterPrint)}
                {hand_over}
            </div>
            <p
                role="status"
                class="hint print-status"
                data-copied=page.word(Word::LetterCopied)
                data-selected=page.word(Word::LetterSelected)
            ></p>
        </details>
    }
    .markup()
}

/// What fills the letters.
pub fn sender<'a>(page: &'a Context, behalf: Option<Behalf>, answers: &'a Answers) -> Sender<'a> {
    let place = page.kit.place.as_ref().map(|place| LetterPlace {
        questionnaire: &place.questionnaire,
        kind: place.kind,
        contacts: &place.contacts,
    });
    Sender {
        frame: &page.kit.letter_frame,
        words: page.kit.words(Reading::clear(Language::Fr)),
        place,
        behalf,
        answers,
        day: page.today,
    }
}
