//! Tells the native program which sources it was made of: the pages it draws and the programs in the browser have to be of
//! the same (`eclaire bake` compares).

use std::path::{Path, PathBuf};
use std::{fs, io};

fn main() -> io::Result<()> {
    let mut files = vec![PathBuf::from("Cargo.lock")];
    list(Path::new("src"), &mut files)?;
    files.sort();
    // FNV-1a: it has to tell two states of the sources apart, not to withstand anybody.
    let mut sum = 0xcbf2_9ce4_8422_2325_u64;
    for file in files {
        println!("cargo:rerun-if-changed={}", file.display());
        let name = file.to_string_lossy().replace('\\', "/");
        for byte in name.bytes().chain(fs::read(&file)?) {
            sum = (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    // A new file changes its folder.
    println!("cargo:rerun-if-changed=src");
    println!("cargo:rustc-env=ECLAIRE_SOURCES={sum:016x}");
    Ok(())
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { list(&path, files)? } else { files.push(path) }
    }
    Ok(())
}
