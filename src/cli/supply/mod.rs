//! What a site is made of that others have made, and how it was made: the crates behind the programs, their notices, a bill of
//! materials, the commit and the tools. Asked of Cargo, whose lock names every crate with its sum.

mod bill;
mod dependency;
mod made;
mod notices;

pub(super) use dependency::Supply;
pub(super) use made::Made;

/// The notices of everything that is inside the programs of the browser: a file in the root of every site.
pub(super) const NOTICES: &str = "NOTICES.txt";

/// The bills of materials: of what is inside the programs of the browser, and of what they and the site are made with.
pub(super) const BILLS: [&str; 2] = ["sbom-programs.cdx.json", "sbom-build.cdx.json"];
