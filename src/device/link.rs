//! The link with which the page was opened: read once, and taken out of the address at once, so that it is in no history, no
//! bookmark and no print (rule 95).

use super::window;
use crate::share::Link;
use gloo_events::EventListener;

/// Takes the link out of the address. An anchor of the page stays there.
pub fn take_link() -> Option<Link> {
    let window = window()?;
    let location = window.location();
    let link = Link::read(&location.hash().ok()?)?;
    let address = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    if let Ok(history) = window.history() {
        let state = history.state().unwrap_or_default();
        // The same entry of the history, with a shorter address. A page from a file may be refused this: the link stays then.
        let _ = history.replace_state_with_url(&state, "", Some(&address));
    }
    Some(link)
}

/// Calls `follow` for every link that is opened while the page is there. Listens as long as the document lives.
pub fn on_link(follow: impl Fn(Link) + 'static) {
    let Some(window) = window() else { return };
    EventListener::new(&window, "hashchange", move |_| take_link().into_iter().for_each(&follow)).forget();
}
