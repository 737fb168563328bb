//! What a patient may decide, and what an answer means.
//!
//! Everything a patient may say belongs to one [`Regime`]. A choice that does not exist is never drawn, and silence is
//! never an answer: not a yes, and not an objection. This module must not know how choices are drawn or kept.

mod answer;
mod id;
mod regime;
mod sorted;

pub use answer::{Answer, Answers, AskedId, QuestionId, ToAsk};
pub use id::Id;
pub use regime::{Regime, Request};
pub use sorted::Sorted;
