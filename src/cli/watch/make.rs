//! Makes the parts of a watched page again, each by a process of its own: the server and the last good page stay.

use super::parts::Parts;
use crate::cli::args::Look;
use crate::cli::build::succeed;
use crate::cli::site::{Release, one_program};
use crate::cli::{Repository, Trouble};
use std::path::PathBuf;
use std::process::Command;
use std::thread;

const READ: &str = "Read what is said above; the page stays as it was.";

/// Where the watched site lies.
pub(super) fn site(repository: &Repository) -> PathBuf {
    repository.path("target/watched/site")
}

/// What makes the parts again.
pub(super) struct Maker {
    pub(super) repository: Repository,
    pub(super) look: Look,
    /// The native program, of the sources as they were when it was last made.
    pub(super) native: PathBuf,
}

impl Maker {
    /// Makes these parts again.
    ///
    /// # Errors
    /// If one of them cannot be made. What was there is there.
    pub(super) fn make(&mut self, parts: Parts) -> Result<(), Trouble> {
        let this = &*self;
        let (program, native) = thread::scope(|scope| {
            let program = scope.spawn(|| if parts.program { this.program() } else { Ok(()) });
            let native = if parts.native { this.native() } else { Ok(()) };
            (program.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), native)
        });
        native?;
        if parts.native {
            self.native = self.repository.path("target/debug/eclaire");
        }
        program?;
        if parts.site { self.draw() } else { Ok(()) }
    }

    /// The program of the browser, without Trunk: it would build for the release, and copy.
    fn program(&self) -> Result<(), Trouble> {
        let name = self.look.only.name();
        let mut build = self.cargo();
        build.args([
            "--bin",
            name,
            "--no-default-features",
            "--features",
            self.look.only.features(),
            "--profile",
            "watch",
        ]);
        succeed(build.args(["--target", "wasm32-unknown-unknown"]), READ)?;
        let wasm = self.repository.path(&format!("target/wasm32-unknown-unknown/watch/{name}.wasm"));
        let mut bindgen = Command::new("wasm-bindgen");
        bindgen.args(["--target", "web", "--no-typescript", "--out-name", name, "--out-dir"]);
        succeed(bindgen.arg(Release::watched_folder(&self.repository)).arg(wasm), READ)
    }

    /// The native program.
    fn native(&self) -> Result<(), Trouble> {
        succeed(self.cargo().args(["--bin", "eclaire"]), READ)
    }

    fn cargo(&self) -> Command {
        let mut build = Command::new("cargo");
        build.args(["build", "--locked", "--quiet", "--target-dir", "target"]);
        build.current_dir(self.repository.path(""));
        build
    }

    /// The site, by the native program as it is now.
    fn draw(&self) -> Result<(), Trouble> {
        let mut draw = Command::new(&self.native);
        draw.current_dir(self.repository.path("")).arg("draw").args(self.look.arguments());
        succeed(&mut draw, READ)
    }
}

/// `eclaire draw`: draws what is watched once, with the program of the browser that is there.
pub(in crate::cli) fn draw(look: &Look) -> Result<(), Trouble> {
    let repository = Repository::find()?;
    let release = Release::watched(&repository, look.only)?;
    let example = repository.path("content/registers/hospital.json");
    let register = look.register.as_deref().unwrap_or(&example);
    let register = (!look.general).then_some(register);
    one_program(&release, &release.library()?, register, look.only, &site(&repository)).map(drop)
}
