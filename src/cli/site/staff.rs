//! The staff's pages: a shell, a program of their own, and the texts that it starts with.

use super::place::Place;
use super::shell::{Filling, Shell, escaped, icon_link, program_link, start_script, style_link};
use super::{Asset, Trouble};
use crate::cli::content_policy;

/// The mark of those pages that look as only staff pages do.
const STAFF_STYLE: &str = "staff_style";

/// One page of the staff, in the folder of its name.
pub(super) struct StaffPage<'a> {
    /// The name of its program.
    pub(super) name: &'static str,
    /// Its title.
    pub(super) title: &'a str,
    /// What it says as long as its program is not there.
    pub(super) no_program: &'a str,
    /// What it says when its program has broken down.
    pub(super) stopped: &'a str,
    /// The texts that `start(root, …)` takes, in its order, each with a name for `data-…`.
    pub(super) texts: &'a [(&'static str, Asset)],
}

impl Place<'_> {
    /// Writes a page of the staff.
    pub(super) fn staff_page(&self, page: &StaffPage<'_>) -> Result<(), Trouble> {
        let path = self.path(&format!("{}/index.html", page.name));
        let staff = self.shared.staff(page.name)?;
        let texts = page.texts.iter().map(|(name, text)| (*name, text));
        let files: Vec<_> = [("wasm", &staff.program.wasm)].into_iter().chain(texts).collect();
        let program = program_link(&path, &staff.program.module, &files);
        let start = start_script(&path, &staff.boot);
        let style = style_link(&path, &self.shared.style);
        let style =
            staff.style.map_or(style.clone(), |own| format!("{style}\n    {}", style_link(&path, &own)));
        let staff_style = style_link(&path, &self.shared.staff_style);
        let name = format!("{}.html", page.name);
        let shell = Shell::of_trunk(&name, self.release.text(&name)?)?;
        let (icon, policy) = (icon_link(&path, &self.shared.icon), content_policy(true));
        let (title, no_program) = (escaped(page.title), escaped(page.no_program));
        let stopped = escaped(page.stopped);
        let mut all: Vec<Filling<'_>> = vec![
            ("program", &program),
            ("start", &start),
            ("style", &style),
            ("icon", &icon),
            ("policy", &policy),
            ("title", &title),
            ("no_program", &no_program),
            ("stopped", &stopped),
        ];
        // The desk looks like the patients' page.
        if shell.has(STAFF_STYLE) {
            all.push((STAFF_STYLE, &staff_style));
        }
        self.site.page(&path, &shell.fill(&all)?)
    }
}
