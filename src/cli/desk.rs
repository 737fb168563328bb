//! The desk's page of a site: its program, its words, and the blanks of this text and of the former ones.

use super::finish::{Asset, BLANKS, Programs, Site, escaped, integrity, replace_tag};
use super::repository::{read, read_bytes};
use super::wasm::without_names;
use super::{Trouble, content_policy};
use crate::content::DeskWord;
use crate::desk::DeskFile;
use crate::notice::Notice;
use crate::record::Blank;

impl Site<'_> {
    /// Writes `reader/`. Files beside the page are named as the page sees them.
    pub(super) fn desk(
        &mut self,
        programs: &Programs,
        style: &Asset,
        notice: &Notice,
        blank: Blank,
        former: Vec<Blank>,
    ) -> Result<(), Trouble> {
        let trunk = &programs.reader;
        let module = beside(self.hashed("reader/reader", "js", &read_bytes(&trunk.join("reader.js"))?)?);
        let wasm = without_names(&read_bytes(&trunk.join("reader_bg.wasm"))?);
        let wasm = beside(self.hashed("reader/reader", "wasm", &wasm)?);
        let boot = read_bytes(&programs.page.join("boot-reader.js"))?;
        let boot = beside(self.hashed("reader/boot", "js", &boot)?);
        let file = DeskFile { words: notice.desk_words.clone(), sheet: notice.sheet_words() };
        let words = beside(self.hashed("reader/desk", "json", file.to_json().as_bytes())?);
        // A text that has not changed is one blank, however often the site was built.
        let mut blanks = vec![blank];
        for one in former {
            if blanks.iter().all(|known| known.fingerprint != one.fingerprint) {
                blanks.push(one);
            }
        }
        // Under a name that stays: the next version of the site takes the former texts from here.
        let blanks = Blank::to_json(&blanks);
        self.plain(BLANKS, blanks.as_bytes())?;

        let program = format!(
            r#"<link rel="modulepreload" href="{}" integrity="{}" data-wasm="{}" data-wasm-integrity="{}" data-words="{}" data-words-integrity="{}" data-blanks="blanks.json" data-blanks-integrity="{}">"#,
            module.name,
            module.integrity,
            wasm.name,
            wasm.integrity,
            words.name,
            words.integrity,
            integrity(blanks.as_bytes())
        );
        let boot =
            format!(r#"<script type="module" src="{}" integrity="{}"></script>"#, boot.name, boot.integrity);
        let style =
            format!(r#"<link rel="stylesheet" href="../{}" integrity="{}">"#, style.name, style.integrity);
        let mut html = read(&trunk.join("index.html"))?;
        replace_tag(&mut html, r#"<link rel="modulepreload""#, ">", &program)?;
        replace_tag(&mut html, r#"<script type="module" src="boot.js""#, "</script>", &boot)?;
        replace_tag(&mut html, r#"<link rel="stylesheet""#, ">", &style)?;
        let html = html
            .replace("{policy}", &content_policy(true))
            .replace("{title}", &escaped(notice.desk_words.get(DeskWord::Title)))
            .replace("{no_program}", &escaped(notice.desk_words.get(DeskWord::NoProgram)));
        let lines: Vec<&str> = html.lines().filter(|line| !line.trim().is_empty()).collect();
        self.plain("reader/index.html", (lines.join("\n") + "\n").as_bytes())
    }
}

fn beside(asset: Asset) -> Asset {
    let name = asset.name.strip_prefix("reader/").unwrap_or(&asset.name).to_owned();
    Asset { name, ..asset }
}
