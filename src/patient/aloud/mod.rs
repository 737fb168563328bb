//! Reading aloud: a text as sentences, which of them is being said, which voice may say it; and the voice of the device.

mod reader;
#[cfg(feature = "browser")]
pub mod reading_aloud;
mod sentence;
#[cfg(feature = "browser")]
pub mod speech;
#[cfg(feature = "browser")]
pub mod spoken;
mod voice;

pub use reader::{Act, Aloud};
pub use sentence::{Block, Sentence};
pub use voice::{Voice, voice_for};
