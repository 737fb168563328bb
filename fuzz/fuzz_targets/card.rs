#![no_main]

#[path = "../../tests/support/fuzzed.rs"]
mod fuzzed;

use fuzzed::Known;
use libfuzzer_sys::fuzz_target;
use std::path::Path;
use std::sync::LazyLock;

static KNOWN: LazyLock<Known> = LazyLock::new(|| Known::below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..")));

fuzz_target!(|bytes: &[u8]| fuzzed::card(bytes, &KNOWN));
