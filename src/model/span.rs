//! A stretch of an article's text.
use std::{fmt, ops::Range};

use serde::{Deserialize, Serialize};

/// A non-empty range of bytes of one text. Whether it fits that text, and stands on the borders of characters,
/// is asked of the text: [`Span::of`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "(u32, u32)", into = "(u32, u32)")]
pub struct Span {
    // Invariant: start < end.
    start: u32,
    end: u32,
}

/// A range that is no span: it is empty, runs backwards, or is beyond 4 GiB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a span must end after it starts, not {0}..{1}")]
pub struct EmptySpan(usize, usize);

impl Span {
    /// The span of the bytes `start..end`.
    pub fn new(start: usize, end: usize) -> Result<Self, EmptySpan> {
        let refused = EmptySpan(start, end);
        let (Ok(start), Ok(end)) = (u32::try_from(start), u32::try_from(end)) else {
            return Err(refused);
        };
        if start < end {
            Ok(Self { start, end })
        } else {
            Err(refused)
        }
    }

    /// The first byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// The byte after the last one.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes, never 0.
    #[expect(clippy::len_without_is_empty, reason = "a span is never empty")]
    pub fn len(self) -> usize {
        self.end() - self.start()
    }

    /// The bytes as a range.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// The words it marks, or `None` if `text` is too short or the borders fall inside a character.
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside this one.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte at `offset` is one of its own.
    pub fn contains_offset(self, offset: usize) -> bool {
        self.range().contains(&offset)
    }
}

impl TryFrom<Range<usize>> for Span {
    type Error = EmptySpan;
    fn try_from(range: Range<usize>) -> Result<Self, EmptySpan> {
        Self::new(range.start, range.end)
    }
}

impl TryFrom<(u32, u32)> for Span {
    type Error = EmptySpan;
    fn try_from((start, end): (u32, u32)) -> Result<Self, EmptySpan> {
        Self::new(start as usize, end as usize)
    }
}

impl From<Span> for (u32, u32) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_or_backward_range_is_no_span() {
        assert!(Span::new(3, 3).is_err());
        assert_eq!(
            Span::new(8, 2).unwrap_err().to_string(),
            "a span must end after it starts, not 8..2"
        );
    }

    #[test]
    fn a_span_inside_a_character_marks_nothing() {
        let text = "a“b";
        assert_eq!(Span::new(1, 4).unwrap().of(text), Some("“"));
        assert_eq!(Span::new(2, 4).unwrap().of(text), None);
        assert_eq!(Span::new(1, 9).unwrap().of(text), None);
    }

    #[test]
    fn spans_that_touch_do_not_overlap() {
        let [a, b] = [Span::new(0, 4).unwrap(), Span::new(4, 6).unwrap()];
        assert!(!a.overlaps(b));
        assert!(a.overlaps(Span::new(3, 5).unwrap()));
    }
}
