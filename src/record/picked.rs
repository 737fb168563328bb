//! The questions that the patient wants to ask, in the order in which the page shows them.

use crate::choices::{Answers, ToAsk};
use crate::content::{Localised, Worry};
use crate::register::Register;

/// One question to ask.
#[derive(Debug, Clone, PartialEq)]
pub struct Picked<'a> {
    /// Its name.
    pub id: ToAsk,
    /// The use it is about, if it is about one.
    pub about: Option<&'a Localised>,
    /// The question.
    pub text: &'a Localised,
}

/// What the patient picked among the questions of the uses and of the worries.
pub fn picked<'a>(register: &'a Register, worries: &'a [Worry], answers: &Answers) -> Vec<Picked<'a>> {
    let by_use = register.uses.iter().flat_map(|one| {
        one.ask.iter().enumerate().map(|(number, text)| Picked {
            id: ToAsk::AboutUse(one.id.clone(), number),
            about: Some(&one.title),
            text,
        })
    });
    let by_worry = worries.iter().flat_map(|worry| {
        worry.questions.iter().map(|(id, text)| Picked {
            id: ToAsk::AboutWorry(worry.id.clone(), id.clone()),
            about: None,
            text,
        })
    });
    by_use.chain(by_worry).filter(|one| answers.has_picked(&one.id)).collect()
}
