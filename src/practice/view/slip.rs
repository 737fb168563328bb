//! The slip: one side of A5 for the patient's hand, in the patient's language, with French below where that is another.

use crate::content::{HandoutWord, Language, Word};
use crate::practice::{Handout, Place, PracticeFile};
use crate::view::qr;
use leptos::prelude::*;

/// The slip. Empty without a link.
pub fn slip(file: &PracticeFile, place: &Place, language: Language, handout: &Handout) -> AnyView {
    let Ok(link) = &handout.link else { return ().into_any() };
    let word = |word| file.handout.get(language, word).to_owned();
    let code = handout.qr.as_ref().map(|code| qr(code, word(HandoutWord::Square)));
    // Every browser adds it: nobody has to type it.
    let typed = link.strip_prefix("https://").unwrap_or(link);
    let (page, rest) = typed.split_at(typed.find('#').unwrap_or(typed.len()));
    // A line ends before the part that has to be typed exactly, not in it.
    let typed = view! { {page.to_owned()}<wbr />{rest.to_owned()} };
    let french = (language != Language::Fr).then(|| {
        view! {
            <div class="slip-french" lang=Language::Fr.code() dir=Language::Fr.direction().attribute()>
                {words(file, place, Language::Fr, handout)}
            </div>
        }
    });
    view! {
        <article class="slip" id="slip" lang=language.code() dir=language.direction().attribute()>
            <p class="slip-site">{Place::text(&place.name, language).to_owned()}</p>
            <p class="slip-title">{word(HandoutWord::Title)}</p>
            {words(file, place, language, handout)}
            <div class="slip-code">
                {code}
                <div>
                    <p>{word(HandoutWord::Scan)}</p>
                    <p class="slip-address"><bdi dir="ltr" translate="no">{typed}</bdi></p>
                </div>
            </div>
            {french}
            <p class="slip-version">{version(file, place, language)}</p>
            {(!language.is_checked()).then(|| view! { <p class="slip-version unreviewed">{file.of(language).get(Word::Unreviewed).to_owned()}</p> })}
        </article>
    }
    .into_any()
}

/// What it is about, what it reveals, whom to ask.
fn words(file: &PracticeFile, place: &Place, language: Language, handout: &Handout) -> AnyView {
    let word = |word| file.handout.get(language, word).to_owned();
    let desk = place.desk.as_ref().map(|desk| Place::text(desk, language).to_owned());
    let ask = match desk {
        Some(desk) => format!("{} {desk}", word(HandoutWord::AskDesk)),
        None => word(HandoutWord::Ask),
    };
    view! {
        <p>{word(HandoutWord::Lead)}</p>
        {handout.names.then(|| view! { <p>{word(HandoutWord::Named)}</p> })}
        <p>{word(HandoutWord::Silence)}</p>
        <p>{ask}</p>
    }
    .into_any()
}

/// Which text it leads to (rule 92).
fn version(file: &PracticeFile, place: &Place, language: Language) -> String {
    let said = file.handout.fill(language, HandoutWord::Version, &[("version", &place.version)]);
    let reviewed = place.reviewed.map(|date| {
        let date = file.of(language).date(date);
        file.handout.fill(language, HandoutWord::Reviewed, &[("date", &date)])
    });
    let fingerprint = place.fingerprint.map(|fingerprint| {
        file.handout.fill(language, HandoutWord::Fingerprint, &[("fingerprint", &fingerprint.short())])
    });
    [said].into_iter().chain(reviewed).chain(fingerprint).collect::<Vec<_>>().join(" – ")
}
