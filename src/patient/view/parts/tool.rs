//! How a tool was made, what it has brought and how it is watched: what is told line by line, what is not in one sentence.

use super::yes_no;
use crate::content::{Localised, Stage, Word};
use crate::patient::view::{Page, Prose};
use crate::register::{Report, Tool, Use};
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// One thing that may be told about a tool: what it is called before its value, what it is called in the sentence that
/// lists what is not told, and its value.
struct Told {
    label: Word,
    missing: Word,
    value: Option<Markup>,
}

/// What is told; after it, one sentence that names all that is not. A line each would fill the card with "not told".
pub(super) fn tool(page: &Page, prose: &Prose, one: &Use) -> Markup {
    let (told, untold): (Vec<_>, Vec<_>) =
        everything(page, prose, one).into_iter().partition(|one| one.value.is_some());
    let lines = told.into_iter().map(|one| view! { <p>{page.word(one.label)} " " {one.value}</p> });
    let untold: Vec<_> = untold.iter().map(|one| page.word(one.missing)).collect();
    let untold = (!untold.is_empty()).then(|| {
        let list = format!("{}{}.", page.word(Word::Separator), untold.join(" · "));
        view! { <p>{page.not_told()}{list}</p> }
    });
    view! { {lines.collect_view()}{untold} }.markup()
}

/// What of this is not told, as the sentence names it.
pub(super) fn untold_of_tool(page: &Page, one: &Use) -> Vec<String> {
    let all = everything(page, &Prose::new(page), one).into_iter();
    all.filter(|one| one.value.is_none()).map(|one| page.word(one.missing)).collect()
}

fn everything(page: &Page, prose: &Prose, one: &Use) -> Vec<Told> {
    let Tool {
        version,
        maker_country,
        made,
        benefit,
        watched,
        errors_reviewed,
        report,
        staff_trained,
        patients,
    } = &one.tool;
    let told = |label, missing, text: &Option<Localised>| Told {
        label,
        missing,
        value: text.as_ref().map(|text| prose.text(text)),
    };
    let version = version.clone().map(|version| view! { <bdi>{version}</bdi> }.markup());
    let what = benefit.as_ref().map(|one| one.what.clone());
    let measured = benefit.as_ref().map(|one| told(Word::ToolMeasured, Word::UntoldMeasured, &one.measured));
    let report = report.map(|report| match report {
        Report::SaysSo => yes_no(page, true),
        Report::DoesNotSay => yes_no(page, false),
        Report::None => page.word(Word::ToolNoReport).markup(),
    });
    let report = Told { label: Word::ToolReport, missing: Word::UntoldReport, value: report };
    // Behind the scenes nothing is written about one patient: nobody misses a word on the report there.
    let report = (report.value.is_some() || one.stages != [Stage::Behind]).then_some(report);
    [
        Some(Told { label: Word::ToolVersion, missing: Word::UntoldVersion, value: version }),
        Some(told(Word::ToolCountry, Word::UntoldCountry, maker_country)),
        Some(told(Word::ToolMade, Word::UntoldMade, made)),
        Some(told(Word::ToolBenefit, Word::UntoldBenefit, &what)),
        measured,
        Some(told(Word::ToolWatched, Word::UntoldWatched, watched)),
        Some(told(Word::ToolReviewed, Word::UntoldReviewed, errors_reviewed)),
        report,
        Some(told(Word::ToolTrained, Word::UntoldTrained, staff_trained)),
        Some(told(Word::ToolPatients, Word::UntoldPatients, patients)),
    ]
    .into_iter()
    .flatten()
    .collect()
}
