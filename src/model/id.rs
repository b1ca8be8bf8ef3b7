//! Typed identifiers: an `Id<Actor>` cannot be passed where an `Id<Article>` is meant.
use std::{cmp::Ordering, fmt, hash, marker::PhantomData, num::NonZeroU64, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The identity of one record of type `T`: 60 random bits, never 0, written as 12 lower-case base32 characters
/// (Crockford's alphabet). Random, so that two people who work apart never give the same one.
pub struct Id<T> {
    // Invariant: below 2^60.
    number: NonZeroU64,
    of: PhantomData<fn() -> T>,
}

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH: usize = 12;

impl<T> Id<T> {
    /// The id of the low 60 bits of `bits`; 0 becomes 1.
    pub fn from_bits(bits: u64) -> Self {
        Self {
            number: NonZeroU64::new(bits & ((1 << 60) - 1)).unwrap_or(NonZeroU64::MIN),
            of: PhantomData,
        }
    }

    /// Its 60 bits.
    pub fn bits(self) -> u64 {
        self.number.get()
    }
}

/// Text that is no id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an id is 12 of the characters 0-9 and a-z without i, l, o, u, not “{0}”")]
pub struct NotAnId(String);

impl<T> FromStr for Id<T> {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let refused = || NotAnId(text.chars().take(40).collect());
        if text.len() != LENGTH {
            return Err(refused());
        }
        let mut bits = 0;
        for byte in text.bytes() {
            let digit = ALPHABET.iter().position(|known| *known == byte);
            bits = bits << 5 | digit.ok_or_else(refused)? as u64;
        }
        if bits == 0 {
            return Err(refused());
        }
        Ok(Self::from_bits(bits))
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = [0; LENGTH];
        let mut bits = self.bits();
        for place in text.iter_mut().rev() {
            *place = ALPHABET.get((bits & 31) as usize).copied().unwrap_or(b'0');
            bits >>= 5;
        }
        f.write_str(str::from_utf8(&text).unwrap_or_default())
    }
}

impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text<T>(PhantomData<fn() -> T>);
        impl<T> serde::de::Visitor<'_> for Text<T> {
            type Value = Id<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an id of 12 characters")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Id<T>, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Text(PhantomData))
    }
}

// Written by hand: deriving would ask the same traits of `T`.
impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.number.cmp(&other.number)
    }
}
impl<T> hash::Hash for Id<T> {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.number.hash(state);
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{self}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(text: &str) {
        assert!(text.parse::<Id<()>>().is_err(), "{text} was taken");
    }

    #[test]
    fn an_id_reads_back_as_it_was_written() {
        for bits in [1, 31, 32, 0x0fff_ffff_ffff_ffff, 0x1234_5678_9abc_def] {
            let id = Id::<()>::from_bits(bits);
            assert_eq!(id.to_string().len(), 12);
            assert_eq!(id.to_string().parse(), Ok(id));
        }
    }

    #[test]
    fn ids_sort_as_their_text_does() {
        let mut ids: Vec<_> = (0..500_u64)
            .map(|n| Id::<()>::from_bits(n.wrapping_mul(0x9e37_79b9_7f4a_7c15)))
            .collect();
        ids.sort();
        let mut texts: Vec<_> = ids.iter().map(ToString::to_string).collect();
        texts.sort();
        assert_eq!(
            texts,
            ids.iter().map(ToString::to_string).collect::<Vec<_>>()
        );
    }

    #[test]
    fn other_text_is_refused() {
        refused("");
        refused("000000000000");
        refused("00000000000");
        refused("00000000000I");
        refused("éééééé");
    }
}
