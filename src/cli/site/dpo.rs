//! What a data protection officer and a security officer read (`dpo/`): where data go, answers for their records, what can be checked
//! and how. With the bills of materials and the last report of the egress test, and the notices of licences in the root.
//!
//! The text is the same for all registers. What it says of headers is the table itself, what it says of the programs their sums.

use super::accessibility::Statement;
use super::html::{Html, drawn_already, style_link};
use super::release::STATEMENT;
use super::released::RELEASE;
use super::shared::Shared;
use super::{Trouble, hex};
use crate::cli::content_policy;
use crate::cli::headers::{everywhere, table};
use crate::cli::supply::{BILLS, NOTICES};
use crate::content::{Language, fill};
use leptos::prelude::*;
use sha2::{Digest, Sha256};

/// Its folder, in the root of a site.
const FOLDER: &str = "dpo/";
const PAGE: &str = "dpo/index.html";
/// The last report of `tests/egress/run.mjs`, for people and for software.
const REPORT: [&str; 2] = ["egress.md", "egress.json"];

impl Shared<'_> {
    /// Writes all of it. `places`: the site holds several.
    ///
    /// # Errors
    /// If a part of it is missing in the release.
    pub(super) fn dpo(&self, places: bool) -> Result<(), Trouble> {
        self.site.plain(NOTICES, self.release.bytes(NOTICES)?)?;
        for bill in BILLS {
            self.site.plain(&format!("{FOLDER}{bill}"), self.release.bytes(bill)?)?;
        }
        for report in REPORT {
            let path = format!("{FOLDER}{report}");
            self.site.plain(&path, self.release.bytes(&path)?)?;
        }
        let part = |name: &str| Ok(drawn_already(self.release.text(&format!("{FOLDER}{name}"))?.to_owned()));
        let body = view! {
            <main class="document" lang=Language::Fr.code()>
                {part("before.html")?}
                {part("proof.html")?}
                {headers(places)}
                {self.made()?}
                {part("after.html")?}
                {self.statement(places)?}
            </main>
        };
        let html = Html {
            language: Language::Fr,
            form: None,
            waits: false,
            at_kiosk: false,
            policy: &content_policy(false, ""),
            title: "Éclaire\u{a0}: pour le délégué à la protection des données",
            description: None,
            head: vec![self.icon.link(), style_link(PAGE, &self.style)],
            body: vec![body.into_any()],
        };
        self.site.page(PAGE, &html.draw())
    }

    /// The way to the accessibility statement: each place has its own, since it names whom to tell.
    fn statement(&self, places: bool) -> Result<AnyView, Trouble> {
        let words = Statement::of(self.release)?;
        Ok(match places {
            true => view! { <p>{fill(&words.each_place, &[("folder", STATEMENT)])}</p> }.into_any(),
            false => view! { <p><a href=format!("../{STATEMENT}")>{words.title}</a></p> }.into_any(),
        })
    }

    /// Of which commit and with which tools, and the sums of the programs.
    fn made(&self) -> Result<impl IntoView + use<>, Trouble> {
        let made = self.release.made();
        let commit =
            made.commit.clone().unwrap_or_else(|| "inconnu (les sources n’étaient pas un clone)".to_owned());
        let changed = made.changed.then_some(
            ", avec des fichiers changés depuis\u{a0}: personne d’autre ne peut refaire les mêmes octets",
        );
        let tools = made
            .tools
            .iter()
            .map(|(name, version)| view! { <li>{name.clone()}"\u{a0}: "<code>{version.clone()}</code></li> });
        let programs = self.release.files().filter(|(name, _)| name.ends_with(".wasm"));
        let programs = programs.map(|(name, bytes)| {
            let sum = hex(&Sha256::digest(bytes));
            view! { <li><code>{name.to_owned()}</code>"\u{a0}: "<code>{sum}</code></li> }
        });
        let (tools, programs) = (tools.collect::<Vec<_>>(), programs.collect::<Vec<_>>());
        let [inside, making] = BILLS;
        Ok(view! {
            <h2 id="made">"Fabrication, sommes, composants"</h2>
            <p>"Éclaire "{env!("CARGO_PKG_VERSION")}", commit "<code>{commit}</code>{changed}". Le même se lit dans "<a href=format!("../{RELEASE}")><code>{RELEASE}</code></a>"."</p>
            <ul>{tools}</ul>
            <p>"Les programmes du navigateur, par leur somme SHA-256. Le nom d’un fichier du site en porte les 16 premiers signes."</p>
            <ul>{programs}</ul>
            <ul>
                <li><a href="../SHA256SUMS">"SHA256SUMS"</a>"\u{a0}: la somme de chaque fichier du site. Elle n’est pas signée\u{a0}: comparez-la avec une copie à vous."</li>
                <li><a href=inside>{inside}</a>"\u{a0}: les composants des programmes du navigateur (CycloneDX 1.6)."</li>
                <li><a href=making>{making}</a>"\u{a0}: ceux qui servent à les fabriquer, et le programme qui dessine le site."</li>
                <li><a href=format!("../{NOTICES}")>{NOTICES}</a>"\u{a0}: les licences de ce qui est dans les programmes."</li>
            </ul>
        })
    }
}

/// The table of headers, as servers are told.
fn headers(places: bool) -> impl IntoView {
    let row = |name: &str, value: &str| {
        view! { <tr><th scope="row"><code>{name.to_owned()}</code></th><td><code>{value.to_owned()}</code></td></tr> }
    };
    let common = everywhere().map(|(name, value)| row(name, value)).collect::<Vec<_>>();
    let kinds = table(places).into_iter().map(|(what, headers)| {
        let rows = headers.iter().map(|(name, value)| row(name, value)).collect::<Vec<_>>();
        view! { <details><summary lang="en">{what}</summary><table><tbody>{rows}</tbody></table></details> }
    });
    let kinds = kinds.collect::<Vec<_>>();
    view! {
        <h2 id="headers">"Les en-têtes"</h2>
        <p>"Un serveur les envoie avec les fichiers du dossier "<code>"headers/"</code>" du site. Sur chaque réponse\u{a0}:"</p>
        <table><tbody>{common}</tbody></table>
        <p>"Et selon la sorte de fichier\u{a0}:"</p>
        {kinds}
    }
}
