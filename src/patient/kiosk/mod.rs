//! The kiosk: a tablet in a waiting room, used by one patient after the other. An ordinary page, and what attends it: one screen at
//! a time, the question whether anybody is there, and an end after which nothing is left.

mod appearance;
mod clock;
mod idle;
mod presses;
mod screen;
mod settings;
mod state;
#[cfg(feature = "ui")]
pub mod view;

#[cfg(feature = "browser")]
pub(super) mod app;
#[cfg(feature = "browser")]
mod dialogs;
#[cfg(feature = "browser")]
mod frame;
#[cfg(feature = "browser")]
mod listen;
#[cfg(feature = "browser")]
mod screens;
#[cfg(feature = "browser")]
mod sight;

pub use appearance::{Contrast, TextSize};
pub use clock::Clock;
pub use idle::{Idle, Policy, Quiet};
pub use presses::Presses;
pub use screen::Screen;
pub use settings::Settings;
pub use state::{Event, Kiosk};
