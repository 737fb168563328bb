//! "My sheet": on the screen it looks like the paper that comes out. What was said, what was left open, to whom to hand
//! it, room to write by hand. Every line can be changed. In another language than French, French stands beside, for the desk.
//!
//! What was said is drawn of the record, the same that is kept, saved and read back: so they cannot say different things.

use super::wishes::erase;
use crate::choices::{Answer, ToAsk};
use crate::content::{Localised, Word};
use crate::patient::kiosk::view as kiosk;
use crate::patient::leaves::{Around, Entry, Leaves};
use crate::patient::view::parts::{
    Sides, ask_someone, behalf, code, code_text, contact_line, emergency_line, framed, keep, letters,
    sheet_language,
};
use crate::patient::view::{Context, Page};
use crate::patient::{KitPlace, Picked};
use crate::record::{
    Record, RecordLine, Wording, answer_word, behalf_word, channel_word, short_channel_word,
};
use crate::register::{Channel, Contact};
use crate::share::Form;
use crate::view::shapes::{block, heading, item, paragraph, parts, piece, span, strong, text};
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;
use std::ops::Range;

/// The section.
pub fn sheet(page: &Page) -> Markup {
    let paper = page.register().is_some().then(|| view! { <div id="paper-place">{paper(page)}</div> });
    let nothing = page.register().is_none().then(|| view! { <p>{page.word(Word::GeneralWishes)}</p> });
    let actions = page.register().is_some().then(|| {
        view! {
            <div class="actions">
                <button type="button" class="print needs-program" data-do="print">{page.word(Word::Print)}</button>
                " "
                <button type="button" class="needs-program" data-do="code">{page.word(Word::ShowCode)}</button>
                " "
                {page.form.may_hand_over().then(|| view! {
                    <button type="button" class="needs-program" data-do="save">{page.word(Word::SaveRecord)}</button>
                    " "
                })}
            </div>
            <p role="status" class="hint print-status"></p>
            {(!page.form.is_framed()).then(|| view! { <p class="without-program">{page.word(Word::PrintWithout)}</p> })}
            {framed(page)}
            {page.form.may_hand_over().then(|| view! {
                <p class="hint needs-program">{page.word(Word::PicksOnPaper)}</p>
                {keep(page)}
            })}
            {erase(page)}
        }
    });
    let at_kiosk = page.form == Form::Kiosk;
    view! {
        <section id="sheet" class="section" aria-labelledby="sheet-title">
            <h2 id="sheet-title" tabindex="-1">{page.word(Word::SheetTitle)}</h2>
            <p class="lead">{page.word(Word::SheetLead)}</p>
            {page.register().is_some().then(|| view! { {behalf(page)}{sheet_language(page)} })}
            {paper}
            {nothing}
            {actions}
            {letters(page)}
            {at_kiosk.then(|| view! { <p class="promises">{page.word(Word::KioskHands)}</p>{kiosk::version(page)} })}
            {ask_someone(page)}
        </section>
    }
    .markup()
}

/// The paper: drawn again in the browser whenever an answer changes.
pub fn paper(page: &Context) -> Markup {
    let Some(place) = &page.kit.place else { return Markup::default() };
    let record = page.record_of(&place.questionnaire);
    let language = record.sheet_language;
    let sides = Sides::of(page, language);
    let questions = page.kit.picked(&page.visit.answers);
    let lists = record.lists();
    let said = lists.iter().any(|(title, _)| *title != Word::SheetOpen);
    let mut all: Vec<Part> = lists.into_iter().map(|(title, lines)| Part::Said(title, lines)).collect();
    // Without the program nobody knows what was ticked.
    let unsaid = page.live && !said && questions.is_empty();
    let nothing = if unsaid {
        view! { <p class="nothing-said">{sides.own.word(Word::SheetNothing)}</p> }.markup()
    } else {
        Markup::default()
    };
    if !questions.is_empty() {
        all.push(Part::ToAsk(questions));
    }
    let code_text = code_text(page, &place.questionnaire);
    let around = Around { bilingual: sides.french.is_some(), code: code_text.is_some() };
    let entries: Vec<Vec<Entry>> = all.iter().map(|part| part.entries(&sides)).collect();
    let leaves = Leaves::of(&entries, around);
    let count = leaves.sides.len();
    let shown = leaves.sides.iter().enumerate().map(|(at, portions)| {
        let mut shown = Vec::new();
        if count > 1 {
            shown.push(running(&sides, &record, at + 1, count, code_text.clone().flatten()));
        }
        if at == 0 {
            let name = by_hand(sides.words_inline(Word::ByHandName));
            shown.push(block("paper-head", sides.both(|page| head(page, &record))));
            shown.extend([block("by-hand-lines", name), nothing.clone()]);
        }
        let portions = portions.iter().filter_map(|one| Some((all.get(one.list)?, one.entries.clone())));
        shown.extend(portions.map(|(part, entries)| part.view(&sides, entries)));
        if at + 1 == count {
            shown.push(foot(page, &sides, place, code_text.clone()));
        }
        block("leaf", parts(shown))
    });
    let shown = parts(shown.collect());
    let bilingual = if around.bilingual { " bilingual" } else { "" };
    // On the screen what is open stands right above, among the wishes; on paper it can be ticked.
    let unsaid = if unsaid { " unsaid" } else { "" };
    view! {
        <div
            class=format!("paper{bilingual}{unsaid}{}", leaves.size.class())
            id="paper"
            lang=language.code()
            dir=language.direction().attribute()
        >
            {shown}
        </div>
    }
    .markup()
}

/// A line to be written by hand, after what it is for.
fn by_hand(what: Markup) -> Markup {
    paragraph(parts(vec![what, text(" "), span("rule", Markup::default())]))
}

/// A list of the sheet.
enum Part<'a> {
    /// What was said, or left open.
    Said(Word, Vec<RecordLine<'a>>),
    /// What the patient wants to ask.
    ToAsk(Vec<Picked<'a>>),
}

impl Part<'_> {
    /// What each of its lines takes on paper.
    fn entries(&self, sides: &Sides) -> Vec<Entry> {
        let entry = |boxes: bool, length: &dyn Fn(&Context, bool) -> usize| Entry {
            own: length(&sides.own, false),
            beside: sides.french.as_ref().map_or(0, |french| length(french, true)),
            boxes,
        };
        match self {
            Part::Said(title, lines) => lines
                .iter()
                .map(|line| {
                    let boxes = *title == Word::SheetOpen && line.question.is_some();
                    entry(boxes && !sides.own.live, &|page, briefly| length(page, line, briefly))
                })
                .collect(),
            Part::ToAsk(questions) => questions
                .iter()
                .map(|one| {
                    let texts = one.about.into_iter().chain([one.text]);
                    entry(false, &|page, _| texts.clone().map(|text| characters(page, text)).sum())
                })
                .collect(),
        }
    }

    /// Its heading, and so many of its lines. What goes on from another side says so.
    fn view(&self, sides: &Sides, some: Range<usize>) -> Markup {
        let goes_on = some.start > 0;
        let title = |page: &Context, title: Word| {
            let title = page.word(title);
            if goes_on { text(&page.fill(Word::SheetGoesOn, &[("title", title)])) } else { text(title) }
        };
        let (word, lines): (Word, Vec<Markup>) = match self {
            Part::Said(word, lines) => {
                let open = *word == Word::SheetOpen;
                let lines = lines.get(some).unwrap_or_default().iter();
                (*word, lines.map(|line| sheet_line(sides, line, open)).collect())
            }
            Part::ToAsk(questions) => {
                let lines = questions.get(some).unwrap_or_default().iter();
                (Word::SheetToAsk, lines.map(|one| line_to_ask(sides, one)).collect())
            }
        };
        // On a screen there are no sides.
        let title = sides.both_inline(&|page| title(page, word));
        view! { <h4 class=goes_on.then_some("goes-on")>{title}</h4><ul class="lines">{parts(lines)}</ul> }
            .markup()
    }
}

fn characters(page: &Context, text: &Localised) -> usize {
    // In another language than the page's it is marked as such.
    let note = |language| if language == page.reading.language { 0 } else { 24 };
    page.pick(text).map_or(0, |shown| shown.text.chars().count() + note(shown.language))
}

/// How many characters [`told`] has, or [`told_briefly`].
fn length(page: &Context, line: &RecordLine, briefly: bool) -> usize {
    let of = |wording: &Wording| characters(page, &wording.localised());
    let about = line.item.map_or(0, |item| of(&item.title));
    let request = line.request.map_or(0, |asked| of(&asked.text));
    let question = line.question.filter(|_| !briefly || line.is_one_of_several());
    // Who takes it and what stands between; that it was not answered.
    let more = if line.question.is_some_and(|one| one.answer.is_none()) && !briefly { 28 } else { 15 };
    about + request + question.map_or(0, |question| of(&question.text)) + more
}

/// What each of several sides says first, on paper only: which it is, of whose sheet, of which day, with which code.
fn running(sides: &Sides, record: &Record, side: usize, of: usize, code: Option<String>) -> Markup {
    let (side, of) = (side.to_string(), of.to_string());
    let number =
        sides.both_inline(&|page| text(&page.fill(Word::SheetSide, &[("side", &side), ("sides", &of)])));
    let place = sides.own.name(&record.site.name.localised());
    let day = record.day.map(|day| text(&sides.own.date(day)));
    let mut all = Vec::new();
    for part in [Some(number), Some(place), day].into_iter().flatten() {
        all.extend([piece(part), text(" ")]);
    }
    all.extend(code.map(|code| view! { <bdi dir="ltr" translate="no">{code}</bdi> }.markup()));
    view! { <p class="running">{parts(all)}</p> }.markup()
}

/// To whom the sheet goes, the code, lines to write on, and what it is not.
fn foot(page: &Context, sides: &Sides, place: &KitPlace, code_text: Option<Option<String>>) -> Markup {
    // A translator reads the page that it translates, and what is said on it.
    let sent = if page.translated { Word::SheetTranslated } else { Word::NothingSent };
    let class = if code_text.is_some() { "paper-foot with-code" } else { "paper-foot" };
    block(
        class,
        parts(vec![
            block("hand-over", hand_over(&sides.own, place)),
            at_home(&sides.own, place),
            code_text.map_or_else(Markup::default, |text| code(sides, text)),
            block(
                "by-hand-lines",
                by_hand(text(sides.own.word(Word::ByHandQuestions)))
                    .with(&paragraph(span("rule", Markup::default()))),
            ),
            block("not-a-signature", sides.both(|page| text(page.word(sent)))),
        ]),
    )
}

/// Whose sheet it is, of which day and which text, as one language tells it.
fn head(page: &Context, record: &Record) -> Markup {
    let date = match record.day {
        Some(day) => text(&page.date(day)),
        None => span("rule short", Markup::default()),
    };
    let version = page.fill(
        Word::SheetVersion,
        &[("version", &record.notice_version), ("language", page.language_name(record.read.language))],
    );
    let mut all =
        vec![heading(page.word(Word::SheetHead)), paragraph(page.name(&record.site.name.localised()))];
    if record.example {
        all.push(paragraph(text(page.word(Word::Example))));
    }
    let day = parts(vec![text(page.word(Word::SheetDate)), text(" "), date]);
    let day = piece(day).with(&piece(text(&version)));
    all.push(view! { <p class="paper-date">{day}</p> }.markup());
    all.extend(
        record.behalf.map(|one| {
            paragraph(text(&page.fill(Word::SheetBehalf, &[("who", page.word(behalf_word(one)))])))
        }),
    );
    parts(all)
}

fn sheet_line(sides: &Sides, line: &RecordLine, open: bool) -> Markup {
    let own = &sides.own;
    // On paper without the program, what is open can be ticked by hand.
    let asked = line.item.filter(|_| open && line.question.is_some() && !own.live);
    let boxes = asked.map_or_else(Markup::default, |item| {
        let boxes = Answer::ALL.map(|answer| {
            let words = sides.words_inline(answer_word(item.regime, answer));
            let pen = view! { <span class="pen" aria-hidden="true">"[\u{a0}]\u{a0}"</span> }.markup();
            span("box", pen.with(&words)).with(&text(" "))
        });
        span("boxes", parts(boxes.into()))
    });
    let place = match (line.item, line.question) {
        (Some(item), Some(question)) => format!("#question-{}_{}", item.id, question.id),
        (Some(item), None) => format!("#requests-{}", item.id),
        (None, _) => "#request".to_owned(),
    };
    let said = sides.both_ways(&|page| told(page, line, open), &|page| told_briefly(page, line));
    changeable(own, said.with(&boxes), &place, about(own, line))
}

/// A line of the sheet with the way to the place where it can be changed.
fn changeable(page: &Context, said: Markup, place: &str, about: Markup) -> Markup {
    let hidden = span("visually-hidden", text(page.word(Word::Separator)).with(&about));
    let change = view! { <a class="change" href=place>{page.word(Word::Change)}{hidden}</a> }.markup();
    item(block("line", said).with(&change))
}

/// What a line says, as one language tells it.
fn told(page: &Context, line: &RecordLine, open: bool) -> Markup {
    let mut all = vec![strong(about(page, line)), request(page, line)];
    all.extend(line.question.map(|question| after(page, page.wording(&question.text))));
    all.extend([taken_by(page, line), text(" ")]);
    // Without the program nobody knows what was answered by hand.
    if open && page.live {
        all.push(span("open", text(page.word(Word::NotAnswered))));
    }
    parts(all)
}

/// The same for the desk, in a glance: what it is about, and who takes it. The code says the rest.
fn told_briefly(page: &Context, line: &RecordLine) -> Markup {
    // One question is known by what it is about; several have to be told apart.
    let which = line.question.filter(|_| line.is_one_of_several());
    let which = which.map_or_else(Markup::default, |question| after(page, page.wording(&question.text)));
    parts(vec![about(page, line), request(page, line), which, taken_by(page, line)])
}

/// Something that stands after something else.
fn after(page: &Context, what: Markup) -> Markup {
    text(page.word(Word::Separator)).with(&what)
}

/// What a line is about.
fn about(page: &Context, line: &RecordLine) -> Markup {
    match line.item {
        Some(item) => page.wording(&item.title),
        None => text(page.word(Word::AiInGeneral)),
    }
}

/// What is asked for, if it is a request.
fn request(page: &Context, line: &RecordLine) -> Markup {
    line.request.map_or_else(Markup::default, |asked| after(page, page.wording(&asked.text)))
}

/// Who takes the answer, if that is told.
fn taken_by(page: &Context, line: &RecordLine) -> Markup {
    let channel = line.question.and_then(|question| question.channel);
    let whom = |channel| text(" ").with(&span("to", text(page.word(short_channel_word(channel)))));
    channel.map_or_else(Markup::default, whom)
}

/// A question that the patient wants to ask, to be read out loud.
fn line_to_ask(sides: &Sides, one: &Picked) -> Markup {
    let tell = |page: &Context| {
        let about = one.about.map_or_else(Markup::default, |title| {
            strong(page.text(title)).with(&text(page.word(Word::Separator)))
        });
        about.with(&page.text(one.text))
    };
    let place = match one.id {
        ToAsk::AboutUse(item, _) => format!("#use-{item}_more"),
        ToAsk::AboutWorry(worry, _) => format!("#worry-{worry}"),
    };
    changeable(&sides.own, sides.both(tell), &place, sides.own.text(one.text))
}

/// Whom to call, for whoever is followed at home and has this paper at hand. The desk needs no French beside it.
fn at_home(page: &Context, place: &KitPlace) -> Markup {
    if !place.calls_from_home {
        return Markup::default();
    }
    view! { <p class="emergency">{page.word(Word::SheetNet)} " " {emergency_line(page)}</p> }.markup()
}

/// To whom the sheet goes: everyone who takes one of the answers, and how to reach them.
fn hand_over(page: &Context, place: &KitPlace) -> Markup {
    let contacts = &place.contacts;
    let one = |channel: Channel, reach: Option<&Contact>| {
        let reach = reach.map_or_else(Markup::default, |reach| after(page, contact_line(page, reach)));
        item(text(page.word(channel_word(channel))).with(&reach))
    };
    let mut all = vec![one(Channel::CareTeam, None)];
    all.extend(contacts.desk.as_ref().map(|desk| one(Channel::Desk, Some(desk))));
    all.extend(contacts.dpo.as_ref().map(|dpo| one(Channel::Dpo, Some(dpo))));
    all.extend(place.questionnaire.asks_elsewhere().then(|| one(Channel::Elsewhere, None)));
    let all = view! { <ul>{parts(all)}</ul> }.markup();
    paragraph(text(page.word(Word::HandOver))).with(&all)
}
