//! The accessibility statement that French law asks of public bodies (`accessibility/`): how many of the criteria of the RGAA are met,
//! which are not, whom to tell, whom to turn to. It is made of what a check has found (`content/accessibility/`) and bears the day of
//! that check; it does not know when the site is built. It speaks of Éclaire, not of the site around it.

use super::Trouble;
use super::draw::{drawn, page};
use super::html::{Html, document_in_place, style_link};
use super::place::Place;
use super::release::{FOUND, Release, STATEMENT, WORDS};
use crate::cli::content_policy;
use crate::content::{Date, Language, Reading, fill};
use crate::patient::view::Page;
use crate::patient::view::parts::contact;
use crate::share::Form;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// What a check of all criteria has found.
#[derive(Debug, Deserialize)]
struct Check {
    /// The version of the RGAA.
    version: String,
    checked: Date,
    criteria: Vec<Criterion>,
}

#[derive(Debug, Clone, Deserialize)]
struct Criterion {
    number: String,
    name: String,
    result: Finding,
    note: Option<String>,
    /// What an open one waits for.
    needed: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
enum Finding {
    #[serde(rename = "conforme")]
    Met,
    #[serde(rename = "non conforme")]
    Unmet,
    #[serde(rename = "à vérifier")]
    Open,
    #[serde(rename = "non applicable")]
    Outside,
}

/// The states that the law knows.
#[derive(Debug, PartialEq, Eq)]
enum State {
    Total,
    Partial,
    None,
}

impl Check {
    fn all(&self, finding: Finding) -> impl Iterator<Item = &Criterion> {
        self.criteria.iter().filter(move |one| one.result == finding)
    }

    fn count(&self, finding: Finding) -> usize {
        self.all(finding).count()
    }

    /// How many have to do with us: what is open as well.
    fn applicable(&self) -> usize {
        self.criteria.len() - self.count(Finding::Outside)
    }

    /// Of a hundred that apply, how many are met: never rounded up.
    fn rate(&self) -> usize {
        (100 * self.count(Finding::Met)).checked_div(self.applicable()).unwrap_or_default()
    }

    /// Half is what the law calls partial.
    fn state(&self) -> State {
        let met = self.count(Finding::Met);
        if met > 0 && met == self.applicable() {
            State::Total
        } else if met > 0 && 2 * met >= self.applicable() {
            State::Partial
        } else {
            State::None
        }
    }
}

/// The words of the page, in its order, and of the way to it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Statement {
    /// What it is called.
    pub(super) title: String,
    lead: String,
    scope: Vec<String>,
    state_heading: String,
    state_total: String,
    state_partial: String,
    state_none: String,
    numbers: String,
    by_whom: Vec<String>,
    content_heading: String,
    unmet_heading: String,
    unmet_none: String,
    open_heading: String,
    open_none: String,
    burden_heading: String,
    burden: String,
    exempt_heading: String,
    exempt: String,
    made_heading: String,
    date: String,
    technologies_heading: String,
    technologies: Vec<String>,
    tools_heading: String,
    tools: Vec<String>,
    pages_heading: String,
    pages: Vec<String>,
    contact_heading: String,
    contact_lead: String,
    remedies_heading: String,
    remedies: Vec<String>,
    remedies_ways: Vec<String>,
    to_patients: String,
    /// Where it lies in a site of several places: in the `{folder}` of each.
    pub(super) each_place: String,
}

impl Statement {
    /// The words.
    ///
    /// # Errors
    /// If they are missing in the release, or are not as they should be.
    pub(super) fn of(release: &Release) -> Result<Statement, Trouble> {
        read(release, WORDS)
    }
}

impl Place<'_> {
    /// Writes the statement of this place.
    ///
    /// # Errors
    /// If what it is made of is missing in the release, or is not as it should be.
    pub(super) fn accessibility(&self) -> Result<(), Trouble> {
        let (check, words): (Check, Statement) = (read(self.release, FOUND)?, Statement::of(self.release)?);
        let path = self.path(&format!("{STATEMENT}index.html"));
        let page = page(self.notice, Reading::clear(Language::Fr), Form::Static);
        let html = Html {
            language: Language::Fr,
            form: None,
            waits: false,
            at_kiosk: false,
            policy: &content_policy(false, ""),
            title: &words.title,
            description: None,
            head: vec![self.shared.icon.link(), style_link(&path, &self.shared.style)],
            body: vec![document_in_place(drawn(&statement(&page, &words, &check)))],
        };
        self.site.page(&path, &html.draw())
    }
}

fn read<T: DeserializeOwned>(release: &Release, file: &str) -> Result<T, Trouble> {
    toml::from_str(release.text(file)?).map_err(|error| {
        Trouble::new(format!("content/{file}: {}", error.message()), "Mend the file and build again.")
    })
}

fn statement(page: &Page, words: &Statement, check: &Check) -> Markup {
    let state = match check.state() {
        State::Total => &words.state_total,
        State::Partial => &words.state_partial,
        State::None => &words.state_none,
    };
    let count = |finding| check.count(finding).to_string();
    let numbers = fill(
        &words.numbers,
        &[
            ("all", &check.criteria.len().to_string()),
            ("applicable", &check.applicable().to_string()),
            ("met", &count(Finding::Met)),
            ("rate", &check.rate().to_string()),
            ("unmet", &count(Finding::Unmet)),
            ("open", &count(Finding::Open)),
        ],
    );
    let desk = page.register().and_then(|register| register.site.contacts.desk.as_ref());
    let place = page.register().map(|register| view! { <p>{page.text(&register.site.name)}</p> });
    view! {
        <main class="document" lang=Language::Fr.code()>
            <h1>{words.title.clone()}</h1>
            <p class="lead">{words.lead.clone()}</p>
            {place}
            {paragraphs(&words.scope)}
            <h2>{words.state_heading.clone()}</h2>
            <p><strong>{fill(state, &[("version", &check.version)])}</strong></p>
            <p>{numbers}</p>
            {paragraphs(&words.by_whom)}
            <h2>{words.content_heading.clone()}</h2>
            <h3>{words.unmet_heading.clone()}</h3>
            {criteria(check.all(Finding::Unmet), &words.unmet_none)}
            <h3>{words.open_heading.clone()}</h3>
            {criteria(check.all(Finding::Open), &words.open_none)}
            <h3>{words.burden_heading.clone()}</h3>
            <p>{words.burden.clone()}</p>
            <h3>{words.exempt_heading.clone()}</h3>
            <p>{words.exempt.clone()}</p>
            <h2>{words.made_heading.clone()}</h2>
            <p>{fill(&words.date, &[("date", &page.date(check.checked))])}</p>
            <h3>{words.technologies_heading.clone()}</h3>
            {list(&words.technologies)}
            <h3>{words.tools_heading.clone()}</h3>
            {list(&words.tools)}
            <h3>{words.pages_heading.clone()}</h3>
            {list(&words.pages)}
            <h2>{words.contact_heading.clone()}</h2>
            <p>{words.contact_lead.clone()}</p>
            {desk.map_or_else(|| view! { <p>{page.not_told()}</p> }.markup(), |desk| contact(page, desk))}
            <h2>{words.remedies_heading.clone()}</h2>
            {paragraphs(&words.remedies)}
            {list(&words.remedies_ways)}
            <p><a href="../">{words.to_patients.clone()}</a></p>
        </main>
    }
    .markup()
}

/// Criteria, each with why it is here; a sentence where there are none.
fn criteria<'a>(all: impl Iterator<Item = &'a Criterion>, none: &str) -> Markup {
    let line = |one: &Criterion| {
        let why = [&one.note, &one.needed].into_iter().flatten();
        let why = why.map(|why| view! { <p>{why.clone()}</p> }).collect::<Vec<_>>();
        view! { <li><strong>{format!("{}\u{a0}: {}", one.number, one.name)}</strong>{why}</li> }
    };
    let all = all.map(line).collect::<Vec<_>>();
    if all.is_empty() {
        view! { <p>{none.to_owned()}</p> }.markup()
    } else {
        view! { <ul>{all}</ul> }.markup()
    }
}

fn paragraphs(all: &[String]) -> Vec<impl IntoView + use<>> {
    all.iter().map(|one| view! { <p>{one.clone()}</p> }).collect()
}

fn list(all: &[String]) -> impl IntoView + use<> {
    view! { <ul>{all.iter().map(|one| view! { <li>{one.clone()}</li> }).collect::<Vec<_>>()}</ul> }
}

#[cfg(test)]
mod tests {
    // A helper that fails fails its test; that is what it is for.
    #![allow(clippy::unwrap_used)]

    use super::{Check, Criterion, FOUND, Finding, State, Statement, WORDS, page, statement};
    use crate::cli::Repository;
    use crate::content::{Language, Reading};
    use crate::notice::Notice;
    use crate::register::check;
    use crate::share::Form;
    use serde_json::Value;
    use std::sync::Arc;

    /// A check with so many of each.
    fn found(met: usize, unmet: usize, open: usize, outside: usize) -> Check {
        let all = [
            (met, Finding::Met),
            (unmet, Finding::Unmet),
            (open, Finding::Open),
            (outside, Finding::Outside),
        ];
        let one =
            |result| Criterion { number: "1.1".into(), name: "one".into(), result, note: None, needed: None };
        let criteria = all.into_iter().flat_map(|(count, result)| vec![one(result); count]).collect();
        Check {
            version: "4.1.2".into(),
            checked: crate::content::Date::parse("2026-11-29").unwrap(),
            criteria,
        }
    }

    /// The statement of this repository for a register, as words; without one, for the general page.
    fn told(register: Option<&str>) -> String {
        let repository = Repository::find().unwrap();
        let files = repository.files().unwrap();
        let library = repository.library().unwrap();
        let notice = Arc::new(Notice::compose(register.map(|json| check(json, &library)), &library));
        let words: Statement = toml::from_str(&files.0[WORDS]).unwrap();
        let found: Check = toml::from_str(&files.0[FOUND]).unwrap();
        let page = page(&notice, Reading::clear(Language::Fr), Form::Static);
        let drawn = scraper::Html::parse_fragment(statement(&page, &words, &found).as_str());
        drawn.root_element().text().collect::<Vec<_>>().join(" ")
    }

    fn hospital() -> Value {
        let path = Repository::find().unwrap().path("content/registers/hospital.json");
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
    }

    #[test]
    fn what_is_open_is_never_counted_as_met_and_the_rate_is_never_rounded_up() {
        assert_eq!((found(2, 0, 1, 50).rate(), found(2, 0, 1, 50).applicable()), (66, 3));
        assert_eq!(found(199, 1, 0, 0).rate(), 99);
        assert_eq!(found(0, 0, 0, 106).rate(), 0);
    }

    #[test]
    fn the_state_is_total_only_when_everything_is_met_and_none_below_half() {
        assert_eq!(found(3, 0, 0, 9).state(), State::Total);
        assert_eq!(found(3, 0, 1, 9).state(), State::Partial);
        assert_eq!(found(1, 1, 0, 9).state(), State::Partial);
        assert_eq!(found(49, 50, 1, 9).state(), State::None);
        assert_eq!(found(0, 0, 0, 9).state(), State::None);
    }

    #[test]
    fn the_statement_says_what_the_law_asks_for_and_that_nobody_from_outside_has_looked() {
        let told = told(Some(&hospital().to_string()));
        for wanted in [
            "2005-102",
            "2019-768",
            "conformité partielle",
            "4.1.2",
            "29 novembre 2026",
            "auto-vérification",
            "Aucun organisme extérieur",
            "ni au reste du site",
            "Non-conformités",
            "Défenseur des droits",
            "Libre réponse 71120",
        ] {
            assert!(told.contains(wanted), "{wanted}: {told}");
        }
        assert!(!told.contains('{'), "every place is filled: {told}");
    }

    #[test]
    fn every_criterion_that_is_not_met_or_open_is_named_with_its_reason() {
        let found: Check = toml::from_str(&Repository::find().unwrap().files().unwrap().0[FOUND]).unwrap();
        let told = told(None);
        for one in found.all(Finding::Unmet).chain(found.all(Finding::Open)) {
            assert!(told.contains(&format!("{}\u{a0}: {}", one.number, one.name)), "{}", one.number);
            let why = one.needed.as_ref().or(one.note.as_ref()).unwrap();
            assert!(told.contains(why), "{}", one.number);
        }
    }

    #[test]
    fn whom_to_tell_is_the_desk_of_the_register_or_is_said_not_to_be_told() {
        let mut register = hospital();
        let phone = register["site"]["contacts"]["desk"]["phone"].as_str().unwrap().to_owned();
        assert!(told(Some(&register.to_string())).contains(&phone));
        register["site"]["contacts"]["desk"] = Value::Null;
        register["site"]["contacts"].as_object_mut().unwrap().remove("desk");
        let told = told(Some(&register.to_string()));
        assert!(told.contains("on communiqué") && !told.contains(&phone), "{told}");
    }
}
