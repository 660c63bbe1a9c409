//! The source of money of a cost line: which one is meant, or what is asked where none is.
//!
//! No finding offers a source because it is spelt alike: from one level of the budget to another is
//! the difference of who pays. What is offered is the list of all.

use super::values;
use super::values::Values;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::model::Commune;
use crate::model::Decimal;
use crate::model::FundingSource;
use crate::model::Levels;
use crate::model::ProvinceKind;
use crate::model::fold;
use crate::model::written;
use crate::source::Located;

/// Texts that tell of money but not whose, by a word that they hold, without marks; the first that
/// fits counts.
const ASKED: [(&[&str], &str, &str); 5] = [
    (
        &["nsdp", "dia phuong", "doi ung"],
        "là ngân sách địa phương, gồm cả cấp tỉnh và cấp xã, chưa rõ cấp nào chi",
        "",
    ),
    (
        &["oda", "von vay", "vay lai", "vien tro", "nuoc ngoai"],
        "chưa cho biết vốn vay, viện trợ về ngân sách cấp nào",
        "ghi cấp ngân sách nhận vốn",
    ),
    (
        &["quy"],
        "chưa cho biết quỹ của ai",
        "quỹ do một cấp chính quyền quản lý thì ghi cấp đó, quỹ của đơn vị thì ghi Tự thanh toán, \
         quỹ do tổ chức, cá nhân đóng góp thì ghi Xã hội hóa",
    ),
    (
        &[
            "su nghiep",
            "dau tu cong",
            "dau tu phat trien",
            "thuong xuyen",
        ],
        "cho biết loại vốn, chưa cho biết ngân sách cấp nào chi",
        "",
    ),
    (
        &["khac", "hop phap", "long ghep"],
        "chưa cho biết nguồn nào",
        "",
    ),
];

/// A number from so many on is an amount, not a year or the number of a document.
const LEAST_AMOUNT: i64 = 100_000;

/// Words that say no more than that it is money of the state; a text of them alone names no level.
const GENERAL: [&str; 14] = [
    "nguon", "von", "kinh", "phi", "chi", "cap", "tu", "do", "ns", "nsnn", "ngan", "sach", "nha",
    "nuoc",
];

impl Values<'_> {
    /// A source that the plan may have.
    ///
    /// # Errors
    /// One that is not clear, or that there is not in this place, is reported with those to choose
    /// from.
    pub(super) fn source(
        self,
        written: &Located<String>,
        diagnostics: &mut Diagnostics,
    ) -> Result<FundingSource, Reported> {
        let commune = self.scope.commune.as_ref();
        let text = fold(&written.value);
        let mut report = |code, message: String, advice: &str| {
            let hint = match advice {
                "" => format!("viết một trong: {}", self.offered()),
                advice => format!("{advice}; viết một trong: {}", self.offered()),
            };
            Err(values::report(
                code,
                &written.at,
                message,
                &hint,
                diagnostics,
            ))
        };
        let named = FundingSource::named(&text).filter(|named| !names_more(&text, *named));
        match named.or_else(|| named_with_own_name(&text, commune)) {
            Some(FundingSource::District) if !self.scope.has_district => report(
                Code::UNKNOWN_COST_VALUE,
                "từ 01/7/2025 không còn ngân sách cấp huyện".to_owned(),
                "",
            ),
            Some(FundingSource::Province) if is_city(&text) => match commune {
                Some(commune) if commune.province.kind == ProvinceKind::Province => report(
                    Code::UNKNOWN_COST_VALUE,
                    format!(
                        "{} thuộc {}, không có ngân sách thành phố",
                        commune.full_name(),
                        commune.province.full_name()
                    ),
                    "",
                ),
                _ => Ok(FundingSource::Province),
            },
            Some(source) => Ok(source),
            None if are_several(&text) || FundingSource::named(&text).is_some() => report(
                Code::SEVERAL_SOURCES,
                format!("`{}` là nhiều nguồn trong một ô", written.value),
                "mỗi dòng ghi một nguồn: tách khoản chi này thành nhiều dòng, mỗi dòng là phần tiền \
                 của một nguồn",
            ),
            None => match asked(&text) {
                Some((doubt, advice)) => report(
                    Code::UNCLEAR_SOURCE,
                    format!("`{}` {doubt}", written.value),
                    advice,
                ),
                None => report(
                    Code::UNKNOWN_COST_VALUE,
                    format!("`{}` không phải là nguồn kinh phí dùng được", written.value),
                    "",
                ),
            },
        }
    }

    /// The sources to choose from here: "Trung ương; …; Xã; …".
    pub(super) fn offered(self) -> String {
        let commune = self.scope.commune.as_ref();
        let levels = commune.map_or(Levels::GENERAL, Commune::levels);
        let all = FundingSource::of_plan(self.scope.has_district, |source| {
            source != FundingSource::District
        });
        let names = all.iter().map(|source| source.written(levels));
        names.collect::<Vec<_>>().join("; ")
    }
}

/// The source that a text without marks names together with the commune's or its province's own name:
/// "Ngân sách tỉnh An Bình".
fn named_with_own_name(folded: &str, commune: Option<&Commune>) -> Option<FundingSource> {
    let commune = commune?;
    let names = [fold(&commune.name), fold(&commune.province.name)];
    let mut names = names.iter().filter(|name| !name.is_empty());
    names.find_map(|name| {
        let rest = folded.strip_suffix(name.as_str())?.strip_suffix(' ')?;
        FundingSource::named(rest)
    })
}

/// Whether a text without marks calls the level of the province a city.
fn is_city(folded: &str) -> bool {
    let mut words = folded.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| ["pho", "tp", "nstp"].contains(&word))
}

/// Whether brackets in a text without marks tell of more than the source before them: "Tỉnh (70%) xã (30%)",
/// "Tỉnh (còn lại xã)".
fn names_more(folded: &str, named: FundingSource) -> bool {
    let Some((_, within)) = folded.split_once('(') else {
        return false;
    };
    let mut parts = within.split(|letter: char| "(),;+/:-".contains(letter));
    let is_other = |part: &str| {
        let words = part.trim_matches(|letter: char| !letter.is_alphabetic());
        let last = words.rsplit(' ').next().unwrap_or_default();
        [words, last]
            .iter()
            .any(|words| FundingSource::named(words).is_some_and(|other| other != named))
    };
    within.contains('%')
        || ["con lai", "trong do", "mot phan", "1 phan"]
            .iter()
            .any(|words| within.contains(words))
        || names_amount(within)
        || parts.any(is_other)
}

/// Whether a text without marks names an amount: "3 trieu", "3.000.000".
pub(super) fn names_amount(folded: &str) -> bool {
    let words: Vec<&str> = folded
        .split(|letter: char| letter.is_whitespace() || "(),;:+".contains(letter))
        .filter(|word| !word.is_empty())
        .collect();
    let names_money = |text: &str| {
        let figure = written::figure(text);
        figure.is_ok_and(|figure| {
            figure.unit.is_some() || figure.number >= Decimal::whole(LEAST_AMOUNT)
        })
    };
    let is_number = |word: &str| word.starts_with(|letter: char| letter.is_ascii_digit());
    words
        .iter()
        .any(|word| is_number(word) && names_money(word))
        || words
            .windows(2)
            .any(|pair| is_number(pair[0]) && names_money(&pair.join(" ")))
}

/// Whether a text names more than one source: "Tỉnh 70%, xã 30%".
fn are_several(folded: &str) -> bool {
    let plain = folded.replace(" va ", ",");
    let parts = plain.split([',', ';', '+', '/', '&', '\n', '-']);
    let parts: Vec<String> = parts
        .map(|part| {
            let signs = |letter: char| letter.is_ascii_digit() || "%:().".contains(letter);
            part.replace(signs, " ").trim().to_owned()
        })
        .filter(|part| !part.is_empty())
        .collect();
    parts.len() > 1
        && parts
            .iter()
            .all(|part| FundingSource::named(part).is_some())
}

/// What is not clear of a text without marks as a source, if it speaks of one.
pub(super) fn doubt(folded: &str) -> Option<&'static str> {
    asked(folded).map(|(doubt, _)| doubt)
}

/// What is not clear of a text without marks, and what to do beside choosing a source.
fn asked(folded: &str) -> Option<(&'static str, &'static str)> {
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    if !words.is_empty() && words.iter().all(|word| GENERAL.contains(word)) {
        return Some(("chưa cho biết ngân sách cấp nào", ""));
    }
    let text = format!(" {} ", words.join(" "));
    let holds = |word: &&str| text.contains(&format!(" {word} "));
    let mut known = ASKED.iter();
    let found = known.find(|(words, ..)| words.iter().any(&holds));
    found.map(|(_, doubt, advice)| (*doubt, *advice))
}
