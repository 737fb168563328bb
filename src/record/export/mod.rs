//! A record for software and for files of the hospital: the line for the patient's file, FHIR R4 and R5, the receipt.
//!
//! Each export is a function from the record to text and from nothing else, so that the desk's page and the native program
//! give the same bytes. An answer that nobody has read back with the patient is *proposed*; reading it back makes it *active*.
//! What was only told is never read back: it stays *proposed*.

mod consent;
mod fhir;
mod line;
mod pcf;
mod r4;
mod r5;
mod receipt;
mod statement;

use statement::{Statement, statements};

use super::Record;
use crate::content::{Date, DeskWords};
use serde_json::Value;

/// What a record can be turned into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Export {
    /// One line for the patient's file.
    Line,
    /// FHIR R4 (4.0.1): a Bundle of Consent and CommunicationRequest.
    FhirR4,
    /// FHIR R4, the choices only, close to IHE PCF Basic Consent.
    FhirR4Pcf,
    /// FHIR R5 (5.0.0): the same as [`Export::FhirR4`].
    FhirR5,
    /// A receipt after ISO/IEC TS 27560, as JSON-LD with terms of DPV 2.3.
    Receipt,
}

impl Export {
    /// Every export, in the order of the desk's page.
    pub const ALL: [Export; 5] =
        [Export::Line, Export::FhirR4, Export::FhirR5, Export::FhirR4Pcf, Export::Receipt];

    /// Its name on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Export::Line => "line",
            Export::FhirR4 => "fhir-r4",
            Export::FhirR4Pcf => "fhir-r4-pcf",
            Export::FhirR5 => "fhir-r5",
            Export::Receipt => "receipt",
        }
    }

    /// The export of this name.
    pub fn from_code(code: &str) -> Option<Export> {
        Export::ALL.into_iter().find(|export| export.code() == code)
    }

    /// The name of the file it is saved as, and its media type.
    pub fn file(self) -> (&'static str, &'static str) {
        match self {
            Export::Line => ("eclaire-line.txt", "text/plain"),
            Export::FhirR4 => ("eclaire-fhir-r4.json", "application/fhir+json"),
            Export::FhirR4Pcf => ("eclaire-fhir-r4-pcf.json", "application/fhir+json"),
            Export::FhirR5 => ("eclaire-fhir-r5.json", "application/fhir+json"),
            Export::Receipt => ("eclaire-receipt.jsonld", "application/ld+json"),
        }
    }

    /// The text, ending with a line break. `read_back` is the day on which someone read the record back with the patient. A day
    /// before that on which it was said is none: whoever hands it over, nothing comes out as a choice that stands.
    pub fn write(self, record: &Record, read_back: Option<Date>, words: &DeskWords) -> String {
        let read_back = read_back.filter(|day| record.day.is_none_or(|said| !day.is_before(said)));
        let handed = ExportInput { record, read_back, words };
        // A string of FHIR has no white space but blanks, tabs and line breaks (4.0.1, datatypes).
        let fhir = |json: Value| format!("{json:#}\n").replace(['\u{a0}', '\u{202f}'], " ");
        match self {
            Export::Line => line::line(&handed) + "\n",
            Export::FhirR4 => fhir(r4::bundle(&handed)),
            Export::FhirR4Pcf => fhir(pcf::bundle(&handed)),
            Export::FhirR5 => fhir(r5::bundle(&handed)),
            Export::Receipt => format!("{:#}\n", receipt::receipt(&handed)),
        }
    }
}

/// A record as it lies before the desk.
struct ExportInput<'a> {
    record: &'a Record,
    /// When it was read back with the patient, if it was.
    read_back: Option<Date>,
    words: &'a DeskWords,
}
