//! What all pages of a site share, written once however many registers the site holds.

use super::inside::{Icon, Inside, StyleInside};
use super::release::Release;
use super::styles::{self, Style};
use super::together::Together;
use super::{Asset, Site, Trouble};
use crate::patient::view::poster::Paper;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// Where the shared files of a site lie.
pub(super) struct Shared<'a> {
    pub(super) site: &'a Site,
    pub(super) release: &'a Release,
    /// The patients' program.
    pub(super) wasm: Asset,
    /// Its glue, with what starts it.
    pub(super) boot: Asset,
    pub(super) style: Asset,
    /// The same style, for the page that has it inside.
    pub(super) style_inside: StyleInside,
    /// What only staff pages and posters look like.
    pub(super) staff_style: Asset,
    /// The papers of posters, in the order of [`Paper::ALL`].
    papers: Vec<Asset>,
    pub(super) icon: Icon,
    /// The files of the release that have been written so far, by their plain names.
    files: Mutex<BTreeMap<String, Asset>>,
    /// What goes into the pages that have everything inside.
    pub(super) inside: WhereInside,
    /// The script for the pages of others that makes an embed.
    pub(super) embed_script: Asset,
    /// The staff's programs that have been written so far.
    staff: Mutex<BTreeMap<String, StaffProgram>>,
}

/// How many places a site has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Places {
    /// One, in the root.
    One,
    /// One for each register of a folder, each in a folder of its own.
    Many,
}

/// Where that lies which belongs inside of the pages that have everything inside.
pub(super) enum WhereInside {
    /// In each of them.
    Each(Box<Insides>),
    /// In the site, for all places.
    Once(Box<Together>),
}

/// What lies in each kind of page that has everything inside.
pub(super) struct Insides {
    /// In that which is alone.
    pub(super) alone: Inside,
    /// In a kiosk's visit.
    pub(super) visit: Inside,
    /// In a frame on somebody else's page.
    pub(super) framed: Inside,
}

/// A program of the staff.
#[derive(Debug, Clone)]
pub(super) struct StaffProgram {
    pub(super) wasm: Asset,
    /// Its glue, with what starts it.
    pub(super) boot: Asset,
    /// A style of its own beside the patients', if it has one.
    pub(super) style: Option<Asset>,
}

impl<'a> Shared<'a> {
    /// Writes what every site has.
    pub(super) fn write(site: &'a Site, release: &'a Release, places: Places) -> Result<Shared<'a>, Trouble> {
        let inside = match places {
            Places::One => WhereInside::Each(Box::new(Insides {
                alone: Inside::of(release, &styles::PATIENTS)?,
                visit: Inside::of(release, &styles::VISIT)?,
                framed: Inside::of(release, &styles::EMBED)?,
            })),
            Places::Many => WhereInside::Once(Box::new(Together::write(site, release)?)),
        };
        site.plain("register.schema.json", crate::register::schema().as_bytes())?;
        // What puts texts together is needed only where there are recipes.
        let join: &[&str] = if places == Places::Many { &["join.js"] } else { &[] };
        let parts = [
            &["app.js", "door.js", "door-patient.js", "whole.js", "how.js", "readings.js"],
            join,
            &["boot.js"],
        ];
        let boot = release.joined(&parts.concat())?;
        let style = styles::PATIENTS.joined(release)?;
        Ok(Shared {
            site,
            release,
            wasm: site.hashed("app", "wasm", release.bytes("app_bg.wasm")?)?,
            boot: site.hashed("boot", "js", boot.as_bytes())?,
            style: site.hashed("style", "css", style.as_bytes())?,
            style_inside: StyleInside::of(style)?,
            staff_style: site.hashed("staff", "css", styles::STAFF.joined(release)?.as_bytes())?,
            papers: Paper::ALL
                .into_iter()
                .map(|paper| {
                    site.hashed(&format!("poster-{}", paper.code()), "css", paper.page_rule().as_bytes())
                })
                .collect::<Result<_, Trouble>>()?,
            icon: Icon::of(release)?,
            files: Mutex::default(),
            inside,
            embed_script: embed_script(site, release.bytes("embed.js")?)?,
            staff: Mutex::default(),
        })
    }

    /// The styles of a poster, in their order.
    pub(super) fn poster_styles(&self, paper: Paper) -> impl Iterator<Item = &Asset> {
        let own = Paper::ALL.into_iter().zip(&self.papers).filter(move |(one, _)| *one == paper);
        [&self.style, &self.staff_style].into_iter().chain(own.map(|(_, style)| style))
    }

    /// A file of the release, under this path and a name that tells its bytes; written, and added up, when the first page
    /// needs it. `path` has no ending.
    pub(super) fn file(&self, name: &str, path: &str, ending: &str) -> Result<Asset, Trouble> {
        // Whoever panicked while writing one has not put it in.
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(there) = files.get(name) {
            return Ok(there.clone());
        }
        let made = self.site.hashed(path, ending, self.release.bytes(name)?)?;
        files.insert(name.to_owned(), made.clone());
        Ok(made)
    }

    /// A program of the staff, in the folder of its name; written when the first page needs it.
    pub(super) fn staff(&self, name: &str) -> Result<StaffProgram, Trouble> {
        // Whoever panicked while writing one has not put it in.
        let mut staff = self.staff.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(there) = staff.get(name) {
            return Ok(there.clone());
        }
        // One script: a module that another one imports is fetched by Chromium once more, without its sum, if the first fetch did not fit it.
        let glue = format!("{name}.js");
        let boot = self.release.joined(&[&glue, "door.js", "boot-staff.js"])?;
        let path = format!("{name}/{name}");
        let made = StaffProgram {
            wasm: self.site.hashed(&path, "wasm", self.release.bytes(&format!("{name}_bg.wasm"))?)?,
            boot: self.site.hashed(&path, "js", boot.as_bytes())?,
            style: Style::of_staff(name).map(|style| self.own_style(name, &style)).transpose()?,
        };
        staff.insert(name.to_owned(), made.clone());
        Ok(made)
    }

    /// A style in the folder of the staff's program that it is for.
    fn own_style(&self, name: &str, style: &Style) -> Result<Asset, Trouble> {
        self.site.hashed(&format!("{name}/{name}"), "css", style.joined(self.release)?.as_bytes())
    }
}

/// Under a name that tells its bytes, for pasting with its integrity, and under one that stays.
fn embed_script(site: &Site, script: &[u8]) -> Result<Asset, Trouble> {
    site.plain("embed.js", script)?;
    site.hashed("embed", "js", script)
}
