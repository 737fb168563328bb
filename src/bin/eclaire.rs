//! The native program. `eclaire --help` says what it does.

use clap::Parser;
use eclaire::cli::{Args, run};
use std::process::ExitCode;

fn main() -> ExitCode {
    match run(Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("eclaire: {trouble}");
            ExitCode::FAILURE
        }
    }
}
