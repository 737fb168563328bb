//! Drawing natively, with the same views as in the browser. Knows nothing of files.

use super::search::{parts, split_once};
use crate::choices::Id;
use crate::content::{Localised, Reading, Word};
use crate::notice::Notice;
use crate::patient::Visit;
use crate::patient::view::parts::{card, question, reuse_card};
use crate::patient::view::{Page, document, title};
use crate::record::Fingerprint;
use crate::register::Offer;
use crate::share::Form;
use crate::view::Markup;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// What a page in one language at one level consists of.
#[derive(Debug, Clone)]
pub struct Prerendered {
    /// The document, as HTML.
    pub document: String,
    /// The title.
    pub title: String,
    /// One sentence about the page.
    pub description: String,
}

/// The static pages of a place, in the order of its readings.
pub(super) type Pages = Vec<(Reading, Prerendered)>;

/// Draws the page in one language at one level.
pub fn prerender(notice: &Arc<Notice>, reading: Reading, form: Form) -> Prerendered {
    let page = page(notice, reading, form);
    Prerendered {
        title: title(&page),
        description: page.word(Word::CareLead),
        // Leptos leaves comments as marks for hydration, which we do not do.
        document: without_comments(document(&page).as_str()),
    }
}

/// The notice, knowing what it shows: the fingerprint of its page in every language and at every level, as it is drawn, and
/// the digest of each use and reuse in it.
pub fn fingerprinted(notice: &Arc<Notice>) -> Arc<Notice> {
    drawn_whole(notice).0
}

/// The notice with its fingerprint, and the static pages of which that was made: they are not drawn again.
pub(super) fn drawn_whole(notice: &Arc<Notice>) -> (Arc<Notice>, Pages) {
    let pages = notice.readings().map(|reading| (reading, prerender(notice, reading, Form::Static)));
    let mut pages: Pages = pages.collect();
    let hash = pages
        .iter()
        .fold(Sha256::new(), |hash, (_, page)| hash.chain_update(without_pictures(page.document.as_str())));
    let digests = notice.readings().map(|reading| (reading, digests(notice, reading))).collect();
    let fingerprint = Fingerprint(hash.finalize().into());
    pages.iter_mut().for_each(|(_, page)| tell(&mut page.document, fingerprint));
    let mut notice = Notice::clone(notice);
    (notice.fingerprint, notice.digests) = (fingerprint, digests);
    (Arc::new(notice), pages)
}

/// Pages say the beginning of their fingerprint, which is made of the pages: it is made with zeros in this place.
fn tell(document: &mut String, fingerprint: Fingerprint) {
    let place =
        |fingerprint: Fingerprint| format!("<bdi class=\"fingerprint\">{}</bdi>", fingerprint.short());
    // What a register says is escaped: it holds no element.
    *document = document.replacen(&place(Fingerprint::default()), &place(fingerprint), 1);
}

/// The digest of each use, then of each reuse: the beginning of the SHA-256 of what its card and its questions say. How they are drawn is no
/// part of it: whoever has answered is asked again when the text has changed, not when its look has.
fn digests(notice: &Arc<Notice>, reading: Reading) -> Vec<u64> {
    let page = page(notice, reading, Form::Page);
    let Some(register) = page.register() else { return Vec::new() };
    let mark = |card: Markup, item: &Id, title: &Localised, offer: &Offer| {
        let questions = offer.questions.iter().map(|one| question(&page, item, title, offer.regime, one));
        let hash = Sha256::new().chain_update(words_of(&without_comments(card.as_str())));
        let hash =
            questions.fold(hash, |hash, one| hash.chain_update(words_of(&without_comments(one.as_str()))));
        let hash: [u8; 32] = hash.finalize().into();
        hash.iter().take(8).fold(0, |sum, byte| sum << 8 | u64::from(*byte))
    };
    let uses = register.uses.iter().map(|one| mark(card(&page, one), &one.id, &one.title, &one.offer));
    let reuses =
        register.reuses.iter().map(|one| mark(reuse_card(&page, one), &one.id, &one.title, &one.offer));
    uses.chain(reuses).collect()
}

/// What HTML says, word by word, without its elements. What a register says is escaped: it cannot begin or end one.
fn words_of(html: &str) -> String {
    let texts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    let words = texts.flat_map(str::split_whitespace);
    words.collect::<Vec<_>>().join(" ")
}

/// HTML without its pictures. What a register says is escaped: it holds no element. Leptos writes a class behind all other attributes.
fn without_pictures(html: &str) -> String {
    let mut parts = parts(html, "<svg");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let is_picture = part.split('>').next().is_some_and(|tag| tag.contains(" class=\"picture"));
        match split_once(part, "</svg>") {
            Some((_, after)) if is_picture => text + after,
            _ => text + "<svg" + part,
        }
    })
}

/// A view that needs no page, as HTML.
pub(super) fn drawn(view: &Markup) -> String {
    without_comments(view.as_str())
}

/// A page on which nothing has been said.
pub(super) fn page(notice: &Arc<Notice>, reading: Reading, form: Form) -> Page {
    let visit = Visit { reading, ..Visit::begin(reading.language) };
    Page::new(notice, reading, form, visit)
}

/// HTML without its comments. What a register says is escaped: it cannot begin one.
pub(super) fn without_comments(html: &str) -> String {
    let mut parts = parts(html, "<!");
    let first = parts.next().unwrap_or_default().to_owned();
    // `<!>` separates texts; a whole comment may have a `>` inside.
    let end = |part: &str| if part.starts_with("--") { "-->" } else { ">" };
    parts.fold(first, |text, part| text + split_once(part, end(part)).map_or("", |(_, after)| after))
}
