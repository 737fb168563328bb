//! What the editor's page loads besides Éclaire's texts: the example registers, and what the
//! files it saves need.

use crate::share::Script;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The data of the editor's page. Written and read by the same build.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct EditorFile {
    /// The example registers, by name (`hospital`, `practice`).
    pub examples: BTreeMap<String, String>,
    /// The SHA-256 of the patients' style in base64: pages that are saved allow it by that.
    pub style: String,
    /// That of the style which posters have besides.
    pub staff_style: String,
    /// That of the paper of each poster, in the order of `Paper::ALL`.
    pub papers: Vec<String>,
    /// The script of the element that webmasters paste.
    pub script: Script,
}

impl EditorFile {
    /// As JSON.
    pub fn to_json(&self) -> String {
        // Plain data with text keys: writing it cannot fail.
        #[allow(clippy::unwrap_used)]
        serde_json::to_string(self).unwrap()
    }

    /// From JSON; `None` if it was made by another build.
    pub fn from_json(text: &str) -> Option<EditorFile> {
        serde_json::from_str(text).ok()
    }
}
