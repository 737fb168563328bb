//! `eclaire build`: what the build lacks, Trunk, then the finishing step. What is up to date is not made again.

use super::args::Build;
use super::repository::{read, read_bytes, write};
use super::site::{Release, STAFF, one};
use super::{Repository, Trouble};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// The versions that are known to work together with this repository (see README).
const TRUNK: &str = "0.21.14";

/// Builds the site and says where it is.
pub(super) fn build(repository: &Repository, options: &Build) -> Result<PathBuf, Trouble> {
    programs(repository)?;
    let release = Release::of_trunk(repository)?;
    let example = repository.path("content/registers/hospital.json");
    let register = options.register.as_deref().unwrap_or(&example);
    let out = options.out.clone().unwrap_or_else(|| repository.path("dist"));
    let register = (!options.general).then_some(register);
    one(&release, &release.library()?, register, &options.former, &out)?;
    println!("The site is in {}", out.display());
    Ok(out)
}

/// Makes the browser programs with Trunk, unless those there are made of the same sources.
fn programs(repository: &Repository) -> Result<(), Trouble> {
    let stamp = repository.path("target/trunk-sources.sha256");
    let sources = sources(repository)?;
    if read(&stamp).is_ok_and(|stamp| stamp == sources) {
        return Ok(());
    }
    let bindgen = bindgen_version(repository)?;
    has_target()?;
    has_tool(
        "trunk",
        TRUNK,
        &["--locked", "--no-default-features", "--features", "rustls"],
        "about 5 minutes",
    )?;
    // wasm-bindgen's own lock file names a dependency that is no longer to be had: without --locked.
    has_tool("wasm-bindgen", &bindgen, &[], "about 3 minutes")?;
    let begun = Instant::now();
    println!("Building the browser programs with Trunk (about 4 minutes the first time on two cores) …");
    trunk(repository, &[])?;
    // Each staff page has a program of its own: none of it is in the patient's download.
    for name in STAFF {
        let folder = Release::staff_folder(repository, name);
        trunk(repository, &["--dist", folder.to_string_lossy().as_ref(), &format!("src/{name}.html")])?;
    }
    println!("Built in {} seconds.", begun.elapsed().as_secs());
    write(&stamp, sources.as_bytes())
}

fn trunk(repository: &Repository, more: &[&str]) -> Result<(), Trouble> {
    let mut build = Command::new("trunk");
    build.args(["--config", "trunk.toml", "build", "--release"]).args(more).current_dir(repository.path(""));
    // A plain name: some machines set NO_COLOR to 1, which Trunk refuses to read.
    build.env_remove("NO_COLOR");
    succeed(&mut build, "Look at Trunk's message above.")
}

/// A fingerprint of everything that goes into the browser program.
fn sources(repository: &Repository) -> Result<String, Trouble> {
    let mut files = Vec::new();
    for folder in ["src", "public"] {
        list(&repository.path(folder), &mut files)?;
    }
    files.extend(["Cargo.toml", "Cargo.lock", "trunk.toml"].map(|name| repository.path(name)));
    // What changes there changes nothing in the browser.
    files.retain(|file| {
        !["src/cli", "src/bin"].iter().any(|folder| file.starts_with(repository.path(folder)))
    });
    files.sort();
    let mut hash = Sha256::new_with_prefix(STAFF.join(" "));
    for file in files {
        hash.update(file.to_string_lossy().as_bytes());
        hash.update(read_bytes(&file)?);
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Trouble> {
    let trouble = |error| Trouble::file("Reading", folder, &error);
    for entry in std::fs::read_dir(folder).map_err(trouble)? {
        let path = entry.map_err(trouble)?.path();
        if path.is_dir() { list(&path, files)? } else { files.push(path) }
    }
    Ok(())
}

/// The version of wasm-bindgen in Cargo.lock: its program has to be of exactly the same.
fn bindgen_version(repository: &Repository) -> Result<String, Trouble> {
    let lock = read(&repository.path("Cargo.lock"))?;
    let after = lock.split("name = \"wasm-bindgen\"\nversion = \"").nth(1);
    let version = after.and_then(|after| after.split('"').next());
    version.map(str::to_owned).ok_or_else(|| {
        Trouble::new(
            "Cargo.lock names no version of wasm-bindgen",
            "Take Cargo.lock from the repository again.",
        )
    })
}

fn has_target() -> Result<(), Trouble> {
    let installed = Command::new("rustc")
        .args(["--print", "target-libdir", "--target", "wasm32-unknown-unknown"])
        .output();
    let folder = installed.map(|output| PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()));
    if folder.is_ok_and(|folder| folder.is_dir()) {
        return Ok(());
    }
    println!("Installing Rust's wasm32-unknown-unknown target (some seconds) …");
    let next =
        "Install the target wasm32-unknown-unknown for your Rust; with Debian's: libstd-rust-dev-wasm32.";
    succeed(Command::new("rustup").args(["target", "add", "wasm32-unknown-unknown"]), next)
}

/// Installs a program from crates.io if it is not there in this version.
fn has_tool(name: &str, version: &str, how: &[&str], long: &str) -> Result<(), Trouble> {
    let found = Command::new(name).arg("--version").env_remove("NO_COLOR").stderr(Stdio::null()).output();
    let found = found.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    if found.split_whitespace().nth(1) == Some(version) {
        return Ok(());
    }
    println!("Installing {name} {version} from crates.io ({long} on two cores) …");
    let package = if name == "wasm-bindgen" { "wasm-bindgen-cli" } else { name };
    let mut install = Command::new("cargo");
    install.args(["install", package, "--version", version]).args(how);
    succeed(&mut install, "Check that crates.io can be reached, or install it by hand.")
}

fn succeed(command: &mut Command, next: &str) -> Result<(), Trouble> {
    let name = command.get_program().to_string_lossy().into_owned();
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Trouble::new(format!("{name} ended with {status}"), next)),
        Err(error) => Err(Trouble::new(format!("{name} could not be started: {error}"), next)),
    }
}
