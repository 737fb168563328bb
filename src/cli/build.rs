//! `eclaire build`: what the build lacks, Trunk, then the finishing step. What is up to date is not made again.

use super::args::Build;
use super::headers::Lie;
use super::program::{BUILD, Program};
use super::repository::{list, read, read_bytes, write};
use super::site::{Release, one};
use super::supply::Supply;
use super::tools::{TRUNK, bindgen_version};
use super::{Repository, Trouble};
use sha2::{Digest, Sha256};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

/// Builds the site and says where it is.
pub(super) fn build(repository: &Repository, options: &Build) -> Result<PathBuf, Trouble> {
    programs(repository)?;
    let release = Release::of_trunk(repository)?;
    let example = repository.path("content/registers/hospital.json");
    let register = options.register.as_deref().unwrap_or(&example);
    let out = options.out.clone().unwrap_or_else(|| repository.path("dist"));
    let register = (!options.general).then_some(register);
    one(&release, &release.library()?, register, &options.former, &out, Lie::Plain)?;
    println!("The site is in {}", out.display());
    Ok(out)
}

/// Makes with Trunk each program of the browser that is not made of the sources there are.
fn programs(repository: &Repository) -> Result<(), Trouble> {
    let mut old = Vec::new();
    for program in Program::ALL {
        let stamp = repository.path(&format!("target/trunk-{}.sha256", program.name()));
        let sources = sources(repository, program)?;
        if read(&stamp).ok().as_ref() != Some(&sources) {
            old.push((program, stamp, sources));
        }
    }
    if old.is_empty() {
        return Ok(());
    }
    has_target()?;
    // As it is while one edits it: there in half the time, and it only calls others.
    let how =
        ["trunk", "--version", TRUNK, "--locked", "--debug", "--no-default-features", "--features", "rustls"];
    has_tool("trunk", TRUNK, &how, "about 2 minutes")?;
    has_bindgen(repository)?;
    let begun = Instant::now();
    let flags = flags(repository)?;
    println!("Building the browser programs with Trunk (about 4 minutes the first time on two cores) …");
    // Each staff page has a program of its own: none of it is in the patient's download.
    for (program, stamp, sources) in old {
        trunk(repository, program, &flags)?;
        write(&stamp, sources.as_bytes())?;
    }
    println!("Built in {} seconds.", begun.elapsed().as_secs());
    Ok(())
}

/// What stands in the programs for the folders of who builds them, which would give other bytes in each folder and tell who has built.
const CRATES: &str = "crates";
const HERE: &str = "eclaire";
const RUST: &str = "rust";

/// The flags that say so to the compiler, in place of any that this machine has for itself.
fn flags(repository: &Repository) -> Result<String, Trouble> {
    let supply = Supply::of(repository)?;
    let rust = Command::new("rustc").args(["--print", "sysroot"]).current_dir(repository.path("")).output();
    let rust = rust.map(|said| PathBuf::from(String::from_utf8_lossy(&said.stdout).trim())).ok();
    let targets = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    // The compiler takes the last that fits.
    let folders = [(Some(repository.path("")), HERE), (targets, HERE), (rust, RUST)];
    let folders = folders.into_iter().filter_map(|(folder, name)| Some((folder?, name)));
    let of_crates = supply.folders_of_sources().into_iter().map(|folder| (folder.to_owned(), CRATES));
    let flags = folders.chain(of_crates).map(|(folder, name)| {
        let folder = folder.to_string_lossy().trim_end_matches('/').to_owned();
        format!("--remap-path-prefix={folder}={name}")
    });
    // What cargo takes as several arguments, whatever stands in a path.
    Ok(flags.collect::<Vec<_>>().join("\u{1f}"))
}

fn trunk(repository: &Repository, program: Program, flags: &str) -> Result<(), Trouble> {
    let mut build = Command::new("trunk");
    build.env("CARGO_ENCODED_RUSTFLAGS", flags);
    build.args(["--config", "trunk.toml", "build", "--release", "--dist"]);
    build.arg(Release::trunk_folder(repository, program)).arg(program.given_to_trunk());
    build.current_dir(repository.path(""));
    // A plain name: some machines set NO_COLOR to 1, which Trunk refuses to read.
    build.env_remove("NO_COLOR");
    succeed(&mut build, "Look at Trunk's message above.")
}

/// A fingerprint of everything that a program of the browser is made of, wherever the repository lies.
fn sources(repository: &Repository, program: Program) -> Result<String, Trouble> {
    let mut files = list(repository, "src")?;
    files.extend(BUILD.map(str::to_owned));
    files.retain(|file| program.is_made_of(file));
    files.sort();
    let mut hash = Sha256::new();
    hash.update([CRATES, HERE, RUST].concat());
    for file in files {
        let bytes = read_bytes(&repository.path(&file))?;
        // The length between name and content: nothing of one can pass for the other.
        hash.update(format!("{file}\n{}\n", bytes.len()));
        hash.update(bytes);
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Rust's target for the browser.
pub(super) fn has_target() -> Result<(), Trouble> {
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

/// The program of wasm-bindgen, in the version of Cargo.lock. Its own lock names a crate that is no longer to be had, so it comes with
/// one of ours.
pub(super) fn has_bindgen(repository: &Repository) -> Result<(), Trouble> {
    let (sources, target) = (repository.path(".cargo/wasm-bindgen"), repository.path("target/tools"));
    let (sources, target) = (sources.to_string_lossy(), target.to_string_lossy());
    // One that was installed in another way is replaced.
    let how = ["--path", &sources, "--locked", "--force", "--target-dir", &target];
    has_tool("wasm-bindgen", &bindgen_version(repository)?, &how, "about 3 minutes")
}

/// Installs a program if it is not there in this version. `how`: what cargo is told to install, and how.
fn has_tool(name: &str, version: &str, how: &[&str], long: &str) -> Result<(), Trouble> {
    let found = Command::new(name).arg("--version").env_remove("NO_COLOR").stderr(Stdio::null()).output();
    let found = found.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    if found.split_whitespace().nth(1) == Some(version) {
        return Ok(());
    }
    println!("Installing {name} {version} from crates.io ({long} on two cores) …");
    let mut install = Command::new("cargo");
    // Where it is compiled without being made fast, nobody looks for lines in it either.
    install.env("CARGO_PROFILE_DEV_DEBUG", "false");
    install.arg("install").args(how);
    succeed(&mut install, "Check that crates.io can be reached, or install it by hand.")
}

/// Runs a program, which says for itself what goes wrong.
pub(super) fn succeed(command: &mut Command, next: &str) -> Result<(), Trouble> {
    let name = command.get_program().to_string_lossy().into_owned();
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Trouble::new(format!("{name} ended with {status}"), next)),
        Err(error) => Err(Trouble::new(format!("{name} could not be started: {error}"), next)),
    }
}
