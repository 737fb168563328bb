//! Records and questionnaires as files: JSON with a head that says what it is and of which version.
//!
//! What version 1 means never changes. A file of a newer version is told as such; a broken one says where it broke.

use super::{Oddity, Questionnaire, Record};
use crate::content::{Language, NotText, shortened, text_of};
use crate::fnv1a::{START, fnv1a};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fmt;

/// Why a file is none that can be read here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileProblem {
    /// Larger than [`Record::LARGEST`]: it was not even looked at.
    TooLarge,
    /// Its bytes are no text in UTF-8: another program has changed it, or it never was a file of ours.
    NotText(NotText),
    /// It is not JSON, or is cut off: the line and column where reading ended.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// JSON, but nothing that Éclaire has written, or not the kind of file that is wanted.
    Foreign,
    /// Written by a newer version of Éclaire.
    Newer(u32),
    /// In a language that this program does not know (its code): a newer one wrote it.
    NewerLanguage(String),
    /// Something in it is not as it should be.
    Broken(Oddity),
}

const VERSION: u32 = 1;
const RECORD: &str = "record";
const BLANKS: &str = "blanks";

#[derive(Deserialize)]
struct Head {
    eclaire: String,
    version: u32,
}

#[derive(Serialize, Deserialize)]
struct RecordFile<T> {
    eclaire: String,
    version: u32,
    record: T,
}

#[derive(Serialize, Deserialize)]
struct BlanksFile<T> {
    eclaire: String,
    version: u32,
    blanks: T,
}

impl Record {
    /// As a file.
    pub fn to_json(&self) -> String {
        json(&RecordFile { eclaire: RECORD.to_owned(), version: VERSION, record: self })
    }

    /// The most bytes that are read as a record: many times what the largest register makes.
    pub const LARGEST: usize = 512 * 1024;

    /// From the bytes of a file, as [`Record::from_json`].
    ///
    /// # Errors
    /// [`FileProblem`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Record, FileProblem> {
        let text = text_of(bytes, Record::LARGEST).map_err(|problem| match problem {
            NotText::TooLarge(_) => FileProblem::TooLarge,
            other => FileProblem::NotText(other),
        })?;
        Record::from_json(text)
    }

    /// From a file. What contradicts itself is refused; whether it is what a page let a patient say, only the page's questionnaire
    /// can tell ([`Record::reworded`]).
    ///
    /// # Errors
    /// [`FileProblem`].
    pub fn from_json(text: &str) -> Result<Record, FileProblem> {
        let read = read::<RecordFile<Record>>(text, RECORD);
        let RecordFile { record, .. } = read.map_err(|problem| match problem {
            FileProblem::Broken(_) => {
                let value = serde_json::from_str(without_bom(text)).ok();
                let language = value.as_ref().and_then(unknown_language);
                language.map_or(problem, FileProblem::NewerLanguage)
            }
            _ => problem,
        })?;
        record.validate().map_err(FileProblem::Broken)?;
        Ok(record)
    }
}

/// The first language in a record that this program does not know.
fn unknown_language(value: &Value) -> Option<String> {
    let unknown = |code: &String| Language::from_code(code).is_none().then(|| shortened(code));
    match value {
        Value::Object(fields) => fields.iter().find_map(|(name, inner)| match (name.as_str(), inner) {
            ("language" | "paper", Value::String(code)) => unknown(code),
            ("name" | "title" | "text" | "said" | "if_yes" | "if_no", Value::Object(texts)) => {
                texts.keys().find_map(unknown)
            }
            _ => unknown_language(inner),
        }),
        Value::Array(all) => all.iter().find_map(unknown_language),
        _ => None,
    }
}

/// A record as a patient's own browser keeps it. Not as JSON: a reader of JSON would cost every patient 40 KB.
impl Record {
    const KEPT: &str = "eclaire-record-1:";

    /// As text to be kept on the patient's device, with a checksum at its end.
    pub fn to_kept(&self) -> String {
        // Writing plain data to memory cannot fail.
        let mut bytes = postcard::to_allocvec(self).unwrap_or_default();
        bytes.extend(fnv1a(START, bytes.iter().copied()).to_le_bytes());
        bytes.iter().fold(Record::KEPT.to_owned(), |text, byte| text + &format!("{byte:02x}"))
    }

    /// From what is kept on the patient's device; `None` if it is damaged, something else, or of another version. It is read only
    /// exactly as it was written: what a newer program adds at its end would otherwise be lost with the next answer.
    pub fn from_kept(text: &str) -> Option<Record> {
        let digits = text.strip_prefix(Record::KEPT)?.as_bytes();
        let byte = |pair: &[u8]| u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok();
        let bytes: Vec<u8> = digits.chunks(2).map(byte).collect::<Option<_>>()?;
        let (bytes, end) = bytes.split_last_chunk()?;
        let right = fnv1a(START, bytes.iter().copied()).to_le_bytes() == *end;
        let record: Option<Record> = right.then(|| postcard::from_bytes(bytes).ok())?;
        record.filter(|record| record.to_kept() == text)
    }
}

impl Questionnaire {
    /// Several questionnaires as one file, the present one first.
    pub fn to_json(questionnaires: &[Questionnaire]) -> String {
        json(&BlanksFile { eclaire: BLANKS.to_owned(), version: VERSION, blanks: questionnaires })
    }

    /// From a file.
    ///
    /// # Errors
    /// [`FileProblem`].
    pub fn from_json(text: &str) -> Result<Vec<Questionnaire>, FileProblem> {
        read::<BlanksFile<Vec<Questionnaire>>>(text, BLANKS).map(|file| file.blanks)
    }
}

fn json(file: &impl Serialize) -> String {
    // Plain data with text keys: writing it cannot fail.
    serde_json::to_string(file).unwrap_or_default() + "\n"
}

/// Editors put a mark before the text that JSON does not know.
fn without_bom(text: &str) -> &str {
    text.trim_start_matches('\u{feff}')
}

fn read<T: DeserializeOwned>(text: &str, wanted: &str) -> Result<T, FileProblem> {
    let text = without_bom(text);
    let head: Head = serde_json::from_str(text).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => FileProblem::Foreign,
        _ => FileProblem::NotJson { line: error.line(), column: error.column() },
    })?;
    if head.eclaire != wanted {
        return Err(FileProblem::Foreign);
    }
    if head.version != VERSION {
        return Err(FileProblem::Newer(head.version));
    }
    serde_json::from_str(text)
        .map_err(|error| FileProblem::Broken(Oddity::Shape { line: error.line(), column: error.column() }))
}

impl fmt::Display for FileProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FileProblem::TooLarge => {
                write!(
                    f,
                    "the file is larger than {} KB: too large for a patient's answers",
                    Record::LARGEST / 1024
                )
            }
            FileProblem::NotText(problem) => {
                write!(f, "{problem}: another program has changed the file, or it is no file of Éclaire")
            }
            FileProblem::NewerLanguage(language) => {
                write!(
                    f,
                    "the file is in a language unknown here, \"{language}\": a newer program wrote it; use a newer one"
                )
            }
            FileProblem::NotJson { line, column } => {
                write!(f, "not JSON, or cut off: reading ended at line {line}, column {column}")
            }
            FileProblem::Foreign => write!(f, "this is no file of the wanted kind that Éclaire has written"),
            FileProblem::Newer(version) => {
                write!(
                    f,
                    "the file is of version {version}, this program reads version {VERSION}; use a newer one"
                )
            }
            FileProblem::Broken(why) => write!(f, "something in the file is not as it should be: {why}"),
        }
    }
}
