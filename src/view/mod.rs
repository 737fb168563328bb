//! What the views of every program share: a part that is drawn anew instead of compared, a part that is written, the shapes that
//! such parts have, and a QR code.

mod anew;
mod markup;
mod qr;
pub mod shapes;

pub use anew::{anew, text_anew};
pub use markup::{IntoMarkup, Markup};
pub use qr::qr;
