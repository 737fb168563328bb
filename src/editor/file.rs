//! What the editor's page loads besides Éclaire's texts: the example registers, the policy of a page it saves.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The data of the editor's page. Written and read by the same build.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct EditorFile {
    /// The example registers, by name (`hospital`, `practice`).
    pub examples: BTreeMap<String, String>,
    /// The Content-Security-Policy of a page that holds its style inside and has no script.
    pub policy: String,
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
