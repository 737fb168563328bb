//! How the sheet is spread over the sides of its paper: on one side as long as it can be read there, in type as large as fits. What goes
//! on after that does so at a line, never inside one, and no heading or foot stays alone.
//!
//! No page can ask a printer how much fits on its paper, so lines are counted by their characters, with some room to spare. The
//! sizes are those of `public/style/print.css`; `tests/browser/print.test.mjs` holds them against what browsers print.

use std::ops::Range;

/// How large the type of a sheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// 12 points.
    Usual,
    /// 10.5 points.
    Small,
    /// 9 points.
    Smallest,
}

/// What an entry of a list takes: so many characters in the patient's language and in French beside it, and a line of boxes or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Characters in the patient's language.
    pub own: usize,
    /// Characters in French beside it.
    pub beside: usize,
    /// Whether there are boxes to tick by hand.
    pub boxes: bool,
}

/// What stands on the paper beside the lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Around {
    /// Whether French stands beside the patient's language.
    pub bilingual: bool,
    /// Whether the code is shown.
    pub code: bool,
}

/// So many entries of one list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portion {
    /// Which list.
    pub list: usize,
    /// Which of its entries.
    pub entries: Range<usize>,
}

/// The lists of a sheet, spread over its sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaves {
    /// The type.
    pub size: Type,
    /// What stands on each side.
    pub sides: Vec<Vec<Portion>>,
}

/// What things take in one type, in tenths of a point.
struct Measure {
    /// From one line to the next.
    line: usize,
    /// Characters in a line of the patient's language.
    own: usize,
    /// From one line of French to the next.
    line_beside: usize,
    /// Characters in a line of French.
    beside: usize,
    /// Title, place, day, version, and the line for the name.
    head: usize,
    /// To whom, the lines for questions, and that nothing was sent.
    foot: usize,
    /// What the code adds to the foot: beside two languages its words are twice as many, in half the width.
    code: usize,
}

/// The height of a side with its margins taken off: A4, with a little to spare. WebKit prints everything larger by a fifteenth, on less
/// margin: 7 550 of our tenths are there (measured in WebKitGTK 2.50).
const SIDE: usize = 7400;
/// What a side of several says first: its number, the place, the day, the code.
const RUNNING: usize = 360;
/// The space around an entry, and that around a heading.
const AROUND_ENTRY: usize = 30;
const AROUND_HEADING: usize = 70;

impl Type {
    /// The name that the style knows.
    pub fn class(self) -> &'static str {
        match self {
            Type::Usual => "",
            Type::Small => " small",
            Type::Smallest => " smallest",
        }
    }

    fn measure(self, around: Around) -> Measure {
        let (line, own, line_beside, beside, head, foot, code) = match (self, around.bilingual) {
            (Type::Usual, false) => (150, 90, 0, 1, 1050, 1900, 600),
            (Type::Small, false) => (124, 103, 0, 1, 920, 1550, 600),
            (Type::Smallest, false) => (102, 122, 0, 1, 780, 1150, 600),
            (Type::Usual, true) => (138, 54, 115, 30, 1550, 1600, 1050),
            (Type::Small, true) => (121, 62, 100, 34, 1300, 1300, 850),
            (Type::Smallest, true) => (104, 73, 87, 40, 1000, 1000, 600),
        };
        Measure { line, own, line_beside, beside, head, foot, code }
    }
}

impl Measure {
    fn entry(&self, entry: Entry) -> usize {
        let own = entry.own.div_ceil(self.own).max(1) * self.line;
        let beside = entry.beside.div_ceil(self.beside) * self.line_beside;
        let boxes = if entry.boxes { self.line + AROUND_ENTRY } else { 0 };
        own.max(beside) + boxes + AROUND_ENTRY
    }

    fn heading(&self) -> usize {
        self.line + AROUND_HEADING
    }

    fn foot(&self, around: Around) -> usize {
        self.foot + if around.code { self.code } else { 0 }
    }

    /// What everything takes on one side.
    fn all(&self, lists: &[Vec<Entry>], around: Around) -> usize {
        let list =
            |list: &Vec<Entry>| self.heading() + list.iter().map(|entry| self.entry(*entry)).sum::<usize>();
        self.head + lists.iter().map(list).sum::<usize>() + self.foot(around)
    }
}

impl Leaves {
    /// Spreads the lists, none of which is empty.
    pub fn of(lists: &[Vec<Entry>], around: Around) -> Leaves {
        let fits = |size: &Type| size.measure(around).all(lists, around) <= SIDE;
        let size = [Type::Usual, Type::Small, Type::Smallest].into_iter().find(fits);
        let Some(size) = size else {
            // On several sides nothing need be small.
            return Leaves { size: Type::Usual, sides: several(&Type::Usual.measure(around), lists, around) };
        };
        let whole = |(list, entries): (usize, &Vec<Entry>)| Portion { list, entries: 0..entries.len() };
        Leaves { size, sides: vec![lists.iter().enumerate().map(whole).collect()] }
    }
}

/// Fills one side after the other.
fn several(measure: &Measure, lists: &[Vec<Entry>], around: Around) -> Vec<Vec<Portion>> {
    let mut sides: Vec<Vec<Portion>> = vec![Vec::new()];
    let mut taken = RUNNING + measure.head;
    let entries =
        lists.iter().enumerate().flat_map(|(list, all)| all.iter().enumerate().map(move |one| (list, one)));
    for (list, (at, entry)) in entries {
        let needs = measure.entry(*entry);
        let begins = |side: &Vec<Portion>| side.last().is_none_or(|portion| portion.list != list);
        let heading = |sides: &Vec<Vec<Portion>>| match sides.last() {
            Some(side) if !begins(side) => 0,
            _ => measure.heading(),
        };
        if taken + heading(&sides) + needs > SIDE {
            sides.push(Vec::new());
            taken = RUNNING;
        }
        taken += heading(&sides) + needs;
        let Some(side) = sides.last_mut() else { continue };
        match side.last_mut().filter(|portion| portion.list == list) {
            Some(portion) => portion.entries.end = at + 1,
            None => side.push(Portion { list, entries: at..at + 1 }),
        }
    }
    if taken + measure.foot(around) > SIDE {
        let carried = carried_over(&mut sides);
        sides.push(carried);
    }
    sides
}

/// The last entry, taken along to the foot, which would stand on its side alone.
fn carried_over(sides: &mut [Vec<Portion>]) -> Vec<Portion> {
    let last = sides.last_mut().and_then(|side| side.last_mut()).filter(|portion| portion.entries.len() > 1);
    let Some(portion) = last else { return Vec::new() };
    portion.entries.end -= 1;
    vec![Portion { list: portion.list, entries: portion.entries.end..portion.entries.end + 1 }]
}

#[cfg(test)]
mod tests {
    use super::{Around, Entry, Leaves, Type};

    const ALONE: Around = Around { bilingual: false, code: true };
    const BESIDE: Around = Around { bilingual: true, code: true };

    fn lists(counts: &[usize], entry: Entry) -> Vec<Vec<Entry>> {
        counts.iter().map(|count| vec![entry; *count]).collect()
    }

    fn line(own: usize) -> Entry {
        Entry { own, beside: own / 2, boxes: false }
    }

    #[test]
    fn little_is_large_and_much_is_small_on_one_side() {
        let of = |counts: &[usize]| Leaves::of(&lists(counts, line(100)), ALONE);
        assert_eq!((of(&[4]).size, of(&[4]).sides.len()), (Type::Usual, 1));
        assert_eq!((of(&[6, 8]).size, of(&[6, 8]).sides.len()), (Type::Small, 1));
        assert_eq!(of(&[]).sides, vec![vec![]], "nothing said is a side all the same");
    }

    #[test]
    fn what_goes_on_loses_no_line_and_leaves_none_twice() {
        for around in [ALONE, BESIDE] {
            for many in [10, 30, 60, 200] {
                let all = lists(&[many, 1, many, 2], line(130));
                let leaves = Leaves::of(&all, around);
                assert!(leaves.sides.len() > 1 || many < 30, "{many}");
                let mut told: Vec<(usize, usize)> = Vec::new();
                for portion in leaves.sides.iter().flatten() {
                    assert!(!portion.entries.is_empty(), "a heading stands alone");
                    told.extend(portion.entries.clone().map(|at| (portion.list, at)));
                }
                let expected = all.iter().enumerate();
                let expected = expected.flat_map(|(list, all)| (0..all.len()).map(move |at| (list, at)));
                assert_eq!(told, expected.collect::<Vec<_>>(), "{many}");
                assert!(leaves.sides.iter().all(|side| !side.is_empty()), "{many}: a side without a line");
            }
        }
    }

    #[test]
    fn on_several_sides_nothing_is_small() {
        assert_eq!(Leaves::of(&lists(&[90], line(130)), ALONE).size, Type::Usual);
    }
}
