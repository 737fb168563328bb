//! Where a page lies, as patients are told: `https://…`, short enough for paper, with nothing behind it that could tell who
//! comes.

use super::Link;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The address of a page, without anything behind a `#` or a `?`.
///
/// ```
/// use eclaire::share::{AddressProblem, PageAddress};
///
/// let page = PageAddress::parse("https://ia.hopital.example/").unwrap();
/// assert_eq!(page.short(), "ia.hopital.example");
/// assert_eq!(page.origin(), "https://ia.hopital.example");
/// assert_eq!(PageAddress::parse("http://ia.hopital.example/"), Err(AddressProblem::Foreign));
/// assert_eq!(PageAddress::parse("https://ia.hopital.example/?from=mail"), Err(AddressProblem::More));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PageAddress(String);

/// Why a text is no address of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressProblem {
    /// It does not begin with `https://`, or names no host.
    Foreign,
    /// A character that stands in no address as patients type it: a blank, a letter with an accent, `<`, `@` …
    Character(char),
    /// Something behind a `?` or a `#`: it could tell who comes.
    More,
    /// The name of a file at its end: what lies beside the page (`embed/`, `poster/`) could not be reached from there.
    File,
    /// Longer than [`PageAddress::LONGEST`].
    Long(usize),
    /// A port that does not exist.
    Port,
    /// A step in the path that is none (`//`, `/./`) or leads back (`/../`): browsers and servers read it each in its own way.
    Path,
}

impl PageAddress {
    /// The most characters, with `https://`: with the language behind it, a QR code for the wall still holds it in version 6.
    pub const LONGEST: usize = 65;

    /// The address in a register.
    ///
    /// # Errors
    /// [`AddressProblem`].
    pub fn parse(text: &str) -> Result<PageAddress, AddressProblem> {
        let host = text.strip_prefix("https://").ok_or(AddressProblem::Foreign)?;
        if text.contains(['?', '#']) {
            return Err(AddressProblem::More);
        }
        let fits = |one: char| one.is_ascii_alphanumeric() || "-._~/:%".contains(one);
        if let Some(foreign) = host.chars().find(|one| !fits(*one)) {
            return Err(AddressProblem::Character(foreign));
        }
        let (host, path) = host.split_once('/').unwrap_or((host, ""));
        let (host, port) = host.split_once(':').map_or((host, None), |(host, port)| (host, Some(port)));
        if port.is_some_and(|port| !is_port(port)) {
            return Err(AddressProblem::Port);
        }
        if !is_plain(path) {
            return Err(AddressProblem::Path);
        }
        if !host.contains('.') || host.starts_with(['.', '-']) || host.contains("..") {
            return Err(AddressProblem::Foreign);
        }
        if path.rsplit('/').next().is_some_and(|last| last.contains('.')) {
            return Err(AddressProblem::File);
        }
        if text.len() > PageAddress::LONGEST {
            return Err(AddressProblem::Long(text.len()));
        }
        Ok(PageAddress(text.to_owned()))
    }

    /// The address of a page that is open: whatever a browser shows, without what stands behind a `?` or a `#`.
    pub fn open(address: &str) -> PageAddress {
        PageAddress(address.split(['?', '#']).next().unwrap_or_default().to_owned())
    }

    /// The address with a link behind it.
    pub fn with(&self, link: &Link) -> String {
        format!("{self}#{link}")
    }

    /// The folder in which the page lies, with its slash.
    pub fn folder(&self) -> String {
        let (above, last) = self.0.rsplit_once('/').unwrap_or((&self.0, ""));
        // What is behind `https://` alone is a host.
        let is_file = last.ends_with(".html") && !above.ends_with('/');
        if last.is_empty() || is_file { format!("{above}/") } else { format!("{}/", self.0) }
    }

    /// Scheme and host, as a policy names them: `https://ia.hopital.example`.
    pub fn origin(&self) -> &str {
        let host = self.0.find("://").map_or(0, |end| end + 3);
        self.0[host..].find('/').map_or(self.0.as_str(), |end| &self.0[..host + end])
    }

    /// As people read it: without `https://`, which every browser adds.
    pub fn short(&self) -> &str {
        self.0.strip_prefix("https://").unwrap_or(&self.0).trim_end_matches('/')
    }
}

/// Whether it is a number from 1 to 65535.
fn is_port(text: &str) -> bool {
    text.bytes().all(|one| one.is_ascii_digit()) && text.parse::<u16>().is_ok_and(|port| port > 0)
}

/// Whether every step of a path leads on, also where its full stops are written as `%2e`; the last may be empty.
fn is_plain(path: &str) -> bool {
    let steps: Vec<String> = path.split('/').map(|step| step.to_lowercase().replace("%2e", ".")).collect();
    let before = steps.len().saturating_sub(1);
    let back = |step: &String| step == "." || step == "..";
    !steps.iter().any(back) && steps[..before].iter().all(|step| !step.is_empty())
}

/// Whether an address of any other page can be followed: `https://`, a host, a port that exists, no step back, and no blank.
pub fn is_address(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://") else { return false };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    let (host, port) = host.split_once(':').map_or((host, None), |(host, port)| (host, Some(port)));
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let named = host.contains('.') && !host.starts_with(['.', '-']) && !host.contains(['@', '\\']);
    named
        && port.is_none_or(is_port)
        && is_plain(path.trim_start_matches('/'))
        && !text.contains(char::is_whitespace)
}

impl fmt::Display for PageAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
