//! What the hospital needs of a record: the line for the file, FHIR, the receipt; and the word that it was read back.

use super::DeskPage;
use crate::content::{Date, DeskWord, Language, Level};
use crate::desk::{NotThatDay, Opened};
use crate::record::{Delivery, Export};
use crate::view::anew;
use crate::view::text_anew;
use leptos::prelude::*;

/// Where the site explains the exports, seen from this page.
const GUIDE: &str = "../fhir/";

/// The exports.
pub(super) fn outputs(page: &DeskPage, opened: &Opened) -> AnyView {
    let read_back = page.read_back();
    // Whoever asks for the same bytes from the program finds here which they are.
    let handed = page.handed;
    let all = Export::ALL.map(|export| output(page, opened, export, read_back));
    let says = page.clone();
    let done = anew(move || {
        let french = says.file.sheet(Language::Fr, Level::Clear);
        let done = read_back.get().map(|day| {
            let done = says.fill(DeskWord::ReadBackDone, &[("date", &french.date(day))]);
            view! { <p role="status">{done}</p> }
        });
        let not = says.not_that_day().map(|why| {
            let not = match why {
                NotThatDay::Before(day) => {
                    says.fill(DeskWord::ReadBackBefore, &[("date", &french.date(day))])
                }
                NotThatDay::ToCome | NotThatDay::Unknown => says.word(DeskWord::ReadBackNoDay),
            };
            view! { <p class="found" role="alert">{not}</p> }
        });
        view! { {done}{not} }.into_any()
    });
    view! {
        <section
            id="outputs"
            aria-labelledby="outputs-title"
            data-number=move || handed.get().0.to_string()
            data-at=move || handed.get().1.map(|at| at.to_string())
        >
            <h2 id="outputs-title">{page.word(DeskWord::Outputs)}</h2>
            <label class="request" for="read-back">
                <input type="checkbox" id="read-back" prop:checked=move || read_back.get().is_some() />
                <span>{page.word(DeskWord::ReadBack)}</span>
            </label>
            {done}
            {all.collect_view()}
            <p>{page.word(DeskWord::NotASignature)}</p>
        </section>
    }
    .into_any()
}

fn output(page: &DeskPage, opened: &Opened, export: Export, read_back: Memo<Option<Date>>) -> AnyView {
    let (file, record, address) = (page.file.clone(), opened.record.clone(), opened.address.clone());
    let handed = page.handed;
    let text = text_anew(move || {
        let (number, at) = handed.get();
        let delivery = Delivery { number, at, address: address.clone() };
        let french = file.sheet(Language::Fr, Level::Clear);
        export.write(&record, read_back.get(), &delivery, &file.words, french)
    });
    let words = &page.file.words;
    let code = export.code();
    let title = match export.loading() {
        Some(loading) => format!("{} – {}", export.title(words), loading.title(words)),
        None => export.title(words).to_owned(),
    };
    let act = |what: &'static str, word: DeskWord| {
        view! {
            <button type="button" data-do=what data-export=code>
                {page.word(word)}<span class="visually-hidden">" – "{title.clone()}</span>
            </button>
        }
    };
    let to_fill = (!export.to_fill().is_empty()).then(|| {
        let what = page.fill(DeskWord::ToFill, &[("what", &export.to_fill().join(", "))]);
        view! { <p>{what}" "<a href=GUIDE>{page.word(DeskWord::Guide)}</a></p> }
    });
    let leaves_out = export.leaves_out().map(|why| view! { <p>{page.word(why)}</p> });
    view! {
        <details class="right" id=format!("export-{code}") open=export == Export::Line>
            <summary>{title.clone()}</summary>
            {leaves_out}
            {to_fill}
            <div class="actions">{act("copy", DeskWord::Copy)}{act("save", DeskWord::Save)}</div>
            <p
                class="hint"
                role="status"
                data-copied=page.word(DeskWord::Copied)
                data-selected=page.word(DeskWord::Selected)
            ></p>
            <pre class="letter-text" id=format!("text-{code}") translate="no">{text}</pre>
        </details>
    }
    .into_any()
}
