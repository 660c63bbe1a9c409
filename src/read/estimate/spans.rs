//! The time that a head stands for: a year, a part of one, or all the years of the plan.

/// The year that a head stands for: "2027", "Năm 2027", "Kinh phí năm 2027".
pub(super) fn year_of(folded: &str) -> Option<i32> {
    let words = folded.strip_suffix(|letter: char| letter.is_ascii_digit())?;
    let digits = folded.get(folded.len().checked_sub(4)?..)?;
    let before = words.get(..words.len().checked_sub(3)?)?;
    let year: i32 = digits.parse().ok()?;
    let is_said = before.split([' ', '.', ':', '/', '-']).all(|word| {
        [
            "", "nam", "kh", "ke", "hoach", "kinh", "phi", "du", "toan", "phan", "bo", "thuc",
            "hien", "nhu", "cau", "von", "so", "tien", "thanh", "trong", "do", "ky", "n", "tong",
            "cong", "tt",
        ]
        .contains(&word)
    });
    (is_said && (2020..=2050).contains(&year)).then_some(year)
}

/// The year of the part of a year that a head stands for, if it says which: "6 tháng đầu năm 2027", "Quý I".
pub(super) fn period_of(folded: &str) -> Option<Option<i32>> {
    let halves = [
        "6 thang dau",
        "6 thang cuoi",
        "sau thang dau",
        "sau thang cuoi",
        "nua dau",
        "nua cuoi",
    ];
    let half = halves.iter().find_map(|half| folded.strip_prefix(*half));
    let numbered = || {
        let rest = ["quy ", "dot ", "thang "]
            .iter()
            .find_map(|word| folded.strip_prefix(*word))?;
        let number = rest.find([' ', '/', '-', '.']).unwrap_or(rest.len());
        let (number, behind) = rest.split_at(number);
        let is_roman = ["i", "ii", "iii", "iv"].contains(&number);
        let is_number = number.len() <= 2 && number.parse::<u8>().is_ok();
        (is_roman || is_number).then_some(behind)
    };
    let behind = half.or_else(numbered)?;
    let behind = behind.trim_start_matches([' ', '/', '-', '.', ',']);
    match behind {
        "" | "nam" => Some(None),
        behind => year_of(behind).map(Some),
    }
}

/// Whether a head stands for all years and sources of a row: "Tổng", "Cộng", "Giai đoạn 2027-2028".
pub(super) fn is_whole(folded: &str) -> bool {
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let years = words.iter().filter(|word| year_of(word).is_some()).count();
    let begins = words
        .first()
        .is_some_and(|first| ["tong", "cong", "ca", "giai"].contains(first));
    let is_said = words.iter().all(|word| {
        let known = [
            "tong", "cong", "so", "ca", "giai", "doan", "ky", "nam", "cac", "nguon", "von", "nhu",
            "cau", "kinh", "phi", "tien", "du", "toan", "hai", "ba", "bon", "tu", "den",
        ];
        known.contains(word) || word.bytes().all(|byte| byte.is_ascii_digit())
    });
    // One year is a share; "2027-2028" is a stretch.
    is_said && (years >= 2 || begins && years == 0)
}

#[cfg(test)]
mod tests {
    use super::is_whole;
    use super::period_of;
    use super::year_of;

    #[test]
    fn heads_name_parts_of_a_year_and_all_of_them() {
        for (folded, wanted) in [
            ("6 thang dau nam 2027", Some(Some(2027))),
            ("6 thang cuoi nam 2027", Some(Some(2027))),
            ("quy i/2027", Some(Some(2027))),
            ("quy iv nam 2028", Some(Some(2028))),
            ("dot 1", Some(None)),
            ("6 thang dau nam", Some(None)),
            ("quy phat trien", None),
            ("thang", None),
            ("6 thang", None),
        ] {
            assert_eq!(period_of(folded), wanted, "{folded}");
        }
        for folded in [
            "tong",
            "cong",
            "tong so",
            "giai doan 2027-2028",
            "2027 - 2028",
            "ca giai doan",
            "tong 2 nam",
            "tong cac nguon",
        ] {
            assert!(is_whole(folded), "{folded}");
        }
        for folded in [
            "",
            "2027",
            "tong nam 2027",
            "tong so may",
            "so luong",
            "nam",
            "cong nghe",
            "cong xa",
        ] {
            assert!(!is_whole(folded), "{folded}");
        }
    }

    #[test]
    fn heads_name_years() {
        for (folded, wanted) in [
            ("2027", Some(2027)),
            ("nam 2027", Some(2027)),
            ("kinh phi nam 2028", Some(2028)),
            ("kh 2027", Some(2027)),
            ("tt 2027", Some(2027)),
            ("nam", None),
            ("so 12027", None),
            ("quyet dinh 2027", None),
            ("27", None),
        ] {
            assert_eq!(year_of(folded), wanted, "{folded}");
        }
    }
}
