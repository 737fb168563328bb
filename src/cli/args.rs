//! What can be said on the command line.

use super::program::Program;
use crate::record::Export;
use clap::{Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;

/// Éclaire tells patients when and how AI is used in their care, what rights they have, and takes down what they want.
/// It sends nothing anywhere.
///
/// Without a command it builds the page with the example of a hospital and serves it on this machine.
#[derive(Debug, Parser)]
#[command(name = "eclaire", version, max_term_width = 100)]
pub struct Args {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Build the page if needed and show it on this machine; prints the address.
    Serve(Serve),
    /// Show one page while one edits: it is drawn anew and reloads when a file is saved.
    ///
    /// For those who work on Éclaire. Only the program that is looked at is built, quickly and not for patients. A text or a style
    /// needs no build at all. What cannot be built is told, and the last good page stays. Pages that carry no script of ours
    /// (`fr/`, `kiosk/`, `embed/` …) are drawn too and are reloaded by hand.
    Watch(Watch),
    /// Draw once what `eclaire watch` shows. It calls this by itself.
    #[command(hide = true)]
    Draw(Look),
    /// Build a site from a register into a folder.
    Build(Build),
    /// Make a site of one's own out of a released one, without a toolchain; or one site for a folder of registers.
    Bake(Bake),
    /// Say what is wrong with a register, and what it does not tell; or check the texts: `eclaire check content`.
    Check(Check),
    /// Say what a patient's code or file means, in French or as a file for software.
    Record(Record),
    /// Print the JSON Schema of the register, for editors.
    Schema,
    /// Turn another description of an AI product into the draft of a register.
    Import(Import),
}

impl Default for Command {
    fn default() -> Self {
        Command::Serve(Serve { build: Build::default(), port: Serve::PORT, site: None, stop_after: None })
    }
}

#[derive(Debug, clap::Args)]
pub(super) struct Serve {
    #[command(flatten)]
    pub(super) build: Build,
    /// The port on this machine; 0 takes a free one.
    #[arg(long, default_value_t = Serve::PORT)]
    pub(super) port: u16,
    /// Serve this finished site instead of building one.
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["register", "out"])]
    pub(super) site: Option<PathBuf>,
    /// Stop by itself after so many seconds (for tests).
    #[arg(long, value_name = "SECONDS")]
    pub(super) stop_after: Option<u64>,
}

impl Serve {
    const PORT: u16 = 8080;
}

#[derive(Debug, clap::Args)]
pub(super) struct Watch {
    #[command(flatten)]
    pub(super) look: Look,
    /// The port on this machine; 0 takes a free one.
    #[arg(long, default_value_t = Serve::PORT)]
    pub(super) port: u16,
    /// Stop by itself after so many seconds (for tests).
    #[arg(long, value_name = "SECONDS")]
    pub(super) stop_after: Option<u64>,
}

/// What is looked at while one edits.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Look {
    /// The program to look at.
    #[arg(long, value_name = "PROGRAM", value_enum, default_value_t)]
    pub(super) only: Program,
    /// The register of the hospital or practice [default: content/registers/hospital.json, an example].
    #[arg(long, value_name = "FILE")]
    pub(super) register: Option<PathBuf>,
    /// Show the general page, which names no hospital and says only what is true everywhere.
    #[arg(long, conflicts_with = "register")]
    pub(super) general: bool,
}

impl Look {
    /// The same, as arguments for another process.
    pub(super) fn arguments(&self) -> Vec<OsString> {
        let only = self.only.to_possible_value().map(|value| value.get_name().to_owned().into());
        let only = only.into_iter().flat_map(|only| ["--only".into(), only]);
        let register = self.register.iter().flat_map(|file| ["--register".into(), file.into()]);
        only.chain(register).chain(self.general.then(|| "--general".into())).collect()
    }
}

#[derive(Debug, Default, clap::Args)]
pub(super) struct Build {
    /// The register of the hospital or practice [default: content/registers/hospital.json, an example].
    #[arg(long, value_name = "FILE")]
    pub(super) register: Option<PathBuf>,
    /// Build the general page, which names no hospital and says only what is true everywhere.
    #[arg(long, conflicts_with = "register")]
    pub(super) general: bool,
    /// A site as it was before, besides the one in --out: the desk goes on reading the sheets of its former texts. May be named several times.
    #[arg(long, value_name = "FOLDER")]
    pub(super) former: Vec<PathBuf>,
    /// Where the site goes [default: dist].
    #[arg(long, value_name = "FOLDER")]
    pub(super) out: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Bake {
    /// The released site, of the same version as this program.
    #[arg(long, value_name = "FOLDER")]
    pub(super) dist: PathBuf,
    /// The register of the hospital or practice; or a folder of them: each gets the path that its file is named after.
    #[arg(long, value_name = "FILE|FOLDER")]
    pub(super) register: PathBuf,
    /// A site as it was before, besides the one in --out: the desk goes on reading the sheets of its former texts. May be named several times.
    #[arg(long, value_name = "FOLDER")]
    pub(super) former: Vec<PathBuf>,
    /// Where the site goes.
    #[arg(long, value_name = "FOLDER")]
    pub(super) out: PathBuf,
    /// Have the files lie packed with gzip, under their own names: a fifth of the disk. The server has to say so
    /// (`Content-Encoding: gzip`); the files in headers/ of such a site do, for nginx, Apache and Caddy.
    #[arg(long)]
    pub(super) packed: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Check {
    /// Register files, or the word `content` for Éclaire's own texts.
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Record {
    /// The code, as it stands on the sheet; dashes, spaces and small letters do not matter.
    #[arg(value_name = "CODE", conflicts_with = "file")]
    pub(super) code: Option<String>,
    /// The file in which the patient saved the answers, instead of a code. With --site or --register its words are held
    /// against the text it belongs to.
    #[arg(long, value_name = "FILE")]
    pub(super) file: Option<PathBuf>,
    /// The register with which the patient's page was made, as it is now.
    #[arg(long, value_name = "FILE")]
    pub(super) register: Option<PathBuf>,
    /// The site that the patient read: it knows its former texts too.
    #[arg(long, value_name = "FOLDER", conflicts_with = "register")]
    pub(super) site: Option<PathBuf>,
    /// As what: line, fhir-r4, fhir-r5, fhir-r4-pcf, each of these three with -transaction behind it for a server that is to take it
    /// as it is, receipt [default: the sheet, in French].
    #[arg(long = "as", value_name = "FORMAT", value_parser = export)]
    pub(super) export: Option<Export>,
    /// The day on which someone read it back with the patient: what was proposed becomes active.
    #[arg(long, value_name = "DAY")]
    pub(super) read_back: Option<String>,
    /// The number of this handing over, a UUID, of which its identifiers are made [default: a random one].
    #[arg(long, value_name = "UUID")]
    pub(super) number: Option<String>,
    /// The moment of this handing over, in universal time, such as 2026-11-28T09:30:00Z [default: now].
    #[arg(long, value_name = "MOMENT")]
    pub(super) at: Option<String>,
}

fn export(name: &str) -> Result<Export, String> {
    let names: Vec<&str> = Export::ALL.iter().map(|export| export.code()).collect();
    Export::from_code(name).ok_or_else(|| format!("expected one of: {}", names.join(", ")))
}

#[derive(Debug, clap::Args)]
pub(super) struct Import {
    #[command(subcommand)]
    pub(super) kind: ImportKind,
}

#[derive(Debug, Subcommand)]
pub(super) enum ImportKind {
    /// CHAI Applied Model Cards, version 0.1 or 0.2 (XML), as makers publish them.
    Chai {
        /// The cards; each becomes one use.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Where the draft goes: a file that is not there yet [default: standard output, the report to standard error].
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
}

#[cfg(test)]
mod tests {
    use super::{Args, Command, Parser, Program};

    #[test]
    fn what_is_looked_at_reaches_the_process_that_draws_it() {
        for words in [
            vec![],
            vec!["--only", "reader"],
            vec!["--only", "practice", "--register", "my own.json"],
            vec!["--general"],
        ] {
            let parsed = |command, words: Vec<std::ffi::OsString>| {
                let words = ["eclaire".into(), command].into_iter().chain(words);
                Args::try_parse_from(words).unwrap().command.unwrap()
            };
            let words = words.into_iter().map(Into::into).collect();
            let Command::Watch(watch) = parsed("watch".into(), words) else { panic!("another command") };
            let Command::Draw(look) = parsed("draw".into(), watch.look.arguments()) else {
                panic!("another command")
            };
            assert_eq!(format!("{look:?}"), format!("{:?}", watch.look));
        }
        let Command::Watch(watch) = Args::try_parse_from(["eclaire", "watch"]).unwrap().command.unwrap()
        else {
            panic!("another command")
        };
        assert_eq!(watch.look.only, Program::Patient, "the patients' page unless another is named");
    }
}
