//! What the place does not tell: of one use or reuse, and all of it in one list, in the words of the cards. Staff have a list of their
//! own at the foot, by the fields of their file.

use super::tool::untold_of_tool;
use crate::content::{Localised, Word};
use crate::patient::view::Page;
use crate::register::{Device, Hosting, Reuse, Use};
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// What is not told of a use: the names of the facts, as its card has them.
pub(super) fn untold(page: &Page, one: &Use) -> Vec<String> {
    let errors = [&one.errors.missed, &one.errors.false_alarm, &one.errors.team];
    let device = match &one.device {
        Some(Device::Yes { ce_class, since }) => ce_class.is_none() || since.is_none(),
        Some(Device::No) => false,
        None => true,
    };
    let everywhere = [
        (Word::FactWhen, one.when.is_none()),
        (Word::FactErrors, errors.iter().any(|text| text.is_none())),
        (Word::FactCannot, one.cannot.is_none()),
        (Word::FactLessSure, one.less_sure.is_none()),
        (Word::FactData, one.data.is_none()),
        (Word::FactIfNot, one.if_not.is_none()),
    ];
    let performance = one.performance.as_ref();
    let of_the_place = [
        (Word::FactPerformance, performance.is_none_or(|one| one.study.is_none() || one.tested_on.is_none())),
        (Word::FactDevice, device),
        (Word::FactHosting, hosting_untold(one.hosting.as_ref())),
        (Word::FactKept, one.kept.is_none()),
        (Word::FactTraining, one.training.is_none()),
        (Word::FactCommercial, one.commercial.is_none()),
        (Word::FactDepartment, one.department.is_none()),
        (Word::FactProduct, one.product.is_none()),
        (Word::FactMaker, one.maker.is_none()),
        (Word::FactSince, one.in_use_since.is_none()),
    ];
    let of_the_place = of_the_place.into_iter().filter(|_| !one.by_patient);
    let missing = everywhere.into_iter().chain(of_the_place).filter(|(_, missing)| *missing);
    let names = missing.map(|(name, _)| page.word(name));
    let of_tool = if one.by_patient { Vec::new() } else { untold_of_tool(page, one) };
    names.chain(of_tool).collect()
}

/// What is not told of a reuse.
pub(super) fn untold_of_reuse(page: &Page, one: &Reuse) -> Vec<String> {
    let missing = [
        (Word::FactWhatFor, one.what_for.is_none()),
        (Word::FactWho, one.who.is_none()),
        (Word::FactData, one.which_data.is_none()),
        (Word::FactProtection, one.protection.is_none()),
        (Word::FactEffect, one.effect_on_care.is_none()),
        (Word::FactLimits, one.limits.is_none()),
        (Word::FactHosting, hosting_untold(one.hosting.as_ref())),
        (Word::FactKept, one.kept.is_none()),
    ];
    missing.into_iter().filter(|(_, missing)| *missing).map(|(name, _)| page.word(name)).collect()
}

fn hosting_untold(hosting: Option<&Hosting>) -> bool {
    hosting.is_none_or(|one| one.organisation.is_none() || one.country.is_none() || one.hds.is_none())
}

/// Everything that is not told, by what it is about; nothing where all is told.
pub fn untold_list(page: &Page) -> Markup {
    let Some(register) = page.register() else { return ().markup() };
    let uses = register.uses.iter().map(|one| (format!("#use-{}", one.id), &one.title, untold(page, one)));
    let reuses = register
        .reuses
        .iter()
        .map(|one| (format!("#reuse-{}", one.id), &one.title, untold_of_reuse(page, one)));
    let all: Vec<(String, &Localised, Vec<String>)> =
        uses.chain(reuses).filter(|(.., untold)| !untold.is_empty()).collect();
    if all.is_empty() {
        return ().markup();
    }
    let number = all.iter().map(|(.., untold)| untold.len()).sum::<usize>().to_string();
    let items = all.into_iter().map(|(place, title, untold)| {
        let list = page.word(Word::Separator) + &untold.join(" · ");
        view! { <li><a href=place>{page.text(title)}</a>{list}</li> }
    });
    view! {
        <details id="not-told">
            <summary><h3>{page.fill(Word::GapsTitle, &[("number", &number)])}</h3></summary>
            <p>{page.word(Word::GapsLead)}</p>
            <ul class="gaps-list">{items.collect_view()}</ul>
        </details>
    }
    .markup()
}
