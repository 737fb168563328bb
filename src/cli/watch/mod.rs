//! `eclaire watch`: shows one page while one edits, and draws it anew when a file is saved.
//!
//! A sentence or a style needs no Rust at all: the program that runs draws the site again. Code is built by a process of its own, the
//! browser's program in a profile that is quick to make (`watch` in `Cargo.toml`). What cannot be made is told, and the last good
//! page stays. The page reloads by itself ([`server`]).

mod make;
mod parts;
mod server;

pub(super) use make::draw;

use super::args::Watch;
use super::build::{has_bindgen, has_target};
use super::serve::{listen, router, runtime};
use super::{Repository, Trouble};
use make::Maker;
use notify::event::{EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use parts::Parts;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant, SystemTime};
use tokio::sync::watch::Sender;

/// How long it has to be quiet before a change counts: an editor writes a file in several steps.
const QUIET: Duration = Duration::from_millis(100);

/// Shows the page until it is stopped.
pub(super) fn watch(options: Watch) -> Result<(), Trouble> {
    let repository = Repository::find()?;
    has_target()?;
    has_bindgen(&repository)?;
    let native = std::env::current_exe()
        .map_err(|error| Trouble::new(format!("this program does not find itself: {error}"), "Try again."))?;
    let mut look = options.look;
    // Other processes draw, in the folder of the repository.
    look.register = look.register.as_deref().map(absolute);
    // Begun before the first drawing, so that nothing saved meanwhile is overlooked.
    let (_watcher, changes) = watched(&repository, look.register.as_deref())?;
    println!("Building the browser's program for looking (some minutes the first time) …");
    let page = look.only.page();
    let mut maker = Maker { repository, look, native };
    // The native program is the one that runs.
    maker.make(Parts { program: true, native: false, site: true })?;
    let (shown, state) = tokio::sync::watch::channel(name());
    let pages = server::reloading(router(&make::site(&maker.repository)), state);
    thread::spawn(move || again(&mut maker, &changes, &shown));
    runtime()?.block_on(listen(pages, page, options.port, options.stop_after))
}

/// Makes again what changes touch, for ever.
fn again(maker: &mut Maker, changes: &Receiver<PathBuf>, shown: &Sender<String>) {
    let root = absolute(&maker.repository.path(""));
    // What could not be made is made with the next change: it may lie in another file.
    let mut left = Parts::default();
    while let Ok(first) = changes.recv() {
        let begun = Instant::now();
        let mut paths = BTreeSet::from([first]);
        while let Ok(more) = changes.recv_timeout(QUIET) {
            paths.insert(more);
        }
        let parts = |path: &PathBuf| {
            if maker.look.register.as_ref() == Some(path) {
                return Parts { site: true, ..Parts::default() };
            }
            let inside = path.strip_prefix(&root).ok().and_then(Path::to_str);
            inside.map_or_else(Parts::default, |path| Parts::of(path, maker.look.only))
        };
        let touched = paths.iter().map(parts).fold(Parts::default(), Parts::and);
        if touched == Parts::default() {
            continue;
        }
        let parts = touched.and(left);
        match maker.make(parts) {
            Ok(()) => {
                left = Parts::default();
                shown.send_replace(name());
                println!("Shown after {:.1} seconds.", begun.elapsed().as_secs_f32());
            }
            Err(trouble) => {
                left = parts;
                eprintln!("eclaire: {trouble}");
            }
        }
    }
}

/// A name for what is shown now, that nothing before has had: a page that was loaded from a former server is reloaded too.
fn name() -> String {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    since.as_nanos().to_string()
}

/// The files that are saved from now on.
fn watched(
    repository: &Repository,
    register: Option<&Path>,
) -> Result<(RecommendedWatcher, Receiver<PathBuf>), Trouble> {
    let trouble = |error: notify::Error| {
        let next = "On Linux, raise fs.inotify.max_user_watches or close what watches many files.";
        Trouble::new(format!("files cannot be watched: {error}"), next)
    };
    let (sender, changes) = channel();
    let heard = move |event: notify::Result<Event>| {
        // Whoever reads a file, a build above all, changes nothing.
        let saved = |event: &Event| {
            !event.kind.is_access() && !matches!(event.kind, EventKind::Modify(ModifyKind::Metadata(_)))
        };
        for path in event.into_iter().filter(saved).flat_map(|event| event.paths) {
            // The receiver lives as long as the program.
            drop(sender.send(path));
        }
    };
    let mut watcher = notify::recommended_watcher(heard).map_err(trouble)?;
    // The folders, not the files: an editor puts a new file in the place of the old one.
    watcher.watch(&absolute(&repository.path("")), RecursiveMode::NonRecursive).map_err(trouble)?;
    for folder in ["content", "public", "src"] {
        watcher.watch(&absolute(&repository.path(folder)), RecursiveMode::Recursive).map_err(trouble)?;
    }
    if let Some(folder) = register.and_then(Path::parent)
        && !folder.starts_with(absolute(&repository.path("content")))
    {
        watcher.watch(folder, RecursiveMode::NonRecursive).map_err(trouble)?;
    }
    Ok((watcher, changes))
}

fn absolute(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}
