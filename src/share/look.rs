//! What a host may choose of how an embed looks, each of a closed list.

/// An enum of names, each as it is written.
macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $code:literal),+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($(#[$each])* $variant),+ }

        impl $name {
            /// Each of them.
            pub const ALL: &[$name] = &[$($name::$variant),+];

            /// Its name.
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }

            /// The one with this name.
            pub fn from_code(code: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}

names! {
    /// Light or dark.
    Scheme {
        /// Always light.
        Light = "light",
        /// Always dark.
        Dark = "dark",
        /// As the device is set.
        Auto = "auto"
    }
}

names! {
    /// A kind of letters, of those the device has: a host's own fonts would have to be loaded.
    Font {
        /// The letters of the device, in titles too.
        System = "system",
        /// With serifs.
        Serif = "serif",
        /// Without serifs.
        Sans = "sans"
    }
}

names! {
    /// The corners of boxes and buttons.
    Corner {
        /// Right angles.
        None = "none",
        /// A little rounded.
        Small = "small",
        /// Round.
        Large = "large"
    }
}
