//! The foot of the page: all contacts, who wrote this and when, and the list that is for staff.

use super::{contact, emergency_numbers, unreviewed};
use crate::content::{Date, Level, Word};
use crate::patient::view::Page;
use crate::register::{Contact, Register};
use crate::share::Form;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The foot of the page.
pub fn foot(page: &Page) -> Markup {
    let register = page.register();
    let at_kiosk = page.form == Form::Kiosk;
    view! {
        <footer class="foot">
            <section id="contacts" aria-labelledby="contacts-title">
                <h2 id="contacts-title" tabindex=at_kiosk.then_some("-1")>{page.word(Word::ContactsTitle)}</h2>
                {emergency_numbers(page)}
                {match register {
                    Some(register) => contacts(page, register),
                    None => view! { <p>{page.word(Word::GeneralContacts)}</p> }.markup(),
                }}
            </section>
            <section id="about" aria-labelledby="about-title">
                <h2 id="about-title">{page.word(Word::AboutTitle)}</h2>
                <p>{page.word(if at_kiosk { Word::KioskSilence } else { Word::AboutSilence })}</p>
                {unreviewed(page)}
                // Who stands at a kiosk cannot take its network away.
                {(!at_kiosk).then(|| view! { <p class="all-there" data-all-there=page.word(Word::AllThere)></p> })}
                <details id="about-more">
                    <summary>{page.word(Word::AboutMore)}</summary>
                    {(page.reading.level == Level::Simple).then(|| view! { <p>{page.word(Word::AboutSimple)}</p> })}
                    {register.map(|register| about(page, register))}
                    {page.notice.law_read.map(|read| law(page, read))}
                    <p>{page.word(Word::AboutEclaire)}</p>
                </details>
            </section>
            {(!at_kiosk).then(|| staff(page))}
        </footer>
    }
    .markup()
}

fn contacts(page: &Page, register: &Register) -> Markup {
    let all = &register.site.contacts;
    let one = |name: Word, what: Word, reach: &Option<Contact>| {
        let reach = reach.as_ref().map_or_else(|| page.not_told(), |reach| contact(page, reach));
        view! { <li><h3>{page.word(name)}</h3><p>{page.word(what)}</p>{reach}</li> }
    };
    view! {
        <ul class="contacts">
            {one(Word::Desk, Word::DeskFor, &all.desk)}
            {one(Word::Dpo, Word::DpoFor, &all.dpo)}
            {one(Word::UsersCommission, Word::UsersCommissionFor, &all.users_commission)}
        </ul>
    }
    .markup()
}

fn about(page: &Page, register: &Register) -> Markup {
    let review = &register.site.review;
    let date = |date: Option<Date>| date.map_or_else(|| page.not_told(), |date| page.date(date).markup());
    let text = |text: &Option<crate::content::Localised>| {
        text.as_ref().map_or_else(|| page.not_told(), |text| page.text(text))
    };
    // Whether it is overdue is known only where there is a clock.
    let due = review.next.map(|next| {
        view! { <p class="overdue" data-due=next.to_string() data-overdue=page.word(Word::Overdue)></p> }
    });
    view! {
        <dl class="about">
            <div><dt>{page.word(Word::NoticeVersion)}</dt><dd><bdi>{review.version.clone()}</bdi></dd></div>
            <div><dt>{page.word(Word::NoticeFingerprint)}</dt><dd><bdi class="fingerprint">{page.notice.fingerprint.short()}</bdi></dd></div>
            <div><dt>{page.word(Word::LastReview)}</dt><dd>{date(review.last)}</dd></div>
            <div><dt>{page.word(Word::NextReview)}</dt><dd>{date(review.next)}</dd></div>
            <div><dt>{page.word(Word::Author)}</dt><dd>{text(&review.author)}</dd></div>
            <div><dt>{page.word(Word::Funding)}</dt><dd>{text(&review.funding)}</dd></div>
        </dl>
        {due}
    }
    .markup()
}

/// When somebody last read the law that the texts rest on, and that not all of it was read on that day.
fn law(page: &Page, read: Date) -> Markup {
    let read = page.date(read);
    view! { <p id="law-read">{page.fill(Word::AboutLaw, &[("read", &read)])}</p> }.markup()
}

/// What is wrong with a register that cannot be shown, for those who write it: closed, and first in the patient's language what it is and
/// whom it is for. The lines are English, like every message of the programs. What a register that is shown does not tell is no list
/// here: patients read it where it counts, staff in what `eclaire check` and the register editor say.
fn staff(page: &Page) -> Markup {
    let problems = &page.notice.problems;
    if problems.is_empty() {
        return ().markup();
    }
    let lines = problems.iter().cloned().map(|line| view! { <li>{line}</li> }).collect_view();
    view! {
        <details class="staff" id="staff">
            <summary>{page.fill(Word::Staff, &[("problems", &problems.len().to_string())])}</summary>
            <p>{page.word(Word::StaffProblems)}</p>
            <ul lang="en" dir="ltr">{lines}</ul>
        </details>
    }
    .markup()
}
