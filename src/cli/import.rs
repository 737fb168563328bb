//! `eclaire import`: other descriptions of AI products become drafts of registers.

use super::args::{Import, ImportKind};
use super::Trouble;

pub(super) fn import(options: &Import) -> Result<(), Trouble> {
    let ImportKind::Chai { .. } = &options.kind;
    Err(Trouble::new("not yet", "wait"))
}
