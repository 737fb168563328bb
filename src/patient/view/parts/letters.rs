//! Letters that exercise a right: what each is for, and the letter itself. It is drawn here as one writes for oneself; the
//! browser writes it anew for whom the patient answers, with the answers and the day.
//!
//! On a page that is not French, what the letter says stands beside it: one text for each person one may answer for, drawn natively.
//! The style shows the one of the person that is ticked, so that the program knows nothing of it, and it never leaves.

use super::fact;
use crate::choices::Answers;
use crate::content::{Direction, Gloss, Language, Letter, Localised, Reading, Word, fill, latin};
use crate::patient::view::{Context, Page, Prose};
use crate::record::{Behalf, LetterPlace, Sender, behalf_word};
use crate::view::shapes::{self, parts, piece};
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
    let gloss = gloss(page, letter);
    // Paragraph by paragraph only where something stands beside.
    let text = if gloss.is_some() { in_paragraphs(&text) } else { shapes::text(&text) };
    let id = format!("letter-{}", letter.id);
    let itself = view! {
        <h4>{page.word(Word::LetterItself)}</h4>
        <pre class="letter-text" id=format!("{id}-text") data-text=letter.id.to_string() lang="fr" dir="ltr" translate="no">
            {text}
        </pre>
    };
    let itself = match gloss {
        Some(gloss) => view! { <div class="letter-and-gloss">{itself}{gloss}</div> }.markup(),
        None => itself.markup(),
    };
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
            {itself}
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

/// What a letter says, in the language of the page; nothing where it is the letter's own.
fn gloss(page: &Page, letter: &Letter) -> Option<Markup> {
    let Gloss { about, frame, letters } = page.notice.letters.glosses.get(&page.reading.language)?;
    let mut said = letters.get(&letter.id)?.clone();
    if page.kit.place.is_some() {
        // In the letter stand the French words of this place; here, what they are.
        for body in [&mut said.me, &mut said.my_child, &mut said.represented] {
            *body = fill(body, &[("list", &about.list)]);
        }
    }
    let answers = Answers::default();
    let words = page.notice.words(Reading::clear(page.reading.language));
    let all = Behalf::ALL.map(|behalf| {
        let sender = Sender { frame, words, ..sender(page, Some(behalf), &answers) };
        let text = sender.letter(letter.to, letter.lists, &said);
        // What the style shows when this person is ticked.
        let class = match behalf {
            Behalf::Me => "gloss gloss-me",
            Behalf::MyChild => "gloss gloss-my-child",
            Behalf::Represented => "gloss gloss-represented",
        };
        // What an empty box means stands right behind the list, and leaves with the boxes (`LetterPlace::text`).
        let mut behind_list = false;
        let paragraphs = text.trim().split("\n\n").map(|one| {
            let class = behind_list.then_some("of-boxes");
            behind_list = one.contains(about.list.as_str());
            view! { <p class=class>{isolated(page, one)}</p> }
        });
        view! {
            <div class=class>
                <h5>{page.word(behalf_word(behalf))}</h5>
                {paragraphs.collect::<Vec<_>>()}
            </div>
        }
    });
    Some(
        view! {
            <div class="gloss-head">
                <h4>{about.title.clone()}</h4>
                <p class="hint">{about.hint.clone()}</p>
            </div>
            {all.into_iter().collect_view()}
        }
        .markup(),
    )
}

/// A text; where it goes from right to left, names and addresses that do not are kept together.
fn isolated(page: &Page, text: &str) -> Markup {
    if page.reading.language.direction() == Direction::Ltr {
        return shapes::text(text);
    }
    let lines = text.split('\n').enumerate().flat_map(|(at, line)| {
        let begins = (at > 0).then(|| shapes::text("\n"));
        let pieces = latin(line).into_iter().map(|(is_latin, piece)| match is_latin {
            true => view! { <bdi dir="ltr">{piece.to_owned()}</bdi> }.markup(),
            false => shapes::text(piece),
        });
        begins.into_iter().chain(pieces).collect::<Vec<_>>()
    });
    parts(lines.collect())
}

/// A letter, paragraph by paragraph: beside each there may stand what it says.
pub fn in_paragraphs(letter: &str) -> Markup {
    let mut all = vec![String::new()];
    // Letter by letter: a slice of a text brings along the code that tells where it was cut wrongly, 3 KB of every download.
    for letter in letter.chars() {
        if all.last().is_some_and(|last| last.ends_with("\n\n")) {
            all.push(String::new());
        }
        all.last_mut().into_iter().for_each(|last| last.push(letter));
    }
    parts(all.iter().map(|one| piece(shapes::text(one))).collect())
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
