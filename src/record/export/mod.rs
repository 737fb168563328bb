//! A record for software and for files of the hospital: the line for the patient's file, FHIR R4 and R5, the receipt.
//!
//! Each export is a function from the record and from how it is handed over to text, and from nothing else, so that the desk's page
//! and the native program give the same bytes for the same [`Delivery`]. An answer that nobody has read back with the patient is
//! *proposed*; reading it back makes it *active*.

mod answers;
mod care_purpose;
mod codes;
mod fhir;
mod line;
mod narrative;
mod published;
mod receipt;
mod refused_purpose;
mod statement;
mod wish;

pub use published::{Published, published};
use statement::{Statement, statements};

use super::naming::language_word;
use super::{Delivery, Record};
use crate::content::{Date, DeskWord, DeskWords, Words, carried, uncarried};
use serde_json::Value;

/// What a record can be turned into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Export {
    /// One line for the patient's file.
    Line,
    /// FHIR R4 (4.0.1): what was said, what is asked for, and the purposes that are refused as a whole.
    FhirR4(Loading),
    /// FHIR R5 (5.0.0): what was said and what is asked for.
    FhirR5(Loading),
    /// FHIR R4, the purposes that are refused as a whole, as IHE PCF Basic Consent.
    FhirR4Pcf(Loading),
    /// A receipt after ISO/IEC TS 27560, as JSON-LD with terms of DPV 2.3.
    Receipt,
}

/// How a Bundle goes into the receiving system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loading {
    /// As a package that obliges to nothing: some program takes it apart.
    Collection,
    /// As a transaction, which a FHIR server takes as it is; what was proposed before gives way to what is read back.
    Transaction,
}

impl Export {
    /// Every export, in the order of the desk's page.
    pub const ALL: [Export; 8] = [
        Export::Line,
        Export::FhirR4(Loading::Collection),
        Export::FhirR4(Loading::Transaction),
        Export::FhirR5(Loading::Collection),
        Export::FhirR5(Loading::Transaction),
        Export::FhirR4Pcf(Loading::Collection),
        Export::FhirR4Pcf(Loading::Transaction),
        Export::Receipt,
    ];

    /// Its name on the command line.
    pub fn code(self) -> &'static str {
        use Loading::{Collection, Transaction};
        match self {
            Export::Line => "line",
            Export::FhirR4(Collection) => "fhir-r4",
            Export::FhirR4(Transaction) => "fhir-r4-transaction",
            Export::FhirR4Pcf(Collection) => "fhir-r4-pcf",
            Export::FhirR4Pcf(Transaction) => "fhir-r4-pcf-transaction",
            Export::FhirR5(Collection) => "fhir-r5",
            Export::FhirR5(Transaction) => "fhir-r5-transaction",
            Export::Receipt => "receipt",
        }
    }

    /// The export of this name.
    pub fn from_code(code: &str) -> Option<Export> {
        Export::ALL.into_iter().find(|export| export.code() == code)
    }

    /// The name of the file it is saved as, and its media type.
    pub fn file(self) -> (String, &'static str) {
        let (ending, kind) = match self {
            Export::Line => ("txt", "text/plain"),
            Export::FhirR4(_) | Export::FhirR4Pcf(_) | Export::FhirR5(_) => ("json", "application/fhir+json"),
            Export::Receipt => ("jsonld", "application/ld+json"),
        };
        (format!("eclaire-{}.{ending}", self.code()), kind)
    }

    /// What it is, for staff. How it is loaded is said by [`Loading::title`].
    pub fn title(self, words: &DeskWords) -> &str {
        words.get(match self {
            Export::Line => DeskWord::Line,
            Export::FhirR4(_) => DeskWord::FhirR4,
            Export::FhirR4Pcf(_) => DeskWord::FhirR4Pcf,
            Export::FhirR5(_) => DeskWord::FhirR5,
            Export::Receipt => DeskWord::Receipt,
        })
    }

    /// How it is loaded, if it is a Bundle.
    pub fn loading(self) -> Option<Loading> {
        match self {
            Export::FhirR4(loading) | Export::FhirR4Pcf(loading) | Export::FhirR5(loading) => Some(loading),
            Export::Line | Export::Receipt => None,
        }
    }

    /// What this export leaves out of what was said, and why: for the desk.
    pub fn leaves_out(self) -> Option<DeskWord> {
        match self {
            Export::Line | Export::Receipt => None,
            Export::FhirR4(_) => Some(DeskWord::FhirR4LeavesOut),
            Export::FhirR5(_) => Some(DeskWord::FhirR5LeavesOut),
            Export::FhirR4Pcf(_) => Some(DeskWord::FhirR4PcfLeavesOut),
        }
    }

    /// What the receiver has to fill in, as paths of FHIR. In the export each of them carries `data-absent-reason`.
    pub fn to_fill(self) -> &'static [&'static str] {
        match self {
            Export::Line | Export::Receipt => &[],
            Export::FhirR4(_) => {
                &["QuestionnaireResponse.subject", "CommunicationRequest.subject", "Consent.patient"]
            }
            Export::FhirR5(_) => &["QuestionnaireResponse.subject", "CommunicationRequest.subject"],
            Export::FhirR4Pcf(_) => &["Consent.patient"],
        }
    }

    /// The text, ending with a line break. `words` are the desk's, `french` those of the sheet in French. `read_back` is the day on which someone read the record back with the patient. A day
    /// before that on which it was said is none: whoever hands it over, nothing comes out as a choice that stands.
    pub fn write(
        self,
        record: &Record,
        read_back: Option<Date>,
        delivery: &Delivery,
        words: &DeskWords,
        french: &Words,
    ) -> String {
        let read_back = read_back.filter(|day| record.day.is_none_or(|said| !day.is_before(said)));
        let handed = ExportInput { record, read_back, delivery, words, french };
        match self {
            Export::Line => line::line(&handed) + "\n",
            Export::FhirR4(loading) => {
                let said = [answers::answers(&handed, Version::R4)].into_iter();
                let all =
                    said.chain(wish::wishes(&handed, Version::R4)).chain(refused_purpose::consents(&handed));
                fhir_text(fhir::bundle(&handed, loading, all.collect()))
            }
            Export::FhirR5(loading) => {
                let said = [answers::answers(&handed, Version::R5)].into_iter();
                fhir_text(fhir::bundle(
                    &handed,
                    loading,
                    said.chain(wish::wishes(&handed, Version::R5)).collect(),
                ))
            }
            Export::FhirR4Pcf(loading) => {
                fhir_text(fhir::bundle(&handed, loading, refused_purpose::basic_consents(&handed)))
            }
            Export::Receipt => format!("{:#}\n", receipt::receipt(&handed)),
        }
    }
}

impl Loading {
    /// What it is, for staff.
    pub fn title(self, words: &DeskWords) -> &str {
        words.get(match self {
            Loading::Collection => DeskWord::AsCollection,
            Loading::Transaction => DeskWord::AsTransaction,
        })
    }
}

/// As text. A string of FHIR has no white space but blanks, tabs and line breaks (4.0.1, datatypes), and no control. A file may have
/// such signs from elsewhere, and so may the text of a register from before they were refused.
fn fhir_text(mut json: Value) -> String {
    clean(&mut json);
    format!("{json:#}\n").replace(['\u{a0}', '\u{202f}'], " ")
}

fn clean(json: &mut Value) {
    match json {
        Value::String(text) if uncarried(text).is_some() => *text = carried(text),
        Value::Array(all) => all.iter_mut().for_each(clean),
        Value::Object(all) => all.values_mut().for_each(clean),
        _ => {}
    }
}

/// A version of FHIR.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Version {
    /// 4.0.1
    R4,
    /// 5.0.0
    R5,
}

/// A record as it lies before the desk.
struct ExportInput<'a> {
    record: &'a Record,
    /// When it was read back with the patient, if it was.
    read_back: Option<Date>,
    delivery: &'a Delivery,
    words: &'a DeskWords,
    /// The words of the sheet in French.
    french: &'a Words,
}

impl<'a> ExportInput<'a> {
    /// The language that was read, by its French name: at the desk somebody reads French, not the language.
    fn language(&self) -> &'a str {
        self.french.get(language_word(self.record.read.language))
    }
}
