//! What an imported card leaves for a person to do.

use super::remark::SaidOfCard;
use super::{Draft, Kind};
use crate::content::{EditorTexts, EditorWord, NotText};
use crate::register::{CardError, CardFault, DraftReport, Json, Remark, RemarkKind, import, to_json};

/// The report on a card.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TodoList {
    /// Filled from the card.
    pub taken_over: Vec<Todo>,
    /// What the card does not tell.
    pub left_open: Vec<Todo>,
    /// What a person has to decide.
    pub to_decide: Vec<Todo>,
}

/// One line of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Todo {
    /// Where in the draft.
    pub path: String,
    /// The element of the card, if there is one.
    pub element: Option<&'static str>,
    /// What there is to say.
    pub kind: RemarkKind,
}

impl TodoList {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.taken_over.is_empty() && self.left_open.is_empty() && self.to_decide.is_empty()
    }
}

impl Todo {
    /// What there is to say in French; `None` where the name of the field says everything.
    pub fn said<'a>(&self, texts: &'a EditorTexts) -> Option<SaidOfCard<'a>> {
        SaidOfCard::of(&self.kind, texts)
    }
}

/// Reads a card into a draft: into a new one, or as one use more of a draft there is.
///
/// # Errors
/// [`CardError`] if it is no card that can be read.
pub fn from_card(draft: Option<&Draft>, name: &str, xml: &str) -> Result<(Draft, TodoList), CardError> {
    let mut imported = import(&[(name.to_owned(), xml.to_owned())]);
    if let Some(error) = imported.refused.pop() {
        return Err(error);
    }
    let made = Draft::read(&to_json(&imported.file)).unwrap_or_else(|_| Draft::empty());
    let Some(draft) = draft else { return Ok((made, todo(&imported.report, 0))) };
    let at = draft.count(Kind::Use.list());
    let mut draft = draft.clone();
    draft.add(Kind::Use.list(), made.value("uses[0]").cloned().unwrap_or(Json::Null));
    // What concerns the register as a whole has been said by whoever wrote it.
    Ok((draft, todo(imported.report.get(1..).unwrap_or_default(), at)))
}

/// Why a card cannot be read, in French.
pub fn refused(error: &CardError, texts: &EditorTexts) -> String {
    let why = match &error.fault {
        CardFault::NotXml(_) => texts.fill(EditorWord::CardNoXml, &[("line", &error.line.to_string())]),
        CardFault::NotACard(found) => texts.fill(EditorWord::CardOtherRoot, &[("found", found)]),
        CardFault::OtherVersion(_) => texts.get(EditorWord::CardOtherVersion).to_owned(),
    };
    format!("{} {why}", texts.get(EditorWord::NotACard))
}

/// Why bytes are no text, in French.
pub fn not_text(problem: NotText, texts: &EditorTexts) -> String {
    match problem {
        NotText::TooLarge(largest) => {
            texts.fill(EditorWord::FileTooLarge, &[("size", &(largest / 1024 / 1024).to_string())])
        }
        NotText::Utf16 => texts.get(EditorWord::FileUtf16).to_owned(),
        NotText::OlderEncoding(at) => texts.fill(EditorWord::FileOlderEncoding, &[("at", &at.to_string())]),
        NotText::Pdf => texts.get(EditorWord::FilePdf).to_owned(),
        NotText::Binary(_) => texts.get(EditorWord::FileBinary).to_owned(),
    }
}

fn todo(reports: &[DraftReport], at: usize) -> TodoList {
    let place = |path: &str| match path.strip_prefix("uses[0]") {
        Some(rest) => format!("uses[{at}]{rest}"),
        None => path.to_owned(),
    };
    let lines = |list: fn(&DraftReport) -> &Vec<Remark>| {
        let remarks = reports.iter().flat_map(list);
        let one = |remark: &Remark| Todo {
            path: place(remark.path.as_str()),
            element: remark.element,
            kind: remark.kind.clone(),
        };
        remarks.map(one).collect()
    };
    TodoList {
        taken_over: lines(|report| &report.taken_over),
        left_open: lines(|report| &report.left_open),
        to_decide: lines(|report| &report.to_decide),
    }
}
