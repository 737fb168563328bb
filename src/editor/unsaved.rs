//! State that is kept on the device of whoever writes a register, so that a reload loses nothing.

use super::Draft;
use crate::content::Date;

/// A draft and the day it was last worked on. As text: the day, a line break, the register.
#[derive(Debug, Clone, PartialEq)]
pub struct Unsaved {
    /// The day.
    pub day: Option<Date>,
    /// The draft.
    pub draft: Draft,
}

impl Unsaved {
    /// As text.
    pub fn write(&self) -> String {
        let day = self.day.map(|day| day.to_string()).unwrap_or_default();
        format!("{day}\n{}", self.draft.json())
    }

    /// From text; `None` if it is no work of this editor.
    pub fn read(text: &str) -> Option<Unsaved> {
        let (day, json) = text.split_once('\n')?;
        Some(Unsaved { day: Date::parse(day), draft: Draft::read(json).ok()? })
    }
}
