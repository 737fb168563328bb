//! Where my data go: one sign a use that the place declares, question by question. What the register does not tell is a dashed frame
//! among the signs and a line of words; nothing here says more than a card.

use super::crowd::{Sign, crowd, key, legend};
use super::{counted, explorable, named};
use crate::content::{Localised, Position, Word};
use crate::patient::view::Page;
use crate::patient::view::parts::card::hosting_line;
use crate::register::{Hosting, Register, Use};
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The picture; none where no use of the place itself is declared.
pub fn my_data(page: &Page) -> Option<Markup> {
    let one = named(page, "my-data")?;
    let register = page.register()?;
    // About the patients' own tools the place has nothing to tell.
    let uses: Vec<&Use> = register.uses.iter().filter(|one| !one.by_patient).collect();
    if uses.is_empty() {
        return None;
    }
    let [yes, no, told] = one.legend.as_slice() else { return None };
    let words = Words { page, yes, no, told };
    Some(explorable(
        page,
        one,
        |_, position| match position.id.as_str() {
            "care" => in_words(&words, position, &uses, |one| one.department.as_ref()),
            "hosting" => hosted(&words, position, &uses),
            "kept" => in_words(&words, position, &uses, |one| one.kept.as_ref()),
            "training" => yes_or_no(&words, position, &uses, |one| one.training),
            "commercial" => yes_or_no(&words, position, &uses, |one| one.commercial),
            _ => others(&words, position, register),
        },
        None,
    ))
}

/// What every state needs: the page, and the words of the legend.
struct Words<'a> {
    page: &'a Page,
    yes: &'a Localised,
    no: &'a Localised,
    told: &'a Localised,
}

impl Words<'_> {
    /// How many tell it, of how many.
    fn says(&self, position: &Position, told: usize, all: usize) -> Markup {
        let text = counted(self.page, &position.says, &[("told", told), ("all", all)]);
        view! { <p>{text}</p> }.markup()
    }

    /// The line of those that do not tell it.
    fn gap(&self, number: usize) -> Option<Markup> {
        let text = format!("{}{number}.", self.page.word(Word::Separator));
        let line = || view! { <li>{key(Sign::Gap)}<span>{self.page.not_told()}{text}</span></li> };
        (number > 0).then(|| view! { <ul class="people-legend">{line()}</ul> }.markup())
    }
}

/// Where they are: who hosts the data of the most uses stands first.
fn hosted(words: &Words, position: &Position, uses: &[&Use]) -> Markup {
    let page = words.page;
    let whole = |hosting: &Hosting| hosting.organisation.is_some() && hosting.country.is_some();
    // Whether a host is certified is on the cards: here it would part what lies in one place.
    let place = |one: &Use| one.hosting.clone().map(|hosting| Hosting { hds: None, ..hosting });
    let mut hosts = counted_alike(uses.iter().filter_map(|one| place(one)));
    hosts.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
    let told = uses.iter().filter(|one| one.hosting.as_ref().is_some_and(whole)).count();
    let lines = hosts.iter().map(|(hosting, number)| {
        let sign = if whole(hosting) { Sign::Full } else { Sign::Gap };
        view! { <li>{key(sign)}<span>{hosting_line(page, hosting)}{page.word(Word::Separator)}{*number}"."</span></li> }
    });
    let lines = lines.collect_view();
    let missing = uses.iter().filter(|one| one.hosting.is_none()).count();
    view! {
        {words.says(position, told, uses.len())}
        {row(&[(Sign::Full, told), (Sign::Gap, uses.len() - told)])}
        <ul class="people-legend">{lines}</ul>
        {words.gap(missing)}
    }
    .markup()
}

/// Something that each card says in words of its own, such as how long they are kept: each text once, with how many say it where more
/// than one does.
fn in_words<'a>(
    words: &Words,
    position: &Position,
    uses: &[&'a Use],
    fact: impl Fn(&'a Use) -> Option<&'a Localised>,
) -> Markup {
    let page = words.page;
    let (told, untold): (Vec<&Use>, Vec<&Use>) = uses.iter().copied().partition(|one| fact(one).is_some());
    let lines = counted_alike(told.iter().copied().filter_map(&fact)).into_iter().map(|(text, number)| {
        let several = (number > 1).then(|| format!(" ({number})"));
        view! { <li>{page.text(text)}{several}</li> }
    });
    let lines = lines.collect_view();
    view! {
        {words.says(position, told.len(), uses.len())}
        {row(&[(Sign::Full, told.len()), (Sign::Gap, untold.len())])}
        {legend(page, &[(Sign::Full, words.told, told.len())])}
        {(!told.is_empty()).then(|| view! { <ul class="told">{lines}</ul> })}
        {words.gap(untold.len())}
        {names(page, &untold)}
    }
    .markup()
}

/// Each thing once, where it first stands, with how often it does.
fn counted_alike<T: PartialEq>(all: impl Iterator<Item = T>) -> Vec<(T, usize)> {
    let mut found: Vec<(T, usize)> = Vec::new();
    for one in all {
        match found.iter_mut().find(|(known, _)| *known == one) {
            Some((_, number)) => *number += 1,
            None => found.push((one, 1)),
        }
    }
    found
}

/// Something that is so, is not so, or is not told.
fn yes_or_no(
    words: &Words,
    position: &Position,
    uses: &[&Use],
    fact: impl Fn(&Use) -> Option<bool>,
) -> Markup {
    let page = words.page;
    let those = |value: Option<bool>| -> Vec<&Use> {
        uses.iter().copied().filter(|one| fact(one) == value).collect()
    };
    let (yes, no, untold) = (those(Some(true)), those(Some(false)), those(None));
    view! {
        {words.says(position, yes.len() + no.len(), uses.len())}
        {row(&[(Sign::Full, yes.len()), (Sign::Ring, no.len()), (Sign::Gap, untold.len())])}
        {legend(page, &[(Sign::Full, words.yes, yes.len())])}
        {names(page, &yes)}
        {legend(page, &[(Sign::Ring, words.no, no.len())])}
        {words.gap(untold.len())}
        {names(page, &untold)}
    }
    .markup()
}

/// Who receives them for something else than one's care.
fn others(words: &Words, position: &Position, register: &Register) -> Markup {
    let page = words.page;
    let all = register.reuses.len();
    let told = register.reuses.iter().filter(|one| one.who.is_some()).count();
    let lines = register.reuses.iter().map(|one| {
        let who = one.who.as_ref().map_or_else(|| page.not_told(), |who| page.text(who));
        let place = format!("#reuse-{}", one.id);
        view! { <li><a href=place>{page.text(&one.title)}</a>{page.word(Word::Separator)}{who}</li> }
    });
    let lines = lines.collect_view();
    view! {
        {words.says(position, told, all)}
        {row(&[(Sign::Full, told), (Sign::Gap, all - told)])}
        {(told > 0).then(|| legend(page, &[(Sign::Full, words.told, told)]))}
        {words.gap(all - told)}
        <ul class="told">{lines}</ul>
    }
    .markup()
}

/// The signs in rows of ten.
fn row(groups: &[(Sign, usize)]) -> Markup {
    crowd(groups, 10)
}

/// The uses by name, each a link to its card; nothing if there are none.
pub(super) fn names(page: &Page, uses: &[&Use]) -> Option<Markup> {
    let lines = uses.iter().map(|one| view! { <li>{link(page, one)}</li> });
    (!uses.is_empty()).then(|| view! { <ul class="told">{lines.collect_view()}</ul> }.markup())
}

fn link(page: &Page, one: &Use) -> Markup {
    view! { <a href=format!("#use-{}", one.id)>{page.text(&one.title)}</a> }.markup()
}
