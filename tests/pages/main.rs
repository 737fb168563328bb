//! What is drawn and what the native program does: one file a subject. One program, so that it is linked once.

#[path = "../support/html.rs"]
mod html;
#[path = "../support/mod.rs"]
mod support;

mod demands;
mod program;
mod style;
mod views;
