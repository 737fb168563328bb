//! What the views of every program share: a part that is drawn anew instead of compared, and a QR code.

mod anew;
mod qr;

pub use anew::{anew, text_anew};
pub use qr::qr;
