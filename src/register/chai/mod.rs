//! From CHAI Applied Model Cards, version 0.1 or 0.2, to a draft register.
//!
//! A manufacturer hands over a card (XML, <https://mc.chai.org>); a hospital needs a register. The draft has
//! what the card says where the card really says it, and the report lists the rest for a person. A draft is
//! not a register that can be shown: it has no regime and no stage, and [`check`](super::check()) says so. This
//! module reads no file.

mod card;
mod device;
mod draft;
mod europe;
mod gaps;
mod goal;
mod meaning;
mod passage;
mod remark;
mod report;
mod sentence;
mod silence;

pub use card::{CardError, CardFault};
pub use meaning::Meaning;
pub use remark::{Remark, RemarkKind};
pub use report::DraftReport;
pub use silence::Silence;

use super::{LocalisedFile, NoticeFile, Path, RegisterFile, SiteFile, SiteKindName};
use crate::choices::Id;
use crate::content::Language;
use card::{Card, Element};

/// What came out of an import.
#[derive(Debug, Clone)]
pub struct Imported {
    /// The draft: one use for each card that could be read, in order.
    pub file: RegisterFile,
    /// First what there is to say about the register as a whole, then a report for each use, in order.
    pub report: Vec<DraftReport>,
    /// The files that could not be read.
    pub refused: Vec<CardError>,
}

/// Makes a draft register of cards, given as file name and XML. A broken card stops nothing but itself.
pub fn import(cards: &[(String, String)]) -> Imported {
    let mut uses = Vec::new();
    let mut report = vec![site_report()];
    let mut refused = Vec::new();
    let mut ids = Vec::new();
    for (name, xml) in cards {
        let card = match Card::read(name, xml) {
            Ok(card) => card,
            Err(error) => {
                refused.push(error);
                continue;
            }
        };
        let id = free_id(&card, &ids);
        ids.push(id.clone());
        let at = Path::default().field("uses").index(uses.len());
        let (one, remarks) = draft::draft(&card, id, &at);
        uses.push(one);
        report.push(remarks);
    }
    // `example` protects patients: should the draft be shown as it is, the page says that it is invented.
    let file = RegisterFile {
        version: 1,
        example: Some(true),
        site: site(),
        requests: Vec::new(),
        moments: Vec::new(),
        uses,
        reuses: Vec::new(),
    };
    Imported { file, report, refused }
}

/// A site that nobody can take for a real one.
fn site() -> SiteFile {
    let mut name = LocalisedFile::new(Language::Fr, "Nom de l’établissement (à compléter)");
    name.0.extend(LocalisedFile::new(Language::En, "Name of the place (to be completed)").0);
    SiteFile {
        id: id("a-completer"),
        name,
        kind: SiteKindName::Hospital,
        languages: vec![Language::Fr, Language::En],
        default_language: Language::Fr,
        page: None,
        projects: None,
        notice: NoticeFile {
            version: "0".to_owned(),
            last_review: None,
            next_review: None,
            author: None,
            funding: None,
        },
        contacts: None,
    }
}

fn site_report() -> DraftReport {
    let mut report = DraftReport::new("the register");
    let root = Path::default();
    let site = root.field("site");
    for field in ["id", "name", "kind", "languages", "default_language", "notice.version"] {
        report.decide(&site.field(field), None, RemarkKind::OnlyHoldsThePlace);
    }
    report.decide(&root.field("example"), None, RemarkKind::UntilItIsYours);
    report.decide(&root.field("requests"), None, RemarkKind::RequestsOfAll);
    for (field, what) in [
        ("notice.last_review", "when somebody last checked every line"),
        ("notice.next_review", "when it will be checked again"),
        ("notice.author", "who wrote the register"),
        ("notice.funding", "who paid for the tools or for this page"),
        ("contacts", "whom patients can ask"),
        ("projects", "where you publish the projects that reuse data"),
    ] {
        report.open(&site.field(field), None, RemarkKind::Untold(what));
    }
    report
}

/// A name for the use that no earlier one has. From the product's name, which stays when a new version comes:
/// links and slips that patients have carry it. Without a name that can be spelt in a-z, from the version.
fn free_id(card: &Card, taken: &[Id]) -> Id {
    let slug = |element| card.passage(element).and_then(|text| slug(&text.whole(), Id::LONGEST));
    let base = slug(Element::ModelName)
        .or_else(|| slug(Element::ReleaseVersion))
        .unwrap_or_else(|| "use".to_owned());
    let numbered = (2..).map(|number| {
        let suffix = format!("-{number}");
        shortened(&base, Id::LONGEST - suffix.len()).to_owned() + &suffix
    });
    let mut names = std::iter::once(base.clone()).chain(numbered).map(|name| id(&name));
    names.find(|name| !taken.contains(name)).unwrap_or_else(|| id(&base))
}

/// The letters and digits of a text, in an [`Id`]'s alphabet.
fn slug(text: &str, longest: usize) -> Option<String> {
    let dashed: String =
        text.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    let words = dashed.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    let slug = words.trim_start_matches(|c: char| !c.is_ascii_lowercase());
    (!slug.is_empty()).then(|| shortened(slug, longest).to_owned())
}

/// At most so long, and whole words if there is more than one.
fn shortened(slug: &str, longest: usize) -> &str {
    if slug.len() <= longest {
        return slug;
    }
    let cut = if slug.as_bytes()[longest] == b'-' {
        longest
    } else {
        slug[..longest].rfind('-').unwrap_or(longest)
    };
    &slug[..cut]
}

// A slug is an id by construction, and so are the names written here.
#[allow(clippy::expect_used)]
fn id(name: &str) -> Id {
    Id::parse(name).expect("a slug")
}
