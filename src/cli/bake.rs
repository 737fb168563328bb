//! `eclaire bake`: a site of one's own out of a released one, without Rust, a toolchain or a clone.

use super::Trouble;
use super::args::Bake;
use super::headers::Lie;
use super::site::{Release, one, several};
use std::time::Instant;

pub(super) fn bake(options: &Bake) -> Result<(), Trouble> {
    let begun = Instant::now();
    let release = Release::of_dist(&options.dist)?;
    let library = release.library()?;
    let Bake { register, former, out, .. } = options;
    let lie = if options.packed { Lie::Packed } else { Lie::Plain };
    if register.is_dir() {
        let baked = several(&release, &library, register, former, out, lie);
        println!("Baked in {} seconds.", begun.elapsed().as_secs());
        return baked;
    }
    let shown = one(&release, &library, Some(register), former, out, lie)?;
    println!("The site is in {}", out.display());
    if shown {
        return Ok(());
    }
    // Whoever bakes without looking must not put a page without the register in the place of one with it.
    let what = format!("{} has errors, so patients would get the general page", register.display());
    Err(Trouble::new(what, "Mend what is listed above and bake again."))
}
