//! What a link does: it shows. It sets how one reads and names what was used; it never answers, asks or keeps anything
//! (rule 96: programs that look for danger in mail open links too).

use super::{Event, Kit, Named};
use crate::share::Link;

/// What happens when the page with this kit is opened with a link. A language, a level or a use that the page does not
/// have is counted, so that the page can say so; so is said what was lost of the link.
pub fn follow(link: &Link, kit: &Kit) -> Vec<Event> {
    let (uses, mut unknown) = link.among(kit.uses().map(|one| &one.id));
    let unread = link.unread;
    let mut events = Vec::new();
    match link.language {
        Some(language) if kit.languages.contains(&language) => events.push(Event::Read(language)),
        Some(_) => unknown += 1,
        None => {}
    }
    match link.level {
        Some(level) if kit.levels.contains(&level) => events.push(Event::ReadAt(level)),
        Some(_) => unknown += 1,
        None => {}
    }
    events.push(Event::Open(Named { uses, unknown, unread }));
    events
}
