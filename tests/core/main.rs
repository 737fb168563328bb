//! What needs no Leptos and no browser: the rules of the core, one file a subject. One program, so that it is linked once.

#[path = "../support/imports.rs"]
mod imports;
#[path = "../support/mod.rs"]
mod support;

mod accessibility;
mod changes;
mod choices;
mod citations;
mod code;
mod content;
mod desk;
mod editor;
mod exports;
mod fuzzed;
mod import;
mod kiosk;
mod letters;
mod link;
mod localised;
mod notice;
mod pictures;
mod practice;
mod record;
mod register;
mod share;
mod sheet;
mod structure;
