//! Every code of a finding, once. A number is never used again for something else.
//!
//! The first digit tells where the fault is found: 0 the shape of a file, 1 the catalogue,
//! 2 a profile, 3 a workbook, 4 the plan as a whole, 5 templates and rendering, 9 the disk.

use std::fmt;

/// The number of a kind of finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code(u16);

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "XS{:04}", self.0)
    }
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $number:literal;)+) => {
        impl Code {
            $($(#[doc = $doc])+ pub const $name: Self = Self($number);)+

            /// Every code, in ascending order.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];
        }
    };
}

codes! {
    /// A file or folder that is needed is not there.
    MISSING_FILE = 1;
    /// A file that cannot be read: not UTF-8, too large, no permission.
    UNREADABLE_FILE = 2;
    /// YAML that does not parse.
    BAD_YAML = 3;
    /// The same key twice in one mapping.
    DUPLICATE_KEY = 4;
    /// A key that is not known here.
    UNKNOWN_KEY = 5;
    /// A key that is needed is missing.
    MISSING_KEY = 6;
    /// A value of another type than is needed.
    WRONG_TYPE = 7;
    /// A value that is none of the allowed ones.
    UNKNOWN_VALUE = 8;
    /// A Markdown file without front matter, or with an unfinished one.
    NO_FRONT_MATTER = 9;
    /// A placeholder that nothing fills.
    UNKNOWN_PLACEHOLDER = 10;
    /// HTML, a picture or an unsafe link in Markdown, which is left out.
    UNSUPPORTED_MARKUP = 11;
    /// A date or number that cannot be.
    BAD_NUMBER = 12;
    /// A letter that the fonts of the print do not have.
    UNPRINTABLE_LETTER = 13;

    /// A file of the catalogue whose name is not that of its code.
    FILE_NAME_AND_CODE_DIFFER = 101;
    /// A code that two entries of the catalogue bear.
    DUPLICATE_CODE = 102;
    /// A reference to something that the catalogue does not have.
    DANGLING_REFERENCE = 103;
    /// A heading that a guidance file must or must not have.
    WRONG_HEADING = 104;
    /// Components that need each other in a circle.
    DEPENDENCY_CYCLE = 105;
    /// A section of the plan that the catalogue does not have.
    MISSING_SECTION = 106;

    /// A component that does not exist.
    UNKNOWN_COMPONENT = 201;
    /// An objective that does not exist.
    UNKNOWN_OBJECTIVE = 202;
    /// A task that does not exist.
    UNKNOWN_TASK = 203;
    /// The same thing chosen twice.
    CHOSEN_TWICE = 204;
    /// A supplementary component of another terrain.
    OTHER_TERRAIN = 205;
    /// A date outside its phase or the plan's years, or an end before its start.
    DATE_OUTSIDE = 206;
    /// A target without a value for a year of the plan, or with one for another year.
    TARGET_YEARS = 207;
    /// An own row of Phụ lục II that stands already or hangs in the air.
    BAD_BUDGET_ROW = 209;
    /// A commune that was asked for and is not there.
    UNKNOWN_COMMUNE = 210;
    /// A component that the centre or the province supplies.
    NOT_A_COMMUNES_COMPONENT = 211;
    /// An objective that events have overtaken.
    SUPERSEDED_OBJECTIVE = 212;
    /// A profile with the name of one of our own folders.
    RESERVED_NAME = 213;

    /// No sheet with the columns of an estimate.
    NO_ESTIMATE_TABLE = 301;
    /// A column of the estimate that is missing or there twice.
    ESTIMATE_COLUMN = 302;
    /// A cell without a value that is needed.
    EMPTY_CELL = 303;
    /// An amount that is not a number.
    AMOUNT_NOT_A_NUMBER = 304;
    /// An amount below zero.
    NEGATIVE_AMOUNT = 305;
    /// An amount with a fraction of a đồng.
    FRACTIONAL_AMOUNT = 306;
    /// An amount that is not quantity × unit price.
    AMOUNT_NOT_PRODUCT = 307;
    /// A total that is not the sum of its lines.
    TOTAL_NOT_SUM = 308;
    /// A row of Phụ lục II that does not exist or is no leaf.
    UNKNOWN_BUDGET_ROW = 309;
    /// A component that the profile has not chosen.
    COMPONENT_NOT_CHOSEN = 310;
    /// A year outside the plan.
    YEAR_OUTSIDE_PLAN = 311;
    /// A kind of cost or a source that is not known.
    UNKNOWN_COST_VALUE = 312;
    /// A cell with an error value or an uncalculated formula.
    CELL_ERROR = 313;
    /// A sum too large to be counted in whole đồng.
    OVERFLOW = 314;
    /// A workbook that cannot be read.
    BAD_WORKBOOK = 315;

    /// A template that cannot be drawn.
    TEMPLATE = 501;
    /// The labels file.
    LABELS = 502;

    /// A file or folder that cannot be written.
    CANNOT_WRITE = 901;
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn codes_ascend_so_none_is_there_twice() {
        assert!(Code::ALL.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
