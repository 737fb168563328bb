//! The form of the wishes, to which every control belongs with which a patient answers, wherever it stands.

use leptos::prelude::*;

/// The id of the form, so that one native reset button erases all, with or without the program.
pub const WISHES_FORM: &str = "wishes-form";

/// The form. It stands before its controls, so that a browser knows of each as it comes that it is not to be filled in again after a
/// reload: `autocomplete` on a box itself is not valid. `method="dialog"` outside of a dialog submits nowhere: pressing Enter does
/// nothing.
pub fn wishes_form() -> AnyView {
    view! { <form id=WISHES_FORM method="dialog" autocomplete="off"></form> }.into_any()
}
