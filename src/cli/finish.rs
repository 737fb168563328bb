//! The finishing step: from what Trunk made, a register and the texts to a site.
//!
//! The whole document is drawn natively by the same views as in the browser; files are named after their final
//! bytes; each is loaded with its integrity. Pages carry their own policy, so that a plain file server is enough.

use super::repository::{read, read_bytes, write};
use super::wasm::without_names;
use super::{Trouble, content_policy};
use crate::choices::Id;
use crate::content::{Localised, Reading, Word};
use crate::forms::Form;
use crate::notice::Notice;
use crate::record::{Blank, Fingerprint};
use crate::register::Say;
use crate::ui::parts::{card, question, reuse_card};
use crate::ui::{Page, document, title};
use crate::visit::Visit;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use leptos::prelude::{AnyView, Owner, RenderHtml, RwSignal};
use sha2::{Digest, Sha256, Sha384};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where a site keeps the blanks of its text and of its former texts.
pub(super) const BLANKS: &str = "reader/blanks.json";

/// What a page in one language at one level consists of.
pub struct Prerendered {
    /// The document, as HTML.
    pub document: String,
    /// The title.
    pub title: String,
    /// One sentence about the page.
    pub description: String,
}

/// Draws the page in one language at one level.
pub fn prerender(notice: &Arc<Notice>, reading: Reading, form: Form) -> Prerendered {
    let owner = Owner::new();
    owner.with(|| {
        let page = page(notice, reading, form);
        Prerendered {
            title: title(&page),
            description: page.word(Word::CareLead),
            // Leptos leaves comments as marks for hydration, which we do not do.
            document: without_comments(&document(&page).to_html()),
        }
    })
}

/// The notice, knowing what it shows: the fingerprint of its page in every language and at every level, as it is drawn, and
/// the mark of each use and reuse in it.
pub fn fingerprinted(notice: &Arc<Notice>) -> Arc<Notice> {
    let pages = notice.readings().map(|reading| prerender(notice, reading, Form::Page).document);
    let hash = pages.fold(Sha256::new(), |hash, page| hash.chain_update(page));
    let marks = notice.readings().map(|reading| (reading, marks(notice, reading))).collect();
    let mut notice = Notice::clone(notice);
    (notice.fingerprint, notice.marks) = (Fingerprint(hash.finalize().into()), marks);
    Arc::new(notice)
}

/// The mark of each use, then of each reuse: the beginning of the SHA-256 of its card and its questions.
fn marks(notice: &Arc<Notice>, reading: Reading) -> Vec<u64> {
    let owner = Owner::new();
    owner.with(|| {
        let page = page(notice, reading, Form::Page);
        let Some(register) = page.register() else { return Vec::new() };
        let mark = |card: AnyView, item: &Id, title: &Localised, say: &Say| {
            let questions = say.questions.iter().map(|one| question(&page, item, title, say.regime, one));
            let hash = Sha256::new().chain_update(without_comments(&card.to_html()));
            let hash = questions.fold(hash, |hash, one| hash.chain_update(without_comments(&one.to_html())));
            let hash: [u8; 32] = hash.finalize().into();
            hash.iter().take(8).fold(0, |sum, byte| sum << 8 | u64::from(*byte))
        };
        let uses = register.uses.iter().map(|one| mark(card(&page, one), &one.id, &one.title, &one.say));
        let reuses =
            register.reuses.iter().map(|one| mark(reuse_card(&page, one), &one.id, &one.title, &one.say));
        uses.chain(reuses).collect()
    })
}

/// A page on which nothing has been said.
fn page(notice: &Arc<Notice>, reading: Reading, form: Form) -> Page {
    let visit = RwSignal::new(Visit { reading, ..Visit::begin(reading.language) });
    Page { notice: notice.clone(), reading, visit, form, today: None, met: Arc::default() }
}

/// HTML without its comments. What a register says is escaped: it cannot begin one.
fn without_comments(html: &str) -> String {
    let mut parts = html.split("<!");
    let first = parts.next().unwrap_or_default().to_owned();
    // `<!>` separates texts; a whole comment may have a `>` inside.
    let end = |part: &str| if part.starts_with("--") { "-->" } else { ">" };
    parts.fold(first, |text, part| text + part.split_once(end(part)).map_or("", |(_, after)| after))
}

/// What Trunk made: the folder of the patient's program, and that of the desk's.
pub struct Programs {
    /// The patient's, with everything in `public/`.
    pub page: PathBuf,
    /// The desk's.
    pub reader: PathBuf,
}

/// Writes the site for a notice. The desk goes on reading sheets of the `former` texts.
///
/// # Errors
/// If a file that Trunk should have made is missing, or something cannot be written.
pub fn finish(
    programs: &Programs,
    notice: &Arc<Notice>,
    register: Option<&str>,
    former: Vec<Blank>,
    out: &Path,
) -> Result<(), Trouble> {
    if out.exists() {
        if !out.join("index.html").exists()
            && fs::read_dir(out).is_ok_and(|mut folder| folder.next().is_some())
        {
            return Err(Trouble::new(
                format!("{} is not empty and holds no site of Éclaire", out.display()),
                "Name another folder with --out.",
            ));
        }
        fs::remove_dir_all(out).map_err(|error| Trouble::file("Emptying", out, &error))?;
    }
    let notice = fingerprinted(notice);
    let site = Site { out, sums: BTreeMap::new() };
    site.write_all(programs, &notice, register, former)
}

pub(super) struct Site<'a> {
    out: &'a Path,
    sums: BTreeMap<String, String>,
}

/// A file under its final name.
pub(super) struct Asset {
    pub(super) name: String,
    pub(super) integrity: String,
}

impl Site<'_> {
    fn write_all(
        mut self,
        programs: &Programs,
        notice: &Arc<Notice>,
        register: Option<&str>,
        former: Vec<Blank>,
    ) -> Result<(), Trouble> {
        let trunk = &programs.page;
        let module = self.hashed("app", "js", &read_bytes(&trunk.join("app.js"))?)?;
        let wasm = self.hashed("app", "wasm", &without_names(&read_bytes(&trunk.join("app_bg.wasm"))?))?;
        let boot = self.hashed("boot", "js", &read_bytes(&trunk.join("boot.js"))?)?;
        let style = self.hashed("style", "css", &read_bytes(&trunk.join("style.css"))?)?;
        let data = self.hashed("notice", "bin", &notice.to_bytes())?;
        self.plain("icon.svg", &read_bytes(&trunk.join("icon.svg"))?)?;
        self.plain("register.schema.json", crate::register::schema().as_bytes())?;
        if let Some(register) = register {
            self.plain("register.json", register.as_bytes())?;
        }
        let shell = read(&trunk.join("index.html"))?;
        let boot =
            format!(r#"<script type="module" src="{}" integrity="{}"></script>"#, boot.name, boot.integrity);
        let styled = |above: &str| {
            format!(r#"<link rel="stylesheet" href="{above}{}" integrity="{}">"#, style.name, style.integrity)
        };
        let first = Reading::clear(notice.first_language());
        let mut others = String::from("<!doctype html>\n<meta charset=\"utf-8\">\n");
        for reading in notice.readings() {
            let path = format!("{}index.html", reading.folder());
            let above = Form::Static.above(reading);
            let parts = ["", "", &styled(&above), &alternates(notice, reading, &above)];
            let drawn = self.page(&path, &shell, notice, reading, Form::Static, parts)?;
            if reading != first {
                let (title, document) = (escaped(&drawn.title), drawn.document);
                others += &format!("<div data-title=\"{title}\">{document}</div>\n");
            }
        }
        // The other languages and levels in one file: they are so alike that together they take two thirds of the bytes.
        let others = self.hashed("others", "html", others.as_bytes())?;
        let program = format!(
            r#"<link rel="modulepreload" href="{}" integrity="{}" data-wasm="{}" data-wasm-integrity="{}" data-notice="{}" data-notice-integrity="{}" data-others="{}" data-others-integrity="{}">"#,
            module.name,
            module.integrity,
            wasm.name,
            wasm.integrity,
            data.name,
            data.integrity,
            others.name,
            others.integrity
        );
        let parts = [program.as_str(), &boot, &styled(""), &alternates(notice, first, "")];
        self.page("index.html", &shell, notice, first, Form::Page, parts)?;
        if let Some(blank) = notice.blank() {
            self.desk(programs, &style, notice, blank, former)?;
        }
        let sums: String = self.sums.iter().map(|(name, sum)| format!("{sum}  {name}\n")).collect();
        write(&self.out.join("SHA256SUMS"), sums.as_bytes())
    }

    /// One page: Trunk's shell with the document in it; gives the document. The parts: the link to the program, its start,
    /// the style, the links to the other pages.
    fn page(
        &mut self,
        path: &str,
        shell: &str,
        notice: &Arc<Notice>,
        reading: Reading,
        form: Form,
        [program, boot, style, alternates]: [&str; 4],
    ) -> Result<Prerendered, Trouble> {
        let above = form.above(reading);
        let drawn = prerender(notice, reading, form);
        let mut html = shell.to_owned();
        replace_tag(&mut html, r#"<link rel="modulepreload""#, ">", program)?;
        replace_tag(&mut html, r#"<script type="module" src="boot.js""#, "</script>", boot)?;
        replace_tag(&mut html, r#"<link rel="stylesheet""#, ">", style)?;
        let html = html
            .replace(r#"href="icon.svg""#, &format!(r#"href="{above}icon.svg""#))
            .replace("{lang}", reading.language.code())
            .replace("{form}", form.code())
            .replace("{dir}", reading.language.direction().attribute())
            .replace("{policy}", &content_policy(form.has_program()))
            .replace("{title}", &escaped(&drawn.title))
            .replace("{description}", &escaped(&drawn.description))
            .replace("{alternates}", alternates);
        let lines: Vec<&str> = html.lines().filter(|line| !line.trim().is_empty()).collect();
        let html = lines.join("\n") + "\n";
        // Last: nothing that a register says is ever searched for marks, and the empty lines of a letter stay.
        let html = html.replacen("{document}", &drawn.document, 1);
        self.plain(path, html.as_bytes())?;
        Ok(drawn)
    }

    /// Writes a file under a name that tells its bytes.
    pub(super) fn hashed(&mut self, name: &str, ending: &str, bytes: &[u8]) -> Result<Asset, Trouble> {
        let name = format!("{name}.{}.{ending}", &hex(&Sha256::digest(bytes))[..16]);
        self.plain(&name, bytes)?;
        Ok(Asset { name, integrity: integrity(bytes) })
    }

    pub(super) fn plain(&mut self, name: &str, bytes: &[u8]) -> Result<(), Trouble> {
        self.sums.insert(name.to_owned(), hex(&Sha256::digest(bytes)));
        write(&self.out.join(name), bytes)
    }
}

pub(super) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// Links to the page in every language at the same level, for search engines.
fn alternates(notice: &Notice, here: Reading, above: &str) -> String {
    let link = |reading: Reading| {
        let (code, folder) = (reading.language.code(), reading.folder());
        format!(r#"<link rel="alternate" hreflang="{code}" href="{above}{folder}">"#)
    };
    let same_level = notice.readings().filter(|reading| reading.level == here.level);
    same_level.map(link).collect::<Vec<_>>().join("\n    ")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// Replaces the one element that begins with `start` and ends with `end`.
pub(super) fn replace_tag(html: &mut String, start: &str, end: &str, with: &str) -> Result<(), Trouble> {
    let missing = || {
        Trouble::new(
            format!("the page that Trunk made has no {start} … {end}"),
            "Compare src/index.html and trunk.toml with the repository's.",
        )
    };
    let from = html.find(start).ok_or_else(missing)?;
    let to = html[from..].find(end).ok_or_else(missing)? + from + end.len();
    html.replace_range(from..to, with);
    Ok(())
}
