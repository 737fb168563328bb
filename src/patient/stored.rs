//! Two windows, one store: what lies on the device is looked at before anything is put in its place.

/// What lies in the store, seen by a window that is about to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LiesThere {
    /// What this window has written or taken up, or nothing, where it has put nothing yet: it may write.
    Own,
    /// Something that this window has neither written nor taken up. It stays, and is offered.
    Other,
    /// Nothing, where this window had written: it was removed elsewhere, on purpose, and is not put back unasked.
    Removed,
}

/// What lies in the store: `found` is there now, `own` is what this window last wrote there or took up from there.
pub fn lies_there(found: Option<&str>, own: Option<&str>) -> LiesThere {
    match (found, own) {
        (None, None) => LiesThere::Own,
        (None, Some(_)) => LiesThere::Removed,
        (Some(_), _) if found == own => LiesThere::Own,
        (Some(_), _) => LiesThere::Other,
    }
}
