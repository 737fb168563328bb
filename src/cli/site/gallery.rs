//! The page that shows every picture (`pictures/`), for whoever judges them: in each size, in grey, turned around, with its name, what it
//! stands beside and who drew it. Before them the parts of a patients' page in which they stand. No patients' page leads there.

use super::draw::drawn;
use super::drawings::{Hand, TABLER, TABLER_LICENCE, drawing};
use super::html::{Html, document_in_place, style_link};
use super::shared::Shared;
use super::states::states;
use super::{Trouble, styles};
use crate::choices::Regime;
use crate::cli::content_policy;
use crate::content::{Language, Level, Library, Localised, Picture, PicturesWord, Stage};
use crate::notice::Notice;
use crate::patient::view::parts::{FIVE_PICTURES, wishes_form};
use crate::register::check;
use crate::view::{IntoMarkup, Markup, picture};
use leptos::prelude::*;
use std::sync::Arc;

/// The example of which it shows parts.
const EXAMPLE: &str = "registers/hospital.json";

/// Its address.
const PAGE: &str = "pictures/index.html";

impl Shared<'_> {
    /// Writes it.
    ///
    /// # Errors
    /// If a part of it is missing in the release.
    pub(super) fn gallery(&self, library: &Library) -> Result<(), Trouble> {
        let own = self.site.hashed(
            "pictures/pictures",
            "css",
            styles::PICTURES.joined(self.release)?.as_bytes(),
        )?;
        let styles = [&self.style, &own].map(|style| style_link(PAGE, style));
        let example = check(self.release.text(EXAMPLE)?, library);
        let example = Arc::new(Notice::compose(Some(example), library));
        let html = Html {
            language: Language::Fr,
            form: None,
            waits: false,
            at_kiosk: false,
            policy: &content_policy(false, ""),
            title: library.pictures_words.get(PicturesWord::Title),
            description: None,
            head: [self.icon.link()].into_iter().chain(styles).collect(),
            body: vec![document_in_place(drawn(&gallery(library, &example)))],
        };
        self.site.page(PAGE, &html.draw())
    }
}

fn gallery(library: &Library, example: &Arc<Notice>) -> Markup {
    let word = |word| library.pictures_words.get(word).to_owned();
    let all = Picture::ALL.iter().map(|one| shown(library, *one));
    view! {
        <main class="document pictures" lang=Language::Fr.code()>
            <h1>{word(PicturesWord::Title)}</h1>
            <p class="lead">{word(PicturesWord::Lead)}</p>
            <p>{word(PicturesWord::Beside)}</p>
            // What is shown of a page belongs to its form.
            {wishes_form()}
            {states(library, example)}
            <ul>{all.collect::<Vec<_>>()}</ul>
            <pre class="licence" lang="en">{TABLER_LICENCE}</pre>
        </main>
    }
    .markup()
}

/// One picture, with all that is to be known about it.
fn shown(library: &Library, one: Picture) -> Markup {
    let words = &library.pictures_words;
    let hand = match drawing(one).hand {
        Hand::Own => words.get(PicturesWord::Own).to_owned(),
        Hand::Tabler => words.fill(PicturesWord::Set, &[("set", TABLER)]),
    };
    let turns = one.turns().then(|| view! { <p>{words.get(PicturesWord::Turns).to_owned()}</p> });
    let beside = beside(library, one).into_iter().map(|what| view! { <li>{what}</li> });
    let sizes = ["at-24", "at-32", "at-64", "at-64 grey"];
    let sizes = sizes.map(|size| view! { <span class=size>{picture(one)}</span> }.into_any());
    view! {
        <li id=one.code()>
            <p class="drawn">
                {sizes.into_iter().collect_view()}
                <span class="at-64" dir="rtl">{picture(one)}</span>
            </p>
            <h2>{library.editor.choice("Picture", one.code()).to_owned()}" "<code>{one.code()}</code></h2>
            <ul>{beside.collect::<Vec<_>>()}</ul>
            {turns}
            <p class="hand">{hand}</p>
        </li>
    }
    .markup()
}

/// What a picture stands beside.
fn beside(library: &Library, one: Picture) -> Vec<String> {
    let words = &library.pictures_words;
    let french = |text: &Localised| {
        text.pick(Language::Fr, Level::Clear).map(|shown| shown.text.to_owned()).unwrap_or_default()
    };
    let named = |kind: PicturesWord, name: String| format!("{}\u{a0}: {name}", words.get(kind));
    let choice = |list: &str, code: &str| library.editor.choice(list, code).to_owned();
    let uses = library.catalogue.values().filter(|entry| entry.picture == Some(one));
    let uses = uses.map(|entry| named(PicturesWord::Use, french(&entry.texts.title)));
    let reuses = library.reuses.values().filter(|entry| entry.picture == Some(one));
    let reuses = reuses.map(|entry| named(PicturesWord::Reuse, french(&entry.texts.title)));
    let moments = library.moments.iter().filter(|moment| moment.picture == one);
    let moments = moments.map(|moment| named(PicturesWord::Moment, french(&moment.name)));
    let stages = Stage::ALL.into_iter().filter(|stage| Picture::of_stage(*stage) == one);
    let stages = stages.map(|stage| named(PicturesWord::Stage, choice("StageName", stage.code())));
    let regimes = Regime::ALL.into_iter().filter(|regime| Picture::of_regime(*regime) == one);
    let regimes = regimes.map(|regime| named(PicturesWord::Regime, choice("RegimeName", regime.code())));
    let groups = [
        (&FIVE_PICTURES[..], PicturesWord::OfAnswers),
        (&Picture::OF_DECIDING[..], PicturesWord::OfDeciding),
        (&Picture::OF_DATA[..], PicturesWord::OfData),
    ];
    let groups = groups.into_iter().filter(|(group, _)| group.contains(&one));
    let groups = groups.map(|(_, word)| words.get(word).to_owned());
    uses.chain(reuses).chain(moments).chain(stages).chain(regimes).chain(groups).collect()
}

#[cfg(test)]
mod tests {
    use super::super::drawings::{AROUND, Hand, drawing};
    use super::super::sprite::{shown, sprite};
    use super::{beside, gallery};
    use crate::cli::Repository;
    use crate::content::{Library, Picture};
    use crate::notice::Notice;
    use leptos::prelude::*;
    use std::collections::BTreeSet;
    use std::path::Path;
    use std::sync::Arc;

    fn library() -> Library {
        Repository::find().unwrap().library().unwrap()
    }

    #[test]
    fn every_picture_stands_beside_something() {
        let library = library();
        let idle: Vec<_> = Picture::ALL.iter().filter(|one| beside(&library, **one).is_empty()).collect();
        assert!(idle.is_empty(), "{idle:?}");
    }

    #[test]
    fn every_picture_is_drawn_once_in_the_page_that_shows_it() {
        let library = library();
        let page = gallery(&library, &Arc::new(Notice::compose(None, &library)));
        let pictures = shown(page.as_str());
        assert_eq!(pictures, Picture::ALL.iter().copied().collect::<BTreeSet<_>>());
        let drawings = sprite(&pictures).unwrap().to_html();
        for one in Picture::ALL {
            let symbol = format!("<symbol id=\"p-{}\" viewBox=\"0 0 24 24\">", one.code());
            assert_eq!(drawings.matches(&symbol).count(), 1, "{}", one.code());
        }
    }

    #[test]
    fn a_page_without_pictures_has_no_drawings() {
        assert!(sprite(&shown("<p>href=\"#p-none\" #p-bed</p>")).is_none());
    }

    #[test]
    fn every_drawing_is_lines_in_the_colour_of_the_text() {
        for one in Picture::ALL {
            let elements = drawing(*one).elements();
            let (code, size) = (one.code(), elements.len());
            assert!((40..1_400).contains(&size), "{code}: {size} bytes");
            let allowed = ["<path d=\"", "<circle cx=\""];
            for element in elements.split_inclusive("/>") {
                assert!(allowed.iter().any(|begin| element.starts_with(begin)), "{code}: {element}");
                let colours: Vec<_> = element.split("fill=\"").skip(1).collect();
                assert!(colours.iter().all(|rest| rest.starts_with("currentColor\"")), "{code}: {element}");
                assert!(!element.contains("style") && !element.contains("stroke="), "{code}: {element}");
            }
        }
    }

    #[test]
    fn every_file_of_ours_is_a_picture_and_begins_as_all_do() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/pictures");
        let mut files = BTreeSet::new();
        for file in std::fs::read_dir(folder).unwrap() {
            let file = file.unwrap().path();
            let text = std::fs::read_to_string(&file).unwrap();
            assert!(text.starts_with(AROUND[0]) && text.trim_end().ends_with(AROUND[1]), "{file:?}");
            files.insert(file.file_stem().unwrap().to_str().unwrap().to_owned());
        }
        let own = Picture::ALL.iter().filter(|one| drawing(**one).hand == Hand::Own);
        assert_eq!(files, own.map(|one| one.code().to_owned()).collect());
    }

    #[test]
    fn no_picture_shows_a_thinking_machine_or_judges() {
        let banned =
            ["robot", "ai", "brain", "spark", "wand", "magic", "star", "check", "cross", "tick", "alert"];
        for one in Picture::ALL.iter().filter(|one| **one != Picture::BrainSlice) {
            assert!(!one.code().split('-').any(|word| banned.contains(&word)), "{}", one.code());
        }
    }
}
