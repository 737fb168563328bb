//! How a patient at a kiosk sees the text. They cannot bring the aids they use at home, so these are built in (rule 51).

/// How large the letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextSize {
    /// As the kiosk comes: already larger than the page.
    #[default]
    Normal,
    /// Larger.
    Large,
    /// Largest.
    Largest,
}

impl TextSize {
    /// Every size.
    pub const ALL: [TextSize; 3] = [TextSize::Normal, TextSize::Large, TextSize::Largest];

    /// Its name on the root of the page (`data-size`).
    pub fn code(self) -> &'static str {
        match self {
            TextSize::Normal => "normal",
            TextSize::Large => "large",
            TextSize::Largest => "largest",
        }
    }

    /// The size with this name.
    pub fn from_code(code: &str) -> Option<TextSize> {
        TextSize::ALL.into_iter().find(|size| size.code() == code)
    }
}

/// How strong the colours are. A theme of our own: not every browser knows forced colours (rule 65).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Contrast {
    /// As the page.
    #[default]
    Normal,
    /// White and yellow on black.
    High,
}

impl Contrast {
    /// Every contrast.
    pub const ALL: [Contrast; 2] = [Contrast::Normal, Contrast::High];

    /// Its name on the root of the page (`data-contrast`).
    pub fn code(self) -> &'static str {
        match self {
            Contrast::Normal => "normal",
            Contrast::High => "high",
        }
    }

    /// The contrast with this name.
    pub fn from_code(code: &str) -> Option<Contrast> {
        Contrast::ALL.into_iter().find(|contrast| contrast.code() == code)
    }
}
