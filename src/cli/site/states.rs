//! The parts of the patients' page in which pictures stand, in each of their states, for the page of pictures: drawn with the views of
//! patients from an example register, so that what is judged there is what patients see. Nothing there answers anything.

use super::draw::{drawn, page};
use super::html::drawn_already;
use crate::choices::{Answer, Id, Regime};
use crate::content::{Language, Library, Localised, PicturesWord, Reading};
use crate::notice::Notice;
use crate::patient::view::Prose;
use crate::patient::view::parts::{card, question, regime_mark, safety_net, tile};
use crate::register::{Offer, Question, Register};
use crate::share::Form;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;
use std::sync::Arc;

/// All of them; nothing without a register.
pub(super) fn states(library: &Library, notice: &Arc<Notice>) -> Markup {
    let page = page(notice, Reading::clear(Language::Fr), Form::Static);
    let Some(register) = page.register() else { return ().markup() };
    let words = &library.pictures_words;
    let named = |name: PicturesWord, part: AnyView| {
        view! { <div><h3>{words.get(name).to_owned()}</h3>{part}</div> }.into_any()
    };
    let marks = Regime::ALL.map(|one| view! { <p>{regime_mark(&page, one)}</p> });
    let rows =
        register.uses.iter().take(2).map(|one| (format!("id=\"use-{}_card\"", one.id), card(&page, one)));
    let rows = [PicturesWord::RowClosed, PicturesWord::RowOpen].into_iter().zip(rows);
    let rows = rows.map(|(name, (id, row))| {
        named(name, in_state(&row, &id, (name == PicturesWord::RowOpen).then_some("open")))
    });
    let tiles = notice.moments_here();
    let tiles = tiles.iter().zip([false, true, false]);
    let tiles = tiles.map(|(here, picked)| view! { <li>{tile(&page, here.moment, picked)}</li> });
    let tiles = view! { <ul class="tiles">{tiles.collect_view()}</ul> }.into_any();
    let answers = [PicturesWord::AnswersOpen, PicturesWord::AnswerPicked].into_iter().zip(asked(register));
    let answers = answers.map(|(name, (item, title, offer, one))| {
        let id = format!(" id=\"answer-{item}_{}_{}\"", one.id, Answer::TalkFirst.code());
        let checked = (name == PicturesWord::AnswerPicked).then_some("checked");
        named(name, in_state(&question(&page, item, title, offer.regime, one), &id, checked))
    });
    let prose = Prose::new(&page);
    let net = register.uses.iter().find(|one| one.net.call.is_some());
    let net = net.map(|one| safety_net(&page, &prose, one));
    view! {
        <section class="states">
            <h2>{words.get(PicturesWord::States).to_owned()}</h2>
            <p>{words.get(PicturesWord::StatesLead).to_owned()}</p>
            {named(PicturesWord::Marks, marks.into_any())}
            {rows.collect_view()}
            {named(PicturesWord::Tiles, tiles)}
            {answers.collect_view()}
            {named(PicturesWord::NotTold, view! { <p>{page.not_told()}</p> }.into_any())}
            {named(PicturesWord::Net, net.into_any())}
        </section>
    }
    .markup()
}

/// The first questions of a register, one of each item that asks any.
fn asked(register: &Register) -> impl Iterator<Item = (&Id, &Localised, &Offer, &Question)> {
    let uses = register.uses.iter().map(|one| (&one.id, &one.title, &one.offer));
    let all = uses.chain(register.reuses.iter().map(|one| (&one.id, &one.title, &one.offer)));
    all.filter_map(|(id, title, offer)| Some((id, title, offer, offer.questions.first()?)))
}

/// A part of which the element with this attribute has a state that patients give it.
fn in_state(part: &Markup, attribute: &str, state: Option<&str>) -> AnyView {
    let html = drawn(part);
    drawn_already(match state {
        Some(state) => html.replacen(attribute, &format!("{attribute} {state}"), 1),
        None => html,
    })
}

#[cfg(test)]
mod tests {
    use super::{drawn, states};
    use crate::choices::Regime;
    use crate::cli::Repository;
    use crate::content::Picture;
    use crate::notice::Notice;
    use crate::register::check;
    use scraper::{Html, Selector};
    use std::sync::Arc;

    #[test]
    fn each_part_stands_there_in_each_of_its_states() {
        let repository = Repository::find().unwrap();
        let library = repository.library().unwrap();
        for name in crate::cli::site::release::EXAMPLES {
            let path = repository.path(&format!("content/registers/{name}.json"));
            let register = check(&std::fs::read_to_string(path).unwrap(), &library);
            let html = states(&library, &Arc::new(Notice::compose(Some(register), &library)));
            let html = Html::parse_fragment(html.as_str());
            let count = |selector: &str| html.select(&Selector::parse(selector).unwrap()).count();
            for (selector, number) in [
                (".card > details", 2),
                (".card > details[open]", 1),
                ("button.tile", 3),
                ("button.tile[aria-pressed='true']", 1),
                ("fieldset.question", 2),
                ("fieldset.question input[checked]", 1),
                ("div > h3 + .safety-net", 1),
                ("div > h3 + p > .not-told", 1),
            ] {
                assert_eq!(count(selector), number, "{name}: {selector}");
            }
            for one in Regime::ALL {
                let mark = format!("div > p > .regime use[href='#p-{}']", Picture::of_regime(one).code());
                assert_eq!(count(&mark), 1, "{name}: {mark}");
            }
            let mut ids: Vec<_> =
                html.select(&Selector::parse("[id]").unwrap()).map(|one| one.attr("id")).collect();
            let all = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), all, "{name}: an id stands twice");
        }
    }

    #[test]
    fn without_a_register_there_is_nothing_to_show() {
        let library = Repository::find().unwrap().library().unwrap();
        assert_eq!(drawn(&states(&library, &Arc::new(Notice::compose(None, &library)))), "");
    }
}
