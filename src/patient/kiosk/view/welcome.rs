//! The first screen of a kiosk: how one wants to read and hear, before any text (EN 301 549, 5.1.3). Native controls in
//! equal blocks; what is marked is how it is now, not an answer.

use crate::content::Word;
use crate::patient::kiosk::{Contrast, TextSize};
use crate::patient::view::Page;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// One thing to set: its name, its values as written and as read, the one that holds now.
struct Setting {
    name: &'static str,
    legend: Word,
    values: Vec<(&'static str, Markup)>,
    now: &'static str,
}

/// The screen.
pub fn welcome(page: &Page) -> Markup {
    let word = |word| page.word(word).markup();
    let languages = page.notice.languages.iter().map(|language| {
        let (code, name) = (language.code(), language.own_name());
        (code, view! { <span lang=code dir=language.direction().attribute()>{name}</span> }.markup())
    });
    let levels = page.levels().map(|level| (level.code(), page.level_name(level).markup()));
    let sizes = TextSize::ALL.map(|size| {
        let name = match size {
            TextSize::Normal => Word::SizeNormal,
            TextSize::Large => Word::SizeLarge,
            TextSize::Largest => Word::SizeLargest,
        };
        (size.code(), word(name))
    });
    let contrasts = Contrast::ALL.map(|contrast| {
        let name = match contrast {
            Contrast::Normal => Word::ContrastNormal,
            Contrast::High => Word::ContrastHigh,
        };
        (contrast.code(), word(name))
    });
    let settings = [
        Setting {
            name: "language",
            legend: Word::KioskLanguage,
            values: languages.collect(),
            now: page.reading.language.code(),
        },
        Setting {
            name: "level",
            legend: Word::Levels,
            values: levels.collect(),
            now: page.reading.level.code(),
        },
        Setting {
            name: "size",
            legend: Word::KioskSize,
            values: sizes.into(),
            now: TextSize::default().code(),
        },
        Setting {
            name: "contrast",
            legend: Word::KioskContrast,
            values: contrasts.into(),
            now: Contrast::default().code(),
        },
        Setting {
            name: "aloud",
            legend: Word::KioskAloud,
            values: vec![("no", word(Word::NoPlain)), ("yes", word(Word::YesPlain))],
            now: "no",
        },
    ];
    // The languages first of all: who reads none of the page's words looks for their own.
    let mut settings = settings.into_iter().filter(|one| one.values.len() > 1).peekable();
    let languages = settings.next_if(|one| one.name == "language").map(|one| setting(page, one));
    let settings = settings.map(|one| setting(page, one));
    view! {
        <section id="welcome" class="section needs-program" aria-labelledby="welcome-title">
            <h2 id="welcome-title" tabindex="-1">{page.word(Word::Title)}</h2>
            <div class="settings">{languages}</div>
            <ul class="promises">
                <li>{page.word(Word::KioskSilence)}</li>
                <li>{page.word(Word::KioskHands)}</li>
            </ul>
            <p class="lead">{page.word(Word::KioskLead)}</p>
            <div class="settings">{settings.collect_view()}</div>
            {version(page)}
            <button type="button" class="staff-button" data-kiosk="staff">{page.word(Word::KioskStaff)}</button>
        </section>
    }
    .markup()
}

/// One group. What only some tablets can do is hidden until the program has found out.
fn setting(page: &Page, setting: Setting) -> Markup {
    let Setting { name, legend, values, now } = setting;
    let aloud = name == "aloud";
    let values = values.into_iter().map(|(value, text)| {
        let id = format!("set-{name}-{value}");
        view! {
            <label class="setting" for=id.clone()>
                <input
                    type="radio"
                    id=id.clone()
                    name=format!("set-{name}")
                    value=value
                    data-setting=name
                    checked=value == now
                />
                <span>{text}</span>
            </label>
        }
    });
    let hint = aloud.then(|| view! { <p class="hint">{page.word(Word::AloudHint)}</p> });
    let none = aloud.then(|| view! { <p class="hint" data-no-voice hidden>{page.word(Word::AloudNone)}</p> });
    view! {
        <div>
            <fieldset data-set=name hidden=aloud>
                <legend>{page.word(legend)}</legend>
                <div class="values">{values.collect_view()}</div>
                {hint}
            </fieldset>
            {none}
        </div>
    }
    .markup()
}

/// Which text this is, on the first and the last screen (rule 92), and which program, as far as the tablet knows.
pub fn version(page: &Page) -> Markup {
    let text = page.register().map(|register| {
        let review = &register.site.review;
        let date = review.last.map_or_else(|| page.word(Word::NotTold), |date| page.date(date));
        let fingerprint = page.notice.fingerprint.to_string();
        let args =
            [("version", review.version.as_str()), ("date", &date), ("fingerprint", &fingerprint[..8])];
        let due = review.next.map(|next| {
            view! { <p class="overdue" data-due=next.to_string() hidden>{page.word(Word::Overdue)}</p> }
        });
        view! { <p>{page.fill(Word::KioskVersion, &args)}</p>{due} }
    });
    view! {
        <div class="version">
            {text}
            <p data-checked=page.word(Word::KioskChecked) hidden></p>
        </div>
    }
    .markup()
}
