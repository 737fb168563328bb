//! What the site says to those who build the software that takes the desk's files (`fhir/`): a page that explains them, and under
//! names that stay the codes, the texts as questionnaires, and examples. An export names these files by their address.

use super::Trouble;
use super::draw::drawn;
use super::html::{Html, document_in_place, style_link};
use super::place::Place;
use crate::cli::content_policy;
use crate::content::{DeskWord, DeskWords, Language, Reading, ReceiverWord, ReceiverWords};
use crate::record::{Export, Published, Questionnaire, published};
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The folder of a place.
const FOLDER: &str = "fhir/";

impl Place<'_> {
    /// Writes `fhir/`: `questionnaires` are all texts that the desk reads, that of today first.
    pub(super) fn receiver(&self, questionnaires: &[Questionnaire]) -> Result<(), Trouble> {
        let (desk, words) = (&self.notice.desk_words, &self.notice.receiver_words);
        let files = published(questionnaires, desk, words, self.notice.words(Reading::clear(Language::Fr)));
        for file in &files {
            self.site.plain(&self.path(&format!("{FOLDER}{}", file.name)), file.json.as_bytes())?;
        }
        let path = self.path(&format!("{FOLDER}index.html"));
        let has_address = questionnaires.first().is_some_and(|today| today.site.page.is_some());
        let document = drawn(&guide(desk, words, &files, has_address));
        let html = Html {
            language: Language::Fr,
            form: None,
            waits: false,
            at_kiosk: false,
            policy: &content_policy(false, ""),
            title: words.get(ReceiverWord::Title),
            description: None,
            head: vec![self.shared.icon.link(), style_link(&path, &self.shared.style)],
            body: vec![document_in_place(document)],
        }
        .draw();
        self.site.page(&path, &html)
    }
}

fn guide(desk: &DeskWords, words: &ReceiverWords, files: &[Published], has_address: bool) -> Markup {
    let word = |word| words.get(word).to_owned();
    let paragraphs =
        |all: &[ReceiverWord]| all.iter().map(|one| view! { <p>{word(*one)}</p> }).collect::<Vec<_>>();
    let forms = Export::ALL.map(|export| {
        let how = export.loading().map(|loading| format!(" – {}", loading.title(desk)));
        let leaves_out = export.leaves_out().map(|why| view! { <p>{desk.get(why).to_owned()}</p> });
        let title = export.title(desk).to_owned() + &how.unwrap_or_default();
        view! { <li><strong>{title}</strong>" ("<code>{export.code()}</code>")"{leaves_out}</li> }
    });
    let mut to_fill: Vec<&str> = Export::ALL.iter().flat_map(|export| export.to_fill()).copied().collect();
    to_fill.sort_unstable();
    to_fill.dedup();
    let to_fill = to_fill.into_iter().map(|path| view! { <li><code>{path}</code></li> }).collect::<Vec<_>>();
    let read_back = format!("\u{ab}\u{a0}{}\u{a0}\u{bb}", ":read-back");
    let standing = words.fill(ReceiverWord::StandingRead, &[("link", &read_back)]);
    let means = [
        ("agreed", ReceiverWord::MeansAgreed),
        ("refused", ReceiverWord::MeansRefused),
        ("objected", ReceiverWord::MeansObjected),
        ("not-objected", ReceiverWord::MeansNotObjected),
        ("talk-first", ReceiverWord::MeansTalkFirst),
    ];
    let means = means.map(|(code, text)| view! { <li><code>{code}</code>"\u{a0}: "{word(text)}</li> });
    let (examples, explained): (Vec<&Published>, Vec<&Published>) =
        files.iter().partition(|file| file.name.starts_with("example-"));
    let links = |all: Vec<&Published>| {
        let link = |one: &Published| {
            let (name, what) = (one.name.clone(), one.what.clone());
            view! { <li><a href=name.clone()>{name.clone()}</a>"\u{a0}: "{what}</li> }
        };
        all.into_iter().map(link).collect::<Vec<_>>()
    };
    let address = (!has_address).then(|| view! { <p><strong>{word(ReceiverWord::NoAddress)}</strong></p> });
    view! {
        <main class="document" lang=Language::Fr.code()>
            <h1>{word(ReceiverWord::Title)}</h1>
            <p class="lead">{word(ReceiverWord::Lead)}</p>
            {paragraphs(&[ReceiverWord::NotMedical, ReceiverWord::NotSigned])}
            <h2>{word(ReceiverWord::FilesTitle)}</h2>
            <ul>{forms.to_vec()}</ul>
            <h2>{word(ReceiverWord::WhyTitle)}</h2>
            {paragraphs(&[ReceiverWord::WhyNoConsent, ReceiverWord::WhyPurpose, ReceiverWord::WhyRules])}
            <h2>{word(ReceiverWord::FillTitle)}</h2>
            {paragraphs(&[ReceiverWord::FillHow])}
            <ul>{to_fill}</ul>
            {paragraphs(&[ReceiverWord::FillMore])}
            <h2>{word(ReceiverWord::LoadTitle)}</h2>
            {paragraphs(&[
                ReceiverWord::LoadCollection,
                ReceiverWord::LoadTransaction,
                ReceiverWord::LoadNumbers,
                ReceiverWord::LoadTwice,
            ])}
            <h2>{word(ReceiverWord::StandingTitle)}</h2>
            {paragraphs(&[ReceiverWord::StandingProposed])}
            <p>{standing}</p>
            <h2>{word(ReceiverWord::CodesTitle)}</h2>
            {address}
            {paragraphs(&[ReceiverWord::CodesWhere])}
            <ul>{means.to_vec()}</ul>
            <ul>{links(explained)}</ul>
            <h2>{word(ReceiverWord::Examples)}</h2>
            <ul>{links(examples)}</ul>
            <p><a href="../reader/">{desk.get(DeskWord::Title).to_owned()}</a></p>
        </main>
    }
    .markup()
}
