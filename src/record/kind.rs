//! Use or reuse: what an item of a record is.

use serde::{Deserialize, Serialize};

/// Use or reuse.
///
/// The order of the variants is a wire format: what patients keep on their devices (postcard) has their numbers. Add at the end
/// only; what is shown in another order has a list of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// An AI use in care.
    Use,
    /// A use of data beyond one's own care.
    Reuse,
}
