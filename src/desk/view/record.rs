//! What the patient said: French for the desk, beside it what the patient read.

use super::DeskPage;
use crate::content::{DeskWord, Language, Level, Word, Words};
use crate::desk::Opened;
use crate::record::{Record, RecordLine, Wording, behalf_word, language_word, short_channel_word};
use crate::view::anew;
use leptos::prelude::*;

/// The record.
pub(super) fn record(page: &DeskPage, opened: &Opened) -> AnyView {
    let record = &opened.record;
    let french = page.file.sheet(Language::Fr, Level::Clear).clone();
    let theirs = page.file.sheet(record.sheet_language, record.read.level).clone();
    let beside = (record.sheet_language != Language::Fr).then_some(record.sheet_language);
    let day = record.day.map_or_else(
        || page.word(DeskWord::NoDay),
        |day| page.fill(DeskWord::Day, &[("date", &french.date(day))]),
    );
    let level = page.word(match record.read.level {
        Level::Clear => DeskWord::LevelClear,
        Level::Simple => DeskWord::LevelSimple,
    });
    let read = page.fill(
        DeskWord::ReadAs,
        &[
            ("version", &record.notice_version),
            ("language", french.get(language_word(record.read.language))),
            ("level", &level),
        ],
    );
    let behalf = record.behalf.map_or_else(
        || page.word(DeskWord::NoBehalf),
        |behalf| page.fill(DeskWord::Behalf, &[("who", french.get(behalf_word(behalf)))]),
    );
    let lists = record.lists().into_iter().map(|(list, lines)| {
        let heading = beside.map(|language| {
            let heading = theirs.get(list).to_owned();
            view! { <span lang=language.code() dir=language.direction().attribute()>{heading}</span> }
        });
        let lines = lines.iter().map(|line| told(page, &french, record, line, beside)).collect_view();
        view! {
            <h3 class="desk-row"><span>{french.get(list).to_owned()}</span>{heading}</h3>
            <ul class="lines">{lines}</ul>
        }
    });
    let warnings =
        opened.warnings.iter().map(|one| view! { <li>{one.told(&page.file.words)}</li> }).collect_view();
    let (read_back, proposed) = (page.read_back(), page.word(DeskWord::WarningNotReadBack));
    let proposed =
        anew(move || read_back.get().is_none().then(|| view! { <li>{proposed.clone()}</li> }).into_any());
    let changes = opened.changed(&french).into_iter();
    let changes = changes
        .map(|(title, what)| view! { <li><strong>{title}</strong>" – "{what}</li> })
        .collect::<Vec<_>>();
    view! {
        <section aria-labelledby="record-title">
            <h2 id="record-title">{page.word(DeskWord::RecordTitle)}</h2>
            <ul class="warnings">{warnings}{proposed}</ul>
            <p>{record.site.name.french().to_owned()}" – "{day}" – "{read}</p>
            <p><strong>{behalf}</strong></p>
            <div class="paper notranslate" lang="fr" translate="no">{lists.collect_view()}</div>
            {(!changes.is_empty()).then(|| {
                view! { <h3>{page.word(DeskWord::ChangedTitle)}</h3><ul class="changes">{changes}</ul> }
            })}
        </section>
    }
    .into_any()
}

fn told(
    page: &DeskPage,
    words: &Words,
    record: &Record,
    line: &RecordLine,
    beside: Option<Language>,
) -> AnyView {
    let side = |language: Language, words: &Words| {
        let text = |wording: &Wording| in_language(page, wording, language);
        let title = match line.item {
            Some(item) => text(&item.title),
            None => words.get(Word::AiInGeneral).to_owned().into_any(),
        };
        let what = line.request.map(|request| &request.text).or(line.question.map(|question| &question.text));
        let to = line.question.and_then(|question| question.channel).map(|channel| {
            view! { " " <span class="to">{words.get(short_channel_word(channel)).to_owned()}</span> }
        });
        view! { <strong>{title}</strong>" – "{what.map(text)}{to} }
    };
    let theirs = beside.map(|language| {
        let words = page.file.sheet(language, record.read.level);
        view! {
            <div lang=language.code() dir=language.direction().attribute()>{side(language, words)}</div>
        }
    });
    view! { <li class="desk-row"><div>{side(Language::Fr, words)}</div>{theirs}</li> }.into_any()
}

/// A text in a language; where it does not exist in it, what was shown instead, and that it was.
fn in_language(page: &DeskPage, wording: &Wording, language: Language) -> AnyView {
    match wording.shown(language) {
        Some((found, text)) if found == language => text.to_owned().into_any(),
        Some((found, text)) => {
            let note = page.word(DeskWord::NoText);
            view! {
                <span lang=found.code() dir=found.direction().attribute()>{text.to_owned()}</span>
                " "
                <small lang="fr" dir="ltr">{note}</small>
            }
            .into_any()
        }
        None => ().into_any(),
    }
}
