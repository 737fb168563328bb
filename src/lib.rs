//! Éclaire: what a hospital or a practice tells its patients about AI in their care, and what the patient wants.
//!
//! The map, from the inside out. Each part knows only the parts above it.
//!
//! | part | what it is for |
//! |---|---|
//! | [`choices`] | what a patient may decide: regimes, requests, answers |
//! | [`content`] | the words: languages, levels, localised texts, the catalogue of common uses, the rights, the glossary; how they are written |
//! | [`share`] | the link: what may stand behind `#`, and nothing else; where the page lies; what a webmaster pastes |
//! | [`register`] | what one hospital declares: the file as written, every problem in it, the checked register |
//! | [`record`] | what the patient leaves with: the sheet, the code, the record and what it can be turned into, the letters |
//! | [`notice`] | a register joined with the texts it needs: everything one page shows, as one value |
//! | [`visit`] | one patient's passage: language, level, answers, and the events that change them |
//! | [`desk`] | where someone reads what a patient hands in |
//! | [`handout`] | where a professional makes the link, the slip and the line for a patient's file |
//! | [`editor`] | a register while someone writes it |
//! | [`ui`] | the views (Leptos), drawn in the browser and, for the prerendered page, natively |
//! | [`forms`] | page, kiosk, embed, link: a policy each |
//! | `browser` | the only code that touches the browser: document, focus, clock, print |
//! | [`cli`] | the native program: serve, build, check, schema, import |
//!
//! Everything down to `editor` is pure: no Leptos, no web-sys, no clock, no file. `cargo check --no-default-features`
//! compiles exactly that.

pub mod choices;
pub mod content;
pub mod desk;
pub mod editor;
pub mod handout;
pub mod notice;
pub mod record;
pub mod register;
pub mod share;
mod sum;
pub mod visit;

#[cfg(feature = "csr")]
pub mod browser;
#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "ui")]
pub mod forms;
#[cfg(feature = "ui")]
pub mod ui;
