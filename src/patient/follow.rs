//! What a link does: it shows. It sets how one reads and names what was used; it never answers, asks or keeps anything
//! (rule 96: programs that look for danger in mail open links too).

use super::{Event, Named};
use crate::notice::Notice;
use crate::share::Link;

/// What happens when the page of this notice is opened with a link. A language, a level or a use that the page does not
/// have is counted, so that the page can say so.
pub fn follow(link: &Link, notice: &Notice) -> Vec<Event> {
    let uses = notice.register.iter().flat_map(|register| &register.uses).map(|one| &one.id);
    let (uses, mut unknown) = link.among(uses);
    let mut events = Vec::new();
    match link.language {
        Some(language) if notice.languages.contains(&language) => events.push(Event::Read(language)),
        Some(_) => unknown += 1,
        None => {}
    }
    match link.level {
        Some(level) if notice.levels.contains(&level) => events.push(Event::ReadAt(level)),
        Some(_) => unknown += 1,
        None => {}
    }
    events.push(Event::Open(Named { uses, unknown }));
    events
}
