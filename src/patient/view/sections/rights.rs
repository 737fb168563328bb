//! "My data and my rights": the reuses of data that the hospital declares, then each right.

use crate::content::{Right, RightGroup, Word};
use crate::patient::view::parts::{ask_someone, fact, my_data, reuse_card};
use crate::patient::view::{Page, Prose};
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The section.
pub fn rights(page: &Page) -> Markup {
    let reuses = page.register().map(|register| {
        let cards = register.reuses.iter().map(|one| reuse_card(page, one)).collect_view();
        let none = register.reuses.is_empty().then(|| view! { <p>{page.not_told()}</p> });
        view! {
            <h3 id="reuses-title">{page.word(Word::ReusesTitle)}</h3>
            <p>{page.word(Word::ReusesLead)}</p>
            {register.has_projects().then(|| projects(page, register.site.projects.as_deref()))}
            <div class="cards">{cards}{none}</div>
        }
    });
    let groups = RightGroup::ALL.map(|group| group_of(page, group));
    view! {
        <section id="rights" class="section" aria-labelledby="rights-title">
            <h2 id="rights-title" tabindex="-1">{page.word(Word::RightsTitle)}</h2>
            <p class="lead">{page.word(Word::RightsLead)}</p>
            {my_data(page)}
            {reuses}
            {groups.collect_view()}
            {ask_someone(page)}
        </section>
    }
    .markup()
}

/// Where the place publishes the projects and what came of them. An address to read: no page leads away.
fn projects(page: &Page, address: Option<&str>) -> Markup {
    let address = address.map(|address| view! { <bdi>{address.to_owned()}</bdi> }.markup());
    view! { <p>{page.word(Word::ReusesProjects)} " " {address.unwrap_or_else(|| page.not_told())}</p> }
        .markup()
}

fn group_of(page: &Page, group: RightGroup) -> Markup {
    let title = match group {
        RightGroup::CareTeam => Word::RightsCareTeam,
        RightGroup::Record => Word::RightsRecord,
        RightGroup::DataUse => Word::RightsDataUse,
        RightGroup::Decisions => Word::RightsDecisions,
        RightGroup::HealthSpace => Word::RightsHealthSpace,
        RightGroup::People => Word::RightsPeople,
        RightGroup::Complaint => Word::RightsComplaint,
        RightGroup::Later => Word::RightsLater,
    };
    let all = page
        .notice
        .rights
        .iter()
        .filter(|right| right.group == group)
        .map(|one| right(page, one))
        .collect_view();
    view! {
        <details class="right-group" id=format!("rights-{}", group.code())>
            <summary><h3>{page.word(title)}</h3></summary>
            <div class="rights">{all}</div>
        </details>
    }
    .markup()
}

fn right(page: &Page, right: &Right) -> Markup {
    let texts = &right.texts;
    let prose = Prose::new(page);
    let what = prose.text(&texts.what);
    let one = |name, text| fact(page, name, Some(prose.text(text)));
    let sources = right.sources.join(" · ");
    let letters = page.notice.letters.all.iter().filter(|letter| letter.rights.contains(&right.id));
    let letters = letters.map(|letter| {
        let place = format!("#letter-{}", letter.id);
        view! { <p>{page.word(Word::RightLetter)}" "<a href=place>{page.text(&letter.texts.title)}</a></p> }
    });
    view! {
        <details class="right" id=format!("right-{}", right.id)>
            <summary>{page.text(&texts.title)}</summary>
            <p>{what}</p>
            <dl class="facts">
                {one(Word::RightWho, &texts.who)}
                {one(Word::RightHow, &texts.how)}
                {one(Word::RightDelay, &texts.delay)}
                {one(Word::RightCost, &texts.cost)}
                {one(Word::RightLimits, &texts.limits)}
            </dl>
            {letters.collect_view()}
            <p class="sources">{page.word(Word::RightSources)} " " <span lang="fr">{sources}</span></p>
        </details>
    }
    .markup()
}
