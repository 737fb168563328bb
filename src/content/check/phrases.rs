//! Phrases never to write: nudges, shame, false promises, numbers that mislead, letters that are not printed so.

use super::finding;
use super::style::Style;
use super::text::Text;
use crate::content::ContentProblem;

/// One text.
pub(super) fn check(text: &Text, style: &Style, findings: &mut Vec<ContentProblem>) {
    for banned in &style.banned {
        if let Some(found) = banned.pattern.find(&text.text) {
            let source =
                if banned.source.is_empty() { String::new() } else { format!(" ({})", banned.source) };
            let message =
                format!("found \"{}\"; write {}{source}", found.as_str().escape_debug(), banned.instead);
            findings.push(finding(text, banned.rule, message));
        }
    }
}
