//! One use of AI as a card: a row that opens. First who decides, then what the software does, the signs that do not wait, what one can
//! say, and everything else on request; the same fields in the same order for every use.

use super::tool::tool;
use super::untold::untold;
use super::{
    contact, fact, people, questions_about, questions_to_read, regime_mark, regime_word, safety_net, yes_no,
};
use crate::choices::{Id, Regime};
use crate::content::{Localised, Picture, Word};
use crate::patient::view::{Page, Prose};
use crate::register::{Device, Errors, Hosting, Offer, Use};
use crate::view::{IntoMarkup, Markup, picture};
use leptos::prelude::*;

/// Whether the register lists the use.
#[derive(Clone, Copy, PartialEq, Eq)]
enum DirectoryEntry {
    Yes,
    No,
}

/// The card of a use.
pub fn card(page: &Page, one: &Use) -> Markup {
    article(page, one, DirectoryEntry::Yes)
}

/// The card of a patient's own tool that the register does not list: the hospital is not asked about it.
pub fn own_tool_card(page: &Page, one: &Use) -> Markup {
    article(page, one, DirectoryEntry::No)
}

fn article(page: &Page, one: &Use, listed: DirectoryEntry) -> Markup {
    // Staff name their uses: the two kinds never share a name.
    let id = match listed {
        DirectoryEntry::Yes => format!("use-{}", one.id),
        DirectoryEntry::No => format!("tool-{}", one.id),
    };
    let prose = Prose::new(page);
    let software = page.word(if one.by_patient { Word::TheTool } else { Word::TheSoftware });
    let human = if one.by_patient { Picture::Person } else { Picture::Professional };
    let human = view! { <div class="decides"><dt>{picture(human)}{page.word(Word::TheHuman)}</dt><dd>{prose.text(&one.human_does)}</dd></div> };
    let software = view! { <div><dt>{picture(Picture::Computer)}{software}</dt><dd>{prose.text(&one.software_does)}</dd></div> };
    let net = safety_net(page, &prose, one);
    let facts = facts(page, &prose, one, listed);
    let gaps = match listed {
        DirectoryEntry::Yes => untold(page, one).len(),
        DirectoryEntry::No => 0,
    };
    let inside = view! {
        {one.by_patient.then(|| view! { <p class="own-tool">{page.word(Word::OwnTool)}</p> })}
        <dl class="who-does">{human}{software}</dl>
        {net}
        {say_here(page, &one.id, &one.offer)}
        <details id=format!("{id}_more")>
            <summary>{page.word(Word::More)}<span class="visually-hidden">{page.word(Word::Separator)}{page.text(&one.title)}</span></summary>
            <dl class="facts">{facts}</dl>
        </details>
    };
    let row = Row {
        id: &id,
        title: &one.title,
        picture: one.picture,
        one_line: one.one_line.as_ref(),
        regime: one.offer.regime,
        gaps,
        moments: &one.moments,
    };
    folded(page, &row, inside.markup())
}

/// What a closed card says.
pub(super) struct Row<'a> {
    /// The name of the card.
    pub(super) id: &'a str,
    /// What it is about.
    pub(super) title: &'a Localised,
    /// What shows it.
    pub(super) picture: Picture,
    /// It in one sentence.
    pub(super) one_line: Option<&'a Localised>,
    /// What the patient may say.
    pub(super) regime: Regime,
    /// How many facts are not told.
    pub(super) gaps: usize,
    /// The moments of care to which it belongs.
    pub(super) moments: &'a [Id],
}

/// A card as it is found in a list: one row, that opens. What a row says is short and holds no link: all of it is one thing to press. Its
/// name is the title alone, and the rest describes it: who goes from row to row by ear hears what it is about first. What describes it is
/// hidden from the name, not from who hears it, and our own voice reads it too.
pub(super) fn folded(page: &Page, row: &Row, inside: Markup) -> Markup {
    let id = row.id;
    let says = row.one_line.map_or_else(|| page.not_told(), |text| page.text(text));
    let gaps = (row.gaps > 0).then(|| {
        let number = row.gaps.to_string();
        view! { <span class="untold">{page.fill(Word::GapsMark, &[("number", &number)])}</span> }
    });
    // A gap is never hidden from anybody.
    let hidden = row.one_line.is_some().then_some("true");
    let moments: Vec<&str> = row.moments.iter().map(Id::as_str).collect();
    view! {
        <article class="card" id=id.to_owned() aria-labelledby=format!("{id}_title") data-moments=moments.join(" ")>
            <details id=format!("{id}_card")>
                <summary class="row" aria-describedby=format!("{id}_says")>
                    {picture(row.picture)}
                    <h4 id=format!("{id}_title")>{page.text(row.title)}</h4>
                    " "
                    <span class="says" id=format!("{id}_says") aria-hidden=hidden>
                        <span class="one-line">{says}</span>
                        " "<span class="marks">{regime_mark(page, row.regime)}" "{gaps}</span>
                    </span>
                </summary>
                <div class="opened">{inside}</div>
            </details>
        </article>
    }
    .markup()
}

/// Where what can be said about this is said: the program puts the controls here; without it a link leads to them.
pub(super) fn say_here(page: &Page, item: &Id, offer: &Offer) -> Option<Markup> {
    if offer.regime == Regime::Inform && offer.requests.is_empty() {
        return None;
    }
    let place = format!("#say-{item}");
    Some(
        view! {
            <div class="say-here" data-say=item.to_string()>
                <p class="regime">{picture(Picture::of_regime(offer.regime))}<a href=place>{page.word(regime_word(offer.regime))}</a></p>
            </div>
        }
        .markup(),
    )
}

fn facts(page: &Page, prose: &Prose, one: &Use, listed: DirectoryEntry) -> Markup {
    let text = |text: &Option<Localised>| text.as_ref().map(|text| prose.text(text));
    let id = one.id.as_str();
    let mut all = vec![fact(page, Word::FactWhen, text(&one.when))];
    if !one.by_patient {
        all.push(fact(page, Word::FactPerformance, one.performance.as_ref().map(|p| people(page, id, p))));
    }
    all.push(fact(page, Word::FactErrors, Some(errors(page, prose, &one.errors))));
    all.push(fact(page, Word::FactCannot, text(&one.cannot)));
    all.push(fact(page, Word::FactLessSure, text(&one.less_sure)));
    if !one.by_patient {
        all.push(fact(page, Word::FactDevice, one.device.as_ref().map(|one| device(page, one))));
    }
    all.push(fact(page, Word::FactData, text(&one.data)));
    if !one.by_patient {
        all.push(fact(page, Word::FactHosting, one.hosting.as_ref().map(|one| hosting(page, one))));
        all.push(fact(page, Word::FactKept, text(&one.kept)));
        all.push(fact(page, Word::FactTraining, one.training.map(|value| yes_no(page, value))));
        all.push(fact(page, Word::FactCommercial, one.commercial.map(|value| yes_no(page, value))));
    }
    all.push(fact(page, Word::FactIfNot, text(&one.if_not)));
    if !one.by_patient {
        all.push(fact(page, Word::FactDepartment, text(&one.department)));
        all.push(fact(
            page,
            Word::FactProduct,
            one.product.clone().map(|name| view! { <bdi>{name}</bdi> }.markup()),
        ));
        all.push(fact(
            page,
            Word::FactMaker,
            one.maker.clone().map(|name| view! { <bdi>{name}</bdi> }.markup()),
        ));
        all.push(fact(page, Word::FactSince, one.in_use_since.map(|date| page.date(date).markup())));
        all.push(fact(page, Word::FactTool, Some(tool(page, prose, one))));
    }
    if listed == DirectoryEntry::Yes {
        let desk = || page.register().and_then(|register| register.site.contacts.desk.as_ref());
        let whom = one.contact.as_ref().or_else(desk);
        all.push(fact(page, Word::FactContact, whom.map(|one| contact(page, one))));
    }
    if !one.ask.is_empty() {
        let questions = match listed {
            DirectoryEntry::Yes => questions_about(page, one),
            DirectoryEntry::No => questions_to_read(page, one),
        };
        all.push(fact(page, Word::FactAsk, Some(questions)));
    }
    all.markup()
}

/// How it can be wrong, in each direction, and what the team does about it. A finding that changes nothing is told
/// only where there is such a thing.
fn errors(page: &Page, prose: &Prose, errors: &Errors) -> Markup {
    let one = |text: &Option<Localised>, missing: Word| match text {
        Some(text) => view! { <p>{prose.text(text)}</p> }.markup(),
        None => view! { <p>{page.word(missing)} " " {page.not_told()}</p> }.markup(),
    };
    view! {
        {one(&errors.missed, Word::ErrorMissed)}
        {one(&errors.false_alarm, Word::ErrorFalseAlarm)}
        {errors.leads_nowhere.as_ref().map(|text| view! { <p>{prose.text(text)}</p> })}
        {one(&errors.team, Word::ErrorTeam)}
    }
    .markup()
}

/// What the CE marking says always stands with what it does not say (rule 4).
fn device(page: &Page, device: &Device) -> Markup {
    let Device::Yes { ce_class, since } = device else { return page.word(Word::DeviceNo).markup() };
    let class = match ce_class {
        Some(class) => page.fill(Word::DeviceClass, &[("class", class)]).markup(),
        None => view! { {page.word(Word::DeviceClassOpen)} " " {page.not_told()} "." }.markup(),
    };
    let since = match since {
        Some(since) => page.fill(Word::DeviceSince, &[("date", &page.date(*since))]).markup(),
        None => view! { {page.word(Word::DeviceSinceOpen)} " " {page.not_told()} "." }.markup(),
    };
    view! { <p>{page.word(Word::DeviceYes)} " " {class} " " {since} " " {page.word(Word::DeviceLimit)}</p> }
        .markup()
}

/// By whom and where, in one line.
pub(super) fn hosting_line(page: &Page, hosting: &Hosting) -> Markup {
    let missing = |word: Word| view! { {page.word(word)} " " {page.not_told()} }.markup();
    let organisation = match &hosting.organisation {
        Some(organisation) => view! { <bdi>{organisation.clone()}</bdi> }.markup(),
        None => missing(Word::HostedBy),
    };
    let country =
        hosting.country.as_ref().map_or_else(|| missing(Word::HostedIn), |country| page.text(country));
    view! { {organisation} " · " {country} }.markup()
}

/// By whom, where, and whether the host is certified.
pub(super) fn hosting(page: &Page, hosting: &Hosting) -> Markup {
    let organisation = match &hosting.organisation {
        Some(organisation) => view! { <bdi>{organisation.clone()}</bdi> }.markup(),
        None => page.not_told(),
    };
    let country = hosting.country.as_ref().map_or_else(|| page.not_told(), |country| page.text(country));
    let hds = match hosting.hds {
        Some(true) => page.word(Word::HostedCertified).markup(),
        Some(false) => page.word(Word::HostedNotCertified).markup(),
        None => page.not_told(),
    };
    view! {
        <p>{page.word(Word::HostedBy)} " " {organisation}</p>
        <p>{page.word(Word::HostedIn)} " " {country}</p>
        <p>{page.word(Word::HostedHds)} " " {hds}</p>
    }
    .markup()
}
