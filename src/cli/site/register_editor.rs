//! The page of the register editor: Éclaire's texts, the example registers, the styles of what patients see, the place's
//! own register.

use super::place::Place;
use super::release::{EXAMPLES, TEXTS};
use super::staff::StaffPage;
use super::styles::{self, Style};
use super::{Asset, Trouble};
use crate::content::{EditorWord, Picture};
use crate::editor::EditorFile;
use crate::patient::view::poster::Paper;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

impl Place<'_> {
    /// Writes `register/`; `own` is the place's register as a file of the site.
    pub(super) fn register_editor(&self, own: Asset) -> Result<(), Trouble> {
        let words = &self.notice.editor;
        // The same for every place, so they lie where all find them.
        let texts = self.shared.file(TEXTS, "register/texts", "json")?;
        let example = |name: &&str| {
            Ok(((*name).to_owned(), self.release.text(&format!("registers/{name}.json"))?.to_owned()))
        };
        let sum_of = |text: &str| BASE64_STANDARD.encode(Sha256::digest(text));
        let sum = |style: &Style| Ok(sum_of(&style.joined(self.release)?));
        let file = EditorFile {
            examples: EXAMPLES.iter().map(example).collect::<Result<_, Trouble>>()?,
            style: sum(&styles::PATIENTS)?,
            staff_style: sum(&styles::STAFF)?,
            papers: Paper::ALL.map(Paper::page_rule).map(sum_of).to_vec(),
            script: self.element_script(),
        };
        let file = self.site.hashed("register/editor", "json", file.to_json().as_bytes())?;
        self.staff_page(&StaffPage {
            name: "register",
            class: "desk",
            has_staff_style: false,
            title: words.get(EditorWord::Title),
            no_program: words.get(EditorWord::NoProgram),
            stopped: words.get(EditorWord::Stopped),
            // Its preview shows any of them.
            pictures: Picture::ALL.iter().copied().collect(),
            texts: &[
                ("texts", texts),
                ("editor", file),
                ("style", self.shared.style.clone()),
                ("staff-style", self.shared.staff_style.clone()),
                ("own", own),
            ],
        })
    }
}
