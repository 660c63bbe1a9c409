//! How a plan is issued: by whom, signed or as a draft whose number and day are open, by itself or by a decision
//! (Nghị định số 30/2020/NĐ-CP, Phụ lục I).

/// What stands where a number is to be written by hand: blanks that nothing draws together.
pub const OPEN_NUMBER: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";

/// Who issues a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Issuer {
    /// Ủy ban nhân dân.
    #[default]
    Committee,
    /// Ban Chỉ đạo chuyển đổi số.
    Steering,
}

impl Issuer {
    /// The two as users write them.
    pub const KEYS: [(&'static str, Self); 2] =
        [("ubnd", Self::Committee), ("ban_chi_dao", Self::Steering)];

    /// The letters behind the number of its plans.
    pub fn letters(self) -> &'static str {
        match self {
            Self::Committee => "KH-UBND",
            Self::Steering => "KH-BCĐ",
        }
    }

    /// In whose name its plans are signed.
    pub fn authority(self) -> &'static str {
        match self {
            Self::Committee => "TM. ỦY BAN NHÂN DÂN",
            Self::Steering => "TM. BAN CHỈ ĐẠO",
        }
    }

    /// The office of its head.
    pub fn head(self) -> &'static str {
        match self {
            Self::Committee => "CHỦ TỊCH",
            Self::Steering => "TRƯỞNG BAN",
        }
    }
}

/// For whom a signatory signs who is not the head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deputising {
    /// Ký thay: a deputy for the head.
    Instead,
    /// Thừa ủy quyền.
    Authorised,
    /// Thừa lệnh.
    Ordered,
}

impl Deputising {
    /// The three as users write them.
    pub const KEYS: [(&'static str, Self); 3] = [
        ("ky_thay", Self::Instead),
        ("thua_uy_quyen", Self::Authorised),
        ("thua_lenh", Self::Ordered),
    ];

    /// The letters before the office of the head.
    pub fn letters(self) -> &'static str {
        match self {
            Self::Instead => "KT.",
            Self::Authorised => "TUQ.",
            Self::Ordered => "TL.",
        }
    }
}

/// What is open of the day of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OpenDay {
    /// Nothing: it has its day.
    #[default]
    Nothing,
    /// The day; its month is known.
    Day,
    /// The day and the month.
    Month,
}

/// How a plan is issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Issue {
    /// Who issues it.
    pub issuer: Issuer,
    /// Whether it is a draft, which every output then says.
    pub is_draft: bool,
    /// What is open of its day.
    pub open_day: OpenDay,
    /// Whether a decision issues it, whose number and day it then bears.
    pub by_decision: bool,
}

/// The letters of a number whose digits are open, `/KH-UBND`, `…/KH-UBND`; nothing of any other.
pub fn letters_of_open(number: &str) -> Option<&str> {
    let (digits, letters) = number.split_once('/')?;
    let is_blank = |sign: char| sign.is_whitespace() || matches!(sign, '.' | '…' | '_');
    digits.chars().all(is_blank).then_some(letters.trim())
}
