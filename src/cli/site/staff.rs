//! The staff's pages: a shell, a program of their own, and the texts that it starts with.

use super::place::Place;
use super::shell::{escaped, program_link, start_script, style_link, tidy, with_links};
use super::{Asset, Trouble};
use crate::cli::content_policy;

/// One page of the staff, in the folder of its name.
pub(super) struct StaffPage<'a> {
    /// One of [`super::STAFF`].
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
        let shell = self.release.text(&format!("{}.html", page.name))?;
        let html = with_links(shell, &program, &start, &style)?
            .replace(r#"href="../icon.svg""#, &format!(r#"href="{}""#, self.shared.icon.seen_from(&path)))
            .replace("{staff_style}", &style_link(&path, &self.shared.staff_style))
            .replace("{policy}", &content_policy(true))
            .replace("{title}", &escaped(page.title))
            .replace("{stopped}", &escaped(page.stopped))
            .replace("{no_program}", &escaped(page.no_program));
        self.site.page(&path, &tidy(&html))
    }
}
