//! The kiosk's shell around the frame of a visit: its place, and over it the staff's screen. Drawn natively only; the scripts
//! in `public/kiosk/` show and hide what is here, and fill in what only the device knows.
//!
//! What a patient sees is in the patient's language; the staff's screen is French. Nothing here knows of any answer.

use crate::content::{KioskWord, Language, Word, fill};
use crate::patient::view::Page;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// After how many seconds the kiosk may ask whether someone is there (rule 35).
pub const IDLE: [u32; 7] = [60, 90, 120, 180, 240, 300, 600];

/// How the size of a millimetre may be changed (rule 47).
const SCALES: [(&str, KioskWord); 4] = [
    ("0.93", KioskWord::MuchSmaller),
    ("0.99", KioskWord::Smaller),
    ("1.01", KioskWord::Bigger),
    ("1.07", KioskWord::MuchBigger),
];

/// The body of the shell.
pub fn shell(page: &Page) -> Markup {
    view! {
        <main
            id="visit"
            data-title=page.word(Word::Title)
            data-not-ready=page.word(Word::KioskNotReady)
            data-version=env!("CARGO_PKG_VERSION")
        >
            <p>{page.word(Word::OneMoment)}</p>
            // The style shows it after a while: no script of ours has to run for that.
            <p class="late">{page.word(Word::KioskNotReady)}</p>
        </main>
        <button type="button" id="team" lang=Language::Fr.code() dir="ltr" hidden>{said(page, KioskWord::Team)}</button>
        <div id="stopped" role="alert" hidden>{stopped(page)}</div>
        {staff(page)}
        {cleaning(page)}
    }
    .markup()
}

/// That the program of a visit has broken down, in every language of the page: the visit that is gone took along which one was read.
fn stopped(page: &Page) -> Markup {
    let one = |language: &Language| {
        let page = page.in_language(*language);
        let text = page.word(Word::KioskStopped);
        view! { <p lang=language.code() dir=language.direction().attribute()>{text}</p> }
    };
    page.notice.languages.iter().map(one).collect_view().markup()
}

fn said(page: &Page, word: KioskWord) -> String {
    page.notice.kiosk_words.get(word).to_owned()
}

fn staff(page: &Page) -> Markup {
    let word = |word| said(page, word);
    view! {
        <dialog id="staff" lang=Language::Fr.code() dir="ltr" aria-labelledby="staff-title">
            <h1 id="staff-title" tabindex="-1" autofocus>{word(KioskWord::Title)}</h1>
            <p>{word(KioskWord::Lead)}</p>
            <p><button type="button" class="main" data-do="back">{word(KioskWord::Back)}</button></p>
            <section aria-labelledby="clean-title">
                <h2 id="clean-title">{word(KioskWord::Clean)}</h2>
                <p>{word(KioskWord::CleanHow)}</p>
                <div class="presses">
                    <button type="button" data-do="clean">{word(KioskWord::CleanBegin)}</button>
                </div>
            </section>
            <section aria-labelledby="size-title">
                <h2 id="size-title">{word(KioskWord::Size)}</h2>
                <p>{word(KioskWord::SizeHow)}</p>
                <div class="card-outline" aria-hidden="true">{word(KioskWord::Card)}</div>
                <div class="presses">
                    {SCALES
                        .map(|(by, text)| {
                            view! { <button type="button" data-scale=by>{word(text)}</button> }
                        })
                        .into_iter()
                        .collect_view()}
                </div>
                <p>{word(KioskWord::Millimetre)}" : "<output data-is="mm"></output></p>
            </section>
            <section aria-labelledby="idle-title">
                <h2 id="idle-title">{word(KioskWord::Idle)}</h2>
                <p>{word(KioskWord::IdleHow)}</p>
                <p>
                    <label for="idle">{word(KioskWord::IdleAfter)}" "</label>
                    <select id="idle" data-is="idle" autocomplete="off">
                        {IDLE.map(|seconds| view! { <option value=seconds>{after(page, seconds)}</option> })
                            .into_iter()
                            .collect_view()}
                    </select>
                </p>
            </section>
            {voices(page)}
            {installed(page)}
        </dialog>
    }
    .markup()
}

/// Which languages can be read aloud, and what each system needs for it (rules 70 and 71).
fn voices(page: &Page) -> Markup {
    let word = |word| said(page, word);
    let languages = page.notice.languages.iter().map(|language| {
        let code = language.code();
        view! { <li><span lang=code>{language.own_name()}</span>" : "<output data-voice=code></output></li> }
    });
    view! {
        <section aria-labelledby="voices-title">
            <h2 id="voices-title">{word(KioskWord::Voices)}</h2>
            <ul data-is="voices" data-yes=word(KioskWord::VoicesYes) data-none=word(KioskWord::VoicesNone)>
                {languages.collect_view()}
            </ul>
            <p>{word(KioskWord::VoicesHow)}</p>
            <div data-is="unsure" hidden>
                <p>{word(KioskWord::VoicesUnsure)}</p>
                <p>
                    <input type="checkbox" id="voices" data-is="own" />
                    " "
                    <label for="voices">{word(KioskWord::VoicesOwn)}</label>
                </p>
            </div>
        </section>
    }
    .markup()
}

/// What is installed, and what may be done about it (rule 91).
fn installed(page: &Page) -> Markup {
    let word = |word| said(page, word);
    let text_version = page.register().map(|register| {
        view! { <div><dt>{word(KioskWord::TextVersion)}</dt><dd>{register.site.review.version.clone()}</dd></div> }
    });
    view! {
        <section aria-labelledby="installed-title">
            <h2 id="installed-title">{word(KioskWord::Installed)}</h2>
            <dl>
                <div><dt>{word(KioskWord::Version)}</dt><dd>{env!("CARGO_PKG_VERSION")}</dd></div>
                {text_version}
                <div>
                    <dt>{word(KioskWord::Sum)}</dt>
                    <dd class="sum" data-is="sum" data-none=word(KioskWord::SumNone)></dd>
                </div>
                <div>
                    <dt>{word(KioskWord::Checked)}</dt>
                    <dd data-is="checked" data-never=word(KioskWord::Never)></dd>
                </div>
            </dl>
            <div class="presses">
                <button type="button" data-do="check">{word(KioskWord::Check)}</button>
                <button type="button" data-do="before" data-is="before" hidden>{word(KioskWord::Before)}</button>
                <button type="button" data-do="after" data-is="after" hidden>{word(KioskWord::After)}</button>
            </div>
            <p
                role="status"
                data-is="said"
                data-asking=word(KioskWord::Asking)
                data-latest=word(KioskWord::Latest)
                data-coming=word(KioskWord::Coming)
                data-refused=word(KioskWord::Refused)
            ></p>
            <div class="presses">
                <button type="button" data-do="compare">{word(KioskWord::Compare)}</button>
            </div>
            <div
                role="status"
                data-is="compared"
                data-comparing=word(KioskWord::Comparing)
                data-same=word(KioskWord::Same)
                data-silent=word(KioskWord::Silent)
                data-differ=word(KioskWord::Differ)
                data-changed=word(KioskWord::Changed)
                data-nothing=word(KioskWord::Nothing)
                data-status=word(KioskWord::Status)
                data-added=word(KioskWord::Added)
                data-pages=word(KioskWord::PagesOnly)
                data-mixed=word(KioskWord::Mixed)
                data-via=word(KioskWord::Via)
            ></div>
        </section>
    }
    .markup()
}

/// Half a minute in which the screen may be wiped (rule 53).
fn cleaning(page: &Page) -> Markup {
    view! {
        <dialog id="cleaning" lang=Language::Fr.code() dir="ltr" aria-labelledby="cleaning-title">
            <h1 id="cleaning-title" tabindex="-1" autofocus>{said(page, KioskWord::Cleaning)}</h1>
            <p>{said(page, KioskWord::CleaningLeft)}" :"</p>
            <p class="left" role="timer" data-is="left"></p>
        </dialog>
    }
    .markup()
}

fn after(page: &Page, seconds: u32) -> String {
    let (word, number) =
        if seconds < 120 { (KioskWord::Seconds, seconds) } else { (KioskWord::Minutes, seconds / 60) };
    fill(&said(page, word), &[("number", &number.to_string())])
}
