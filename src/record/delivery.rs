//! One handing over of a record to software: what makes it another than any other, when it happened, and at whose address the
//! codes are explained.
//!
//! Two patients may have said the same on the same day, and then nothing that is made of their answers tells them apart. So the
//! number is drawn where the record is handed over; it names nobody. This module draws nothing itself and reads no clock.

use super::Moment;
use crate::fnv1a::{START, fnv1a};
use crate::share::PageAddress;
use std::fmt;

/// One handing over of a record to software.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// The number that was drawn for it.
    pub number: DeliveryNumber,
    /// When; `None` where no clock can be believed.
    pub at: Option<Moment>,
    /// The address of the place's page, below which the site explains its codes, if the place has one.
    pub address: Option<PageAddress>,
}

/// A number that no other handing over has: a UUID of 122 random bits (RFC 9562, version 4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeliveryNumber(u128);

impl DeliveryNumber {
    /// The number of these random bytes.
    pub fn of(random: [u8; 16]) -> DeliveryNumber {
        DeliveryNumber::of_version(u128::from_be_bytes(random), 4)
    }

    /// The number as it is written: `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`.
    pub fn parse(text: &str) -> Option<DeliveryNumber> {
        let digits: String = text.chars().filter(|one| *one != '-').collect();
        let number = u128::from_str_radix(&digits, 16).ok().map(DeliveryNumber)?;
        (number.to_string() == text.to_lowercase()).then_some(number)
    }

    /// The number of one thing in this handing over: the same for the same name, another for any other name or number (version 8).
    pub(super) fn of_part(self, name: &str) -> DeliveryNumber {
        let bytes = || self.0.to_be_bytes().into_iter().chain(name.bytes());
        let [high, low] = [START, !START].map(|start| u128::from(fnv1a(start, bytes())));
        DeliveryNumber::of_version(high << 64 | low, 8)
    }

    fn of_version(bits: u128, version: u128) -> DeliveryNumber {
        let bits = bits & !(0xf << 76) | version << 76;
        DeliveryNumber(bits & !(0b11 << 62) | 0b10 << 62)
    }
}

impl fmt::Display for DeliveryNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hex = format!("{:032x}", self.0);
        write!(f, "{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
    }
}
