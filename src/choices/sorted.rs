//! A map in order, for the few things that one person says or one text has. The map of the standard library is made for many: its
//! code was a twentieth of the patients' program.

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;

/// Values by keys, in the order of the keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sorted<K, V>(Vec<(K, V)>);

impl<K, V> Default for Sorted<K, V> {
    fn default() -> Self {
        Sorted(Vec::new())
    }
}

impl<K: Ord, V> Sorted<K, V> {
    fn place(&self, key: &K) -> Result<usize, usize> {
        self.0.binary_search_by(|(one, _)| one.cmp(key))
    }

    /// The value of this key.
    pub fn get(&self, key: &K) -> Option<&V> {
        self.0.get(self.place(key).ok()?).map(|(_, value)| value)
    }

    /// Puts a value in the place of the one before, if there was one.
    pub fn insert(&mut self, key: K, value: V) {
        match self.place(&key) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => self.0.insert(at, (key, value)),
        }
    }

    /// Takes away what this key has.
    pub fn remove(&mut self, key: &K) {
        if let Ok(at) = self.place(key) {
            self.0.remove(at);
        }
    }

    /// All of it, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// All of it, in order, with values that may be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&K, &mut V)> {
        self.0.iter_mut().map(|(key, value)| (&*key, value))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes everything away.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Sorted<K, V> {
    fn from_iter<T: IntoIterator<Item = (K, V)>>(all: T) -> Self {
        let mut sorted = Sorted::default();
        all.into_iter().for_each(|(key, value)| sorted.insert(key, value));
        sorted
    }
}

/// Written as every map is.
impl<K: Serialize, V: Serialize> Serialize for Sorted<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

/// Whatever order it was written in. Of a key that was written twice the last counts.
impl<'de, K: Ord + Deserialize<'de>, V: Deserialize<'de>> Deserialize<'de> for Sorted<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader<K, V>(PhantomData<(K, V)>);

        impl<'de, K: Ord + Deserialize<'de>, V: Deserialize<'de>> Visitor<'de> for Reader<K, V> {
            type Value = Sorted<K, V>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut all: A) -> Result<Self::Value, A::Error> {
                let mut sorted = Sorted::default();
                while let Some((key, value)) = all.next_entry()? {
                    sorted.insert(key, value);
                }
                Ok(sorted)
            }
        }

        deserializer.deserialize_map(Reader(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::Sorted;
    use proptest::collection::vec;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn it_holds_what_the_standard_map_holds_and_is_written_as_that_is(
            put in vec(("[a-e]{0,2}", any::<u16>()), 0..24),
            taken in vec("[a-e]{0,2}", 0..8),
        ) {
            let (mut sorted, mut standard) = (Sorted::default(), BTreeMap::new());
            for (key, value) in put {
                sorted.insert(key.clone(), value);
                standard.insert(key, value);
            }
            for key in taken {
                sorted.remove(&key);
                standard.remove(&key);
                prop_assert_eq!(sorted.get(&key), None);
            }
            prop_assert_eq!(sorted.iter().collect::<Vec<_>>(), standard.iter().collect::<Vec<_>>());
            for (key, value) in &standard {
                prop_assert_eq!(sorted.get(key), Some(value));
            }
            let json = serde_json::to_string(&standard).unwrap();
            prop_assert_eq!(&serde_json::to_string(&sorted).unwrap(), &json);
            prop_assert_eq!(&serde_json::from_str::<Sorted<String, u16>>(&json).unwrap(), &sorted);
            let bytes = postcard::to_allocvec(&standard).unwrap();
            prop_assert_eq!(&postcard::to_allocvec(&sorted).unwrap(), &bytes);
            prop_assert_eq!(postcard::from_bytes::<Sorted<String, u16>>(&bytes).unwrap(), sorted);
        }
    }

    #[test]
    fn of_a_key_that_is_written_twice_the_last_counts() {
        let twice: Sorted<String, u8> = serde_json::from_str(r#"{"b": 1, "a": 2, "b": 3}"#).unwrap();
        assert_eq!(serde_json::to_string(&twice).unwrap(), r#"{"a":2,"b":3}"#);
    }
}
