//! The kiosk of a place: a shell, the file of a visit that it shows in a frame, and the service worker with the exact list of
//! them (rules 87 and 91). Everything that it ever needs lies in `kiosk/`, so that the list is whole and the worker's reach
//! small.

use super::draw::{drawn, page};
use super::html::{Html, drawn_already, program_link, start_script, style_link};
use super::inside::Inside;
use super::place::Place;
use super::{Asset, Trouble, hex, styles};
use crate::content::{Language, Word};
use crate::patient::kiosk::view::{VisitFile, shell};
use crate::share::Form;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use leptos::prelude::*;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The policy of the shell. The frame inherits it beside its own: nothing is ever opened in the frame from an address, and
/// nothing but the kiosk's own files is fetched.
pub(super) fn shell_policy(visit: &Inside) -> String {
    let (script, style) = (&visit.script_hash, &visit.style.hash);
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {script}; style-src 'self' {style}; \
         img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; frame-src 'none'; \
         base-uri 'none'; form-action 'none'"
    )
}

/// The files of one kiosk, with their SHA-256.
struct Files<'a, 'b> {
    place: &'a Place<'b>,
    sums: BTreeMap<String, [u8; 32]>,
}

impl Files<'_, '_> {
    fn plain(&mut self, name: &str, bytes: &[u8]) -> Result<Asset, Trouble> {
        let asset = self.place.site.plain(&self.place.path(&format!("kiosk/{name}")), bytes)?;
        Ok(self.listed(name.to_owned(), asset, bytes))
    }

    fn hashed(&mut self, name: &str, ending: &str, bytes: &[u8]) -> Result<Asset, Trouble> {
        let asset = self.place.site.hashed(&self.place.path(&format!("kiosk/{name}")), ending, bytes)?;
        let name = asset.path.rsplit('/').next().unwrap_or_default().to_owned();
        Ok(self.listed(name, asset, bytes))
    }

    fn listed(&mut self, name: String, asset: Asset, bytes: &[u8]) -> Asset {
        self.sums.insert(name, Sha256::digest(bytes).into());
        asset
    }
}

impl Place<'_> {
    /// Writes `kiosk/`.
    pub(super) fn kiosk(&self) -> Result<(), Trouble> {
        let at = self.path("kiosk/index.html");
        let text = |name: &str| self.release.text(&format!("kiosk/{name}")).map(str::to_owned);
        let mut files = Files { place: self, sums: BTreeMap::new() };
        let visit = self.single(Form::Kiosk, &self.shared.visit)?;
        let visit = files.plain("visit/index.html", visit.as_bytes())?;
        // The modules know each other by plain names; a file's name tells its bytes, so the innermost comes first.
        let named = |text: String, plain: &str, asset: &Asset| {
            text.replace(&format!("\"./{plain}\""), &format!("\"./{}\"", asset.seen_from(&at)))
        };
        let offline = files.hashed("offline", "js", text("offline.js")?.as_bytes())?;
        let staff = named(text("staff.js")?, "offline.js", &offline);
        let staff = files.hashed("staff", "js", staff.as_bytes())?;
        let program = named(named(text("shell.js")?, "offline.js", &offline), "staff.js", &staff);
        let program = files.hashed("shell", "js", program.as_bytes())?;
        let style = styles::SHELL.joined(self.release)?;
        let style = files.hashed("shell", "css", style.as_bytes())?;
        files.plain("icon.svg", self.release.bytes("icon.svg")?)?;
        files.plain("icon-512.png", self.release.bytes("kiosk/icon-512.png")?)?;

        let first = self.first();
        let page = page(self.notice, first, Form::Kiosk);
        let address = visit.seen_from(&at);
        let visit = VisitFile { name: folder(&address), integrity: &visit.integrity };
        let (title, body) = (page.word(Word::Title), drawn(&shell(&page, &visit)));
        let manifest = in_language(&text("manifest.webmanifest")?, first.language, &title)?;
        files.plain("manifest.webmanifest", manifest.as_bytes())?;
        let html = {
            let module = |asset: &Asset| program_link(&at, asset, &[]);
            Html {
                language: first.language,
                form: None,
                waits: false,
                at_kiosk: true,
                policy: &shell_policy(&self.shared.visit),
                title: &title,
                description: None,
                head: vec![
                    view! {
                        <link rel="icon" href="icon.svg" type="image/svg+xml" />
                        <link rel="apple-touch-icon" href="icon-512.png" />
                        <link rel="manifest" href="manifest.webmanifest" />
                    }
                    .into_any(),
                    style_link(&at, &style),
                    module(&offline),
                    module(&staff),
                    start_script(&at, &program),
                ],
                body: vec![drawn_already(body)],
            }
            .draw()
        };
        files.plain("index.html", html.as_bytes())?;
        self.worker(&files.sums, &text("sw.js")?)
    }

    /// Writes the service worker with the list of the files, and the list as staff may check it.
    fn worker(&self, files: &BTreeMap<String, [u8; 32]>, source: &str) -> Result<(), Trouble> {
        let sums: String = files.iter().map(|(name, sum)| format!("{}  {name}\n", hex(sum))).collect();
        self.site.plain(&self.path("kiosk/SHA256SUMS"), sums.as_bytes())?;
        let list: Vec<String> = files
            .iter()
            .map(|(name, sum)| {
                let path = if name == "index.html" { "./" } else { folder(name) };
                format!("  \"{path}\": \"sha256-{}\",\n", BASE64_STANDARD.encode(sum))
            })
            .collect();
        // The list last: what is put in is not searched. A script has braces of its own, so that it is no shell.
        let worker = source.replace("{sum}", &hex(&Sha256::digest(&sums))).replacen(
            "\"{files}\"",
            &format!("{{\n{}}}", list.concat()),
            1,
        );
        self.site.plain(&self.path("kiosk/sw.js"), worker.as_bytes()).map(drop)
    }
}

/// A page is asked for by the address of its folder: some servers lead from `index.html` there, and the worker follows nobody.
fn folder(page: &str) -> &str {
    page.strip_suffix("index.html").unwrap_or(page)
}

/// The manifest of the installed kiosk, named in its language.
fn in_language(manifest: &str, language: Language, title: &str) -> Result<String, Trouble> {
    let broken = |error| {
        Trouble::new(
            format!("kiosk/manifest.webmanifest is no JSON: {error}"),
            "Compare it with the repository's.",
        )
    };
    let mut manifest: Value = serde_json::from_str(manifest).map_err(broken)?;
    let named = [("lang", language.code()), ("dir", language.direction().attribute()), ("name", title)];
    for (key, value) in named {
        manifest[key] = Value::from(value);
    }
    Ok(format!("{manifest:#}\n"))
}
