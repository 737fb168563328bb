//! Reading typed values from JSON, collecting every problem instead of stopping at the first.
//!
//! [`file_struct!`] and [`file_names!`] define a type once and derive from it the reader here, the writer (serde), the
//! [`Shape`] that a form is drawn from and, in the native program, the JSON Schema, so that they cannot drift apart.

use super::expected::Expected;
use super::found::Found;
use super::json::Json;
use super::path::Path;
use super::problem::Problem;
use super::problem_kind::ProblemKind;
use super::shape::{Presence, Shape};
use crate::choices::Id;
use crate::content::{Date, uncarried};
use std::collections::BTreeSet;

/// What was found while reading a file.
#[derive(Debug, Default)]
pub(super) struct Findings {
    /// Everything that is wrong.
    pub(super) problems: Vec<Problem>,
    /// The places whose value was left out because it could not be read. Their problems are in the list already.
    pub(super) unread: BTreeSet<Path>,
}

impl Findings {
    /// Something is wrong.
    pub(super) fn error(&mut self, at: &Path, kind: ProblemKind) {
        self.problems.push(Problem { path: at.clone(), kind });
    }

    /// The value, and a note of the place if there is none.
    pub(super) fn or_left_out<T>(&mut self, value: Option<T>, at: &Path) -> Option<T> {
        if value.is_none() {
            self.unread.insert(at.clone());
        }
        value
    }
}

/// A value that can be read from JSON.
pub(super) trait Read: Sized {
    /// What should stand there.
    const EXPECTED: Expected;

    /// What it means that a field of this type is not there.
    const PRESENCE: Presence = Presence::Obligatory;

    /// What kind of value it is: the editor's form is drawn from it.
    fn shape() -> Shape;

    /// Reads the value; what is wrong goes to `findings`, and then the result may be `None`.
    fn read(tree: &Json, at: &Path, findings: &mut Findings) -> Option<Self>;

    /// What it means that the key is not there.
    fn absent(at: &Path, findings: &mut Findings) -> Option<Self> {
        findings.error(at, ProblemKind::Value { expected: Self::EXPECTED, found: Found::Nothing });
        None
    }
}

/// Says that something else was expected, and gives `None`.
pub(super) fn refuse<T: Read>(tree: &Json, at: &Path, findings: &mut Findings) -> Option<T> {
    findings.error(at, ProblemKind::Value { expected: T::EXPECTED, found: Found::of(tree) });
    None
}

impl<T: Read> Read for Option<T> {
    const EXPECTED: Expected = T::EXPECTED;
    const PRESENCE: Presence = Presence::Optional;

    fn shape() -> Shape {
        T::shape()
    }

    /// A fact that may be left out is left out if it cannot be read, so that it does not hide what stands around it.
    fn read(tree: &Json, at: &Path, findings: &mut Findings) -> Option<Self> {
        if *tree == Json::Null {
            return Some(None);
        }
        let value = T::read(tree, at, findings);
        Some(findings.or_left_out(value, at))
    }

    fn absent(_: &Path, _: &mut Findings) -> Option<Self> {
        Some(None)
    }
}

/// The most characters of one text. The longest of the catalogue has a tenth of it.
pub(super) const LONGEST_TEXT: usize = 4000;
/// The most elements of one list: three times the uses of the largest hospital.
pub const LONGEST_LIST: usize = 1000;

impl<T: Read> Read for Vec<T> {
    const EXPECTED: Expected = Expected::List;
    const PRESENCE: Presence = Presence::List;

    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }

    /// Reads what can be read: one broken element does not hide the others.
    fn read(tree: &Json, at: &Path, findings: &mut Findings) -> Option<Self> {
        let Json::List(items) = tree else { return refuse(tree, at, findings) };
        if items.len() > LONGEST_LIST {
            findings.error(at, ProblemKind::TooMany { most: LONGEST_LIST, found: items.len() });
            return findings.or_left_out(None, at);
        }
        let read = |(index, item)| {
            let at = at.index(index);
            let value = T::read(item, &at, findings);
            findings.or_left_out(value, &at)
        };
        Some(items.iter().enumerate().filter_map(read).collect())
    }

    fn absent(_: &Path, _: &mut Findings) -> Option<Self> {
        Some(Vec::new())
    }
}

impl Read for bool {
    const EXPECTED: Expected = Expected::YesNo;

    fn shape() -> Shape {
        Shape::YesNo
    }

    fn read(tree: &Json, at: &Path, findings: &mut Findings) -> Option<Self> {
        if let Json::Bool(value) = tree { Some(*value) } else { refuse(tree, at, findings) }
    }
}

impl Read for u32 {
    const EXPECTED: Expected = Expected::Number;

    fn shape() -> Shape {
        Shape::Number
    }

    fn read(tree: &Json, at: &Path, findings: &mut Findings) -> Option<Self> {
        if let Json::Number(Ok(value)) = tree { Some(*value) } else { refuse(tree, at, findings) }
    }
}

impl Read for String {
    const EXPECTED: Expected = Expected::Text;

    fn shape() -> Shape {
        Shape::Text
    }

    fn read(tree: &Json, at: &Path, findings: &mut Findings) -> Option<Self> {
        match tree {
            Json::Text(text) if !text.trim().is_empty() => match uncarried(text) {
                None if text.chars().count() > LONGEST_TEXT => {
                    let found = text.chars().count();
                    findings.error(at, ProblemKind::TooLong { most: LONGEST_TEXT, found });
                    None
                }
                None => Some(text.trim().to_owned()),
                Some((place, one)) => {
                    findings.error(at, ProblemKind::Character { one, at: place });
                    None
                }
            },
            _ => refuse(tree, at, findings),
        }
    }
}

impl Read for Id {
    const EXPECTED: Expected = Expected::Name;

    fn shape() -> Shape {
        Shape::Name
    }

    fn read(tree: &Json, at: &Path, findings: &mut Findings) -> Option<Self> {
        let id = if let Json::Text(text) = tree { Id::parse(text) } else { None };
        id.or_else(|| refuse(tree, at, findings))
    }
}

impl Read for Date {
    const EXPECTED: Expected = Expected::Date;

    fn shape() -> Shape {
        Shape::Day
    }

    fn read(tree: &Json, at: &Path, findings: &mut Findings) -> Option<Self> {
        let date = if let Json::Text(text) = tree { Date::parse(text) } else { None };
        date.or_else(|| refuse(tree, at, findings))
    }
}

/// The fields of one object while it is being read.
pub(super) struct Fields<'a> {
    entries: &'a [(String, Json)],
    at: &'a Path,
}

impl<'a> Fields<'a> {
    /// Opens an object: keys that nobody knows, and keys written twice, are problems.
    pub(super) fn of(
        tree: &'a Json,
        at: &'a Path,
        known: &'static [&'static str],
        findings: &mut Findings,
    ) -> Option<Fields<'a>> {
        let Json::Object(entries) = tree else {
            findings.error(at, ProblemKind::Value { expected: Expected::Object, found: Found::of(tree) });
            return None;
        };
        for (index, (key, _)) in entries.iter().enumerate() {
            if !known.contains(&key.as_str()) {
                findings.error(&at.field(key), ProblemKind::UnknownKey(known));
            } else if entries[..index].iter().any(|(earlier, _)| earlier == key) {
                findings.error(&at.field(key), ProblemKind::KeyTwice);
            }
        }
        Some(Fields { entries, at })
    }

    /// Reads one field.
    pub(super) fn read<T: Read>(&self, key: &str, findings: &mut Findings) -> Option<T> {
        let at = self.at.field(key);
        match self.entries.iter().find(|(name, _)| name == key) {
            Some((_, tree)) => T::read(tree, &at, findings),
            None => T::absent(&at, findings),
        }
    }
}

/// Defines a struct of the register file with its reader, writer and schema. A field of type `Option` or `Vec` may
/// be left out; every other field is obligatory.
macro_rules! file_struct {
    ($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
        pub struct $name { $($(#[$field_meta])* pub $field: $type,)* }

        impl $crate::register::read::Read for $name {
            const EXPECTED: $crate::register::expected::Expected = $crate::register::expected::Expected::Object;

            fn shape() -> $crate::register::shape::Shape {
                $crate::register::shape::Shape::Group($crate::register::shape::Group {
                    name: stringify!($name),
                    fields: vec![$($crate::register::shape::Field {
                        key: stringify!($field),
                        presence: <$type as $crate::register::read::Read>::PRESENCE,
                        shape: <$type as $crate::register::read::Read>::shape(),
                    }),*],
                })
            }

            fn read(
                tree: &$crate::register::json::Json,
                at: &$crate::register::path::Path,
                findings: &mut $crate::register::read::Findings,
            ) -> Option<Self> {
                let fields = $crate::register::read::Fields::of(tree, at, Self::KEYS, findings)?;
                // Every field is read before the first missing one ends the reading.
                $(let $field = fields.read::<$type>(stringify!($field), findings);)*
                Some(Self { $($field: $field?,)* })
            }
        }

        impl $name {
            /// Every key that may stand in the object.
            pub(super) const KEYS: &'static [&'static str] = &[$(stringify!($field)),*];
        }
    };
}

/// Defines a closed list of names for the register file.
macro_rules! file_names {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $code:literal,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
        #[allow(missing_docs)] // Each variant is the name that stands beside it.
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
        pub enum $name { $($(#[$variant_meta])* #[serde(rename = $code)] $variant,)* }

        impl $crate::register::read::Read for $name {
            const EXPECTED: $crate::register::expected::Expected =
                $crate::register::expected::Expected::OneOf(&[$($code),*]);

            fn shape() -> $crate::register::shape::Shape {
                $crate::register::shape::Shape::Choice(stringify!($name), vec![$($code),*])
            }

            fn read(
                tree: &$crate::register::json::Json,
                at: &$crate::register::path::Path,
                findings: &mut $crate::register::read::Findings,
            ) -> Option<Self> {
                match tree {
                    $($crate::register::json::Json::Text(text) if text == $code => Some(Self::$variant),)*
                    _ => $crate::register::read::refuse(tree, at, findings),
                }
            }
        }
    };
}

pub(super) use {file_names, file_struct};
