//! The native program `eclaire`: serve, watch, build, bake, check, record, schema, import.
//!
//! It reads and writes files and starts other programs; everything it knows about registers and pages it asks of the
//! pure modules and of the views.

mod args;
mod bake;
mod build;
mod check;
mod headers;
mod import;
mod program;
mod record;
mod repository;
mod serve;
mod site;
mod slug;
mod supply;
mod today;
mod tools;
mod trouble;
mod wasm;
mod watch;

pub use args::Args;
pub use headers::content_policy;
pub use repository::Repository;
pub use site::{fingerprinted, prerender};
pub use trouble::Trouble;

use args::Command;

/// Runs the program. What it has to say goes to standard output.
///
/// # Errors
/// [`Trouble`]: what went wrong, and what to do next.
pub fn run(args: Args) -> Result<(), Trouble> {
    match args.command.unwrap_or_default() {
        Command::Serve(options) => serve::serve(options),
        Command::Watch(options) => watch::watch(options),
        Command::Draw(look) => watch::draw(&look),
        Command::Build(options) => build::build(&Repository::find()?, &options).map(drop),
        Command::Bake(options) => bake::bake(&options),
        Command::Check(options) => check::check(&Repository::find()?, &options),
        Command::Schema => {
            print!("{}", crate::register::schema());
            Ok(())
        }
        Command::Record(options) => record::record(&Repository::find()?, &options),
        Command::Import(options) => import::import(&options),
    }
}
