//! The native program. `eclaire --help` says what it does.

use clap::Parser;
use eclaire::cli::{Args, run};
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = Args::try_parse().unwrap_or_else(|error| {
        // Help and version are asked for; anything else is a trouble like the others, with a next step.
        let _ = error.print();
        if error.use_stderr() {
            eprintln!(
                "\nNext: `eclaire --help` lists the commands, `eclaire COMMAND --help` what each takes."
            );
        }
        std::process::exit(error.exit_code());
    });
    match run(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("eclaire: {trouble}");
            ExitCode::FAILURE
        }
    }
}
