//! The code of a finding with its severity; each stands once, in [`list`].
//!
//! The first digit tells where the fault is found: 0 the shape of a file, 1 the catalogue,
//! 2 a profile, 3 a workbook, 4 the plan as a whole, 5 templates and rendering, 9 the disk.

/// Makes a constant of each code, and the list of all.
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $severity:ident $name:ident = $number:literal;)+) => {
        impl Code {
            $($(#[doc = $doc])+ pub const $name: Self = Self($number, Severity::$severity);)+

            /// Every code, in ascending order.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];
        }
    };
}

mod list;

use std::fmt;

use super::Severity;

/// The number of a kind of finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code(u16, Severity);

impl Code {
    /// How grave a finding of this code is, unless the folder or the commune says otherwise.
    pub fn severity(self) -> Severity {
        self.1
    }

    /// Whether it is that of a rule about the plan as a whole, whose severity may be set.
    pub fn is_rule(self) -> bool {
        (400..500).contains(&self.0)
    }

    /// Whether it says that the command could not be run: what was asked for is not there, or there
    /// is no place for what it makes.
    pub fn is_refusal(self) -> bool {
        matches!(
            self,
            Self::UNKNOWN_COMMUNE | Self::NO_PROFILE | Self::CANNOT_WRITE
        )
    }

    /// The code that is written so: `XS0401`, in capitals or not.
    pub fn find(written: &str) -> Option<Self> {
        let written = written.trim().to_ascii_uppercase();
        let mut all = Self::ALL.iter().copied();
        all.find(|code| code.to_string() == written)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "XS{:04}", self.0)
    }
}

#[cfg(test)]
mod tests;
