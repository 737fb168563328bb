//! What the hospital needs of a record: the line for the file, FHIR, the receipt; and the word that it was read back.

use super::DeskPage;
use crate::content::{Date, DeskWord, Language, Level};
use crate::desk::{NotThatDay, Opened};
use crate::record::Export;
use crate::view::anew;
use crate::view::text_anew;
use leptos::prelude::*;

/// The exports.
pub(super) fn outputs(page: &DeskPage, opened: &Opened) -> AnyView {
    let read_back = page.read_back();
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
        <section aria-labelledby="outputs-title">
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
    let (file, record) = (page.file.clone(), opened.record.clone());
    let text = text_anew(move || export.write(&record, read_back.get(), &file.words));
    let code = export.code();
    let title = page.word(match export {
        Export::Line => DeskWord::Line,
        Export::FhirR4 => DeskWord::FhirR4,
        Export::FhirR4Pcf => DeskWord::FhirR4Pcf,
        Export::FhirR5 => DeskWord::FhirR5,
        Export::Receipt => DeskWord::Receipt,
    });
    let act = |what: &'static str, word: DeskWord| {
        view! {
            <button type="button" data-do=what data-export=code>
                {page.word(word)}<span class="visually-hidden">" – "{title.clone()}</span>
            </button>
        }
    };
    view! {
        <details class="right" id=format!("export-{code}") open=export == Export::Line>
            <summary>{title.clone()}</summary>
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
