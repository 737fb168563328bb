//! Reads a value of bytes whose seal has been checked: they are those that the native program of the same version has written, in
//! the format of postcard.
//!
//! So nothing in them is wrong, and nothing is done for the case that it were: reading that may fail at every field throws away at
//! every field what was read so far, which was a tenth of the patients' program. Bytes that were written by somebody else end the
//! program at once; the page then stays as it came.

use serde::Deserialize;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, Expected, IntoDeserializer, MapAccess, SeqAccess,
    Unexpected, VariantAccess, Visitor,
};
use std::fmt;

/// The value that these bytes hold.
pub(super) fn read<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> T {
    match T::deserialize(&mut Sealed { rest: bytes }) {
        Ok(value) => value,
        Err(never) => match never {},
    }
}

struct Sealed<'de> {
    rest: &'de [u8],
}

impl<'de> Sealed<'de> {
    fn take(&mut self, count: usize) -> &'de [u8] {
        let (taken, rest) = self.rest.split_at_checked(count).unwrap_or_else(|| wrong());
        self.rest = rest;
        taken
    }

    fn byte(&mut self) -> u8 {
        let (first, rest) = self.rest.split_first().unwrap_or_else(|| wrong());
        self.rest = rest;
        *first
    }

    /// Seven bits a byte, the lowest first.
    fn number(&mut self) -> u64 {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f).wrapping_shl(shift);
            shift += 7;
            if byte & 0x80 == 0 {
                return number;
            }
        }
    }

    /// A length or the number of a variant, which are small.
    fn count(&mut self) -> usize {
        self.number() as usize
    }

    fn text(&mut self) -> &'de str {
        let length = self.count();
        str::from_utf8(self.take(length)).unwrap_or_else(|_| wrong())
    }
}

/// The bytes are not those that were sealed. There is nobody to tell: whoever called has no way to go on.
#[cold]
fn wrong() -> ! {
    std::process::abort()
}

/// What never comes.
#[derive(Debug)]
enum Never {}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

/// Each by itself: otherwise the text that nobody reads would be in the program.
impl Error for Never {
    fn custom<T: fmt::Display>(_: T) -> Never {
        wrong()
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Never {
        wrong()
    }

    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Never {
        wrong()
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> Never {
        wrong()
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Never {
        wrong()
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Never {
        wrong()
    }

    fn missing_field(_: &'static str) -> Never {
        wrong()
    }

    fn duplicate_field(_: &'static str) -> Never {
        wrong()
    }
}

/// What is written as a number of seven bits a byte.
macro_rules! numbers {
    ($($read:ident $visit:ident $number:ty),*) => {
        $(fn $read<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
            visitor.$visit(self.number() as $number)
        })*
    };
}

/// What no kit holds.
macro_rules! unused {
    ($($read:ident),*) => {
        $(fn $read<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Never> {
            wrong()
        })*
    };
}

impl<'de> Deserializer<'de> for &mut Sealed<'de> {
    type Error = Never;

    numbers! { deserialize_u16 visit_u16 u16, deserialize_u32 visit_u32 u32, deserialize_u64 visit_u64 u64 }

    unused! {
        deserialize_any, deserialize_i8, deserialize_i16, deserialize_i32, deserialize_i64, deserialize_f32, deserialize_f64,
        deserialize_char, deserialize_bytes, deserialize_byte_buf, deserialize_identifier, deserialize_ignored_any
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_bool(self.byte() != 0)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_u8(self.byte())
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_borrowed_str(self.text())
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_borrowed_str(self.text())
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        if self.byte() == 0 { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let left = self.count();
        visitor.visit_seq(Counted { sealed: self, left })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let left = self.count();
        visitor.visit_map(Counted { sealed: self, left })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_enum(self)
    }
}

/// The fields of a value: as many as it has, whoever asks knows how many.
struct Fields<'a, 'de>(&'a mut Sealed<'de>);

impl<'de> SeqAccess<'de> for Fields<'_, 'de> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        seed.deserialize(&mut *self.0).map(Some)
    }
}

/// The elements of a list or a map, whose number stands before them.
struct Counted<'a, 'de> {
    sealed: &'a mut Sealed<'de>,
    left: usize,
}

impl Counted<'_, '_> {
    fn next(&mut self) -> bool {
        let more = self.left > 0;
        self.left = self.left.saturating_sub(1);
        more
    }
}

impl<'de> SeqAccess<'de> for Counted<'_, 'de> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        if self.next() { seed.deserialize(&mut *self.sealed).map(Some) } else { Ok(None) }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl<'de> MapAccess<'de> for Counted<'_, 'de> {
    type Error = Never;

    fn next_key_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        if self.next() { seed.deserialize(&mut *self.sealed).map(Some) } else { Ok(None) }
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Never> {
        seed.deserialize(&mut *self.sealed)
    }
}

impl<'de> EnumAccess<'de> for &mut Sealed<'de> {
    type Error = Never;
    type Variant = Self;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, Self), Never> {
        // Postcard writes it in 32 bits.
        let variant = self.number() as u32;
        Ok((seed.deserialize(variant.into_deserializer())?, self))
    }
}

impl<'de> VariantAccess<'de> for &mut Sealed<'de> {
    type Error = Never;

    fn unit_variant(self) -> Result<(), Never> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Never> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use proptest::prelude::*;
    use serde::{Deserialize, Serialize};
    use std::collections::BTreeMap;

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    enum Kind {
        Plain,
        Wrapped(String),
        Both(u8, Option<u16>),
        Named { one: bool, other: Vec<u32> },
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct Wrapper(u64);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct Everything {
        text: String,
        kinds: Vec<Kind>,
        by_name: BTreeMap<String, Wrapper>,
        pair: (Option<String>, [u8; 3]),
        nothing: (),
    }

    fn kind() -> impl Strategy<Value = Kind> {
        prop_oneof![
            Just(Kind::Plain),
            any::<String>().prop_map(Kind::Wrapped),
            any::<(u8, Option<u16>)>().prop_map(|(one, other)| Kind::Both(one, other)),
            any::<(bool, Vec<u32>)>().prop_map(|(one, other)| Kind::Named { one, other }),
        ]
    }

    proptest! {
        #[test]
        fn what_postcard_has_written_is_read_as_it_was(
            (text, pair, numbers) in any::<(String, (Option<String>, [u8; 3]), BTreeMap<String, u64>)>(),
            kinds in proptest::collection::vec(kind(), 0..8),
        ) {
            let by_name = numbers.into_iter().map(|(name, number)| (name, Wrapper(number))).collect();
            let written = Everything { text, kinds, by_name, pair, nothing: () };
            prop_assert_eq!(read::<Everything>(&postcard::to_allocvec(&written).unwrap()), written);
        }
    }
}
