//! Which file of `src/` takes something from which other, read from the code itself: every `use`, every path, also inside macros.
//!
//! A name that a module hands on (`pub use`) is followed to the file in which it stands. What only tests take is left out.

#![allow(clippy::unwrap_used, clippy::expect_used, unreachable_pub)]

use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use syn::{Item, UseTree};

/// The absolute path of a module or of something in it, without `crate`.
type Names = Vec<String>;

/// A file of `src/`, as far as its imports go.
#[derive(Default)]
struct File {
    /// What it is called by others.
    module: Names,
    /// Names that it brings in, and from where.
    brought: BTreeMap<String, Names>,
    /// Modules of which it brings in everything.
    all_of: Vec<Names>,
    /// Names that it hands on.
    handed_on: BTreeMap<String, Names>,
    /// Every path of two names and more.
    paths: Vec<Names>,
}

/// The files of a crate by their path below `src/`, and what each takes from which.
pub struct Imports {
    files: BTreeMap<String, File>,
    modules: BTreeMap<Names, String>,
}

impl Imports {
    /// Reads every Rust file below a folder `src`. `krate` is the name by which a program calls the library.
    pub fn of(src: &Path, krate: &str) -> Imports {
        let mut texts = BTreeMap::new();
        read(src, src, &mut texts);
        Imports::of_texts(&texts, krate)
    }

    /// The same, of texts by path.
    pub fn of_texts(texts: &BTreeMap<String, String>, krate: &str) -> Imports {
        let modules: BTreeMap<Names, String> =
            texts.keys().map(|path| (module_of(path), path.clone())).collect();
        let mut files = BTreeMap::new();
        for (path, text) in texts {
            let parsed = syn::parse_file(text).unwrap_or_else(|problem| panic!("{path}: {problem}"));
            let mut file = File { module: module_of(path), ..File::default() };
            let here = file.module.clone();
            read_items(&parsed.items, &here, krate, &mut file);
            files.insert(path.clone(), file);
        }
        Imports { files, modules }
    }

    /// Every path of a file.
    pub fn files(&self) -> impl Iterator<Item = &String> {
        self.files.keys()
    }

    /// The files from which this one takes something.
    pub fn from(&self, path: &str) -> BTreeSet<String> {
        let Some(file) = self.files.get(path) else { return BTreeSet::new() };
        let mut taken: Vec<Names> = file.brought.values().cloned().collect();
        taken.extend(file.all_of.iter().cloned());
        for names in &file.paths {
            let begins = &names[0];
            if let Some(brought) = file.brought.get(begins).or_else(|| file.handed_on.get(begins)) {
                taken.push(brought.iter().chain(&names[1..]).cloned().collect());
            } else if self.modules.contains_key(&join(&file.module, begins)) {
                taken.push(file.module.iter().chain(names).cloned().collect());
            }
        }
        let found = taken.into_iter().filter_map(|names| self.file_of(names));
        found.filter(|other| other != path).collect()
    }

    /// The file in which something stands. `None` for what is of another crate, and for a module by itself, of which nothing is taken.
    fn file_of(&self, mut names: Names) -> Option<String> {
        // Names may be handed on from one module to the next.
        for _ in 0..8 {
            if self.modules.contains_key(&names) {
                // What is handed on may be called as the module in which it stands.
                let (name, parent) = names.split_last()?;
                let further = &self.files[self.modules.get(parent)?].handed_on;
                names = further.get(name).filter(|further| **further != names)?.clone();
            }
            let depth = (1..names.len()).rev().find(|depth| self.modules.contains_key(&names[..*depth]))?;
            let path = &self.modules[&names[..depth]];
            let Some(further) = self.files[path].handed_on.get(&names[depth]) else {
                return Some(path.clone());
            };
            names = further.iter().chain(&names[depth + 1..]).cloned().collect();
        }
        None
    }
}

fn join(module: &[String], name: &str) -> Names {
    module.iter().cloned().chain([name.to_owned()]).collect()
}

fn read(folder: &Path, src: &Path, texts: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(&path, src, texts);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let name = path.strip_prefix(src).unwrap().to_string_lossy().replace('\\', "/");
            texts.insert(name, fs::read_to_string(&path).unwrap());
        }
    }
}

/// `patient/view/mod.rs` is `patient::view`, `lib.rs` is the crate itself.
fn module_of(path: &str) -> Names {
    let path = path.trim_end_matches(".rs").trim_end_matches("/mod");
    if path == "lib" { Names::new() } else { path.split('/').map(str::to_owned).collect() }
}

fn is_of_tests(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|one| {
        one.path().is_ident("cfg")
            && one.parse_args::<syn::Path>().is_ok_and(|condition| condition.is_ident("test"))
    })
}

fn read_items(items: &[Item], here: &[String], krate: &str, file: &mut File) {
    for item in items {
        match item {
            Item::Use(item) => {
                let hands_on = !matches!(item.vis, syn::Visibility::Inherited);
                read_use(&item.tree, Vec::new(), &mut |names, name| {
                    let Some(absolute) = absolute(&names, here, krate) else { return };
                    match name {
                        None => file.all_of.push(absolute),
                        Some(name) if hands_on => drop(file.handed_on.insert(name, absolute)),
                        Some(name) => drop(file.brought.insert(name, absolute)),
                    }
                });
            }
            Item::Mod(item) if is_of_tests(&item.attrs) => {}
            item => {
                let tokens: TokenStream = quote::ToTokens::to_token_stream(item);
                read_paths(tokens, here, krate, file);
            }
        }
    }
}

/// Every name of a `use`, with what it is called here; no name for `*`.
fn read_use(tree: &UseTree, before: Names, found: &mut impl FnMut(Names, Option<String>)) {
    match tree {
        UseTree::Path(path) => read_use(&path.tree, join(&before, &path.ident.to_string()), found),
        UseTree::Name(name) if name.ident == "self" => {
            let last = before.last().cloned();
            found(before, last);
        }
        UseTree::Name(name) => {
            let name = name.ident.to_string();
            found(join(&before, &name), Some(name));
        }
        UseTree::Rename(rename) => {
            found(join(&before, &rename.ident.to_string()), Some(rename.rename.to_string()));
        }
        UseTree::Glob(_) => found(before, None),
        UseTree::Group(group) => {
            for tree in &group.items {
                read_use(tree, before.clone(), found);
            }
        }
    }
}

/// Where a path leads from a module; `None` if it begins with the name of something that is no module of this crate.
fn absolute(names: &[String], here: &[String], krate: &str) -> Option<Names> {
    let rest = |from: usize| names[from..].iter().cloned();
    match names[0].as_str() {
        "crate" => Some(rest(1).collect()),
        first if first == krate => Some(rest(1).collect()),
        "self" => Some(here.iter().cloned().chain(rest(1)).collect()),
        "super" => {
            let ups = names.iter().take_while(|name| *name == "super").count();
            Some(here[..here.len().saturating_sub(ups)].iter().cloned().chain(rest(ups)).collect())
        }
        // A module below this one, or another crate: only the first is found among the modules.
        _ => Some(here.iter().cloned().chain(rest(0)).collect()),
    }
}

/// Paths of two names and more, wherever they stand, also in macros.
fn read_paths(tokens: TokenStream, here: &[String], krate: &str, file: &mut File) {
    let mut names = Names::new();
    let mut colons = 0;
    let end = |names: &mut Names, file: &mut File| {
        if names.len() > 1 {
            let outside = ["crate", "super", "self", krate].contains(&names[0].as_str());
            if outside {
                // As if it had been brought in: under a name that nothing can have.
                file.brought.extend(absolute(names, here, krate).map(|to| (names.join("::"), to)));
            } else {
                file.paths.push(names.clone());
            }
        }
        names.clear();
    };
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                if colons != 2 {
                    end(&mut names, file);
                }
                names.push(ident.to_string());
                colons = 0;
            }
            TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
            TokenTree::Group(group) => {
                end(&mut names, file);
                colons = 0;
                read_paths(group.stream(), here, krate, file);
            }
            _ => {
                end(&mut names, file);
                colons = 0;
            }
        }
    }
    end(&mut names, file);
}
