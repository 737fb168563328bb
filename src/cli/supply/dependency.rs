//! The crates of Cargo.lock that end up in a program, or that make one.

use crate::cli::Trouble;
use crate::cli::repository::{Repository, read};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A crate that others have made.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::cli) struct Dependency {
    pub(super) name: String,
    pub(super) version: String,
    /// Its licence as an expression of SPDX.
    pub(super) licence: String,
    pub(super) authors: Vec<String>,
    /// The SHA-256 of the package that crates.io gives, as in Cargo.lock.
    pub(super) sum: Option<String>,
    /// Where its sources lie on this machine.
    pub(super) folder: PathBuf,
    /// The crates that it takes from, as `name@version`.
    pub(super) takes: BTreeSet<String>,
}

impl Dependency {
    /// What nothing else is called.
    pub(super) fn id(&self) -> String {
        format!("{}@{}", self.name, self.version)
    }
}

/// Everything of others.
pub(in crate::cli) struct Supply {
    /// Inside the programs of the browser. The linker throws most of it away: what is named here may be in them, nothing else is.
    pub(super) inside: Vec<Dependency>,
    /// What makes them and the site: macros, build scripts, the native program.
    pub(super) making: Vec<Dependency>,
    /// What the programs themselves name.
    pub(super) roots: BTreeSet<String>,
}

impl Supply {
    /// Asks Cargo.
    ///
    /// # Errors
    /// If Cargo cannot be asked.
    pub(in crate::cli) fn of(repository: &Repository) -> Result<Supply, Trouble> {
        let lock = read(&repository.path("Cargo.lock"))?;
        let lock: Lock = toml::from_str(&lock).map_err(|error| strange("Cargo.lock", &error))?;
        let sums: BTreeMap<_, _> =
            lock.package.into_iter().map(|one| ((one.name, one.version), one.checksum)).collect();
        let browser = ["--no-default-features", "--features", "written,csr"];
        let browser = metadata(repository, "wasm32-unknown-unknown", &browser)?;
        let native = metadata(repository, "x86_64-unknown-linux-gnu", &[])?;
        let inside = browser.reached(|edge, of| edge.is_normal() && !of.is_macro());
        let mut making = browser.reached(|edge, _| edge.is_normal() || edge.is_build());
        making.extend(native.reached(|edge, _| edge.is_normal() || edge.is_build()));
        let making = making.difference(&inside).cloned().collect();
        let described = |ids: BTreeSet<String>| {
            let mut all: Vec<Dependency> = ids
                .iter()
                .filter_map(|id| browser.described(id, &sums).or_else(|| native.described(id, &sums)))
                .collect();
            all.sort();
            all
        };
        let roots = browser.roots();
        Ok(Supply { inside: described(inside), making: described(making), roots })
    }

    /// The folders in which Cargo keeps the sources of others: each is another on another machine.
    pub(in crate::cli) fn folders_of_sources(&self) -> BTreeSet<&Path> {
        self.inside.iter().chain(&self.making).filter_map(|one| one.folder.parent()).collect()
    }
}

fn strange(what: &str, error: &impl std::fmt::Display) -> Trouble {
    Trouble::new(format!("{what} is not as expected: {error}"), "Take Cargo.lock from the repository again.")
}

fn metadata(repository: &Repository, target: &str, features: &[&str]) -> Result<Metadata, Trouble> {
    let mut ask = Command::new("cargo");
    ask.args(["metadata", "--locked", "--format-version", "1", "--filter-platform", target]).args(features);
    ask.current_dir(repository.path(""));
    json_of(&mut ask)
}

/// What a program says, in JSON.
fn json_of<T: DeserializeOwned>(ask: &mut Command) -> Result<T, Trouble> {
    let name = ask.get_program().to_string_lossy().into_owned();
    let next = "The build needs Cargo, and once the crates of Cargo.lock from crates.io.";
    let said =
        ask.output().map_err(|error| Trouble::new(format!("{name} could not be started: {error}"), next))?;
    if !said.status.success() {
        let why = String::from_utf8_lossy(&said.stderr).into_owned();
        return Err(Trouble::new(format!("{name} ended with {}: {why}", said.status), next));
    }
    serde_json::from_slice(&said.stdout).map_err(|error| strange(&format!("what {name} says"), &error))
}

#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
    checksum: Option<String>,
}

/// What `cargo metadata` says, as far as it is asked for here.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    authors: Vec<String>,
    manifest_path: PathBuf,
    targets: Vec<Target>,
}

#[derive(Deserialize)]
struct Target {
    kind: Vec<String>,
}

impl Package {
    /// Whether it runs in the compiler and is in no program.
    fn is_macro(&self) -> bool {
        self.targets.iter().any(|target| target.kind.iter().any(|kind| kind == "proc-macro"))
    }
}

#[derive(Deserialize)]
struct Resolve {
    root: String,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Edge>,
}

#[derive(Deserialize)]
struct Edge {
    pkg: String,
    dep_kinds: Vec<EdgeKind>,
}

#[derive(Deserialize)]
struct EdgeKind {
    kind: Option<String>,
}

impl Edge {
    fn is_normal(&self) -> bool {
        self.dep_kinds.iter().any(|one| one.kind.is_none())
    }

    fn is_build(&self) -> bool {
        self.dep_kinds.iter().any(|one| one.kind.as_deref() == Some("build"))
    }
}

impl Metadata {
    fn package(&self, id: &str) -> Option<&Package> {
        self.packages.iter().find(|one| one.id == id)
    }

    fn node(&self, id: &str) -> Option<&Node> {
        self.resolve.nodes.iter().find(|one| one.id == id)
    }

    /// What is reached from our own package over edges that are followed.
    fn reached(&self, follows: impl Fn(&Edge, &Package) -> bool) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut next = vec![self.resolve.root.as_str()];
        while let Some(node) = next.pop().and_then(|id| self.node(id)) {
            for edge in &node.deps {
                let follow = self.package(&edge.pkg).is_some_and(|package| follows(edge, package));
                if follow && found.insert(edge.pkg.clone()) {
                    next.push(&edge.pkg);
                }
            }
        }
        found
    }

    /// What our own package names and uses itself.
    fn roots(&self) -> BTreeSet<String> {
        self.taken(&self.resolve.root)
    }

    /// What this package takes from, but for tests.
    fn taken(&self, id: &str) -> BTreeSet<String> {
        let edges = self.node(id).into_iter().flat_map(|node| &node.deps);
        edges
            .filter(|edge| edge.is_normal() || edge.is_build())
            .filter_map(|edge| self.package(&edge.pkg))
            .map(|package| format!("{}@{}", package.name, package.version))
            .collect()
    }

    fn described(&self, id: &str, sums: &BTreeMap<(String, String), Option<String>>) -> Option<Dependency> {
        let package = self.package(id)?;
        let key = (package.name.clone(), package.version.clone());
        Some(Dependency {
            // The way of writing before SPDX.
            licence: package.license.as_deref().unwrap_or("NOASSERTION").replace('/', " OR "),
            authors: package.authors.clone(),
            sum: sums.get(&key).cloned().flatten(),
            folder: package.manifest_path.parent()?.to_owned(),
            takes: self.taken(id),
            name: key.0,
            version: key.1,
        })
    }
}
