//! The store: the one place on this device where a patient may keep a record. Whoever refuses storage (a private window, a
//! setting, a full disk) is told so; nothing pretends to be kept.

use super::window;
use web_sys::Storage;

/// The store of one site.
#[derive(Debug, Clone)]
pub struct LocalStore {
    name: String,
}

/// The device refuses to keep anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused;

impl LocalStore {
    /// The store of the site with this name.
    pub fn of(site: &str) -> LocalStore {
        LocalStore { name: format!("eclaire/{site}") }
    }

    /// The store of a staff page of a site. No patient's page looks into it.
    pub fn of_staff(page: &str, site: &str) -> LocalStore {
        LocalStore { name: format!("eclaire-{page}/{site}") }
    }

    /// What lies in it.
    pub fn get(&self) -> Option<String> {
        storage()?.get_item(&self.name).ok()?
    }

    /// Puts something into it, in place of what was there.
    ///
    /// # Errors
    /// [`Refused`]; what was there before is still there.
    pub fn put(&self, text: &str) -> Result<(), Refused> {
        storage().and_then(|storage| storage.set_item(&self.name, text).ok()).ok_or(Refused)
    }

    /// Empties it.
    ///
    /// # Errors
    /// [`Refused`] if something still lies there.
    pub fn remove(&self) -> Result<(), Refused> {
        // Whatever it answers, what counts is what is there.
        let _ = storage().map(|storage| storage.remove_item(&self.name));
        if self.get().is_none() { Ok(()) } else { Err(Refused) }
    }
}

/// Asking for the storage throws in some browsers, and gives nothing in others.
fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// Whether what this page keeps is for its own eyes: not in a frame of another page, and not opened from a disk, where every
/// file that somebody was sent may look into the same store.
pub fn is_own_place() -> bool {
    let Some(window) = window() else { return false };
    // A page that is not told its top is in a frame that hides it.
    let framed = window.top().ok().flatten().as_ref() != Some(&window);
    let disk = window.location().protocol().is_ok_and(|protocol| protocol == "file:");
    !framed && !disk
}
