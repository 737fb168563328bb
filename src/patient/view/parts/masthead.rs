//! The head of the page: whose page it is, in which languages and at which levels, and whether it is an example.

use super::{listening, unreviewed};
use crate::content::{Level, Reading, Word};
use crate::patient::kiosk::TextSize;
use crate::patient::view::Page;
use crate::share::Form;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The head of the page. The links to other languages and levels lead to whole pages of their own; with the program at
/// hand they switch on the spot and keep the reader's place.
pub fn masthead(page: &Page) -> Markup {
    let name = page.register().map(|register| page.name(&register.site.name));
    let example = page.register().is_some_and(|register| register.example);
    let languages = page.notice.languages.iter().map(|language| {
        let there = Reading { language: *language, ..page.reading }.that_exists();
        view! {
            <li>
                <a
                    href=page.form.address(page.reading, there)
                    lang=language.code()
                    hreflang=language.code()
                    data-language=language.code()
                    aria-current=(page.reading == there).then_some("true")
                >
                    {language.own_name()}
                </a>
            </li>
        }
    });
    let levels: Vec<Level> = page.levels().collect();
    let one_level = levels.len() < 2;
    let levels = levels.into_iter().map(|level| {
        let there = Reading { level, ..page.reading };
        view! {
            <li>
                <a
                    href=page.form.address(page.reading, there)
                    data-level=level.code()
                    aria-current=(page.reading == there).then_some("true")
                >
                    {page.level_name(level)}
                </a>
            </li>
        }
    });
    let (languages, levels) = (languages.collect_view(), levels.collect_view());
    let switches = view! {
        {(!one_level).then(|| view! {
            <nav class="switch levels" aria-label=page.word(Word::Levels)><ul>{levels}</ul></nav>
        })}
        <nav class="switch languages" aria-label=page.word(Word::Languages) translate="no">
            <ul>{languages}</ul>
        </nav>
    };
    // At a kiosk one chooses on the first screen.
    let how = (page.form != Form::Kiosk).then(|| how_one_reads(page, switches.markup()));
    let brand = view! { {logo()}<span>"Éclaire"</span> };
    // Each screen of a kiosk begins with a heading of the second level; this is the first.
    let brand = match page.form {
        Form::Kiosk => view! { <h1 class="brand">{brand}</h1> }.markup(),
        _ => view! { <p class="brand">{brand}</p> }.markup(),
    };
    view! {
        <header class="masthead">
            {brand}
            {name.map(|name| view! { <p class="site-name">{name}</p> })}
            {how}
            {unreviewed(page)}
            {example.then(|| view! { <p class="example-note">{page.word(Word::Example)}</p> })}
        </header>
    }
    .markup()
}

/// How one reads, behind one small control. It says the languages in their own names: whoever reads none of the page finds theirs.
fn how_one_reads(page: &Page, switches: Markup) -> Markup {
    let names = page.notice.languages.iter().map(|language| {
        let (code, name) = (language.code(), language.own_name());
        view! { <span lang=code dir=language.direction().attribute()>{name}</span>" " }
    });
    let sizes = [
        (TextSize::Normal, Word::SizeNormal),
        (TextSize::Large, Word::SizeLarge),
        (TextSize::Largest, Word::SizeLargest),
    ];
    let sizes = sizes.map(|(size, name)| {
        view! { <button type="button" data-size=size.code()>{page.word(name)}</button>" " }
    });
    view! {
        <details class="how">
            <summary>
                {globe()}
                <span class="visually-hidden">{page.word(Word::HowOneReads)}{page.word(Word::Separator)}</span>
                <span class="how-names" translate="no">{names.collect_view()}</span>
                {(page.reading.level == Level::Simple).then(|| page.level_name(Level::Simple))}
            </summary>
            <div class="how-panel">
                {switches}
                {(!page.form.is_framed()).then(|| view! {
                    <div class="sizes needs-program" role="group" aria-label=page.word(Word::KioskSize)>
                        {sizes.into_iter().collect_view()}
                    </div>
                })}
                {listening(page, Word::KioskAloud, Some(Word::AloudHint))}
            </div>
        </details>
    }
    .markup()
}

/// Other languages, other letters.
fn globe() -> Markup {
    view! {
        <svg class="picture" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
            <path d="M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18z M3.6 9h16.8 M3.6 15h16.8 M12 3c-5 5-5 13 0 18 M12 3c5 5 5 13 0 18" />
        </svg>
    }
    .markup()
}

/// Éclaire's mark, an open book.
pub fn logo() -> Markup {
    view! {
        <svg class="picture" viewBox="0 0 24 24" width="28" height="28" aria-hidden="true" focusable="false">
            <path d="M4 5.5c3-1.6 6-1.3 8 .8 2-2.1 5-2.4 8-.8V19c-3-1.6-6-1.3-8 .8-2-2.1-5-2.4-8-.8z M12 6.3V19.8" />
        </svg>
    }
    .markup()
}
