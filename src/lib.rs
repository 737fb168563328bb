//! Éclaire: what a hospital or a practice tells its patients about AI in their care, and what the patient wants.
//!
//! The map, from the inside out. Each part knows only the parts above it; `tests/core/structure.rs` holds the imports to that.
//!
//! | part | what it is for |
//! |---|---|
//! | [`choices`] | what a patient may decide: regimes, requests, answers |
//! | [`content`] | the words: languages, levels, localised texts, the catalogue of common uses, the rights, the glossary; how they are written |
//! | [`share`] | the forms in which the page reaches a patient; the link: what may stand behind `#`, and nothing else; what a webmaster pastes |
//! | [`register`] | what one hospital declares: the file as written, every problem in it, the checked register |
//! | [`record`] | what the patient leaves with: the record and what it can be turned into, the code, the letters |
//! | [`notice`] | a register joined with the texts it needs: everything one page shows, as one value |
//! | `device` | what every program asks of the browser: document, clock, print, files, what is kept |
//! | `view` | what the views of every program share |
//! | [`patient`] | the patients' program, with the kiosk and reading aloud inside |
//! | [`desk`] | the program that reads what a patient hands in |
//! | [`practice`] | the program that makes the link, the slip and the line for a patient's file |
//! | [`editor`] | the program in which a register is written |
//! | [`cli`] | the native program: serve, build, check, schema, import |
//!
//! In the folder of a program: `kit` is what it loads, `state` what it remembers and how events change that, `view` what it draws
//! (Leptos), `listen` what controls stand for, `start` how it begins. Everything but `device`, `view`, `listen` and `start` is
//! pure: no Leptos, no web-sys, no clock, no file. `cargo check --no-default-features` compiles exactly that.

pub mod choices;
pub mod content;
pub mod desk;
pub mod editor;
mod fnv1a;
pub mod notice;
pub mod patient;
pub mod practice;
pub mod record;
pub mod register;
pub mod share;

#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "browser")]
pub mod device;
#[cfg(feature = "ui")]
pub mod view;
