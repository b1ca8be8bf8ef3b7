//! What an operation needs from outside: who acts, when, and fresh ids.
use std::sync::Arc;

use jiff::Timestamp;

use crate::model::id::Id;

/// Who acts and when, and a source of ids. Given to operations, so that tests are exact.
#[derive(Clone, Debug)]
pub struct Origin {
    /// The coder's name.
    pub coder: Arc<str>,
    /// The time of the act, in whole seconds.
    pub now: Timestamp,
    seed: u64,
}

impl Origin {
    /// An act of `coder` at `now`, with ids drawn from `seed`: random bits, or a fixed number in tests.
    pub fn new(coder: impl Into<Arc<str>>, now: Timestamp, seed: u64) -> Self {
        let whole = Timestamp::from_second(now.as_second()).unwrap_or(now);
        Self {
            coder: coder.into(),
            now: whole,
            seed,
        }
    }

    /// A new id. Numbers come from `SplitMix64` (Steele, Lea, Flood 2014).
    pub fn id<T>(&mut self) -> Id<T> {
        self.seed = self.seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.seed;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        Id::from_bits(z ^ (z >> 31))
    }
}
