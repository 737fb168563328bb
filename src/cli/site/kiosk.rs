//! The kiosk of a place: a shell, the file of a visit that it shows in a frame, and the service worker with the exact list of
//! them (rules 87 and 91). In a site of one place everything that it ever needs lies in `kiosk/`. In one of many a visit is put together
//! of files that lie outside; the list has them too, and the worker keeps them like the others.

use super::draw::{drawn, page, prerender};
use super::html::{Html, drawn_already, start_script};
use super::inside::{Inside, StyleInside};
use super::place::Place;
use super::put_together::{Recipes, recipe_element};
use super::recipe::{Recipe, folder};
use super::{Asset, Trouble, address, hex, styles};
use crate::content::{Language, Word};
use crate::patient::kiosk::view::shell;
use crate::share::Form;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use leptos::prelude::*;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What is joined into the shell's script.
const SCRIPTS: [&str; 5] =
    ["kiosk/offline.js", "kiosk/compare.js", "kiosk/staff.js", "kiosk/shell.js", "join.js"];

/// The policy of the shell. The frame inherits it beside its own: nothing is ever opened in the frame from an address, and
/// nothing but the kiosk's own files is fetched.
pub(super) fn shell_policy(visit: &Inside, shell: &StyleInside) -> String {
    let (script, style, own) = (&visit.script_hash, &visit.style.hash, &shell.hash);
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {script}; style-src {style} {own}; \
         img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; frame-src 'none'; \
         base-uri 'none'; form-action 'none'"
    )
}

/// The files of one kiosk, with their SHA-256.
struct Files<'a, 'b> {
    place: &'a Place<'b>,
    /// The path before those that are the same for all kiosks.
    shared: String,
    /// By their address, as the shell sees it.
    sums: BTreeMap<String, [u8; 32]>,
}

impl Files<'_, '_> {
    /// A file of this kiosk, under a name that stays.
    fn plain(&mut self, name: &str, bytes: &[u8]) -> Result<Asset, Trouble> {
        let asset = self.place.site.plain(&self.place.path(&format!("kiosk/{name}")), bytes)?;
        Ok(self.listed(asset, bytes))
    }

    /// A file of all kiosks, under a name that stays.
    fn shared(&mut self, name: &str, bytes: &[u8]) -> Result<Asset, Trouble> {
        let asset = self.place.site.plain(&format!("{}{name}", self.shared), bytes)?;
        Ok(self.listed(asset, bytes))
    }

    /// A file of all kiosks, under a name that tells its bytes.
    fn hashed(&mut self, name: &str, ending: &str, bytes: &[u8]) -> Result<Asset, Trouble> {
        let asset = self.place.site.hashed(&format!("{}{name}", self.shared), ending, bytes)?;
        Ok(self.listed(asset, bytes))
    }

    fn listed(&mut self, asset: Asset, bytes: &[u8]) -> Asset {
        let shell = self.place.path("kiosk/index.html");
        self.sums.insert(asset.seen_from(&shell), Sha256::digest(bytes).into());
        asset
    }
}

impl Place<'_> {
    /// Writes `kiosk/`, with a visit in one file.
    pub(super) fn kiosk(&self, visit: &Inside) -> Result<(), Trouble> {
        let mut files = Files { place: self, shared: self.path("kiosk/"), sums: BTreeMap::new() };
        let text = self.single(Form::Kiosk, visit);
        let file = files.plain("visit/index.html", text.as_bytes())?;
        let mut recipe = Recipe::default();
        recipe.whole(&self.path("kiosk/index.html"), &file, text.len());
        self.shell(files, &recipe, visit)
    }

    /// Writes `kiosk/`, whose shell puts a visit together of what lies elsewhere in the site.
    pub(super) fn kiosk_together(&self, recipes: &Recipes<'_>) -> Result<(), Trouble> {
        let at = self.path("kiosk/index.html");
        let visit = &recipes.together.visit;
        let drawn = prerender(self.notice, self.first(), Form::Kiosk);
        let others = recipes.among(self.others(Form::Kiosk));
        let empty = self.whole(Form::Kiosk, &visit.inside, String::new(), drawn, others);
        let recipe = recipes.of(&at, &empty, visit);
        let mut files = Files { place: self, shared: "kiosk/".to_owned(), sums: BTreeMap::new() };
        for path in recipe.paths() {
            if let Some(sum) = self.site.sum(path) {
                files.sums.insert(address(&at, path), sum);
            }
        }
        self.shell(files, &recipe, &visit.inside)
    }

    /// Writes the shell, its worker, and what they need.
    fn shell(&self, mut files: Files<'_, '_>, recipe: &Recipe, visit: &Inside) -> Result<(), Trouble> {
        let at = self.path("kiosk/index.html");
        let text = |name: &str| self.release.text(&format!("kiosk/{name}")).map(str::to_owned);
        // One script with a sum: of what a script imports, Chromium runs what does not fit its sum, if it is asked for anew.
        let program = self.release.joined(&SCRIPTS)?;
        let program = files.hashed("shell", "js", program.as_bytes())?;
        // In the page: a file that never came would be a blank screen, and would hold the script.
        let style = StyleInside::of(styles::SHELL.joined(self.release)?)?;
        let icon = files.shared("icon.svg", self.release.bytes("icon.svg")?)?.seen_from(&at);
        let picture = files.shared("icon-512.png", self.release.bytes("kiosk/icon-512.png")?)?.seen_from(&at);

        let first = self.first();
        let page = page(self.notice, first, Form::Kiosk);
        let (title, body) = (page.word(Word::Title), drawn(&shell(&page)));
        let icons = [("icon.svg", icon.as_str()), ("icon-512.png", picture.as_str())];
        let manifest = in_language(&text("manifest.webmanifest")?, first.language, &title, &icons)?;
        files.plain("manifest.webmanifest", manifest.as_bytes())?;
        let html = {
            Html {
                language: first.language,
                form: None,
                waits: false,
                at_kiosk: true,
                policy: &shell_policy(visit, &style),
                title: &title,
                description: None,
                head: vec![
                    view! {
                        <link rel="icon" href=icon.clone() type="image/svg+xml" />
                        <link rel="apple-touch-icon" href=picture.clone() />
                        <link rel="manifest" href="manifest.webmanifest" />
                    }
                    .into_any(),
                    style.element(),
                    start_script(&at, &program),
                ],
                body: vec![drawn_already(body), recipe_element(recipe)],
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
                format!("  \"{}\": \"sha256-{}\",\n", folder(name), BASE64_STANDARD.encode(sum))
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

/// The manifest of the installed kiosk, named in its language, with the icons where they lie.
fn in_language(
    manifest: &str,
    language: Language,
    title: &str,
    icons: &[(&str, &str)],
) -> Result<String, Trouble> {
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
    for icon in manifest["icons"].as_array_mut().into_iter().flatten() {
        let lies = icons.iter().find(|(name, _)| icon["src"] == *name).map(|(_, address)| *address);
        if let Some(address) = lies {
            icon["src"] = Value::from(address);
        }
    }
    Ok(format!("{manifest:#}\n"))
}
