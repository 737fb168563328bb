//! The numbers to call in an emergency in France. They stand here and nowhere else: entries of the catalogue name them, the
//! page draws them, and the checker refuses any other.

use super::Word;

macro_rules! numbers {
    ($($(#[$meta:meta])* $name:ident = $digits:literal, $source:literal, $word:ident;)*) => {
        /// A number to call in an emergency.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum EmergencyNumber { $($(#[$meta])* $name,)* }

        impl EmergencyNumber {
            /// Every one of them, in the order in which they are drawn.
            pub const ALL: &[EmergencyNumber] = &[$(EmergencyNumber::$name,)*];

            /// What one dials.
            pub fn digits(self) -> &'static str {
                match self { $(EmergencyNumber::$name => $digits,)* }
            }

            /// Who says so, in `content/sources.toml`.
            pub fn source(self) -> &'static str {
                match self { $(EmergencyNumber::$name => $source,)* }
            }

            /// The words that say whom it is for.
            pub fn word(self) -> Word {
                match self { $(EmergencyNumber::$name => Word::$word,)* }
            }
        }
    };
}

numbers! {
    /// The SAMU: medical emergencies.
    Samu = "15", "service-public-f33954", ForSamu;
    /// Any emergency, in the whole European Union.
    Europe = "112", "service-public-f33954", ForEurope;
    /// Any emergency, in writing or in sign language, for people who cannot hear or speak.
    InWriting = "114", "urgence-114", ForInWriting;
    /// Thoughts of suicide.
    Despair = "3114", "numero-3114", ForDespair;
}

impl EmergencyNumber {
    /// The numbers of an emergency of any kind: they are named together, or somebody could call nobody.
    pub const TOGETHER: [EmergencyNumber; 3] =
        [EmergencyNumber::Samu, EmergencyNumber::Europe, EmergencyNumber::InWriting];

    /// The number with these digits.
    pub fn from_digits(digits: &str) -> Option<EmergencyNumber> {
        EmergencyNumber::ALL.iter().copied().find(|number| number.digits() == digits)
    }
}
