//! The form of the wishes, to which controls belong that stand elsewhere too.

/// The id of the form that holds every control, so that one native reset button erases all, with or without the
/// program.
pub const WISHES_FORM: &str = "wishes-form";
