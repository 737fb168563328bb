//! What the views of every program share: a part that is drawn anew instead of compared, a part that is written, the shapes that
//! such parts have, a picture, and a QR code.

mod anew;
mod markup;
mod picture;
mod qr;
pub mod shapes;

pub use anew::{anew, text_anew};
pub use markup::{IntoMarkup, Markup};
pub use picture::picture;
pub use qr::qr;
