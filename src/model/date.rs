//! Dates as newspapers give them: of a day, a month, a year, or unknown.
use std::{fmt, str::FromStr};

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// When something was published or said, as precisely as is known. Orders by time, unknown first.
/// Written as ISO 8601: `2026-05-14`, `2026-05`, `2026`; unknown is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Published {
    // Invariant: the fields make a date of the calendar; 0 stands for unknown, and a day has a month, a month a year.
    year: i16,
    month: u8,
    day: u8,
}

/// Text that is no date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a date like “2026-05-14”, “2026-05” or “2026”, found “{0}”")]
pub struct NotADate(String);

impl Published {
    /// No date is known.
    pub const UNKNOWN: Self = Self {
        year: 0,
        month: 0,
        day: 0,
    };

    /// A day.
    pub fn day(date: Date) -> Self {
        Self {
            year: date.year(),
            month: date.month().unsigned_abs(),
            day: date.day().unsigned_abs(),
        }
    }

    /// A year, a month if not 0, a day if not 0. `None` if the calendar has no such date.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let (Ok(m), Ok(d)) = (i8::try_from(month.max(1)), i8::try_from(day.max(1))) else {
            return None;
        };
        let possible = Date::new(year, m, d).is_ok() && year > 0 && (month > 0 || day == 0);
        possible.then_some(Self { year, month, day })
    }

    /// The day, if it is known to the day.
    pub fn date(self) -> Option<Date> {
        let (month, day) = (i8::try_from(self.month).ok()?, i8::try_from(self.day).ok()?);
        Date::new(self.year, month, day).ok()
    }

    /// The year, 0 when unknown.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12, 0 when unknown.
    pub fn month(self) -> u8 {
        self.month
    }

    /// Whether nothing is known.
    pub fn is_unknown(&self) -> bool {
        self.year == 0
    }

    /// For people: “14 May 2026”, “May 2026”, “2026”, empty when unknown.
    pub fn in_words(self) -> String {
        let month = MONTHS.get(usize::from(self.month).wrapping_sub(1));
        match (self.year, month, self.day) {
            (0, ..) => String::new(),
            (year, None, _) => year.to_string(),
            (year, Some(month), 0) => format!("{month} {year}"),
            (year, Some(month), day) => format!("{day} {month} {year}"),
        }
    }

    /// Reads a date as people write it: ISO 8601, “14 May 2026”, “May 14, 2026”, “May 2026”, “2026”.
    pub fn read(text: &str) -> Result<Self, NotADate> {
        if let Ok(date) = text.trim().parse() {
            return Ok(date);
        }
        let (mut year, mut month, mut day) = (0, 0, 0);
        let words = text.split(|c: char| !c.is_alphanumeric());
        for word in words.filter(|word| !word.is_empty()) {
            let digits = word.trim_end_matches(char::is_alphabetic);
            let number: Option<i16> = digits.parse().ok();
            let named = MONTHS.iter().position(|name| {
                word.len() >= 3
                    && name
                        .get(..word.len())
                        .is_some_and(|start| start.eq_ignore_ascii_case(word))
            });
            match (number, named) {
                (Some(number @ 1..=31), _) if day == 0 => day = u8::try_from(number).unwrap_or(0),
                (Some(number @ 1000..), _) if year == 0 => year = number,
                (None, Some(index)) if month == 0 => month = u8::try_from(index + 1).unwrap_or(0),
                (None, None) if WEEKDAYS.iter().any(|name| name.eq_ignore_ascii_case(word)) => {}
                _ => return Err(NotADate(short(text))),
            }
        }
        Self::new(year, month, day).ok_or_else(|| NotADate(short(text)))
    }
}

/// English names of the months.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

fn short(text: &str) -> String {
    text.chars().take(40).collect()
}

impl FromStr for Published {
    type Err = NotADate;
    fn from_str(text: &str) -> Result<Self, NotADate> {
        let refused = || NotADate(short(text));
        if text.is_empty() {
            return Ok(Self::UNKNOWN);
        }
        let mut parts = text.split('-');
        let mut part = |width: usize| match parts.next() {
            None => Ok(0),
            Some(part) if part.len() == width && part.bytes().all(|b| b.is_ascii_digit()) => part
                .parse::<i16>()
                .ok()
                .filter(|n| *n > 0)
                .ok_or_else(refused),
            Some(_) => Err(refused()),
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        if parts.next().is_some() {
            return Err(refused());
        }
        let (month, day) = (
            u8::try_from(month).unwrap_or(0),
            u8::try_from(day).unwrap_or(0),
        );
        Self::new(year, month, day).ok_or_else(refused)
    }
}

impl fmt::Display for Published {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.year, self.month, self.day) {
            (0, ..) => Ok(()),
            (year, 0, _) => write!(f, "{year:04}"),
            (year, month, 0) => write!(f, "{year:04}-{month:02}"),
            (year, month, day) => write!(f, "{year:04}-{month:02}-{day:02}"),
        }
    }
}

impl Serialize for Published {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Published {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl serde::de::Visitor<'_> for Text {
            type Value = Published;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date like “2026-05-14”")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Published, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, written: &str) {
        assert_eq!(
            Published::read(typed).map(|date| date.to_string()),
            Ok(written.to_owned())
        );
        assert_eq!(written.parse::<Published>().unwrap().to_string(), written);
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        check("14 May 2026", "2026-05-14");
        check("Thursday 14 May 2026", "2026-05-14");
        check("May 14th, 2026", "2026-05-14");
        check("Sept 2026", "2026-09");
        check("2026", "2026");
        check("2026-02-28", "2026-02-28");
        check("", "");
    }

    #[test]
    fn what_no_calendar_has_is_refused() {
        for text in [
            "31 Februar",
            "31 February 2026",
            "2026-13-01",
            "2026-1-1",
            "soon",
            "May 14",
            "14-05-2026-1",
        ] {
            assert!(Published::read(text).is_err(), "{text} was taken");
        }
    }

    #[test]
    fn an_unknown_date_comes_before_all_others() {
        let year: Published = "2026".parse().unwrap();
        assert!(Published::UNKNOWN < year && year < "2026-01".parse().unwrap());
    }
}
