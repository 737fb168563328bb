//! What the quality officer reads after an import: for each card, what was taken over, what stays open, and
//! what a person has to decide. This module must not know how a draft is made.

use super::card::Element;
use super::remark::{Remark, RemarkKind};
use crate::register::Path;
use std::fmt;

/// The report on one card, or on the register as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftReport {
    /// The card's file, or "the register".
    pub about: String,
    /// Filled from the card. Still to be read: the words are the manufacturer's.
    pub taken_over: Vec<Remark>,
    /// Not filled, because the card does not tell it.
    pub left_open: Vec<Remark>,
    /// What the card says and no program can put into the right place.
    pub to_decide: Vec<Remark>,
}

impl DraftReport {
    pub(super) fn new(about: impl Into<String>) -> Self {
        Self { about: about.into(), taken_over: Vec::new(), left_open: Vec::new(), to_decide: Vec::new() }
    }

    pub(super) fn took(&mut self, path: &Path, element: Element, kind: RemarkKind) {
        self.taken_over.push(Remark::new(path, Some(element), kind));
    }

    pub(super) fn open(&mut self, path: &Path, element: impl Into<Option<Element>>, kind: RemarkKind) {
        self.left_open.push(Remark::new(path, element.into(), kind));
    }

    pub(super) fn decide(&mut self, path: &Path, element: impl Into<Option<Element>>, kind: RemarkKind) {
        self.to_decide.push(Remark::new(path, element.into(), kind));
    }
}

impl fmt::Display for DraftReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.about)?;
        let lists = [
            ("taken over", &self.taken_over),
            ("left open", &self.left_open),
            ("to be decided by a person", &self.to_decide),
        ];
        for (name, remarks) in lists.iter().filter(|(_, remarks)| !remarks.is_empty()) {
            writeln!(f, "  {name}")?;
            for remark in *remarks {
                writeln!(f, "    {remark}")?;
            }
        }
        Ok(())
    }
}
